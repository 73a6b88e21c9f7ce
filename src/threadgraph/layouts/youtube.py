"""Read comments below videos of YouTube, 2007 to 2010: "ann (2 hours ago) Show Hide".

Votes and marks of spam stand between a header and its text. Not read: which comment an answer
answers. Last seen: 2010.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, stop_at
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

HINTS = ("Marked as spam", "Poor comment", ") Show Hide")
MAX_ROW = 120

_HEAD = re.compile(
    r"^(?P<name>[\w.-]{1,40}) "
    r"\((?P<date>\d{1,3} (?:second|minute|hour|day|week|month|year)s? ago)\)"
    r"(?:\s{1,2}Show)?(?:\s{1,2}Hide)?$"
)
_CHROME = re.compile(
    r"^(?:[+-]?\d{1,5}|(?:[+-]?\d{1,5} )?Poor comment(?: Good comment)?|Good comment|Show|Hide|"
    r"Show Hide|Marked as spam|Reply(?: (?:\| )?(?:Spam|Mark as spam))?|\|)$"
)
_END = re.compile(
    r"^(?:View all [\d,.]{1,9} comments|(?:Join|Sign in|Login) .{0,60}comment.{0,30}|"
    r"Would you like to comment\?|Post a text comment|.{0,12}© 20\d\d YouTube.{0,20})$"
)


def _parse(page: TextPage) -> Parse | None:
    if not any(hint in page.dense for hint in HINTS):
        return None
    rows = page.once(outline.rows)
    heads = [*_heads(rows)]
    if not any(_is_chrome(row) for head in heads for row in rows[head.last + 1 : head.last + 2]):
        return None
    return parse_heads(page, rows, heads, stop_at(rows, heads, _END), _is_chrome)


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers; what html2text wraps takes two rows."""
    end = 0
    for number in range(len(rows) - 1):
        for last in (number, number + 1):
            match = _head(rows[number : last + 1]) if number >= end else None
            if match:
                end = last + 1
                yield Head(first=number, last=last, author=match["name"], date=match["date"])


def _head(rows: Sequence[Row]) -> re.Match[str] | None:
    text = " ".join(row.text for row in rows)
    return _HEAD.match(text) if len(text) <= MAX_ROW and " ago)" in text else None


def _is_chrome(row: Row) -> bool:
    return not row.text or _CHROME.match(row.text) is not None


LAYOUT = Layout(
    description="YouTube until 2010: 'Name (2 hours ago) Show Hide', votes, then the text",
    parents="none",
    telling=3,
    parse=_parse,
)
