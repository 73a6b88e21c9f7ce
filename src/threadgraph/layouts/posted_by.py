"""Read threads whose posts open with "Posted by Ann" and how many posts Ann has: "120 posts".

Between the two may stand a place and a date, each on its row; main-content extractors drop the
name, a link. So Rick Steves' forum prints it. Last seen: 2024. Not read: who answers whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.byline_forms import MAX_BYLINE, whole_date
from threadgraph.layouts._heads.heads import Head, parse_heads, serves
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.names import reads_as_text
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_POSTS = 2
MAX_CARD = 4
"""Rows below "Posted by" among which the count is looked for."""

_BY = re.compile(r"Posted by:?(?:\s+(?P<name>\S.{0,50}))?$")
_COUNT = re.compile(r"\d{1,3}(?:,?\d{3}){0,2} posts?$")


def _parse(page: TextPage) -> Parse | None:
    if page.dense.count("Posted by") < MIN_POSTS or " post" not in page.dense:
        return None
    rows = page.once(outline.rows)
    heads = list(_heads(rows))
    if len(heads) < MIN_POSTS:
        return None
    return replace(parse_heads(page, rows, heads, len(rows), serves), front=())


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the cards: rows without a blank line between, from "Posted by" to the count."""
    for number, row in enumerate(rows):
        match = _BY.match(row.text) if len(row.text) <= MAX_BYLINE else None
        if match is None:
            continue
        below = range(number + 1, min(len(rows), number + 1 + MAX_CARD))
        last = next((n for n in below if _ends(rows[n])), None)
        if last is None or rows[last].gap or not _COUNT.match(rows[last].text):
            continue
        name = match["name"]
        if name and reads_as_text(name):
            continue
        dates = (whole_date(rows[n].text[:MAX_BYLINE]) for n in range(number + 1, last))
        date = next((date for date in dates if date), None)
        yield Head(first=number, last=last, author=name, date=date)


def _ends(row: Row) -> bool:
    """Tell the count, or what no card reaches over: a blank line, the next card."""
    return bool(row.gap or _COUNT.match(row.text) or _BY.match(row.text[:MAX_BYLINE]))


LAYOUT = Layout(
    description="'Posted by NAME' and '120 posts' above each text",
    parents="none",
    telling=3,
    parse=_parse,
)
