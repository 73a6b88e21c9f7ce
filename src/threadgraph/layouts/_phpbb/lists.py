"""Find phpBB 3's posts where an extractor left only the profiles, as lists, and the texts.

Trafilatura prints "- Ann", "- Stammgast", "- Beiträge: 12", "- Registriert: DATE", then the
subject; the row with name and date of the post is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.joining import is_joined
from threadgraph.layouts._boards.card_words import STATS
from threadgraph.layouts._boards.forum import Head
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._phpbb.marks import MAX_PROFILE
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import ANSWERS

__all__ = ["listed_posts", "titled"]

MAX_ABOVE = 2
"""Rows above the counter of posts: the name, and maybe a rank."""

MAX_SUBJECT = 140
_ANSWER = re.compile(rf"^(?:{ANSWERS}): ?\S", re.IGNORECASE)
_COUNT = re.compile(r"^[^:]{3,20}: ?[\d.,]{1,9}$")


def listed_posts(page: TextPage, rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers: profile and subject; the name is told where it can be one item only."""
    if "\n- " not in page.dense:
        return
    low = 0
    titles = {row.text for row in rows[:1]}
    for number, row in enumerate(rows):
        if row.mark != "-" or not _counts(row) or not _joins(rows, number):
            continue
        top = number
        while top > low and rows[top - 1].mark == "-":
            top -= 1
        named = 0 < number - top <= MAX_ABOVE
        first = top if named else max(low, number - 1)
        last = _last(rows, number)
        if last + 1 < len(rows) and _is_subject(rows[last + 1], titles):
            last += 1
        yield Head(first=first, last=last, author=rows[top].text if named else None)
        low = last + 1


def titled(rows: Sequence[Row], heads: Sequence[Head]) -> bool:
    """Tell a first post's profile: below its list stands the title that begins the page."""
    last = heads[0].last if heads and heads[0].author else 0
    return last > 0 and rows[last - 1].mark == "-" and rows[last].text == rows[0].text


def _counts(row: Row) -> bool:
    """Tell "Beiträge: 17902"."""
    text = row.text[:MAX_PROFILE]
    return bool(_COUNT.match(text) and STATS.match(text))


def _joins(rows: Sequence[Row], number: int) -> bool:
    """Tell that the date of joining stands right below."""
    below = rows[number + 1] if number + 1 < len(rows) else None
    return below is not None and below.mark == "-" and is_joined(below.text.partition(":")[0])


def _last(rows: Sequence[Row], number: int) -> int:
    """Give the last field of the profile."""
    while number + 1 < len(rows) and rows[number + 1].mark == "-":
        if ":" not in rows[number + 1].text[:MAX_PROFILE]:
            break
        number += 1
    return number


def _is_subject(row: Row, titles: set[str]) -> bool:
    return len(row.text) <= MAX_SUBJECT and (row.text in titles or bool(_ANSWER.match(row.text)))
