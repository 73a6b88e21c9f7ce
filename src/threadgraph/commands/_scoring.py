"""Match found posts to the true ones of a page, and count what is right.

Texts are compared as bags of folded words. A found post and a true one are a pair if their bags
agree to at least `SIMILAR` (twice the shared words by all words); pairs are taken greedily, the
most alike first, of equals the one nearer to the same place in the page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

__all__ = ["Counts", "Found", "Pairs", "TruePage", "Truth", "match", "score_page"]

SIMILAR = 0.5
OUT_OF_PLACE = 0.02
"""What similarity is worth less at the other end of the page: decides between equal texts."""

TELLING = 12
"""A pair shares one of so many words of the found post: those that the fewest true posts have.

What has more words than that of which no true post knows one is no rendering of any of them.
"""

SAME_DAY = timedelta(hours=36)
"""How far two readings of a date may be apart: one may tell no time, the other no zone."""

_WORD = re.compile(r"\w+")

ParentSource = Literal["shown", "quote", "unknown"]
Counts = Counter[str]
"""Sums by name; `_figures` says which make which figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """One true post. `parent` is an index into the page's posts; None is the top level.

    `survives` tells whether the text stands in this rendering, `author_survives` whether the
    name does, `printed` whether it still shows the parent. Where the source of the parent is
    `quote` each of `quotes` is right, where it is `unknown` nothing is. `created` is None where
    the date is not known, or not whole.
    """

    text: str
    author: str | None
    parent: int | None
    parent_source: ParentSource = "shown"
    quotes: tuple[int, ...] = ()
    survives: bool = True
    counted: bool = True
    author_survives: bool = True
    printed: bool = False
    nameless: bool = False
    created: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TruePage:
    """The true posts of one page in one rendering; `opening_missing` if its first is unknown."""

    name: str
    family: str
    posts: tuple[Truth, ...]
    opening_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One post that was found; `parent` is an index into the found posts."""

    text: str
    author: str | None = None
    parent: int | None = None
    created: datetime | None = None


@dataclass(slots=True)
class Pairs:
    """Which true post is which found one, both ways, and how alike they are."""

    found: dict[int, int] = field(default_factory=dict[int, int])
    true: dict[int, int] = field(default_factory=dict[int, int])
    alike: dict[int, float] = field(default_factory=dict[int, float])


def _words(text: str | None) -> list[str]:
    return _WORD.findall((text or "").lower())


def _fold(name: str | None) -> str:
    return " ".join(_words(name))


def match(truths: Sequence[Truth], found: Sequence[Found]) -> Pairs:
    """Pair true and found posts one to one."""
    bags = [Counter(_words(truth.text)) for truth in truths]
    having: dict[str, list[int]] = defaultdict(list)
    for number, bag in enumerate(bags):
        for word in bag:
            having[word].append(number)
    sizes = [bag.total() for bag in bags]
    ranked: list[tuple[float, int, int, float]] = []
    for place, post in enumerate(found):
        bag = Counter(_words(post.text))
        rarest = sorted(bag, key=lambda word: len(having.get(word, ())))[:TELLING]
        for number in {number for word in rarest for number in having.get(word, ())}:
            alike = 2 * (bag & bags[number]).total() / (sizes[number] + bag.total())
            if alike >= SIMILAR:
                off = abs(place / len(found) - number / len(truths))
                ranked.append((OUT_OF_PLACE * off - alike, number, place, alike))
    pairs = Pairs()
    for _, number, place, alike in sorted(ranked):
        if number not in pairs.found and place not in pairs.true:
            pairs.found[number], pairs.true[place] = place, number
            pairs.alike[number] = alike
    return pairs


def score_page(page: TruePage, found: Sequence[Found]) -> Counts:
    """Count what is right of one page.

    Only posts that survive are wanted. What is found of a post that does not survive (or is no
    comment) is neither right nor wrong; every other found post without a pair is wrong.
    """
    pairs = match(page.posts, found)
    live = [truth.survives and truth.counted for truth in page.posts]
    counts: Counts = Counter(pages=1, gold=sum(live))
    first = min(pairs.true, default=0)
    for place, post in enumerate(found):
        if place in pairs.true:
            counts["right"] += live[pairs.true[place]]
        elif _words(post.text) and not (page.opening_missing and place < first):
            counts["wrong"] += 1
    for number, place in pairs.found.items():
        if live[number]:
            counts["alike"] += round(pairs.alike[number] * 10_000)
            _count_author(counts, page.posts[number], found[place])
            _count_date(counts, page.posts[number], found[place])
            _count_parent(counts, page.posts, number, _answered(page, live, pairs, found[place]))
    return counts


def _count_author(counts: Counts, truth: Truth, found: Found) -> None:
    given = bool(_fold(found.author))
    if truth.author and truth.author_survives:
        right = _fold(found.author) == _fold(truth.author)
        counts["names"] += 1
        counts["names_right"] += right
        counts["names_given"] += given
    elif truth.author or truth.nameless:
        counts["lost_names"] += 1
        counts["invented"] += given
        counts["names_given"] += given


def _count_date(counts: Counts, truth: Truth, found: Found) -> None:
    if truth.created and found.created:
        counts["dates"] += 1
        counts["dates_right"] += abs(truth.created - found.created) <= SAME_DAY


ELSEWHERE = -1
"""Stands for a parent that is no true post of the page."""


def _answered(page: TruePage, live: list[bool], pairs: Pairs, found: Found) -> int | None:
    """Give the true post that the found one answers, or its nearest surviving ancestor."""
    if found.parent is None:
        return None
    number = pairs.true.get(found.parent, ELSEWHERE)
    return number if number == ELSEWHERE else _surviving(page.posts, live, number)


def _surviving(posts: Sequence[Truth], live: list[bool], number: int | None) -> int | None:
    while number is not None and not live[number]:
        number = posts[number].parent
    return number


def _count_parent(
    counts: Counts, posts: Sequence[Truth], number: int, answered: int | None
) -> None:
    truth = posts[number]
    live = [post.survives and post.counted for post in posts] if truth.parent is not None else []
    if truth.parent_source == "shown":
        wanted = _surviving(posts, live, truth.parent)
        right = answered == wanted
        counts["parents"] += 1
        counts["parents_right"] += right
        if answered is not None:
            counts["edges"] += 1
            counts["edges_right"] += right
        if wanted is not None:
            counts["replies"] += 1
            counts["replies_right"] += right
            counts["printed"] += truth.printed
            counts["printed_right"] += truth.printed and right
    elif truth.parent_source == "quote":
        alive = [quoted for quoted in truth.quotes if posts[quoted].survives]
        counts["quotes"] += bool(alive)
        counts["quotes_right"] += answered in alive
