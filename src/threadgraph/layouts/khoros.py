"""Read communities of Khoros (Lithium): the name, its rank, a menu, "‎11-02-2020 04:21 PM".

Before each date stands a mark of direction that no reader sees, and that hardly another system
prints. Main-content extractors leave the date alone, and "In response to Ann". Last seen: 2024. Not
read: names without the menu below ("Mark as New", "Bookmark"), copies of accepted answers as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from threadgraph.dates import is_date
from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._boards import forum
from threadgraph.layouts._boards.discourse_words import is_likes
from threadgraph.layouts._boards.forum import Head, Thread, build_thread
from threadgraph.layouts._boards.rows import Row, is_markdown, read_rows
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

DIRECTION = "\u200e"
MAX_DATE = 110
MAX_CARD = 3
"""Rows above the menu: the text of the picture, the name, the rank."""

MAX_HEADER = 24
ANSWER = "Re: "
"""What the subjects of answers begin with."""

# "11-02-2020 04:21 PM - edited 11-04-2020 05:00 PM", "Posted on 2 Nov 2020 16:21"
_DATE = re.compile(
    rf"^(?:[^\W\d]{{2,10}} (?:[^\W\d]{{2,4}} )?)?{DIRECTION}(?P<date>[^{DIRECTION}]{{6,28}}?)"
    rf"(?: ?[-–] [^\W\d]{{3,14}}(?: [^\W\d]{{2,10}})? {DIRECTION}.{{6,40}})?$"
)
_MENU = re.compile(
    r"^(?:Options|Mark(?:ed)? as (?:New|Read)|Bookmark|Subscribe|Mute|Subscribe to RSS Feed|"
    r"Permalink|Print|Email to a Friend|Highlight|Report Inappropriate Content|Float this .{1,40}|"
    r"Highlight this .{1,24}|Follow|Show option menu)$"
)
_ANSWERED = re.compile(r"^In response to (?P<name>\S.{0,48})$")
_FOOT = re.compile(
    r"^(?:\d{1,5} )?(?:kudos?|replies|reply|me too|helpful|solved! go to solution\.?|"
    r"(?:view|go to) solution(?: in original post)?|all forum topics|(?:previous|next) topic|"
    r"message \d{1,4} of \d{1,4}|accepted solutions?)$",
    re.IGNORECASE,
)


class _Header(NamedTuple):
    head: Head
    label: str | None


def _parse(page: TextPage) -> Parse | None:
    if page.text.isascii() or DIRECTION not in page.dense:
        return None
    rows = read_rows(page)
    headers = list(_headers(rows, spaced=is_markdown(page)))
    if not headers or (len(headers) == 1 and headers[0].head.first == headers[0].head.last):
        return None  # the date of an article
    thread = Thread(page=page, rows=rows, chrome=_is_chrome)
    heads = [header.head for header in headers]
    parse = build_thread(thread, heads, marks=2 * len(heads))
    if parse is None:
        return None
    records = zip(parse.records, headers, strict=True)
    return replace(parse, records=tuple(_answering(*both) for both in records))


def _answering(record: Record, header: _Header) -> Record:
    """Say whom the post answers."""
    if header.label is None:
        return record
    return record._replace(label=header.label, evidence=record.header[0])


def _headers(rows: Sequence[Row], *, spaced: bool) -> Iterator[_Header]:
    """Give the headers of the posts, from the name or "In response to Ann" to the date.

    Blank lines stand between their rows only where all rows are `spaced`.
    """
    low = 0
    subjects = {row.text.removeprefix(ANSWER) for row in rows if row.text.startswith(ANSWER)}
    for number, row in enumerate(rows):
        if DIRECTION not in row.text[:MAX_DATE] or len(row.text) > MAX_DATE:
            continue
        found = _DATE.match(row.text)
        if found is None or not is_date(found["date"]):
            continue
        first, label = number, None
        while first > max(low, number - MAX_HEADER):
            answered = _ANSWERED.match(rows[first - 1].text[:MAX_DATE])
            if answered is None and not _MENU.match(rows[first - 1].text[:MAX_DATE]):
                break
            label, first = (answered["name"] if answered else label), first - 1
        titled = first > low and rows[first - 1].text.removeprefix(ANSWER) in subjects
        first -= titled and first < number
        name = _name(rows, low, first, spaced=spaced, titled=titled) if first < number else None
        author = rows[name].text if name is not None else None
        head = Head(
            first=first if name is None else name,
            last=number,
            author=author,
            date=found["date"].strip(),
            opening=low == 0,
        )
        yield _Header(head, label)
        low = number + 1


def _name(rows: Sequence[Row], low: int, menu: int, *, spaced: bool, titled: bool) -> int | None:
    """Give the row of the name above the menu: it stands above the rank, maybe twice.

    Older themes print the subject between the two, with blank lines around it.
    """
    first = menu
    while first > low and menu - first < MAX_CARD and not _is_chrome(rows[first - 1]):
        apart = rows[first].gap > 0 and not spaced and not (titled and first == menu)
        if apart or rows[first - 1].mark or len(rows[first - 1].text) > MAX_DATE:
            break
        first -= 1
    told = first < menu and looks_like_name(rows[first].text)
    twice = menu - first == MAX_CARD and rows[first].text == rows[first + 1].text
    return first if told and (twice or menu - first < MAX_CARD) else None


def _is_chrome(row: Row) -> bool:
    text = row.text[:MAX_DATE]
    return forum.is_chrome(row) or is_likes(row) or bool(_MENU.match(text) or _FOOT.match(text))


LAYOUT = Layout(
    description="Khoros: dates behind a mark of direction; 'In response to NAME'",
    parents="labels",
    telling=3,
    parse=_parse,
)
