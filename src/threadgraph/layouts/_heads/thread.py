"""Cut a page into records at the rows where they begin; part text, header, controls and form."""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._base import Record
from threadgraph.layouts._heads.byline_forms import Byline
from threadgraph.layouts._heads.heads import visible
from threadgraph.layouts._heads.item_signatures import sign_items
from threadgraph.layouts._heads.parts import (
    MAX_CONTROL,
    Part,
    Start,
    close_last,
    learn_controls,
    make_part,
    take_date_below,
    with_dates_above,
)
from threadgraph.layouts._text.chrome import PINGBACK, is_chrome, is_form
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.layouts._text.words import (
    COMMENT_COUNT,
    COUNT_HEADING,
    READ_MORE,
    REPLY_TO,
)
from threadgraph.records import Status

__all__ = ["Start", "begin_of", "cut", "cut_signed", "end_of_list", "left_of"]

MAX_ABOVE = 12


def cut(page: TextPage, starts: Sequence[Start], end: int) -> list[Record]:
    """Give the records; the last text ends before row `end`, the rest of the page is chrome."""
    table = page.once(rows)
    starts = with_dates_above(table, starts)
    parts = [
        make_part(table, start, following)
        for start, following in zip(starts, [*(s.row for s in starts[1:]), end], strict=True)
    ]
    close_last(table, parts, set())
    parts[-1].stop = len(table)
    close_last(table, parts, learn_controls(table, parts))
    for part in parts:
        take_date_below(table, part)
    if any(part.date for part in parts):
        learn_controls(table, parts)
    sign_items(table, parts)
    return _labelled([_record(page, table, part) for part in parts])


def _labelled(records: list[Record]) -> list[Record]:
    """Leave to their labels the posts of a flat list: there "Reply to Ann" tells more."""
    if any(record.depth for record in records) or not any(record.label for record in records):
        return records
    return [record._replace(depth=None) if record.label else record for record in records]


def cut_signed(
    page: TextPage, starts: Sequence[Start], feet: Sequence[Byline], end: int
) -> list[Record]:
    """Give the records of texts that are signed below; the rows of `feet` are their headers."""
    table = page.once(rows)
    parts = [
        make_part(table, start, foot.first, foot=foot)
        for start, foot in zip(starts, feet, strict=True)
    ]
    for part, stop in zip(parts, [*(s.row for s in starts[1:]), end], strict=True):
        part.stop = stop
    parts[-1].stop = len(table)
    learn_controls(table, parts)
    return [_record(page, table, part) for part in parts]


def begin_of(page: TextPage, records: Sequence[Record], first: int) -> tuple[int, list[Record]]:
    """Give where the discussion begins: with the heading and controls above row `first`, if any.

    A count of comments stays the article's. The first record gets those lines as chrome.
    """
    table = page.once(rows)
    header = records[0].header
    while header and first and page.lines[table[first - 1].last].end > header[0].start:
        first -= 1  # a date above the name
    top = first
    while top > max(0, first - MAX_ABOVE) and _opens(table[top - 1].text):
        top -= 1
    start = page.lines[table[top].first].start
    if top == first:
        return start, list(records)
    above = _cover(page, table, top, first)
    return start, [
        records[0]._replace(chrome=(*above, *records[0].chrome)),
        *records[1:],
    ]


def _opens(text: str) -> bool:
    if len(text) > MAX_CONTROL * 3 or COMMENT_COUNT.match(text):
        return False
    linked = PINGBACK.match(text) is not None or text.startswith(("[...]", "[…]"))
    return linked or is_chrome(text) or is_form(text) or COUNT_HEADING.match(text)


def end_of_list(page: TextPage, begin: int, indent: int) -> int:
    """Give the first row after row `begin` that stands left of the list, or opens the form."""
    table = page.once(rows)
    flat = page.linked
    for number in range(begin + 1, len(table)):
        row = table[number]
        if is_form(row.text) or (flat and row.heading) or (not flat and row.indent < indent):
            return number
        if row.mark and row.indent < indent:
            return number
    return len(table)


