"""Read comments of JS-Kit and Echo: name, text, "Dec 14, 2010 7:12:44 AM", "Like Reply · Flag".

", from example.com" may stand between the date and the controls. Last seen: 2012. Not read: what
was shared elsewhere ("via Twitter"), who answers whom where nothing is indented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.depths import indented
from threadgraph.layouts._heads.heads import Head, heads_apart, parse_heads, serves
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.names import looks_like_name, reads_as_text
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import COUNT_HEADING

__all__ = ["LAYOUT"]

HINTS = ("Like Reply", "· Flag")
MIN_POSTS = 2
MAX_NAME = 50
NEAR = 4
"""Rows below a date in which its controls stand, and above the first name the heading."""

MAX_ROWS = 40
_DATE = re.compile(
    r"(?:[A-Z][a-z]{5,8}, )?[A-Z][a-z]{2,8} \d{1,2}, 20\d\d,? \d{1,2}:\d\d(?::\d\d)? ?[AP]M$"
)
_FOOT = re.compile(r"(?:Like|Reply|Flag|Edit|Delete|[·,|\s]|\d{1,4})+$")
_HEADING = re.compile(r"(?:Sort: |Follow\b|Leave a comment|Logged in as|Show:)")


def _parse(page: TextPage) -> Parse | None:
    if not all(hint in page.dense for hint in HINTS):
        return None
    rows = page.once(outline.rows)
    feet = [n for n, row in enumerate(rows) if _DATE.match(row.text) and _is_served(rows, n)]
    heads = heads_apart(_heads(rows, feet))
    if len(heads) < MIN_POSTS or len(heads) < len(feet):
        return None
    heads = indented(page, rows, heads, "first")
    return parse_heads(page, rows, heads, _below(rows, feet[-1]), serves)


def _is_served(rows: Sequence[Row], date: int) -> bool:
    """Tell a date below a text: the controls of its comment stand right below."""
    return any(_is_foot(row) for row in rows[date + 1 : date + NEAR])


def _is_foot(row: Row) -> bool:
    return "Reply" in row.text and _FOOT.match(row.text) is not None


def _heads(rows: Sequence[Row], feet: Sequence[int]) -> Iterator[Head]:
    """Give the name above each text: the first row below the controls of the one before."""
    for place, date in enumerate(feet):
        first = _below(rows, feet[place - 1]) if place else _first(rows, date)
        while first < date and not rows[first].text:
            first += 1
        name = rows[first].text
        if first + 1 < date and 0 < len(name) <= MAX_NAME and looks_like_name(name):
            yield Head(first=first, last=first, author=name, date=rows[date].text, foot=date)


def _below(rows: Sequence[Row], date: int) -> int:
    """Give the row below the controls of a comment."""
    near = range(date + 1, min(len(rows), date + NEAR))
    return next((n + 1 for n in near if _is_foot(rows[n])), date + 1)


def _first(rows: Sequence[Row], date: int) -> int:
    """Give the row below the heading of the stream."""
    for number in range(date - 1, max(-1, date - MAX_ROWS), -1):
        text = rows[number].text
        if (
            _HEADING.match(text)
            or is_form(text)
            or (not reads_as_text(text) and COUNT_HEADING.match(text))
        ):
            return number + 1
    return date


LAYOUT = Layout(
    description="JS-Kit and Echo: the name, the text, the date, 'Like Reply · Flag'",
    parents="nesting",
    telling=3,
    parse=_parse,
)
