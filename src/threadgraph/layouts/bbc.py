"""Read comments of the BBC, 2011 to 2016: "Comment number 4. ann 12th March 2013 - 8:52".

"rate this +1 -27" stands above a header, "Report this comment (Comment number 4)" below a text.
What moderators removed has no name: "3. At 12th March 2013 - 8:40". Not read: votes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, heads_apart, parse_heads, serves, stop_at
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

HINT = "omment number "
MIN_POSTS = 2
MAX_ROW = 140

_HEAD = re.compile(
    r"(?:Comment number )?\d{1,5}\.\s{1,3}(?:At |(?P<name>\S.{0,60}?)\s{1,3})"
    r"(?P<date>\d{1,2}(?:st|nd|rd|th) [A-Z][a-z]{2,8} 20\d\d - \d{1,2}:\d\d)$"
)
_CHROME = re.compile(
    r"(?:rate this(?: [+-]?\d{1,5}){0,2}|Report this comment.{0,40}|Link to this.{0,40}|to this|"
    r"Editors['’] Picks?|[+-]?\d{1,5})$"
)
_END = re.compile(
    r"(?:Page \d{1,4} of \d|Top Stories|Sign in, or register|More on this story|Related Stories|"
    r"Comments \d{1,5} of \d|© 20|BBC © )"
)


def _parse(page: TextPage) -> Parse | None:
    if HINT not in page.dense:
        return None
    rows = page.once(outline.rows)
    heads = heads_apart(_heads(rows))
    if sum(head.author is not None for head in heads) < MIN_POSTS:
        return None
    return parse_heads(page, rows, heads, stop_at(rows, heads, _END), _is_chrome)


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers; what html2text wraps takes two rows."""
    for number, row in enumerate(rows):
        for last in (number, number + 1):
            match = _head(rows[number : last + 1]) if row.text else None
            if match:
                yield Head(first=number, last=last, author=match["name"], date=match["date"])
                break


def _head(rows: Sequence[Row]) -> re.Match[str] | None:
    """Read a header with its number, which may have been read as a list's mark."""
    if len(rows) > 1 and (rows[1].gap or rows[1].mark):
        return None
    text = " ".join(row.text for row in rows)
    text = text if rows[0].number is None else f"{rows[0].number}. {text}"
    return _HEAD.match(text) if len(text) <= MAX_ROW and " - " in text else None


def _is_chrome(row: Row) -> bool:
    return serves(row) or _CHROME.match(row.text) is not None


LAYOUT = Layout(
    description="BBC: 'Comment number 4. Name 12th March 2013 - 8:52'",
    parents="none",
    telling=3,
    parse=_parse,
)
