"""Read Livefyre's stream: each name stands twice, the second time with its points, "ann 5pts".

A later form prints "ann Jan 5, 2013 2 like" and, below the text, "Flag Share Like Reply". Behind
points "like.author.displayName" may stand, once for each picture of who likes it. Last seen: 2013.
Not read: dates above points, which scripts added, and who answers whom there, as no level is shown;
points in pages of Inscriptis, which leaves them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.depths import indented
from threadgraph.layouts._heads.heads import Head, parse_heads, serves
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

FLAG = "Flag Share Like Reply"
MAX_HEADER = 400
MAX_ROWS = 40
"""Rows of a post in which its controls are looked for."""

MIN_DATED = 2
MAX_TITLE = 5
"""Words of the title of a box below the last comment, at most."""

_LIKES = re.compile(r"like\.author\.displayName|\d{1,5} Likes?\Z")
_HEADER = re.compile(r"(?P<name>\S.{0,60}?) (?P<points>\d{1,6})pts?\Z")
# "ann Jan 5, 2013 2 like", whose likes may be glued to the year
_DATED = re.compile(
    r"(?P<name>\S.{0,60}?) (?P<date>[A-Z][a-z]{2} \d{1,2}, 20\d\d)(?:\s?\d{1,5} likes?)?\Z"
)
# What Livefyre prints beside comments, and a table never
_CONTROLS = re.compile(
    r"like\.author\.displayName|avatars\.fyre|Newest \| Oldest|^(?:\+ )?Post comment|Livefyre|^@\w",
    re.MULTILINE,
)
# "![ann](http://avatars.fyre.co/a/1/50.jpg)"
_PICTURE = re.compile(r"!\[(?P<name>[^\[\]]{1,60})\]\(")
_STOP = re.compile(r"[.!?…:;,)\"”]\Z")


def _parse(page: TextPage) -> Parse | None:
    if FLAG in page.dense:
        return _dated(page)
    if "pts" not in page.dense:
        return None
    rows = page.once(outline.rows)
    heads = list(_heads(page, rows))
    if not heads or _is_table(page, rows, heads):
        return None
    return parse_heads(page, rows, heads, _end(rows, heads[-1].last + 1), _is_chrome)


def _dated(page: TextPage) -> Parse | None:
    """Read the later form."""
    rows = page.once(outline.rows)
    found = [(n, _DATED.match(row.text)) for n, row in enumerate(rows) if ", 20" in row.text]
    heads = [
        Head(first=n, last=n, author=match["name"], date=match["date"])
        for n, match in found
        if match and any(FLAG in row.text for row in rows[n : n + MAX_ROWS])
    ]
    if len(heads) < MIN_DATED:
        return None
    heads = indented(page, rows, heads, "first")
    below = range(heads[-1].last + 1, len(rows))
    stop = next((n + 1 for n in below if FLAG in rows[n].text), len(rows))
    return parse_heads(page, rows, heads, stop, _is_chrome)


def _is_table(page: TextPage, rows: Sequence[Row], heads: Sequence[Head]) -> bool:
    """Tell teams and their points, which fall from the first to the last."""
    if _CONTROLS.search(page.text):
        return False
    points = [_points(rows, head) for head in heads]
    return points[0] > points[-1] and all(a >= b for a, b in pairwise(points))


def _points(rows: Sequence[Row], head: Head) -> int:
    """Give the number behind the name."""
    texts = (_bare(row.text) for row in rows[head.first : head.last + 1])
    return next((int(match["points"]) for text in texts if (match := _HEADER.match(text))), 0)


def _heads(page: TextPage, rows: Sequence[Row]) -> Iterator[Head]:
    """Give the rows with points below the same name, or its picture."""
    done = 0
    for number in range(1, len(rows)):
        text = rows[number].text
        match = _HEADER.match(_bare(text)) if "pt" in text and len(text) <= MAX_HEADER else None
        if match is None:
            continue
        above = rows[number - 1].text or page.lines[rows[number - 1].first].text
        picture = _PICTURE.match(above)
        if above == match["name"] or (picture and picture["name"] == match["name"]):
            last = number
            while last + 1 < len(rows) and not _bare(rows[last + 1].text):
                last += 1
            first = max(done, number - 1)
            yield Head(first=first, last=last, author=match["name"], author_state="named")
            done = last + 1


def _bare(text: str) -> str:
    return _LIKES.sub("", text).strip() if len(text) <= MAX_HEADER else text


def _end(rows: Sequence[Row], first: int) -> int:
    """Give the row below the last comment: a heading, or a title of few words."""
    for number in range(first + 1, len(rows)):
        text = rows[number].text
        titled = len(text.split()) <= MAX_TITLE and not _STOP.search(text)
        if rows[number].gap and (titled or rows[number].heading):
            return number
    return len(rows)


def _is_chrome(row: Row) -> bool:
    return serves(row) or not _bare(row.text) or row.text.endswith(FLAG)


LAYOUT = Layout(
    description="Livefyre: 'NAME' above 'NAME 5pts', then the text",
    parents="nesting",
    telling=3,
    parse=_parse,
)
