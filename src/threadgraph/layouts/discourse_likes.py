"""Read topics of Discourse whose headers main-content extractors dropped.

"2 Likes" is left below the posts that have any; line filters keep "1 Like" alone, and a wider gap,
which opens a post, too. Further posts are told by a greeting after a blank line. A page whose
posts come out long holds posts without any mark: it stays `unclear`. Last seen: 2026. Not read:
authors, dates, parents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.answers import begins_answer, greets, thanks
from threadgraph.layouts._boards.card_words import is_filtered
from threadgraph.layouts._boards.discourse_words import is_chrome, is_likes
from threadgraph.layouts._boards.forum import Head, Thread, build_thread
from threadgraph.layouts._boards.rows import Row, is_markdown, read_rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.records import Problem

__all__ = ["LAYOUT"]

MIN_LIKES = 2
SHORT = 4
"""Paragraphs of an answer that is one post; what is longer may be several."""

MAX_NAMED = 60
"""Letters among which thanks name the member who is thanked."""

LEAST = 0.3
"""What a page is worth whose likes are certain, its posts not."""

_SENTENCES = re.compile(r"[.!?…] +\S")
_CLOSED = re.compile(
    r"^(?:this topic was automatically closed|dieses thema wurde .{0,30}automatisch|"
    r"ce sujet a été automatiquement|este tema (?:fue|se) .{0,20}automáticamente|"
    r"questo argomento è stato automaticamente|dit topic is automatisch)\b",
    re.IGNORECASE,
)


def _parse(page: TextPage) -> Parse | None:
    if is_markdown(page):
        return None
    rows = read_rows(page)
    likes = {n for n, row in enumerate(rows) if is_likes(row)}
    if len(likes) < MIN_LIKES:
        return None
    filtered = is_filtered(rows)
    begins = [
        n
        for n in range(len(rows))
        if n not in likes and (_opens(rows, n, likes) or (filtered and _below_dropped(rows, n)))
    ]
    heads = [Head(first=n, last=n - 1, opening=n == 0) for n in begins]
    thread = Thread(page=page, rows=rows, chrome=is_chrome)
    parse = build_thread(thread, heads, marks=3 * len(likes))
    if parse is None:
        return None
    short = sum(
        sum(row.gap > 0 for row in rows[first:end]) <= SHORT
        for first, end in pairwise([*begins, len(rows)])
    )
    told = f"{len(likes)} likes and greetings tell {len(heads)} posts; some may stand together"
    warning = Problem(code="TG129", reason=told, span_start=parse.start, span_end=len(page.text))
    return replace(parse, regularity=max(LEAST, round(short / len(heads), 6)), problems=(warning,))


def _opens(rows: Sequence[Row], number: int, likes: set[int]) -> bool:
    """Tell whether a post begins in a row: below likes, or with a greeting in its own paragraph."""
    if number == 0 or number - 1 in likes:
        return True
    row = rows[number]
    if row.gap == 0 or row.mark:
        return False
    if row.gap > 1 and begins_answer(row.text):
        return True
    if thanks(row.text) and "@" not in row.text[:MAX_NAMED] and not _SENTENCES.search(row.text):
        return False  # as many posts end with such a line as begin so
    return greets(row.text) or bool(_CLOSED.match(row.text[:200]))


def _below_dropped(rows: Sequence[Row], number: int) -> bool:
    """Tell a row where a line filter dropped "2 Likes" above, not a word inside of a sentence."""
    return rows[number].gap > 1 and rows[number - 1].text[-1:] not in ",;"


LAYOUT = Layout(
    description="Discourse without headers: likes and greetings",
    parents="none",
    parse=_parse,
    generic=True,
)
