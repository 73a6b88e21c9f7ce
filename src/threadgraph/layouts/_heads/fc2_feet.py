"""Find what FC2's blogs print below each comment: "2012/06/20 21:10 | URL | Ann #- [編集]"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._heads.byline_forms import Byline
from threadgraph.layouts._text.outline import Row

__all__ = ["fc2_feet"]

MAX_FOOT = 140

_FOOT = re.compile(
    r"(?P<date>\d{4}[/.-]\d{1,2}[/.-]\d{1,2}(?:\s?[(（].{1,4}[)）])?\s\d{1,2}:\d\d(?::\d\d)?)\s?"
    r"(?:\|\s?URL\s?)?\|\s?(?P<name>\S.{0,60}?)?\s?#(?:[\w./-]{1,12})?\s?\[\s?編集\s?\]\W{0,2}$"
)


def fc2_feet(table: Sequence[Row]) -> Iterator[Byline]:
    """Give the signatures, in order."""
    for number, row in enumerate(table):
        if "編集" in row.text and len(row.text) <= MAX_FOOT and (match := _FOOT.match(row.text)):
            yield Byline(number, number, "signed", match["name"] or "", match["date"])
