"""Tell the times at which people wrote from other dates: to the minute, rising, not on the hour.

A blog's own articles stand newest first, and events begin at full hours: "May 5, 2012 at 8:00 pm".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise

from threadgraph.dates import Moment, read_dates

__all__ = ["falling", "joins_clock", "mostly_rising", "written_at"]

MAX_STAMP = 60
MOSTLY = 0.66
SEVERAL = 3
ROUND = 5
"""Minutes of which the times of events are multiples."""

# "June 3, 2009 at 4:12 pm", "3. Juni 2009 um 16:12", "3 juin 2009 à 16 h 12 min"
_JOINED = re.compile(
    r"\b(?:19|20)\d\d,?\s?(?:at|@|um|à|às|ore|alle(?: ore)?|a las?|as|en|om|o|kl\.?|klo|v|la|в|у|о|"
    r"στις|lúc|pada|pukul)"
    r"\s?\d{1,2}(?::|\.|\sh\s|h)\d\d",
    re.IGNORECASE,
)


def joins_clock(text: str) -> bool:
    """Tell a date with a word before its clock, as WordPress prints it."""
    return len(text) <= MAX_STAMP and _JOINED.search(text) is not None


def written_at(dates: Sequence[str], least: int) -> bool:
    """Tell times of writing: at least so many, to the minute, the first to the last."""
    return _rising(dates, least) == 1


def mostly_rising(dates: Sequence[str], least: int) -> bool:
    """Tell times of writing of which two of three stand below an earlier one: threads nest."""
    return _rising(dates, least) >= MOSTLY


def falling(dates: Sequence[str]) -> bool:
    """Tell several dates of which each is older than the one above, as lists have them.

    Times to the minute are of what people write: boards and newspapers turn their threads, too.
    """
    if len(dates) < SEVERAL:
        return False
    read = read_dates(dates)
    times = [moment.at for moment in read if moment.at is not None]
    if len(times) < len(dates) or (_timed(read) and _are_odd(times)):
        return False
    return all(a > b for a, b in pairwise(times))


def _timed(read: Iterable[Moment]) -> bool:
    return all(moment.precision in ("minute", "second") for moment in read)


def _are_odd(times: Sequence[datetime]) -> bool:
    """Tell times of which half or more are no multiples of five minutes, as those of events are."""
    return 2 * sum(time.minute % ROUND > 0 for time in times) >= len(times)


def _rising(dates: Sequence[str], least: int) -> float:
    """Give the share of the times to the minute that stand below an earlier one, or 0."""
    if len(dates) < least:
        return 0
    read = read_dates(dates)
    if not _timed(read):
        return 0
    times = [moment.at for moment in read if moment.at is not None]
    if len(times) < len(dates) or times[0] >= times[-1] or not _are_odd(times):
        return 0
    return sum(a <= b for a, b in pairwise(times)) / (len(times) - 1)
