"""Find the posts of Simple Machines Forum 2.1 where only the names above the texts are left."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.dates import is_date
from threadgraph.layouts._boards.forum import Head, is_chrome
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._text.names import looks_like_name

__all__ = ["names_alone"]

MAX_ROW = 120
MAX_NAME = 40
MIN_POSTS = 2
APART = 2
"""Blank lines above a name, which stands where the card was."""

# "Started by Ann, March 04, 2022, 09:15:00 AM", "Aperto da Ann, 05 Ottobre 2015, 09:50:22"
_STARTED = re.compile(
    r"^(?:started by|begonnen von|démarré par|iniciado por|aperto da|gestart door|startad av|"
    r"startet af|startet av|rozpoczęty przez|aloittanut|başlatan|автор|založil|elindította)\s"
    r"(?P<name>\S.{0,60}?), (?P<date>\S.{9,40}\d:\d\d(?::\d\d)?(?: [AP]M)?)$",
    re.IGNORECASE,
)
# "Previous topic - Next topic", in any language
_BESIDE = re.compile(r"^[^\W\d_][\w ’'-]{4,30} - [^\W\d_][\w ’'-]{4,30}$")


def names_alone(rows: Sequence[Row]) -> list[Head]:
    """Give the names apart from what is above them, below who started the topic and when."""
    begin = _below_start(rows)
    if begin is None:
        return []
    heads = [
        Head(first=n, last=n, author=rows[n].text)
        for n in range(begin, len(rows) - 1)
        if _is_name(rows[n]) and rows[n + 1].gap
    ]
    return heads if len(heads) >= MIN_POSTS else []


def _below_start(rows: Sequence[Row]) -> int | None:
    """Give the row below both lines that version 2.1 prints below the title."""
    for number, row in enumerate(rows[:-1]):
        found = _STARTED.match(row.text) if len(row.text) <= MAX_ROW else None
        if found and is_date(found["date"]) and _BESIDE.match(rows[number + 1].text[:MAX_ROW]):
            return number + 2
    return None


def _is_name(row: Row) -> bool:
    told = row.gap >= APART and not row.mark and len(row.text) <= MAX_NAME
    return told and looks_like_name(row.text) and not is_chrome(row)
