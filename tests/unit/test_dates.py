"""Dates are read only where they can be read in one way."""

from __future__ import annotations

import pytest

from threadgraph.dates import is_date, read_dates
from threadgraph.dates.scan import closes_date, trailing_date


@pytest.mark.parametrize(
    ("shown", "read", "precision"),
    [
        ("2016-02-20T10:00:05Z", "2016-02-20T10:00:05+00:00", "second"),
        ("2016-02-20", "2016-02-20T00:00:00+00:00", "day"),
        ("20.02.2016, 10:00 Uhr", "2016-02-20T10:00:00+00:00", "minute"),
        ("March 5, 2020 at 1:23 pm", "2020-03-05T13:23:00+00:00", "minute"),
        ("Mar 5 '20 at 13:23", "2020-03-05T13:23:00+00:00", "minute"),
        ("5th of March, 2020", "2020-03-05T00:00:00+00:00", "day"),
        ("2020年5月3日09:28", "2020-05-03T09:28:00+00:00", "minute"),
        ("5 March 2020 @ 3pm", "2020-03-05T15:00:00+00:00", "hour"),
        ("March 5, 2020 at 12 a.m.", "2020-03-05T00:00:00+00:00", "hour"),
        ("Mon, 5 Mar 2020 12:00 am", "2020-03-05T00:00:00+00:00", "minute"),
        ("28. Juli 2019 um 14:04 Uhr", "2019-07-28T14:04:00+00:00", "minute"),
        ("le lundi 29 octobre 2012 à 15h46", "2012-10-29T15:46:00+00:00", "minute"),
        ("Mo 29. Nov 2010, 20:03", "2010-11-29T20:03:00+00:00", "minute"),
        ("Mo Jan 12, 2004 6:33 pm", "2004-01-12T18:33:00+00:00", "minute"),
        ("Mar 03 Oct 2006, 10:00", "2006-10-03T10:00:00+00:00", "minute"),
        ("mar 4 gen 2011, 18:20", "2011-01-04T18:20:00+00:00", "minute"),
        ("Mar Ene 04, 2011 6:20 pm", "2011-01-04T18:20:00+00:00", "minute"),
        ("Mar 19 Mar 2013 - 8:00", "2013-03-19T08:00:00+00:00", "minute"),
        ("Lun Ago 02, 2010 9:14 pm", "2010-08-02T21:14:00+00:00", "minute"),
        ("Dom 2 Ago 2010 - 9:14", "2010-08-02T09:14:00+00:00", "minute"),
        ("ndz 09 sty 2022, 17:20", "2022-01-09T17:20:00+00:00", "minute"),
        ("3 de mayo de 2019 a las 10:32", "2019-05-03T10:32:00+00:00", "minute"),
        ("12 de outubro de 2019 às 10:32", "2019-10-12T10:32:00+00:00", "minute"),
        ("4 ottobre 2016", "2016-10-04T00:00:00+00:00", "day"),
        ("2 października 2016 o 12:33", "2016-10-02T12:33:00+00:00", "minute"),
        ("12 марта 2015 в 10:44", "2015-03-12T10:44:00+00:00", "minute"),
        ("9 maart 2018 om 20:15", "2018-03-09T20:15:00+00:00", "minute"),
        ("15 Ekim 2014", "2014-10-15T00:00:00+00:00", "day"),
        ("30 augusti 2011 kl. 9:05", "2011-08-30T09:05:00+00:00", "minute"),
        ("7. syyskuuta 2013", "2013-09-07T00:00:00+00:00", "day"),
        ("1. července 2017", "2017-07-01T00:00:00+00:00", "day"),
        ("vor 3 Jahren", None, "relative"),
        ("Today, 10:02 AM", None, "relative"),
        ("Gestern, 10:02", None, "relative"),
        ("Aujourd'hui à 10:02", None, "relative"),
        ("Вчера, 10:02", None, "relative"),
        ("hace 2 meses", None, "relative"),
        ("11-12-22 13:13", None, "ambiguous"),
        ("03/04/2020", None, "ambiguous"),
        ("31.31.2020", None, "ambiguous"),
        ("3 years ago", None, "relative"),
        ("an hour ago", None, "relative"),
        ("almost 5 years ago", None, "relative"),
        ("3d ago", None, "relative"),
        ("vor 2 Std.", None, "relative"),
        ("3時間前", None, "relative"),
        ("2 小时前", None, "relative"),
        ("3시간 전", None, "relative"),
    ],
)
def test_one_date_alone(shown: str, read: str | None, precision: str) -> None:
    (moment,) = read_dates([shown])
    assert is_date(shown)
    assert closes_date(shown)
    assert (moment.at.isoformat() if moment.at else None, moment.precision) == (read, precision)


def test_a_part_over_twelve_decides_for_the_document() -> None:
    moments = read_dates(["03/04/2020", None, "25/04/2020"])
    assert [m.at.isoformat()[:10] if m.at else None for m in moments] == [
        "2020-04-03",
        None,
        "2020-04-25",
    ]


@pytest.mark.parametrize(
    ("shown", "language", "read"),
    [
        ("06.01.2020 um 9:16", None, "2020-01-06"),
        ("le 06/01/2020 à 09h16", None, "2020-01-06"),
        ("at 2012-06-20 21:10", None, "2012-06-20"),
        ("06/01/2020 a las 9:16", None, "2020-01-06"),
        ("06/01/2020", "de-DE", "2020-01-06"),
        ("06/01/2020", "en-GB", "2020-01-06"),
        ("06.01.20", "pl", "2020-01-06"),
        ("06-01-20", "nl", None),  # 2006-01-20 as well
        ("06/01/2020", "en-US", None),
        ("06/01/2020", "en", None),
        ("06/01/2020 at 9:16", None, None),
        ("06/01/2020", "fr-CA", None),
    ],
)
def test_words_and_the_pages_language_tell_the_day_from_the_month(
    shown: str, language: str | None, read: str | None
) -> None:
    (moment,) = read_dates([shown], language=language)
    assert (moment.at.isoformat()[:10] if moment.at else None) == read


