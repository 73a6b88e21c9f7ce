"""Read the cards of boards that let members choose their title: "Ann", a gap, "He who waits".

Such a title is no word of the software: the rows of most posts tell it together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from threadgraph.layouts._boards.forum import Head
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._text.names import looks_like_name

__all__ = ["with_titles"]

MIN_POSTS = 3
MOST = 0.75
MAX_TITLE = 36
_ENDS = frozenset(".!?…:;,")


class _Card(NamedTuple):
    last: int
    author: str | None


def with_titles(rows: Sequence[Row], heads: list[Head]) -> list[Head]:
    """Take name and title to the headers where most posts begin with both, or with a title.

    Right below the title, without a blank line, stands the text.
    """
    if len(heads) < MIN_POSTS:
        return heads
    cards = [_card(rows, head) for head in heads]
    if sum(card is not None for card in cards) < MOST * len(heads):
        return heads
    return [
        head if card is None else replace(head, last=card.last, author=card.author)
        for head, card in zip(heads, cards, strict=True)
    ]


def _card(rows: Sequence[Row], head: Head) -> _Card | None:
    """Read "Ann", a gap and a title, or the title below the wider gap that a dropped name left."""
    first, stop = head.first, head.stop or len(rows)
    if head.last >= first or first + 1 >= stop:
        return None
    above, below = rows[first], rows[first + 1]
    if first + 2 < stop and below.gap == 1 and rows[first + 2].gap == 0 and _is_short(below):
        told = _is_short(above) and above.text[-1] not in _ENDS and looks_like_name(above.text)
        return _Card(first + 1, above.text) if told else None
    dropped = above.gap > 1 and below.gap == 0 and _is_short(above)
    return _Card(first, None) if dropped else None


def _is_short(row: Row) -> bool:
    return 0 < len(row.text) <= MAX_TITLE and not row.mark
