"""Find the posts that quotations were taken from: by native id, by author and words, by words.

Only posts that stand before the quoting one are searched, the article among them, and only what
they do not quote themselves. A quotation with a name is sought in that author's posts, then in
those without a name; without a name its words must be long enough and stand in one post only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from threadgraph.link._passages import Found, Index, Scope, Text, may_copy
from threadgraph.link._quotation import (
    UNMARKED,
    Passage,
    is_unmarked,
    leave_rest,
    own_words,
    passages_of,
)
from threadgraph.link._thread import Node, Quoted
from threadgraph.records import RawQuote
from threadgraph.text import fold_name

__all__ = ["resolve"]

MIN_WORDS, MIN_CHARACTERS = 5, 20
"""What a passage must have to be known by its words alone."""

LIKE = 0.6
"""Share of a passage's words that a post of the named author must have in their order."""

NEARLY, MANY = 0.9, 10
"""The share that is as good as all words, in a passage of at least so many."""

NATIVE, LABELLED, SEVERAL, MATCHED = 1.0, 0.99, 0.7, 0.95
"""Confidence by what was found: an id; a name and words, in one post or in several; words."""

_ANYBODY: Scope = None
_NAMELESS: Scope = ""


class _Choice(NamedTuple):
    found: Found
    confidence: float
    sure: bool


def resolve(nodes: Sequence[Node], quotes: Sequence[RawQuote]) -> dict[int, int]:
    """Note in each post what it quotes; give how many quotations are lost, by position.

    `nodes` are in page order, the article among them. A lost quotation is of no post that is
    known, or lies outside its post's text; what may be no quotation is not counted. Costs time
    linear in texts and quotations.
    """
    if not quotes:
        return {}
    grouped: defaultdict[int, list[RawQuote]] = defaultdict(list)
    for quote in quotes:
        grouped[quote.position].append(quote)
    here = {node.position: node for node in nodes if node.position is not None}
    if all(is_unmarked(quote) and quote.text_start == 0 for quote in quotes):
        texts = {position: node.text for position, node in here.items()}
        if not may_copy(texts, grouped.keys(), UNMARKED):
            return {}
    words = {position: Text(node.text) for position, node in here.items()}
    passages = {
        position: passages_of(node.text, words[position], grouped.get(position, ()))
        for position, node in here.items()
    }
    finder = _Finder(here, passages)
    lost: dict[int, int] = {}
    for position, node in here.items():
        found = finder.find_all(node, passages[position])
        node.quoted = [quoted for quoted in found if quoted is not None]
        told = sum(not quote.open for quote in grouped.get(position, ()))
        pairs = zip(passages[position], found, strict=True)
        missed = told - sum(q is not None and not p.quote.open for p, q in pairs)
        if missed:
            lost[position] = missed
        finder.add(node, words[position], passages[position])
    return lost


