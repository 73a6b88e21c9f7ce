"""Read the list of `disqus` as inscriptis and html2text print it, or without blank lines.

Nested bullets of several signs ("* Ann", "+ Bob", "o Cem"), each with a name and nothing else, the
text below: deeper in inscriptis, at the margin in html2text, whose bullets alone show the depth.
Lists of other things look alike: the page must show answers, a name twice, or say that these are
comments. Last seen: 2016. Not read: dates, which are not printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from threadgraph.dates import is_date
from threadgraph.dates.scan import trailing_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.anchors import discussion_words
from threadgraph.layouts._heads.byline_edges import strip_tail
from threadgraph.layouts._heads.byline_forms import MAX_BYLINE, whole_date
from threadgraph.layouts._heads.dated_rows import skeleton
from threadgraph.layouts._heads.named_items import is_sign, named_items
from threadgraph.layouts._heads.nesting import BULLET, nesting
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.names import ACCOUNTS, name_likeness, reads_as_text, without_address
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_ITEMS = 3
NEAR = 8
"""Rows above the list in which words of a discussion are looked for."""

NEAREST = 5
"""Rows below a name, and one, among which the month of joining stands."""

MAX_DATED = 60
MIN_TIGHT = 5
"""Items that a list without blank lines must have: menus look like it."""

STEP = 2
"""Columns of one level in html2text."""

MOST = 0.6
"""Share of the items that one name may have: an icon's stands in all."""

TWICE = 2
"""A name may come twice, though: of three items it has then more than that share."""

MAX_WORD = 20
BRAND = " powered by disqus"

_SIGNS = "*+o-"
"""The signs of inscriptis by depth, in turns; html2text has the first alone."""

# "Apr 2008", "avr. 2008"
_MONTH = re.compile(r"[^\W\d_]{3,10}\.? (?:19|20)\d\d$")
_OPENERS = frozenset((*_SIGNS, BULLET))


def _parse(page: TextPage) -> Parse | None:
    rows = page.once(outline.rows)
    markdown = "](" in page.dense
    regions = _regions(rows, markdown=markdown)
    best = max(regions, key=lambda found: len(found[0]), default=None)
    if best is None or len(best[0]) < MIN_ITEMS:
        return None
    items, stop = best
    if sum(_names(rows[n].text) for n in items) < MOST * len(items):
        return None
    depths = nesting(rows, items)
    below = (row for row in rows[stop : stop + NEAR] if not is_sign(row))
    branded = any(_is_brand(row.text) for row in islice(below, 1))
    if not (branded or _told(rows, items, depths)) or _are_dated(rows, items):
        return None
    return named_items(page, rows, items, depths, stop)


def _are_dated(rows: Sequence[Row], items: Sequence[int]) -> bool:
    """Tell the lists of other systems, which print the date below the name or the text.

    Boards list the month of joining in an inner list, below the name and the rank.
    """
    if 2 * sum(any(map(_is_month, rows[n + 1 : n + NEAREST])) for n in items) > len(items):
        return True
    below = (n + 1 for n in items if n + 1 < len(rows))
    return any(
        2 * sum(_is_date(rows[n]) for n in near) > len(items) for near in (below, _ends_of(items))
    )


def _is_month(row: Row) -> bool:
    """Tell an item "Apr 2008"."""
    return bool(row.mark) and _MONTH.match(row.text[:MAX_WORD]) is not None


def _ends_of(items: Sequence[int]) -> list[int]:
    """Give the last rows of the items, but for the last item's."""
    return [n - 1 for n in items[1:]]


def _is_date(row: Row) -> bool:
    return len(row.text) <= MAX_BYLINE and whole_date(row.text) is not None


