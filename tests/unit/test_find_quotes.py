"""Quotations in plain text: lines behind ">", heads that name an author, and what is neither."""

from __future__ import annotations

import time

import pytest

from threadgraph.layouts._boards.quotes import find_quotes, page_quotes
from threadgraph.records import RawPost

NAMES = {"ann lee", "bob", "bob 77"}


def found(text: str, *, flat: bool = False) -> list[tuple[str, str | None, bool]]:
    quotes = find_quotes(text, NAMES, flat=flat)
    return [(text[q.start : q.end], q.author, q.open) for q in quotes]


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("Ann Lee said:", "Ann Lee"),
        ("Ann Lee wrote: ↑", "Ann Lee"),
        ("bob wrote: Sat Feb 24, 2024 12:41 pm", "bob"),
        ("10 hours ago, Ann Lee said:", "Ann Lee"),
        ("On 5/3/2024 at 10:02 AM, Ann Lee said:", "Ann Lee"),
        ("On Mon, May 3, 2024 at 10:02 AM Ann Lee <ann@a.example> wrote:", "Ann Lee"),
        ("On 3 May 2024, bob 77 wrote:", "bob 77"),
        ("Am 3.5.2024 um 10:02 schrieb Ann Lee:", "Ann Lee"),
        ("Ann Lee hat gesagt.:", "Ann Lee"),
        ("Ann Lee a écrit :", "Ann Lee"),
        ("Ann Lee dijo:", "Ann Lee"),
        ("Originally Posted by Ann Lee View Post", "Ann Lee"),
        ("Zitat Zitat von Ann Lee Beitrag anzeigen", "Ann Lee"),
        ("Zitat von **Ann Lee** [", "Ann Lee"),
        ("Quote from: Ann Lee on May 03, 2024, 10:02:11 AM", "Ann Lee"),
        ("Citation de Ann Lee", "Ann Lee"),
        ("Citazione Originariamente inviato da Ann Lee Visualizza Messaggio", "Ann Lee"),
        ("Publicado originalmente por Ann Lee", "Ann Lee"),
        ("Citação de: Ann Lee em Junho 03, 2014, 19:20:16", "Ann Lee"),
        ("Cytat: Ann Lee w Maj 03, 2024, 10:02", "Ann Lee"),
        ("(02-20-2016, 4:22 PM)Ann Lee Wrote:", "Ann Lee"),
        ("Ann Lee:", "Ann Lee"),
        ("Ann Lee said", "Ann Lee"),
        ("Ann Lee wrote on Mar 3rd, 2009 at 10:02am:", "Ann Lee"),
        ("@bob said in Old bells:", "bob"),
        ("@Ann Lee wrote:", "Ann Lee"),
        ("Ann Lee, on 16 Sep 2023 - 17:07, said:", "Ann Lee"),
        ("View PostAnn Lee, on 16 Sep 2023 - 05:07 PM, said:", "Ann Lee"),
        ("Beitrag anzeigen Ann Lee sagte am 16 Sep 2023:", "Ann Lee"),
    ],
)
def test_heads_name_the_author_of_what_follows(head: str, author: str) -> None:
    assert found(f"{head}\nIt was late.\n\nNo.") == [("It was late.\n\nNo.", author, True)]
    assert found(f"{head}\n> It was late.\n\nNo.") == [("> It was late.", author, False)]
    assert found(f"> {head}\n>\n> It was late.\n\nNo.") == [("> It was late.", author, False)]


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("(02-20-2016, 4:22 PM)bob 77 Wrote: ", "bob 77"),
        ("(05-04-2018, 01:44 AM) Ann Lee Menulis: ", "Ann Lee"),
        ("bob a écrit : ↑lun. 17 oct. 2022 00:36", "bob"),
        ("Ann Lee pisze: ndz 09 sty 2022, 17:20 ", "Ann Lee"),
        ("Quote from: bob on February 18, 2023, 05:02:45 PM", "bob"),
    ],
)
def test_words_behind_a_head_and_its_date_are_quoted(head: str, author: str) -> None:
    assert found(f"{head}It was late.\nNo.") == [("It was late.\nNo.", author, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Jesus said:\nLove thy neighbour",
        "As Ann Lee said: it was late",
        "She said it was late:\nno",
        "Ann Lee said: 3 of them were late",
        "(in 2016) Jesus said: it was late",
        "Note:\nall is well",
        "1 > 0 and 2 > 1",
        "",
        ">\n>\n",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert found(text) == []


def test_a_head_without_marks_needs_an_author_of_the_page_but_one_with_marks_does_not() -> None:
    assert found("Tom said:\n> It was late.") == [("> It was late.", "Tom", False)]


def test_a_button_ends_a_quotation_without_marks() -> None:
    text = "bob said:\nIt was late.\nClick to expand...\nNo."
    assert found(text) == [("It was late.", "bob", False)]
    assert found(f"> bob said:\n> Late.\n> Click to expand...\nNo.{'x' * 9}") == [
        ("> Late.", "bob", False)
    ]


def test_the_next_head_ends_a_quotation_without_marks() -> None:
    assert found("bob said:\nLate.\nNo.\nAnn Lee said:\nYes.") == [
        ("Late.\nNo.", "bob", True),
        ("Yes.", "Ann Lee", True),
    ]


def test_more_marks_are_a_quotation_inside() -> None:
    text = "bob wrote:\n> Ann Lee wrote:\n> > It was late.\n> No.\nYes."
    assert found(text) == [
        ("> Ann Lee wrote:\n> > It was late.\n> No.", "bob", False),
        ("> > It was late.", "Ann Lee", False),
    ]


def test_a_wrapped_head_inside_the_marks() -> None:
    text = "> bob\n> wrote:\n> Sat\n> Feb 24, 2024 12:41 pm\n>\n> It was late.\n\nNo."
    assert found(text) == [("> It was late.", "bob", False)]


def test_what_follows_a_wrapped_head_is_not_its_name() -> None:
    assert found("> Zitat von\n> **Ann Lee** [\n> Spät.\nNein.") == [("> Spät.", "Ann Lee", False)]
    assert found("> Zitat von Ann Lee\n> Es war spät.\nNein.") == [
        ("> Es war spät.", "Ann Lee", False)
    ]


def test_a_flat_post_may_begin_with_a_quotation() -> None:
    text = "It was late when they came to the bridge and nobody was there to see. I was."
    assert found(text, flat=True) == [(text, None, True)]
    assert found(f"Tom said:\n{text}", flat=True) == []
    assert found("Short.", flat=True) == []


def post(position: int, text: str, **more: object) -> RawPost:
    return RawPost(position=position, role="comment", text=text, **more)  # type: ignore[arg-type]


def test_a_mark_that_most_posts_stand_behind_marks_no_quotation() -> None:
    wrapped = [post(0, "> Hello."), post(1, "> bob said:\n>> Hello.\n> Hi.", author_name="bob")]
    quotes = page_quotes(wrapped)
    assert [(q.position, q.author) for q in quotes] == [(1, "bob")]
    assert wrapped[1].text[quotes[0].text_start : quotes[0].text_end] == ">> Hello."


def test_articles_and_posts_that_show_their_parent_begin_with_no_quotation() -> None:
    long = "It was late when they came to the bridge and nobody was there to see. I was."
    article = RawPost(position=0, role="article", text=f"> {long}")
    assert page_quotes([article, post(1, long, depth=0), post(2, long, parent_label="b")]) == ()
    assert len(page_quotes([article, post(1, long)])) == 1


def test_where_names_were_lost_a_head_may_name_one_of_those() -> None:
    head = "1 hour ago, Tom said:\nIt was late.\nNo."
    ann = post(0, "Hi.", author_name="Ann Lee", author_state="named")
    named = [ann, post(1, head, author_name="bob", author_state="named")]
    assert page_quotes(named) == ()
    quotes = page_quotes([ann, post(1, head, author_state="missing", depth=0)])
    assert [(q.position, q.author, q.open) for q in quotes] == [(1, "Tom", True)]


def test_many_marks_cost_linear_time() -> None:
    def cost(count: int) -> float:
        text = "\n".join(">" * (i % 40) + f" bob{'d' * 90} {i}" for i in range(count))
        begun = time.process_time()
        find_quotes(text, NAMES)
        return time.process_time() - begun

    assert min(cost(16_000) for _ in range(3)) < 30 * min(cost(2000) for _ in range(3))


def test_a_head_with_the_words_behind_is_no_part_of_them() -> None:
    assert found("Ann Lee wrote: It was late.\n\nNo.") == [("It was late.\n\nNo.", "Ann Lee", True)]
    assert found("Dora wrote: It was late.\n\nNo.") == []


def test_a_head_right_below_another_begins_a_quotation_in_that_ones() -> None:
    quotes = found("Ann Lee wrote:\nbob wrote:\nIt was late.\n\nNo.")
    assert [author for _, author, _ in quotes] == ["Ann Lee", "bob"]


def test_a_date_in_a_line_of_its_own_below_a_head_is_not_quoted() -> None:
    text = "Ann Lee hat geschrieben:\n  Di 3. Mai 2016, 18:54\nEs war spät.\n\nNein."
    assert found(text) == [("Es war spät.\n\nNein.", "Ann Lee", True)]
    assert found("Quote from: Ann Lee on May 03, 2024, 10:02:11\nAM\nIt was late.") == [
        ("It was late.", "Ann Lee", True)
    ]


def test_a_head_may_be_wrapped() -> None:
    text = "Ann Lee,\non 15 Nov 2010 - 10:29 AM, said:\n\nIt was late."
    assert found(text) == [("It was late.", "Ann Lee", True)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "> Quote from: Ann Lee on June 11, 2021, 12:49:43\n> PM It was\n> late.\n\nNo.",
            "It was\n> late.",
        ),
        ("> Ann Lee escribió:\n> ↑ 25 abr 2023, 14:15Era\n> tarde.\n\nNo.", "Era\n> tarde."),
        (">\n> Zitat von\n> Ann Lee\n>\n> Spät.\n\nNein.", "> Spät."),
    ],
)
def test_the_words_may_begin_in_the_last_line_of_a_wrapped_head(text: str, words: str) -> None:
    assert found(text) == [(words, "Ann Lee", False)]


def test_a_bold_name_may_have_the_words_behind_it() -> None:
    text = "Quote: |  Originally Posted by **Ann Lee**  It was late\nNo."
    assert found(text) == [("It was late\nNo.", "Ann Lee", True)]
