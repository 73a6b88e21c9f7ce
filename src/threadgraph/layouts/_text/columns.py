"""Turn the columns at which nested list marks stand into depths."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["depths_of", "mark_column"]

MAX_MARKS = 40
# "  * ", "    *     * " (html2text prints an outer mark whose item is empty before the inner one)
_MARK = re.compile(r"(\s*)(?:[•*+◦▪o–-]|\d{1,4}\.)(?=\s|$)")


def mark_column(page: TextPage, row: Row) -> int | None:
    """Give the column of the last list mark that the row begins with; None without a mark.

    Where an outer mark stands before it on the line, blanks are counted from there: that is how
    far html2text indents the inner one.
    """
    line = page.lines[row.first]
    raw = page.text[line.start : line.end]
    column: int | None = None
    place = count = 0
    while count < MAX_MARKS and (match := _MARK.match(raw, place)):
        column = len(match[1]) - (count > 0)
        place = match.end()
        count += 1
    return column


def depths_of(columns: Sequence[int | None]) -> list[int | None]:
    """Give the depth of each column; all None where the columns are no even steps.

    The least column is taken for the top level.
    """
    known = sorted({column for column in columns if column is not None})
    if not known:
        return [None] * len(columns)
    steps = [b - a for a, b in pairwise(known)]
    unit = min(steps, default=1)
    if any((column - known[0]) % unit for column in known):
        return [None] * len(columns)
    return [None if column is None else (column - known[0]) // unit for column in columns]
