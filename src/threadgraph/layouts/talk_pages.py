"""Read the talk pages of wikis: texts that end in "--Ann (talk) 14:07, 3 May 2006 (UTC)".

MediaWiki writes name, time and zone behind the text, in the line's end, in the wiki's language.
Answers stand further in where a rendering keeps that. A name is read behind a dash, before the
word for its talk page, or behind a sentence's end. Last seen: 2024. Not read: texts without a
signature, which are the next one's; Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.date_scan import trailing_date
from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._byline_edges import clean_name
from threadgraph.layouts._names import reads_as_text
from threadgraph.layouts._nesting import by_indent
from threadgraph.layouts._outline import Row, rows
from threadgraph.layouts._page import Segment, TextPage

__all__ = ["LAYOUT"]

MIN_SIGNED = 2
MAX_HEADING = 80
MAX_SIGNATURE = 200
MAX_ZONE = 26
MAX_WORDS = 4

# "(UTC)", "(CEST)", "(UTC)[reply]" at a line's end
_ZONE = re.compile(r"\([A-Z]{2,5}\)(?:\s?\[[^\W\d_]{2,14}\])?[^\S\n]*$", re.MULTILINE)
_CLOCK = re.compile(r"\d[:.h]\d\d")
# "(talk)", "(Talk | contribs)", "(Diskussion)", "(обс.)"
_TALK = re.compile(
    r"\s*[(\[](?:talk|t|discuss|discussion|d|disk|diskussion|discuter|disc|msg|dis|parlami|overleg|"
    r"dyskusja|обс\.?|обсуждение|会話|留言)\b[^()\[\]]{0,40}[)\]]$",
    re.IGNORECASE,
)
_TALK_WORD = re.compile(r"(?<=[\w.]) (?:talk|contribs|diskussion)$", re.IGNORECASE)
# what stands above the first text, or begins a line of a list
_BANNER = re.compile(
    r"this article is within the scope of|\W{0,3}the following (?:discussion )?is an archived|"
    r"from \S{3,20}, the free|jump to\b|this is an (?:old revision|archive)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"[-*:]{1,8}\s+(?=\S)")
# "... behind a text. --Ann", "... — Ann"
_DASHED = re.compile(r"(?:--|[—–―~])-?\s?(?P<name>[^—–―~]{1,50})$|(?<=\s)-\s?(?P<short>\S{1,30})$")
# "... behind a text. Ann Lee"
_BEHIND = re.compile(r"[.!?…)\"”»]\s+(?P<name>[^.!?…:()\"”»]{2,40})$")
_EDIT = re.compile(r"\s?\[(?:edit|bearbeiten|modifier|editar|modifica|bewerken|edytuj|править)\]")


def _parse(page: TextPage) -> Parse | None:
    if page.linked or sum(1 for _ in _ZONE.finditer(page.text)) < MIN_SIGNED:
        return None
    table = page.once(rows)
    ends = [number for number, row in enumerate(table) if _signed_at(row) is not None]
    if len(ends) < MIN_SIGNED:
        return None
    begins = [_begin(table, after, end) for after, end in zip([-1, *ends[:-1]], ends, strict=True)]
    depths = by_indent(table, begins)
    records = [
        _record(page, table, range(begin, end + 1), depth)
        for begin, end, depth in zip(begins, ends, depths, strict=True)
    ]
    told = sum(bool(record.body and record.author) for record in records)
    if told * 2 < len(records):
        return None  # dates of events with their zone
    records[1:] = [
        record._replace(chrome=(*_headings(page, table, after + 1, begin), *record.chrome))
        for record, after, begin in zip(records[1:], ends, begins[1:], strict=False)
    ]
    whole = sum(bool(record.body) for record in records)
    return Parse(
        records=tuple(records),
        start=page.lines[table[begins[0]].first].first,
        marks=2 * len(records),
        regularity=0.3 + 0.65 * whole / len(records),
        front=_title(page, table, begins[0]),
    )


def _signed_at(row: Row) -> int | None:
    """Give where in a row's text the time of its signature begins."""
    zone = _ZONE.search(row.text[-MAX_ZONE:]) if row.text[-1:] in ")]" else None
    if zone is None:
        return None
    stop = len(row.text) - len(row.text[-MAX_ZONE:]) + zone.start() + zone[0].index(")") + 1
    begin = max(0, stop - MAX_SIGNATURE)
    found = trailing_date(row.text[begin:stop])
    if found is None or not found.certain:
        return None
    begin += found.start
    return begin if _CLOCK.search(row.text, begin) else None


