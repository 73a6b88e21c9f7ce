"""Part vBulletin 3's posts whose card and text html2text prints in one row, as two cells.

"[ann](member.php?u=4) Member Join Date: Jun 2014 Posts: 12 | It works again." below the date. The
rank, or a picture, may end a line before the bar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._boards.forum import Head
from threadgraph.layouts._boards.rows import Row, is_markdown, linked_name, read_rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._vbulletin.cards import Anchor
from threadgraph.layouts._vbulletin.marks import INLINE

__all__ = ["celled"]

MAX_CARD = 500
"""Code points of a card, with its links."""
# "![Default](icon1.gif) **Re: Kettle that drips**"
_TITLE = re.compile(r"(?:!\[[^\[\]]{0,60}\]\([^()]{0,200}\)\s*)?\*\*[^*\n]{1,150}\*\*")
MAX_ROWS = 4
"""Rows of a card below the name, where lines end within its cell."""

MOST = 0.7


def celled(page: TextPage, anchors: Sequence[Anchor]) -> list[Head] | None:
    """Give the heads, where most posts have such a row below their date; else None."""
    rows = read_rows(page)
    if not is_markdown(page) or "|" not in page.dense:
        return None
    found = [_head(page, rows, anchor) for anchor in anchors]
    told = [head for head in found if head is not None]
    if len(told) < max(2, MOST * len(anchors)):
        return None
    return [
        head or Head(first=anchor.first, last=anchor.last, date=anchor.date)
        for head, anchor in zip(found, anchors, strict=True)
    ]


def _head(page: TextPage, rows: Sequence[Row], anchor: Anchor) -> Head | None:
    below = anchor.last + 1
    while below < len(rows) and not rows[below].text:
        below += 1
    name = linked_name(page, rows[below]) if below < len(rows) else None
    if name is None:
        return None
    last = rows[min(len(rows) - 1, below + MAX_ROWS)].last
    start, end = page.lines[rows[below].first].first, page.lines[last].end
    bar = page.text.find(" |", start, min(end, start + MAX_CARD))
    if bar < 0 or not INLINE.search(" ".join(page.text[start:bar].split())):
        return None
    while page.lines[rows[below].last].end <= bar:
        below += 1  # the text stands in the row of the bar
    titled = _TITLE.fullmatch(page.text[bar + 2 : page.lines[rows[below].last].end].strip())
    return Head(
        first=anchor.first,
        last=below if titled else below - 1,
        author=name,
        date=anchor.date,
        opening=anchor.number == 1,
        begin=None if titled else bar + 2,
    )
