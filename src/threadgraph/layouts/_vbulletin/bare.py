"""Read names above dates, where no cards show them."""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._boards.forum import Head, is_chrome
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._vbulletin.cards import Anchor
from threadgraph.names import is_role

__all__ = ["named_above"]

MIN_POSTS = 3


def named_above(rows: Sequence[Row], anchors: Sequence[Anchor]) -> list[Head]:
    """Give the heads with the names right above the dates, or above the ranks there.

    Nothing where a post has no name there, or where all would have the same.
    """
    if len(anchors) < MIN_POSTS:
        return []
    ranked = 2 * sum(is_role(rows[a.first - 1].text) for a in anchors if a.first) > len(anchors)
    places = [anchor.first - 1 - ranked for anchor in anchors]
    if places[0] < 0 or not all(_is_name(rows[place]) for place in places):
        return []
    if len({rows[place].text for place in places}) == 1:
        return []
    return [
        Head(
            first=place,
            last=anchor.last,
            author=rows[place].text,
            date=anchor.date,
            opening=anchor.number == 1,
        )
        for place, anchor in zip(places, anchors, strict=True)
    ]


def _is_name(row: Row) -> bool:
    alone = bool(row.gap) and not row.mark and not is_chrome(row)
    return alone and looks_like_name(row.text) and not is_role(row.text)
