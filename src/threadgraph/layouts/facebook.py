"""Read Facebook's comments: "Ann Lee · Works at Lune Mill", the text, "Reply · Like · 3 May".

"Like · Reply · 3 · 2y" ends a post since 2015, and what its author does stands in a row of its own.
html2text prints stars for the dots. Last seen: 2020. Not read: likes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.dates.scan import trailing_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.depths import indented
from threadgraph.layouts._heads.heads import Head, parse_heads, serves
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

HINTS = ("Reply ·", "Like ·", "Reply *", "Like *")  # quicker to find than with a blank behind
MIN_POSTS = 2
MAX_ROW = 120
MAX_NAME = 50
MOSTLY = 0.8

_DOT = r"\s?[·*]\s?"
_CONTROL = (
    r"(?:Reply|Like|Unlike|Mark as spam|(?:Un)?follow Post|Edited|Subscribe|Report|Hide|"
    r"_{0,2}\d{1,5}(?!\w))"
)
# "Reply · 7 · Like · Mark as spamAugust 3, 2012 at 9:10am", "Like · Reply · 3 · 2y"
_FOOT = re.compile(
    rf"(?:Reply|Like|Unlike){_DOT}(?:{_CONTROL}{_DOT})*{_CONTROL}?(?:{_DOT})?(?P<date>\S.{{0,40}})?$",
    re.IGNORECASE,
)
_AGE = re.compile(r"(\d{1,3}\s?(?:y|yrs?|w|wks?|d|h|hrs?|m|mins?))(?:\s?[·*]\s?Edited)?$")
_ABOUT = re.compile(r"(?P<name>\S.{0,48}?)\s[·*]\s(?P<about>\S.{0,90})$")
# "Works at Lune Mill", "Leeds, United Kingdom", "Top fan": what its author does
_DOES = re.compile(
    r"(?:(?:Works|Worked|Studied|Studies|Lives) (?:at|in)\s.{1,60}|.{2,50} at .{2,50}|Top fan|"
    r"Top Commenter|Self-Employed|Retired|[^\W\d][\w .'-]{1,30}, [^\W\d][\w .'-]{1,30})$"
)


def _parse(page: TextPage) -> Parse | None:
    worded = "Reply " in page.dense or "Like " in page.dense
    if not worded or not any(hint in page.dense for hint in HINTS):
        return None
    rows = page.once(outline.rows)
    feet = [(n, found) for n, row in enumerate(rows) if (found := _foot(row)) is not None]
    if len(feet) < MIN_POSTS:
        return None
    heads = [*_heads(page, rows, feet)]
    if sum(head is not None for head in heads) < max(MIN_POSTS, MOSTLY * len(feet)):
        return None
    found = [head for head in heads if head is not None]
    found = indented(page, rows, found, "first")
    return parse_heads(page, rows, found, feet[-1][0] + 1, _is_chrome)


def _foot(row: Row) -> str | None:
    """Give the date of the controls below a text, or nothing where they show none."""
    match = _FOOT.match(row.text) if len(row.text) <= MAX_ROW else None
    if match is None:
        return None
    date = match["date"] or ""
    found = trailing_date(date)
    if age := _AGE.match(date):
        return age[1]
    return date if not date or (found is not None and not found.start) else None


def _heads(
    page: TextPage, rows: Sequence[Row], feet: Sequence[tuple[int, str]]
) -> Iterator[Head | None]:
    """Give what stands above each foot's text; above the first, the name is sought from below."""
    begin = _first(rows, feet[0][0])
    for foot, date in feet:
        while begin < foot and serves(rows[begin]):
            begin += 1
        yield _head(page, rows, begin, foot, date) if begin < foot else None
        begin = foot + 1


def _first(rows: Sequence[Row], foot: int) -> int:
    """Give the nearest row above the first foot that has a name and what its author does."""
    near = range(foot - 1, max(-1, foot - 40), -1)
    told = (n for n in near if _ABOUT.match(rows[n].text) or _DOES.match(rows[n + 1].text))
    return next((n for n in told if looks_like_name(_name(rows[n].text))), foot)


def _name(text: str) -> str:
    about = _ABOUT.match(text) if len(text) <= MAX_ROW else None
    return about["name"] if about else text


def _head(page: TextPage, rows: Sequence[Row], at: int, foot: int, date: str) -> Head | None:
    text = rows[at].text
    name = _name(text)
    about = name != text
    if len(name) > MAX_NAME or not looks_like_name(name):
        return None
    last, below = at, rows[at + 1]
    wrapped = about and page.linked and not below.gap and not below.mark
    if at + 2 < foot and (wrapped or (not about and _DOES.match(below.text))):
        last = at + 1
    return Head(first=at, last=last, author=name, date=date or None)


def _is_chrome(row: Row) -> bool:
    return serves(row) or _foot(row) is not None


LAYOUT = Layout(
    description="Facebook's plugin: 'Name · Works at ...', the text, 'Reply · Like · date'",
    parents="nesting",
    telling=3,
    parse=_parse,
)
