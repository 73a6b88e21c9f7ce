"""Find the name that a picture's words tell: "Tom Ashby's Avatar", "Tom Ashby is offline"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._vbulletin.marks import AVATAR, ITEM, TOLD
from threadgraph.names import is_role

__all__ = ["told_by"]

MAX_SMALL = 3
"""Letters of a word that goes on with a rank."""

MAX_TOLD = 90
_TOLD_SIGNS = (
    "line",
    "línea",
    "onecta",
    "onnect",
    "ligne",
    "vatar",
    "rbild",
    "road",
    "ватар",
    "watar",
    "الصورة",
)
"""One of them is in all that TOLD finds."""


def told_by(rows: Sequence[Row], first: int, end: int) -> str | None:
    """Give the name in the first of these rows that has such words, None for half a name."""
    short = (
        row.text
        for row in rows[first:end]
        if len(row.text) <= MAX_TOLD and any(sign in row.text for sign in _TOLD_SIGNS)
    )
    found = next((found for text in short if (found := TOLD.search(text))), None)
    if found is None:
        return None
    whole = None if ITEM.match(rows[first].mark) else AVATAR.match(found.string)
    if whole:
        return whole[1]
    if found[3] and (name := _after_rank(found)):
        return name
    return None if _is_part(found) else next(filter(None, found.groups()), None)


def _after_rank(told: re.Match[str]) -> str | None:
    """Give the name behind a rank: "Senior Member Tom Ashby's Avatar"."""
    before = told.string[: told.start()].split()
    ranks = (n for n in range(len(before), 0, -1) if is_role(" ".join(before[:n])))
    end = next(ranks, None)
    if end is None or any(word.islower() and len(word) <= MAX_SMALL for word in before[end:]):
        return None  # "Member of the month"
    return " ".join([*before[end:], told[3]])


def _is_part(told: re.Match[str]) -> bool:
    """Tell a word that may be half a name: "Ex-roaster Tom Ashby's Avatar", behind a title.

    Behind "Senior Member", or in small letters, it is whole.
    """
    before = told.string[: told.start()].split() if told[3] else []
    first = (told[3] or "")[:1]
    begins = first.isupper() or first.isdigit()
    if not before or not (begins and before[-1][:1].isupper()):
        return False
    return not is_role(before[-1])
