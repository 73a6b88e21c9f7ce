"""Read lists of names, each with its text below it, as the Disqus plug-in prints them."""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._base import Parse
from threadgraph.layouts._heads.heads import Head, parse_heads
from threadgraph.layouts._text.chrome import PINGBACK
from threadgraph.layouts._text.names import without_address
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["is_sign", "named_items"]


def named_items(
    page: TextPage, rows: Sequence[Row], items: Sequence[int], depths: Sequence[int], stop: int
) -> Parse:
    """Give the parse of the items of these depths, the last of which ends before the row `stop`."""
    heads = [
        Head(
            first=n,
            last=n,
            author=without_address(rows[n].text),
            depth=depth,
            evidence=_mark(page, rows[n]),
        )
        for n, depth in zip(items, depths, strict=True)
    ]
    return parse_heads(page, rows, heads, stop, is_sign)


def is_sign(row: Row) -> bool:
    """Tell a row of a rule, a picture or a pingback; no controls are printed in such lists."""
    return not any(c.isalnum() for c in row.text) or PINGBACK.match(row.text) is not None


def _mark(page: TextPage, row: Row) -> Segment:
    line = page.lines[row.first]
    return Segment(line.first, line.first + len(row.mark))
