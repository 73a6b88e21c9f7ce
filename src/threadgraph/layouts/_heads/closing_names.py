"""Find the names that stand below their texts, right above the date of the next post.

"3 May 2020" / text / "Ann" / "4 May 2020" / text / "Bob": what stands above each date but the first
is the name of who wrote the text above. BlogEngine.NET prints posts so, its pictures' words below
the date as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from threadgraph.layouts._heads.anchors import is_control
from threadgraph.layouts._heads.heads import Head
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.outline import Row

__all__ = ["REACH", "close_items", "closing_rows", "without_bar"]

STEADY = 0.7
"""Share of the dates above which a name must stand."""

MIN_NAMES = 3
REACH = 12
"""Rows below the last date among which the last name is sought."""

NameAt = Callable[[int], str | None]


def closing_rows(
    rows: Sequence[Row], dates: Sequence[int], at: NameAt, *, named: bool
) -> list[int | None] | None:
    """Give the row of the name below each post's text; None where names stand above their dates.

    `at` gives the name that a row is. Either the words of a picture below each date say the same
    name, or none stands above the first date and one below the last text; where the names below
    the dates are `named` already, only the former.
    """
    above = [at(number - 1) for number in dates[1:]]
    found = sum(name is not None for name in above)
    if found < max(MIN_NAMES, STEADY * len(above)):
        return None
    shown = [at(number + 1) for number in dates]
    twice = sum(a is not None and a == b for a, b in zip(above, shown, strict=False))
    last = _last(rows, dates, at)
    late = not named and at(dates[0] - 1) is None and found == len(above) and last is not None
    if twice < STEADY * len(above) and not late:
        return None
    rest = (number - 1 if name else None for number, name in zip(dates[1:], above, strict=True))
    return [*rest, last]


def without_bar(row: Row) -> Row:
    """Give a row without the control behind a bar: "Ann | Reply"."""
    text, bar, control = row.text.rpartition("|")
    return row._replace(text=text.rstrip()) if bar and is_chrome(control.strip()) else row


def close_items(rows: Sequence[Row], heads: Sequence[Head]) -> bool:
    """Tell names and dates that end the items of a numbered list: the next number follows them."""
    return all(_closes_item(rows, head) for head in heads[:-1])


def _closes_item(rows: Sequence[Row], head: Head) -> bool:
    if head.last + 1 >= len(rows):
        return False
    below = rows[head.last + 1]
    return below.number is not None and below.indent < rows[head.last].indent


def _last(rows: Sequence[Row], dates: Sequence[int], at: NameAt) -> int | None:
    """Give the row of a name that ends the last text, above the form or what is further out.

    A blank line stands above it if one stands above the others.
    """
    close = not any(rows[number - 1].gap for number in dates[1:] if at(number - 1))
    for number in range(dates[-1] + 2, min(len(rows), dates[-1] + REACH)):
        below = rows[number + 1] if number + 1 < len(rows) else None
        ends = below is None or is_form(below.text) or below.indent < rows[number].indent
        apart = rows[number].gap or close
        if apart and at(number) and (ends or (below and is_control(below))):
            return number
    return None
