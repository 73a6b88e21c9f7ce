"""Find cards of members in rows of text: runs of counters and states, "Posts: 12", "Offline"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from threadgraph.layouts._boards.card_words import STATS
from threadgraph.layouts._heads.dated_rows import skeleton
from threadgraph.layouts._text.outline import Row

__all__ = ["MAX_STAT", "Card", "cards_in", "is_stat"]

MAX_STAT = 70
MAX_SHORT = 45
MAX_INSIDE = 6
"""Rows between two rows of counters of one card, at most."""

# what stands in cards of members besides the counters of `card_words`
_STATES = re.compile(
    r"(?:off-?line|on-?line|rank|groups?|karma|level|registered|last (?:seen|active|visit)|"
    r"hors ligne|en ligne|rang|abwesend|anwesend|desconectado|conectado)\b",
    re.IGNORECASE,
)
_ALONE = frozenset("offline online off-line on-line".split())


class Card(NamedTuple):
    """The first and the last row of counters of a card."""

    first: int
    last: int


def is_stat(text: str) -> bool:
    """Tell a counter or a state of a member: "Posts: 12", "Offline"."""
    if not text or len(text) > MAX_STAT or text[-1] in "?!":
        return False
    if text.lower() in _ALONE:
        return True
    if ":" not in text and not any(map(str.isdigit, text)):
        return False
    return STATS.match(text[:MAX_STAT]) is not None or _STATES.match(text) is not None


def cards_in(rows: Sequence[Row]) -> list[Card]:
    """Give the runs of counters, those of them that have the counter most have."""
    found: list[list[int]] = []
    for number, row in enumerate(rows):
        if not is_stat(row.text):
            continue
        inside = range(found[-1][-1] + 1, number) if found else range(0)
        near = found and len(inside) <= MAX_INSIDE
        if near and all(len(rows[n].text) <= MAX_SHORT and not _ends(rows[n].text) for n in inside):
            found[-1].append(number)
        else:
            found.append([number])
    labels = [{_label(rows[n].text) for n in card} for card in found]
    counts = Counter(label for told in labels for label in told)
    if not counts:
        return []
    usual = max(counts, key=lambda label: (counts[label], label))
    return [Card(c[0], c[-1]) for c, told in zip(found, labels, strict=True) if usual in told]


def _ends(text: str) -> bool:
    """Tell a sentence's end: such a row is text, and no city or rank."""
    return text[-1:] in ".?!" and " " in text


def _label(text: str) -> str:
    return skeleton(text).partition(":")[0].strip(" 0")
