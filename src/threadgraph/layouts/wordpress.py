"""Read WordPress comments as lists: "1. Ann says:", "• Ann | 3 May 2020", name and date below.

Every comment is an item of a list; answers are items of lists inside. The header is on the mark's
line, or below it. Themes print "Name says:", "Name DATE", or both on two lines; where the date was
a link, main-content extractors drop it. Last seen: 2026. Not read: ratings, gravatars, pingbacks.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._bylines import Byline, bylines
from threadgraph.layouts._chrome import is_form
from threadgraph.layouts._nesting import lost_items, lost_lines, nesting
from threadgraph.layouts._outline import Row, rows
from threadgraph.layouts._page import TextPage
from threadgraph.layouts._thread import Start, begin_of, cut, end_of_list
from threadgraph.layouts._words import COUNT_HEADING

__all__ = ["LAYOUT"]

NEAR = 8
MAX_HEADING = 300
FORMS = ("says", "by", "named", "two", "aged")


def _parse(page: TextPage) -> Parse | None:
    table = page.once(rows)
    marked = [h for h in page.once(bylines) if table[h.first].mark and h.form in FORMS]
    found = _alike(table, marked)
    if not found:
        return None
    begins = _with_unnamed(table, found)
    numbers = [begin for begin, _ in begins]
    depths = nesting(table, numbers)
    starts = [
        Start(row=number, head=head, depth=depth)
        for (number, head), depth in zip(begins, depths, strict=True)
    ]
    last = numbers[-1]
    end = end_of_list(
        page, found[-1].last if found[-1].first == last else last, _left(table, numbers)
    )
    records = cut(page, starts, end)
    whole = sum(bool(r.author and r.body) for r in records)
    start, records = begin_of(page, records, numbers[0])
    return Parse(
        records=tuple(records),
        start=start,
        marks=_marks(page, found, end),
        regularity=0.3 + 0.7 * whole / len(records),
        problems=(
            *lost_items(page, table, numbers),
            *lost_lines(page, table, numbers),
        ),
    )


def _marks(page: TextPage, found: list[Byline], end: int) -> int:
    """Count words, dates and what frames a discussion; a link to an article has a date, too."""
    table = page.once(rows)
    worded = sum(h.form in ("says", "by") for h in found)
    dated = sum(h.date is not None for h in found)
    if worded:
        return 2 * worded + dated
    above = table[max(0, found[0].first - NEAR) : found[0].first]
    framed = any(len(r.text) <= MAX_HEADING and COUNT_HEADING.match(r.text) for r in above)
    closed = any(is_form(r.text) for r in table[end : end + NEAR])
    return dated - 3 + 6 * framed + 2 * closed


def _alike(table: list[Row], marked: list[Byline]) -> list[Byline]:
    """Keep the headers of the page's own form: the most common one, and what stands beside.

    Only headers with a text below count: links to articles are lists of names and dates, too.
    """
    counts = Counter(h.form for h in marked if _has_text(table, h))
    if not counts:
        return []
    form, many = max(counts.items(), key=lambda item: item[1] * (1 + 2 * (item[0] == "says")))
    dated = sum(h.form == form and h.date is not None for h in marked)
    if form == "aged" and many < 3:  # noqa: PLR2004 - "Chapter 3: 2 years" stands in texts
        return []
    own = [h.first for h in marked if h.form == form]
    levels = {table[number].indent for number in own}
    close = next((n for n in range(own[-1], len(table)) if is_form(table[n].text)), len(table))
    inside = [
        h for h in marked if own[0] <= h.first < close and (h.form == form or h.first < own[-1])
    ] + [
        h for h in marked if own[-1] < h.first < close and h.form != form and _on(table, h, levels)
    ]
    kept = [h for h in inside if h.form == form or counts[h.form] * 5 >= many]
    return [h for h in kept if h.date or dated * 5 < many * 4]


def _has_text(table: list[Row], head: Byline) -> bool:
    below = table[head.last + 1] if head.last + 1 < len(table) else None
    return below is not None and not below.mark and bool(below.text)


def _on(table: list[Row], head: Byline, levels: set[int]) -> bool:
    return table[head.first].indent in levels


def _left(table: list[Row], numbers: list[int]) -> int:
    return min(table[number].indent for number in numbers)


def _with_unnamed(table: list[Row], found: list[Byline]) -> list[tuple[int, Byline | None]]:
    """Add numbered items between the headers that continue a list of theirs: no name survived."""
    begins: list[tuple[int, Byline | None]] = [(found[0].first, found[0])]
    for before, head in pairwise(found):
        low = table[before.first]
        expected = low.number
        for number in range(before.last + 1, head.first):
            row = table[number]
            if expected is None or row.indent != low.indent or row.number is None:
                continue
            bound = table[head.first]
            high = bound.number if bound.indent == low.indent else None
            if row.gap and row.text and expected < row.number and (not high or row.number < high):
                begins.append((number, None))
                expected = row.number
        begins.append((head.first, head))
    return begins


LAYOUT = Layout(
    description="WordPress lists: marked items that begin with a name and 'says' or a date",
    parents="nesting",
    parse=_parse,
)
