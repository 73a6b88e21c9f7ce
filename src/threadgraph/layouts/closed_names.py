"""Read comments with a name above and the same control below each: "Report", "Like Reply".

Neither shows a date. The name is the first row below the control above, or below the heading of
the comments; the control is the short row that comes most. That they are comments is told by the
heading, or by a word of the control. Not read: who answers whom, which nothing shows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from threadgraph.dates.scan import leading_date, trailing_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.anchors import discussion_words, is_control, name_of
from threadgraph.layouts._heads.byline_forms import whole_date
from threadgraph.layouts._heads.heads import Head, parse_heads
from threadgraph.layouts._heads.telling import heads_comments
from threadgraph.layouts._text.chrome import is_chrome
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_POSTS = 3
MAX_CONTROL = 40
MAX_DATED = 80
MAX_WORDS = 6
MAX_POST = 40
"""Rows from a control to the next, at most."""
STEADY = 0.9
CERTAINTY = 0.75
"""What names alone are worth: a family that explains as much wins."""

_DIGITS = re.compile(r"\d+")
# "Genau so ist es.", not "Ann R."
_SENTENCE = re.compile(r"(?:[!?…:,。！？]|[^\W\d_]{3}\.|\.\.)$")
# "30 Year Fixed 3.98% 3.53%", "$30K Loan"
_RATE = re.compile(r"\d\s?%|[$€£]\s?\d")
_END = (".", "!", "?", "…", ":", ",", "。", "！", "？")


def _parse(page: TextPage) -> Parse | None:
    table = page.once(rows)
    best: tuple[int, list[Head]] | None = None
    for ends in _controls(table):
        heads = _heads(table, ends)
        if heads and (best is None or len(heads) > best[0]):
            best = len(heads), heads
    if best is None:
        return None
    heads = best[1]
    stop = _stop(table, heads)
    again = Counter(_shape(row.text) for row in table[heads[0].first : stop])

    def chrome(row: Row) -> bool:
        short = len(row.text) <= MAX_CONTROL and again[_shape(row.text)] >= STEADY * len(heads)
        return short or is_control(row)

    parse = parse_heads(page, table, heads, stop, chrome)
    certain = round(CERTAINTY * parse.regularity, 6)
    return replace(parse, marks=len(heads), regularity=certain)


def _shape(text: str) -> str:
    return _DIGITS.sub("0", text) if len(text) <= MAX_CONTROL else ""


def _controls(table: Sequence[Row]) -> list[list[int]]:
    """Give the rows of each short text that comes as often as posts do and ends no sentence."""
    places: dict[str, list[int]] = {}
    for number, row in enumerate(table):
        text = row.text
        if 0 < len(text) <= MAX_CONTROL and not text.endswith(_END) and any(map(str.isalpha, text)):
            places.setdefault(_shape(text), []).append(number)
    often = [found for found in places.values() if len(found) >= MIN_POSTS]
    return [f for f in often if len(table[f[0]].text.split()) <= MAX_WORDS and not _dated(table, f)]


def _dated(table: Sequence[Row], ends: Sequence[int]) -> bool:
    return any(_is_date(table[number].text) for number in ends)


def _heads(table: Sequence[Row], ends: Sequence[int]) -> list[Head]:
    """Give a head above each control; none where some has no name, or nothing tells of comments."""
    heading = _heading(table, ends[0])
    if heading is None and not discussion_words(table[ends[0]].text):
        return []
    begin = ends[0] if heading is None else heading + 1
    starts = [begin, *(end + 1 for end in ends[:-1])]
    found = [_head(table, a, b) for a, b in zip(starts, ends, strict=True)]
    if heading is None:
        found[0] = _above(table, ends)
    heads = [head for head in found if head is not None]
    names = {head.author for head in heads}
    steady = len(heads) >= max(MIN_POSTS, STEADY * len(ends)) and len(names) >= MIN_POSTS
    return heads if steady else []


def _head(table: Sequence[Row], begin: int, end: int) -> Head | None:
    """Read the first row that is no control as the name above a text."""
    first = next((n for n in range(begin, min(end, begin + 3)) if not is_control(table[n])), end)
    if end - first > MAX_POST or end - first < 2:  # noqa: PLR2004 - a name and a text
        return None
    row = table[first]
    other = _SENTENCE.search(row.text) or _RATE.search(row.text) or _is_date(row.text)
    name = None if other else name_of(row)
    texts = table[first + 1 : end]
    if name is None or any(map(_is_dated, texts)):
        return None  # dates tell more: other layouts read them
    return Head(first=first, last=first, author=name, author_state="named")


def _is_dated(row: Row) -> bool:
    """Tell a row of a header: "May 3, 2020", "Posted May 3, 2020 at 10:15 | Permalink"."""
    if len(row.text) <= MAX_CONTROL and _is_date(row.text):
        return True
    return len(row.text) <= MAX_DATED and whole_date(row.text) is not None


def _is_date(text: str) -> bool:
    found = leading_date(text) or trailing_date(text)
    return found is not None and found.certain


def _above(table: Sequence[Row], ends: Sequence[int]) -> Head | None:
    """Read the first post where no heading stands above: its name is as far up as most are."""
    far = Counter(b - a - 1 for a, b in pairwise(ends)).most_common(1)[0][0]
    return _head(table, max(0, ends[0] - far), ends[0])


def _heading(table: Sequence[Row], end: int) -> int | None:
    near = range(end - 1, max(-1, end - MAX_POST), -1)
    return next((n for n in near if heads_comments(table[n].text)), None)


def _stop(table: Sequence[Row], heads: Sequence[Head]) -> int:
    """Give the row below the last control: a post holds as many as the one above it."""
    last = heads[-1].last
    shapes = {_shape(row.text) for row in table[heads[0].last + 1 : heads[1].first]}
    for number in range(last + 1, min(len(table), last + MAX_POST)):
        if _shape(table[number].text) in shapes - {""} or is_chrome(table[number].text):
            while number + 1 < len(table) and is_chrome(table[number + 1].text):
                number += 1  # noqa: PLW2901 - further controls
            return number + 1
    return min(len(table), last + 2)


LAYOUT = Layout(
    description="a name above each text, the same control below it",
    parents="none",
    parse=_parse,
    ceiling=CERTAINTY,
    generic=True,
    bare=True,
)
