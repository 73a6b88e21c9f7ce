"""Tell how deep wpDiscuz's comments stand, and where their list ends."""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._heads.byline_edges import is_avatar
from threadgraph.layouts._heads.byline_forms import Byline
from threadgraph.layouts._heads.nesting import by_indent
from threadgraph.layouts._heads.thread import Start, end_of_list
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["end_of", "starts_of"]


def starts_of(table: Sequence[Row], found: Sequence[Byline]) -> list[Start]:
    """Give the posts' depths by indentation, else their labels: without one they stand on top."""
    labelled = any(head.label for head in found)
    depths = by_indent(table, [_leftmost(table, head) for head in found])
    if labelled and not _fits(depths, found):
        inner = by_indent(table, [_text(table, head) for head in found])
        depths = inner if _fits(inner, found) else depths
    nested = None not in depths
    lows = [0, *(head.last + 1 for head in found)]
    return [
        Start(
            row=_top(table, head, low),
            head=head._replace(label=None) if nested else head,
            depth=0 if labelled and not nested and head.label is None else depth,
        )
        for head, depth, low in zip(found, depths, lows, strict=False)
    ]


def _top(table: Sequence[Row], head: Byline, low: int) -> int:
    """Give the first row of a header, or the words of a picture above it, from `low` on."""
    above = head.first - 1
    pictured = above >= low and head.name and is_avatar(table[above].text, head.name)
    return above if pictured else head.first


def _fits(depths: Sequence[int | None], found: Sequence[Byline]) -> bool:
    """Tell whether those and only those that have a label stand deeper."""
    return all(bool(depth) == bool(head.label) for depth, head in zip(depths, found, strict=True))


def _leftmost(table: Sequence[Row], head: Byline) -> int:
    return min(range(head.first, head.last + 1), key=lambda number: table[number].indent)


def _text(table: Sequence[Row], head: Byline) -> int:
    return min(head.last + 1, len(table) - 1)


def end_of(page: TextPage, found: Sequence[Byline]) -> int:
    """Give where the list ends; Inscriptis prints names right of their texts."""
    table = page.once(rows)
    left = min(min(table[h.first].indent, table[_text(table, h)].indent) for h in found)
    return end_of_list(page, found[-1].last, left)
