"""Find where a forum post's text ends and its author's signature begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from threadgraph.layouts._boards.forum import Head, is_chrome, stops_of
from threadgraph.layouts._boards.rows import Row, is_markdown
from threadgraph.layouts._text.page import TextPage

__all__ = ["before_blocks", "before_rules", "cut_repeated", "cut_signatures"]

_RULE = re.compile(r"^_{10,60}$")
# "It ran dry.  __________________"
_TAIL_RULE = re.compile(r"\s+_{10,60}(?=\s|$)")

USUAL = 0.8
"""A mark after the text counts only where this share of the posts has it."""

MAX_SIGNATURE = 10
"""Rows at a post's end among which a repeated one is looked for."""

MIN_REPEATED = 12
"""Shorter rows may be a greeting that belongs to the text."""

_WIDE_GAP = 3


def cut_signatures(
    page: TextPage, rows: Sequence[Row], heads: list[Head], anchors: Sequence[int] = ()
) -> list[Head]:
    """Give the heads with the row at which the text stops, where the page shows it.

    XenForo prints a no-break space alone on a line after each text (in Markdown a wider gap).
    Where extractors keep the layout's indentation, signatures stand further out than texts, as
    seen from the heads' `anchors`.
    """
    ends = [head.first for head in heads[1:]] + [len(rows)]
    for stops in (
        _after_marks(_mark_rows(page, rows), heads, ends),
        _further_out(rows, heads, ends, anchors) if anchors else [None] * len(heads),
    ):
        if sum(stop is not None for stop in stops) >= USUAL * len(heads):
            return [
                head if stop is None else replace(head, stop=min(stop, head.stop or stop))
                for head, stop in zip(heads, stops, strict=True)
            ]
    return heads


def before_rules(page: TextPage, rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """End each post at the rule above a signature; Markdown's rows are without it."""
    return [
        head if found is None else replace(head, stop=found.row, cut=found.place)
        for head, end in zip(heads, stops_of(rows, heads), strict=True)
        for found in [_rule(page, rows[head.last + 1 : end], head.last + 1)]
    ]


def before_blocks(page: TextPage, rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """End each post at its second block of ">", where all texts but the last are such blocks.

    vBulletin 4 prints texts and signatures so; below the last text stands the page's end.
    """
    behind = [page.text.startswith(">", page.lines[row.first].first) for row in rows]
    stops = stops_of(rows, heads)
    texts = (n for head, end in zip(heads[:-1], stops, strict=False)
             for n in range(head.last + 1, end))  # fmt: skip
    if not is_markdown(page) or not all(behind[n] or is_chrome(rows[n]) for n in texts):
        return list(heads)
    blocks = (
        [n for n in range(head.last + 1, end) if behind[n] and (rows[n].gap or not behind[n - 1])]
        for head, end in zip(heads, stops, strict=True)
    )
    return [
        replace(head, stop=found[1]) if len(found) > 1 else head
        for head, found in zip(heads, blocks, strict=True)
    ]


class _Rule(NamedTuple):
    """The row at which a rule ends a text, and the place in the row above where it begins."""

    row: int
    place: int | None


def _rule(page: TextPage, rows: Sequence[Row], first: int) -> _Rule | None:
    """Find the rule above a signature; html2text may print it behind the text's last line."""
    for number, row in enumerate(rows, first):
        start, end = page.lines[row.first].first, page.lines[row.last].end
        if "_____" not in page.text[start:end]:
            continue
        if _RULE.match(page.lines[row.first].text):
            return _Rule(number, None)
        if found := _TAIL_RULE.search(page.text, start, end):
            return _Rule(number + 1, found.start())
    return None


def cut_repeated(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """Give the heads without the last rows that their author ends another post with, too.

    No signature begins a text: a table of contents ends with the heading of the next part.
    """
    stops = stops_of(rows, heads)
    lasts = [
        {
            rows[n].text
            for n in range(max(head.last + 2, stop - MAX_SIGNATURE), stop)
            if len(rows[n].text) >= MIN_REPEATED
        }
        for head, stop in zip(heads, stops, strict=True)
    ]
    counts: Counter[tuple[str | None, str]] = Counter(
        (head.author, text)
        for head, texts in zip(heads, lasts, strict=True)
        if head.author
        for text in texts
    )
    found: list[Head] = []
    for head, stop in zip(heads, stops, strict=True):
        low = max(head.last + 2, stop - MAX_SIGNATURE)
        cut = next((n for n in range(low, stop) if counts[head.author, rows[n].text] > 1), None)
        found.append(head if cut is None else replace(head, stop=cut))
    return found


def _mark_rows(page: TextPage, rows: Sequence[Row]) -> list[int]:
    """Give the rows that stand right after a mark of the text's end."""
    if is_markdown(page):
        return [number for number, row in enumerate(rows) if row.gap >= _WIDE_GAP]
    return [
        number
        for number, row in enumerate(rows)
        if row.gap and any(_no_break(page, row.first - back) for back in range(1, row.gap + 1))
    ]


def _no_break(page: TextPage, number: int) -> bool:
    line = page.lines[number]
    return "\xa0" in page.text[line.start : line.stop]


def _after_marks(
    marks: Sequence[int], heads: Sequence[Head], ends: Sequence[int]
) -> list[int | None]:
    """Give the last mark of each post that has text before it; linear."""
    stops: list[int | None] = []
    place = 0
    for head, end in zip(heads, ends, strict=True):
        stop: int | None = None
        while place < len(marks) and marks[place] <= end:
            if marks[place] > head.last + 1:
                stop = marks[place]
            place += 1
        stops.append(stop)
    return stops


def _further_out(
    rows: Sequence[Row], heads: Sequence[Head], ends: Sequence[int], anchors: Sequence[int]
) -> list[int | None]:
    """Give the first row of each post that stands further out than texts do on this page."""
    usual = min(
        (
            rows[first].indent - rows[anchor].indent
            for head, anchor, end in zip(heads, anchors, ends, strict=True)
            if (first := _first_text(rows, head.last + 1, end)) is not None
        ),
        default=0,
    )
    if usual < 2:  # noqa: PLR2004 - no indentation to go by
        return [None] * len(heads)
    stops: list[int | None] = []
    for head, end, anchor in zip(heads, ends, anchors, strict=True):
        least = rows[anchor].indent + usual
        inner = range(head.last + 2, end)
        stops.append(next((n for n in inner if rows[n].indent < least), end))
    return stops


def _first_text(rows: Sequence[Row], first: int, end: int) -> int | None:
    return next((n for n in range(first, end) if not is_chrome(rows[n])), None)
