"""Read names and dates that stand as a list of their own below the text of each item.

"1. It was the fair." / "• Ann Lee" / "• 3 May 2012 | #": templates of ExpressionEngine.
"""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._heads.byline_forms import MAX_BYLINE, Byline, whole_date
from threadgraph.layouts._heads.parts import Part
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._text.outline import Row

__all__ = ["sign_items"]

STEADY = 0.8
"""Share of the items that must end so."""

MIN_ITEMS = 3


def sign_items(table: Sequence[Row], parts: Sequence[Part]) -> None:
    """Take the last two rows of the items for name and date, if nearly all end with such."""
    if len(parts) < MIN_ITEMS or any(part.foot or part.start.head for part in parts):
        return
    feet = [_foot(table, part) for part in parts]
    if sum(foot is not None for foot in feet) < STEADY * len(parts):
        return
    for part, foot in zip(parts, feet, strict=True):
        if foot is not None:
            part.foot, part.last = foot, foot.first - 1


def _foot(table: Sequence[Row], part: Part) -> Byline | None:
    """Give name and date on two items of a list inside; the date may count as a control already."""
    top = table[part.start.row]
    for date in (part.last, part.last + 1):
        name = date - 1
        if not part.first < name or date >= part.stop:
            continue
        named, dated = table[name], table[date]
        listed = named.mark and named.mark == dated.mark and named.indent == dated.indent
        if not listed or named.indent <= top.indent or len(dated.text) > MAX_BYLINE:
            continue
        shown = whole_date(dated.text)
        if shown and looks_like_name(named.text):
            return Byline(name, date, "two", named.text, shown)
    return None
