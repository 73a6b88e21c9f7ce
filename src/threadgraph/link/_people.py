"""Find the names of a document's own authors in its texts."""

from __future__ import annotations

import re
import string
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import polars as pl

from threadgraph.text import fold_name

__all__ = ["NameAt", "People", "names_in"]

Places = Mapping[int, Sequence[int]]
"""Places in texts by the number of the text."""

_WORD = re.compile(r"\w+")
_ASCII_WORD = frozenset(f"{string.ascii_letters}{string.digits}_")
_FEW = 64
"""Names that are sought in texts one by one, which is cheaper than to look up their words."""
_TOGETHER = 128
"""Documents that are searched at once: their texts are in memory a second time."""


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
        by_word: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
        for name in names:
            word = _WORD.search(name)
            if word and len(name) > 1:
                by_word[word[0].casefold()].add((len(name), word.start()))
        self._by_word = {word: sorted(sizes, reverse=True) for word, sizes in by_word.items()}

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {fold_name(name): author for name, author in self._shown.items()}

    @cached_property
    def _single(self) -> set[str]:
        return {name.lower() for name in self._shown if _WORD.fullmatch(name)}

    @cached_property
    def _squeezed(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, author in self._shown.items():
            if found.setdefault(_squeeze(name), author) != author:
                found[_squeeze(name)] = ""
        return found

    def handle(self, name: str) -> str | None:
        """Give the author whose name has these letters: "@AnnLee" is Ann Lee, "@Rene" is René.

        None for a name of several people.
        """
        letters = _squeeze(name)
        return (self._squeezed.get(letters) or None) if letters else None

    def author(self, name: str) -> str | None:
        """Give the author of that name, whatever its case and spacing."""
        return self._shown.get(name) or self._folded.get(fold_name(name))

    def is_single(self, word: str) -> bool:
        """Tell whether a word in lower case is the whole of a name."""
        return word in self._single

    def first_words(self) -> Collection[str] | None:
        """Give the first words of the names, folded; None where they are many."""
        return self._by_word.keys() if len(self._by_word) <= _FEW else None

    def names_in(self, texts: Sequence[str], places: Places | None) -> dict[int, list[NameAt]]:
        """Give the names in the texts that have some, by the number of the text.

        They are in order, at word boundaries, the longest where some overlap. Without `places`,
        where a first word may stand in a folded text, each text's words are looked up.
        """
        if places is None:
            places = {number: self._places(text) for number, text in enumerate(texts)}
        found = {number: self._names(texts[number], places[number]) for number in sorted(places)}
        return {number: names for number, names in found.items() if names}

    def _places(self, text: str) -> list[int]:
        """Give where first words of names may stand in a text, once it is folded."""
        known = {word.casefold() for word in set(_WORD.findall(text))} & self._by_word.keys()
        folded = text.casefold() if known else ""
        return [place for word in known for place in _standing(word, folded)]

    def _names(self, text: str, places: Sequence[int]) -> list[NameAt]:
        if places and len(text.casefold()) > len(text):  # "ß" is two letters once folded
            words = _WORD.finditer(text)
            places = [word.start() for word in words if word[0].casefold() in self._by_word]
        found: list[NameAt] = []
        done = 0
        for place in sorted(places):
            if place < done or (place and _is_of_word(text[place - 1])):
                continue
            name = self.after(text, place)
            if name is not None:
                found.append(name)
                done = name.end
        return found

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


def names_in(pages: Sequence[tuple[People, Sequence[str]]]) -> list[dict[int, list[NameAt]]]:
    """Give what `People.names_in` gives for each document: its authors, and its texts.

    Most names stand nowhere: those that do are found by one search over some documents.
    """
    found: list[dict[int, list[NameAt]]] = []
    for start in range(0, len(pages), _TOGETHER):
        some = pages[start : start + _TOGETHER]
        places = _places([people.first_words() for people, _ in some], [own for _, own in some])
        pairs = zip(some, places, strict=True)
        found += [people.names_in(texts, known) for (people, texts), known in pairs]
    return found


def _places(
    words: Sequence[Collection[str] | None], texts: Sequence[Sequence[str]]
) -> list[Places | None]:
    """Give where a document's words stand in its texts once they are folded."""
    folded = _paged("text", [[text.casefold() for text in own] for own in texts])
    asked = _paged("word", [own or () for own in words])
    known = pl.col("text").str.contains(pl.col("word"), literal=True)
    found: list[defaultdict[int, list[int]]] = [defaultdict(list) for _ in words]
    pairs = folded.join(asked.drop("number"), on="page").filter(known)
    for page, number, text, word in pairs.iter_rows():
        found[page][number] += _standing(word, text)
    return [None if own is None else found[page] for page, own in enumerate(words)]


def _paged(name: str, values: Sequence[Collection[str]]) -> pl.DataFrame:
    """Give values under a name, with the number of their page, and theirs in the page."""
    data = {
        "page": [page for page, own in enumerate(values) for _ in own],
        "number": [number for own in values for number in range(len(own))],
        name: [value for own in values for value in own],
    }
    return pl.DataFrame(data, schema={"page": pl.UInt32, "number": pl.UInt32, name: pl.String})


def _standing(word: str, text: str) -> Iterator[int]:
    """Give where a word stands in a text, perhaps among letters beyond ASCII."""
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if _ASCII_WORD.isdisjoint((text[place - 1 : place], text[end : end + 1])):
            yield place
        place = text.find(word, place + 1)


def _squeeze(name: str) -> str:
    """Give the letters and digits of a name, without case and accents."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFD", name.casefold())))


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
