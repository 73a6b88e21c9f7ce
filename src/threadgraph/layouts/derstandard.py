"""Read postings of DER STANDARD: the name with a count, "17. Juni 2013, 08:12", a title, the text.

Votes ("1 31") stand below the text, then "antworten", "link", "melden". The count is of those who
follow the name's owner. Last seen: 2015. Not read: which posting answers which, votes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, heads_apart, parse_heads, serves
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

HINT = "Posting"
MIN_POSTS = 2
MAX_NAME = 60
LAST = "melden"
CONTROLS = frozenset(("antworten", "link", LAST))

_DATE = re.compile(
    r"\d{1,2}\. (?:Jänner|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|"
    r"November|Dezember) 20\d\d, \d\d:\d\d$"
)
# "Mostviertler Bub 3", "Mostviertler Bub3"
_COUNT = re.compile(r"(?<=[^\s\d])\s?\d{1,4}$")
_CHROME = re.compile(r"(?:\d{1,4}(?: \d{1,4})?|Dieses Posting wurde gelöscht\.)$")


def _parse(page: TextPage) -> Parse | None:
    if HINT not in page.dense or "antworten" not in page.dense:
        return None
    rows = page.once(outline.rows)
    heads = heads_apart(_heads(rows))
    if len(heads) < MIN_POSTS or not _are_answered(rows, heads):
        return None
    below = range(heads[-1].last + 1, len(rows))
    stop = next((n + 1 for n in below if rows[n].text == LAST), len(rows))
    return parse_heads(page, rows, heads, stop, _is_chrome)


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    for number in range(1, len(rows)):
        name = _COUNT.sub("", rows[number - 1].text)
        if _DATE.match(rows[number].text) and 0 < len(name) <= MAX_NAME:
            yield Head(first=number - 1, last=number, author=name, date=rows[number].text)


def _are_answered(rows: Sequence[Row], heads: Sequence[Head]) -> bool:
    """Tell the controls of postings below the first header and before the second."""
    return any(row.text in CONTROLS for row in rows[heads[0].last : heads[1].first])


def _is_chrome(row: Row) -> bool:
    return serves(row) or _CHROME.match(row.text) is not None


LAYOUT = Layout(
    description="DER STANDARD: the name with a count, '17. Juni 2013, 08:12', a title, the text",
    parents="none",
    telling=3,
    parse=_parse,
)
