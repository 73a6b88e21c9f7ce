"""Read WordPress comments as lists: "1. Ann says:", "• Ann | 3 May 2020", name and date below.

Every comment is an item of a list; answers are items of lists inside. The header is on the mark's
line, or below it. Themes print "Name says:", "Name DATE", or both on two lines; where the date was
a link, main-content extractors drop it. Last seen: 2026. Not read: ratings, gravatars, pingbacks.
"""

from __future__ import annotations

import re
from collections import Counter
from operator import itemgetter

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.bylines import OUTSIDE, Byline, bylines, date_head, marked_bylines
from threadgraph.layouts._heads.list_marks import is_told, marks_of
from threadgraph.layouts._heads.nameless_items import nameless_items
from threadgraph.layouts._heads.nesting import lost_items, lost_lines, nesting
from threadgraph.layouts._heads.telling import heads_comments
from threadgraph.layouts._heads.thread import Start, begin_of, cut, end_of_list
from threadgraph.layouts._text.chrome import PINGBACK, ends_item, is_chrome, is_form
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.stamps import joins_clock, written_at
from threadgraph.layouts._text.words import COUNT_HEADING

__all__ = ["LAYOUT"]

MARK_WIDTH = 3
MAX_HEADING = 300
MIN_BARE = 20
MIN_TITLES = 2
"""Headers without a text, below each other, that no discussion ends with."""

MAX_PAGES = 60
# "« Older Comments Newer Comments »", "← Previous Next →"
_PAGES = re.compile(r"^[«←‹<].{3,50}[»→›>]$|^[«←‹].{3,30}$|^\S.{3,30}[»→›]$")

FORMS = ("says", "by", "named", "two", "aged")


def _parse(page: TextPage) -> Parse | None:
    table = page.once(rows)
    marked = _marked(page, table)
    found = _with_texts(table, _below_heading(table, _alike(table, marked)))
    if not found:
        return None
    begins, lost = _with_unnamed(table, found)
    numbers = [begin for begin, _ in begins]
    depths = nesting(table, numbers)
    starts = [
        Start(row=number, head=head or date_head(table, number), depth=depth)
        for (number, head), depth in zip(begins, depths, strict=True)
    ]
    last = numbers[-1]
    end = end_of_list(
        page, found[-1].last if found[-1].first == last else last, _left(table, numbers, found)
    )
    answers = any(depth for depth, (_, head) in zip(depths, begins, strict=True) if head)
    dates = [start.head.date for start in starts if start.head and start.head.date]
    timed = all(map(joins_clock, dates)) and written_at(dates, least=2)
    if not (answers or timed or is_told(table, found, numbers, end)):
        return None
    records = cut(page, starts, end)
    told = (r.body and (r.author or n in lost) for r, n in zip(records, numbers, strict=True))
    whole = sum(map(bool, told))
    start, records = begin_of(page, records, numbers[0])
    return Parse(
        records=tuple(records),
        start=start,
        marks=marks_of(table, found, len(dates), end) + 3 * timed,
        regularity=0.3 + 0.7 * whole / len(records),
        problems=(
            *lost_items(page, table, numbers),
            *lost_lines(page, table, numbers),
        ),
    )


def _marked(page: TextPage, table: list[Row]) -> list[Byline]:
    """Give the headers of items; those outside of theirs where most of their form are."""
    marked = [h for h in page.once(marked_bylines) if table[h.first].mark and h.form in FORMS]
    if any(h.form == "by" for h in marked):  # a control above may close another comment
        free = {h.last for h in page.once(bylines) if h.form == "by" and not table[h.first].mark}
        marked = [h for h in marked if h.last not in free]
    loose = Counter(h.form for h in marked if h.verb == OUTSIDE)  # "* Reply" above, not in it
    counts = Counter(h.form for h in marked)
    return [h for h in marked if h.verb != OUTSIDE or loose[h.form] * 2 < counts[h.form]]


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


def _below_heading(table: list[Row], found: list[Byline]) -> list[Byline]:
    """Leave dated links to articles out that stand above the discussion's heading."""
    for number, head in enumerate(found):
        below = table[head.last + 1].text if head.last + 1 < len(table) else ""
        if len(below) <= MAX_HEADING and COUNT_HEADING.match(below):
            return found[number + 1 :]
        if _has_text(table, head):
            break
    return found


def _with_texts(table: list[Row], found: list[Byline]) -> list[Byline]:
    """Leave the last headers out if none but the very last has a text: a box of latest articles.

    A comment alone may be a picture, and its page may end with it; below a form it is none. So may
    a box of related articles stand above.
    """
    first = next((n for n, head in enumerate(found) if _has_text(table, head)), 0)
    found = found[first:] if first >= MIN_TITLES else found
    kept = len(found) - 1
    while kept > 0 and not _has_text(table, found[kept - 1]):
        kept -= 1
    bare = len(found) - kept - (not found or _has_text(table, found[-1]))
    least = 1 if kept > 0 and _is_past_form(table, found, kept) else MIN_TITLES
    return found[:kept] if bare >= least else found


def _is_past_form(table: list[Row], found: list[Byline], kept: int) -> bool:
    between = table[found[kept - 1].last + 1 : found[kept].first]
    return any(is_form(row.text) for row in between)


def _has_text(table: list[Row], head: Byline) -> bool:
    below = table[head.last + 1] if head.last + 1 < len(table) else None
    if below is None or below.mark or below.heading or not below.text or is_form(below.text):
        return False
    if len(below.text) <= MAX_PAGES and _PAGES.match(below.text):
        return False
    return len(below.text) > MAX_HEADING or not COUNT_HEADING.match(below.text)


