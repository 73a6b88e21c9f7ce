"""Read few comments that their page counts: as many headers as it says, right below the count.

"1 Comment", "2 Responses to “Title”", then "Ann Lee May 3, 2020 at 10:15" and the text. A header
or two may be chance, the number that the page says, at its place, is none. Last seen: 2026. Not
read: headers that lost their dates, dates below texts.
"""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.anchors import discussion_words
from threadgraph.layouts._heads.bylines import Byline, bylines
from threadgraph.layouts._heads.nesting import by_indent
from threadgraph.layouts._heads.thread import Start, begin_of, cut, end_of_list, left_of
from threadgraph.layouts._text.article import count_of
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import AVATAR

__all__ = ["LAYOUT"]

MAX_COUNTED = 6
"""Comments, at most: more of them have marks of their own."""

MAX_BETWEEN = 3
"""Rows with pictures and controls between the count and the first header."""

MAX_HEADING = 200
MAX_PICTURE = 80
CERTAINTY = 0.7


def _parse(page: TextPage) -> Parse | None:
    table = page.once(rows)
    counts = [(n, count) for n, row in enumerate(table) if (count := _count(row))]
    if not counts:
        return None
    place, count = counts[-1]
    if count > MAX_COUNTED:
        return None
    found = [head for head in page.once(bylines) if place < head.first and _tells(head)]
    if len(found) < count or not _below(table, place, found[0]):
        return None
    below = range(found[0].last, len(table))
    stop = next((n for n in below if is_form(table[n].text)), len(table))
    found = [head for head in found if head.first < stop]
    if len(found) != count:
        return None
    firsts = [head.first for head in found]
    end = min(stop, end_of_list(page, found[-1].last, left_of(table, found)))
    depths = by_indent(table, firsts)
    starts = [Start(row=h.first, head=h, depth=d) for h, d in zip(found, depths, strict=True)]
    records = cut(page, starts, end)
    if not all(record.body and record.author for record in records):
        return None
    start, records = begin_of(page, records, firsts[0])
    return Parse(records=tuple(records), start=start, marks=3 * count + 1, regularity=CERTAINTY)


def _count(row: Row) -> int:
    return (count_of(row.text) or 0) if len(row.text) <= MAX_HEADING else 0


def _tells(head: Byline) -> bool:
    return head.date is not None and head.name != ""


def _below(table: Sequence[Row], place: int, head: Byline) -> bool:
    """Tell whether nothing but pictures and controls stands between the count and the header."""
    between = table[place + 1 : head.first]
    return len(between) <= MAX_BETWEEN and all(
        is_chrome(row.text)
        or discussion_words(row.text)  # "Newer comments"
        or (len(row.text) <= MAX_PICTURE and bool(AVATAR.search(row.text)))
        for row in between
    )


LAYOUT = Layout(
    description="few comments, as many headers with dates as their count says",
    parents="nesting",
    parse=_parse,
    telling=0,
    ceiling=CERTAINTY,
)
