"""Hold what a date tells: a moment of our calendar, and how much of it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal, NamedTuple

__all__ = [
    "AGED",
    "AMBIGUOUS",
    "NO_TIME",
    "TIMED",
    "TIMES",
    "UNTOLD",
    "Moment",
    "moment_at",
    "moved",
    "precision_of",
]

Precision = Literal["second", "minute", "hour", "day", "month", "year", "relative", "ambiguous"]

TIMED = frozenset(("second", "minute", "hour"))
"""Precisions that tell a time of day."""

TIMES = ("hour", "minute", "second", "half")
"""The parts of a time of day, as the patterns of `read` name them."""

NO_TIME = (None, None, None, None)


class Moment(NamedTuple):
    """What a date as shown tells: the moment (UTC where no zone is shown) and its precision."""

    at: datetime | None
    precision: Precision | None


UNTOLD = Moment(None, None)
AMBIGUOUS = Moment(None, "ambiguous")
AGED = Moment(None, "relative")


def moment_at(
    year: int, month: int, day: int, time: Sequence[str | None] = NO_TIME
) -> datetime | None:
    """Give the moment that numbers tell; None where no calendar has it ("May 0000", 25:00)."""
    shown, minute, second, half = time
    hour = int(shown or 0)
    if half:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    try:
        return datetime(year, month, day, hour, int(minute or 0), int(second or 0), tzinfo=UTC)
    except ValueError:
        return None


def moved(moment: Moment, ahead: timedelta) -> Moment:
    """Give a moment of a zone so far ahead in UTC."""
    try:
        return moment if moment.at is None else moment._replace(at=moment.at - ahead)
    except OverflowError:  # "0001-01-01T00:00:00+01:00" is in UTC of no year
        return AMBIGUOUS


def precision_of(time: Sequence[str | None]) -> Precision:
    """Give the precision of a date with this time of day."""
    hour, minute, second, _ = time
    return "second" if second else "minute" if minute else "hour" if hour else "day"
