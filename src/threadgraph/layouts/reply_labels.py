"""Read comments that end with "Reply to NAME", a control that tells their own author.

The name stands alone above the text, or a filter took it away; no date is left. Last seen: 2024.
Not read: the same words above a text, which tell whom it answers (see `wpdiscuz`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.byline_forms import MAX_BYLINE, whole_date
from threadgraph.layouts._heads.heads import Head, parse_heads, serves
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import COMMENT_COUNT, REPLY_SIGNS, REPLY_TO

__all__ = ["LAYOUT"]

FEWEST = 3


def _parse(page: TextPage) -> Parse | None:
    table = page.once(rows)
    feet = [(n, name) for n, row in enumerate(table) if (name := _told(row.text))]
    if len(feet) < FEWEST:
        return None
    stop = feet[-1][0] + 1
    if stop < len(table) and not is_form(table[stop].text):
        return None
    if any(_is_date(row.text) for row in table[feet[0][0] : stop]):
        return None  # other layouts read names and dates
    heads = list(_heads(table, feet))
    standing = sum(head.last >= head.first for head in heads)
    return parse_heads(page, table, heads, stop, serves) if standing > 1 else None


def _told(text: str) -> str | None:
    match = REPLY_TO.match(text) if text and text[0] in REPLY_SIGNS else None
    return match[1].strip() if match else None


def _is_date(text: str) -> bool:
    return len(text) <= MAX_BYLINE and whole_date(text) is not None


def _heads(table: Sequence[Row], feet: Sequence[tuple[int, str]]) -> Iterator[Head]:
    """Give the heads; the first comment begins at its name, or at the count of all."""
    top: int | None = None
    for foot, name in feet:
        if top is None:
            top = _first(table, foot, name)
        if top is not None:
            stands = table[top].text == name
            yield Head(first=top, last=top if stands else top - 1, author=name, foot=foot)
        top = foot + 1


def _first(table: Sequence[Row], foot: int, name: str) -> int | None:
    for number in range(foot - 1, -1, -1):
        if table[number].text == name:
            return number
        if COMMENT_COUNT.match(table[number].text):
            return number + 1
    return None


LAYOUT = Layout(
    description="comments that end with 'Reply to NAME', their own author",
    parents="none",
    parse=_parse,
    generic=True,
)
