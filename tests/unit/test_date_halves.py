"""Halves of the day, in the words that pages of many languages print."""

from __future__ import annotations

import pytest

from threadgraph.dates import is_date, read_dates


@pytest.mark.parametrize(
    ("shown", "clock"),
    [
        ("5 марта, 2020 в 10:12 пп", "22:12"),
        ("5 марта, 2020 в 10:12 дп", "10:12"),
        ("5 березня, 2020 о 10:12 пп", "22:12"),
        ("5 Μαρτίου 2020 στις 10:12 μμ", "22:12"),
        ("2020. március 5. 10:12 du.", "22:12"),
        ("2020. március 5. de. 10:12", "10:12"),
        ("2020. március 5. du. 10:12", "22:12"),
        ("5 Mart 2020, 10:12 ÖS", "22:12"),
        ("Mart 5, 2020, 10:12 ÖÖ", "10:12"),
        ("2020년 3월 5일 10:12 오후", "22:12"),
        ("2020년 3월 5일 9:12 오전", "09:12"),
        ("2020年3月5日 下午10:12", "22:12"),
        ("2020年3月5日 10:12 下午", "22:12"),
        ("2020年3月5日 晚上10:12", "22:12"),
        ("2020年3月5日晚上10:12", "22:12"),
        ("2020年3月5日 凌晨12:05", "00:05"),
        ("2020年3月5日 早上9:12", "09:12"),
        ("2020年3月5日 中午11:45", "11:45"),
        ("2020年3月5日 中午12:12", "12:12"),
        ("2020年3月5日 10:12 午後", "22:12"),
        ("5 Tháng Ba, 2020 lúc 10:12 chiều", "22:12"),
        ("5 مارس 2020 الساعة 10:12 مساءً", "22:12"),
        ("مارس 5, 2020 الساعة 10:12 صباحًا", "10:12"),
        ("5 مارس 2020 الساعة 10:12 صباحاً", "10:12"),
        ("5 مارس, 2020 10:12 ب.ظ", "22:12"),
    ],
)
def test_a_half_tells_the_hour(shown: str, clock: str) -> None:
    (moment,) = read_dates([shown])

    assert is_date(shown)
    assert moment.at is not None
    assert moment.at.isoformat() == f"2020-03-05T{clock}:00+00:00"


def test_a_half_that_fits_no_clock_is_not_read() -> None:
    assert read_dates(["2020年3月5日 晚上12:30"]) == [(None, "ambiguous")]


@pytest.mark.parametrize("text", ["Раздел 5 пп", "le 10 du", "12 de mayo", "5 марта пп"])
def test_a_half_alone_makes_no_date(text: str) -> None:
    assert not is_date(text)


def test_of_behind_a_clock_is_no_hungarian_half() -> None:
    (moment,) = read_dates(["5 de mayo de 2020 a las 22:12 de"])
    assert moment.at is not None
    assert moment.at.isoformat() == "2020-05-05T22:12:00+00:00"
