"""Find the items of a list of posts whose headers were dropped: only their texts are left.

Where each post is an item and its text stands further in than the item's sign, another item at the
place of a post is one as well. Lists in texts stand further in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from threadgraph.layouts._heads.heads import Head
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["with_bare_items"]

MIN_ITEMS = 3
MIN_LETTERS = 20
"""A shorter item may be a control."""


def with_bare_items(
    page: TextPage, rows: Sequence[Row], heads: Sequence[Head], stop: int
) -> list[Head]:
    """Give the heads with those of items that show nothing but a text; each is without a name."""
    if len(heads) < MIN_ITEMS or not all(_is_item(rows, head) for head in heads):
        return [*heads]
    depths = {rows[head.first].indent: head.depth for head in heads}
    ends = [*(head.first for head in heads[1:]), stop]
    found: list[Head] = []
    for head, end in zip(heads, ends, strict=True):
        found.append(head)
        for number in _bare(rows, head, end, depths.keys()):
            line = page.lines[rows[number].first]
            depth = depths[rows[number].indent]
            found.append(
                Head(
                    first=number,
                    last=number,
                    start=line.start + rows[number].column,
                    depth=depth,
                    evidence=None if depth is None else line.content,
                )
            )
    return found


def _is_item(rows: Sequence[Row], head: Head) -> bool:
    """Tell a header with a list's sign, and a text further in that has none."""
    below = head.last + 1
    if below >= len(rows) or not rows[head.first].mark:
        return False
    return rows[below].indent > rows[head.first].indent and not rows[below].mark


def _bare(rows: Sequence[Row], head: Head, end: int, levels: AbstractSet[int]) -> Iterator[int]:
    """Give the items between a head and the next that stand where posts stand, not in its text."""
    level = rows[head.first].indent
    for number in range(head.last + 2, end):
        row = rows[number]
        stands = bool(row.mark) and row.indent <= level and row.indent in levels
        if stands and len(row.text) >= MIN_LETTERS:
            level = row.indent
            yield number
