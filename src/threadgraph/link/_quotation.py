"""Share out the words of a post among the quotations in it and its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from threadgraph.link._passages import Text
from threadgraph.records import RawQuote

__all__ = ["UNMARKED", "Passage", "is_unmarked", "leave_rest", "own_words", "passages_of"]

UNMARKED = 8
"""Words from its first on that a post must have from another author's, to quote it unmarked."""


@dataclass(slots=True)
class Passage:
    """A quotation with the numbers of its words, those of quotations inside it left out.

    `line` is where its first line ends, `end` where it ends as far as is known; `inner` passages
    lie inside others.
    """

    quote: RawQuote
    text: Text
    inner: bool
    line: int
    end: int
    numbers: Sequence[int]

    @property
    def unmarked(self) -> bool:
        """Whether nothing says that it is a quotation."""
        return is_unmarked(self.quote)

    @property
    def reach(self) -> int | None:
        """How many of its first words must be found in any case."""
        return UNMARKED if self.unmarked else None

    def parts(self) -> list[Sequence[str]]:
        """Give what to seek: the words, and where the end is not marked those of the first line."""
        if len(self.numbers) == len(self.text.words):
            whole: Sequence[str] = self.text.words
        else:
            whole = [self.text.words[number] for number in self.numbers]
        if self.unmarked or not self.quote.open:
            return [whole]
        places = self.text.places
        first = sum(places[number][0] < self.line for number in self.numbers)
        return [whole, whole[:first]]

    def place(self, first: int, count: int) -> tuple[int, int]:
        """Give the place of a run of its words."""
        places = self.text.places
        return places[self.numbers[first]][0], places[self.numbers[first + count - 1]][1]


def is_unmarked(quote: RawQuote) -> bool:
    """Tell whether nothing says that it is a quotation."""
    return quote.open and quote.author is None


def passages_of(text: str, words: Text, quotes: Sequence[RawQuote]) -> list[Passage]:
    """Share out a post's words among its quotations, each word to the innermost."""
    inside = [q for q in quotes if 0 <= q.text_start < q.text_end <= len(text)]
    waiting = sorted(inside, key=lambda q: (q.text_start, -q.text_end))[::-1]
    if [(q.text_start, q.text_end) for q in waiting] == [(0, len(text))]:
        # the usual case by far, where the places of the words are not needed
        return [_passage(waiting[0], text, words, range(len(words.words)), inner=False)]
    found: list[Passage] = []
    around: list[tuple[int, list[int]]] = []  # where each ends, and its words
    for number, (start, _) in enumerate(words.places if waiting else ()):
        while waiting and waiting[-1].text_start <= start:
            quote = waiting.pop()
            while around and around[-1][0] <= quote.text_start:
                around.pop()
            own: list[int] = []
            if around and found[-1].quote.open and _same(found[-1].quote, quote):
                found[-1].numbers = own  # of which the inner one takes its part
            found.append(_passage(quote, text, words, own, inner=bool(around)))
            around.append((quote.text_end, own))
        while around and around[-1][0] <= start:
            around.pop()
        if around:
            around[-1][1].append(number)
    return found + [_passage(quote, text, words, (), inner=False) for quote in reversed(waiting)]


def _same(one: RawQuote, other: RawQuote) -> bool:
    """Tell two open quotations that begin with each other: "Ann wrote: Bob wrote: the words"."""
    return (one.text_start, one.text_end) == (other.text_start, other.text_end)


def leave_rest(outer: Passage, inner: Passage) -> None:
    """Leave to an open quotation what the one inside it, that was sought before, did not take."""
    if outer.quote.open and _same(outer.quote, inner.quote):
        places = inner.text.places
        outer.numbers = [n for n in inner.numbers if places[n][0] >= inner.end]


def _passage(
    quote: RawQuote, text: str, words: Text, numbers: Sequence[int], *, inner: bool
) -> Passage:
    line = text.find("\n", quote.text_start, quote.text_end)
    end = quote.text_end
    return Passage(quote, words, inner, end if line < 0 else line, end, numbers)


def own_words(text: Text, passages: Sequence[Passage]) -> Sequence[int]:
    """Give the numbers of a post's words that stand in no quotation."""
    quoted = {
        number
        for passage in passages
        if passage.end > passage.quote.text_start
        for number in passage.numbers
        if text.places[number][0] < passage.end
    }
    every = range(len(text.words))
    return [number for number in every if number not in quoted] if quoted else every
