"""Give records other names, or none: what the corrections of a whole page's names end with."""

from __future__ import annotations

from collections.abc import Iterable

from threadgraph.layouts._base import Record

__all__ = ["named", "nameless", "renamed"]


def named(record: Record, name: str | None) -> Record:
    """Give the record with a name, or without one."""
    return record._replace(author=name, author_state="named" if name else "missing")


def nameless(record: Record) -> Record:
    """Give the record without its name."""
    return named(record, None)


def renamed(records: Iterable[Record], names: Iterable[str | None]) -> tuple[Record, ...]:
    """Give the records with these names; where there is none, a record stays as it is."""
    pairs = zip(records, names, strict=True)
    return tuple(record._replace(author=name) if name else record for record, name in pairs)
