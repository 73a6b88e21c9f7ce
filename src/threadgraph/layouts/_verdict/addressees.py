"""Part authors from whom they answer where a system prints the two beside each other.

Disqus shows "Ann Bob • 3 years ago" above what Ann answers to Bob, an arrow without words between,
and "AnnMod" for a moderator. Its "Share ›" below a post tells the system. Cackle, Spot.IM and Kinja
print the same without such a sign: there the places of the posts must tell that Ann answers Bob.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from threadgraph.layouts._base import Record
from threadgraph.layouts._text.page import TextPage

__all__ = ["without_addressees"]

MIN_ANSWERS = 2
MIN_GLUED = 3
"""Letters that a name must have to be told from the one that stands right before it."""

_SIGNS = ("Share ›", "Add Disqus to your site", "powered by Disqus")
# "AnnMod", "Ann Mod", "AnnMod Bob"
_BADGE = re.compile(r"(?<=[^\W_A-ZÀ-Þ])\s?Mod(?=\s|$)")
Names = list[str | None]


def without_addressees(page: TextPage, records: Sequence[Record]) -> tuple[Record, ...]:
    """Give the records with their authors alone, where another name stands behind them."""
    if any(sign in page.dense for sign in _SIGNS):
        plain: Names = [r.author and _BADGE.sub("", r.author) for r in records]
        return _named(records, _parted(plain, lambda _, author, known: _alone(author, known)))
    plain = [r.author for r in records]
    if any(record.depth for record in records):
        return _named(records, _by_parents(records, plain))
    return tuple(map(_answering, records, _by_turns(plain)))


def _answering(record: Record, name: str | None) -> Record:
    """Give the record its author alone, with whom it answers as a label."""
    if name is None or name == record.author:
        return record
    other = (record.author or "")[len(name) :].strip()
    shown = record.evidence or next(iter(record.header), None)
    return record._replace(author=name, label=record.label or other, evidence=shown)


def _named(records: Sequence[Record], names: Names) -> tuple[Record, ...]:
    return tuple(
        record if name == record.author else record._replace(author=name)
        for record, name in zip(records, names, strict=True)
    )


def _parted(plain: Names, alone: Callable[[int, str, Names], str]) -> Names:
    """Give the names alone, or as they are where too few can be parted: "Mary Ann" is a name."""
    names: Names = []
    for number, author in enumerate(plain):
        part = author and author not in names
        names.append(alone(number, author, names) if author and part else author)
    several = sum(a != b for a, b in zip(plain, names, strict=True)) >= MIN_ANSWERS
    return names if several else plain


def _by_parents(records: Sequence[Record], plain: Names) -> Names:
    """Part authors from the name of the post inside of which theirs stands."""
    above = _parents([record.depth for record in records])

    def alone(number: int, author: str, names: Names) -> str:
        at = above[number]
        parent = names[at] if at is not None else None
        head = author.removesuffix(parent) if parent else author
        glued = head[-1:] != " " and len(parent or "") < MIN_GLUED
        return author if glued or not head.strip() else head.strip()

    answers = [n for n, at in enumerate(above) if at is not None and plain[n]]
    names = _parted(plain, alone)
    parted = sum(plain[n] != names[n] for n in answers)
    return names if 2 * parted > len(answers) else plain


def _parents(depths: Sequence[int | None]) -> list[int | None]:
    """Give the place of the post above that stands further out, for all that have one."""
    found: list[int | None] = []
    for number, depth in enumerate(depths):
        above = range(number - 1, -1, -1) if depth else ()
        found.append(next((n for n in above if (depths[n] or 0) < (depth or 0)), None))
    return found


def _by_turns(plain: Names) -> Names:
    """Part authors from whom they answer where no places tell: most answer the post above."""
    right: list[int] = []

    def alone(number: int, author: str, names: Names) -> str:
        part = _alone(author, names)
        if part != author and names[number - 1] == author[len(part) + 1 :]:
            right.append(number)
        return part

    names = _parted(plain, alone)
    parted = sum(a != b for a, b in zip(plain, names, strict=True))
    return names if len(right) >= max(MIN_ANSWERS, parted / 2 + 1) else plain


def _alone(author: str, known: Sequence[str | None]) -> str:
    """Give what stands before the name of somebody who wrote above."""
    words = author.split(" ")
    for number in range(1, len(words)):
        if " ".join(words[number:]) in known:
            return " ".join(words[:number])
    return author
