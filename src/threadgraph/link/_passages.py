"""Find passages again in the texts they were taken from, by runs of equal words.

An index knows the places of those word trigrams that some passage has, in the posts' own texts,
and of the one or two words that are all of a passage; it forgets a trigram that many posts have.
A passage costs time linear in its length whatever the posts are, as at most `_NEAREST` posts are
compared with it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, compress

__all__ = ["Found", "Index", "Scope", "Text", "may_copy"]

_GRAM = 3
_POSTS = 8
"""Posts that a trigram may stand in and still tell them apart."""

_NEAREST = 8
_SEARCHED = 1 << 22
"""Characters that may be searched for whole words before the index costs less."""

Scope = str | int | None
"""Whose texts are searched: an author's by name ("": without a name), one post's, or anybody's."""

_Gram = tuple[str, ...]

# a word; in scripts without blanks a character
_BLANKLESS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_BLANKLESS}]|[^\W{_BLANKLESS}]+")
_BLANKS = re.compile(rb"  +")
_ASCII = [chr(code) for code in range(128)]
_SMALL = "".join(sign.lower() if _WORD.match(sign) else " " for sign in _ASCII).encode().ljust(256)


def may_copy(texts: Mapping[int, str], wanted: Collection[int], count: int) -> bool:
    """Tell whether a wanted text may begin with `count` words of one before: cheap to ask first."""
    lines = [b" %b " % _folded(text) for text in texts.values()]
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    every = b"\n".join(lines)
    if len(every) * len(wanted) > _SEARCHED:
        return True
    for number, line, start in zip(texts, lines, starts, strict=False):
        if number in wanted:
            head = line.split(b" ", count + 1)[:-1]
            if len(head) > count and every.find(b" ".join((*head, b"")), 0, start) >= 0:
                return True
    return False


def _folded(text: str) -> bytes:
    """Give the folded words of a text with one blank between them."""
    if not text.isascii():
        return " ".join(_WORD.findall(text)).casefold().encode()
    return _BLANKS.sub(b" ", text.encode().translate(_SMALL)).strip()


class Text:
    """A post's text as folded words."""

    def __init__(self, text: str) -> None:
        """Cut the text into words; where they stand is found out when it is asked for."""
        self._text = text
        self.words = _folded(text).decode().split()

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """The words' places in the text, in code points."""
        return [match.span() for match in _WORD.finditer(self._text)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A post that has words of a passage in their order: how many, as a share of the passage.

    `lead` counts the words from the passage's first on that stand there in one run, which begins
    with the word `first` of the post's own; `whole` if it is all of the passage.
    """

    post: int
    similarity: float
    lead: int
    first: int
    whole: bool


class Index:
    """Own words of posts, added in the order of writing, for passages that are named beforehand."""

    def __init__(self, wanted: Iterable[tuple[Scope, Sequence[str]]]) -> None:
        """Take the passages that will be sought, each with whose texts are searched for it."""
        self._wanted: defaultdict[_Gram, set[Scope]] = defaultdict(set)
        for scope, passage in wanted:
            for gram in _grams(passage):
                self._wanted[gram].add(scope)
        self._short = sorted({len(gram) for gram in self._wanted} - {_GRAM})
        self._places: defaultdict[tuple[Scope, _Gram], list[tuple[int, int]]] = defaultdict(list)
        self._texts: dict[int, Sequence[str]] = {}
        self._order: dict[int, int] = {}

    def add(self, post: int, author: str | None, own: Sequence[str]) -> None:
        """Add a post's own words: those that it does not quote."""
        scopes: tuple[Scope, ...] = (None, author or "", post)
        self._texts[post] = own
        self._order[post] = len(self._order)
        wanted = self._wanted
        for size in (_GRAM, *self._short):
            known = map(wanted.__contains__, _grams(own, size))
            for place, gram in compress(enumerate(_grams(own, size)), known):
                for scope in scopes:
                    if scope in wanted[gram]:
                        self._note(self._places[scope, gram], post, place)

    def _note(self, places: list[tuple[int, int]], post: int, place: int) -> None:
        """Keep the first place in each post, and one post more than tell posts apart."""
        if len(places) <= _POSTS and (not places or places[-1][0] != post):
            places.append((post, place))

    def find(self, scope: Scope, passage: Sequence[str], reach: int | None = None) -> list[Found]:
        """Give the posts that are likest to a passage, in the order of writing.

        With `reach`, only posts are found that share one of so many first words' trigrams.
        """
        places: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for at, gram in enumerate(_grams(passage[:reach])):
            known = self._places.get((scope, gram), ())
            for post, place in known if len(known) <= _POSTS else ():
                places[post].append((at, place))
        hits = Counter({post: len(found) for post, found in places.items()})
        nearest = [post for post, _ in hits.most_common(_NEAREST)]
        nearest.sort(key=self._order.__getitem__)
        return [_compared(post, passage, self._texts[post], places[post]) for post in nearest]


def _grams(words: Sequence[str], size: int = _GRAM) -> Iterator[_Gram]:
    """Give the trigrams of a text, or runs of another size; a shorter text is one of its own."""
    if 0 < len(words) < size:
        return iter([tuple(words)])
    return zip(*(words[start:] for start in range(size)), strict=False)


def _compared(
    post: int, passage: Sequence[str], text: Sequence[str], places: Sequence[tuple[int, int]]
) -> Found:
    """Add up the runs of words that both have in the same order."""
    done = reached = covered = lead = first = 0
    for at, place in places:
        if at < done or place < reached:
            continue
        back = _behind(passage, text, min(at - done, place - reached), at, place)
        size = back + _ahead(passage, text, at, place)
        done, reached = at - back + size, place - back + size
        covered += size
        if at == back:
            lead, first = size, place - back
    return Found(
        post=post,
        similarity=covered / len(passage),
        lead=lead,
        first=first,
        whole=lead == len(passage),
    )


def _ahead(a: Sequence[str], b: Sequence[str], at: int, place: int) -> int:
    """Count the equal words from a pair of places on."""
    size, most = 0, min(len(a) - at, len(b) - place)
    while size < most and a[at + size] == b[place + size]:
        size += 1
    return size


def _behind(a: Sequence[str], b: Sequence[str], room: int, at: int, place: int) -> int:
    """Count the equal words that end before a pair of places, at most `room`."""
    size = 0
    while size < room and a[at - size - 1] == b[place - size - 1]:
        size += 1
    return size
