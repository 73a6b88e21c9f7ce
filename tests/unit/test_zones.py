"""The zone that a page of text states for all its times."""

from __future__ import annotations

from datetime import timedelta

import pytest

from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.zone import zone_told


@pytest.mark.parametrize(
    ("statement", "hours"),
    [
        ("All times are GMT -4. The time now is 07:11 AM.", -4),
        ("  * All times are UTC-06:00", -6),
        ("Alle Zeitangaben in WEZ +2. Es ist jetzt 20:14 Uhr.", 2),
        ("Alle Zeiten sind UTC + 1 Stunde [ Sommerzeit ]", 2),
        ("Todas las horas son GMT+1. Esta página se generó a las 10:12.", 1),
        ("All times are GMT + 5.5 Hours", 5.5),
        ("All times are GMT", 0),
    ],
)
def test_a_statement_is_read(statement: str, hours: float) -> None:
    zone = zone_told(TextPage(f"A title\n\nText.\n\n{statement}\n"))
    assert zone is not None
    assert zone.utcoffset(None) == timedelta(hours=hours)


@pytest.mark.parametrize(
    "text",
    [
        "The game begins at 10:00 GMT +1 sharp.",
        "All times are GMT -4.\n\nAll times are GMT +1.",
        "All times are local.",
        "All times are GMT +44.",
    ],
)
def test_no_zone_for_all_times(text: str) -> None:
    assert zone_told(TextPage(text)) is None
