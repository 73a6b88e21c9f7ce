"""Read 2channel and its mirrors: "12 : NAME : 2009/03/12(木) 12:33:45 ID:Ab3dE", then the text.

Mirrors leave out the name, or print "12(3): DATE ID:Ab3dE(5/9)". Some renderings print the text
behind the poster's id; what was taken away has neither date nor author ("5 ：あぼーん：あぼーん").
Last seen: 2024. Not read: parents (">>11" stays in the text).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

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
    r"(?:\s?(?:ID[:：](?P<id>[\w+/.!?*]{3,12})(?:\s{1,8}(?P<text>[^\s\w:?][^:]*|"
    r"[^\s:?]{2,}(?<!AAS)(?!:).*))?|(?:ID|発信元)?[:：]?\S.{0,50}))?$"
)
# "ID:kK2mWm7e     The thread of the bolt", below the header that was wrapped before it
_WRAPPED = re.compile(r"ID[:：](?P<id>[\w+/.!?*]{3,12})(?:\s+\S|$)")
_GONE = re.compile(r"(?P<number>\d{1,5})\s?[:：]\s?あぼーん\s?[:：]\s?あぼーん")
# "3 KB", "新着レスの表示", "掲示板に戻る 全部 最新50": below the last post
_END = re.compile(
    r"(?:\d{1,4} ?KB\b|新着レスの表示|■?掲示板に戻る|レスを投稿する|名前[：:]|read\.cgi ver)"
)


def _parse(page: TextPage) -> Parse | None:
    if page.text.isascii() or _SIGN.search(page.dense) is None:
        return None
    rows = read_rows(page)
    heads = list(_heads(page, rows))
    if sum(head.date is not None for head in heads) < MIN_POSTS:
        return None
    below = range(heads[-1].last + 1, len(rows))
    stop = next((n for n in below if _END.match(rows[n].text)), None)
    heads[-1] = replace(heads[-1], stop=stop)
    return build_thread(Thread(page=page, rows=rows, chrome=is_chrome), heads, marks=2 * len(heads))


def _heads(page: TextPage, rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers; their numbers rise."""
    before = 0
    for number, row in enumerate(rows):
        text = f"{row.mark} {row.text}" if row.mark[:1].isdecimal() else row.text
        found = _HEAD.match(text) if "/" in text[:MAX_HEAD] else None
        gone = _GONE.match(text) if found is None and before else None
        told = found or gone
        if told is None or int(told["number"]) <= before:
            continue
        before = int(told["number"])
        if found is None:
            yield Head(first=number, last=number)
            continue
        below = rows[number + 1] if number + 1 < len(rows) else None
        wrapped = _WRAPPED.match(below.text) if below and not (found["id"] or below.gap) else None
        last = number + (wrapped is not None)
        shown = wrapped["id"] if wrapped else found["text"] and found["id"]
        begin = _begin(page, rows[last], shown)
        yield Head(
            first=number,
            last=last - (begin is not None),  # the text begins in the row itself
            author=(found["name"] and found["name"].strip(" :：")) or None,
            date=found["date"],
            opening=before == 1,
            begin=begin,
        )


def _begin(page: TextPage, row: Row, shown: str | None) -> int | None:
    """Give where the text begins behind the id of who wrote it, if it stands in that row."""
    start, end = page.lines[row.first].start, page.lines[row.last].end
    place = page.text.find(shown, start, end) if shown else -1
    begin = place + len(shown or "")
    return begin if place >= 0 and page.text[begin:end].strip() else None


LAYOUT = Layout(
    description="2channel: 'number : name : 2009/03/12(木) 12:33:45 ID:...' above each text",
    parents="none",
    telling=3,
    parse=_parse,
)
