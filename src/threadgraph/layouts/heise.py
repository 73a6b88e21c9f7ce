"""Read a posting of heise's forums: date, subject, "Ann (mehr als 1000 Beiträge seit 23.01.02)".

A page shows one posting; "Bob schrieb am 11. März 2010 14:02" above lines after ">" is whom it
quotes. Last seen: 2014. Not read: the tree of the thread below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.dates import is_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, serves
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

HINTS = ("Beiträge seit ", "Beitrag melden")
NEAR = 4
"""Rows above the name in which the date stands."""

MARKS = 6
MAX_ROW = 160
# "Ann (mehr als 1000 Beiträge seit 23.01.02)", "Ann (12 Beiträge seit 23.01.2002)"
_NAME = re.compile(
    r"(?P<name>\S.{0,48}?)\s{1,3}\((?:mehr als )?\d{1,5} Beiträge seit \d\d\.\d\d\.(?:\d\d){1,2}\)"
)
_END = re.compile(r"Antworten \| |Beitrag melden|Thread-Anzeige|Versenden \| ")


def _parse(page: TextPage) -> Parse | None:
    if not all(hint in page.dense for hint in HINTS):
        return None
    rows = page.once(outline.rows)
    found = [(n, _NAME.match(row.text)) for n, row in enumerate(rows) if len(row.text) <= MAX_ROW]
    names = [(n, match["name"]) for n, match in found if match]
    if len(names) != 1:
        return None
    number, name = names[0]
    above = range(number - 1, max(-1, number - 1 - NEAR), -1)
    date = next((n for n in above if is_date(rows[n].text)), None)
    end = _end(rows, number + 1)
    if date is None or end is None:
        return None
    head = Head(first=date, last=number, author=name, date=rows[date].text)
    return replace(parse_heads(page, rows, [head], end, serves), marks=MARKS)


def _end(rows: Sequence[Row], first: int) -> int | None:
    """Give the row of the controls below the text."""
    return next((n for n in range(first, len(rows)) if _END.match(rows[n].text)), None)


LAYOUT = Layout(
    description="heise's forums: the date, the subject, 'Name (mehr als 1000 Beiträge seit DATE)'",
    parents="none",
    telling=3,
    parse=_parse,
)
