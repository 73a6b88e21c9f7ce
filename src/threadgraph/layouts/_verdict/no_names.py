"""Tell what stands where names do on a whole page and is nobody's name.

"MA", "ST": the letters of pictures whose names were lost; "18 hiker", "20 hiker": a count of votes
and a word; "New member" above the date of joining: what boards call their people by; countries.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.columns import are_counts
from threadgraph.joining import is_joined
from threadgraph.layouts._base import Record
from threadgraph.layouts._heads.byline_forms import whole_date
from threadgraph.layouts._verdict.countries import are_countries
from threadgraph.layouts._verdict.glued import without_glued
from threadgraph.layouts._verdict.renaming import nameless, renamed
from threadgraph.names import is_role

__all__ = ["are_dates", "are_initials", "graded", "without_labels"]

MIN_DIFFERENT = 3
CHANCE = 0.3
"""Share of the names that are dates, up to which only these are none."""

MANY = 0.5
"""Share of the names that are roles from which on all roles are none."""

BADGED = 0.8
"""Share of the names behind which such a badge stands on each page that has them."""

_BADGE = re.compile(
    r"(?P<name>\S.{0,60}?) (?:-?\d{1,6}(?:p|pts?| points?)|@[\w.-]{1,40}(?:@[\w.-]{3,60})?)$"
)
_INITIALS = re.compile(r"[A-ZÀ-ÖØ-ÞА-Я]{2}$")
_NONE: frozenset[str] = frozenset()
_STAFF = re.compile(r"admin|mod", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_ADDRESS = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")
_ARROWS = frozenset("▲▼△▽👍👎")
_TIME = re.compile(r"\d:\d\d|ago\b")


def are_dates(told: Sequence[str]) -> bool:
    """Tell names of which so many are dates that the parse is in doubt."""
    return sum(_date_of(name) is not None for name in told) > CHANCE * len(told)


def _date_of(name: str) -> str | None:
    """Give the date that stands for a name: no "JanDe12", no address, "203.0.113.9"."""
    told = len(_DIGITS.findall(name)) > 1 or _TIME.search(name)
    date = whole_date(name) if told else None
    return date if date and not _ADDRESS.fullmatch(date) else None


def _undated(record: Record) -> Record:
    """Give the record without a date, votes or "Joined 2009" where the name was lost."""
    name = record.author or ""
    date = _date_of(name)
    if date is None and _ARROWS.isdisjoint(name) and not is_joined(name.rstrip("0123456789 ")):
        return record
    return nameless(record)._replace(date=record.date or date)


def without_labels(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """Give the records without such names; with a role goes the date of joining below it."""
    records = tuple(map(_undated, _without_badges(_unglued(records))))
    told = [record.author for record in records if record.author]
    if are_initials(told) or are_counts(told) or _all_members(told) or are_countries(told):
        return tuple(map(nameless, records))
    grades = graded(told)
    return tuple(_ungraded(record) if record.author in grades else record for record in records)


def _unglued(records: tuple[Record, ...]) -> tuple[Record, ...]:
    names = [record.author or "" for record in records]
    found = without_glued(names)
    if found == names:
        return records
    return renamed(records, found)


def _without_badges(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """Cut points and handles off that stand behind nearly all names: "Ann 16p", "Ann @ann"."""
    found = [_BADGE.match(record.author) if record.author else None for record in records]
    named = sum(record.author is not None for record in records)
    if sum(match is not None for match in found) < max(MIN_DIFFERENT, BADGED * named):
        return records
    return renamed(records, (match and match["name"] for match in found))


def are_initials(told: Sequence[str]) -> bool:
    """Tell the letters of pictures: "MA", "ST" where the names themselves were lost."""
    return len(set(told)) >= MIN_DIFFERENT and all(map(_INITIALS.match, told))


def graded(told: Sequence[str]) -> frozenset[str]:
    """Give the roles of two words ("New member") where they stand for half of the names."""
    grades = frozenset(name for name in set(told) if " " in name and is_role(name))
    return grades if sum(map(grades.__contains__, told)) >= max(2, MANY * len(told)) else _NONE


def _all_members(told: Sequence[str]) -> bool:
    """Tell one role that stands for all names, where boards print it below each ("Usuario")."""
    alike = len(told) > MIN_DIFFERENT and len(set(told)) == 1
    return alike and is_role(told[0]) and not _STAFF.match(told[0])


def _ungraded(record: Record) -> Record:
    timed = record.date is None or _TIME.search(record.date)
    return nameless(record if timed else record._replace(date=None))
