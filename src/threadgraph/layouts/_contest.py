"""Weigh parses of one page against each other: a wrong family swallows the heads of posts.

A family that reads pages of another finds some of the posts and takes the others for their text.
Then rows that look like heads (a date, with a name or alone) stand inside of texts.
"""

from __future__ import annotations

from bisect import bisect_right

from threadgraph.layouts._anchors import anchor
from threadgraph.layouts._base import Parse
from threadgraph.layouts._outline import Row, rows
from threadgraph.layouts._page import TextPage

__all__ = ["weight"]

CHANCE = 0.15
"""Heads inside of texts a record, up to which they may be quotes and lists of readers."""


def weight(page: TextPage, parse: Parse) -> float:
    """Give the share of the found heads among all, those inside of texts counted; few are none."""
    heads = page.once(_heads)
    swallowed = 0
    for record in parse.records[:-1]:  # the last one may end with links to other pages
        if record.body:
            first = bisect_right(heads, record.body[0].start)
            swallowed += bisect_right(heads, record.body[-1].end) - first
    share = swallowed / len(parse.records)
    return 1 / (1 + share) if share > CHANCE else 1.0


def _heads(page: TextPage) -> list[int]:
    """Give the places of rows that can be heads; "Ann wrote on 3 May" stands above quotes, too."""
    table: list[Row] = page.once(rows)
    found = [(row, anchor(row)) for row in table]
    return [page.lines[row.first].first for row, a in found if a and not a.shape[-1].strip()]
