"""Read pages of list archives that hold one mail, and days of mail-archive.com.

mail-archive.com prints "2005-08-18 Thread Ann Lee" below each subject, or name and moment in one
row below one; Hypermail "From: Ann Lee (ann@host.example)" and a date. Where an extractor dropped
the header, links stay: "[Date Prev][Date Next]", "Reply via email to". What a mail quotes stays in
its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.archive_links import ARCHIVE_LINKS
from threadgraph.layouts._heads.heads import Head, parse_heads, stop_at
from threadgraph.layouts._heads.mail_fields import header_fields
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.layouts._text.story import title_in
from threadgraph.layouts._text.words import ANSWERS

__all__ = ["LAYOUT"]

TOP = 16
"""Rows above which one mail's header stands: below navigation and the title."""

MAX_ABOVE = 400
"""Letters above one mail's header, at most."""

MAX_ROW = 140
# "2005-08-18 Thread Ann Lee", "2005-08-18 Thread Ann Lee via kites"
_THREAD = re.compile(r"^(?P<date>(?:19|20)\d\d-\d\d-\d\d) Thread (?P<name>\S.{0,70})$")
# "Ann Lee Thu, 18 Aug 2005 10:11:12 -0700"
_SENT = re.compile(
    r"^(?P<name>\S.{0,58}?)\s+(?P<date>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} [A-Z][a-z]{2} "
    r"(?:19|20)\d\d \d\d:\d\d:\d\d [+-]\d{4})$"
)
# "[Date Prev][Date Next] [Thread Prev][Thread Next] [Date Index] [Thread Index]"
_BAR = re.compile(r"^(?:\[(?:Date|Thread) (?:Prev|Next|Index)\]\s?){3,8}$")
_CLOSING = "Reply via email to"
_SUBJECT = re.compile(rf"^(?:(?:{ANSWERS}|fwd?): |\[[\w .-]{{2,40}}\] ?\S)", re.IGNORECASE)
# "Ann Lee (ann@host.example)"
_SENDER = re.compile(
    r"^\"?(?P<name>[^\"<>()@]{1,60}?)\"? (?:\([^()\s]{1,60}(?:@| at )[^()]{1,60}\)|<[^<>]{3,100}>)$"
)
_TIME = re.compile(r"\b\d{1,2}:\d\d\b")
_FOOTER = re.compile(r"^(?:Reply via email to|More information about the \S.{0,60} mailing list)$")


def _parse(page: TextPage) -> Parse | None:
    rows = page.once(outline.rows)
    heads = list(_days(page, rows)) or _one(page, rows)
    if not heads:
        return None
    parse = parse_heads(page, rows, heads, stop_at(rows, heads, _FOOTER), _is_chrome)
    return replace(parse, front=_title(page, rows[: heads[0].first]))


def _title(page: TextPage, above: Sequence[Row]) -> tuple[Segment, ...]:
    """Give the place of the subject above one mail's header."""
    row = next((row for row in reversed(above) if not _is_chrome(row)), None)
    return title_in(page, row, 2 * MAX_ROW)


def _days(page: TextPage, rows: Sequence[Row]) -> Iterator[Head]:
    """Give the heads of mail-archive.com: a subject, and below it day and name."""
    if " Thread " not in page.dense:
        return
    done = 0
    for number in range(1, len(rows)):
        text = rows[number].text
        match = _THREAD.match(text) if len(text) <= MAX_ROW and text[:1].isdigit() else None
        if match and rows[number].gap and len(rows[number - 1].text) <= 2 * MAX_ROW:
            first = max(done, number - 1)
            yield Head(first=first, last=number, author=match["name"], date=match["date"])
            done = number + 1


def _one(page: TextPage, rows: Sequence[Row]) -> list[Head]:
    """Give the head of the one mail that begins at the page's top."""
    closings = [number for number, row in enumerate(rows) if row.text == _CLOSING]
    head = _sent(rows, closed=bool(closings)) or _linked(rows)
    if head is None and any(closings):  # not the first row
        head = _closed(page, rows)
    if head is None or sum(len(row.text) for row in rows[: head.first]) > MAX_ABOVE:
        return []
    return [head]


def _sent(rows: Sequence[Row], *, closed: bool) -> Head | None:
    """Read the row of mail-archive.com with name and moment, or Hypermail's two.

    Articles may print such a row, too: a mail has the archive's link or the subject of a list.
    """
    for number in range(1, min(TOP, len(rows))):
        match = _SENT.match(rows[number].text) if rows[number].gap else None
        if match and (closed or _SUBJECT.match(rows[number - 1].text)):
            return Head(first=number, last=number, author=match["name"], date=match["date"])
        if rows[number].text.startswith("From: ") and number + 1 < len(rows):
            head = _with_fields(rows, number, number - 1)
            if head.author and head.last == number + 1 and _TIME.search(head.date or ""):
                return head
    return None


def _linked(rows: Sequence[Row]) -> Head | None:
    """Give the head below the links to other mails: the subject, and fields, if there are some."""
    bar = next((n for n, row in enumerate(rows[:TOP]) if _BAR.match(row.text)), None)
    if bar is None or bar + 2 >= len(rows):
        return None
    alone = rows[bar + 2].gap > 0 and len(rows[bar + 1].text) <= 2 * MAX_ROW
    return _with_fields(rows, bar, bar + alone)


def _with_fields(rows: Sequence[Row], first: int, last: int) -> Head:
    """Give a head with the fields that follow its row `last`."""
    told = header_fields(rows, last + 1)
    sender = _SENDER.match(told.get("from", ""))
    name = sender["name"] if sender else None
    return Head(first=first, last=last + len(told), author=name, date=told.get("date") or None)


def _closed(page: TextPage, rows: Sequence[Row]) -> Head:
    """Give the head of a mail of which nothing but the last row tells."""
    if _SUBJECT.match(rows[0].text):
        return Head(first=0, last=0)
    return Head(first=0, last=0, start=page.lines[rows[0].first].first)


def _is_chrome(row: Row) -> bool:
    if not any(c.isalnum() for c in row.text):
        return True
    return len(row.text) <= 2 * MAX_ROW and bool(ARCHIVE_LINKS.match(row.text))


LAYOUT = Layout(
    description="list archives: one mail to a page, or the mails of a day",
    parents="none",
    telling=2,
    parse=_parse,
)
