"""Dates with the signs, clocks and zones of other pages, and those of which a part is wanting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadgraph.dates import read_dates


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("13 mai 2019 à 4 h 04 min", "2019-05-13T04:04"),
        ("2020年9月22日 07:04", "2020-09-22T07:04"),
        ("2023年6月7日 午後0:47", "2023-06-07T12:47"),
        ("2023年6月7日(水) 8:45 PM", "2023-06-07T20:45"),
        ("2020년 5월 3일 오후 3:22", "2020-05-03T15:22"),
        ("2020. 5. 3. 오후 3:22", "2020-05-03T15:22"),
        ("2020.05.03. 10:22", "2020-05-03T10:22"),
        ("2020/5/3 3:22", "2020-05-03T03:22"),
        ("3 tháng 5, 2020", "2020-05-03T00:00"),
        ("22 ago 2020", "2020-08-22T00:00"),
        ("12 syyskuun 2021", "2021-09-12T00:00"),
        ("pt 14 sty 2022, 04:50", "2022-01-14T04:50"),
        ("za 05 jan 2011, 21:07", "2011-01-05T21:07"),
        ("ma 07 mei 2011, 01:55", "2011-05-07T01:55"),
        ("dim. 01 aoû 2010 21:07", "2010-08-01T21:07"),
        ("27\\. September 2018", "2018-09-27T00:00"),
        ("23. 5. 2020 v 10:22", "2020-05-23T10:22"),
        ("29.07.2020 // 12:56", "2020-07-29T12:56"),
        ("06.23.06 / 1:06pm", "2006-06-23T13:06"),
        ("23.03.2012 - 10.24h", "2012-03-23T10:24"),
        ("10:22 23.05.2020", "2020-05-23T10:22"),
        ("Thu, 08/20/2009 - 17:23.", "2009-08-20T17:23"),
        ("— 2014-03-08 23:09:30 UTC —", "2014-03-08T23:09:30"),
        ("2009-06-15 03:38 pm (UTC)", "2009-06-15T15:38"),
        ("2020-01-03T10:22:33+02:00", "2020-01-03T08:22:33"),
        ("Mon, 3 May 2021 10:02:11 +0200", "2021-05-03T08:02:11"),
        ("Thu, 05 Mar 2020 22:12:00 -0500", "2020-03-06T03:12:00"),
        ("Thu, 05 Mar 2020 22:12 +0100 (CET)", "2020-03-05T21:12:00"),
        ("Sunday, January 3, 2020 10:22 AM EST", "2020-01-03T15:22"),
        ("August 20, 2009 at 5:23 pm (UTC -5)", "2009-08-20T22:23"),
        ("2019-09-21.11:13:43", "2019-09-21T11:13:43"),
        ("3. Mai 2020, 10:22 MESZ", "2020-05-03T08:22"),
        ("3 May 2020 10:22 NZST", "2020-05-02T22:22"),
        ("Sun Mar 16 15:48:39 EDT 2014", "2014-03-16T19:48:39"),
        ("Sun Mar 16 15:48:39 NZST 2014", "2014-03-16T03:48:39"),
        ("Mon Sep  2 19:57:00 2002", "2002-09-02T19:57:00"),
        ("May 3, 2020 at 10:22 pm (HKT)", "2020-05-03T14:22"),
        ("3 мая 2020, 10:22 МСК", "2020-05-03T07:22"),
        ("3. Mai 2020 10:22 Uhr", "2020-05-03T10:22"),
        ("10:22, 3 May 2020 (UTC)", "2020-05-03T10:22"),
        ("10:22, 3. Mai 2020 (CEST)", "2020-05-03T08:22"),
        ("20 Μαΐου 2013 στις 11:02 πμ", "2013-05-20T11:02"),
        ("20 Μαΐου 2013 στις 1:15 μ.μ.", "2013-05-20T13:15"),
        ("3 مايو 2017 الساعة 3:02 م", "2017-05-03T15:02"),
        ("7 ביוני 2015 בשעה 10:12", "2015-06-07T10:12"),
        ("5 Tháng Tám, 2018 lúc 9:15 sáng", "2018-08-05T09:15"),
        ("15 Tháng Mười Hai, 2018 lúc 8:40 chiều", "2018-12-15T20:40"),
        ("23.06.2016 о 20:14", "2016-06-23T20:14"),
        ("4 November 2017 pukul 13:22", "2017-11-04T13:22"),
    ],
)
def test_a_moment_is_read(shown: str, read: str) -> None:
    (moment,) = read_dates([shown])
    assert moment.at is not None
    assert moment.at.isoformat().startswith(read)


@pytest.mark.parametrize("shown", ["May 2022", "Mar ’22", "mai 2022"])
def test_a_month_alone_is_its_first_day(shown: str) -> None:
    (moment,) = read_dates([shown])
    assert moment.precision == "month"
    assert moment.at is not None
    assert (moment.at.year, moment.at.day, moment.at.hour) == (2022, 1, 0)


@pytest.mark.parametrize(
    ("shown", "precision"),
    [
        ("Mar 4 at 8:53", "ambiguous"),
        ("15:46h, 05 maja", "ambiguous"),
        ("7:34 AM", "ambiguous"),
        ("03-Jan-20", "ambiguous"),
        ("Feb 30 2020", "ambiguous"),
        ("20 Aug 2009 17:23 IST", "ambiguous"),
        ("Sun Mar 16 15:48:39 IST 2014", "ambiguous"),
        ("3 May 2020 10:22 CET+1", "ambiguous"),
        ("3 May 2020 10:22 WITA", "ambiguous"),
        ("May 3, 2020, 10:22pm PT", "ambiguous"),
        ("10:22 PM (ET), Sun May 3, 2020", "ambiguous"),
        ("2 years 1 month ago", "relative"),
        ("Hace 1 año 11 meses", "relative"),
        ("1 year", "relative"),
        ("Monday at 10:00", "relative"),
        ("12", None),
        ("first", None),
    ],
)
def test_what_is_wanting_is_not_made_up(shown: str, precision: str | None) -> None:
    assert read_dates([shown]) == [(None, precision)]


def test_zones_are_taken_off_after_the_page_told_the_order() -> None:
    moments = read_dates(["03/04/2020 00:30 CET", "25/04/2020 00:30 CET"])
    assert [moment.at and moment.at.isoformat() for moment in moments] == [
        "2020-04-02T23:30:00+00:00",
        "2020-04-24T23:30:00+00:00",
    ]


@given(st.lists(st.text(alphabet="0123456789:./-+ 年月日午後agoMayCESTh\\()—,٣", max_size=40)))
def test_no_text_is_too_odd(shown: list[str]) -> None:
    assert len(read_dates(shown)) == len(shown)
