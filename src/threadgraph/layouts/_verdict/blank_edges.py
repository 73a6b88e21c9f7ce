"""Leave white space at both ends of a text out: it is nobody's words."""

from __future__ import annotations

from collections.abc import Iterable

from threadgraph.layouts._base import Record
from threadgraph.layouts._text.page import Segment

__all__ = ["without_blank_edges"]


def without_blank_edges(text: str, records: Iterable[Record]) -> tuple[Record, ...]:
    """Give the records of a page's text with their bodies from first to last word."""
    return tuple(_trimmed(text, r) if _is_blank(text, r) else r for r in records)


def _is_blank(text: str, record: Record) -> bool:
    body = record.body
    return bool(body) and (text[body[0].start].isspace() or text[body[-1].end - 1].isspace())


def _trimmed(text: str, record: Record) -> Record:
    filled = [place for place in record.body if not text[place.start : place.end].isspace()]
    if not filled:
        return record._replace(body=(), status="empty")
    (start, end), last = filled[0], filled[-1]
    start += len(text[start:end]) - len(text[start:end].lstrip())
    filled[0] = Segment(start, end)
    stop = last.start + len(text[last.start : last.end].rstrip())
    filled[-1] = Segment(filled[-1].start, stop)
    return record._replace(body=tuple(filled))
