"""Find where the last text ends: at the button that stands below each of the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from threadgraph.layouts._boards.last import Span
from threadgraph.layouts._boards.rows import Row

__all__ = ["before_foot"]

MIN_POSTS = 3
"""Posts with the same button below, from which the last one is expected to have it."""


def before_foot(rows: Sequence[Row], spans: Sequence[Span], chrome: Callable[[Row], bool]) -> int:
    """Give where the last text stops: what stands below its own foot is the page's."""
    last = spans[-1]
    common: set[str] = set()
    if len(spans) > MIN_POSTS:
        feet = (_foot(rows, span, chrome) for span in spans[:-1])
        common = next(feet)
        while common and (foot := next(feet, None)) is not None:
            common &= foot
    if not common:
        return last.stop
    begun = False
    for number in range(last.first, last.stop):
        if begun and rows[number].text in common and chrome(rows[number]):
            return number
        begun = begun or not chrome(rows[number])
    return last.stop


def _foot(rows: Sequence[Row], span: Span, chrome: Callable[[Row], bool]) -> set[str]:
    """Give the rows of chrome that stand below a text."""
    number = span.stop
    while number > span.first and chrome(rows[number - 1]):
        number -= 1
    return (
        {row.text for row in rows[number : span.stop] if row.text} if number > span.first else set()
    )
