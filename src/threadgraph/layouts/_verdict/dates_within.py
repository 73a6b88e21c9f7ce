"""Take the dates that most texts of a page begin with away: a header that a layout read in part.

"Ann" / "Subscriber" / "3 May 2020" / text: where the layout knows names alone, the rest is text.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._heads.byline_forms import whole_date
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._verdict.common_rows import cut_row

__all__ = ["without_dates_within"]

MIN_POSTS = 3
MOST = 0.8
MAX_ROW = 40
MAX_ROWS = 2
"""Short rows that may stand above the date: a badge, a place."""


class _Found(NamedTuple):
    date: str
    length: int


def without_dates_within(page: TextPage, parse: Parse) -> Parse:
    """Give the posts, of which none has a date, those that stand above their texts."""
    records = parse.records
    if len(records) < MIN_POSTS or any(record.date for record in records):
        return parse
    found = [_date(page, record) for record in records]
    if sum(date is not None for date in found) < MOST * len(records):
        return parse
    dated = (_cut(page, r, date) if date else r for r, date in zip(records, found, strict=True))
    return replace(parse, records=tuple(dated))


def _date(page: TextPage, record: Record) -> _Found | None:
    """Give the date above a text and how much of the text it is with what is above it."""
    if not record.body:
        return None
    at, stop = record.body[0].start, record.body[-1].end
    rows = 0
    while rows <= MAX_ROWS:
        end = page.text.find("\n", at, stop)
        row = page.text[at:end].strip() if end >= 0 else ""
        if end < 0 or len(row) > MAX_ROW:
            return None
        date = whole_date(row) if row else None
        if date is not None:
            return _Found(date, sum(max(0, min(end, b) - a) for a, b in record.body))
        rows += bool(row)
        at = end + 1
    return None


def _cut(page: TextPage, record: Record, found: _Found) -> Record:
    return cut_row(page, record, found.length, at_end=False)._replace(date=found.date)
