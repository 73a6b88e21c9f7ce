"""Find words that stand in a thread twice: quotations whose marks were dropped.

Above some the line that says who is quoted is left: "Ann said:".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from threadgraph.layouts._boards.quote_heads import head_of
from threadgraph.layouts._boards.rows import Row

__all__ = ["Copies", "ends_as_head", "find_copies", "heads_of_copies"]

MIN_QUOTE = 30
"""A shorter row that comes again may be chance."""

OFTEN, MIN_OFTEN = 4, 100
"""Times that a row stands in a page, from which it is no quotation unless it is so long."""


class Copies(NamedTuple):
    """Which rows repeat what stands above, and which are quoted together with the row above."""

    quoted: Sequence[bool]
    joined: AbstractSet[int]


def find_copies(rows: Sequence[Row], begin: int) -> Copies:
    """Find the rows that repeat a row above, or its beginning, and those that go on with it.

    What stands above row `begin`, the thread's title, is repeated in subjects; a short row that
    comes again and again is a line of code or of a list.
    """
    times = Counter(row.text for row in rows)
    origins: dict[str, int] = {}
    quoted: list[bool] = []
    joined: set[int] = set()
    origin: int | None = None
    for number, row in enumerate(rows):
        text = row.text
        following = None if origin is None else origin + 1
        if following is not None and following < number and rows[following].text == text:
            origin = following
            joined.add(following)
        else:
            told = len(text) >= (MIN_QUOTE if times[text] < OFTEN else MIN_OFTEN)
            origin = origins.get(text[:MIN_QUOTE]) if told else None
            if origin is not None and not rows[origin].text.startswith(text):
                origin = None
        quoted.append(origin is not None)
        if origin is None and len(text) >= MIN_QUOTE and number >= begin:
            origins.setdefault(text[:MIN_QUOTE], number)
    return Copies(quoted, joined)


def ends_as_head(row: Row) -> bool:
    """Tell "Ann said:", in a row that ends so: the cheap question before copies are sought."""
    return (row.text[-1:] == ":" or "↑" in row.text) and _tells_author(row)


def heads_of_copies(rows: Sequence[Row], text: range, copies: Copies) -> set[int]:
    """Give the rows that say who is quoted, above words that stand in a post before."""
    quoted = copies.quoted
    return {n for n in text[:-1] if quoted[n + 1] and not quoted[n] and _tells_author(rows[n])}


def _tells_author(row: Row) -> bool:
    """Tell "Ann said:", "Originally posted by Ann"."""
    return not (row.mark or row.indent) and head_of(row.text, ()) is not None
