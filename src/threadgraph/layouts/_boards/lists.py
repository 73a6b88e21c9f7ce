"""Find the numbered list that a thread is printed as."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from threadgraph.layouts._boards.rows import Row

__all__ = ["Item", "is_path", "longest_list"]

# "12."
_ITEM = re.compile(r"^(\d{1,4})\.$")


class Item(NamedTuple):
    """The row of a list's item and its number."""

    row: int
    number: int


def longest_list(rows: Sequence[Row], *, missing: bool = False) -> list[Item]:
    """Give the longest list of items whose numbers rise by one and end at one column.

    An item of other make, an advertisement, may stand at a column of its own; one between two may
    be missing, where that is told.
    """
    lists: dict[int, list[Item]] = {}
    best: list[Item] = []
    above = 0
    for number, row in enumerate(rows):
        found = _ITEM.match(row.mark) if row.mark else None
        if found is None:
            continue
        item = Item(number, int(found[1]))
        end = row.indent + len(row.mark)
        # "  9." and "  10." may begin at the same column instead
        known = (lists.get(end + width) for width in (0, -1, 1))
        steps = (1, 2) if missing or item.number == above + 1 else (1,)
        before = next((one for one in known if one and item.number - one[-1].number in steps), None)
        lists[end] = before if before is not None else []
        lists[end].append(item)
        above = item.number
        best = lists[end] if len(lists[end]) > len(best) else best
    return best


def is_path(items: Sequence[Item]) -> bool:
    """Tell a path to where the page stands, "1. Home", "2. Login": nothing stands below an item.

    One item is no list either.
    """
    return all(item.row + 1 == below.row for item, below in pairwise(items))
