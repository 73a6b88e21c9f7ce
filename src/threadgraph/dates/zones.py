"""Read the zone that a page states for all its times: "All times are GMT +1"."""

from __future__ import annotations

import re
from datetime import timedelta, timezone

__all__ = ["stated_zone"]

MAX_STATEMENT = 200
MAX_HOURS = 14

# "All times are GMT +1. The time now is 10:02 AM.", "All times are UTC-06:00", "Alle Zeiten sind
# UTC + 1 Stunde [ Sommerzeit ]", "All times are GMT + 3.5 Hours"
_ZONE = re.compile(
    r"\A[^\d\n]{2,150}?\b(?:GMT|UTC|WEZ)"
    r"(?:\s?(?P<sign>[+\u2212-])\s?(?P<hours>\d{1,2})(?:(?P<mark>[.:])(?P<rest>\d{1,2}))?)?"
    r"(?![\d:])(?P<summer>\s[^\W\d]{3,10}\s\[ [^\]]{2,20} \])?"
)


def stated_zone(text: str) -> timezone | None:
    """Give the zone that a statement names, None if it is none; summer's hour is counted."""
    match = _ZONE.match(text) if len(text) <= MAX_STATEMENT else None
    if match is None:
        return None
    hours, rest = int(match["hours"] or 0), match["rest"] or "0"
    if hours > MAX_HOURS:
        return None
    minutes = int(rest) if match["mark"] == ":" else round(float(f"0.{rest}") * 60)
    offset = timedelta(hours=hours, minutes=minutes)
    summer = timedelta(hours=1 if match["summer"] else 0)
    return timezone((offset if match["sign"] == "+" else -offset) + summer)
