"""Dates whose month is named in languages that write them in a way of their own."""

from __future__ import annotations

import pytest

from threadgraph.dates import is_date, read_dates
from threadgraph.dates.scan import holds_date, trailing_date


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("5. ožujka 2020. u 22:12", "2020-03-05T22:12"),
        ("5. prosinca 2020", "2020-12-05T00:00"),
        ("5. märts 2020 kell 22:12", "2020-03-05T22:12"),
        ("5. janvāra 2020", "2020-01-05T00:00"),
        ("2020. gada 5. marts, plkst. 22:12", "2020-03-05T22:12"),
        ("urtarrilak 5, 2020 at 10:12 pm", "2020-01-05T22:12"),
        ("2020(e)ko martxoak 5, 22:12", "2020-03-05T22:12"),
        ("5 marzo, 2020 ás 10:12 pm", "2020-03-05T22:12"),
        ("5 marca, 2020 ob 22:12", "2020-03-05T22:12"),
        ("5.3.2020 ob 22:12", "2020-03-05T22:12"),
        ("5 Μαρτίου 2020 στο 10:12 μμ", "2020-03-05T22:12"),
        ("5 มีนาคม 2020 เวลา 22:12 น.", "2020-03-05T22:12"),
        ("5 มี.ค. 2563 22:12", "2020-03-05T22:12"),
        ("5 มีนาคม พ.ศ. 2563", "2020-03-05T00:00"),
        ("मार्च 5, 2020 को 10:12 अपराह्न", "2020-03-05T22:12"),
        ("5 जनवरी, 2020 22:12", "2020-01-05T22:12"),
        ("13.3.2020 (22:12)", "2020-03-13T22:12"),
    ],
)
def test_the_whole_text_is_a_date(shown: str, read: str) -> None:
    (moment,) = read_dates([shown])
    found = trailing_date(f"Ann {shown}")

    assert holds_date(shown)
    assert is_date(shown)
    assert found is not None
    assert found.start == len("Ann ")
    assert moment.at is not None
    assert moment.at.isoformat().startswith(read)


def test_brackets_around_the_clock_keep_the_order_that_the_language_tells() -> None:
    (moment,) = read_dates(["5.3.2020 (22:12)"], language="cs")
    assert moment.at is not None
    assert moment.at.isoformat() == "2020-03-05T22:12:00+00:00"


def test_two_digits_of_a_thai_year_are_of_one_calendar_or_the_other() -> None:
    assert read_dates(["5 มี.ค. 63"]) == [(None, "ambiguous")]


@pytest.mark.parametrize(
    ("shown", "language", "month"),
    [
        ("5 listopada 2020", None, 11),
        ("5 listopada 2020", "pl", 11),
        ("5. listopada 2020", "hr", 10),
        ("5. listopada 2020. u 10:12", None, 10),
    ],
)
def test_listopad_is_october_in_croatian(shown: str, language: str | None, month: int) -> None:
    (moment,) = read_dates([shown], language=language)
    assert moment.at is not None
    assert moment.at.month == month


@pytest.mark.parametrize("text", ["ob 3 Uhr", "มี.ค. ดี", "Ann 5 มี", "kell 5", "5 ko"])
def test_words_of_dates_alone_are_none(text: str) -> None:
    assert not is_date(text)
