"""Read Jira's issues: "Ann Lee added a comment - 14/Jan/14 10:29 PM", the text, and both once more.

The page holds each comment twice, in full and in one row; the row tells the name, before which the
full form has that of the account ("alee Ann Lee added a comment -"). Last seen: 2019 (versions 5 to
8). Not read: the description, changes of fields.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

_MARK = " added a comment -"
_DATE = r"\d{1,2}/[^\W\d_]{3,4}\.?/\d\d \d{1,2}:\d\d(?: [AP]M)?"
# "alee Ann Lee added a comment - 14/Jan/14 10:29 PM - edited"
_HEAD = re.compile(
    rf"(?P<name>\S.{{0,80}}?) added a comment -(?: (?P<date>{_DATE}))?(?: - edited)?\s?-?$"
)
# "Ann Lee added a comment - 14/Jan/14 10:29 PM It happens after the second boil."
_ONCE_MORE = re.compile(
    rf"(?P<name>\S.{{0,80}}?) added a comment -(?: {_DATE})?(?: - edited)? (?=\S)"
)
_CONTROL = re.compile(r"(?:Hide|Show|Permalink|(?:Hide|Show) Permalink)$")
_END = re.compile(r"(?:People|Assignee:?|Votes:?|Dates|Development|Attachments|Issue Links)$")


def _parse(page: TextPage) -> Parse | None:
    if _MARK not in page.dense:
        return None
    rows = page.once(outline.rows)
    heads: list[Head] = []
    for number, row in enumerate(rows):
        if _MARK not in row.text:
            continue
        if head := _HEAD.match(row.text):
            heads.append(Head(first=number, last=number, author=head["name"], date=head["date"]))
        elif heads and heads[-1].foot is None and (again := _ONCE_MORE.match(row.text)):
            heads[-1] = _named(heads[-1], again["name"], number)
    if not heads:
        return None
    parse = parse_heads(page, rows, heads, _stop(rows, heads), _serves)
    return replace(parse, marks=3 * len(heads))


def _named(head: Head, name: str, row: int) -> Head:
    """Give a head the name without the account's, and the row that says all once more."""
    author = name if (head.author or "").endswith(name) else head.author
    return replace(head, author=author, foot=row)


def _stop(rows: Sequence[Row], heads: Sequence[Head]) -> int:
    last = heads[-1]
    if last.foot is not None:
        return last.foot + 1
    below = range(last.last + 1, len(rows))
    return next((n for n in below if _END.match(rows[n].text)), len(rows))


def _serves(row: Row) -> bool:
    return _CONTROL.match(row.text) is not None


LAYOUT = Layout(
    description="Jira: `NAME added a comment - DATE`",
    parents="none",
    telling=3,
    parse=_parse,
)
