"""Recognise the comment systems whose markup a page of HTML has.

Each module is one family: it finds the posts of its system in an `HtmlPage`. `choose` asks those
whose marks the page has and ranks what they found.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from threadgraph.markup._base import Family, Thread, weight
from threadgraph.plugins import discover

if TYPE_CHECKING:
    from threadgraph.markup._dom import HtmlPage

__all__ = ["Found", "choose", "described", "families", "marked"]


COMMON = (
    "wordpress", "xenforo", "discourse", "blogger", "stackexchange", "drupal", "disqus", "phpbb",
    "vbulletin", "wpdiscuz", "ipb", "smf", "hackernews", "reddit_old",
)  # fmt: skip
"""The families most pages are of, asked first, to save time; one stands before those that would
take its posts for theirs."""

_CLASS = re.compile(rb"""class=["']?([^"'>]{1,600})""")

COMPLETE = 0.98
"""Score of posts that nearly all have author, date and text: no other family knows better."""


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


def described() -> dict[str, str]:
    """Give for each family what the first line of its module says."""
    return {
        name: (getattr(sys.modules.get(f"{__name__}.{name}"), "__doc__", None) or name)
        .split("\n")[0]
        .removeprefix("Read ")
        .rstrip(".")
        for name in families()
    }


def choose(page: HtmlPage) -> list[Found]:
    """Ask the families whose marks the page has; give what they found, the most first.

    Once one finds several posts, all with author, date and text, no other is asked.
    """
    source = b""
    found: list[Found] = []
    for name, family, marks, shows in _likely_first(_classes(page)):
        if family.last and found:
            break
        if not shows:
            source = source or page.source.lower()
            if not any(mark in source for mark in marks):
                continue
        if family.trust < 1 and found:
            source = source or page.source.lower()
            most = max(f.weight for f in found)
            if (sum(map(source.count, marks)) + 1) * family.trust <= most:
                continue  # each of its posts has a mark: it cannot have more
        thread = family.read(page)
        if thread is not None and thread.comments:
            found.append(Found(name, thread, weight(thread) * family.trust))
            if len(thread.comments) > 1 and found[-1].score >= COMPLETE:
                break
    return sorted(found, key=lambda f: (-f.weight, f.name))


def _classes(page: HtmlPage) -> bytes:
    """Give the names of classes that the page's source has, each once, in small letters."""
    values = set(_CLASS.findall(page.source))
    return b" ".join({name for value in values for name in value.split()}).lower()


def _likely_first(classes: bytes) -> list[tuple[str, Family, tuple[bytes, ...], bool]]:
    """Give the families in the order of asking: the unsure last, else first those with classes.

    A search in the classes of a page takes a hundredth of the time of one in the page.
    """
    asked = [
        (name, family, marks, any(mark in classes for mark in marks))
        for name, family, marks in _in_order()
    ]
    return sorted(asked, key=lambda a: (a[1].last, -a[1].trust, not a[3]))


def marked(page: HtmlPage) -> set[str]:
    """Give the names of the families whose marks the page has; the last ones need none."""
    source = page.source.lower()
    return {
        name
        for name, family, marks in _in_order()
        if not family.last and any(mark in source for mark in marks)
    }


@cache
def _in_order() -> list[tuple[str, Family, tuple[bytes, ...]]]:
    """Give the families and their marks, the common ones first."""
    places = {name: place for place, name in enumerate(COMMON)}
    asked = [
        (name, family, tuple(mark.encode() for mark in family.marks))
        for name, family in families().items()
    ]
    return sorted(asked, key=lambda a: (places.get(a[0], len(places)), a[0]))
