"""Read comments of Z-Blog: a name, "发布于 2020-05-03 10:05:11 回复该评论", and the text below.

Its themes print header and text as two items of a list; an answer stands further in. Last seen:
2022. Not read: quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.byline_edges import clean_name
from threadgraph.layouts._heads.heads import Head, parse_heads, serves, stop_at
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_HEADS = 2
MAX_NAME = 60
_POSTED = re.compile(
    r"(?:(?P<name>\S.{0,58}?)\s)?\s?(?:发布于|發佈於|发表于)\s{1,3}"
    r"(?P<date>\d{4}[-/]\d{1,2}[-/]\d{1,2} \d{1,2}:\d\d(?::\d\d)?)\s{0,4}回复该评论$"
)
_FOOTER = re.compile(r"发表评论|發表評論|◎")


def _parse(page: TextPage) -> Parse | None:
    if page.dense.count("回复该评论") < MIN_HEADS:
        return None
    table = page.once(rows)
    heads = list(_heads(page, table))
    if len(heads) < MIN_HEADS:
        return None
    levels = sorted({table[head.first].indent for head in heads})
    placed = [
        replace(
            head,
            depth=levels.index(table[head.first].indent),
            evidence=page.lines[table[head.first].first].content,
        )
        for head in heads
    ]
    return parse_heads(page, table, placed, stop_at(table, placed, _FOOTER), serves)


def _heads(page: TextPage, table: Sequence[Row]) -> Iterator[Head]:
    """Give the headers; where the text is an item of its own, its mark belongs to the header."""
    done = 0
    for number in range(len(table)):
        match = _posted(table, number)
        if match is None:
            continue
        above = number if match["name"] else max(done, number - 1)
        name = clean_name(match["name"] or (table[above].text if above < number else ""))
        last, start = number, None
        below = table[number + 1] if number + 1 < len(table) else None
        following = _posted(table, number + 2)
        named = following is not None and not following["name"]  # by the row below
        if below is not None and below.mark and below.text and not named:
            line = page.lines[below.first]
            last, start = number + 1, line.end - len(line.text) + line.text.find(below.text[:1])
        known = 0 < len(name) <= MAX_NAME
        yield Head(
            first=above,
            last=last,
            author=name if known else None,
            date=match["date"],
            start=start,
        )
        done = last + 1


def _posted(table: Sequence[Row], number: int) -> re.Match[str] | None:
    text = table[number].text if number < len(table) else ""
    return _POSTED.match(text) if text.endswith("回复该评论") else None


LAYOUT = Layout(
    description="Z-Blog: 'Name', '发布于 date 回复该评论', then the text",
    parents="nesting",
    telling=3,
    parse=_parse,
)
