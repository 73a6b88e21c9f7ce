"""Read comments of Hatena Blog: items of a name, a text and a date, above "コメントを書く".

The name may stand twice, as the words of its picture. Last seen: 2024. Not read: "id:ann" in a
text, which names whom it answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, serves
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_ITEMS = 2
MAX_NAME = 40
_FORM = "コメントを書く"
_DATE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d$")
# "ann ann"
_TWICE = re.compile(r"(?P<name>\S.{0,39}) (?P=name)$")


def _parse(page: TextPage) -> Parse | None:
    if _FORM not in page.dense:
        return None
    table = page.once(rows)
    stop = next((n for n, row in enumerate(table) if row.text.startswith(_FORM)), len(table))
    heads = list(_heads(table[:stop]))
    if len(heads) < MIN_ITEMS or heads[-1].foot != stop - 1:
        return None
    return parse_heads(page, table, heads, stop, serves)


def _heads(table: Sequence[Row]) -> Iterator[Head]:
    """Give the items that end with a date."""
    marks = [n for n, row in enumerate(table) if row.mark]
    for first, end in pairwise([*marks, len(table)]):
        twice = _TWICE.match(table[first].text)
        name = twice["name"] if twice else table[first].text
        foot = end - 1
        if foot > first and len(name) <= MAX_NAME and _DATE.match(table[foot].text):
            yield Head(first=first, last=first, author=name, date=table[foot].text, foot=foot)


LAYOUT = Layout(
    description="Hatena Blog: items of name, text and date above 'コメントを書く'",
    parents="none",
    telling=2,
    parse=_parse,
)
