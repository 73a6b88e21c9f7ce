"""Read version 5 of vBulletin where main-content extractors kept its lists and dropped the dates.

"• ann", a rank, an inner list "• Apr 2008", "• 849", "• Kassel", then "#3", the title, the text.
Line filters drop ranks of one word and the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._boards.card import BULLETS
from threadgraph.layouts._boards.forum import Head
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._text.names import MAX_NAME, reads_as_text
from threadgraph.layouts._vbulletin.marks import NUMBER

__all__ = ["outlined_posts"]

MIN_POSTS = 2
MAX_RANKS = 2
MAX_FIELDS = 6

# "Apr 2008", "avr. 2008"
_MONTH = re.compile(r"[^\W\d_]{3,10}\.? (?:19|20)\d\d$")
# "849", "2,216"
_COUNT = re.compile(r"\d[\d., \u00a0\u202f]{0,9}$")


def outlined_posts(rows: Sequence[Row]) -> list[Head]:
    """Give a header for each item that holds an inner list of month and count; one is none."""
    found = list(_posts(rows))
    return found if len(found) >= MIN_POSTS else []


def _posts(rows: Sequence[Row]) -> Iterator[Head]:
    for number, row in enumerate(rows):
        if row.mark not in BULLETS or not 0 < len(row.text) <= MAX_NAME:
            continue
        last = _past_fields(rows, number)
        if last is None:
            continue
        below = rows[last + 1].text if last + 1 < len(rows) else ""
        counted = NUMBER.match(below)
        yield Head(
            first=number,
            last=last + (counted is not None),
            author=None if reads_as_text(row.text) else row.text,
            opening=counted is not None and int(counted[1]) == 1,
        )


def _past_fields(rows: Sequence[Row], name: int) -> int | None:
    """Give the last row of the inner list below a name and its ranks, or None."""
    first = name + 1
    while first < len(rows) and first <= name + MAX_RANKS and _is_rank(rows, name, first):
        first += 1
    last = first
    while last < len(rows) and last < first + MAX_FIELDS and _is_inner(rows, name, last):
        last += 1
    fields = [row.text for row in rows[first:last]]
    told = any(map(_MONTH.match, fields)) and any(map(_COUNT.match, fields))
    return last - 1 if told else None


def _is_rank(rows: Sequence[Row], name: int, number: int) -> bool:
    row = rows[number]
    return not (row.mark or row.gap) and row.indent > rows[name].indent and len(row.text) < MAX_NAME


def _is_inner(rows: Sequence[Row], name: int, number: int) -> bool:
    row = rows[number]
    return row.mark in BULLETS and not row.gap and row.indent > rows[name].indent
