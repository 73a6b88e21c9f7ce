"""Read topics of Invision 5 whose headers main-content extractors dropped.

What is left between posts: the box of the topic's figures below the first post, "2 hours ago, Ann
said:" above quotations, the badge "• Author", and signatures, which come again below each post of
their writer. A warning says that posts may stand together. Last seen: 2025.
Not read: authors, dates, parents (quotes stay in the text).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._ipb.remains import Remains, remains_of
from threadgraph.layouts._ipb.words import END
from threadgraph.layouts._text.page import TextPage
from threadgraph.records import Problem

__all__ = ["LAYOUT"]

WORTH = 0.8
"""What posts are worth that are told so: marks of any kind tell more."""

MIN_MARKS = 3
"""Marks that a topic has at least, beside its heading and its box: fewer tell no posts."""


def _parse(page: TextPage) -> Parse | None:
    rows = read_rows(page)
    found = remains_of(page, rows)
    if found is None or len(found.begins) + len(found.signatures) < MIN_MARKS:
        return None
    heads = _heads(rows, found)
    thread = Thread(page=page, rows=rows, chrome=is_chrome, end=END)
    parse = build_thread(thread, heads, marks=2 * len(heads))
    if parse is None:
        return None
    warning = Problem(
        code="TG129",
        reason=f"quotations, signatures and wide gaps tell {len(heads)} posts; "
        "some may stand together",
        span_start=parse.start,
        span_end=len(page.text),
    )
    return replace(parse, regularity=WORTH, problems=(warning,))


def _heads(rows: Sequence[Row], found: Remains) -> list[Head]:
    """Give a head for each post; it ends where the next begins, or above what is no text."""
    begins = sorted({found.first, *found.begins})
    ends = [*begins[1:], found.end]
    heads: list[Head] = []
    for begin, end in zip(begins, ends, strict=True):
        first = begin
        while first < end and (first in found.badges or is_chrome(rows[first])):
            first += 1
        stop = next((n for n in range(first, end) if n in found.apart), end)
        if stop > first:
            heads.append(Head(first=begin, last=first - 1, opening=begin == found.first, stop=stop))
    return heads


LAYOUT = Layout(
    description="Invision 5 without headers: quotations and signatures",
    parents="none",
    parse=_parse,
    generic=True,
    ceiling=WORTH,
)
