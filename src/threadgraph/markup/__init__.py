"""Recognise the comment systems whose markup a page of HTML has.

Each module is one family: it finds the posts of its system in an `HtmlPage`. `choose` asks those
whose marks the page has and ranks what they found.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple

from threadgraph.gone import gone
from threadgraph.markup._answer_links import hang_by_links
from threadgraph.markup._base import Family, Thread, weight
from threadgraph.markup._beside import joined, wanting
from threadgraph.plugins import discover

if TYPE_CHECKING:
    from threadgraph.markup._dom import HtmlPage

__all__ = ["Found", "choose", "described", "families", "marked"]


COMMON = (
    "slashdot", "wordpress", "xenforo", "discourse", "blogger", "stackexchange", "drupal", "disqus",
    "phpbb", "vbulletin", "wpdiscuz", "ipb", "smf", "hackernews", "reddit_old",
)  # fmt: skip
"""The families most pages are of, asked first, to save time; one stands before those that would
take its posts for theirs."""

ROWS = frozenset(("xenforo", "vbulletin", "phpbb", "ipb", "smf", "mybb", "discourse"))
"""Boards that print no link to the post answered: to look for one in each post takes time."""

COMPLETE = 0.98
"""Score of posts that nearly all have author, date and text: no other family knows better."""

LIKELY = 0.75
"""Score of posts that most likely are the page's: only families whose classes it has know more."""


POOR = 0.5
"""Score of posts up to which the last family is asked whether there are far more: most want two of
author, date and text, and may be something else."""

MORE = 2
"""So many times the posts that a page's data hold must stand in its elements to be believed."""


ALIKE = 7
"""Letters that marks may have in common: those are sought first, as most pages have none."""

_Marks = Sequence[tuple[bytes, Sequence[bytes]]]
"""Marks that begin alike, each time with what they begin with."""


class _Asked(NamedTuple):
    """A family and its marks: among a page's classes and ids, and elsewhere in its source."""

    name: str
    family: Family
    names: tuple[str, ...]
    marks: _Marks

    def shows(self, names: str) -> bool:
        """Tell whether a mark is among the names of a page's classes and ids."""
        return any(name in names for name in self.names)

    def shown(self, page: HtmlPage) -> str | None:
        """Give a mark that the page has: a part of a class or an id, or of its source."""
        named = next((name for name in self.names if name in page.names), None)
        marks = (mark for _, alike in self.marks for mark in alike if mark in page.lower)
        return named or next((mark.decode() for mark in marks), None)


@dataclass(frozen=True, slots=True)
class Found:
    """What a family found, and how much that is (see `weight`).

    `beside` are families whose posts, of the same page, were added; of those in `apart` the page
    holds so many posts that could not be.
    """

    name: str
    thread: Thread
    weight: float
    beside: tuple[str, ...] = ()
    apart: tuple[tuple[str, int], ...] = ()

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
    found: list[Found] = []
    for (name, family, _, marks), shows in _likely_first(page.names):
        if found and (_enough(found) if family.last else not shows and _likely(found)):
            break
        if not shows and not _stands(marks, page):
            continue
        if family.trust < 1 and found:
            most = max(f.weight for f in found)
            if (_count(family, page) + 1) * family.trust <= most:
                continue  # each of its posts has a mark: it cannot have more
        thread = family.read(page)
        if thread is not None and _says(thread) and _adds(thread, found, last=family.last):
            _mark_gone(thread)
            found.append(Found(name, thread, weight(thread) * family.trust))
            if len(thread.comments) > 1 and found[-1].score >= COMPLETE and thread.own:
                break
    ranked = sorted(found, key=lambda f: (-f.weight, f.name))
    if not ranked:
        return []
    best = _with_others(page, ranked)
    if best.name not in ROWS:
        hang_by_links(page, best.thread.comments)
    return [best, *ranked[1:]]


def _mark_gone(thread: Thread) -> None:
    """Mark the posts whose whole text says that they were deleted or removed."""
    for comment in thread.comments:
        if comment.status == "complete":
            comment.status = gone(comment.text) or "complete"


