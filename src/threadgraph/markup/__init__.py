"""Recognise the comment systems whose markup a page of HTML has.

Each module is one family: it finds the posts of its system in an `HtmlPage`. `choose` asks those
whose marks the page has and ranks what they found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from threadgraph.markup._base import Family, Thread, weight
from threadgraph.plugins import discover

if TYPE_CHECKING:
    from threadgraph.markup._dom import HtmlPage

__all__ = ["Found", "choose", "families"]


@dataclass(frozen=True, slots=True)
class Found:
    """What a family found, and how much that is (see `weight`)."""

    name: str
    thread: Thread
    weight: float

    @property
    def score(self) -> float:
        """How complete the posts are, 0 to 1."""
        return round(self.weight / max(1, len(self.thread.comments)), 6)


def families() -> dict[str, Family]:
    """Give all families by name."""
    return discover("threadgraph.markup", "FAMILY", "threadgraph.markup")


def choose(page: HtmlPage) -> list[Found]:
    """Ask the families whose marks the page has; give what they found, the most first."""
    source = page.html.lower()
    found: list[Found] = []
    for name, family in families().items():
        if not any(mark in source for mark in family.marks):
            continue
        thread = family.read(page)
        if thread is not None and thread.comments:
            found.append(Found(name, thread, weight(thread) * family.trust))
    return sorted(found, key=lambda f: (-f.weight, f.name))
