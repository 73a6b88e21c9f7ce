"""No date, however odd, refuses the page that shows it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from threadgraph.dates import read_dates

_YEARS = st.sampled_from(["0000", "0001", "1399", "2020", "9999"])
_DAYS = st.sampled_from(["1", "01", "31", "12", "30", "99"])
_CLOCKS = st.sampled_from(["00:30", "T00:00:00", "23:59", "12 am", "10h22", "(22:12)", "24:61"])
_ZONES = st.sampled_from(["Z", "+01:00", "-0500", "-99:99", "UTC", "GMT+14", "CET", "(HKT)"])
_MONTHS = st.sampled_from(["May", "Jan", "dez", "мая", "مهر", "月", "년"])
_WORDS = st.sampled_from(
    "Thu am pm пп 午後 오후 ago vor hace a yesterday years h . - / : ,".split()
)
_PIECES = st.one_of(_YEARS, _DAYS, _CLOCKS, _ZONES, _MONTHS, _WORDS)
_DATES = st.builds(
    "{}{}{}".format,
    st.one_of(
        st.builds("{}-{}-{}".format, _YEARS, _DAYS, _DAYS),
        st.builds("{}.{}.{}".format, _DAYS, _DAYS, _YEARS),
        st.builds("{} {}, {}".format, _MONTHS, _DAYS, _YEARS),
        st.builds("{} {}".format, _MONTHS, _YEARS),
    ),
    st.one_of(st.just(""), _CLOCKS, _CLOCKS.map(" {}".format)),
    st.one_of(st.just(""), _ZONES, _ZONES.map(" {}".format)),
)
_HEAPS = st.builds(str.join, st.sampled_from(["", " "]), st.lists(_PIECES, max_size=9))


@pytest.mark.parametrize(
    "shown",
    [
        "May 0000",
        "مهر 1399",  # a month of a calendar that is not read
        "0001-01-01T00:00:00+01:00",
        "Jan 1, 0001 00:30 +0200",
        "31.12.9999 23:59 -0500",
    ],
)
def test_dates_that_no_calendar_has_stay_unknown(shown: str) -> None:
    assert read_dates([shown]) == [(None, "ambiguous")]


@settings(max_examples=500)
@given(st.lists(st.one_of(_DATES, _HEAPS), min_size=1, max_size=5))
def test_any_pieces_of_dates_give_moments_of_our_years(shown: list[str]) -> None:
    moments = read_dates(shown)

    assert len(moments) == len(shown)
    for moment in moments:
        assert moment.at is None or moment.at.utcoffset() == timedelta()


@pytest.mark.parametrize("shown", ["5 Mar 63", "5 mai 98", "14 марта 99"])
def test_years_of_two_figures_are_of_no_century(shown: str) -> None:
    assert read_dates([shown])[0] == (None, "ambiguous")
