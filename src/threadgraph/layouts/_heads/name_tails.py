"""Take away what most rows with names end with: "See all my reviews", "Level 1 (0 points)"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

__all__ = ["without_ranked", "without_tails"]

MIN_ROWS, MIN_WORDS, MAX_WORDS = 3, 2, 6

_DIGITS = re.compile(r"\d+")
# "Author: Ann from Chile"
_FROM = re.compile(
    r"^[^\W\d_]{2,12}\s?: ?\S.{0,40}(?P<place>\s(?:from|aus)\s[^\W\d_][^.!?:]{1,30})$"
)
# "(2210)" behind a name and its rank
_COUNT = re.compile(r"\s?\(\d{1,7}\)")
_EDGES = " -–—|·•,"


def without_ranked(names: Sequence[str | None], texts: Sequence[str]) -> list[str | None]:
    """Take ranks away that stand before counts: "Ann Master (2210) 3 years ago".

    One rank has several people, and there are fewer ranks than people.
    """
    told = [(name, text) for name, text in zip(names, texts, strict=True) if name]
    counted = all(_COUNT.match(text.partition(name)[2]) for name, text in told)
    if len(told) < MIN_ROWS or not counted:
        return list(names)
    people: dict[str, set[str]] = defaultdict(set)
    for name, _ in told:
        own, _, rank = name.rpartition(" ")
        people[rank].add(own)
    owns = set[str]().union(*people.values())
    if "" in owns or len(people) >= len(owns) or max(map(len, people.values())) < 2:  # noqa: PLR2004
        return list(names)
    return [name.rpartition(" ")[0] if name else None for name in names]


def without_tails(texts: Mapping[int, str]) -> dict[int, str]:
    """Give the rows' texts without the words, but for numbers, that most end with."""
    if len(texts) < MIN_ROWS or len(set(texts.values())) == 1:
        return dict(texts)
    placed = {number: match for number, text in texts.items() if (match := _FROM.match(text))}
    if len(placed) == len(texts):
        return {number: texts[number][: m.start("place")] for number, m in placed.items()}
    words = {number: text.split() for number, text in texts.items()}
    many = _tail([[_DIGITS.sub("0", word) for word in own] for own in words.values()])
    return {
        number: " ".join(own[:-many]).rstrip(_EDGES) if len(own) > many > 0 else texts[number]
        for number, own in words.items()
    }


def _tail(rows: list[list[str]]) -> int:
    """Give how many words all rows end with, 0 where it is a word alone.

    They begin as a part of a row does: "this 3" of "LeedsAnswer this 3" does not.
    """
    many = 0
    while many < MAX_WORDS and len({tuple(row[-many - 1 :]) for row in rows}) == 1:
        if any(len(row) < many + 2 for row in rows):
            break
        many += 1
    while many and rows[0][-many][:1].islower():
        many -= 1
    return many if many >= MIN_WORDS else 0
