"""Read the numbers of dates whose month is named."""

from __future__ import annotations

import re

from threadgraph.dates.scan import shape_of
from threadgraph.dates.tokens import tokens_of
from threadgraph.dates.words import MONTHS

__all__ = ["named_date", "names_month", "with_october"]

_NOT_DIGITS = re.compile(r"\D")
_AUGUST = 8  # "ago", which names no other month: elsewhere it is a word of ages
_LISTOPAD = re.compile(r"\blistopada?\b", re.IGNORECASE)
_CROATIAN = re.compile(r"\d\.\slistopada\s\d{4}\.", re.IGNORECASE)
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_OF_BUDDHA = "พ.ศ."
BUDDHIST = 543
"""Years that those of Thailand are ahead of ours."""
LEAST_BUDDHIST = 2400
OLDEST = 1000
"""Years of two figures can be of two centuries: "5 mai 98"."""


def names_month(shape: str) -> bool:
    """Tell whether texts of this shape name a month with two numbers: the day and the year."""
    kinds = [token.kind for token in tokens_of(shape, 0)]
    return "M" in kinds and kinds.count("N") == 2  # noqa: PLR2004 - see above


def named_date(text: str) -> tuple[int, int, int, str] | None:
    """Give year, month and day of a date with a named month, and what else stands there."""
    shape = shape_of(text)
    if not names_month(shape):
        return None
    tokens = tokens_of(shape, 0)
    month = next(t for t in tokens if t.kind == "M")
    numbers = [t for t in tokens if t.kind == "N"]
    shown = [text[t.start : t.end] for t in numbers]
    year, day = sorted((int(_NOT_DIGITS.sub("", number)) for number in shown), reverse=True)
    if _THAI.match(month.text):
        year = _christian(year, text)
    rest = " ".join(text[t.start : t.end] for t in tokens if t.kind in "TAZ")
    number = MONTHS.get(month.text.lower(), _AUGUST)
    return (year, number, day, rest) if year >= OLDEST else None


def _christian(year: int, text: str) -> int:
    """Give our year for a Thai one, 0 where it can be of both: "5 มี.ค. 63"."""
    if year > LEAST_BUDDHIST or (_OF_BUDDHA in text and year > BUDDHIST):
        return year - BUDDHIST
    return year if year > BUDDHIST else 0


def with_october(text: str, language: str | None) -> str:
    """Give a Croatian date without "listopada": October there, November in Polish.

    Where the page's `language` does not tell it, full stops behind day and year do.
    """
    croatian = (language or "").lower().startswith("hr") or _CROATIAN.search(text)
    return _LISTOPAD.sub("october", text) if croatian else text
