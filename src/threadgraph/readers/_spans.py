"""Make spans that tile a document out of the pieces that a reader recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from threadgraph.layouts._page import Segment
from threadgraph.records import RawSpan, SpanKind
from threadgraph.text import Decoded

__all__ = ["Piece", "tile"]

_Filled = tuple[tuple[int, int], SpanKind, int | None]
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
    left: list[Segment] = []
    kinds: list[tuple[SpanKind, int | None]] = []
    ends: list[int] = []  # a byte order mark belongs to the first span
    done = 0
    for place, kind, position in _filled(decoded.text, pieces):
        if kind == "unparsed":
            left.append(Segment(*place))
        if kinds and kinds[-1] == (kind, position):
            ends[-1] = place[1]
        else:
            kinds.append((kind, position))
            ends.append(place[1])
    spans: list[RawSpan] = []
    for (kind, position), end in zip(kinds, decoded.byte_offsets(ends), strict=True):
        spans.append(RawSpan(done, end, kind, position))
        done = end
    if not spans and decoded.byte_count:  # nothing but a byte order mark
        spans.append(RawSpan(0, decoded.byte_count, "chrome", None))
    return spans, left


def _filled(text: str, pieces: Iterable[Piece]) -> Iterator[_Filled]:
    done = 0
    for place, kind, position in pieces:
        start, end = place
        if start > done:
            yield from _gap(text, done, start)
        if end > start:
            yield (start, end), kind, position
            done = end
    if len(text) > done:
        yield from _gap(text, done, len(text))


def _gap(text: str, start: int, end: int) -> Iterator[_Filled]:
    """Cut a gap into its lines of text and the white space around them."""
    gap = text[start:end]
    if gap.isspace():
        yield (start, end), "chrome", None
        return
    done = start
    for match in _TEXT.finditer(gap):
        first, last = match.span()
        if start + first > done:
            yield (done, start + first), "chrome", None
        yield (start + first, start + last), "unparsed", None
        done = start + last
    if end > done:
        yield (done, end), "chrome", None
