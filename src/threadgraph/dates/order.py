"""Choose the order in which a document's dates of numbers have day, month and year."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

__all__ = ["Order", "order_of"]

Order = Literal["dmy", "mdy", "ymd"]

MIN_DAYS = 3
"""Two days rise or fall by chance."""

# languages whose dates of numbers, where the year is last, have the day first; of English, Canadian
# French and American Spanish both orders are common
_DAY_FIRST = frozenset(
    """az be bg bs ca cs da de el es et eu fi fr gl he hr id is it ka lv mk ms nb nl nn no pl pt ro
    ru sk sl sq sr sv tr uk vi""".split()
)
_DAY_FIRST_ENGLISH = frozenset(("en-gb", "en-ie", "en-au", "en-nz", "en-in", "en-za"))
_EITHER = frozenset(("es-us", "es-pr", "fr-ca"))
# "06.01.2020 um 9:16", "le 06/01/2020 à 9h16", "06/01/2020 a las 9:16", "dnia 06.01.2020"
_WORDS = re.compile(
    r"^(?:le|il|el|em|den|dnia)\s|\s(?:um|à|às|a las?|alle(?: ore)?|ore|om|kl\.?|klo|godz\.?|в|у|о|"
    r"στο|στις|ob|ás|kell)\s?\d|\sUhr$",
    re.IGNORECASE,
)
# "06-01-20": the year can be first, as in "2006-01-20"
_DASHED = re.compile(r"\d-\d{1,2}-\d")


def order_of(
    valid: Mapping[Order, list[datetime]], shown: Sequence[str], language: str | None
) -> Order | None:
    """Choose among the orders in which all dates are valid; None where nothing decides.

    `shown` are the dates as they stand, `language` what the page says it is in.
    """
    if len(valid) == 1:
        return next(iter(valid))
    steady: list[Order] = [order for order, moments in valid.items() if _steady(moments)]
    if len(steady) == 1:
        return steady[0]
    if "dmy" not in valid or ("ymd" in valid and any(map(_DASHED.search, shown))):
        return None
    told = _writes_day_first(language) or any(map(_WORDS.search, shown))
    return "dmy" if told else None


def _steady(moments: list[datetime]) -> bool:
    days = [moment.date() for moment in moments]
    if len(set(days)) < MIN_DAYS:
        return False
    return days == sorted(days) or days == sorted(days, reverse=True)


def _writes_day_first(language: str | None) -> bool:
    tag = (language or "").lower()
    if tag.partition("-")[0] in _DAY_FIRST:
        return tag not in _EITHER
    return tag in _DAY_FIRST_ENGLISH
