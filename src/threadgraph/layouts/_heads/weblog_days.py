"""Tell the comments of a weblog from a list of its article, where no header of theirs is left.

Blogger prints the day above the title of an article, and its threaded comments as a numbered list
with blank lines between the items. Corpora drop the line with their count, extractors the names:
what is left is a list at the page's end, below two blank lines, whose items are talk. Where the
day was dropped, too, there must be several, and somebody who says "I" in each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.dates import is_date
from threadgraph.layouts._heads.talk import SHARE, talk_in
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.outline import Row

__all__ = ["ends_weblog"]

MAX_DAY = 40
MAX_BELOW = 3
"""Rows below the list, at most: what a blog's owner says above the form."""

# "I", "I'm", a smile
_FIRST_PERSON = re.compile(r"\bI\b|[:;]-?[)D]")
MIN_UNDATED = 3


def ends_weblog(table: Sequence[Row], items: Sequence[int], end: int) -> bool:
    """Tell comments: the items begin at such rows, and the last one ends before row `end`."""
    first = table[items[0]]
    if len(items) < 2 or first.number != 1 or first.gap < 2:  # noqa: PLR2004 - see above
        return False
    below = table[end : end + 1]
    if len(table) - end > MAX_BELOW and not (below and is_form(below[0].text)):
        return False
    day = table[0].text
    if len(day) <= MAX_DAY and is_date(day):
        return talk_in(table, items, end) >= SHARE * len(items)
    many = len(items) >= MIN_UNDATED
    return many and talk_in(table, items, end, _FIRST_PERSON) == len(items)
