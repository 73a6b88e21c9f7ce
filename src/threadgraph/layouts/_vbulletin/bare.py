"""Read names where no cards show them: above dates, or in notices that say who edited a post."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.layouts._boards.forum import Head, is_chrome, stops_of
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._vbulletin.cards import Anchor
from threadgraph.names import is_role

__all__ = ["editors", "named_above"]

MIN_POSTS = 3
MAX_NOTICE = 120

# "Last edited by Ann; 24th Feb 2021 at 08:11. Reason: typo", "Geändert von Ann (12.03.2012 um 14:53
# Uhr)"
_NOTICE = re.compile(
    r"^(?:last edited by|(?:zuletzt )?geändert von|dernière modification par|última edición por|"
    r"última edição por|ultima modifica di|laatst (?:aangepast|bewerkt) door|senast redigerad av|"
    r"последний раз редактировалось)\s(?P<name>\S.{0,48}?)(?:;\s| \(\d).{0,90}$",
    re.IGNORECASE,
)


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


def editors(rows: Sequence[Row], heads: list[Head]) -> list[Head]:
    """Name the posts of a page whose names are all gone by who edited them last.

    It is the author, but for the few that a moderator edits.
    """
    if any(head.author for head in heads):
        return heads
    found: list[Head] = []
    for head, stop in zip(heads, stops_of(rows, heads), strict=True):
        short = (row.text for row in rows[head.last + 1 : stop] if len(row.text) <= MAX_NOTICE)
        told = next(filter(None, map(_NOTICE.match, short)), None)
        named = told is not None and looks_like_name(told["name"])
        found.append(replace(head, author=told["name"]) if told and named else head)
    return found