class _Finder:
    """The posts of a document that were read so far, and how to find quotations in them."""

    def __init__(self, here: Mapping[int, Node], passages: Mapping[int, Sequence[Passage]]) -> None:
        self._native = {n.native_id: n for n in here.values() if n.native_id is not None}
        self._here = here
        self._own: dict[int, tuple[Text, Sequence[int]]] = {}
        every = [passage for found in passages.values() for passage in found]
        self.index = Index(
            (scope, part[: p.reach])
            for p in every
            for scope in self._scopes(p)
            for part in p.parts()
        )

    def _scopes(self, passage: Passage) -> list[Scope]:
        """Tell whose texts to search: the linked post's, the named author's, or anybody's."""
        quote = passage.quote
        if quote.native_id is not None and not self._by_name(quote):
            post = self._native.get(quote.native_id)
            return [] if post is None else [post.position]
        return [_ANYBODY] if quote.author is None else [fold_name(quote.author), _NAMELESS]

    def _by_name(self, quote: RawQuote) -> bool:
        """Tell that a link tells nothing, as no post here shows its id, but the name does."""
        return quote.author is not None and not self._native

    def find_all(self, node: Node, passages: Sequence[Passage]) -> list[Quoted | None]:
        """Give what each passage of a post quotes; those inside others are sought first."""
        found: list[Quoted | None] = []
        for number in reversed(range(len(passages))):
            found.append(self.find(node, passages[number]))
            if number and passages[number].inner:
                leave_rest(passages[number - 1], passages[number])
        return found[::-1]

    def find(self, node: Node, passage: Passage) -> Quoted | None:
        """Give what a passage quotes, None where it is not known; an open one is cut."""
        quote = passage.quote
        if quote.native_id is not None and not self._by_name(quote):
            return self._linked(node, passage, quote.native_id)
        for part in passage.parts():
            for scope in self._scopes(passage):
                found = self.index.find(scope, part, passage.reach)
                if passage.unmarked:
                    found = [f for f in found if self._is_copy(node, f, len(part))]
                choice = _choose(passage, scope, part, found)
                if choice is not None:
                    if quote.open:
                        passage.end = passage.place(0, choice.found.lead)[1]
                    return self._quoted(passage, choice)
        if quote.open:
            passage.end = quote.text_start if quote.author is None else passage.line
        return self._linked(node, passage, quote.native_id) if quote.native_id else None

    def add(self, node: Node, text: Text, passages: Sequence[Passage]) -> None:
        """Add a post whose quotations were sought."""
        if node.position is not None:
            own = own_words(text, passages)
            self._own[node.position] = (text, own)
            words = text.words
            if len(own) < len(words):
                words = [words[number] for number in own]
            self.index.add(node.position, node.author, words)

    def _located(self, found: Found) -> tuple[int, int]:
        """Give the place of a run in the post it was found in."""
        text, own = self._own[found.post]
        first, last = own[found.first], own[found.first + found.lead - 1]
        return text.places[first][0], text.places[last][1]

    def _is_copy(self, node: Node, found: Found, size: int) -> bool:
        """Tell whether an unmarked beginning is copied from a post, not the same post again."""
        author = self._here[found.post].author
        return UNMARKED <= found.lead < size and (author is None or author != node.author)

    def _linked(self, node: Node, passage: Passage, native_id: str) -> Quoted | None:
        post = self._native.get(native_id)
        if post is node:
            return None
        found = None if post is None else self.index.find(post.position, passage.parts()[0])
        return Quoted(
            post=post,
            native_id=native_id,
            author=passage.quote.author,
            place=(passage.quote.text_start, passage.end),
            quoted_place=self._located(found[0]) if found and found[0].whole else (None, None),
            method="native_id",
            confidence=NATIVE,
            similarity=found[0].similarity if found else None,
            sure=True,
            inner=passage.inner,
        )

    def _quoted(self, passage: Passage, choice: _Choice) -> Quoted:
        found, is_open = choice.found, passage.quote.open
        post = self._here[found.post]
        labelled = passage.quote.author is not None and post.author is not None
        return Quoted(
            post=post,
            place=(passage.quote.text_start, passage.end),
            quoted_place=self._located(found) if found.whole or is_open else (None, None),
            method="quote_label" if labelled else "text_match",
            confidence=choice.confidence,
            similarity=1.0 if is_open else found.similarity,
            sure=choice.sure and passage.quote.author is not None,
            inner=passage.inner,
        )


def _choose(
    passage: Passage, scope: Scope, part: Sequence[str], found: Sequence[Found]
) -> _Choice | None:
    """Choose among the posts that have words of a passage."""
    is_open = passage.quote.open
    whole = [f for f in found if f.whole]
    if scope in (_ANYBODY, _NAMELESS):
        if is_open:
            whole = [f for f in found if _is_telling(passage, f.lead)]
        alone = len(whole) == 1 and _is_telling(passage, whole[0].lead)
        return _Choice(whole[0], MATCHED, sure=True) if alone else None
    if is_open and not whole:
        longest = max((f.lead for f in found), default=0)
        whole = [f for f in found if f.lead == longest and _is_telling(passage, longest)]
    if whole:
        return _Choice(whole[-1], SEVERAL if len(whole) > 1 else LABELLED, len(whole) == 1)
    return None if is_open else _likest(len(part), found)


def _likest(size: int, found: Sequence[Found]) -> _Choice | None:
    """Choose the post that has most of a passage that was shortened or changed."""
    best = max(reversed(found), key=lambda f: f.similarity, default=None)
    if best is None or best.similarity < LIKE:
        return None
    alone = sum(f.similarity >= LIKE for f in found) == 1
    sure = alone and best.similarity >= NEARLY and size >= MANY
    return _Choice(best, best.similarity * (LABELLED if alone else SEVERAL), sure)


def _is_telling(passage: Passage, count: int) -> bool:
    """Tell whether the first words of a passage are enough to know it by."""
    if count < MIN_WORDS:
        return False
    start, end = passage.place(0, count)
    return end - start >= MIN_CHARACTERS