def test_dates_that_rise_decide_against_the_language() -> None:
    moments = read_dates(["01/02/2020", "01/03/2020", "02/01/2020"], language="de")
    assert [m.at.isoformat()[:10] for m in moments if m.at] == [
        "2020-01-02",
        "2020-01-03",
        "2020-02-01",
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
    "text",
    [
        "",
        "1.",
        "12 comments",
        "In March 2020 we",
        "version 1.2.3 is out",
        "10:30",
        "May",
        "3 Mai",
        "over 2 days",
    ],
)
def test_no_dates(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("Ann Bell 11. Dezember 2012 um 11:07", "Ann Bell "),
        ("Sven99 11.05.2012 11:38", "Sven99 "),
        ("David Z am 18. Oktober 2023 - 13:11", "David Z am "),
        ("Ann BellApril 12, 2011 at 10:19 PM", "Ann Bell"),
        ("Ann Bell | August 27, 2015", "Ann Bell | "),
        ("Ann Bell 2 years ago", "Ann Bell "),
        ("Ann Bell Mar. 5, 2020", "Ann Bell "),
        ("Ann Bell Mar 3 Oct - 1:06", "Ann Bell "),
        ("Ann Bell Jue Ago 05, 2010 1:00 am", "Ann Bell "),
        ("Ann Bell2 years ago", "Ann Bell"),
        ("Ann63 2 years ago", "Ann63 "),
        ("Ann 635 11.02.2019 um 07:06", "Ann 635 "),
        ("Ann Bell16.02.2019 um 16:45", "Ann Bell"),
        ("Ann Bell 13 mai 2019 à 4 h 04 min", "Ann Bell "),
        ("Mo 20 May 2011 at 3:39 pm", "Mo "),
        ("Ann Bell over 2 years ago", "Ann Bell "),
        ("Ann Bell less than a minute ago", "Ann Bell "),
        ("Ann Dan 2 years ago", "Ann Dan "),
        ("Ann Knapp 2 years ago", "Ann Knapp "),
        ("Ann More 2 years ago", "Ann More "),
        ("Ann Bell meer dan 2 jaar geleden", "Ann Bell "),
        ("Ann Bell vor mehr als 2 Jahren", "Ann Bell "),
        ("Ann Bell il y a environ une heure", "Ann Bell "),
        ("Ann Bell 3d ago", "Ann Bell "),
        ("老王 2天前", "老王 "),
        ("leitor atentohá 2 horas", "leitor atento"),
        ("Frau_Hollevor 3 Std.", "Frau_Holle"),
        ("gino.b 12.03|09:14", "gino.b "),
        ("김철수 3시간 전", "김철수 "),
        ("Anna vor 5 Min.", "Anna "),
        ("ann_71Mar 14, 2022", "ann_71"),
        ("R2Mar 16", "R2"),
        ("Ann2915/03/2012 10:00", "Ann29"),
        ("ann35724 May 2012 at 15:45", "ann357"),
        ("ann11718 de mayo de 2012, 15:45", "ann117"),
        ("annFriday, November 2, 2012 3:45:00 PM", "ann"),
        ("ann511 a month ago", "ann511 "),
        ("Ann114.03.2020, 09:12", "Ann1"),
    ],
)
def test_the_date_at_a_lines_end_leaves_the_name(line: str, before: str) -> None:
    found = trailing_date(line)
    assert found is not None
    assert (line[: found.start], found.certain) == (before, True)


@pytest.mark.parametrize(
    "date",
    [
        "Thu, 05 Mar 2020 22:12:00 -0500",
        "5 Mar 2020 22:12 +0100",
        "5 Mar 2020 22:12:00 +01:00",
    ],
)
def test_the_zone_of_a_mail_belongs_to_its_date(date: str) -> None:
    found = trailing_date(f"Ann {date}")
    assert is_date(date)
    assert found is not None
    assert (found.start, found.certain) == (len("Ann "), True)


def test_a_number_at_a_clock_is_no_zone() -> None:
    assert not is_date("5 March 2020 10:30-1130")


@pytest.mark.parametrize("price", ["US$ 3. 49 US$ 5.09", "EUR 12.11", "9 €12.10"])
def test_a_price_is_no_date(price: str) -> None:
    assert trailing_date(price) is None
    assert trailing_date("Ann 12.11") is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Vin 3 May 2020", "Ann Vin"),
        ("Gabi Uto May 3, 2020", "Gabi Uto"),
        ("Ana Vin 3 mai 2020", "Ana"),
        ("Ana Sex Mai 03, 2020", "Ana"),
    ],
)
def test_weekday_that_is_a_name_too(text: str, name: str) -> None:
    found = trailing_date(text)
    assert found is not None
    assert text[: found.start].strip() == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("ann15 Jun 20th at 7:29 am", "ann15"),
        ("ann73 Jun 20th at 7:29 am", "ann73"),
        ("Ann15 June 2020", "Ann"),
    ],
)
def test_the_day_stands_on_one_side_of_the_month(line: str, name: str) -> None:
    found = trailing_date(line)
    assert found is not None
    assert line[: found.start].rstrip() == name
