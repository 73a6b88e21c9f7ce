"""Part a page's main column from a sidebar that Inscriptis prints beside it, in the same lines."""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._text.lines import Line, Segment

__all__ = ["FAR", "sidebars", "without_sidebars"]

FAR = " " * 100
"""Blanks that stand between two columns of a page; within a table of names they are fewer."""

LARGER = 2
"""So many times the letters of a sidebar has the main column."""

MIN_LINES = 3
"""Lines of a page beside which a sidebar stands, at least."""

MAX_INDENT = 20
"""Blanks within a sidebar before its lists."""

MAX_LEFT = 50
"""Columns up to which the lines of a page begin, mostly, whose main column is the left one."""


def without_sidebars(raws: Sequence[str], contents: list[str]) -> list[str]:
    """Give the contents of lines without what stands far to the right, if most begin at the left.

    Of a page whose main column may be the right one (old boards' texts stand beside their cards)
    nothing is left out, nor where what stands far to the right begins at no column of its own: it
    may be a log in a post.
    """
    indents = [len(raw) - len(raw.lstrip()) if raw else 0 for raw in raws]
    filled = [number for number, content in enumerate(contents) if content]
    left = [number for number in filled if indents[number] <= MAX_LEFT]
    if 2 * len(left) <= len(filled):
        return contents
    parted = {number: contents[number].partition(FAR) for number in left}
    columns = {
        number: indents[number] + len(contents[number]) - len(rest.lstrip())
        for number, (_, _, rest) in parted.items()
        if rest
    }
    column = min(columns.values(), default=0)
    if sum(place - column <= MAX_INDENT for place in columns.values()) < MIN_LINES:
        return contents
    kept = contents.copy()
    for number in columns:
        kept[number] = parted[number][0]
    for number in filled:
        if indents[number] >= column:
            kept[number] = ""
    main = _letters(kept)
    return kept if main >= LARGER * (_letters(contents) - main) else contents


def sidebars(text: str, lines: Sequence[Line]) -> list[Segment]:
    """Give what stands behind the contents of lines."""
    found: list[Segment] = []
    for start, _, end, stop, _, content in lines:
        begin = end if content else start
        rest = text[begin:stop]
        if rest and not rest.isspace():
            found.append(Segment(stop - len(rest.lstrip()), begin + len(rest.rstrip())))
    return found


def _letters(texts: Sequence[str]) -> int:
    return sum(len(word) for text in texts for word in text.split())
