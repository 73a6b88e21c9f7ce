"""A page of blanks: words are sought in it without them, places are those of the page."""

from __future__ import annotations

from threadgraph.layouts._text.page import WIDE, TextPage
from threadgraph.readers.pages.text import READER

PAGE = """The mill pond

2 Comments

  * Ann Lee says:

    3 May 2020 at 10:15

    The pond was dug by the monks.

    Reply

  * Bob says:

    3 May 2020 at 11:20

    And who fills it now?

    Reply
"""


def test_words_are_found_beside_any_number_of_blanks() -> None:
    page = TextPage("Ann" + WIDE * " " + "Reply ·\n  " + WIDE * " " + "Bob")
    assert page.dense == "Ann  Reply ·\n  Bob"


def test_a_page_of_usual_width_is_searched_as_it_is() -> None:
    text = "Ann" + 20 * " " + "Reply"
    assert TextPage(text).dense is text


def test_posts_of_a_wide_page_are_those_of_the_narrow_one() -> None:
    wide = PAGE.replace("\n\n", WIDE // 4 * " " + "\n\n")
    narrow, found = (READER.read(text.encode()) for text in (PAGE, wide))
    kept = [(post.author_name, post.text, post.created_text) for post in found.posts]
    assert len(wide) > WIDE
    assert kept == [(p.author_name, p.text, p.created_text) for p in narrow.posts]
    assert [name for name, _, _ in kept[-2:]] == ["Ann Lee", "Bob"]
