"""Say what of a page of text is doubtful or could not be read, and where."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from threadgraph.layouts import FLOOR, Scored
from threadgraph.layouts._text.page import Segment
from threadgraph.readers._counted import fewer
from threadgraph.records import Problem
from threadgraph.text import Decoded, show

__all__ = ["bad_characters", "fewer_posts", "found_in_layout", "not_credible", "unparsed"]

MAX_ROWS = 20
"""Rows a document gets for one kind of bad character; the rest is counted in a last row."""

AROUND = 20
"""Characters shown on both sides of a bad one."""


def not_credible(decoded: Decoded, found: Scored) -> Problem:
    """Say what the best layout found, and how much it lacks to be believed."""
    count = found.parse.expected
    said = f"; the page says it has {count}" if count is not None else ""
    return Problem(
        code="TG120",
        reason=f"{len(found.parse.records)} posts by the layout {found.name}, but "
        f"it explains only {found.score:.2f} of the page (needed: {FLOOR}){said}",
        span_start=decoded.byte_offset(found.parse.start),
        span_end=decoded.byte_count,
    )


def found_in_layout(decoded: Decoded, best: Scored) -> Iterator[Problem]:
    """Give the problems that the layout told, with bytes for their places."""
    for problem in best.parse.problems:
        start, end = problem.span_start or 0, problem.span_end or 0
        yield Problem(
            code=problem.code,
            reason=problem.reason,
            span_start=decoded.byte_offset(start),
            span_end=decoded.byte_offset(end),
            excerpt=show(decoded.text[start:end]),
        )


def fewer_posts(decoded: Decoded, expected: int | None, read: int) -> Iterator[Problem]:
    """Say that the page counts more posts than were read."""
    for code, reason in fewer(expected, read):
        yield Problem(code=code, reason=reason, span_start=0, span_end=decoded.byte_count)


def unparsed(decoded: Decoded, place: Segment) -> Problem:
    """Say that no layout explains a part of the text."""
    return Problem(
        code="TG122",
        reason="no layout explains this text; it is kept as an `unparsed` span",
        span_start=decoded.byte_offset(place.start),
        span_end=decoded.byte_offset(place.end),
        excerpt=show(decoded.text[place.start : place.end]),
    )


def bad_characters(decoded: Decoded) -> Iterator[Problem]:
    """Say that a page is empty, or where its characters are none or control characters."""
    if decoded.byte_count == 0:
        yield Problem(code="TG110", reason="the document is empty", span_start=0, span_end=0)
    kinds = (
        ("TG101", "not valid in the encoding, read as U+FFFD", iter(decoded.undecodable)),
        ("TG102", "control characters, kept", decoded.controls()),
    )
    for code, what, places in kinds:
        for start, end in islice(places, MAX_ROWS):
            first, last = decoded.byte_offset(start), decoded.byte_offset(end)
            yield Problem(
                code=code,
                reason=f"{last - first} bytes: {what}",
                span_start=first,
                span_end=last,
                excerpt=show(decoded.text[max(0, start - AROUND) : end + AROUND]),
            )
        rest = list(places)
        if rest:
            yield Problem(
                code=code,
                reason=f"{sum(end - start for start, end in rest)} more characters in {len(rest)} "
                f"places: {what}",
                span_start=decoded.byte_offset(rest[0][0]),
                span_end=decoded.byte_offset(rest[-1][1]),
            )
