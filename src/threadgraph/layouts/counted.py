"""Read comments of which nothing but paragraphs and the labels below answers is left.

Drupal's themes keep the headers in elements that main-content extractors drop: "50 Comments", then
texts between blank lines, and "In reply to by Ann" below answers. Where about as many paragraphs
stand between the count and what ends the page as the count says, each is taken for one comment.
Where a line filter dropped the count, an answer is the paragraph above its label, and what stands
between two answers one comment. A warning says so. Last seen: 2024. Not read: authors, dates;
comments of several paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._chrome import is_chrome, is_form
from threadgraph.layouts._outline import Row, rows
from threadgraph.layouts._page import TextPage
from threadgraph.layouts._thread import Start, begin_of, cut
from threadgraph.layouts._words import COMMENT_COUNT, COUNT_HEADING, IN_REPLY_BELOW
from threadgraph.records import Problem

__all__ = ["LAYOUT"]

MIN_POSTS = 8
"""Fewer paragraphs may be as many as the comments by chance."""

FEWEST, MOST = 0.85, 1.2
"""Paragraphs a counted comment, between which each may be one."""

MIN_ARTICLE = 1000
"""Letters of the article above: right below a title stands the count of comments elsewhere."""

MIN_ANSWERS = 2
MAX_HEADING = 60
WORTH = 0.6
"""What the paragraphs are worth: any mark tells more."""

DOUBT = 0.05
"""How much less they are worth that no count confirms."""

_COUNT = re.compile(r"\d{1,3}(?:[.,]\d{3})*")
# "This work is licensed under ...", "Comments are closed.", "About the author"
_BELOW = re.compile(
    r"^(?:this work is licensed|except where otherwise|(?:the )?comments? (?:are|is) closed|"
    r"(?:about|über|à propos de|sobre|informazioni su) (?:the|den|die|l['’]|el|la|l) ?aut\w+|"
    r"related (?:content|posts|articles)|© ?\d{4}|copyright\b)",
    re.IGNORECASE,
)


class _Posts(NamedTuple):
    """The rows where posts begin, the row after them, and what tells them."""

    begins: list[int]
    end: int
    reason: str
    worth: float


def _parse(page: TextPage) -> Parse | None:
    if page.linked:
        return None  # html2text keeps the headers
    table = page.once(rows)
    labels = [n for n, row in enumerate(table) if IN_REPLY_BELOW.match(row.text)]
    if len(labels) < MIN_ANSWERS:
        return None
    posts = _counted(table, labels) or _between(table, labels)
    if posts is None:
        return None
    records = cut(page, [Start(row=number) for number in posts.begins], posts.end)
    start, records = begin_of(page, records, posts.begins[0])
    warning = Problem(
        code="TG129",
        reason=posts.reason,
        span_start=start,
        span_end=len(page.text),
    )
    return Parse(
        records=tuple(records),
        start=start,
        marks=2 * len(labels),
        regularity=posts.worth * sum(bool(record.body) for record in records) / len(records),
        problems=(warning,),
    )


def _counted(table: Sequence[Row], labels: Sequence[int]) -> _Posts | None:
    """Give the paragraphs below the count, if they are about as many."""
    heading = _heading(table)
    if heading is None or sum(len(row.text) for row in table[:heading]) < MIN_ARTICLE:
        return None
    count = int(re.sub(r"\D", "", _COUNT.findall(table[heading].text)[0]))
    end = next((n for n in range(heading + 1, len(table)) if _ends(table[n])), len(table))
    begins = [n for n in range(heading + 1, end) if _begins(table, n, heading)]
    if labels[0] < heading or not FEWEST * count <= len(begins) <= MOST * count:
        return None
    reason = (
        f"{len(begins)} paragraphs stand where the page counts {count} comments, so each is taken "
        "for one; those of several paragraphs are parted"
    )
    return _Posts(begins, end, reason, WORTH)


def _between(table: Sequence[Row], labels: Sequence[int]) -> _Posts | None:
    """Give the paragraph above each label, and what stands between two of them as one post."""
    begins: list[int] = []
    for before, label in pairwise([-1, *labels]):
        above = [n for n in range(before + 1, label) if _begins(table, n, -1)]
        if above:
            begins += [above[-1]] if before < 0 else sorted({above[0], above[-1]})
    if len(begins) < MIN_ANSWERS:
        return None
    reason = (
        f"{len(labels)} answers are told by the labels below them; what stands between two is "
        "taken for one comment, and may be several"
    )
    return _Posts(begins, labels[-1] + 1, reason, WORTH - DOUBT)


def _heading(table: Sequence[Row]) -> int | None:
    """Give the last row that counts comments, at least `MIN_POSTS`."""
    for number in range(len(table) - 1, -1, -1):
        text = table[number].text
        if len(text) > MAX_HEADING or not (COUNT_HEADING.match(text) or COMMENT_COUNT.match(text)):
            continue
        counts = _COUNT.findall(text)
        if counts and int(re.sub(r"\D", "", counts[0])) >= MIN_POSTS:
            return number
    return None


def _ends(row: Row) -> bool:
    return is_form(row.text) or bool(_BELOW.match(row.text[:80]))


def _begins(table: Sequence[Row], number: int, heading: int) -> bool:
    """Tell a paragraph below a blank line, or the first, that is no label of the one above."""
    row = table[number]
    if not row.text or is_chrome(row.text) or IN_REPLY_BELOW.match(row.text):
        return False
    return row.gap > 0 or number == heading + 1


LAYOUT = Layout(
    description="Drupal without headers: paragraphs, and labels below the answers",
    parents="labels",
    parse=_parse,
    generic=True,
    ceiling=WORTH,
)
