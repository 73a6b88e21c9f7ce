"""Find the items of a list of comments whose header was dropped, by where they stand in it.

A linked name is lost where the visitors' names stay. What is left tells: an item that a comment
with a header answers is a comment, and so is a bullet between those of such headers.
"""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._heads.nesting import BULLET
from threadgraph.layouts._text.chrome import PINGBACK, is_chrome
from threadgraph.layouts._text.outline import Row

__all__ = ["nameless_items"]

MIN_TEXT = 20
MIN_MATES = 2
"""Headers on one level, at least, that make a bullet between them one of theirs."""


def nameless_items(table: Sequence[Row], heads: Sequence[int], end: int) -> list[int]:
    """Give the items between the headers in rows `heads`, and before row `end`, that are posts."""
    outer = min(table[n].indent for n in heads)
    above = _answered(table, heads, outer)
    levels = {table[n].indent for n in above}
    answers = levels | {table[n].indent for n in heads if table[n].indent > outer}
    taken = {*heads, *above}
    found = set(above)
    for head, stop in zip(heads, [*heads[1:], end], strict=True):
        for number in range(head + 1, stop):
            if number in taken or not _is_post(table, number):
                continue
            if _is_mate(table, heads, number) or (
                table[number].indent in answers and _ends(table, head, number, stop)
            ):
                found.add(number)
    return sorted(found)


def _answered(table: Sequence[Row], heads: Sequence[int], outer: int) -> set[int]:
    """Give the items without a header around those with one: the posts that they answer."""
    found = set[int]()
    known = set(heads)
    for head in heads:
        indent = table[head].indent
        for number in range(head - 1, heads[0], -1):
            row = table[number]
            if indent <= outer or number in found:
                break
            if row.mark and row.indent < indent:
                indent = row.indent
                if number not in known and indent > outer and _is_post(table, number):
                    found.add(number)
    return found


def _is_post(table: Sequence[Row], number: int) -> bool:
    """Tell an item with a text of its own that stands apart from the rows around it."""
    row = table[number]
    if not row.mark or not row.gap or len(row.text) < MIN_TEXT:
        return False
    if row.number is None and row.mark != BULLET:
        return False
    after = table[number + 1] if number + 1 < len(table) else None
    apart = after is None or not after.mark or after.gap > 0 or after.indent < row.indent
    return apart and not is_chrome(row.text) and PINGBACK.match(row.text) is None


def _is_mate(table: Sequence[Row], heads: Sequence[int], number: int) -> bool:
    """Tell a bullet on the very column of several headers' bullets: their texts stand deeper."""
    row = table[number]
    mates = (n for n in heads if table[n].indent == row.indent and table[n].mark == BULLET)
    return row.mark == BULLET and row.indent > 0 and len(list(mates)) >= MIN_MATES


def _ends(table: Sequence[Row], head: int, number: int, stop: int) -> bool:
    """Tell an item below a post's text that begins a list which lasts until the next post.

    Answers are the last of what an item holds; the lists of a text have text below.
    """
    row = table[number]
    if row.number not in (None, 1) or row.indent <= table[head].indent:
        return False
    for below in table[number + 1 : stop]:
        if below.mark and below.indent < row.indent:
            break  # the list around goes on
        if below.indent < row.indent or (below.indent == row.indent and not below.mark):
            return False
    return True
