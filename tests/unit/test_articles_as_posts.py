"""Articles that a layout takes for the first post."""

from __future__ import annotations

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.layouts._verdict.articles import without_article

ARTICLE = "By Gerda Moss\n\nWhen they drained the pond, a bell came to light.\n\n"
POSTS = "Ann\n\nMy grandmother heard it ring.\n\nBob\n\nWhen was that?\n\n"


def parsed(text: str) -> tuple[TextPage, Parse]:
    """Give a page, and its posts: every second paragraph that is no heading is a name."""
    names = ("By Gerda Moss", "Ann", "Bob")
    places = [text.index(f"{name}\n") for name in names]
    records = [
        Record(
            body=(Segment(start + len(name) + 2, end),),
            header=(Segment(start, start + len(name)),),
            author=name,
        )
        for name, start, end in zip(names, places, (*places[1:], len(text)), strict=True)
    ]
    return TextPage(text), Parse(records=tuple(records), start=0, marks=3, regularity=1.0)


def test_the_heading_of_the_comments_ends_the_article() -> None:
    text = f"{ARTICLE}2 Comments\n\n{POSTS}"
    parse = without_article(*parsed(text))
    assert [record.author for record in parse.records] == ["Ann", "Bob"]
    assert text[parse.start :].startswith("2 Comments")
    assert [text[a:b] for a, b in parse.records[0].chrome] == ["2 Comments"]


def test_without_a_heading_it_may_be_a_post() -> None:
    page, parse = parsed(ARTICLE + POSTS)
    assert without_article(page, parse) is parse
