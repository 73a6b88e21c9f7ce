"""Part authors from whom they answer where a system prints the two beside each other.

Disqus shows "Ann Bob • 3 years ago" above what Ann answers to Bob, an arrow without words between,
and "AnnMod" for a moderator. Its "Share ›" below a post tells the system.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._base import Record
from threadgraph.layouts._text.page import TextPage

__all__ = ["without_addressees"]

MIN_ANSWERS = 2
_SIGNS = ("Share ›", "Add Disqus to your site", "powered by Disqus")
# "AnnMod", "Ann Mod", "AnnMod Bob"
_BADGE = re.compile(r"(?<=[^\W_A-ZÀ-Þ])\s?Mod(?=\s|$)")


def without_addressees(page: TextPage, records: Sequence[Record]) -> tuple[Record, ...]:
    """Give the records with their authors alone, where Disqus prints another name behind."""
    if not any(sign in page.text for sign in _SIGNS):
        return tuple(records)
    plain = [r.author and _BADGE.sub("", r.author) for r in records]
    known: set[str] = set()
    alone: list[str | None] = []
    for author in plain:
        alone.append(_alone(author, known) if author and author not in known else author)
        known |= {alone[-1]} if alone[-1] else set()
    several = sum(a != b for a, b in zip(plain, alone, strict=True)) >= MIN_ANSWERS
    names = alone if several else plain  # one may be called "Mary Ann"
    return tuple(
        record if name == record.author else record._replace(author=name)
        for record, name in zip(records, names, strict=True)
    )


def _alone(author: str, known: set[str]) -> str:
    """Give what stands before the name of somebody who wrote above."""
    words = author.split(" ")
    for number in range(1, len(words)):
        if " ".join(words[number:]) in known:
            return " ".join(words[:number])
    return author
