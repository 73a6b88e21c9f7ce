"""Take the next post's name away from a text's end: the words of the picture above its header.

"... the river freezes." / "Ann" / "Ann says:" / text: where layouts begin a post at "Ann says:",
most texts end with the name that follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from threadgraph.layouts._base import Record
from threadgraph.layouts._text.page import Segment

__all__ = ["without_next_names"]

MIN_ENDS = 2


def without_next_names(text: str, records: Sequence[Record]) -> tuple[Record, ...]:
    """Give the records of a page's text, trimmed where most texts end so."""
    pairs = list(pairwise(records))
    ends = [_name_at_end(text, record, below.author) for record, below in pairs]
    found = sum(end is not None for end in ends)
    if found < MIN_ENDS or 2 * found < len(pairs):
        return tuple(records)
    return (*(_cut(r, end) for r, end in zip(records, ends, strict=False)), records[-1])


def _name_at_end(text: str, record: Record, name: str | None) -> int | None:
    """Give where a line that is the next post's name begins at the end of a text."""
    if not name or not record.body or name == record.author:
        return None
    start, end = record.body[-1]
    line = text.rfind("\n", start, start + len(text[start:end].rstrip())) + 1
    return line if line > start and text[line:end].strip() == name else None


def _cut(record: Record, end: int | None) -> Record:
    if end is None:
        return record
    last = record.body[-1]
    body = (*record.body[:-1], Segment(last.start, end))
    return record._replace(body=body, chrome=(*record.chrome, Segment(end, last.end)))
