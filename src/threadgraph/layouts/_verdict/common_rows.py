"""Take the rows away with which most texts of a page begin or end (see `common_lines`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from threadgraph.common_lines import MAX_LINE, MAX_TURNS, shared_lines
from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._heads.dated_rows import skeleton
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["cut_row", "edge_row", "without_common_rows"]


def without_common_rows(page: TextPage, parse: Parse) -> Parse:
    """Give the parse with such rows as chrome; a text that is nothing else stays."""
    records = list(parse.records)
    authors = [record.author for record in records]
    changed = False
    for at_end in (True, False):
        for _ in range(MAX_TURNS):
            rows = [edge_row(page, record, at_end=at_end) for record in records]
            shared = shared_lines(rows, authors, skeleton)
            if shared is None:
                break
            changed = True
            records = [
                cut_row(page, record, len(row), at_end=at_end) if common else record
                for record, row, common in zip(records, rows, shared, strict=True)
            ]
    return replace(parse, records=tuple(records)) if changed else parse


def edge_row(page: TextPage, record: Record, *, at_end: bool) -> str:
    """Give the first or last line of a text that has several, else nothing."""
    if not record.body:
        return ""
    pieces: list[str] = []
    for start, end in record.body[::-1] if at_end else record.body:
        text = page.text[start:end]
        line = text.rpartition("\n")[2] if at_end else text.partition("\n")[0]
        pieces.append(line)
        if len(line) < len(text):
            return "".join(pieces[::-1] if at_end else pieces)
        if sum(map(len, pieces)) > MAX_LINE:
            break
    return ""


def cut_row(page: TextPage, record: Record, length: int, *, at_end: bool) -> Record:
    """Move so many characters of a text, and the white space beside them, to the chrome."""
    body = list(record.body)
    gone: list[Segment] = []
    left = length
    while body and left:
        start, end = body.pop() if at_end else body.pop(0)
        take = min(left, end - start)
        left -= take
        gone.append(Segment(end - take, end) if at_end else Segment(start, start + take))
        if take < end - start:
            rest = Segment(start, end - take) if at_end else Segment(start + take, end)
            body = [*body, rest] if at_end else [rest, *body]
    return record._replace(
        body=tuple(_stripped(page.text, body, at_end=at_end)),
        chrome=tuple(sorted([*record.chrome, *gone])),
    )


def _stripped(text: str, body: Sequence[Segment], *, at_end: bool) -> list[Segment]:
    """Take the white space away from the end that was cut."""
    kept = list(body)
    while kept:
        start, end = kept[-1 if at_end else 0]
        piece = text[start:end]
        piece = piece.rstrip() if at_end else piece.lstrip()
        if piece:
            kept[-1 if at_end else 0] = (
                Segment(start, start + len(piece)) if at_end else Segment(end - len(piece), end)
            )
            break
        del kept[-1 if at_end else 0]
    return kept
