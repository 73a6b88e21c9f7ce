"""Make spans that tile a document out of the pieces that a reader recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from threadgraph.layouts._text.page import Segment
from threadgraph.records import RawSpan, SpanKind
from threadgraph.text import Decoded
from threadgraph.tuples import maker

__all__ = ["Piece", "tile"]

Piece = tuple[Segment, SpanKind, int | None]
"""A range of code points, what it is, and the position of its post."""

_Filled = tuple[int, SpanKind, int | None]
"""Where something ends, what it is, and the position of its post."""

_TEXT = re.compile(r"\S(?:[^\r\n]*\S)?")


def tile(decoded: Decoded, pieces: Iterable[Piece]) -> tuple[list[RawSpan], list[Segment]]:
    """Give spans that cover every byte once, and the places of text that no piece explains.

    `pieces` come in order; ValueError if they overlap, which is a layout's bug and must cost no
    other page. White space between them is `chrome`, other text `unparsed`. Neighbours of one kind
    and post are one span.
    """
    kinds: list[SpanKind] = []
    owners: list[int | None] = []
    ends: list[int] = []  # a byte order mark belongs to the first span
    last = owner = None
    left: list[Segment] = []
    for end, kind, position in _filled(decoded.text, pieces, left):
        if kind == last and position == owner:
            ends[-1] = end
            continue
        last, owner = kind, position
        kinds.append(kind)
        owners.append(position)
        ends.append(end)
    offsets = decoded.byte_offsets(ends)
    spans = list(map(maker(RawSpan), zip([0, *offsets[:-1]], offsets, kinds, owners, strict=False)))
    if not spans and decoded.byte_count:  # nothing but a byte order mark
        spans.append(RawSpan(0, decoded.byte_count, "chrome", None))
    return spans, left


def _filled(text: str, pieces: Iterable[Piece], left: list[Segment]) -> Iterator[_Filled]:
    """Give the pieces that hold something, with what stands between; texts there go to `left`."""
    done = 0
    for (start, end), kind, position in pieces:
        if start > done:
            if text[done:start].isspace():
                yield start, "chrome", None
            else:
                yield from _gap(text, done, start, left)
        if end > start:
            if start < done:
                raise ValueError(f"two parts of the page overlap at character {start}")
            yield end, kind, position
            done = end
    if len(text) > done:
        yield from _gap(text, done, len(text), left)


def _gap(text: str, start: int, end: int, left: list[Segment]) -> Iterator[_Filled]:
    """Cut a gap into its lines of text, which are noted in `left`, and the white space around."""
    done = start
    for match in _TEXT.finditer(text, start, end):
        first, last = match.span()
        if first > done:
            yield first, "chrome", None
        left.append(Segment(first, last))
        yield last, "unparsed", None
        done = last
    if end > done:
        yield end, "chrome", None
