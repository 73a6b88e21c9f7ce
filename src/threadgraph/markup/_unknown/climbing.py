"""Tell posts by a part of each that its class calls a comment's date or author.

What holds it need not be alike: `<table class="box">` is each post's, and the menu's, too. A post
is the largest element that holds one such part and no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from threadgraph.markup._dom import classes
from threadgraph.markup._unknown.blocks import Block, speaks_of_comments
from threadgraph.markup._unknown.outline import role_of
from threadgraph.markup._unknown.rows import FEW, Row, row_of

__all__ = ["climbing"]

MAX_KINDS = 4
"""Kinds of such parts that are looked at."""
_TELLS = 2
"""Role of a class from which on it surely is a date or an author."""


def climbing(blocks: Sequence[Block]) -> Iterator[Row]:
    """Give the rows of elements that hold one such part each."""
    kinds: dict[tuple[str, str], list[int]] = {}
    for number, block in enumerate(blocks):
        name = next((n for n in block.names if speaks_of_comments(n)), None)
        if name is not None and not block.aside and _is_part(block):
            kinds.setdefault((block.tag, name), []).append(number)
    for numbers in islice((k for k in kinds.values() if len(k) >= FEW), MAX_KINDS):
        row = row_of(blocks, _holders(blocks, numbers))
        if row is not None and len(row.blocks) == len(numbers):
            yield replace(row, said=True, weak=True)


def _is_part(block: Block) -> bool:
    role = role_of(block.tag, " ".join(classes(block.node)))
    return role.date >= _TELLS or role.author > _TELLS


def _holders(blocks: Sequence[Block], numbers: Sequence[int]) -> list[int]:
    """Give for each block the largest element around it that holds none of the others."""
    holders: list[int] = []
    for place, number in enumerate(numbers):
        before = numbers[place - 1] if place else -1
        after = numbers[place + 1] if place + 1 < len(numbers) else len(blocks)
        here = number
        while (above := blocks[here].above) > before and blocks[above].end <= after:
            here = above
        holders.append(here)
    return holders
