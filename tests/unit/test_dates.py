"""Dates are read only where they can be read in one way."""

from __future__ import annotations

import pytest

from threadgraph.dates import is_date, read_dates


@pytest.mark.parametrize(
    ("shown", "read", "precision"),
    [
        ("2016-02-20T10:00:05Z", "2016-02-20T10:00:05+00:00", "second"),
        ("2016-02-20", "2016-02-20T00:00:00+00:00", "day"),
        ("20.02.2016, 10:00 Uhr", "2016-02-20T10:00:00+00:00", "minute"),
        ("March 5, 2020 at 1:23 pm", "2020-03-05T13:23:00+00:00", "minute"),
        ("5th of March, 2020", "2020-03-05T00:00:00+00:00", "day"),
        ("Mon, 5 Mar 2020 12:00 am", "2020-03-05T00:00:00+00:00", "minute"),
        ("11-12-22 13:13", None, "ambiguous"),
        ("03/04/2020", None, "ambiguous"),
        ("31.31.2020", None, "ambiguous"),
        ("3 years ago", None, "relative"),
        ("an hour ago", None, "relative"),
    ],
)
def test_one_date_alone(shown: str, read: str | None, precision: str) -> None:
    (moment,) = read_dates([shown])
    assert is_date(shown)
    assert (moment.at.isoformat() if moment.at else None, moment.precision) == (read, precision)


def test_a_part_over_twelve_decides_for_the_document() -> None:
    moments = read_dates(["03/04/2020", None, "25/04/2020"])
    assert [m.at.isoformat()[:10] if m.at else None for m in moments] == [
        "2020-04-03",
        None,
        "2020-04-25",
    ]


def test_an_order_in_which_the_dates_rise_decides() -> None:
    moments = read_dates(["01/02/2020", "02/02/2020", "03/02/2020", "01/03/2020"])
    assert [m.at.isoformat()[:10] for m in moments if m.at] == [
        "2020-02-01",
        "2020-02-02",
        "2020-02-03",
        "2020-03-01",
    ]


@pytest.mark.parametrize(
    "text", ["", "1.", "12 comments", "In March 2020 we", "version 1.2.3 is out", "10:30"]
)
def test_no_dates(text: str) -> None:
    assert not is_date(text)
