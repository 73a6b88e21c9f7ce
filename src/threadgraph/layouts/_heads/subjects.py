"""Tell the rows above headers that belong to them: subjects, and the texts of pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from threadgraph.layouts._heads.anchors import discussion_words, is_control
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.words import COUNT_HEADING

__all__ = ["MAX_SUBJECT", "are_counted", "closed", "tops"]

MAX_SUBJECT = 90
MAX_WORDS = 40
"""Letters that the text of a picture has besides the name."""

MAX_ROWS = 2
STEADY = 0.7


def tops(rows: Sequence[Row], heads: Sequence[tuple[int, int, str | None]]) -> list[int]:
    """Give the first row of each header (its first and last row, and the name), or one above.

    A row above is taken where it is a subject, or has the name, on nearly all headers: a subject
    is short, with a control, a picture or more blank lines above it and the header close below.
    """
    found = [first for first, _, _ in heads]
    ends = [-1, *(last for _, last, _ in heads)]
    for _ in range(MAX_ROWS):
        if found[0] > 0 and COUNT_HEADING.match(rows[found[0] - 1].text[:MAX_SUBJECT]):
            break  # the first header has none
        above = [first - 1 for first in found]
        counted = are_counted(rows, above)
        hits = [
            n > end
            and (
                counted
                or _is_subject(rows, n)
                or _has_name(rows, n, name)
                or _below(rows, n, end, name)
            )
            for n, end, (_, _, name) in zip(above, ends, heads, strict=False)
        ]
        if sum(hits[1:]) < max(2, STEADY * (len(heads) - 1)):
            break
        hits[0] = hits[0] or (above[0] >= 0 and _may_be_subject(rows[above[0]]))
        found = [n if hit else first for n, hit, first in zip(above, hits, found, strict=True)]
    return found


def are_counted(rows: Sequence[Row], above: Sequence[int | None]) -> bool:
    """Tell subjects that are numbered one by one, up or down: "12. Which mill?"."""
    numbers = [
        rows[n].number
        if n is not None and n >= 0 and 0 < len(rows[n].text) <= MAX_SUBJECT
        else None
        for n in above
    ]
    steps = {b - a for a, b in pairwise(numbers) if a is not None and b is not None}
    return None not in numbers and len(steps) == 1 and abs(next(iter(steps))) == 1


def closed(
    rows: Sequence[Row],
    heads: Sequence[tuple[int, int]],
    stop: int,
    chrome: Callable[[Row], bool],
) -> int:
    """Give where the last post ends: below its first controls, if nearly all others end so."""
    ends = [below[0] - 1 for below in heads[1:] if below[0]]
    ended = sum(bool(rows[n].text) and chrome(rows[n]) for n in ends)  # "2." alone is no control
    if len(ends) < 2 or ended < STEADY * len(ends):  # noqa: PLR2004
        return stop
    first = next((n for n in range(heads[-1][1] + 2, stop) if chrome(rows[n])), stop)
    while first < stop and chrome(rows[first]):
        first += 1
    return first


def _below(rows: Sequence[Row], number: int, end: int, name: str | None) -> bool:
    """Tell a subject right below the text of a picture, which has the name."""
    pictured = number - 1 > end and _has_name(rows, number - 1, name)
    return pictured and _may_be_subject(rows[number])


def _has_name(rows: Sequence[Row], number: int, name: str | None) -> bool:
    text = rows[number].text
    return bool(name) and len(text) <= len(name or "") + MAX_WORDS and (name or " ") in text


def _may_be_subject(row: Row) -> bool:
    """Tell a short row above the first header, of which no heading tells anything else."""
    short = 0 < len(row.text) <= MAX_SUBJECT and not is_control(row)
    return short and not COUNT_HEADING.match(row.text) and not discussion_words(row.text)


def _is_subject(rows: Sequence[Row], number: int) -> bool:
    row, below = rows[number], rows[number + 1]
    if not 0 < len(row.text) <= MAX_SUBJECT or is_control(row):
        return False
    above = rows[number - 1] if number else None
    if above is not None and not above.text:  # a picture
        return below.gap <= 1
    if above is not None and is_control(above) and not row.mark:
        return below.gap <= 1
    return below.gap < row.gap
