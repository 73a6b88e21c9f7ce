"""Read comments that name and place sign below their text: "Ann Lee, Leeds, UK".

Newspapers printed what readers sent so, without dates, below a heading like "Have your say". Last
seen: 2010. Not read: reviews and testimonials, which are signed so, too, and are no discussion.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.anchors import discussion_words, is_control
from threadgraph.layouts._heads.heads import Head, by_names, parse_heads
from threadgraph.layouts._heads.sections import MAX_SECTION, heads_section
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_POSTS, MIN_PEOPLE = 4, 3
MAX_ROW, MAX_NAME = 70, 40
MAX_ROWS = 40
"""Rows of one text, at most."""

MOSTLY = 0.8
CERTAINTY = 0.7
_STOPS = frozenset(".!?…)\"'”’»:")
# "Ann Lee, Leeds", "Ann, Newcastle upon Tyne, UK"
_SIGNED = re.compile(
    r"(?P<name>[^,\d][^,]{0,39}?)\s?(?P<places>(?:,\s?[^\W\d_][^,\d.!?:;()]{1,30}){1,3})"
)
_OTHER = re.compile(
    r"review|rezension|bewertung|kunden|avis|client|opini|valoraci|recension|отзыв|customer|guest",
    re.IGNORECASE,
)


def _parse(page: TextPage) -> Parse | None:
    if page.text.count(",") < MIN_POSTS:
        return None
    table = page.once(outline.rows)
    for number, row in enumerate(table):
        if len(row.text) <= MAX_SECTION and heads_section(row.text) and not _OTHER.search(row.text):
            heads = _heads(table, number + 1)
            if heads:
                return _told(page, table, heads)
    return None


def _heads(table: Sequence[Row], begin: int) -> list[Head]:
    """Give a head for each text below the heading that a name and a place sign."""
    stop = next((n for n in range(begin, len(table)) if is_form(table[n].text)), len(table))
    while begin < stop and is_control(table[begin]):
        begin += 1
    names = {n: name for n in range(begin, stop) if (name := _name(table[n]))}
    feet = list(names)
    apart = all(1 < b - a <= MAX_ROWS for a, b in pairwise([begin - 1, *feet]))
    if not apart or len(feet) < MIN_POSTS or len(set(names.values())) < MIN_PEOPLE:
        return []
    if sum(table[n - 1].text[-1:] in _STOPS for n in feet) < MOSTLY * len(feet):
        return []
    firsts = [begin, *(foot + 1 for foot in feet)]
    return [
        Head(first=first, last=first - 1, author=names[foot], foot=foot)
        for first, foot in zip(firsts, feet, strict=False)
    ]


def _name(row: Row) -> str | None:
    """Give the name of a signature: all its places begin as names do."""
    match = _SIGNED.fullmatch(row.text.lstrip("-–— ")) if len(row.text) <= MAX_ROW else None
    if match is None or row.heading:
        return None
    name = match["name"]
    places = [place.strip() for place in match["places"][1:].split(",")]
    told = all(place[0].isupper() and looks_like_name(place) for place in places)
    other = is_chrome(name) or discussion_words(row.text) or not looks_like_name(name)
    return name if told and not other else None


def _told(page: TextPage, table: Sequence[Row], heads: Sequence[Head]) -> Parse:
    stop = (heads[-1].foot or heads[-1].last) + 1
    parse = by_names(parse_heads(page, table, heads, stop, is_control), CERTAINTY)
    return replace(parse, marks=len(heads))


LAYOUT = Layout(
    description="name and place below each text, without dates, below the readers' heading",
    parents="none",
    parse=_parse,
    ceiling=CERTAINTY,
    generic=True,
    bare=True,
)
