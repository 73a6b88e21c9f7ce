"""Put names right with which a header's words were read: "by Ann", "Ann Posted", "Date:", "A".

A single one may be somebody's; where most names of a page are so, they are words of a template.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from threadgraph.layouts._base import Record
from threadgraph.layouts._heads.leads import BEFORE_DATE, LEAD
from threadgraph.layouts._verdict.renaming import named

__all__ = ["are_led", "without_leads"]

MOST = 0.6
MIN_NAMES = 2


def are_led(names: Sequence[str]) -> bool:
    """Tell whether most names have a word of the header before or behind them, or are none."""
    return any(_most(names, tells) for tells in (_leads, _ends, _is_letter))


def without_leads(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """Take such words away; single letters stand for the names of pictures that were lost."""
    names = [record.author for record in records if record.author]
    if _most(names, _is_letter):
        return tuple(_named(r, None) if _is_letter(r.author or "") else r for r in records)
    leads, ends = _most(names, _leads), _most(names, _ends)
    if not (leads or ends):
        return records
    return tuple(_named(r, _bare(r.author, leads=leads, ends=ends)) for r in records)


def _most(names: Sequence[str], tells: Callable[[str], bool]) -> bool:
    return len(names) >= MIN_NAMES and sum(map(tells, names)) >= MOST * len(names)


def _leads(name: str) -> bool:
    return LEAD.match(name) is not None


def _ends(name: str) -> bool:
    return BEFORE_DATE.search(name) is not None


def _is_letter(name: str) -> bool:
    return len(name) == 1 and name.isupper()


def _bare(name: str | None, *, leads: bool, ends: bool) -> str | None:
    found = name or ""
    if leads and (lead := LEAD.match(found)):
        found = found[lead.end() :]
    if ends and (end := BEFORE_DATE.search(found)):
        found = found[: end.start()]
    return found.strip(" ,|·:–-") or None


def _named(record: Record, name: str | None) -> Record:
    if name == record.author:
        return record
    return named(record, name)
