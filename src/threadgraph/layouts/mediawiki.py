"""Read talk pages of MediaWiki: the text, then "--Ann (talk) 12:33, 3 May 2008 (UTC)".

The software writes the signature in every language: a name, perhaps links to the user's pages in
brackets, the date and the zone; "[reply]" may follow. Headings of sections end with "[edit]". Where
neither dashes nor brackets nor the end of a sentence part the name from the text, no name is given.
Last seen: 2024. Not read: parents, texts that nobody signed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from threadgraph.date_scan import trailing_date
from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._forum import stripped
from threadgraph.layouts._page import Line, Segment, TextPage

__all__ = ["LAYOUT"]

MIN_SIGNED = 2
MAX_NAME = 48
MAX_WORDS = 4
"""Words of a name that nothing but a sentence's end parts from the text."""

_ZONE = (
    r"\((?:UTC|GMT|WES?T|CES?T|EES?T|MS[KD]|BST|IST|JST|KST|BRS?T|ART|CLS?T|[ECMP][SD]T|AES?T)\)"
)
_SIGNED = re.compile(rf"\d\D{{0,5}}? ?(?P<zone>{_ZONE})(?P<after>.{{0,24}}\[[^\[\]]{{3,24}}\])?$")
# "2009年3月12日 (木) ", "12. mar. 2009 kl. ": before a time that is read as the whole date
_DAY = re.compile(
    r"(?:\d{4}[年년] ?[^()]{3,12}(?:\([^()]\) ?)?|"
    r"\d{1,2}\. ?[^\W\d_]{3,14}\.? \d{4} (?:kello|kl\.?) )$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TALK = re.compile(r"\s*\([^()]{0,60}\)$")
_DASHED = re.compile(
    r"(?:^|(?<=[\s.!?…)»”\"'。！？」]))(?P<dash>-{2,3}|[—―]|(?<!\S)[-–]) ?"
    r"(?P<name>[^\s—–-](?:(?! --)[^—–])*)$"
)
_ENDED = re.compile(r"(?:^|(?<=[.!?…:;)\]»”] )|(?<=[。!?]))(?P<name>[^\s.,:;!?]\S*(?: \S+){0,3})$")
_ADDRESS = re.compile(
    r"(?<!\S)(?P<name>\d{1,3}(?:\.\d{1,3}){3}|(?:[0-9A-F]{1,4}:){4,7}[0-9A-F]{1,4})$"
)
# "Preceding unsigned comment added by Ann"
_ADDED = re.compile(
    r"^(?:(?:the )?preceding unsigned comment (?:was )?(?:added )?by|"
    r"nicht signierter beitrag von|comentario sin firmar de) ",
    re.IGNORECASE,
)
_EDIT = re.compile(
    r"\[ ?(?:edit|bearbeiten|modifier|editar|modifica|bewerken|redigera|rediger|edytuj|upravit|"
    r"редагувати|править|muokkaa|szerkesztés|değiştir|编辑|編集|편집)\b[^\[\]]{0,40}\]$",
    re.IGNORECASE,
)
# "From Wikipedia, the free encyclopedia", "Jump to navigation"
_SITE = re.compile(
    r"^(?:(?:from|aus|da|de|z|un(?:e|a)? p[áa]gin[ae]? d[e’'l ]+|материал из|матеріал з|ur|uit|fra|"
    r"jump to|zur navigation|zum inhalt|aller (?:au|à)|ir a la|saltar|vai alla|ga naar|"
    r"hoppa till|gå til|przejdź do|skocz do|перейти к|перейти до)\b.{0,80}|"
    r".{0,60}(?:wiki\w{4,10}|вики\w{4,10}|вікі\w{4,10})\W.{0,60})$",
    re.IGNORECASE,
)
_SPACE = re.compile(r"^[^\W\d_]{3,20}(?: [^\W\d_]{3,20})?:\S.{0,120}$")
_BULLET = re.compile(r"[\s•*:#◦▪-]{1,16}")


class _Foot(NamedTuple):
    """A signature: its line, where it begins in the line's text, the name and the date."""

    line: int
    begin: int
    name: str | None
    date: str


def _parse(page: TextPage) -> Parse | None:
    if "T)" not in page.text and "UTC)" not in page.text and "MSK)" not in page.text:
        return None
    feet = list(_feet(page.lines))
    if len(feet) < MIN_SIGNED:
        return None
    records: list[Record] = []
    low = _top(page.lines, feet[0].line)
    for foot in feet:
        records.append(_record(page, low, foot))
        low = foot.line + 1
    whole = sum(bool(record.body and record.author) for record in records)
    if 2 * whole < len(records):
        return None
    return Parse(
        records=tuple(records),
        start=min(place.start for r in records[:1] for place in (*r.chrome, *r.body, *r.header)),
        marks=2 * len(records),
        regularity=0.6 + 0.4 * whole / len(records),
        front=_title(page.lines, low=_top(page.lines, feet[0].line)),
    )


def _title(lines: Sequence[Line], low: int) -> tuple[Segment, ...]:
    """Give the place of the page's title; the site's rows below it are no article."""
    found = next((line for line in lines[:low] if line.text), None)
    return () if found is None or _EDIT.search(found.text) else (found.content,)


def _feet(lines: Sequence[Line]) -> Iterator[_Foot]:
    for number, line in enumerate(lines):
        text = line.text
        found = _SIGNED.search(text) if "T)" in text or "MSK)" in text or "UTC)" in text else None
        if found is None:
            continue
        before = text[: found.start("zone")].rstrip()
        date = trailing_date(before)
        if date is None:
            continue
        begin = date.start
        if longer := _DAY.search(before[:begin]):
            begin = longer.start()
        if not _YEAR.search(before[begin:]):
            continue
        signer = _signer(before[:begin])
        if signer is not None:
            yield _Foot(number, signer[0], signer[1], text[begin : found.end("zone")])


def _signer(before: str) -> tuple[int, str | None] | None:
    """Give where the signature begins, and its name; None where nothing tells a signature."""
    text = before.rstrip(" ,")
    talk = _TALK.search(text)
    text = text[: talk.start()] if talk else text
    found = _DASHED.search(text)
    if found and not talk and found["dash"] in "-–":
        found = None
    found = found or _ADDRESS.search(text)
    if found is None and talk:
        found = _ENDED.search(text)
        if found is None:
            return talk.start(), None
    if found is None:
        return None
    name = _ADDED.sub("", found["name"]).strip(" |·•")
    return found.start(), name if 0 < len(name) <= MAX_NAME else None


def _top(lines: Sequence[Line], stop: int) -> int:
    """Give the line where the first text can begin: below the title, the site's rows, a heading."""
    for number in range(stop - 1, -1, -1):
        text = lines[number].text
        if _EDIT.search(text) or (len(text) <= 140 and (_SITE.match(text) or _SPACE.match(text))):  # noqa: PLR2004
            return number if _EDIT.search(text) else number + 1
    low = stop
    while low and lines[low - 1].text:
        low -= 1
    return low


def _record(page: TextPage, low: int, foot: _Foot) -> Record:
    lines = page.lines
    edits = [n for n in range(low, foot.line) if _EDIT.search(lines[n].text)]
    first = edits[-1] + 1 if edits else low
    while first < foot.line and not lines[first].text:
        first += 1
    line = lines[foot.line]
    sign = line.content.start + foot.begin
    body = [
        Segment(start, min(end, sign)) for start, end in page.body(first, foot.line) if start < sign
    ]
    chrome = [lines[n].content for n in range(low, first) if lines[n].text]
    if body and (mark := _BULLET.match(page.text, body[0].start, body[0].end)):
        chrome.append(Segment(body[0].start, mark.end()))
        body[0] = Segment(mark.end(), body[0].end)
    body = stripped(page, [place for place in body if place.end > place.start])
    return Record(
        header=(Segment(sign, line.content.end),),
        body=tuple(body),
        chrome=tuple(place for place in chrome if place.end > place.start),
        author=foot.name,
        author_state="named" if foot.name else "missing",
        date=foot.date,
        status="complete" if body else "empty",
    )


LAYOUT = Layout(
    description="MediaWiki: signed 'Name (talk) 12:33, 3 May 2008 (UTC)' below each text",
    parents="none",
    telling=3,
    parse=_parse,
)
