"""Read comments of FOCUS Online: "Mittwoch, 12.02.2014 | 11:45 | Ann Lee | Antwort", then the text.

"Antwort" marks what answers the comment above that is none. A title stands above each text and
belongs to it. Last seen: 2016. Not read: votes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, heads_apart, parse_heads, serves
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_POSTS = 2
MAX_ROW = 120

_SIGN = re.compile(r"20\d\d\s?\|\s?\d\d:\d\d\s?\|\s")
# "Mittwoch, 12.02.2014 | 11:45 | Ann Lee | Antwort"
_HEAD = re.compile(
    r"(?P<date>(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend), \d\d\.\d\d\.20\d\d\s"
    r"\|\s\d\d:\d\d)\s\|\s(?P<name>[^\s|][^|]{0,58}?)(?P<answer>\s\|\sAntwort)?$"
)
_CHROME = re.compile(
    r"(?:Antwort schreiben|Kommentar melden|[+-]?\d{1,5}|[ |])+$|"
    r"Antworten (?:aus|ein)blenden.{0,10}$"
)
_END = re.compile(
    r"(?:Meistkommentiert|Zum Thema|Mehr zum Thema|Weitere Kommentare|Alle Kommentare|Impressum\b|"
    r"Das könnte Sie|Kommentar schreiben)"
)


def _parse(page: TextPage) -> Parse | None:
    if _SIGN.search(page.dense) is None:
        return None
    rows = page.once(outline.rows)
    heads = heads_apart(_heads(page, rows))
    if len(heads) < MIN_POSTS:
        return None
    below = range(heads[-1].last + 1, len(rows))
    stop = next((n for n in below if _END.match(rows[n].text) or is_form(rows[n].text)), len(rows))
    return parse_heads(page, rows, heads, stop, _is_chrome)


def _heads(page: TextPage, rows: Sequence[Row]) -> Iterator[Head]:
    for number, row in enumerate(rows):
        match = _HEAD.match(row.text) if "|" in row.text and len(row.text) <= MAX_ROW else None
        if match:
            yield Head(
                first=number, last=number, author=match["name"], date=match["date"],
                depth=int(match["answer"] is not None),
                evidence=page.lines[row.first].content,
            )  # fmt: skip


def _is_chrome(row: Row) -> bool:
    return serves(row) or _CHROME.match(row.text) is not None


LAYOUT = Layout(
    description="FOCUS Online: 'Mittwoch, 12.02.2014 | 11:45 | Name | Antwort', then the text",
    parents="nesting",
    telling=3,
    parse=_parse,
)
