"""Read vBulletin 3's cards where geometry is kept: the name on the left, counters on the right.

"ann             Join Date: Jan 2008", "Senior Member   Posts: 12" below the date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.joining import is_joined
from threadgraph.layouts._boards.forum import Head
from threadgraph.layouts._boards.rows import read_rows
from threadgraph.layouts._text.names import MAX_NAME, reads_as_text
from threadgraph.layouts._text.page import Line, TextPage
from threadgraph.layouts._vbulletin.cards import Anchor
from threadgraph.names import is_role

__all__ = ["beside"]

MOST = 0.7
MAX_HEIGHT = 8
"""Lines of a card, at most."""

# "ann             Join Date: Jan 2008"
_CELLS = re.compile(r"(?P<left>\S.{0,60}?)\s{3,}(?P<label>[^\W\d_][^:\d]{0,24}:)\s\S")
# "Location: Kassel"
_FIELD = re.compile(r"[^\W\d_][^:\d]{0,24}: ?\S")


def beside(page: TextPage, anchors: Sequence[Anchor]) -> list[Head] | None:
    """Give the heads, where most posts have such a card below their date; else None."""
    if "   " not in page.flow:
        return None
    found = [_head(page, anchor) for anchor in anchors]
    told = sum(head is not None for head in found)
    if not told or told < MOST * len(anchors):
        return None
    return [
        head or Head(first=anchor.first, last=anchor.last, date=anchor.date)
        for head, anchor in zip(found, anchors, strict=True)
    ]


def _head(page: TextPage, anchor: Anchor) -> Head | None:
    rows, lines = read_rows(page), page.lines
    first = anchor.last + 1
    near = range(first, min(len(rows), first + MAX_HEIGHT))
    place = next((n for n in near if _CELLS.match(lines[rows[n].first].text)), None)
    found = _CELLS.match(lines[rows[place].first].text) if place is not None else None
    if place is None or found is None or not is_joined(found["label"]):
        return None
    line = lines[rows[place].first]
    column, last = line.indent + found.start("label"), place
    while last + 1 < len(rows) and _goes_on(lines[rows[last + 1].first], column):
        last += 1
    names = [*(rows[n].text for n in range(first, place)), found["left"]]
    name = next(filter(None, names))
    told = len(name) <= MAX_NAME and not is_role(name) and not reads_as_text(name)
    return Head(
        first=anchor.first,
        last=last,
        author=name if told else None,
        date=anchor.date,
        opening=anchor.number == 1,
    )


def _goes_on(line: Line, column: int) -> bool:
    """Tell a line with a counter in the right column."""
    place = max(0, column - line.indent)
    apart = place == 0 or line.text[place - 3 : place].isspace()
    return line.indent <= column and apart and bool(_FIELD.match(line.text, place))
