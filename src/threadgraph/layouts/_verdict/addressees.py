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

_SIGNS = ("Share ›", "Add Disqus to your site", "powered by Disqus")
# "AnnMod", "Ann Mod", "AnnMod Bob"
_BADGE = re.compile(r"(?<=[^\W_A-ZÀ-Þ])\s?Mod(?=\s|$)")


def without_addressees(page: TextPage, records: Sequence[Record]) -> tuple[Record, ...]:
    """Give the records with their authors alone, where Disqus prints another name behind."""
    if not any(sign in page.text for sign in _SIGNS):
        return tuple(records)
    known: set[str] = set()
    found: list[Record] = []
    for record in records:
        author = _BADGE.sub("", record.author) if record.author else None
        if author and author not in known:
            author = _alone(author, known)
        known |= {author} if author else set()
        found.append(record if author == record.author else record._replace(author=author))
    return tuple(found)


def _alone(author: str, known: set[str]) -> str:
    """Give what stands before the name of somebody who wrote above."""
    words = author.split(" ")
    for number in range(1, len(words)):
        if " ".join(words[number:]) in known:
            return " ".join(words[:number])
    return author
