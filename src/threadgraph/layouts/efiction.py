"""Read reviews of stories in archives of eFiction: "Reviewer: Ann Signed", "Date: ... Title: ...".

The two rows of a header may stand on one line; main-content extractors drop the first, and the
name with it. The author of the story answers inside of a review, below "Author's Response:", and is
not named there. Last seen: 2024. Not read: ratings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.byline_forms import whole_date
from threadgraph.layouts._heads.heads import Head, parse_heads, serves
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MAX_HEADER = 200
MIN_MARKS = 2
"""Headers and answers, at least: other lists have a date and a title, too."""

# "Reviewer: Ann Signed [Report This]", "Reviewer: Ann Anonymous Liked"
_REVIEWER = re.compile(
    r"Reviewer:\s+(?P<name>\S.{0,50}?)(?P<role>(?:\s\(?(?:Signed|Anonymous|Liked|Disliked)\)?){0,2})"
    r"(?:\s\[Report This\])?\s*(?=$|Date:)"
)
# "Date: 14 Sep 2013 19:22 Title: Chapter 7"
_DATED = re.compile(r"Date:\s+(?P<date>\d.{5,40}?)\s+(?:Title|On):(?:\s+\S.{0,150})?$")
_CLOCK = re.compile(r"\d:[0-5]\d")
_TOLD = re.compile(r"\bReview|Author's Response:")
_ANSWER = re.compile(r"Author's Response:\s*")


def _parse(page: TextPage) -> Parse | None:
    if "Date: " not in page.dense or not _TOLD.search(page.dense):
        return None  # lectures have a date and a title, too
    rows = page.once(outline.rows)
    heads = list(_heads(page, rows))
    reviews = [head for head in heads if head.depth == 0]
    told = len(heads) + sum(head.author is not None for head in heads)
    if not reviews or heads[0] is not reviews[0] or told < MIN_MARKS:
        return None
    if any(below.first <= above.last for above, below in pairwise(heads)):
        return None
    return parse_heads(page, rows, heads, len(rows), serves)


def _heads(page: TextPage, rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers of reviews, and the rows that open the author's answers in them."""
    for number, row in enumerate(rows):
        if len(row.text) <= MAX_HEADER and (head := _review(rows, number)):
            yield head
        elif answer := _ANSWER.match(row.text):
            line = page.lines[row.last]
            begin = line.end - len(row.text) + answer.end()
            yield Head(
                first=number,
                last=number,
                depth=1,
                evidence=line.content,
                start=begin if begin < line.end else None,
            )


def _review(rows: Sequence[Row], number: int) -> Head | None:
    """Read the header whose date stands in this row: the name stands before it or above."""
    text = rows[number].text
    first, shown = number, _REVIEWER.match(text)
    dated = _DATED.match(text, shown.end() if shown else 0)
    date = dated["date"] if dated else ""
    if whole_date(date) is None or not _CLOCK.search(date):
        return None
    if shown is None and number and rows[number].gap <= 1:
        shown = _REVIEWER.match(rows[number - 1].text[:MAX_HEADER])
        first -= shown is not None
    name = shown["name"] if shown else None
    return Head(first=first, last=number, author=name, date=date, depth=0)


LAYOUT = Layout(
    description="eFiction: 'Reviewer: NAME', 'Date: DATE Title: CHAPTER' above each review",
    parents="nesting",
    telling=3,
    parse=_parse,
)