def _begin(table: Sequence[Row], after: int, end: int) -> int:
    """Give the row where the text begins that is signed in row `end`: below headings."""
    begin = after + 1
    for number in range(after + 1, end):
        if _is_heading(table, number) or (after < 0 and _BANNER.match(table[number].text)):
            begin = number + 1
        elif after >= 0:
            break  # lines of a text look like headings, too
    return begin


def _is_heading(table: Sequence[Row], number: int) -> bool:
    row = table[number]
    if len(row.text) > MAX_HEADING or row.mark:
        return False
    apart = (number == 0 or row.gap > 0) and table[number + 1].gap > 0
    return _EDIT.search(row.text) is not None or (apart and row.text[-1].isalnum())


def _title(page: TextPage, table: Sequence[Row], first: int) -> tuple[Segment, ...] | None:
    """Give the place of the page's title, if nothing but headings stands above the first text."""
    told = [_BANNER.match(row.text) is not None for row in table[:first]]
    if not any(told) and not all(_is_heading(table, number) for number in range(first)):
        return None
    titled = first > 0 and not told[0] and len(table[0].text) <= MAX_HEADING
    return (page.lines[table[0].first].content,) if titled else ()


def _headings(page: TextPage, table: Sequence[Row], first: int, stop: int) -> list[Segment]:
    return [page.lines[row.first].content for row in table[first:stop]]


def _record(page: TextPage, table: Sequence[Row], place: range, depth: int | None) -> Record:
    top, row = table[place[0]], table[place[-1]]
    line = page.lines[row.last]
    at = line.end - len(row.text) + (_signed_at(row) or 0)
    before = page.text[line.first : at]
    name, told = _name(before)
    above = page.lines[top.first]
    edge = above.first + len(page.text[above.first : line.first + told].rstrip())
    begin = above.first + len(top.mark)
    listed = None if top.mark else _LISTED.match(top.text)
    begin += listed.end() if listed else 0
    begin += len(page.text[begin:edge]) - len(page.text[begin:edge].lstrip())
    body = page.body(top.first, row.last, top.column if top.mark else top.indent)
    body = [Segment(max(start, begin), min(stop, edge)) for start, stop in body]
    body = [part for part in body if part.start < part.end]
    mark = Segment(above.first, above.first + (listed.end() if listed else len(top.mark)))
    shown = mark if top.mark else Segment(above.start, above.first)
    return Record(
        header=(Segment(max(edge, line.first), line.end),),
        body=tuple(body),
        chrome=(mark,) if mark.end > mark.start else (),
        author=name,
        author_state="named" if name else "missing",
        date=page.text[at : page.text.index(")", at) + 1],
        depth=depth,
        evidence=shown if depth else None,
        status="complete" if body else "empty",
    )


def _name(before: str) -> tuple[str | None, int]:
    """Give the name before a signature's time, and where it begins with its dash."""
    kept = before.rstrip(" ,")
    talk = _TALK.search(kept[-MAX_SIGNATURE:])
    shown = _TALK_WORD.sub("", kept[: len(kept) - len(talk[0])] if talk else kept)
    match = _DASHED.search(shown[-MAX_SIGNATURE:])
    lead = max(0, len(shown) - MAX_SIGNATURE)
    if match:
        name = clean_name(match["name"] or match["short"])
        return (name, lead + match.start()) if _likely(name) else (None, len(before))
    match = _BEHIND.search(shown[-MAX_SIGNATURE:])
    name = clean_name(match["name"]) if match else ""
    if match is None or not _likely(name):
        return None, len(before)
    return name, lead + match.start("name")


def _likely(name: str) -> bool:
    return bool(name) and len(name.split()) <= MAX_WORDS and not reads_as_text(name)


LAYOUT = Layout(
    description="talk pages of wikis: the text, then 'Name 14:07, 3 May 2006 (UTC)' in its line",
    parents="nesting",
    telling=2,
    parse=_parse,
    ceiling=0.95,  # see `regularity`
)
