"""Read boards of which a line filter left the texts alone, where the page counts its posts.

"Viewing 4 posts - 1 through 4 (of 4 total)" (bbPress), "6 replies to this topic" (Invision 3):
below it the dropped headers left wider gaps, which part as many texts as the page says that it has.
Last seen: 2024. Not read: names and dates, pages whose gaps do not fit the count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.card_words import is_filtered
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._boards.words import FORUM_END
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

CERTAINTY = 0.8
"""What such posts are worth: marks of any kind tell more."""

MAX_COUNT = 100
MIN_POSTS, MAX_POSTS = 2, 60
MIN_TEXT = 12
GAP = 2
"""Blank lines from which on a row was dropped between two others."""

# "Viewing 4 posts - 1 through 4 (of 4 total)", "Ansicht von 4 Beiträgen – 1 bis 4 (von 4 gesamt)",
# "Results 1 to 6 of 6"
_SHOWN = re.compile(
    r"^[^\W\d]\D{3,30}(?:(?P<posts>\d{1,3}) \D{3,30}[-–] \D{0,8})?\b1 \D{1,14} (?P<last>\d{1,3}) "
    r"\(?\D{2,20}(?P<total>\d{1,4})\D{0,12}$"
)
# "6 replies to this topic", "12 Antworten zu diesem Thema", "6 posts in this topic"
_REPLIES = re.compile(
    r"^(?P<replies>\d{1,3}) (?:replies to this topic|posts in this topic|antworten (?:zu|in) "
    r"diesem thema|réponses à ce sujet|respuestas a este tema|risposte a questa discussione|"
    r"reacties op dit onderwerp|svar i detta ämne|svar på dette emne)\.?$",
    re.IGNORECASE,
)


def _parse(page: TextPage) -> Parse | None:
    if "\n\n\n" not in page.dense or page.linked:
        return None
    rows = read_rows(page)
    if not is_filtered(rows):
        return None
    for number, row in enumerate(rows):
        count = _count(row)
        heads = _heads(rows, number + 1) if count else []
        if heads and len(heads) == count and _texts(rows, heads) == count:
            thread = Thread(page=page, rows=rows, chrome=_is_chrome)
            parse = build_thread(thread, heads, marks=count + 1)
            if parse is None or not all(record.body for record in parse.records):
                return None
            return replace(parse, regularity=CERTAINTY, expected=count)
    return None


def _count(row: Row) -> int:
    """Give how many posts the row says that the page shows, or 0."""
    if not 0 < len(row.text) <= MAX_COUNT:
        return 0
    if row.text[0].isdecimal() and (found := _REPLIES.match(row.text)):
        count = int(found["replies"]) + 1
    elif " 1 " in row.text and (found := _SHOWN.match(row.text)):
        count = int(found["last"]) if found["posts"] in (None, found["last"]) else 0
    else:
        return 0
    return count if MIN_POSTS <= count <= MAX_POSTS else 0


def _heads(rows: Sequence[Row], first: int) -> list[Head]:
    """Cut at the first text below the count and at those below wider gaps."""
    below = range(first, len(rows))
    ends = (n for n in below if _count(rows[n]) or FORUM_END.match(rows[n].text[:200]))
    end = next(ends, len(rows))
    begins: list[int] = []
    for number in range(first, end):
        if (not begins or rows[number].gap >= GAP) and not _is_chrome(rows[number]):
            begins.append(number)
    return [Head(first=n, last=n - 1, opening=n == begins[0], stop=end) for n in begins]


def _texts(rows: Sequence[Row], heads: Sequence[Head]) -> int:
    """Count the posts whose first row is long enough to begin one."""
    begins = (rows[head.first] for head in heads)
    return sum(len(row.text) >= MIN_TEXT and not row.mark for row in begins)


def _is_chrome(row: Row) -> bool:
    """Tell what stands between the count and the first text: "• Author", "• #8120"."""
    listed = bool(row.mark) and (len(row.text.split()) == 1 or row.text[:1] == "#")
    return listed or is_chrome(row)


LAYOUT = Layout(
    description="boards' texts alone, as many as the page says",
    parents="none",
    parse=_parse,
    ceiling=CERTAINTY,
    generic=True,
)
