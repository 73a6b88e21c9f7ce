"""Find the names of a document's own authors in its texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from threadgraph.text import fold_name

__all__ = ["NameAt", "People"]

_WORD = re.compile(r"\w+")
_FEW = 64
"""Names that are sought in a text one by one, which is cheaper than to look up its words."""


class NameAt(NamedTuple):
    """A participant's name in a text; `as_shown` tells that it is spelled as the author's name."""

    start: int
    end: int
    author_id: str
    as_shown: bool


class People:
    """The authors of one document by name; finding costs time linear in the text."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Take names as shown with their author ids."""
        self._shown = dict(names)
        self._folded = {fold_name(name): author for name, author in names.items()}
        by_word: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
        for name in names:
            word = _WORD.search(name)
            if word and len(name) > 1:
                by_word[word[0].casefold()].add((len(name), word.start()))
        self._by_word = {word: sorted(sizes, reverse=True) for word, sizes in by_word.items()}

    def author(self, name: str) -> str | None:
        """Give the author of that name, whatever its case and spacing."""
        return self._shown.get(name) or self._folded.get(fold_name(name))

    def single_words(self) -> set[str]:
        """Give the names of one word, in lower case."""
        return {name.lower() for name in self._shown if _WORD.fullmatch(name)}

    def may_stand_in(self, text: str) -> bool:
        """Tell whether a name may stand in a text: the cheap question first."""
        if len(self._by_word) <= _FEW:
            folded = text.casefold()
            if not any(word in folded for word in self._by_word):
                return False
        words = set(_WORD.findall(text))
        return not self._by_word.keys().isdisjoint(word.casefold() for word in words)

    def find(self, text: str) -> Iterator[NameAt]:
        """Give the names in a text in order, at word boundaries, the longest where some overlap."""
        done = 0
        for word in _WORD.finditer(text):
            if word[0].casefold() not in self._by_word or word.start() < done:
                continue
            found = self.at(text, word)
            if found is not None:
                yield found
                done = found.end

    def after(self, text: str, place: int) -> NameAt | None:
        """Give the name that begins at a place of the text."""
        word = _WORD.match(text, place)
        return self.at(text, word) if word else None

    def at(self, text: str, word: re.Match[str]) -> NameAt | None:
        """Give the longest name whose first word is this one."""
        for size, before in self._by_word.get(word[0].casefold(), ()):
            start = word.start() - before
            end = start + size
            if start < 0 or end > len(text) or text[end : end + 1].isalnum():
                continue
            author = self.author(text[start:end])
            if author is not None:
                return NameAt(start, end, author, text[start:end] in self._shown)
        return None
