"""Read headers that most items of one list share, in forms that tell nothing elsewhere.

"Ann Lee2:14 PM" (Blogger), "Comment Link Ann 3 May 2012 posted by Ann" (K2), "Ann Lee on", whose
date, a link, was dropped, and lines alone that several items begin with, or that nearly all have
right above their text: nobody but a name stands so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from threadgraph.layouts._heads.anchors import anchor
from threadgraph.layouts._heads.byline_deeds import LATE
from threadgraph.layouts._heads.byline_forms import MAX_BYLINE, Byline, whole_date
from threadgraph.layouts._heads.talk import begins_text
from threadgraph.layouts._text.chrome import is_chrome
from threadgraph.layouts._text.names import looks_like_name, name_likeness, reads_as_text
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["MOST", "dates_controlled", "heads_of_items", "numbers_board", "without_dates"]

MOST = 0.6
NEARLY_ALL = 0.9
MANY = 4
"""Items that all begin like a name by no chance."""

MIN_CONTROLLED = 3
MAX_HEADER = 80
MAX_NAME = 40
# "Ann Lee2:14 PM"
_TIMED = re.compile(
    r"(?P<name>\S.{0,57}[^\W\d_.)])(?P<time>[012]?\d:[0-5]\d(?:\s?[AP]M)?)$", re.IGNORECASE
)

# "• #146923"
_POST = re.compile(r"^#\d{4,9}$")


def numbers_board(page: TextPage, table: Sequence[Row]) -> bool:
    """Tell a board whose posts stand below their numbers: lists are part of its texts."""
    return "#" in page.dense and any(row.mark and _POST.match(row.text) for row in table)


def heads_of_items(
    table: Sequence[Row], items: Sequence[int], known: Collection[int]
) -> dict[int, Byline]:
    """Give the headers of the items at such rows, where most have one; `known` ones are left."""
    rest = [number for number in items if number not in known]
    for found in (_timed(table, rest), _dated(table, rest), _late(table, rest)):
        if len(found) >= MOST * len(items):
            return found
    above = _right_above(table, rest)
    return above if len(above) >= max(MANY, NEARLY_ALL * len(items)) else _repeated(table, rest)


def without_dates(items: Sequence[int], heads: Sequence[Byline]) -> tuple[int, ...]:
    """Leave items out that are a further row of a header: "• Ann", "• 3 May 2012 | #"."""
    held = {number for head in heads for number in range(head.first + 1, head.last + 1)}
    return tuple(number for number in items if number not in held)


def _timed(table: Sequence[Row], items: Sequence[int]) -> dict[int, Byline]:
    """Read names with a time of day glued behind: Blogger's lists."""
    return {
        number: Byline(number, number, "named", match["name"], match["time"])
        for number in items
        if (match := _TIMED.match(table[number].text[:MAX_HEADER])) is not None
    }


def _dated(table: Sequence[Row], items: Sequence[int]) -> dict[int, Byline]:
    """Read names beside dates as the generic layout does."""
    found = {number: anchor(table[number]) for number in items}
    return {
        number: Byline(number, number, "named", head.name, head.date)
        for number, head in found.items()
        if head is not None and head.name and head.date
    }


def _late(table: Sequence[Row], items: Sequence[int]) -> dict[int, Byline]:
    """Read names alone in their lines with the word that joined a date to them: "Ann Lee on"."""
    parts = {n: table[n].text.rpartition(" ") for n in items if _stands_alone(table, n)}
    return {
        number: Byline(number, number, "says", name, verb=word)
        for number, (name, _, word) in parts.items()
        if word in LATE and name_likeness(name) > 0
    }


def _right_above(table: Sequence[Row], items: Sequence[int]) -> dict[int, Byline]:
    """Read names in a line of their own, right above the text: "Ann Lee" / "It was the fair."."""
    return {n: Byline(n, n, "bare", table[n].text) for n in items if _names(table, n)}


def _names(table: Sequence[Row], number: int) -> bool:
    text = table[number].text
    if number + 1 >= len(table) or not looks_like_name(text) or is_chrome(text):
        return False
    below = table[number + 1]
    return below.gap == 0 and not below.mark and reads_as_text(below.text) and not begins_text(text)


def _repeated(table: Sequence[Row], items: Sequence[int]) -> dict[int, Byline]:
    """Read lines alone that several items begin with, each with a text below."""
    alone = [n for n in items if _stands_alone(table, n)]
    counts = Counter(table[number].text for number in alone)
    return {
        number: Byline(number, number, "bare", table[number].text)
        for number in alone
        if counts[table[number].text] > 1
    }


def _stands_alone(table: Sequence[Row], number: int) -> bool:
    row = table[number]
    below = table[number + 1] if number + 1 < len(table) else None
    short = 0 < len(row.text) <= MAX_NAME and not (reads_as_text(row.text) or is_chrome(row.text))
    return short and below is not None and below.gap > 0 and below.indent > row.indent


def dates_controlled(table: Sequence[Row], items: Sequence[int]) -> bool:
    """Tell items of which most begin with a date and its controls: "3 May 2012 | Permalink"."""
    told = sum(
        "|" in table[n].text[:MAX_BYLINE]
        and is_chrome(table[n].text.rpartition("|")[2].strip())
        and whole_date(table[n].text[:MAX_BYLINE]) is not None
        for n in items
    )
    return told >= max(MIN_CONTROLLED, MOST * len(items))
