"""Read Simple Machines Forum: a card, "Re: subject", "« Reply #3 on: DATE »", the text, "Logged".

Last seen: 2.0, 2020; the markup of 2.1 is not known to keep "«". Not read: parents (quotes stay in
the text), signatures without a rule above, attachments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._forum import Head, Thread, build_thread, dateish, is_chrome
from threadgraph.layouts._forum_rows import Row, linked_name, read_rows
from threadgraph.layouts._forum_signature import cut_repeated
from threadgraph.layouts._names import MAX_NAME
from threadgraph.layouts._page import TextPage

__all__ = ["LAYOUT"]

# "« Reply #3 on: June 05, 2012, 10:02:12 PM »", "« Antwort #3 am: ... »", "« Reply #3 on: »"
_HEAD = re.compile(
    r"^« ?(?:(?P<word>[^\W\d_]{4,12}) #(?P<number>\d{1,6}) ?)?"
    r"(?:(?:online|on|am|le|el|em|op|su|il|den|dnia|:|en)\s?:?\s?)"
    r"(?P<date>\S.{5,44}?)?(?: by .{1,60})? ?»$",
    re.IGNORECASE,
)
_LOGGED = re.compile(
    r"^(?:Logged|Gespeichert|Protokolliert|Journalisée|IP archivée|En línea|Registrado|Registrato|"
    r"Loggad|Gelogd|Zapisane|Report to moderator.{0,20}|Записан)$"
)
# "Posts: 123", "Offline", "Karma: +1/-0"
_CARD = re.compile(
    r"^(?:(?:posts|beiträge|messages|mensajes|mensagens|messaggi|karma|gender|activity|berichten)\b"
    r".{0,60}|(?:offline ?){1,2}|(?:online ?){1,2}|\*{1,9}|https?://.{1,80})$",
    re.IGNORECASE,
)
# "Offline Ann": the text of the picture before the name
_STATE = re.compile(r"^(?:offline|online) (?!(?:offline|online)$)(?=\S)", re.IGNORECASE)
# "« Last Edit: May 09, 2010, 10:00:00 AM by Ann »"
_EDITED = re.compile(r"^« ?[^\W\d_][\w ]{4,28}: .{6,90} »$")
_REACH = 24


class _Header(NamedTuple):
    row: int
    number: int
    date: str | None


def _parse(page: TextPage) -> Parse | None:
    if "»" not in page.text or page.text.count("«") < 2:  # noqa: PLR2004 - one may be a quotation
        return None
    rows = read_rows(page)
    found = list(_headers(rows))
    if len(found) < 2 and not any(header.date for header in found):  # noqa: PLR2004
        return None
    lows = [0] + [header.row + 1 for header in found[:-1]]
    heads = [_head(page, low, header) for low, header in zip(lows, found, strict=True)]
    return build_thread(
        Thread(page=page, rows=rows, chrome=_is_chrome),
        cut_repeated(rows, _until_logged(rows, heads)),
        marks=2 * len(heads),
    )


def _until_logged(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """End each post at "Logged": what stands below is the signature."""
    ends = [*(head.first for head in heads[1:]), len(rows)]
    stops = (
        next((n for n in range(head.last + 2, end) if _LOGGED.match(rows[n].text)), None)
        for head, end in zip(heads, ends, strict=True)
    )
    return [replace(head, stop=stop) for head, stop in zip(heads, stops, strict=True)]


def _headers(rows: Sequence[Row]) -> Iterator[_Header]:
    for number, row in enumerate(rows):
        if row.text[:1] != "«" or len(row.text) > 120:  # noqa: PLR2004 - a header line
            continue
        found = _HEAD.match(row.text)
        date = found["date"] if found else None
        if found and (found["number"] or (date and dateish(date))):
            yield _Header(number, int(found["number"] or 0), date)


def _head(page: TextPage, low: int, header: _Header) -> Head:
    """Read the card above the subject: its first row is the name."""
    rows = read_rows(page)
    subject = header.row - 1
    while subject > low and not rows[subject].text:
        subject -= 1
    name = _name(page, low, subject)
    linked = None if name is None else linked_name(page, rows[name])
    return Head(
        first=max(low, subject) if name is None else name,
        last=header.row,
        author=linked if name is None or linked else _STATE.sub("", rows[name].text),
        date=header.date,
        opening=header.number == 0,
    )


def _name(page: TextPage, low: int, subject: int) -> int | None:
    """Give the row of the name: below the end of the post before, or above the card's list."""
    rows = read_rows(page)
    top = max(low, subject - _REACH)
    for number in range(subject - 1, top - 1, -1):
        if rows[number].text and (_LOGGED.match(rows[number].text) or is_chrome(rows[number])):
            top = number + 1
            break
    heading = next((n for n in range(top, subject) if _is_profile(page, rows[n])), None)
    if heading is not None:
        return heading
    shown = next((n for n in range(top, subject) if _STATE.match(rows[n].text)), None)
    if shown is not None:
        return shown
    card = [n for n in range(top, subject) if _CARD.match(rows[n].text) or rows[n].mark in _BULLETS]
    if not card:
        return None
    name = next((n for n in range(top, card[0]) if linked_name(page, rows[n])), None)
    if name is None:
        name = _above_rank(rows, top, card[0])
    named = name is not None and 0 < len(rows[name].text) <= MAX_NAME
    return name if named and not _CARD.match(rows[name or 0].text) else None


def _is_profile(page: TextPage, row: Row) -> bool:
    """Tell a heading that is a link to a profile, as html2text prints the name."""
    return row.mark.startswith("#") and linked_name(page, row) is not None


def _above_rank(rows: Sequence[Row], top: int, card: int) -> int | None:
    """Give the row of the name, above the rank, which stands above stars and counters.

    A signature of the post before may stand above the name.
    """
    filled = [n for n in range(top, card) if rows[n].text]
    if len(filled) < 2:  # noqa: PLR2004 - no rank
        return filled[0] if filled else None
    return filled[-2] if rows[filled[-1]].gap == 0 else filled[-1]


_BULLETS = frozenset("•*+")


def _is_chrome(row: Row) -> bool:
    edited = len(row.text) <= 140 and _EDITED.match(row.text)  # noqa: PLR2004 - a line
    return is_chrome(row) or bool(edited or _LOGGED.match(row.text))


LAYOUT = Layout(
    description="Simple Machines Forum: '« Reply #3 on: DATE »' above each text",
    parents="none",
    telling=3,
    parse=_parse,
)
