"""Match found posts to the true ones of a page, and count what is right.

Texts are compared as bags of folded words. A found post and a true one are a pair if their bags
agree to at least `SIMILAR` (twice the shared words by all words); pairs are taken greedily, the
most alike first, of equals the one nearer to the same place in the page. Two posts that both have
one of the very same text are not compared, as most have and each comparison would be with all.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
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


_Words = tuple[str, ...]
_Alike = tuple[int, int, float]


def _words(text: str | None) -> list[str]:
    return _WORD.findall((text or "").lower())


def _fold(name: str | None) -> str:
    """Give a name's words in small letters; a name of signs as it is: "^_^"."""
    return " ".join(_words(name)) or (name or "").strip()


def match(truths: Sequence[Truth], found: Sequence[Found]) -> Pairs:
    """Pair true and found posts one to one."""
    true_words = [tuple(_words(truth.text)) for truth in truths]
    found_words = [tuple(_words(post.text)) for post in found]
    ranked: list[tuple[float, int, int, float]] = []
    for number, place, alike in _alike(true_words, found_words):
        off = abs(place / len(found) - number / len(truths))
        ranked.append((OUT_OF_PLACE * off - alike, number, place, alike))
    pairs = Pairs()
    for _, number, place, alike in sorted(ranked):
        if number not in pairs.found and place not in pairs.true:
            pairs.found[number], pairs.true[place] = place, number
            pairs.alike[number] = alike
    return pairs


def _alike(true_words: Sequence[_Words], found_words: Sequence[_Words]) -> Iterator[_Alike]:
    """Give the pairs that agree enough: true post, found post, how alike they are."""
    bags = [Counter(words) for words in true_words]
    known = set(true_words) & set(found_words) - {()}
    same: dict[_Words, list[int]] = defaultdict(list)
    for number, words in enumerate(true_words):
        same[words].append(number)
    every = _having(dict(enumerate(bags)))
    others = _having({n: bag for n, bag in enumerate(bags) if true_words[n] not in known})
    for place, words in enumerate(found_words):
        bag = Counter(words)
        having = others if words in known else every
        rarest = sorted(bag, key=lambda word: len(every.get(word, ())))[:TELLING]
        near = {number for word in rarest for number in having.get(word, ())}
        for number in near.union(same[words] if words in known else ()):
            both = len(words) + len(true_words[number])
            if 2 * min(len(words), len(true_words[number])) >= SIMILAR * both:
                alike = 2 * (bag & bags[number]).total() / both
                if alike >= SIMILAR:
                    yield number, place, alike


def _having(bags: Mapping[int, Counter[str]]) -> dict[str, list[int]]:
    """Give the posts that have each word."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, bag in bags.items():
        for word in bag:
            having[word].append(number)
    return having


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
            answered = _answered(page, live, pairs, found[place])
            _count_parent(counts, page.posts[number], answered, page.posts, live)
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


def _surviving(posts: Sequence[Truth], live: Sequence[bool], number: int | None) -> int | None:
    while number is not None and not live[number]:
        number = posts[number].parent
    return number


def _count_parent(
    counts: Counts, truth: Truth, answered: int | None, posts: Sequence[Truth], live: Sequence[bool]
) -> None:
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
