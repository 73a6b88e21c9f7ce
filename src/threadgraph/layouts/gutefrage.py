"""Read answers of gutefrage.net: the name, "Community-Experte", its themes, "12.05.2019, 18:22".

"Fragesteller" before a date tells who asked. Last seen: 2020. Not read: the question itself, which
comment an answer has, votes.
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

HINTS = ("Hilfreichste Antwort", "Fragesteller", "Community-Experte")
MIN_POSTS = 2
EXPERT = "Community-Experte"

_DATE = re.compile(r"(?:Fragesteller(?:in)?\s?)?(?P<date>\d\d\.\d\d\.20\d\d, \d\d:\d\d)$")
_NAME = re.compile(r"[\w.-]{2,40}$")
_CHROME = re.compile(
    r"(?:Hilfreich ?\d{0,5} ?(?:Danke)?(?:Teilen)?(?:Melden)?|Kommentieren|Antworten|"
    r"(?:Danke|Teilen|Melden| ){1,8}|Hilfreichste Antwort|\d{1,4} Kommentare?.{0,30})$"
)
_END = re.compile(r"(?:Ähnliche Fragen|Weitere Antworten zeigen|Was möchtest Du wissen)")


def _parse(page: TextPage) -> Parse | None:
    if sum(hint in page.dense for hint in HINTS) < MIN_POSTS:
        return None
    rows = page.once(outline.rows)
    heads = heads_apart(_heads(rows))
    if len(heads) < MIN_POSTS:
        return None
    return parse_heads(page, rows, heads, stop_at(rows, heads, _END), _is_chrome)


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers; an expert's themes stand between the name and the date."""
    for number in range(1, len(rows)):
        match = _DATE.match(rows[number].text)
        if match is None:
            continue
        own = number - 1
        expert = next((n for n in range(own, max(0, own - 3), -1) if rows[n].text == EXPERT), None)
        own = own if expert is None else expert - 1
        if _NAME.match(rows[own].text):
            yield Head(first=own, last=number, author=rows[own].text, date=match["date"])


def _is_chrome(row: Row) -> bool:
    return serves(row) or _CHROME.match(row.text) is not None


LAYOUT = Layout(
    description="gutefrage.net: the name, 'Community-Experte' and themes, '12.05.2019, 18:22'",
    parents="none",
    telling=3,
    parse=_parse,
)
