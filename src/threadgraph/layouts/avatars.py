"""Read comments told by their pictures' words alone: "Ann's avatar", then the text.

deviantART and other galleries print a link to the author as a picture and a time that extractors
drop. The article's own picture stands above the line that opens the comments. Last seen: 2024. Not
read: who answers whom, which nothing shows; an answer whose text was dropped is empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.byline_forms import MAX_BYLINE, Byline, whole_date
from threadgraph.layouts._heads.thread import Start, begin_of, cut, end_of_list
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

SIGNS = ("'s avatar", "’s avatar")
MIN_HEADS = 2
MIN_UNOPENED = 3
"""Pictures from which on no line need open the comments."""

MAX_LINE = 120
# "Comments6", "Comments (6)", "Join the community to add your comment. Already a deviant? Log In"
_OPENS = re.compile(
    r"(?:comments? ?\(?\d{1,6}\)?|\d{1,6} comments?|(?:add|leave) (?:a )?comment|"
    r"(?:join|sign up|log ?in)\b.{0,60}\bcomments?\b.{0,60}):?$",
    re.IGNORECASE,
)


def _parse(page: TextPage) -> Parse | None:
    if page.linked or not any(sign in page.dense for sign in SIGNS):
        return None
    table = page.once(rows)
    found = _opened(table, [n for n, row in enumerate(table) if row.text.endswith(SIGNS)])
    if not found:
        return None
    heads = [_head(table, number) for number in found]
    starts = [Start(row=head.first, head=head, depth=None) for head in heads]
    records = cut(page, starts, end_of_list(page, heads[-1].last, 0))
    whole = sum(bool(record.body) for record in records)
    if whole * 2 < len(records):
        return None  # pictures of those who liked it
    start, records = begin_of(page, records, heads[0].first)
    return Parse(
        records=tuple(records),
        start=start,
        marks=2 * whole,
        regularity=0.5 + 0.45 * whole / len(records),
    )


def _opened(table: Sequence[Row], found: list[int]) -> list[int]:
    """Leave the pictures above the line that opens the comments out."""
    found = [number for number in found if len(table[number].text) <= MAX_BYLINE]
    if not found:
        return []
    opens = [n for n in range(found[-1]) if _is_opening(table[n].text)]
    below = [number for number in found if not opens or number > opens[-1]]
    least = MIN_HEADS if opens else MIN_UNOPENED
    return below if len(below) >= least and len({table[n].text for n in below}) > 1 else []


def _is_opening(text: str) -> bool:
    return len(text) <= MAX_LINE and _OPENS.match(text) is not None


def _head(table: Sequence[Row], number: int) -> Byline:
    """Read a picture with the name again and a date below it, if they were kept."""
    name, date, last = table[number].text[: -len(SIGNS[0])], None, number
    for below in range(number + 1, min(number + 3, len(table))):
        text = table[below].text
        shown = whole_date(text) if date is None and len(text) <= MAX_BYLINE else None
        if text != name and shown is None:
            break
        date, last = date or shown, below
    return Byline(number, last, "avatar", name, date)


LAYOUT = Layout(
    description="galleries: 'Name's avatar', then the text",
    parents="none",
    telling=2,
    parse=_parse,
    ceiling=0.95,  # see `regularity`
    bare=True,
)
