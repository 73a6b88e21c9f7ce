"""Read Lobsters (last seen 2024): nested lists of score and "name 3 hours ago | link".

The byline follows the score on its own row or on the same one; extractors of main content leave
the score only. The depth shows in the column of the list's mark; where the marks are gone it is
unknown. The story is the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, stop_at
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.columns import depths_of, mark_column
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import AGE

__all__ = ["LAYOUT"]

MAX_ROW = 160
# "12 ann edited 3 hours ago (unread) | link | flag | reply", "[ann avatar] ann 3 days ago link"
_BYLINE = re.compile(
    r"^(?:(?:[*•+◦o-]|\d{1,4}\.|\[[\s+–-]?\]|-?\d{1,4}|~|▲|▼|[\w-]{1,25} avatar|avatar)\s+){0,8}"
    r"(?P<name>[A-Za-z0-9][\w-]{0,24})(?:\s*\((?:author|OP|moderator)\))?"
    r"(?:\s+[A-Z][^|()]{0,40}?)?\s+"  # a hat: "Sysop"
    rf"(?:(?:edited|authored|posted|via)\s+)?(?P<date>{AGE})(?:\s*\((?:unread|edited)\))?"
    r"(?:\s*\|?\s*(?:link|parent|flag|reply|unflag|edit|save|caches?)\b){1,6}\s*\|?$"
)
# "12", "~", "-2", nothing: the score beside the item's mark
_SCORE = re.compile(r"^(?:-?\d{1,4}|~)?$")
MIN_SCORES = 3
BARE = 0.92
"""What a page is worth at most that shows scores only."""

# "12", "~", "[-]", "ann avatar": the rows between the item's mark and the byline
_ABOVE = re.compile(
    r"^(?:(?<!\d)-?\d{1,4}(?!\d)|~|▲|▼|\[[\s+–-]?\]|[\w-]{1,25} avatar|avatar|[*•+o]|-(?!\d)|\s)*$"
)
_FOOTER = re.compile(
    r"^(?:About\b.{0,60}(?:Tags|Filter|Moderation|Wiki|Chat)|Stories with similar links)"
)


def _parse(page: TextPage) -> Parse | None:
    return _by_bylines(page) or _by_scores(page)


def _by_bylines(page: TextPage) -> Parse | None:
    if "link" not in page.dense or " ago" not in page.dense:
        return None
    if page.text.count(" ago | link") > page.text.count("reply") and "\n-----" in page.dense:
        return None  # Hacker News's old markup
    rows = page.once(outline.rows)
    found = list(_headers(rows))
    columns = [mark_column(page, rows[first]) for first, _, _ in found]
    if not found or all(column is None for column in columns):
        return None
    heads = [
        Head(
            first=first,
            last=last,
            author=match["name"],
            date=match["date"],
            depth=depth,
            evidence=page.lines[rows[first].first].content if depth is not None else None,
        )
        for (first, last, match), depth in zip(found, depths_of(columns), strict=True)
    ]
    parse = parse_heads(page, rows, heads, stop_at(rows, heads, _FOOTER), _is_chrome)
    marked = sum(column is not None for column in columns)
    return replace(
        parse,
        marks=len(heads) + marked,
        regularity=parse.regularity * marked / len(heads),
    )


def _by_scores(page: TextPage) -> Parse | None:
    """Read items that hold only a score above a text two columns further in."""
    if "  1. " not in page.dense:
        return None
    rows = page.once(outline.rows)
    numbered = [n for n, row in enumerate(rows[:-1]) if row.number is not None]
    items = [n for n in numbered if _is_scored(rows[n], rows[n + 1])]
    scores = [(rows[n].text, rows[n].number) for n in items if rows[n].text]
    if len(scores) < MIN_SCORES or all(text == str(number) for text, number in scores):
        return None  # "3. 3" is a number twice
    places = sorted([*items, *_unmarked(rows, items)])
    columns = [rows[n].indent if rows[n].mark else rows[n].indent - 2 for n in places]
    heads = [
        _bare_head(page, rows[n], n, depth)
        for n, depth in zip(places, depths_of(columns), strict=True)
    ]
    parse = parse_heads(page, rows, heads, stop_at(rows, heads, _FOOTER), _is_chrome)
    return replace(parse, marks=len(items), regularity=parse.regularity * BARE)


def _is_scored(row: Row, below: Row) -> bool:
    if not _SCORE.match(row.text):
        return False
    return below.gap > 0 and below.indent == row.indent + 2


def _unmarked(rows: Sequence[Row], items: Sequence[int]) -> Iterator[int]:
    """Find texts at another depth below a dropped line: that of an item without a score."""
    known = set(items)
    column = rows[items[0]].indent + 2
    for number in range(items[0] + 1, len(rows)):
        row = rows[number]
        if number in known:
            column = row.indent + 2
        elif row.gap > 1 and not row.mark and row.indent not in (0, column):
            column = row.indent
            yield number


def _bare_head(page: TextPage, row: Row, number: int, depth: int | None) -> Head:
    line = page.lines[row.first]
    if row.mark:
        return Head(first=number, last=number, depth=depth, evidence=line.content)
    return Head(first=number, last=number, depth=depth, start=line.first)


def _headers(rows: Sequence[Row]) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Give each header's first row (where the item's mark is) and last (the byline)."""
    done = -1
    for number, row in enumerate(rows):
        if len(row.text) > MAX_ROW or " ago" not in row.text:
            continue
        match = _BYLINE.match(row.text)
        if match is None:
            continue
        first = number
        while not rows[first].mark and first - 1 > done and _is_chrome(rows[first - 1]):
            first -= 1
        yield (first if rows[first].mark else number), number, match
        done = number


def _is_chrome(row: Row) -> bool:
    return len(row.text) <= 60 and bool(_ABOVE.match(row.text))  # noqa: PLR2004 - controls


LAYOUT = Layout(
    description="Lobsters: nested 'name 3 hours ago | link'",
    parents="nesting",
    telling=2,
    parse=_parse,
)
