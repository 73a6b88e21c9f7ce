"""Read comments of Weblogs SL's blogs: "3Ann10 sep. 2013, 19:49 | karma: 0,62", then the text.

The comment's number, the name and the date stand on one line without blanks between, behind the
words of the picture ("Avatar de Ann"); a rendering may wrap it. Answers stand further in where that
is kept. Last seen: 2015. Not read: parents where nothing is indented, karma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.dates.scan import trailing_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.byline_forms import Byline
from threadgraph.layouts._heads.thread import Start, begin_of, cut, end_of_list
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_HEADS = 2
MAX_HEAD = 200

_HEAD = re.compile(r"\d{1,5}(?P<who>[^\s\d,].{1,140}?)\s?\|\s?karma: -?[\d.,]{1,9}$")
_AVATAR = re.compile(r"Avatar de ")


def _parse(page: TextPage) -> Parse | None:
    if "karma: " not in page.dense:
        return None
    table = page.once(rows)
    heads = list(_heads(table))
    if len(heads) < MIN_HEADS:
        return None
    depths = _depths(table, heads)
    starts = [
        Start(row=head.first, head=head, depth=depth)
        for head, depth in zip(heads, depths, strict=True)
    ]
    records = cut(page, starts, end_of_list(page, heads[-1].last, 0))
    start, records = begin_of(page, records, heads[0].first)
    return Parse(records=tuple(records), start=start, marks=3 * len(records), regularity=1.0)


def _heads(table: Sequence[Row]) -> Iterator[Byline]:
    """Give the headers, each on a row or on two."""
    for number, row in enumerate(table):
        below = table[number + 1] if number + 1 < len(table) else None
        if "karma: " in row.text:
            head = _head(row.text)
        elif below and below.gap == 0 and "karma: " in below.text:
            head = _head(f"{row.text} {below.text}")
        else:
            continue
        if head is not None:
            yield head._replace(first=number, last=number + ("karma: " not in row.text))


def _head(text: str) -> Byline | None:
    match = _HEAD.match(text) if len(text) <= MAX_HEAD else None
    date = trailing_date(match["who"]) if match else None
    if match is None or date is None:
        return None
    who = match["who"]
    name, shown = who[: date.start].strip(), who[date.start :]
    if avatar := _AVATAR.match(name):
        name = name[avatar.end() :]
        half = name[: len(name) // 2]
        name = half if half * 2 == name else name
    return Byline(0, 0, "named", name, shown) if name else None


def _depths(table: Sequence[Row], heads: Sequence[Byline]) -> list[int | None]:
    """Give the levels of the headers' indentation, if there are several."""
    indents = sorted({table[head.first].indent for head in heads})
    if len(indents) == 1:
        return [None] * len(heads)
    return [indents.index(table[head.first].indent) for head in heads]


LAYOUT = Layout(
    description="Weblogs SL: number, name, date and karma on one line",
    parents="nesting",
    telling=3,
    parse=_parse,
)
