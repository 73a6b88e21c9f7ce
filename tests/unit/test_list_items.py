"""What tells items of lists from posts, and what tells that their like are posts all the same."""

import pytest

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.layouts._verdict.change_logs import lists_changes
from threadgraph.layouts._verdict.facts import have_facts
from threadgraph.layouts._verdict.items import lists_items, tell_nobody
from threadgraph.layouts._verdict.titled import have_titles

TITLED = ("The old kiln\n\nIt is open.", "Why Graz waits\n\nNobody knows.", "A mill at 3\n\nGone.")
PLAIN = ("It holds.", "I say so too. It was a fine day.", "we saw it")
NAMES = ("Ann Lee", "bob", "Kim")
HEAD = "Ann, May 3"


def _page(
    texts: tuple[str, ...],
    names: tuple[str | None, ...] = NAMES,
    *,
    around: tuple[str, str] = ("", ""),
    heads: tuple[str, ...] = (),
    dates: tuple[str, ...] = (),
) -> tuple[TextPage, Parse]:
    text, records = around[0], list[Record]()
    for number, body in enumerate(texts):
        head = heads[number] if heads else HEAD
        header = Segment(len(text), len(text) + len(head))
        place = Segment(header.end + 1, header.end + 1 + len(body))
        date = dates[number] if dates else None
        found = Record(header=(header,), body=(place,), author=names[number], date=date)
        records.append(found)
        text += f"{head}\n{body}\n\n"
    return TextPage(text + around[1]), Parse(
        records=tuple(records), start=len(around[0]), marks=9, regularity=1
    )


def test_items_with_titles_are_no_posts() -> None:
    page, parse = _page(TITLED)

    assert have_titles(page, parse.records)
    assert lists_items(page, parse)
    assert not lists_items(*_page(PLAIN))


@pytest.mark.parametrize("above", ["3 comments\n\n", "Comments\n\n"])
def test_a_heading_right_above_tells_posts_with_titles(above: str) -> None:
    assert not lists_items(*_page(TITLED, around=(above, "")))


@pytest.mark.parametrize("above", ["3 comments\n\nJobs in Kiel\n\n", "48 comments\n\n"])
def test_a_heading_of_another_list_or_count_tells_none(above: str) -> None:
    assert lists_items(*_page(TITLED, around=(above, "")))


def test_posts_that_can_be_answered_have_titles() -> None:
    assert not lists_items(*_page(tuple(f"{text}\nReply" for text in TITLED)))


@pytest.mark.parametrize("lines", [("£120", "672 zł", "4 €"), ("Agent: Ann",) * 3, ("34 KB",) * 3])
def test_the_same_kind_of_fact_tells_items(lines: tuple[str, ...]) -> None:
    texts = tuple(f"{text}\n{line}" for text, line in zip(PLAIN, lines, strict=True))
    page, parse = _page(texts)

    assert have_facts(page, parse.records)
    page, parse = _page(PLAIN)
    assert not have_facts(page, parse.records)


def test_dates_of_joining_are_no_posts() -> None:
    page, parse = _page(PLAIN, heads=("Member since 2013-01-07",) * 3, dates=("2013-01-07",) * 3)

    assert have_facts(page, parse.records)


def test_nobody_discusses_alone() -> None:
    assert lists_items(*_page(PLAIN, names=("Ann Lee",) * 3))


@pytest.mark.parametrize("below", ["No comments yet", "0 comments"])
def test_the_page_says_that_nobody_commented(below: str) -> None:
    assert lists_items(*_page(PLAIN, around=("", below)))


def test_few_items_without_names_or_sentences_are_no_posts() -> None:
    assert lists_items(*_page(("4 comments",), names=(None,)))
    assert not lists_items(*_page(("I like it.",), names=(None,)))


def test_titles_for_names_and_falling_dates_of_nobody_are_no_posts() -> None:
    titles = ("Small archive keeper", "Trainee in Porto", "Assistant of the mill")
    falling = ("May 5, 2012", "May 4, 2012", "May 1, 2012")

    assert tell_nobody(*_page(PLAIN, names=titles))
    assert tell_nobody(*_page(PLAIN, names=(None,) * 3, dates=falling))
    assert not tell_nobody(*_page(PLAIN, names=(None,) * 3, dates=falling[::-1]))
    assert not tell_nobody(*_page(PLAIN, dates=falling))


def test_versions_above_texts_are_changes_whoever_is_named() -> None:
    assert lists_changes(*_page(PLAIN, heads=("V4.4.34", "[6.63.0] - May 3", "v1.2.3")))
    assert not lists_changes(*_page(PLAIN))
