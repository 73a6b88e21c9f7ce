"""Read the table of phpBB 2 and Forumotion where an extractor left its cells between bars.

The left cell holds name, rank and profile; the next row "Subject: Which mill? DATE |", without the
picture whose name would part the two; then the text ends with " |".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.dates.scan import trailing_date
from threadgraph.joining import is_joined
from threadgraph.layouts._boards.forum import Head
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._phpbb.cells import SUBJECTS
from threadgraph.layouts._phpbb.marks import MAX_PROFILE, PROFILE
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.names import is_role

__all__ = ["cells_between_bars"]

BAR = "|"
MAX_ROW = 300
MAX_CARD = 16
MAX_RANKS = 3
FOUNDER = "admin"
"""The name of who founded a board, mostly; others called so have a name above."""

# "Ann Admin": the rank of who founded a board, which others have in a row of its own
_RANK = re.compile(r" Admin$")
_SUBJECT = re.compile(rf"^{SUBJECTS} ?: ?\S")


def cells_between_bars(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers whose cells have a profile with the day of joining."""
    low = 0
    for number, row in enumerate(rows):
        if number == 0 or rows[number - 1].text != BAR or len(row.text) > MAX_ROW:
            continue
        text = row.text.rstrip("| ")
        date = trailing_date(text) if _SUBJECT.match(text) else None
        if date is None or not date.certain or date.end < len(text):
            continue
        first = _card(rows, low, number - 1)
        if first is None:
            continue
        last = number
        while last + 1 < len(rows) and rows[last + 1].text == BAR:
            last += 1
        name = rows[first].text
        if rows[first + 1].text == BAR or PROFILE.match(rows[first + 1].text[:MAX_PROFILE]):
            name = _RANK.sub("", name) or name
        told = looks_like_name(name) and (name.lower() == FOUNDER or not is_role(name))
        author = name if told else None
        yield Head(first=first, last=last, author=author, date=text[date.start :])
        low = last + 1


def _card(rows: Sequence[Row], low: int, bar: int) -> int | None:
    """Give the first row of the cell above a bar, which begins with the name."""
    first, joined, ranks = bar, False, 0
    while first > max(low, bar - MAX_CARD) and rows[first - 1].text != BAR:
        text = rows[first - 1].text[:MAX_PROFILE]
        field = PROFILE.match(text) is not None
        ranks += bool(text) and not field
        joined = joined or is_joined(text.partition(":")[0].strip())
        first -= 1
    return first if joined and 0 < ranks <= MAX_RANKS else None
