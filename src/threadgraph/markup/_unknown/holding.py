"""Tell posts by the text in each that its class calls a comment's, where theirs says nothing.

`<div class="cell"><b>Ann</b> <div class="reply_content">It sings.</div></div>`
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from threadgraph.markup._unknown.blocks import Block
from threadgraph.markup._unknown.outline import role_of
from threadgraph.markup._unknown.rows import FEW, Row, row_of

__all__ = ["holding"]

MAX_TEXTS = 4
"""Groups of texts that are looked at."""
_LINKED = 0.5
_BODY = 2
"""Role of a class from which on it is a post's text for certain."""


def holding(
    blocks: Sequence[Block], groups: Sequence[tuple[int, ...]], rows: Sequence[Row]
) -> Iterator[Row]:
    """Give the rows that no name calls comments and each block of which holds one such text."""
    for texts in islice((row for row in rows if _are_texts(blocks, row)), MAX_TEXTS):
        for group in groups:
            if FEW <= len(group) <= len(texts.blocks) and _hold(blocks, group, texts.blocks):
                row = row_of(blocks, group)
                if row is not None and not row.said:
                    yield replace(row, said=True, weak=True)


def _are_texts(blocks: Sequence[Block], row: Row) -> bool:
    if not row.own or len(row.blocks) < FEW:
        return False
    first = blocks[row.blocks[0]]
    if sum(blocks[n].linked for n in row.blocks) > _LINKED * row.size:
        return False
    return role_of(first.tag, first.node.attributes.get("class") or "").body >= _BODY


def _hold(blocks: Sequence[Block], group: Sequence[int], texts: Sequence[int]) -> bool:
    """Tell whether each block holds one of the texts, and no other."""
    return all(bisect_left(texts, blocks[n].end) - bisect_left(texts, n + 1) == 1 for n in group)
