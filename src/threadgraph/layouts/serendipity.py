"""Read Serendipity (s9y): "#1.2 Ann (Homepage) on 19.07.2006 22:39 (Reply)", text above or below.

The default theme prints that row below the text, later themes above it; the numbers tell what each
comment answers. Last seen: 2025. Not read: themes that show no numbers, trackbacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from threadgraph.dates.scan import trailing_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.byline_edges import MAX_BYLINE, clean_name
from threadgraph.layouts._heads.byline_forms import before_date
from threadgraph.layouts._heads.heads import Head, parse_heads, serves
from threadgraph.layouts._heads.thread import begin_of
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import COUNT_HEADING

__all__ = ["LAYOUT"]

MAX_ABOVE = 80
"""Rows of the first comment, at most."""

_NUMBERED = re.compile(r"#(\d{1,4}(?:\.\d{1,3}){0,12})\s(?=\S)")
# "(Reply)", "(Antwort)" behind the date
_CONTROL = re.compile(r"\s\([^()\d]{3,20}\)\W{0,2}\Z")
# "Ann (Homepage)", whose own page is linked
_HOME = re.compile(r"\s\([^()\d]{3,20}\)\Z")
# what inscriptis prints of the column beside
_COLUMN = re.compile(r"\s{3}")
# "Display comments as (Linear | Threaded)", "Ansicht der Kommentare: (Linear | Verschachtelt)"
_VIEW = re.compile(r".{3,40}\(\s?(?:linear|linéaire|lineair|lineal|lineare)\s?\|", re.IGNORECASE)


class _Signed(NamedTuple):
    row: int
    number: tuple[int, ...]
    name: str
    date: str


def _parse(page: TextPage) -> Parse | None:
    if not _NUMBERED.search(page.dense):
        return None
    table = page.once(rows)
    signed = _in_order(list(_signed(table)))
    if not signed:
        return None
    first, last = signed[0].row, signed[-1].row
    above = range(first - 1, max(-1, first - MAX_ABOVE), -1)
    begin = next((n + 1 for n in above if _heads(table[n].text)), None)
    if begin is None:
        return None
    if begin < first:  # the first text stands above its row
        starts = [begin, *(s.row + 1 for s in signed)]
        pairs = zip(starts, signed, strict=False)
        feet = [_head(s, start, start - 1, foot=s.row) for start, s in pairs]
        parse = parse_heads(page, table, feet, last + 1, serves)
    else:
        below = range(last + 1, len(table))
        stop = next((n for n in below if is_form(table[n].text)), len(table))
        parse = parse_heads(page, table, [_head(s, s.row, s.row) for s in signed], stop, serves)
    viewed = _VIEW.match(table[begin - 1].text) is not None
    start, records = begin_of(page, parse.records, begin - viewed)
    return replace(parse, start=start, records=tuple(records))


def _signed(table: Sequence[Row]) -> Iterator[_Signed]:
    for number, row in enumerate(table):
        match = _NUMBERED.match(row.text)
        line = _COLUMN.split(row.text[match.end() :], maxsplit=1)[0] if match else ""
        told = _CONTROL.search(line[:MAX_BYLINE])
        found = trailing_date(line[: told.start()]) if told else None
        name = clean_name(_HOME.sub("", before_date(line, found))) if found else ""
        if match and found and name:
            parts = tuple(map(int, match[1].split(".")))
            yield _Signed(number, parts, name, line[found.start : found.end])


def _in_order(found: Sequence[_Signed]) -> list[_Signed]:
    """Give the rows whose numbers follow: "#1", "#1.1", "#1.2", "#2"; what breaks that is text."""
    kept: list[_Signed] = []
    for signed in found:
        number, above = signed.number, kept[-1].number if kept else ()
        size = len(number)
        follows = (
            number[:-1] == above[: size - 1] and number[-1] == [*above, *(0,) * size][size - 1] + 1
        )
        if follows or (not kept and size == 1):
            kept.append(signed)
    return kept


def _heads(text: str) -> bool:
    """Tell what stands above the first comment: the heading, or the control for the view."""
    return bool(_VIEW.match(text)) or COUNT_HEADING.match(text) or is_chrome(text)


def _head(signed: _Signed, first: int, last: int, foot: int | None = None) -> Head:
    depth = len(signed.number) - 1
    return Head(
        first=first, last=last, author=signed.name, date=signed.date, depth=depth, foot=foot
    )


LAYOUT = Layout(
    description="Serendipity: '#1.2 Name on date (Reply)' below or above the text",
    parents="nesting",
    telling=3,
    parse=_parse,
)
