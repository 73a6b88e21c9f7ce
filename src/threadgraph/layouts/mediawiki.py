"""Read talk pages of MediaWiki: texts that end with "Ann (talk) 12:15, 5 March 2007 (UTC)".

The signature ends a text's last line: a name, links to its owner's pages, the time with its zone.
Where a name begins is told by a dash, the end of a sentence or the line's begin; elsewhere it is
unknown. What stands above the first signed text up to a heading belongs to it. Last seen: 2025.
Not read: parents (indentation shows them in few renderings), texts without a signature.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._names import looks_like_name
from threadgraph.layouts._outline import Row, rows
from threadgraph.layouts._page import Segment, TextPage

__all__ = ["LAYOUT"]

MIN_SIGNED = 2
MAX_HEADING = 80
MAX_NAME_WORDS = 3
MAX_ABOVE = 12

_CLOCK = r"\d{1,2}[:.h]\d\d(?:min)?"
_DAY = r"(?:\d{1,2}\.?(?: de)? [^\W\d_]{3,12}\.?,?(?: de)? |[^\W\d_]{3,12} \d{1,2}, )\d{4}"
# "12:15, 5 March 2007 (UTC)", "5 mars 2007 à 12:15 (CET)", "5 maart 2007 12:15 (CET) [reply]"
_TIME = re.compile(
    rf"(?P<date>\b(?:{_CLOCK},?(?: de)? {_DAY}|{_DAY},?(?: [^\W\d_]{{1,3}}\.?)? {_CLOCK})"
    r" \((?:UTC|[A-Z]{3,5}|UTC ?[+-]\d{1,2})\))\s?(?:\[[^\W\d_]{4,16}\])?$"
)
_ZONE = re.compile(r"(?<=\d) \([A-Z]{3,5}\)")
_ZONE_ENDS = ("C)", "T)", "K)", "Z)")
_LAST_EDITED = re.compile(r"\blast (?:modified|edited|changed)\b|\bRevision as of\b|\(diff\)")
# "(talk)", "(talk · contribs)", "| Talk | Contributions", "•"
_LINKS = re.compile(
    r"\s*(?:\([^()]{0,60}\)|\[[^\[\]]{0,60}\]|(?:\|\s?|\b)(?:user )?"
    r"(?:talk|contribs|contributions|diskussion|discuter|discusión|discussioni|overleg|dyskusja)"
    r"\b|[|•·/,~]|[-–—]{1,2}|(?<=[a-z])Talk)\s*$",
    re.IGNORECASE,
)
_NESTED = re.compile(
    r"\s*\(\([^\n]{1,80}\)\)\s*$|\s*\([^()\n]{0,40}\([^()\n]{0,40}\)[^()\n]{0,40}\)\s*$"
)
# ". ", "] ", " -- ", "—": what a name stands behind
_BEFORE = re.compile(
    r"(?:(?<!\b[A-Z])\.|[?!…\])\"”»]|(?:^|\s)[-–—~]{1,3}|[–—~-]{2,3}|—)\s*(?=[^\s–—~-])"
)
_BULLET = re.compile(r"[-*•:#]{1,9}\s+")
_BY = re.compile(r"(?:by|von|par|por|da|door|av|af) ", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:sincerely|regards|best|best wishes|cheers|thanks|thank you|yours|gruß|grüße|cordialement|"
    r"saludos|saluti|groet|pozdrawiam)[,.!]?\s+",
    re.IGNORECASE,
)


class _Signed(NamedTuple):
    row: int
    name: str | None
    start: int
    """Where in the row's text the signature begins."""
    date: str


