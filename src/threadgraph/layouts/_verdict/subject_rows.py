"""Take the subjects away with which texts begin: "Re: Which mill?" below a header is no text.

Boards print a post's subject above its header or below it. That it is one shows where several
begin alike behind "Re:"; the opening post has the subject without it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from threadgraph.layouts._base import Record
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import ANSWERS
from threadgraph.layouts._verdict.common_rows import cut_row, edge_row

__all__ = ["without_subject_rows"]

MIN_ANSWERS = 2
MAX_SUBJECT = 160

# "Re: Which mill?", "• RE: Re: Which mill?"
_ANSWER = re.compile(rf"^\W{{0,3}}(?:(?:{ANSWERS}|antw|res|rif|отв)\s?: ?){{1,3}}", re.IGNORECASE)
_MARK = re.compile(r"^[•*+◦-]\s+")


def without_subject_rows(page: TextPage, records: Sequence[Record]) -> tuple[Record, ...]:
    """Give the records without their subjects, if at least half have the same one."""
    rows = [edge_row(page, record, at_end=False) for record in records]
    answers = [_ANSWER.match(row) if len(row) <= MAX_SUBJECT else None for row in rows]
    told = Counter(row[a.end() :] for row, a in zip(rows, answers, strict=True) if a)
    subject, count = next(iter(told.most_common(1)), ("", 0))
    if not subject or count < MIN_ANSWERS or 2 * count < len(records):
        return tuple(records)
    bare = [
        row[answer.end() :] if answer else _MARK.sub("", row)
        for row, answer in zip(rows, answers, strict=True)
    ]
    return tuple(
        cut_row(page, record, len(row), at_end=False) if own == subject else record
        for record, row, own in zip(records, rows, bare, strict=True)
    )
