"""Read comments of IntenseDebate: votes, "Vote down", the name, "60p", "· 127 weeks ago", the text.

Points of members stand behind their names, html2text prints a star for the dot. "Reply Report 1
reply · active 126 weeks ago" ends a post. Last seen: 2020. Not read: votes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.depths import indented
from threadgraph.layouts._heads.heads import Head, heads_apart, parse_heads, serves, stop_at
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

HINTS = ("Vote down", "IntenseDebate")
MIN_POSTS = 2
MAX_NAME = 60

_AGE = r"(?:\d{1,4} (?:second|minute|hour|day|week|month|year)s? ago|(?:moments|just now).{0,8})"
_DATE = re.compile(rf"(?:[·*•]\s?)?(?P<date>{_AGE})$")
_DOT = frozenset("·*•")
_POINTS = re.compile(r"\s(?:\d{1,3}p|\(\d{1,3}\))$")
_CHROME = re.compile(
    rf"(?:[+-]?\d{{1,5}}|Vote (?:up|down)|\S.{{0,58}}'s avatar|Reply(?: Report)?|Report|"
    rf"(?:Reply )?(?:Report )?\d{{1,4}} repl(?:y|ies)(?: [·*•](?: active {_AGE})?)?|"
    rf"[·*•]? ?active {_AGE}|Show \d{{1,4}} more repl.{{0,20}})$"
)
_END = re.compile(
    r"(?:Post a new comment|Comments by IntenseDebate|Enter text right here|"
    r"Comments? (?:are )?closed)"
)


def _parse(page: TextPage) -> Parse | None:
    if not any(hint in page.dense for hint in HINTS):
        return None
    rows = page.once(outline.rows)
    heads = heads_apart(_heads(rows))
    if len(heads) < MIN_POSTS:
        return None
    heads = indented(page, rows, heads, "first")
    return parse_heads(page, rows, heads, stop_at(rows, heads, _END), _is_chrome)


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    """Give each date behind a dot, which may be read as a list's mark, with the name above."""
    for number in range(1, len(rows)):
        row, above = rows[number], rows[number - 1]
        match = _DATE.match(row.text)
        if not match or not (row.mark in _DOT or row.text[0] in _DOT):
            continue
        name = _POINTS.sub("", above.text)
        if name and len(above.text) <= MAX_NAME:
            yield Head(first=number - 1, last=number, author=name, date=match["date"])


def _is_chrome(row: Row) -> bool:
    return serves(row) or _CHROME.match(row.text) is not None


LAYOUT = Layout(
    description="IntenseDebate: votes, the name, '60p', '· 127 weeks ago', then the text",
    parents="nesting",
    telling=3,
    parse=_parse,
)
