"""Read the depth of list items from their indentation, and tell where items are missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage
from threadgraph.records import Problem

__all__ = ["BULLET", "OWN_MARKS", "by_indent", "lost_items", "lost_lines", "nesting"]

BULLET = "•"
OWN_MARKS = "•0123456789"
"""What begins the list marks of Resiliparse; other tools keep the headers of comments."""

LOST_POST = 4
"""Blank lines between two posts from which on a whole post was probably lost (three lines)."""

MANY = 8
"""Of so many posts one must stand at the top level for indentation to show nesting."""

STEP = 2
"""Columns a level in the lists of Resiliparse, whose bullet is "•"."""


def nesting(table: Sequence[Row], numbers: Sequence[int]) -> list[int]:
    """Give the depth of each item: where the step is known by columns, else by what is open.

    Numbers may be aligned at their right side: then the end of the mark stands in line.
    """
    left = [table[n].indent for n in numbers]
    right = [table[n].indent + len(table[n].mark) for n in numbers]
    places = left if len(set(left)) <= len(set(right)) else right
    levels = sorted(set(places))
    stepped = all((place - levels[0]) % STEP == 0 for place in levels)
    if stepped and any(table[n].mark == BULLET for n in numbers):
        return [(place - levels[0]) // STEP for place in places]
    return _by_stack(places)


def _by_stack(places: Sequence[int]) -> list[int]:
    """Give depths by what is still open: the lists of one page may begin at other columns."""
    depths: list[int] = []
    stack: list[int] = []
    for place in places:
        while stack and stack[-1] >= place:
            stack.pop()
        stack.append(place)
        depths.append(len(stack) - 1)
    return depths


def by_indent(table: Sequence[Row], numbers: Sequence[int]) -> list[int] | list[None]:
    """Give the depths of rows that a tool indented as their blocks are nested; else all None.

    Nothing is told where all stand in line, or where their columns are no even steps.
    """
    places = [table[number].indent for number in numbers]
    levels = sorted(set(places))
    steps = {b - a for a, b in pairwise(levels)}
    even = bool(steps) and all(step % min(steps) == 0 for step in steps) and min(steps) >= STEP
    top = places[0] == levels[0] and places.count(levels[0]) * MANY >= len(places)
    return _by_stack(places) if even and top else [None] * len(places)


def lost_lines(page: TextPage, table: Sequence[Row], numbers: Sequence[int]) -> Iterator[Problem]:
    """Warn of runs of blank lines before items in which a whole post may have stood.

    Only the corpora's form of lists tells: other tools print runs of blank lines by themselves.
    """
    if page.linked or any(table[n].mark[:1] not in OWN_MARKS for n in numbers):
        return
    for number in numbers[1:]:
        row = table[number]
        if row.gap >= LOST_POST:
            yield Problem(
                code="TG121",
                reason=f"{row.gap} blank lines: {row.gap - 1} lines were dropped here, so a post "
                "was probably lost",
                span_start=page.lines[row.first - row.gap].start,
                span_end=page.lines[row.first].start,
            )


def lost_items(page: TextPage, table: Sequence[Row], numbers: Sequence[int]) -> Iterator[Problem]:
    """Warn where the numbers of one list jump: the items between were dropped."""
    last: dict[int, int] = {}
    for number in numbers:
        row = table[number]
        for indent in [indent for indent in last if indent > row.indent]:
            del last[indent]
        if row.number is None:
            last.pop(row.indent, None)
            continue
        before = last.get(row.indent)
        if before is not None and row.number > before + 1:
            line = page.lines[row.first]
            yield Problem(
                code="TG121",
                reason=f"the list jumps from {before} to {row.number}: "
                f"{row.number - before - 1} items were dropped here",
                span_start=line.start,
                span_end=line.first + len(row.mark),
            )
        last[row.indent] = row.number
