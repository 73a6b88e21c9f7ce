"""Read comments of Naver's news: items of a name, a text and "2019.03.05. 12:33 신고" below it.

"신고" reports the comment; under it stand the numbers of answers and of votes. Last seen: 2022.
Not read: answers, which the page loads when asked to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, serves
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_ITEMS = 2
MAX_NAME = 40
MAX_ROWS = 40
"""A text of more rows is no comment."""
_FOOT = re.compile(r"(?P<date>\d{4}\.\d\d\.\d\d\.(?: \d\d:\d\d(?::\d\d)?)?)\s?신고$")


def _parse(page: TextPage) -> Parse | None:
    if page.text.count("신고") < MIN_ITEMS:
        return None
    table = page.once(rows)
    heads = list(_heads(table))
    if len(heads) < MIN_ITEMS:
        return None
    return parse_heads(page, table, heads, (heads[-1].foot or 0) + 1, serves)


def _heads(table: Sequence[Row]) -> Iterator[Head]:
    """Give the items that end with a date and the word that reports them."""
    done = -1
    for foot, row in enumerate(table):
        match = _FOOT.match(row.text) if row.text.endswith("신고") else None
        if match is None:
            continue
        above = range(foot - 1, max(done, foot - MAX_ROWS), -1)
        first = next((n for n in above if table[n].mark), None)
        if first is not None and 0 < len(table[first].text) <= MAX_NAME:
            name = table[first].text
            yield Head(first=first, last=first, author=name, date=match["date"], foot=foot)
            done = foot


LAYOUT = Layout(
    description="Naver's news: items of a name, a text and 'date 신고' below it",
    parents="none",
    telling=2,
    parse=_parse,
)
