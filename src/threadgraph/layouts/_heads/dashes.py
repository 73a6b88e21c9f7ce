"""Find signatures behind a dash, below the texts of newspapers' readers: "- Ann, Hove, 3/5/2008".

Name, place and date are parted by commas. Lines of that form are headers where texts stand below
them only: signatures have controls below, the same ones each, a blank line that is not above
them as well, or the end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from threadgraph.dates.scan import trailing_date
from threadgraph.layouts._heads.byline_forms import MAX_BYLINE, Byline
from threadgraph.layouts._heads.telling import MAX_HEADING
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import COUNT_HEADING

__all__ = ["Signed", "dash_signatures"]

MIN_FEET = 3
STEADY = 0.8
MAX_BELOW = 4
"""Controls below a signature, at most."""

Signed = tuple[int, Byline]
"""The row where a text begins, and its signature."""

_DASHED = re.compile(r"[-–—]\s?")
_NAMED = re.compile(r"(?P<name>[^,]{1,60})(?:,\s[^,]{0,60}){0,4},\s?$")
_DIGITS = re.compile(r"\d+")


def dash_signatures(page: TextPage) -> list[Signed]:
    """Give the signed texts in order, none where such lines are no signatures of the page."""
    table = page.once(rows)
    feet = [
        foot
        for number, row in enumerate(table)
        if (row.mark in ("-", "–") or row.text[:1] in ("-", "–", "—"))
        and (foot := _foot(row, number)) is not None
    ]
    if len(feet) < MIN_FEET:
        return []
    controls = _controls(table, feet)
    tops = [_below(table, foot, controls) for foot in feet]
    told = sum(
        top > foot.last + 1 or _item_below(table, foot) or _closes(table, foot)
        for top, foot in zip(tops, feet, strict=True)
    )
    first = _first(table, feet[0], controls)
    starts = [first, *tops[:-1]]
    texts = sum(start < foot.first for start, foot in zip(starts, feet, strict=True))
    if min(told, texts) < STEADY * len(feet) or first == feet[0].first:
        return []
    return list(zip(starts, feet, strict=True))


def _foot(row: Row, number: int) -> Byline | None:
    text = row.text if row.mark else _DASHED.sub("", row.text, count=1)
    found = trailing_date(text) if len(text) <= MAX_BYLINE else None
    named = _NAMED.match(text[: found.start]) if found else None
    if found is None or named is None:
        return None
    return Byline(number, number, "dash", named["name"].strip(), text[found.start :])


def _controls(table: Sequence[Row], feet: Sequence[Byline]) -> set[str]:
    """Give the shapes of the rows that stand below most signatures."""
    shapes = Counter(
        shape
        for foot in feet
        for shape in {_shape(row) for row in table[foot.last + 1 : foot.last + 1 + MAX_BELOW]}
    )
    return {shape for shape, times in shapes.items() if times >= STEADY * len(feet)}


def _shape(row: Row) -> str:
    return _DIGITS.sub("0", row.text)


def _below(table: Sequence[Row], foot: Byline, controls: set[str]) -> int:
    """Give the first row below a signature that is no control."""
    number = foot.last + 1
    while number < len(table) and _serves(table[number], controls):
        number += 1
    return number


def _item_below(table: Sequence[Row], foot: Byline) -> bool:
    """Tell an item right below a signature, further out: the signed text is one as well.

    Below the last one stands the form, or nothing.
    """
    below = table[foot.last + 1] if foot.last + 1 < len(table) else None
    if below is None or is_form(below.text):
        return True
    left = table[foot.first].indent
    return _is_item(below) and (below.indent < left or not left)  # html2text indents items only


def _closes(table: Sequence[Row], foot: Byline) -> bool:
    """Tell a signature right below a text and apart from the next."""
    below = foot.last + 1
    return not table[foot.first].gap and below < len(table) and table[below].gap > 0


def _is_item(row: Row) -> bool:
    return bool(row.mark) and row.mark not in ("-", "–") and bool(row.text)


def _serves(row: Row, controls: set[str]) -> bool:
    return _shape(row) in controls or is_chrome(row.text)


def _first(table: Sequence[Row], foot: Byline, controls: set[str]) -> int:
    """Give where the first text begins: below what opens the list, else the row above."""
    number = foot.first - 1
    while number > 0 and not _opens(table[number], controls):
        number -= 1
    if number > 0 and _item_below(table, foot) and _is_item(table[number]):
        return number
    return number + 1 if number > 0 else max(0, foot.first - 1)


def _opens(row: Row, controls: set[str]) -> bool:
    """Tell the heading above the texts, or the ways to sort them."""
    heading = len(row.text) <= MAX_HEADING and COUNT_HEADING.match(row.text)
    return bool(row.mark or heading) or _serves(row, controls) or is_form(row.text)
