"""Make spans that tile a document out of the pieces that a reader recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from threadgraph.layouts._page import Segment
from threadgraph.records import RawSpan, SpanKind
from threadgraph.text import Decoded
from threadgraph.tuples import maker

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
    text = decoded.text
    left: list[Segment] = []
    kinds: list[SpanKind] = []
    owners: list[int | None] = []
    ends: list[int] = []  # a byte order mark belongs to the first span
    last: tuple[str, int | None] | None = None
    for start, end, kind, position in _filled(text, pieces):
        if kind == "unparsed":
            left.append(Segment(start, end))
        if last == (kind, position):
            ends[-1] = end
            continue
        last = kind, position
        kinds.append(kind)
        owners.append(position)
        ends.append(end)
    offsets = decoded.byte_offsets(ends)
    spans = list(
        map(maker(RawSpan), zip([0, *offsets[:-1]], offsets, kinds, owners, strict=False))
    )
    if not spans and decoded.byte_count:  # nothing but a byte order mark
        spans.append(RawSpan(0, decoded.byte_count, "chrome", None))
    return spans, left


def _filled(
    text: str, pieces: Iterable[Piece]
) -> Iterator[tuple[int, int, SpanKind, int | None]]:
    """Give the pieces that hold something, and what stands between them."""
    done = 0
    for (start, end), kind, position in pieces:
        if start > done:
            if text[done:start].isspace():
                yield done, start, "chrome", None
            else:
                yield from _gap(text, done, start)
        if end > start:
            yield start, end, kind, position
            done = end
    if len(text) > done:
        yield from _gap(text, done, len(text))


def _gap(text: str, start: int, end: int) -> Iterator[tuple[int, int, SpanKind, None]]:
    """Cut a gap into its lines of text and the white space around them."""
    done = start
    for match in _TEXT.finditer(text, start, end):
        first, last = match.span()
        if first > done:
            yield done, first, "chrome", None
        yield first, last, "unparsed", None
        done = last
    if end > done:
        yield done, end, "chrome", None