def _parse(page: TextPage) -> Parse | None:
    if not any(end in page.text for end in _ZONE_ENDS):
        return None
    if len(_ZONE.findall(page.text, 0, 20_000)) < MIN_SIGNED:
        return None
    table = page.once(rows)
    signed = list(_signatures(table))
    named = sum(sign.name is not None for sign in signed)
    if len(signed) < MIN_SIGNED or named * 2 < len(signed):
        return None  # a list of articles with their times
    begins = [_first(table, signed[0].row)]
    tops = [begins[0], *(sign.row + 1 for sign in signed[:-1])]
    begins += [_begin(table, top, sign.row) for top, sign in zip(tops[1:], signed[1:], strict=True)]
    records = [
        _record(page, table, range(top, begin), sign)
        for top, begin, sign in zip(tops, begins, signed, strict=True)
    ]
    return Parse(
        records=tuple(records),
        start=page.lines[table[begins[0]].first].start,
        marks=2 * len(records),
        regularity=sum(bool(record.body) for record in records) / len(records),
    )


def _signatures(table: Sequence[Row]) -> Iterator[_Signed]:
    for number, row in enumerate(table):
        if not row.text.rstrip().endswith((")", "]")) or not _ZONE.search(row.text):
            continue
        match = _TIME.search(row.text)
        if match is None or _LAST_EDITED.search(row.text):
            continue
        name, start = _name(row.text[: match.start()])
        yield _Signed(number, name, start, match["date"])


def _name(before: str) -> tuple[str | None, int]:
    """Read the name at the end of what stands before the time, and where the signature begins."""
    left = before.rstrip()
    while True:
        shorter = _LINKS.sub("", _NESTED.sub("", left)).rstrip()
        if shorter == left or not shorter:
            break
        left = shorter
    place = 0
    for found in _BEFORE.finditer(left):
        place = found.end()
    closing = _CLOSING.match(left, place)
    place = closing.end() if closing else place
    name = left[place:]
    words = name.split()
    likely = len(words) == 1 or (len(words) <= MAX_NAME_WORDS and looks_like_name(name))
    if not name or not likely or name[-1] in ".?!,:;" or _BY.match(name):
        return None, len(before)
    return name, place


def _first(table: Sequence[Row], signed: int) -> int:
    """Give the row where the first text begins: below the heading above it, if one is near."""
    for number in range(signed - 1, max(-1, signed - MAX_ABOVE), -1):
        if table[number].mark or _is_heading(table, number):
            return number + 1
    return signed


def _begin(table: Sequence[Row], first: int, signed: int) -> int:
    """Give the row where a text begins: headings above it are none of its own."""
    while first < signed and _is_heading(table, first):
        first += 1
    return first


def _is_heading(table: Sequence[Row], number: int) -> bool:
    row = table[number]
    if row.heading or row.text.endswith("(View log)"):
        return True
    apart = row.gap > 0 or number == 0
    below = number + 1 < len(table) and table[number + 1].gap > 0
    short = len(row.text) <= MAX_HEADING and row.text[-1:] not in ".?!,:;)"
    return apart and below and short and not row.mark


def _record(page: TextPage, table: Sequence[Row], above: range, signed: _Signed) -> Record:
    """Make the record of a text below the headings in the rows `above`."""
    last = page.lines[table[signed.row].last]
    sign = last.end - len(table[signed.row].text) + signed.start
    row = table[above.stop]
    first = page.lines[row.first]
    start = first.end - len(row.text) if row.first == row.last else first.first + len(row.mark)
    bullet = _BULLET.match(page.text, start, sign)
    start = bullet.end() if bullet else start
    end = start + len(page.text[start:sign].rstrip(" \t\r\n\xa0–—~-"))
    body = (Segment(start, end),) if end > start else ()
    mark = [Segment(first.first, start)] if start > first.first else []
    gap = len(page.text[end:sign]) - len(page.text[end:sign].lstrip())
    return Record(
        header=(Segment(end + gap, last.end),),
        body=body,
        chrome=(*(page.lines[table[n].first].content for n in above), *mark),
        author=signed.name,
        author_state="named" if signed.name else "missing",
        date=signed.date,
        status="complete" if body else "empty",
    )


LAYOUT = Layout(
    description="MediaWiki's talk pages: texts signed 'Name (talk) 12:15, 5 March 2007 (UTC)'",
    parents="none",
    telling=3,
    parse=_parse,
)
