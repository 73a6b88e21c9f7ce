"""The zone that a board states for all its times."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from threadgraph.markup._dom import HtmlPage, Owners
from threadgraph.markup._zones import zone_shared, zone_told


def told(html: str) -> timezone | None:
    page = HtmlPage(html, html.encode())
    return zone_told(page, "p", Owners(page.all("li")), [None])


@pytest.mark.parametrize(
    ("statement", "hours"),
    [
        ("All times are GMT. The time now is 10:02.", 0),
        ("All times are GMT -4. The time now is 10:02 AM.", -4),
        ("All times are GMT-5. This page was generated at 10:12 AM.", -5),
        ("Alle Zeitangaben in WEZ +2. Es ist jetzt 15:22 Uhr.", 2),
        ("All times are UTC-06:00", -6),
        ("All times are UTC + 5:30 hours", 5.5),
        ("All times are GMT - 3.5 Hours", -3.5),
        ("Alle Zeiten sind UTC + 1 Stunde [ Sommerzeit ]", 2),
        ("The team • Delete all board cookies • All times are UTC + 1 hour [ DST ]", 2),
    ],
)
def test_a_statement_tells_the_zone(statement: str, hours: float) -> None:
    assert told(f"<p>{statement}</p>") == timezone(timedelta(hours=hours))


@pytest.mark.parametrize(
    "html",
    [
        "<p>All times are UTC + 99 hours</p>",
        "<p>At 10:02 GMT +1 it began.</p>",
        "<p>GMT +1</p>",
        "<li><p>My times are GMT +1</p></li>",
        "<p>All times are GMT +1.</p><p>All times are GMT +2.</p>",
    ],
)
def test_what_is_no_statement_of_the_board_or_not_the_only_one_tells_none(html: str) -> None:
    assert told(html) is None


def test_a_zone_is_not_sought_where_all_moments_tell_theirs() -> None:
    page = HtmlPage("<p>All times are GMT +1.</p>", b"")
    owners = Owners([])
    assert zone_told(page, "p", owners, ["2020-03-01T10:00Z", "2020-03-01T10:00+0200"]) is None
    assert zone_told(page, "p", owners, ["2020-03-01T10:00Z", "2020-03-01T10:00"]) is not None


def test_the_moments_of_posts_share_a_zone() -> None:
    assert zone_shared(["2024-07-05T19:30:20-04:00", None, "2024-07-06"]) == timezone(
        timedelta(hours=-4)
    )
    assert zone_shared(["2024-07-05T19:30:20-04:00", "2024-12-05T19:30:20-05:00"]) is None
    assert zone_shared(["2024-07-06T10:00:00", None]) is None
