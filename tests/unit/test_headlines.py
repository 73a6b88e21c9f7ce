"""What tells boxes of headlines from a discussion, whatever layout found them."""

import pytest

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.layouts._verdict.headlines import lists_headlines

VIDEOS = ("New lock for the harbour", "Ferry crosses in the fog at 2 a.m.", "Thousands greet kites")
ASKING = (
    "Will the ferry run?",
    "Two locks close at Lune",
    "The mill in pictures",
    "Kites win again",
)
LINKED = (
    "#### [ Herons sign a keeper ](/sport/1) ",
    "* Ferry wins the race",
    "Spurs vs. Heat tonight",
)
COUNTED = ("2750 Recommendations", "2305 Recommendations", "41 Recommendations")
TALK = ("So cute!", "Love it!", "Where did you buy it?")
COUNTS = ("He had 7.", "There were 12.", "Nobody has more than 3.")
SENTENCES = ("D it is.", "Thanks, it holds", "I have one of these", "It leaks")
SPACELESS = ("支持楼主继续写下去", "好文章值得一看", "学习了谢谢分享")
LONG = ("no stop at all " * 20, "it goes on and on " * 20, "and ends nowhere " * 20)


def _lists(
    texts: tuple[str, ...],
    names: tuple[str | None, ...] = (),
    date: str | None = None,
    text: str = "",
) -> bool:
    records: list[Record] = []
    for number, body in enumerate(texts):
        place = Segment(len(text), len(text) + len(body))
        records.append(Record(body=(place,), author=names[number] if names else None, date=date))
        text += f"{body}\n\n"
    return lists_headlines(
        TextPage(text), Parse(records=tuple(records), start=0, marks=9, regularity=1)
    )


@pytest.mark.parametrize("texts", [VIDEOS, ASKING, LINKED, COUNTED])
def test_headlines_and_counters_are_no_posts(texts: tuple[str, ...]) -> None:
    assert _lists(texts)


@pytest.mark.parametrize("texts", [TALK, COUNTS, SENTENCES, SPACELESS, LONG, VIDEOS[:2]])
def test_talk_and_long_texts_are_posts(texts: tuple[str, ...]) -> None:
    assert not _lists(texts)


@pytest.mark.parametrize("texts", [("Tweet",), ("21\nTweet\n• 0\n+1", "Facebook")])
def test_buttons_to_share_are_no_posts(texts: tuple[str, ...]) -> None:
    assert _lists(texts)


@pytest.mark.parametrize(
    "names",
    [
        ("Sports", "Media & Culture", "Politik", "Ann"),
        ("Show 5 More", "End Quote", "Follow us", "Photo"),
        ("Kites Coming in June", "Back to the mill", "Meet the captain", "Ann"),
    ],
)
def test_sections_buttons_and_titles_are_no_names(names: tuple[str, ...]) -> None:
    assert _lists(SENTENCES, names)


@pytest.mark.parametrize(
    "names", [("Ann", "sports", "Bob", "Cem"), ("Bob the miller", "Ann", "Cem", "Photon")]
)
def test_one_strange_name_may_be_somebodys(names: tuple[str, ...]) -> None:
    assert not _lists(SENTENCES, names)


@pytest.mark.parametrize(
    "names",
    [
        ("Ann, UK", "Bob, Asia", "Cem, Leeds", "Dora, UK"),
        ("Ann and Bob", "Cem from Leeds", "Dora in Boston", "Eve"),
        ("Jan van het Hof", "Luis de los Santos", "Ana de las Flores", "Eve"),
    ],
)
def test_places_couples_and_surnames_are_peoples(names: tuple[str, ...]) -> None:
    assert not _lists(SENTENCES, names)


def test_moments_and_a_count_tell_posts_whatever_their_names() -> None:
    names = ("Sport", "In the Woods", "Style", "Ann")
    assert _lists(SENTENCES, names)
    assert not _lists(SENTENCES, names, date="March 3, 2014 at 10:15 am")
    assert not _lists(SENTENCES, names, text="The Mill\n\n4 Comments\n\n")
    assert _lists(ASKING, names, text="The Mill\n\n4 Comments\n\n")
