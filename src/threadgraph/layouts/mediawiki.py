"""Read talk pages of MediaWiki: texts that end in "--Ann (talk) 14:07, 3 May 2006 (UTC)".

The wiki writes name, time and zone into the text's last line, in its own language. Answers stand
further in where a rendering keeps that. Last seen: 2025. Not read: texts without a signature, which
are the next one's; Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._heads.nesting import by_indent
from threadgraph.layouts._heads.wiki_signatures import (
    Signature,
    name_alone,
    signature_of,
    zones,
)
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["LAYOUT"]

MIN_SIGNED = 2
MAX_HEADING = 80
MAX_BANNER = 260

_SIGNS = "-–—~"
_DASHES = " \t\n\r\xa0–—~-"
# what stands above the first text: the site's rows, boxes, the links of a vote
_BANNER = re.compile(
    r"this article is within the scope of|"
    r"\W{0,3}the following (?:discussion )?is (?:an archived|closed\b)|"
    r"this is an (?:old revision|archive)|"
    r"(?:from|aus|da|de|z|un(?:e|a)? p[áa]gin[ae]? d[e’'l ]+|материал из|матеріал з|ur|uit|fra|"
    r"jump to|zur navigation|zum inhalt|aller (?:au|à)|ir a la|saltar|vai alla|ga naar|"
    r"hoppa till|gå til|przejdź do|skocz do|перейти к|перейти до)\b[^.!?]{0,80}$|"
    r".{0,80}\(view log\)$",
    re.IGNORECASE,
)
_EDIT = re.compile(
    r"\[ ?(?:edit|(?:quelltext )?bearbeiten|modifier|editar|modifica|bewerken|redigera|rediger|"
    r"edytuj|upravit|редагувати|править|muokkaa|szerkesztés|değiştir|编辑|編集|편집)\b[^\[\]]{0,40}\]",
    re.IGNORECASE,
)
_LISTED = re.compile(r"[-*:]{1,8}\s+(?=\S)")
# "Support (3)", "Object (1)"
_COUNTED = re.compile(r"\w \(\d{1,4}\)$")


def _parse(page: TextPage) -> Parse | None:
    if page.linked or not zones(page.text):
        return None
    table = page.once(rows)
    found = [(n, signed) for n, row in enumerate(table) if (signed := signature_of(row.text))]
    if len(found) < MIN_SIGNED and not any(signed.linked for _, signed in found):
        return None
    found = sorted([*found, *_undated(table, found)])
    ends = [number for number, _ in found]
    begins = [_begin(table, after, end) for after, end in zip([-1, *ends[:-1]], ends, strict=True)]
    depths = _depths(table, begins, ends)
    records = [
        _record(page, table, range(begin, end + 1), signed, depth)
        for begin, (end, signed), depth in zip(begins, found, depths, strict=True)
    ]
    if 2 * sum(bool(record.body and record.author) for record in records) < len(records):
        return None  # dates of events with their zone
    records[1:] = [
        record._replace(chrome=(*_headings(page, table, after + 1, begin), *record.chrome))
        for record, after, begin in zip(records[1:], ends, begins[1:], strict=False)
    ]
    whole = sum(bool(record.body) for record in records)
    return Parse(
        records=tuple(records),
        start=page.lines[table[begins[0]].first].start,
        marks=2 * len(records),
        regularity=0.3 + 0.65 * whole / len(records),
        front=_title(page, table, begins[0]),
    )


def _undated(
    table: Sequence[Row], found: Sequence[tuple[int, Signature]]
) -> Iterator[tuple[int, Signature]]:
    """Give the names alone that end a text between two signed ones."""
    for number in range(found[0][0] + 1, found[-1][0]):
        row, below = table[number], table[number + 1]
        signed = name_alone(row.text) if row.text[:1] in _SIGNS and not row.mark else None
        if signed and row.gap and below.gap and not signature_of(table[number - 1].text):
            yield number, signed


def _depths(
    table: Sequence[Row], begins: Sequence[int], ends: Sequence[int]
) -> Sequence[int | None]:
    """Give the depths: a section's first text answers none of the section above, as in votes."""
    found: list[int | None] = []
    base = 0
    for number, depth in enumerate(by_indent(table, begins)):
        if number and begins[number] > ends[number - 1] + 1:
            base = depth or 0
        found.append(None if depth is None else max(0, depth - base))
    return found


def _begin(table: Sequence[Row], after: int, end: int) -> int:
    """Give the row where the text begins that is signed in row `end`: below headings."""
    begin = after + 1
    for number in range(after + 1, end):
        if _is_heading(table, number) or (after < 0 and _is_banner(table[number])):
            begin = number + 1
        elif after >= 0:
            break  # lines of a text look like headings, too
    return begin


def _is_banner(row: Row) -> bool:
    return _BANNER.match(row.text) is not None and len(row.text) <= MAX_BANNER


def _is_heading(table: Sequence[Row], number: int) -> bool:
    row = table[number]
    if len(row.text) > MAX_HEADING or row.mark:
        return False
    apart = (number == 0 or row.gap > 0) and table[number + 1].gap > 0
    return _EDIT.search(row.text) is not None or (
        apart and (row.text[-1].isalnum() or _COUNTED.search(row.text) is not None)
    )


def _title(page: TextPage, table: Sequence[Row], first: int) -> tuple[Segment, ...] | None:
    """Give the place of the page's title, if nothing but headings stands above the first text."""
    told = [_is_banner(row) for row in table[:first]]
    if not any(told) and not all(_is_heading(table, number) for number in range(first)):
        return None
    top = table[0]
    titled = first > 0 and not told[0] and len(top.text) <= MAX_HEADING
    return (page.lines[top.first].content,) if titled and not _EDIT.search(top.text) else ()


def _headings(page: TextPage, table: Sequence[Row], first: int, stop: int) -> list[Segment]:
    return [page.lines[row.first].content for row in table[first:stop]]


def _record(
    page: TextPage, table: Sequence[Row], place: range, signed: Signature, depth: int | None
) -> Record:
    top, row = table[place[0]], table[place[-1]]
    above, line = page.lines[top.first], page.lines[row.last]
    sign = line.end - len(row.text) + signed.begin
    edge = max(above.first, above.first + len(page.text[above.first : sign].rstrip(_DASHES)))
    listed = None if top.mark else _LISTED.match(top.text)
    begin = above.first + (listed.end() if listed else len(top.mark))
    mark = Segment(above.first, begin)
    begin += len(page.text[begin:edge]) - len(page.text[begin:edge].lstrip())
    body = page.body(top.first, row.last, top.column if top.mark else top.indent)
    body = [Segment(max(start, begin), min(stop, edge)) for start, stop in body]
    body = [part for part in body if part.start < part.end]
    shown = mark if top.mark else Segment(above.start, above.first)
    return Record(
        header=(Segment(max(edge, line.first, begin), line.end),),
        body=tuple(body),
        chrome=(mark,) if mark.end > mark.start else (),
        author=signed.name,
        author_state="named" if signed.name else "missing",
        date=signed.date,
        depth=depth,
        evidence=shown if depth else None,
        status="complete" if body else "empty",
    )


LAYOUT = Layout(
    description="talk pages of wikis: the text, then 'Name 14:07, 3 May 2006 (UTC)' in its line",
    parents="nesting",
    telling=2,
    parse=_parse,
    ceiling=0.95,  # see `regularity`
)
