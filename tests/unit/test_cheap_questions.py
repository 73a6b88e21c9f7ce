"""Cheap questions asked before costly ones never say no where the costly one finds something."""

from __future__ import annotations

import pytest

from threadgraph.dates import read_dates
from threadgraph.dates.scan import closes_date, holds_date, leading_date, trailing_date
from threadgraph.layouts._boards.quotes import find_quotes
from threadgraph.layouts._heads.byline_forms import clean_name
from threadgraph.readers.pages.text import READER

DATES = (
    "3 May 2020", "2019-05-03T10:00", "11.05.2012", "6. 1. 2020", "05/11/12", "10:15", "15h46",
    "4 h 04 min", "3 years ago", "an hour ago", "vor 3 Stunden", "il y a 2 jours", "hace un mes",
    "Mittwoch, 18. Mai 2011 um 10:00 Uhr", "1er mai 2010", "2020年5月3日", "3ºmai 2010",
    "3rdMay 2020", "AnnApril 12, 2011", "12 мая 2020", "10. lokakuuta 2019 klo 12.30", "5 yr ago",
)  # fmt: skip


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("frame", ["{}", "Ann {}", "Ann | {}", "{} Ann", "Ann{}", "x" * 70 + " {}"])
def test_a_line_with_a_date_may_hold_one(frame: str, date: str) -> None:
    text = frame.format(date)
    if trailing_date(text) is not None:
        assert holds_date(text)
        assert closes_date(text)
    if leading_date(text) is not None:
        assert holds_date(text)


def test_a_line_of_numbers_and_words_holds_no_date() -> None:
    assert not holds_date("Ann has 3 posts")
    assert not holds_date("Quote #12")


@pytest.mark.parametrize(
    "shown",
    ["Avatar of Ann", "Profile picture of Ann", "Ann Avatar Ann", "x@a.example' Ann",
     "Registered commenter Ann", "GRAVATAR Ann", "Ann's avatar Ann"],
)  # fmt: skip
def test_an_avatar_is_no_part_of_a_name(shown: str) -> None:
    assert clean_name(shown) == "Ann"


@pytest.mark.parametrize(
    "head",
    ["Originally Posted by Ann", "Quote Originally Posted by Ann View Post", "Zitat von Ann",
     "Сообщение от Ann", "Envoyé par Ann", "Ann said:", "Am 3.5.2021 schrieb Ann:"],
)  # fmt: skip
def test_a_head_without_a_mark_opens_a_quotation(head: str) -> None:
    assert [q.author for q in find_quotes(f"{head}\nThe bridge was closed.", {"ann"})] == ["Ann"]


@pytest.mark.parametrize("text", ["guest", "guest\nAnn", "3 May 2020", "12", "1. 3 May 2020"])
def test_pages_of_one_or_two_rows_are_read(text: str) -> None:
    assert READER.read(text.encode()).document.layout is None


@pytest.mark.parametrize("date", DATES)
def test_words_before_a_date_change_nothing_of_it(date: str) -> None:
    alone, behind = trailing_date(f"Ann {date}"), trailing_date(f"Bright Mornings by Ann {date}")
    if alone is not None:
        assert behind is not None
        assert behind.end - behind.start == alone.end - alone.start
        assert behind.certain == alone.certain


def test_dates_of_one_shape_are_different_days() -> None:
    moments = read_dates(
        ["3. Mai 2019", "4. Mai 2018", "5 ans avant", "May 6, 2020", "May 7, 2021"]
    )
    assert [moment.at and moment.at.day for moment in moments] == [3, 4, None, 6, 7]


def test_many_marks_behind_an_age_are_read_in_one_way() -> None:
    head = f"Ann 3 years ago{' (edit)' * 17} 5x5"
    page = READER.read(f"{head}\nIt sings.\n".encode() * 1000)
    assert page.document.layout is None
