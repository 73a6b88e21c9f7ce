"""Find the headers of Discourse as its scripts show them: a name above "Nov 2", "15d", "Mar 2010".

Saved pages have them, and crawls that ran the scripts. Where topics show full names, those and the
names stand together without a blank, so that neither can be told, but for links.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from threadgraph.joining import is_joined
from threadgraph.layouts._boards.forum import Head, is_chrome
from threadgraph.layouts._boards.rows import Row, is_markdown
from threadgraph.layouts._text.page import TextPage

__all__ = ["rendered_heads"]

MAX_NAME = 90
MAX_AGE = 12
MAX_LINKS = 400
MIN_POSTS = 3
MAX_ABOVE = 3
"""Rows from an age up to how many like the post above, with a name and who is answered between."""

# "ann_lee", "raoul.b"
_USER = re.compile(r"[\w.\-]{2,60}$")
# "[Ann Lee](/u/ann_lee)[ann_lee](/u/ann_lee)": in Markdown both are links
_MEMBER = re.compile(r"\[([\w.\-]{2,60})\]\([^()\s]{0,200}/u/[^()\s]{1,80}\)")
# "15d", "3h", "2y", "Nov 2", "Mar 2010", "Mar '10"
_AGE = re.compile(
    r"(?:\d{1,3}[mhdy]|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?:\d{1,2}|(?:19|20)\d\d|['’]\d\d))$"
)


class _Name(NamedTuple):
    """The row where a header begins, the name, and whether another can stand before it."""

    row: int
    author: str | None
    full: bool


def rendered_heads(page: TextPage, rows: Sequence[Row]) -> list[Head]:
    """Give a header for each name right above an age that stands apart from the text below it.

    Lists of other topics have such ages, too, but no gap before the next name.
    """
    linked = is_markdown(page)
    ages = [n for n in range(1, len(rows) - 1) if _is_age(rows, n)]
    if any(is_joined(rows[n - 1].text) for n in ages):
        return []  # a board's card: "Member since", "Jul 2003"
    found = [(_linked(page, rows, n) if linked else _name(rows, n), n) for n in ages]
    told = [(name, n) for name, n in found if name is not None]
    if len(told) < MIN_POSTS:
        return []
    full = any(name.full for name, _ in told)
    return [
        Head(
            first=name.row,
            last=number,
            author=None if full else name.author,
            date=rows[number].text,
        )
        for name, number in told
    ]


def _is_age(rows: Sequence[Row], number: int) -> bool:
    """Tell an age; below it, or below who is answered, the text stands apart."""
    text = rows[number].text
    if len(text) > MAX_AGE or rows[number].mark or not _AGE.match(text):
        return False
    return any(row.gap for row in rows[number + 1 : number + 3])


def _name(rows: Sequence[Row], number: int) -> _Name | None:
    """Give the name right above an age; who is answered may stand between."""
    above = rows[number - 1]
    named = 0 < len(above.text) <= MAX_NAME and not above.mark and above.text[-1:] not in ".!?:"
    if not named or rows[number].gap or is_chrome(above):
        return None
    name = rows[max(0, number - 2)]
    liked = number > MAX_ABOVE and rows[number - MAX_ABOVE].text.isdigit()
    apart = (name.gap or liked or name.indent < above.indent) and not is_chrome(name)
    if number > 1 and not above.gap and apart and _is_user(name.text):
        return _Name(number - 2, name.text, full=False)
    return _Name(number - 1, above.text, full=not _is_user(above.text))


def _linked(page: TextPage, rows: Sequence[Row], number: int) -> _Name | None:
    """Give the last link to a member in the row above an age, which is one, too: "/u/ann".

    Who is answered may stand between.
    """
    for above in range(number - 1, max(-1, number - 3), -1):
        line = page.lines[rows[above].last]
        names = _MEMBER.findall(line.text) if len(line.text) <= MAX_LINKS else []
        if names:
            return _Name(above, names[-1], full=False)
    return None


def _is_user(text: str) -> bool:
    return _USER.match(text) is not None and not text.isdigit()
