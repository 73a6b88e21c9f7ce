"""Read comments of FC2's blogs, which are signed below: "2012/06/20 21:10 | URL | Ann #- [編集]".

The text stands above, below its title where it has one. Last seen: 2022. Not read: titles, which
stay in the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.anchors import discussion_words
from threadgraph.layouts._heads.fc2_feet import fc2_feet
from threadgraph.layouts._heads.thread import Start, begin_of, cut_signed, end_of_list
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_FEET = 2
MAX_HEADING = 30
MAX_UP = 40
"""Rows above the first signature among which the heading of the comments is sought."""


def _parse(page: TextPage) -> Parse | None:
    if page.dense.count("編集") < MIN_FEET:
        return None
    table = page.once(rows)
    feet = list(fc2_feet(table))
    if len(feet) < MIN_FEET:
        return None
    tops = [_first(table, feet[0].first), *(foot.last + 1 for foot in feet[:-1])]
    starts = [Start(row=top, head=None, depth=None) for top in tops]
    records = cut_signed(page, starts, feet, end_of_list(page, feet[-1].last, 0))
    start, records = begin_of(page, records, tops[0])
    told = sum(bool(record.body) for record in records)
    return Parse(
        records=tuple(records),
        start=start,
        marks=2 * len(records),
        regularity=told / len(records),
    )


def _first(table: Sequence[Row], foot: int) -> int:
    """Give the row where the first text begins: below the heading, else the paragraph alone."""
    for number in range(foot - 1, max(-1, foot - MAX_UP), -1):
        text = table[number].text
        if len(text) <= MAX_HEADING and discussion_words(text):
            return min(number + 1, foot)
    return max(0, foot - 1)


LAYOUT = Layout(
    description="FC2: signed below, 'date | URL | Name #- [編集]'",
    parents="none",
    telling=3,
    parse=_parse,
)
