"""Tell by what stands below the last header whether headers stand above their texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from threadgraph.layouts._heads.dated_rows import skeleton
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.outline import Row

__all__ = ["NEAR", "closes_alike"]

NEAR = 4
"""Rows below a header among which its text begins."""

MOSTLY = 0.8


def closes_alike(table: Sequence[Row], places: Sequence[tuple[int, int]]) -> bool:
    """Tell what stands below the last header as between others: a short text, and their controls.

    "Ann / text / Reply 3 / Bob / text / Reply 0": here the texts stand below the names.
    """
    ends = Counter(skeleton(table[first - 1].text) for first, _ in places[1:])
    control, many = ends.most_common(1)[0]
    if not control or many < MOSTLY * (len(places) - 1):
        return False
    first = places[-1][1] + 1
    below = [row.text for row in table[first : first + NEAR] if row.text]
    close = next((n for n, text in enumerate(below) if skeleton(text) == control), 0)
    return any(not is_form(text) for text in below[:close])
