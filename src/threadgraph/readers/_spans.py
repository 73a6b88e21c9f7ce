"""Make spans that tile a document out of the pieces that a reader recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from threadgraph.layouts._page import Segment
from threadgraph.records import RawSpan, SpanKind
from threadgraph.text import Decoded

__all__ = ["Piece", "tile"]


_TEXT = re.compile(r"\S(?:[^\r\n]*\S)?")


class Piece(NamedTuple):
    """A range of code points, what it is, and the position of its post."""

    place: Segment
    kind: SpanKind
    position: int | None


def tile(decoded: Decoded, pieces: Iterable[Piece]) -> tuple[list[RawSpan], list[Segment]]:
    """Give spans that cover every byte once, and the places of text that no piece explains.

    `pieces` come in order and do not overlap. White space between them is `chrome`, other text
    `unparsed`. Neighbours of one kind and post are one span.
    """
    spans: list[RawSpan] = []
    left: list[Segment] = []
    start = stop = 0  # a byte order mark belongs to the first span
    before: tuple[SpanKind, int | None] | None = None
    for place, kind, position in _filled(decoded.text, pieces):
        if kind == "unparsed":
            left.append(place)
        if before is not None and before != (kind, position):
            end = decoded.byte_offset(stop)
            spans.append(RawSpan(start, end, *before))
            start = end
        before = kind, position
        stop = place.end
    if before is not None:
        spans.append(RawSpan(start, decoded.byte_offset(stop), *before))
    if not spans and decoded.byte_count:  # nothing but a byte order mark
        spans.append(RawSpan(0, decoded.byte_count, "chrome", None))
    return spans, left


def _filled(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    done = 0
    for piece in pieces:
        if piece.place.start > done:
            yield from _gap(text, done, piece.place.start)
        if piece.place.end > piece.place.start:
            yield piece
            done = piece.place.end
    yield from _gap(text, done, len(text))


def _gap(text: str, start: int, end: int) -> Iterator[Piece]:
    """Cut a gap into its lines of text and the white space around them."""
    gap = text[start:end]
    if gap.isspace():
        yield Piece(Segment(start, end), "chrome", None)
        return
    done = start
    for match in _TEXT.finditer(gap):
        place = Segment(start + match.start(), start + match.end())
        if place.start > done:
            yield Piece(Segment(done, place.start), "chrome", None)
        yield Piece(place, "unparsed", None)
        done = place.end
    if end > done:
        yield Piece(Segment(done, end), "chrome", None)
