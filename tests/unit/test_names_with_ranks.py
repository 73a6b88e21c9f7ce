"""Ranks behind names are cut where the page tells that they are ranks, and nowhere else."""

from __future__ import annotations

import pytest

from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._verdict.badges import without_badges
from threadgraph.layouts._verdict.quoted_names import without_quoted_ranks


@pytest.mark.parametrize(
    ("names", "bare"),
    [
        (["Osman", "Fern CastellanosAuthor"], ["Osman", "Fern Castellanos"]),
        (["nicoAbonné", "annaAbonné"], ["nico", "anna"]),
        (["nicoAbonné", "anna"], ["nicoAbonné", "anna"]),
        (["Ann McMod", "JaneAuthor"], ["Ann McMod", "JaneAuthor"]),
        (["Ann Reader"], ["Ann Reader"]),
    ],
)
def test_badges(names: list[str], bare: list[str]) -> None:
    assert without_badges(names) == bare


QUOTES = "Kristina A skrev: ↑ mån 30 jul 2018\nSpring.\nbosse skrev: ↑ mån 30 jul 2018\nSpritkök.\n"


def test_quoted_names_are_whole_and_their_ranks_are_everybodys() -> None:
    names = ["Kristina A Fjällräv", "bosse Vandrare", "lasse Vandrare", "Kristina Fjäll"]
    bare = ["Kristina A", "bosse", "lasse", "Kristina Fjäll"]
    assert without_quoted_ranks(TextPage(QUOTES), names) == bare


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann wrote: ↑ 3 May\nHello.\n", ["Ann Lee", "Bob Ray"]),  # one may be another Ann
        (QUOTES, ["Kristina A", "Kristina A Fjällräv", "bosse Vandrare"]),  # both may write
        (QUOTES.replace("↑ ", ""), ["Kristina A Fjällräv", "bosse Vandrare"]),  # by hand
    ],
)
def test_what_may_be_others_names_is_kept(text: str, names: list[str]) -> None:
    assert without_quoted_ranks(TextPage(text), names) == names
