"""Read MetaFilter: texts that end in "posted by Ann at 6:33 PM on March 12, 2008 [2 favorites]".

What opens the thread ends in "posted by Ann (5 comments total)" and is the page's article. Last
seen: 2024. Not read: sites that print the day alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, serves
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_POSTS = 2
MAX_FOOT = 160
MAX_WRAPPED = 4
"""Rows of one line."""
_SIGN = "posted by "
# "posted by Ann at 6:33 PM on March 12, 2008 [2 favorites]"; staff has a picture behind the name
_FOOT = re.compile(
    r"posted by (?P<name>\S.{0,40}?)(?: Staff| \( ?staff ?\))? at "
    r"(?P<date>\d{1,2}:\d\d [AP]M on [A-Z][a-z]{2,8} \d{1,2}(?:, \d{4})?)"
    r"(?: ?\[ ?\d{1,5} favorites? ?\])?(?: \[[^\[\]]{1,30}\]){0,3}$"
)
# "posted by Ann (5 comments total)", "posted by Ann to Travel (12 answers total)",
# "posted by Ann at 9:00 AM on May 2, 2012 - (7 comments total)"
_STORY = re.compile(r"posted by \S.{0,120}? \(\d{1,5} (?:comments?|answers?)(?: total)?\b")


def _parse(page: TextPage) -> Parse | None:
    if page.dense.count(_SIGN) < MIN_POSTS or (
        "M on " not in page.dense and "M](" not in page.dense
    ):
        return None
    rows = page.once(outline.rows)
    heads = [*_heads(page, rows)]
    if len(heads) < MIN_POSTS:
        return None
    stop, _ = _line(page, rows, heads[-1].foot or 0)
    return parse_heads(page, rows, heads, stop + 1, serves)


def _heads(page: TextPage, rows: Sequence[Row]) -> Iterator[Head]:
    """Give each text with the row of its name below; the first begins below the story."""
    first: int | None = None
    for number, row in enumerate(rows):
        if not row.text.startswith(_SIGN):
            continue
        last, line = _line(page, rows, number)
        found = _FOOT.match(line) if len(line) <= MAX_FOOT else None
        if found is None:
            first = last + 1 if _STORY.match(line) else first
            continue
        begin = _paragraph(rows, number) if first is None else first
        if begin < number:
            start = page.lines[rows[begin].first].first
            date = found["date"]
            yield Head(
                first=begin, last=begin, start=start, foot=number, author=found["name"], date=date
            )
        first = last + 1


def _line(page: TextPage, rows: Sequence[Row], number: int) -> tuple[int, str]:
    """Give the line that begins in a row, and its last row: html2text wraps it."""
    last = number
    stop = min(len(rows), number + MAX_WRAPPED) if page.linked else 0
    while last + 1 < stop and not rows[last + 1].gap:
        last += 1
    return last, " ".join(row.text for row in rows[number : last + 1])


def _paragraph(rows: Sequence[Row], foot: int) -> int:
    """Give the row where the paragraph right above begins: the story's own line was cut off."""
    begin = foot
    while begin > 0 and not rows[begin].gap:
        begin -= 1
    return begin


LAYOUT = Layout(
    description="MetaFilter: 'posted by NAME at 6:33 PM on March 12, 2008' below each text",
    parents="none",
    telling=3,
    parse=_parse,
)
