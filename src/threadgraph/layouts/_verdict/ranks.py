"""Take ranks, places and counts away behind names: "Ann Ann Member": a picture, a name, a rank.

Vanilla prints them on one line, and stars or a count behind: "Ann Moderator ✭✭✭". Where most names
of a page are of such a form, the rank is no part of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from threadgraph.attributes import bare_names
from threadgraph.layouts._base import Record
from threadgraph.layouts._verdict.renaming import renamed
from threadgraph.names import is_role

__all__ = ["without_ranks"]

MIN_NAMED = 3
MOSTLY = 0.6
MANY = 0.5
"""Share of the names that have a rank of one word: others may have none."""

# "Ann Lee Ann Lee", "Ann Lee Ann Lee Moderator ✭✭✭"
_TWICE = re.compile(r"(?P<name>\S.{0,38}?)\s(?P=name)(?:\s.{1,40})?$")
# "Ann ✭✭✭", "Ann Posts: 123"
_STARS = re.compile(r"(?:\s(?:[✭★☆●]{1,9}|Posts: \d{1,6})){1,2}$")


def without_ranks(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """Give the records with names that stand there once and alone."""
    bare = bare_names(record.author for record in records if record.author)
    if any(name != cut for name, cut in bare.items()):
        records = tuple(r._replace(author=bare.get(r.author or "", r.author)) for r in records)
    return _cut(_cut(records, _once, MOSTLY), _unranked, MANY)


def _cut(
    records: tuple[Record, ...], shorter: Callable[[str], str | None], share: float
) -> tuple[Record, ...]:
    """Shorten the names that can be, if so many can and they are several."""
    found = [shorter(record.author) if record.author else None for record in records]
    named = sum(record.author is not None for record in records)
    if len({*found} - {None}) < MIN_NAMED or sum(map(bool, found)) < share * named:
        return records
    return renamed(records, found)


def _once(name: str) -> str | None:
    match = _TWICE.match(name)
    return match["name"] if match else None


def _unranked(name: str) -> str | None:
    """Give what stands before "Moderator" or "✭✭✭"; a rank alone is no name: "New member"."""
    if is_role(name):
        return None
    bare = _STARS.sub("", name)
    head, _, role = bare.rpartition(" ")
    bare = head if head and is_role(role) else bare
    return None if bare == name else bare
