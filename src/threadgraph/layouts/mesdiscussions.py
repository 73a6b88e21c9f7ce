"""Read MesDiscussions, the boards of hardware.fr and Doctissimo: "Posté le 05-10-2013 à 21:14:02".

Above it stand the name, which the number of the post ("n°501") may open, and the mood, twice. Last
seen: 2024. Not read: renderings that set name and text side by side; Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, serves, stop_at
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_POSTS = 2
MAX_CARD = 5
"""Rows above the date among which the number of the post stands."""
_SIGN = "Posté le "
# "Posté le 05-10-2013 à 21:14:02  profil answer"
_DATE = re.compile(
    r"Posté le (?P<date>\d\d-\d\d-\d{4}\s?à\s?\d\d:\d\d:\d\d)"
    r"(?:\s{0,4}(?:profil|answer|[^\w\s])){0,6}$"
)
_NUMBER = re.compile(r"n°\d{1,12}$")
# "Message cité 1 fois", "Message édité par Ann le 06-10-2013 à 08:03:15"
_BELOW = re.compile(r"Message (?:cité \d{1,4} fois|édité par \S.{1,90}\d\d:\d\d)$")
_FOOTER = re.compile(r"Page ?:\s|Aller à :|Sujets relatifs")


def _parse(page: TextPage) -> Parse | None:
    if page.linked or page.dense.count(_SIGN) < MIN_POSTS or "n°" not in page.dense:
        return None
    rows = page.once(outline.rows)
    heads = [*_heads(rows)]
    if len(heads) < MIN_POSTS:
        return None
    stop = stop_at(rows, heads, _FOOTER)
    return replace(parse_heads(page, rows, heads, stop, _is_chrome), front=())


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    opening = True
    for number, row in enumerate(rows):
        found = _DATE.match(row.text) if row.text.startswith(_SIGN) else None
        if found is None:
            continue
        above = range(max(0, number - MAX_CARD), number)
        first = next((n for n in reversed(above) if _NUMBER.match(rows[n].text)), None)
        if first is None or first + 1 == number:
            continue
        yield Head(
            first=first,
            last=number,
            author=rows[first + 1].text,
            date=found["date"],
            role="opening" if opening else "comment",
        )
        opening = False


def _is_chrome(row: Row) -> bool:
    return serves(row) or _BELOW.match(row.text) is not None


LAYOUT = Layout(
    description="MesDiscussions: 'n°501', the name, 'Posté le 05-10-2013 à 21:14:02'",
    parents="none",
    telling=3,
    parse=_parse,
)
