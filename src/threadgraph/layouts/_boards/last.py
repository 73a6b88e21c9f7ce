"""Find signatures that no mark parts from texts: all posts of an author end with the same rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from threadgraph.layouts._boards.rows import Row

__all__ = ["Span", "before_signatures"]

MAX_ROWS = 3
MIN_LETTERS = 12
"""A shorter row may be a greeting; it counts from three posts on."""


class Span(NamedTuple):
    """The rows of a post's text, from `first` up to `stop`, which is excluded."""

    author: str | None
    first: int
    stop: int


def before_signatures(
    rows: Sequence[Row], spans: Sequence[Span], chrome: Callable[[Row], bool]
) -> list[int]:
    """Give where the texts stop, signatures of up to three rows left out; none gets empty."""
    found = list(spans)
    for _ in range(MAX_ROWS):
        lasts = [_last(rows, span, chrome) for span in found]
        of_author: dict[str, list[str]] = defaultdict(list)
        for span, last in zip(found, lasts, strict=True):
            if span.author:
                of_author[span.author].append("" if last is None else rows[last].text)
        signed = {author for author, texts in of_author.items() if _sign(texts)}
        if not signed:
            break
        found = [
            span._replace(stop=last) if last is not None and span.author in signed else span
            for span, last in zip(found, lasts, strict=True)
        ]
    return [span.stop for span in found]


def _last(rows: Sequence[Row], span: Span, chrome: Callable[[Row], bool]) -> int | None:
    """Give the last row of a text, if it is not the only one."""
    last: int | None = None
    for number in range(span.stop - 1, span.first - 1, -1):
        if rows[number].text and not chrome(rows[number]):
            if last is not None:
                return last
            last = number
    return None


def _sign(texts: Sequence[str]) -> bool:
    """Tell rows that are all alike and no greeting."""
    least = 2 if len(texts[0]) >= MIN_LETTERS else 3
    return bool(texts[0]) and len(texts) >= least and len(set(texts)) == 1
