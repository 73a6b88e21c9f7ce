"""Bylines without markup: name and date, whatever the words around them."""

from __future__ import annotations

import pytest

from threadgraph.markup._bylines import dated_line, names_beside, names_in

NAMES = ["Ann", "greg_77", "Maria Lopez", "Bob", "The Old Man"]


@pytest.mark.parametrize(
    "frame",
    [
        "Submitted by {} on Mon, 2009-05-03 10:00.",
        "Mon, 05/03/2009 - 10:00 — {}",
        "{} replied on Mon, 2009-05-03 10:00 Permalink",
        "by {} on 3 May 2009 - 10:00pm #12345",
        "comment by: {} | 3 May 2009 | reply",
        "#7 Submitted by {} on 3 May 2009",
        "{} (not verified) | 3 May 2009",
        "Опубликовано {} в Вс, 03/05/2009 - 10:00",
    ],
)
def test_a_name_stands_between_words_that_all_bylines_share(frame: str) -> None:
    assert names_in([(frame.format(name), None) for name in NAMES]) == NAMES


def test_the_words_of_one_odd_line_are_not_those_of_the_others() -> None:
    lines = [f"{name} schrieb am 8. Juli 2009:" for name in NAMES]
    assert names_beside(lines, ("Trackback von", "am")) == NAMES


def test_a_date_may_have_words_behind_it() -> None:
    assert dated_line("Ann | 3 May 2009 | reply") == "3 May 2009"
    assert dated_line("Ann says hello to all of you") is None