def _with_others(page: HtmlPage, ranked: Sequence[Found]) -> Found:
    """Give the best with the posts of other systems that the page holds as well.

    Families that stand in pages of others may not have been asked, once one found enough.
    """
    best = ranked[0]
    for found in [*ranked[1:], *_embedded(page, [f.name for f in ranked])]:
        if not (_sure(best) and _sure(found)):
            continue
        count, whole = wanting(best.thread, found.thread)
        thread = joined(page, best.thread, found.thread) if whole else None
        if thread:
            names = (*best.beside, found.name)
            best = replace(best, thread=thread, weight=weight(thread), beside=names)
        elif count:
            best = replace(best, apart=(*best.apart, (found.name, count)))
    return best


def _sure(found: Found) -> bool:
    family = families()[found.name]
    return family.trust == 1 and not family.last


def _embedded(page: HtmlPage, known: Collection[str]) -> Iterator[Found]:
    """Ask the families that stand in pages of others; `known` are those that found posts."""
    for asked in chain.from_iterable(_in_order()):
        if asked.family.embedded and asked.name not in known and asked.shows(page.names):
            thread = asked.family.read(page)
            if thread is not None and _says(thread):
                yield Found(asked.name, thread, weight(thread))


def _says(thread: Thread) -> bool:
    """Tell posts of which some have a text, or may have none: others are of another system."""
    return any(c.text or c.status not in ("complete", "empty") for c in thread.comments)


def _adds(thread: Thread, found: Sequence[Found], *, last: bool) -> bool:
    """Tell whether what the last family found is far more than the part that data hold."""
    return not last or all(len(thread.comments) >= MORE * len(f.thread.comments) for f in found)


def _partial(found: Sequence[Found]) -> bool:
    """Tell that all was found in data beside the page's elements, and some fields are wanting.

    Newspapers put their first comments there, for search engines.
    """
    nodes = (comment.node for f in found for comment in f.thread.comments)
    return all(node is None for node in nodes) and max(f.score for f in found) < COMPLETE


def _enough(found: Sequence[Found]) -> bool:
    """Tell that the last family is not to be asked: posts stand in elements and are no scraps."""
    own = any(f.thread.own for f in found)
    return own and not _partial(found) and max(f.score for f in found) > POOR


def _likely(found: Sequence[Found]) -> bool:
    """Tell that no family will find more whose marks are no classes or ids of the page."""
    return any(len(f.thread.comments) > 1 and f.score >= LIKELY and f.thread.own for f in found)


def _likely_first(names: str) -> Iterator[tuple[_Asked, bool]]:
    """Give the families to ask, in order: the unsure last, else first those with names.

    A search in the names of a page's classes and ids takes a hundredth of the time of one in the
    page.
    """
    for group in _in_order():
        rest: list[_Asked] = []
        for asked in group:
            if asked.shows(names):
                yield asked, True
            elif asked.marks:
                rest.append(asked)
        yield from ((asked, False) for asked in rest)


def marked(page: HtmlPage) -> dict[str, str]:
    """Give the families whose marks the page has, each with one; the last ones need none."""
    found: dict[str, str] = {}
    for asked in chain.from_iterable(_in_order()):
        mark = None if asked.family.last else asked.shown(page)
        if mark is not None:
            found[asked.name] = mark
    return found


def _stands(marks: _Marks, page: HtmlPage) -> bool:
    """Tell whether the source has one of the marks."""
    source = page.lower
    return any(stem in source and any(mark in source for mark in alike) for stem, alike in marks)


def _count(family: Family, page: HtmlPage) -> int:
    return sum(page.lower.count(mark.encode()) for mark in (*family.marks, *family.elsewhere))


def _alike(marks: Sequence[str]) -> _Marks:
    """Put marks together that begin alike."""
    groups = (
        [mark.encode() for mark in group]
        for _, group in groupby(sorted(marks), key=lambda mark: mark[:ALIKE])
    )
    return [(group[0][:ALIKE] if group[1:] else group[0], group) for group in groups]


@cache
def _in_order() -> list[list[_Asked]]:
    """Give the families, in groups of one trust, the common ones first."""
    places = {name: place for place, name in enumerate(COMMON)}
    asked = [
        _Asked(
            name,
            family,
            (*family.marks, *family.elsewhere),
            _alike(family.elsewhere),
        )
        for name, family in families().items()
    ]
    asked.sort(key=lambda a: (*_standing(a.family), places.get(a.name, len(places)), a.name))
    return [[*group] for _, group in groupby(asked, key=lambda a: _standing(a.family))]


def _standing(family: Family) -> tuple[bool, float]:
    return family.last, -family.trust