def _regions(rows: Sequence[Row], *, markdown: bool) -> Iterator[tuple[list[int], int]]:
    """Give the items of each list of named texts, and the row where it ends."""
    items: list[int] = []
    left = 0
    for number, row in enumerate(rows):
        marked = bool(row.mark) and row.mark[0] in _OPENERS
        opens = marked and _opens(rows, number, markdown=markdown)
        stray = opens and items and not _fits(rows[items[-1]], row, markdown=markdown)
        if items and (stray or _ends(row, left, markdown=markdown)):
            yield items, number
            items = []
        if opens and (items or row.mark in (_SIGNS[0], BULLET)):
            left = min(left, row.indent) if items else row.indent
            items.append(number)
    if items:
        yield items, len(rows)


def _fits(above: Row, row: Row, *, markdown: bool) -> bool:
    """Tell whether an item is one level deeper than the last at most."""
    if row.indent <= above.indent:
        return True
    if markdown or row.mark == BULLET:
        return row.indent == above.indent + STEP
    return row.mark[0] == _SIGNS[(_SIGNS.find(above.mark[0]) + 1) % len(_SIGNS)]


def _ends(row: Row, left: int, *, markdown: bool) -> bool:
    """Tell a row that belongs to no item: further out, or a heading or a form of the page."""
    if is_form(row.text) or _is_brand(row.text):
        return True
    if markdown:
        return row.heading or (bool(row.mark) and row.indent < left)
    return row.indent < left or (row.indent == left and not row.mark)


def _opens(rows: Sequence[Row], number: int, *, markdown: bool) -> bool:
    """Tell an item that is a name, with a text below that is none."""
    row = rows[number]
    if number + 1 == len(rows):
        return False
    below = rows[number + 1]
    text = not below.mark or (not markdown and bool(below.text) and reads_as_text(below.text))
    apart = text and (below.gap > 0 if markdown else below.indent > row.indent)
    if row.mark == BULLET:
        apart = apart and below.gap == 0  # `disqus` reads the list with blank lines
    listed = row.gap == 0 and number > 0 and rows[number - 1].indent == row.indent
    if not apart or (listed and below.indent <= row.indent):
        return False  # the last item of a list inside of a text
    return _may_name(row.text) and row.text != below.text and not _dated(below.text)


def _dated(text: str) -> bool:
    """Tell a date in a short row: this list has none."""
    found = trailing_date(text) if len(text) <= MAX_DATED else None
    return found is not None and found.certain


def _may_name(text: str) -> bool:
    """Tell what may be a name where nothing but names stands: "mom of 3", "Rob!"."""
    text = without_address(text)
    if text.lower() in ACCOUNTS:
        return True
    if not any(map(str.isalpha, text)) or is_date(text) or is_chrome(text):
        return False
    if any(map(str.isdigit, text)) and _dated(strip_tail(text)):
        return False  # "Ann May 3, 2020 #": other systems print dates
    return not reads_as_text(text) or (" " not in text and len(text) <= MAX_WORD)


def _names(text: str) -> bool:
    """Tell what is like a name anywhere."""
    return name_likeness(without_address(text)) > 0 or len(text.split()) == 1


def _is_brand(text: str) -> bool:
    """Tell the plug-in's own line below the list: "blog comments powered by Disqus."."""
    return text[-len(BRAND) - 1 :].lower().strip(".").endswith(BRAND)


def _told(rows: Sequence[Row], items: Sequence[int], depths: Sequence[int]) -> bool:
    """Tell whether these are comments: answers, a name that comes again, or words above."""
    names = Counter(skeleton(rows[n].text) for n in items)  # "20 Recommend" is the same everywhere
    if max(names.values()) > max(TWICE, MOST * len(items)):
        return False
    above = rows[max(0, items[0] - NEAR) : items[0]]
    again = len(names) < len(items)
    if rows[items[0]].mark == BULLET:
        return again and len(items) >= MIN_TIGHT
    return any(depths) or again or any(discussion_words(row.text) for row in above)


LAYOUT = Layout(
    description="Disqus list in other renderings: nested bullets with names, the text below",
    parents="nesting",
    telling=1,
    parse=_parse,
    bare=True,
)
