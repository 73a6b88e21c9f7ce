"""Find what FC2's blogs print below each comment: "2012/06/20 21:10 | URL | Ann #- [編集]"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._heads.byline_forms import Byline
from threadgraph.layouts._text.outline import Row

__all__ = ["fc2_feet"]

MAX_FOOT = 140
MAX_ROWS = 4
"""Rows of a signature: "• 2012/06/20 21:10", "• | URL |", "• Ann #-", "• [編集]"."""

_FOOT = re.compile(
    r"(?P<date>\d{4}[/.-]\d{1,2}[/.-]\d{1,2}(?:\s?[(（].{1,4}[)）])?\s\d{1,2}:\d\d(?::\d\d)?)\s?"
    r"(?:\|\s?URL\s?)?\|\s?(?P<name>\S.{0,60}?)?\s?#(?:[\w./-]{1,12})?\s?\[\s?編集\s?\]\W{0,2}$"
)


def fc2_feet(table: Sequence[Row]) -> Iterator[Byline]:
    """Give the signatures, in order; some themes make a list of their parts."""
    for number, row in enumerate(table):
        if "編集" not in row.text or len(row.text) > MAX_FOOT:
            continue
        for first in range(number, max(-1, number - MAX_ROWS), -1):
            text = " ".join(row.text for row in table[first : number + 1])
            if len(text) <= MAX_FOOT and (match := _FOOT.match(text)):
                yield Byline(first, number, "signed", match["name"] or "", match["date"])
                break
