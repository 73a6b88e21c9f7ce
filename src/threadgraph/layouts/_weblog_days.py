"""Tell the comments of a weblog from a list of its article, where no header of theirs is left.

Blogger prints the day above the title of an article, and its threaded comments as a numbered list
with blank lines between the items. Corpora drop the line with their count, extractors the names:
what is left is a list at the page's end, below two blank lines, whose items are talk.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.dates import is_date
from threadgraph.layouts._chrome import is_form
from threadgraph.layouts._outline import Row

__all__ = ["ends_weblog"]

MAX_DAY = 40
MAX_BELOW = 3
"""Rows below the list, at most: what a blog's owner says above the form."""

# "What a picture!", "I love it", "Thanks", "This comment has been removed by the author."
_TALK = re.compile(
    r"[!?]|[:;]-?[)DP(]|\b(?:I|me|my|you|your)\b|\b(?:thanks?|love|lovely)\b"
    r"|[Cc]omment has been removed"
)


def ends_weblog(table: Sequence[Row], items: Sequence[int], end: int) -> bool:
    """Tell comments: the items begin at such rows, and the last one ends before row `end`."""
    first = table[items[0]]
    if len(items) < 2 or first.number != 1 or first.gap < 2:  # noqa: PLR2004 - see above
        return False
    day, below = table[0].text, table[end : end + 1]
    if len(day) > MAX_DAY or not is_date(day):
        return False
    if len(table) - end > MAX_BELOW and not (below and is_form(below[0].text)):
        return False
    stops = [*items[1:], end]
    talk = sum(
        any(_TALK.search(row.text) for row in table[begin:stop])
        for begin, stop in zip(items, stops, strict=True)
    )
    return talk * 2 >= len(items)
