"""Read the boards of jeuxvideo.com: the name, "ProfilMP", "21 janvier 2018 à 16:03:22", the text.

The name may stand twice, once for the avatar, or a picture above it. Last seen: 2023. Not read: the
pages for telephones.
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
MAX_NAME = 40
# "ProfilMP", "Profil MP"
_SERVES = re.compile(r"Profil ?(?:MP)?$|MP$")
_DATE = re.compile(r"\d{1,2}(?:er)? [^\W\d_]{3,9} \d{4} à \d\d:\d\d:\d\d$")
# "Message édité le 22 janvier 2018 à 09:13:02 par Ann"
_BELOW = re.compile(r"Message édité le \d.{10,30}\d\d:\d\d:\d\d par \S.{0,40}$")
_FOOTER = re.compile(
    r"\d{1,4}$|Répondre(?:\s?Nouveau sujet)?$|Sujets populaires|Victime de harcèlement"
)


def _parse(page: TextPage) -> Parse | None:
    if page.dense.count("Profil") < MIN_POSTS or " à " not in page.dense:
        return None
    rows = page.once(outline.rows)
    heads = [*_heads(rows)]
    if len(heads) < MIN_POSTS:
        return None
    stop = stop_at(rows, heads, _FOOTER, apart=True)
    return replace(parse_heads(page, rows, heads, stop, _is_chrome), front=())


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    for number in range(2, len(rows)):
        if not _DATE.match(rows[number].text):
            continue
        name = number - 1
        while name > number - 3 and _SERVES.match(rows[name].text):
            name -= 1
        told = rows[name].text
        if name == number - 1 or name < 0 or len(told) > MAX_NAME:
            continue
        above = rows[name - 1].text if name else told
        first = name - 1 if name and (above in ("", told) or above.startswith("![")) else name
        yield Head(first=first, last=number, author=told, date=rows[number].text)


def _is_chrome(row: Row) -> bool:
    return serves(row) or _BELOW.match(row.text) is not None


LAYOUT = Layout(
    description="jeuxvideo.com: the name, 'ProfilMP', '21 janvier 2018 à 16:03:22'",
    parents="none",
    telling=2,
    parse=_parse,
)
