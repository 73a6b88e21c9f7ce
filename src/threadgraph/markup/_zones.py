"""Read the zone that a page states for all its times: "All times are GMT +1"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta, timezone

from threadgraph.markup._dom import HtmlPage, Owners, shown
from threadgraph.markup._values import is_zoned

__all__ = ["zone_told"]

MAX_STATEMENT = 200
MAX_HOURS = 14

# "All times are GMT +1. The time now is 10:02 AM.", "All times are UTC-06:00", "Alle Zeiten sind
# UTC + 1 Stunde [ Sommerzeit ]", "All times are GMT + 3.5 Hours"
_ZONE = re.compile(
    r"\A[^\d\n]{2,150}?\b(?:GMT|UTC|WEZ)"
    r"(?:\s?(?P<sign>[+\u2212-])\s?(?P<hours>\d{1,2})(?:(?P<mark>[.:])(?P<rest>\d{1,2}))?)?"
    r"(?![\d:])(?P<summer>\s[^\W\d]{3,10}\s\[ [^\]]{2,20} \])?"
)


def zone_told(
    page: HtmlPage, selector: str, owners: Owners, moments: Iterable[str | None]
) -> timezone | None:
    """Give the zone that elements outside the posts state, if all that do state the same.

    Boards show all times with the offset that is stated, be it summer's or not. None where the
    moments of all posts tell theirs.
    """
    if all(moment and is_zoned(moment) for moment in moments):
        return None
    told: set[timedelta] = set()
    for node in page.all(selector):
        text = shown(node)
        match = _ZONE.match(text) if len(text) <= MAX_STATEMENT else None
        if match and owners.of(node) is None and (offset := _offset(match)) is not None:
            told.add(offset)
    return timezone(told.pop()) if len(told) == 1 else None


def _offset(match: re.Match[str]) -> timedelta | None:
    hours, rest = int(match["hours"] or 0), match["rest"] or "0"
    if hours > MAX_HOURS:
        return None
    minutes = int(rest) if match["mark"] == ":" else round(float(f"0.{rest}") * 60)
    offset = timedelta(hours=hours, minutes=minutes)
    summer = timedelta(hours=1 if match["summer"] else 0)
    return (offset if match["sign"] == "+" else -offset) + summer
