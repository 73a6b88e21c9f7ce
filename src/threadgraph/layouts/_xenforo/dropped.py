"""Find the cards of XenForo 1 whose items a line filter dropped: names in capital letters alone.

Of "2. ANN", "ANN Active Member", "Joined:", "May 3, 2009" the filter leaves the second and the
last, between the items 1 and 3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from threadgraph.dates import is_date
from threadgraph.joining import is_joined
from threadgraph.layouts._boards.forum import Head, dateish
from threadgraph.layouts._boards.lists import Item
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._text.names import MAX_NAME
from threadgraph.names import is_role

__all__ = ["dropped_cards", "past_joining"]

MOST = 0.6
"""Share of the cards that end with the day of joining, whose label the filter dropped."""

MAX_DATE = 30
FIRST = 4
"""Rows from an item on among which the day of joining is its own."""


def dropped_cards(rows: Sequence[Row], items: Sequence[Item]) -> Iterator[Head]:
    """Give a head for the card that stands between two items of which one is missing."""
    for item, following in pairwise(items):
        if following.number - item.number != 2:  # noqa: PLR2004 - one between
            continue
        near = range(item.row + FIRST, following.row)
        joined = next((n for n in near if _joins(rows, n)), None)
        if joined is None:
            continue
        author = _without_grade(rows[joined - 1].text)
        yield Head(first=joined - 1, last=joined - 1, author=author)


def past_joining(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """Take the day of joining to the headers, where it stands alone below most of them."""
    below = [head.last + 1 for head in heads]
    dated = [
        n < len(rows) and len(rows[n].text) <= MAX_DATE and is_date(rows[n].text) for n in below
    ]
    if sum(dated) < MOST * len(heads):
        return list(heads)
    return [
        replace(head, last=n) if told else head
        for head, n, told in zip(heads, below, dated, strict=True)
    ]


def _joins(rows: Sequence[Row], number: int) -> bool:
    """Tell the day of joining, or what stands before it, below a name that stands apart."""
    row, above = rows[number], rows[number - 1]
    apart = row.gap and above.gap and len(above.text) <= 2 * MAX_NAME
    return bool(apart) and (is_joined(row.text) or dateish(row.text))


def _without_grade(text: str) -> str | None:
    """Give the name before a title that the board gives; others cannot be told from it."""
    words = text.split(" ")
    titles = (n for n in range(1, len(words)) if is_role(" ".join(words[n:])))
    first = next(titles, None)
    return " ".join(words[:first]) if first is not None else None
