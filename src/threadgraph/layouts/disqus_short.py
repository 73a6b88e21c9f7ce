"""Read short lists of `disqus`, in any rendering: the plug-in's own line stands right below them.

One or two comments, or some without a voice, tell nothing by themselves; "blog comments powered by
Disqus" does, below them or below their pingbacks. Last seen: 2016. Not read: names that were
dropped; lists inside of texts, at which the list seems to begin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from threadgraph.dates import is_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.anchors import discussion_words
from threadgraph.layouts._heads.named_items import named_items
from threadgraph.layouts._heads.nesting import BULLET, nesting
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.chrome import PINGBACK, is_chrome
from threadgraph.layouts._text.names import looks_like_name, reads_as_text, without_address
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MOST = 0.75
"""Share of the items that must be like names."""

MAX_ROWS = 120
"""Rows above the plug-in's line in which the list must begin."""

MAX_NICK = 20
BRAND = "powered by Disqus"
_SIGNS = frozenset(("*", "+", BULLET))
_FORM = "enable JavaScript"
"""In what stands instead of comments where a script prints them."""


def _parse(page: TextPage) -> Parse | None:
    if BRAND not in page.dense:
        return None
    rows = page.once(outline.rows)
    brand = next((n for n, row in enumerate(rows) if _is_brand(row.text)), 0)
    items = _items(rows, brand)
    if not items or sum(_may_name(rows[n].text) for n in items) < MOST * len(items):
        return None
    parse = named_items(page, rows, items, nesting(rows, items), brand)
    return replace(parse, marks=parse.marks + 2)


def _items(rows: Sequence[Row], brand: int) -> list[int]:
    """Give the items of the list that ends above the plug-in's line."""
    items: list[int] = []
    for number in range(brand - 1, max(-1, brand - MAX_ROWS), -1):
        row = rows[number]
        if PINGBACK.match(row.text) and not items:
            continue
        if row.mark in _SIGNS and _opens(rows, number):
            items.insert(0, number)
        elif row.mark in _SIGNS and row.gap > 0 and rows[number + 1].gap > 0:
            return []  # a comment whose name was dropped
        elif row.mark or row.heading or _is_above(rows, number, items):
            break
    return items


def _opens(rows: Sequence[Row], number: int) -> bool:
    """Tell an item with a text below it, behind a blank line, that is no other item's."""
    row, below = rows[number], rows[number + 1]
    margin = below.indent == 0 and row.mark == "*"  # html2text
    return not below.mark and below.gap > 0 and (margin or below.indent > row.indent)


def _is_above(rows: Sequence[Row], number: int, items: Sequence[int]) -> bool:
    """Tell what stands above the list: further out, or a line "3 Comments"."""
    row = rows[number]
    if items and row.indent < rows[items[0]].indent and (row.indent or rows[items[0]].mark != "*"):
        return True
    alone = row.gap > 0 and rows[number + 1].gap > 0
    return alone and discussion_words(row.text)


def _may_name(text: str) -> bool:
    text = without_address(text)
    if is_chrome(text) or is_date(text) or reads_as_text(text) or text[:1].isdigit():
        return False
    return looks_like_name(text) or (" " not in text and len(text) <= MAX_NICK)


def _is_brand(text: str) -> bool:
    """Tell the plug-in's own line: "blog comments powered by Disqus"."""
    return text.strip(" .").endswith(BRAND) and _FORM not in text


LAYOUT = Layout(
    description="Disqus list, however short, above 'comments powered by Disqus'",
    parents="nesting",
    telling=1,
    parse=_parse,
)
