"""Weigh parses of one page against each other: a wrong family swallows the heads of posts.

A family that reads pages of another finds some of the posts and takes the others for their text.
Then rows that look like heads (a date, with a name or alone) stand inside of texts.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from threadgraph.dates import is_date
from threadgraph.layouts._anchors import anchor
from threadgraph.layouts._base import Parse
from threadgraph.layouts._outline import Row, rows
from threadgraph.layouts._page import TextPage

__all__ = ["weight"]

MANY = 4
_DIGITS = re.compile(r"\d+")
CHANCE = 0.15
"""Heads inside of texts a record, up to which they may be quotes and lists of readers."""


def weight(page: TextPage, parse: Parse) -> float:
    """Give the share of the found heads among all, those inside of texts counted; few are none."""
    heads = page.once(_Heads)
    swallowed = sum(
        heads.inside(record.body[0].start, record.body[-1].end)
        for record in parse.records[:-1]  # the last one may end with links to other pages
        if record.body
    )
    share = swallowed / len(parse.records)
    return _names(parse) / (1 + share if share > CHANCE else 1.0)


def _names(parse: Parse) -> float:
    """Give the share of the names that can be some: no dates, no labels of counters."""
    names = [record.author for record in parse.records if record.author]
    wrong = sum(name.endswith(":") or name.isdecimal() or is_date(name) for name in names)
    if len(names) >= MANY and len({_DIGITS.sub("0", name) for name in names}) == 1:
        return 0.5  # a word of the page that stands in each header
    return 1 - wrong / len(names) if names else 1.0


class _Heads:
    """The rows of a page that can be heads; each is looked at when first asked for."""

    def __init__(self, page: TextPage) -> None:
        """Note where the rows begin."""
        self._table: list[Row] = page.once(rows)
        self._places = [page.lines[row.first].first for row in self._table]
        self._known: dict[int, bool] = {}

    def inside(self, start: int, end: int) -> int:
        """Count the heads that begin behind `start`, at `end` at the latest."""
        first, last = bisect_right(self._places, start), bisect_right(self._places, end)
        return sum(map(self._is_head, range(first, last)))

    def _is_head(self, number: int) -> bool:
        """Tell a head; "Ann wrote on 3 May" stands above quotes, too."""
        if number not in self._known:
            found = anchor(self._table[number])
            self._known[number] = found is not None and not found.shape[-1].strip()
        return self._known[number]