def left_of(table: Sequence[Row], heads: Sequence[Byline]) -> int:
    """Give the column where a list begins: that of headers or, further left, of their texts."""
    below = [table[head.last + 1] for head in heads if head.last + 1 < len(table)]
    return min(row.indent for row in [*(table[head.first] for head in heads), *below])


def _record(page: TextPage, table: Sequence[Row], part: Part) -> Record:
    start, head = part.start, part.start.head
    row = table[start.row]
    header = _cover(page, table, start.row, head.last + 1) if head else []
    mark = _mark(page, row)
    if mark and header:
        header = [Segment(max(mark.end, place.start), place.end) for place in header]
    body, status = _body(page, table, part, mark)
    begin = head.last + 1 if head else start.row
    chrome = _cover(page, table, begin, part.first if body else part.stop)
    if mark and not any(place.start <= mark.start < place.end for place in chrome):
        chrome.insert(0, mark)
    body, hidden = visible(page.text, body)
    chrome += hidden
    if body:
        cut_off = _cut_off(page, body)
        if cut_off:
            body[-1] = Segment(body[-1].start, cut_off.start)
            chrome.append(cut_off)
            status = "truncated"
        for number in range(part.last + 1, part.stop):
            signed = part.foot and part.foot.first <= number <= part.foot.last
            kept = header if signed or number == part.date_row else chrome
            kept += _cover(page, table, number, number + 1)
    label = (head.label if head else None) or part.label
    told = head or part.foot
    name = (told.name or None) if told else None
    return Record(
        header=tuple(sorted(header)),
        body=tuple(body),
        chrome=tuple(sorted(set(chrome))),
        author=name,
        author_state="named" if name else "missing",
        date=(told.date if told else None) or (part.foot and part.foot.date) or part.date,
        label=label,
        depth=start.depth,
        evidence=_evidence(page, table, part, mark),
        status=status,
    )


def _evidence(
    page: TextPage, table: Sequence[Row], part: Part, mark: Segment | None
) -> Segment | None:
    """Give what shows a post's parent: its label, else its mark, or the line that is indented."""
    head, row = part.start.head, part.label_row
    if head and head.label and row is None:
        inside = range(head.first, head.last + 1)
        row = next((n for n in inside if REPLY_TO.match(table[n].text)), head.first)
    if row is not None and ((head and head.label) or part.label):
        return _cover(page, table, row, row + 1)[0]
    if part.start.depth is None:
        return None
    return mark or page.lines[table[part.start.row].first].content


def _mark(page: TextPage, row: Row) -> Segment | None:
    if not row.mark:
        return None
    line = page.lines[row.first]
    return Segment(line.first, line.first + len(row.mark))


def _body(
    page: TextPage, table: Sequence[Row], part: Part, mark: Segment | None
) -> tuple[list[Segment], Status]:
    if part.first > part.last:
        return [], "empty"
    top = table[part.first]
    indent = top.column if top.mark and part.first == part.start.row else top.indent
    body = page.body(top.first, table[part.last].last, indent)
    if mark and part.first == part.start.row:
        lead = page.text[mark.end : body[0].end]
        begin = mark.end + len(lead) - len(lead.lstrip())
        body = [Segment(max(begin, a), b) for a, b in body if b > begin]
    return body, "complete" if body else "empty"


def _cut_off(page: TextPage, body: Sequence[Segment]) -> Segment | None:
    tail = page.text[max(body[-1].start, body[-1].end - MAX_CONTROL) : body[-1].end]
    match = READ_MORE.search(tail)
    return Segment(body[-1].end - len(tail) + match.start(), body[-1].end) if match else None


def _cover(page: TextPage, table: Sequence[Row], first: int, stop: int) -> list[Segment]:
    """Give the content of rows `first` to `stop` (excluded) as one segment, if any."""
    if first >= stop or first >= len(table):
        return []
    begin = page.lines[table[first].first].first
    return [Segment(begin, page.lines[table[stop - 1].last].end)]
