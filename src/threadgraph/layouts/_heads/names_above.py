"""Read the names that stand above the texts of comments that are dated below."""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._heads.byline_edges import clean_name
from threadgraph.layouts._heads.byline_forms import MAX_BYLINE, Byline
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._text.outline import Row

__all__ = ["names_above"]

STEADY = 0.8
"""Share of the texts that must have one."""

MIN_PLAIN = 3


def _leads(text: str, name: str) -> bool:
    """Tell what stands above a name: a picture, its letter, or the comment's number."""
    return not text or text.isdigit() or (len(text) == 1 and name[:1].upper() == text)


def names_above(table: Sequence[Row], starts: Sequence[int]) -> list[Byline | None]:
    """Give the names that stand above the texts, where they do on most."""
    found = [_name_at(table, number) for number in starts]
    named_ = sum(head is not None for head in found)
    most = named_ >= min(STEADY * len(found), max(MIN_PLAIN, len(found) - 1))
    return list(found) if most else [None] * len(found)


def _name_at(table: Sequence[Row], number: int) -> Byline | None:
    """Read the name that a text begins with, maybe below the comment's number or its initial."""
    at = number + (number + 1 < len(table) and _leads(table[number].text, table[number + 1].text))
    alone = at + 1 < len(table) and not table[at + 1].mark
    name = clean_name(table[at].text) if len(table[at].text) <= MAX_BYLINE else ""
    if not alone or not name or not looks_like_name(name):
        return None
    return Byline(number, at, "bare", name)
