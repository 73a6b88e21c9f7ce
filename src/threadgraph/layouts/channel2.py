"""Read 2channel and its mirrors: "12 : NAME : 2009/03/12(木) 12:33:45 ID:Ab3dE", then the text.

Mirrors leave out the name, or print "12(3): DATE ID:Ab3dE(5/9)". Last seen: 2024. Not read:
parents (">>11" stays in the text).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_POSTS = 2
MAX_HEAD = 160
_SIGN = re.compile(r"\([月火水木金土日]\)")
_HEAD = re.compile(
    r"^(?P<number>\d{1,5})(?:\(\d{1,4}\))?(?:(?=\s?[:：.])|(?=[^\d\s:：]))\s?[:：.]?\s?"
    r"(?P<name>\S.{0,48}?)??\s?(?:\[[^\[\]]{0,20}\])?\s?(?:[:：]|投稿日[:：])?\s?"
    r"(?P<date>\d{4}/\d\d/\d\d ?\([月火水木金土日]\) ?\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)"
    r"(?:\s?(?:ID|発信元)?[:：]?\S.{0,50})?$"
)


def _parse(page: TextPage) -> Parse | None:
    if page.text.isascii() or _SIGN.search(page.text) is None:
        return None
    rows = read_rows(page)
    heads = list(_heads(rows))
    if len(heads) < MIN_POSTS:
        return None
    return build_thread(Thread(page=page, rows=rows, chrome=is_chrome), heads, marks=2 * len(heads))


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers; their numbers rise."""
    before = 0
    for number, row in enumerate(rows):
        text = f"{row.mark} {row.text}" if row.mark[:1].isdecimal() else row.text
        found = _HEAD.match(text) if len(text) <= MAX_HEAD and "/" in text else None
        if found is None or int(found["number"]) <= before:
            continue
        before = int(found["number"])
        yield Head(
            first=number,
            last=number,
            author=(found["name"] and found["name"].strip(" :：")) or None,
            date=found["date"],
            opening=before == 1,
        )


LAYOUT = Layout(
    description="2channel: 'number : name : 2009/03/12(木) 12:33:45 ID:...' above each text",
    parents="none",
    telling=3,
    parse=_parse,
)
