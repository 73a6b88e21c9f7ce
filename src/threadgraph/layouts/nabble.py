"""Read Nabble (to 2021): controls, "Open this post in threaded view", subject, name, text.

"In reply to this post by Ann Lee" names the parent below some names. Extractors of main content
leave no date. Not read: the tree of the threaded view.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, stop_at
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.layouts._text.story import title_in
from threadgraph.layouts._text.words import ANSWERS

__all__ = ["LAYOUT"]

OPEN = "Open this post in threaded view"
MAX_HEAD = 9
"""Rows of a header below that control."""

MAX_ROW = 250
_CONTROLS = re.compile(
    r"^(?:Reply(?: \| (?:Threaded|More))*|Threaded|More|[♦|◆\s]{1,5}|"
    r"Report Content as Inappropriate|Print post|Permalink)$"
)
# "Nov 06, 2020; 3:26pm"
_DATE = re.compile(r"^[A-Z][a-z]{2} \d\d, \d{4}; \d{1,2}:\d\d[ap]m$")
_NOTE = re.compile(
    r"^(?:This post (?:was updated on .{6,40}\.?|has NOT been accepted by the mailing list yet\.?)|"
    r"In reply to this post by (?P<name>\S.{0,60}))$"
)
_FOOTER = re.compile(
    r"^(?:[«‹] ?(?:Return|Back) to .{1,80}|Free (?:forum by Nabble|embeddable forum).{0,60}|"
    r"Powered by Nabble.{0,60}|Edit this page)$"
)
# "Hi all", where the name was dropped
_GREETING = re.compile(
    r"^(?:hi|hello|hey|hallo|dear|all|thanks?|thx|ok(?:ay)?|yes|no|sorry|good|greetings|guys|any)\b",
    re.IGNORECASE,
)
_REPLY = re.compile(rf"^(?:(?:{ANSWERS})(?:\[\d\])?: ?){{1,4}}", re.IGNORECASE)


def _parse(page: TextPage) -> Parse | None:
    if OPEN not in page.dense:
        return None
    rows = page.once(outline.rows)
    opened = [number for number, row in enumerate(rows) if row.text == OPEN]
    if not opened:
        return None
    subjects = _subjects(rows, opened)
    heads = [_head(page, rows, number, subjects) for number in opened]
    lows = [0, *(head.last + 1 for head in heads)]
    heads = [
        replace(head, first=max(low, head.first)) for low, head in zip(lows, heads, strict=False)
    ]
    parse = parse_heads(page, rows, heads, stop_at(rows, heads, _FOOTER), _is_chrome)
    first = parse.records[0]
    if not _REPLY.match(_told(rows, heads[0], subjects)):
        first = first._replace(role="opening", depth=0, evidence=first.header[0])
    top = rows[0] if heads[0].first else None
    front = title_in(page, top, MAX_ROW)
    return replace(parse, records=(first, *parse.records[1:]), front=front)


def _below(rows: Sequence[Row], number: int) -> int:
    """Give the first row below a post's controls."""
    below = number + 1
    end = min(len(rows), number + MAX_HEAD)
    while below < end and (_CONTROLS.match(rows[below].text) or _DATE.match(rows[below].text)):
        below += 1
    return below


def _subjects(rows: Sequence[Row], opened: Sequence[int]) -> frozenset[str]:
    """Give the thread's subjects: those of several posts, and that in the page's title."""
    above = {row.text for row in rows[: opened[0]]}
    places = [below for number in opened if (below := _below(rows, number)) < len(rows)]
    counts = Counter(_REPLY.sub("", rows[below].text) for below in places)
    told = frozenset(text for text, count in counts.items() if count > 1 or text in above)
    return told - {OPEN}


def _head(page: TextPage, rows: Sequence[Row], number: int, subjects: frozenset[str]) -> Head:
    first = number
    while first and number - first < MAX_HEAD and _CONTROLS.match(rows[first - 1].text):
        first -= 1
    last = _below(rows, number) - 1
    dates = [row.text for row in rows[first : last + 1] if _DATE.match(row.text)]
    author = label = None
    evidence: Segment | None = None
    if last + 1 < len(rows) and _REPLY.sub("", rows[last + 1].text) in subjects:
        last += 1
        name = rows[last + 1] if last + 1 < len(rows) and rows[last + 1].text != OPEN else None
        if name and name.gap and looks_like_name(name.text) and not _GREETING.match(name.text):
            author, last = name.text, last + 1
        while last + 1 < len(rows) and (note := _NOTE.match(rows[last + 1].text)):
            last += 1
            if note["name"]:
                label, evidence = note["name"], page.lines[rows[last].first].content
    return Head(
        first=first,
        last=last,
        author=author,
        date=dates[0] if dates else None,
        label=label,
        evidence=evidence,
    )


def _told(rows: Sequence[Row], head: Head, subjects: frozenset[str]) -> str:
    """Give the subject in a header."""
    texts = (row.text for row in rows[head.first : head.last + 1])
    return next((text for text in texts if _REPLY.sub("", text) in subjects), "Re:")


def _is_chrome(row: Row) -> bool:
    return bool(_CONTROLS.match(row.text)) if len(row.text) <= MAX_ROW else False


LAYOUT = Layout(
    description="Nabble: 'Open this post in threaded view', subject, name",
    parents="labels",
    telling=3,
    parse=_parse,
)
