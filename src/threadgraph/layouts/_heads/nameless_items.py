"""Find the items of a list of comments whose header was dropped, by where they stand in it.

A linked name is lost where the visitors' names stay. What is left tells: an item that a comment
with a header answers is a comment, and so is a bullet between those of such headers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from threadgraph.layouts._heads.byline_forms import Byline
from threadgraph.layouts._heads.nesting import BULLET
from threadgraph.layouts._text.chrome import PINGBACK, is_chrome
from threadgraph.layouts._text.outline import Row

__all__ = ["nameless_items"]

MIN_TEXT = 20
MIN_MATES = 2
"""Headers on one level, at least, that make a bullet between them one of theirs."""


def nameless_items(table: Sequence[Row], found: Sequence[Byline], end: int) -> list[int]:
    """Give the items between the headers `found`, and before row `end`, that are posts."""
    heads = [head.first for head in found]
    held = {number for head in found for number in range(head.first, head.last + 1)}
    outer = min(table[n].indent for n in heads)
    above = _answered(table, heads, outer) - held
    levels = {table[n].indent for n in above}
    answers = levels | {table[n].indent for n in heads if table[n].indent > outer}
    mates = Counter(table[n].indent for n in heads if table[n].mark == BULLET)
    posts = set(above)
    for head, stop in zip(heads, [*heads[1:], end], strict=True):
        inside = {n for n in range(head + 1, stop) if _is_post(table, n)} - held - above
        lasting = _lasting(table, head, stop) if inside else set[int]()
        for number in inside:
            row = table[number]
            answer = row.indent in answers and row.indent > table[head].indent
            if _is_mate(row, mates) or (answer and row.number in (None, 1) and number in lasting):
                posts.add(number)
    return sorted(posts)


def _answered(table: Sequence[Row], heads: Sequence[int], outer: int) -> set[int]:
    """Give the items without a header around those with one (`heads`): the posts they answer."""
    found = set[int]()
    known = set(heads)
    around: list[int] = []  # the items that hold the row at hand, the outermost first
    for number in range(heads[0] + 1, heads[-1] + 1):
        row = table[number]
        if not row.mark:
            continue
        while around and table[around[-1]].indent >= row.indent:
            around.pop()
        if number in known:
            inside = (n for n in around if outer < table[n].indent and n not in known)
            found.update(n for n in inside if n not in found and _is_post(table, n))
        around.append(number)
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


def _is_mate(row: Row, mates: Counter[int]) -> bool:
    """Tell a bullet on the very column of several headers' bullets: their texts stand deeper."""
    return row.mark == BULLET and row.indent > 0 and mates[row.indent] >= MIN_MATES


def _lasting(table: Sequence[Row], head: int, stop: int) -> set[int]:
    """Give the rows below a post's header that begin a list which lasts until the next post.

    Answers are the last of what an item holds; the lists of a text have text below.
    """
    found = set[int]()
    below: list[int] = []  # rows that are no deeper than any above them, the nearest last
    for number in range(stop - 1, head, -1):
        row = table[number]
        while below and table[below[-1]].indent > row.indent:
            below.pop()
        after = table[below[-1]] if below else None
        if after is None or (after.indent < row.indent and after.mark):
            found.add(number)  # nothing follows, or the list around goes on
        elif after.indent == row.indent and after.mark and below[-1] in found:
            found.add(number)
        below.append(number)
    return found
