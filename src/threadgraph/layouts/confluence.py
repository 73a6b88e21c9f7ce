"""Read Confluence's comments: "User icon: annlee", "Ann Lee", the text, and a date below it.

The words are those of the picture, in English. Depths by indentation. Last seen: 2016 (version 5).
Not read: pages without these words, comments beside the text of a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.dates import is_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.anchors import name_of
from threadgraph.layouts._heads.depths import indented
from threadgraph.layouts._heads.heads import Head, parse_heads, serves
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

_ICON = "User icon: "
# "User icon: annlee", "1. User icon: annlee"
_HEAD = re.compile(r"User icon: [\w.@~-]{1,60}$")
MAX_DATE = 60


def _parse(page: TextPage) -> Parse | None:
    if _ICON not in page.dense:
        return None
    rows = page.once(outline.rows)
    heads = [_head(rows, n) for n, row in enumerate(rows) if _HEAD.match(row.text)]
    if not heads:
        return None
    ends = [*(head.first for head in heads[1:]), len(rows)]
    dated = [_dated(rows, head, end) for head, end in zip(heads, ends, strict=True)]
    nested = indented(page, rows, dated, "first")
    foot = nested[-1].foot
    parse = parse_heads(page, rows, nested, len(rows) if foot is None else foot + 1, serves)
    return replace(parse, marks=3 * len(nested))


def _head(rows: Sequence[Row], number: int) -> Head:
    """Give the header: the picture's words, and the name if it was not dropped."""
    below = rows[number + 1] if number + 1 < len(rows) else None
    name = name_of(below) if below is not None and not below.mark else None
    return Head(first=number, last=number + (name is not None), author=name)


def _dated(rows: Sequence[Row], head: Head, end: int) -> Head:
    """Add the date, which stands in a row of its own below the text."""
    for number in range(head.last + 1, end):
        text = rows[number].text
        if len(text) <= MAX_DATE and is_date(text):
            return replace(head, date=text, foot=number)
    return head


LAYOUT = Layout(
    description="Confluence: `User icon: ACCOUNT`, the name, the text, the date",
    parents="nesting",
    telling=2,
    parse=_parse,
)
