"""Find the user cards of XenForo 2 whose fields are a list, as trafilatura leaves them.

"Ann", "Oak Planer", "- Oct 21, 2009", "- 246", "- 0", "- 16", "- Leeds": the icons that stand for
"Joined", "Messages" and the other labels are no text. No other page prints such a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.dates import is_date
from threadgraph.layouts._boards.forum import Head
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._text.names import MAX_NAME, looks_like_name
from threadgraph.names import is_role

__all__ = ["listed_cards"]

_COUNT = re.compile(r"^\d{1,3}(?:[.,]?\d{3}){0,2}$")
MIN_COUNTS = 2
MAX_FIELDS = 2
"""Items below the counters: a place, a page."""

MAX_DATE = 30
MAX_FIELD = 40


def listed_cards(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the cards by their lists; a title stands between name and list, or banners."""
    low = 0
    for number, row in enumerate(rows):
        if not row.mark or number < low or not _joins(rows, number):
            continue
        last = _past_items(rows, number)
        name = _name(rows, low, number)
        first = number if name is None else name
        yield Head(first=first, last=last, author=None if name is None else rows[name].text)
        low = last + 1


def _joins(rows: Sequence[Row], number: int) -> bool:
    """Tell the day of joining that begins such a list: the counters stand right below."""
    row, below = rows[number], rows[number + 1 : number + 1 + MIN_COUNTS]
    if len(row.text) > MAX_DATE or ":" in row.text or len(below) < MIN_COUNTS:
        return False
    counted = all(r.mark == row.mark and not r.gap and _COUNT.match(r.text) for r in below)
    return counted and is_date(row.text)


def _past_items(rows: Sequence[Row], number: int) -> int:
    """Give the last row of the list: further counters, and a few fields below them."""
    mark, last, fields = rows[number].mark, number + MIN_COUNTS, 0
    while last + 1 < len(rows):
        row = rows[last + 1]
        fields += not _COUNT.match(row.text)
        if row.mark != mark or row.gap or fields > MAX_FIELDS or len(row.text) > MAX_FIELD:
            break
        last += 1
    return last


def _name(rows: Sequence[Row], low: int, number: int) -> int | None:
    """Give the row of the name: above the title, which stands right above the list."""
    name = number - 2
    while name > low and is_role(rows[name].text):
        name -= 1  # a title above a banner
    if name < low or rows[name].mark or len(rows[name].text) > MAX_NAME:
        return None
    return name if looks_like_name(rows[name].text) else None