def _on(table: list[Row], head: Byline, levels: set[int]) -> bool:
    return table[head.first].indent in levels


def _left(table: list[Row], numbers: list[int], found: list[Byline]) -> int:
    """Give the column where the list begins; Inscriptis prints marks right of their texts."""
    left = min(table[number].indent for number in numbers)
    texts = [table[head.last + 1].indent for head in found if head.last + 1 < len(table)]
    return min([left, *(column for column in texts if left - column <= MARK_WIDTH)])


def _with_unnamed(
    table: list[Row], found: list[Byline]
) -> tuple[list[tuple[int, Byline | None]], list[int]]:
    """Add items that continue a list of the headers', and give those that surely are posts."""
    first = found[0]
    above = _numbers_above(table, first.first) or _around(table, first.first)
    begins: list[tuple[int, Byline | None]] = [(n, None) for n in above]
    levels = {table[n].indent: n for n in above}
    outer = min(table[head.first].indent for head in found)
    outer = min([outer, *levels])
    dated = {table[head.first].indent for head in found if head.date}
    end = next(
        (n for n in range(found[-1].last + 1, len(table)) if _closes(table, outer, n)), len(table)
    )
    for head, stop in zip(found, [*(h.first for h in found[1:]), end], strict=True):
        begins.append((head.first, head))
        indent = table[head.first].indent
        levels = {i: n for i, n in levels.items() if i < indent} | {indent: head.first}
        high = table[stop].number if stop < end else None
        for level, number in levels.items():
            bound = high if stop < end and table[stop].indent == level else None
            between = _numbered(table, number, range(head.last + 1, stop), bound)
            begins += [(n, None) for n in between]
            levels[level] = between[-1] if between else number
        inside = range(head.last + 1, stop)
        begins += [(n, None) for n in inside if _dated(table, n, outer, dated)]
        begins += [(n, None) for n in inside if _is_answered(table, n, dated)]
    lost = nameless_items(table, found, end)
    every: dict[int, Byline | None] = dict.fromkeys(lost) | dict(begins)
    return sorted(every.items(), key=itemgetter(0)), lost


def _is_answered(table: list[Row], number: int, levels: set[int]) -> bool:
    """Tell a bullet on a level of the headers, right below the control that ends the post above.

    Its own header was dropped.
    """
    row = table[number]
    if not row.mark or row.number is not None or row.gap or row.indent not in levels:
        return False
    return (
        len(row.text) > MIN_BARE and is_chrome(table[number - 1].text) and not is_chrome(row.text)
    )


def _dated(table: list[Row], number: int, outer: int, levels: set[int]) -> bool:
    """Tell a bullet with a date, and a text below: the name was dropped.

    The date has a time, or others stand on its level.
    """
    row = table[number]
    if not row.mark or row.number is not None or row.indent <= outer or row.gap == 0:
        return False
    told = joins_clock(row.text) or row.indent in levels
    head = date_head(table, number) if told else None
    return head is not None and _has_text(table, head)


def _around(table: list[Row], number: int) -> list[int]:
    """Give the numbered items, from the first on, of the list around an answer with a header."""
    indent = table[number].indent
    for above in range(number - 1, -1, -1):
        row = table[above]
        if COUNT_HEADING.match(row.text[:MAX_HEADING]) or (row.heading and row.text):
            break
        if row.indent < indent and row.number is not None and _stands(table, above):
            before = _numbers_above(table, above)
            return [*before, above] if before or row.number == 1 else []
    return []


def _closes(table: list[Row], outer: int, number: int) -> bool:
    row = table[number]
    return is_form(row.text) or row.heading or row.indent < outer


def _numbers_above(table: list[Row], begin: int) -> list[int]:
    """Give the items above that in row `begin` whose numbers lead up to its own without a gap."""
    low, found = table[begin], list[int]()
    expected = (low.number or 0) - 1
    for number in range(begin - 1, -1, -1):
        row = table[number]
        if expected < 1 or row.indent < low.indent or COUNT_HEADING.match(row.text[:MAX_HEADING]):
            break
        if row.indent == low.indent and row.number == expected and _stands(table, number):
            found.append(number)
            expected -= 1
    return found[::-1] if expected == 0 else []


def _stands(table: list[Row], number: int) -> bool:
    """Tell an item with a text that stands apart from what is above: a blank line, a control.

    Where an item's text ends with a list of its own, no blank line stands below it.
    """
    row, above = table[number], table[max(0, number - 1)]
    if not row.text or PINGBACK.match(row.text):
        return False
    if is_chrome(row.text) and date_head(table, number) is None:
        return False
    listed = bool(above.mark) and (above.indent > row.indent or heads_comments(above.text))
    return row.gap > 0 or listed or (number > 0 and ends_item(above.text))


def _numbered(table: list[Row], begin: int, inside: range, high: int | None) -> list[int]:
    """Give the items inside whose numbers go on from the header's in row `begin`, below `high`."""
    low, found = table[begin], list[int]()
    expected = low.number
    for number in inside:
        row = table[number]
        if expected is None or row.indent != low.indent or row.number is None:
            continue
        if _stands(table, number) and expected < row.number and (not high or row.number < high):
            found.append(number)
            expected = row.number
    return found


LAYOUT = Layout(
    description="WordPress lists: marked items that begin with a name and 'says' or a date",
    parents="nesting",
    telling=0,
    parse=_parse,
    bare=True,
)
