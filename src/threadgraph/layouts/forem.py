"""Read comments of Forem (dev.to): "ann profile image", the name, her card, "• Mar 14 '20", text.

Main-content extractors leave the picture's words and the name; inscriptis drops the former, and the
name stands twice above the card ("Joined"). Depths show in columns alone. Last seen: 2024. Not
read: what cards say, numbers of likes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.depths import indented
from threadgraph.layouts._heads.heads import Head, parse_heads, stop_at
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.names import MAX_NAME, looks_like_name
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_POSTS = 2
MAX_CARD = 30
"""Rows from a name to the date below its card."""

_PICTURE = re.compile(r".{1,60}\bprofile image$")
# "Mar 14 '20", "Mar 14 • Edited on Mar 15": no year, or a short one
_DATE = re.compile(
    r"(?P<mark>[•·]\s*)?(?P<date>[A-Z][a-z]{2} \d{1,2}(?: '\d\d)?)"
    r"(?:\s*•?\s*Edited on [A-Z][a-z]{2} \d.{0,12})?$"
)
_FOLDS = frozenset(("Collapse Expand", "Collapse", "Expand"))
_CHROME = re.compile(
    r"(?:Collapse|Expand|Follow|Copy link|Hide|Edit|Report abuse|Dropdown menu|Like|Reply|"
    r"(?<!\d)\d{1,5}(?!\d)|likes?|Like comment:|Comment button|View|[\s•·]){1,12}$"
)
_FOOTER = re.compile(
    r"(?:Code of Conduct|View full discussion|Some comments (?:may only|have been)|"
    r"For further actions|Are you sure you want to|DEV Community\b)"
)


def _parse(page: TextPage) -> Parse | None:
    if "profile image" not in page.dense and not ("Joined" in page.dense and "Like" in page.dense):
        return None
    rows = page.once(outline.rows)
    begins = _pictures(rows) or _doubled(rows)
    if len(begins) < MIN_POSTS:
        return None
    ends = [*begins[1:], len(rows)]
    heads = [_head(page, rows, *place) for place in zip(begins, ends, strict=True)]
    if not any(head.date or rows[head.first].text in _FOLDS for head in heads):
        return None
    heads = indented(page, rows, heads, "first")
    return parse_heads(page, rows, heads, stop_at(rows, heads, _FOOTER), _is_chrome)


def _pictures(rows: Sequence[Row]) -> list[int]:
    short = (n for n, row in enumerate(rows) if len(row.text) <= 2 * MAX_NAME)
    return [n for n in short if _PICTURE.match(rows[n].text)]


def _doubled(rows: Sequence[Row]) -> list[int]:
    """Give the rows of names that stand twice above a card with "Joined" and a date below it."""
    found: list[int] = []
    low = 0
    for number, row in enumerate(rows):
        date = _DATE.match(row.text) if len(row.text) <= MAX_NAME else None
        if date is None or not (row.mark or date["mark"]):
            continue
        card = range(max(low, number - MAX_CARD), number)
        twice = (n for n in card[:-1] if rows[n].text == rows[n + 1].text and _is_name(rows[n]))
        name = next(twice, None)
        if name is not None and any(rows[n].text == "Joined" for n in card):
            found.append(name)
            low = number + 1
    return found


def _is_name(row: Row) -> bool:
    named = 0 < len(row.text) <= MAX_NAME and looks_like_name(row.text)
    return named and row.text not in _FOLDS


def _head(page: TextPage, rows: Sequence[Row], begin: int, end: int) -> Head:
    """Read the header that begins with a picture's words or a name: it ends with the date."""
    first = begin
    while first and rows[first - 1].text in _FOLDS:
        first -= 1
    last, name = begin, None
    at = begin + 1 if _PICTURE.match(rows[begin].text) else begin
    if at < end and (at == begin or rows[at].gap == 0 or page.linked) and _is_name(rows[at]):
        name, last = rows[at].text, at
        while last + 1 < end and rows[last + 1].text == name:
            last += 1
    below = range(last + 1, min(end, last + MAX_CARD))
    dated = next((n for n in below if _DATE.match(rows[n].text)), None)
    match = None if dated is None else _DATE.match(rows[dated].text)
    if dated is not None and match is not None:
        last = dated
        while last + 1 < end and _is_chrome(rows[last + 1]) and rows[last + 1].text not in _FOLDS:
            last += 1
    return Head(first=first, last=last, author=name, date=match["date"] if match else None)


def _is_chrome(row: Row) -> bool:
    return len(row.text) <= 60 and (not row.text or _CHROME.match(row.text) is not None)  # noqa: PLR2004 - a row of buttons


LAYOUT = Layout(
    description="Forem (dev.to): 'ann profile image', a name, a card, '• Mar 14 '20'",
    parents="nesting",
    telling=2,
    parse=_parse,
)
