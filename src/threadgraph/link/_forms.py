"""Look up which forms of names stand at a place that a search found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import polars as pl

__all__ = ["Forms"]

_HEAD = 3
_WORD = re.compile(r"\w+")
# scripts without blanks between words: a name there begins anywhere. More than the scripts of
# `entities._BLANKLESS` is slower only, less would lose names
_BLANKLESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u2e80-\uffff\U00010000-\U0010ffff]"
)
SMALL = 200_000
"""Bytes of texts up to which the forms are chosen first that can stand in them.

A search for all of them is made ready in 10 milliseconds, whatever the texts.
"""


class Forms:
    """The forms of a gazetteer as patterns, and those that a text may open with."""

    def __init__(self, given: pl.Series) -> None:
        """Take the forms, the same ones perhaps several times."""
        forms = given.unique(maintain_order=True)
        self._all = forms.implode()
        self._known = frozenset(form.encode() for form in forms.to_list())
        self.longest = max(map(len, self._known), default=0)
        sizes: defaultdict[bytes, set[int]] = defaultdict(set)
        for form in self._known:
            if len(form) >= _HEAD:
                sizes[form[:_HEAD]].add(len(form))
        self._sizes = {head: tuple(sorted(found)) for head, found in sizes.items()}
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        for form in forms.to_list():
            word = _WORD.search(form)
            self._by_word[word[0] if word and not _BLANKLESS.match(form) else ""].append(form)
        self._short = tuple(sorted({len(form) for form in self._known if len(form) < _HEAD}))

    def patterns(self, texts: pl.Series) -> pl.Series:
        """Give the forms to search the texts for, as one list: all, or those that may be there."""
        if texts.str.len_bytes().sum() > SMALL:
            return self._all
        words = {"", *_WORD.findall("\n".join(texts.drop_nulls().to_list()))}
        here = [form for word in words & self._by_word.keys() for form in self._by_word[word]]
        return pl.Series(here, dtype=pl.String).implode()

    def opening(self, texts: Sequence[bytes]) -> tuple[list[int], list[str]]:
        """Give the forms with which texts open: the numbers of the texts, and the forms."""
        known, sizes, short = self._known, self._sizes, self._short
        found = [
            (number, text[:size])
            for number, text in enumerate(texts)
            for size in (*short, *sizes.get(text[:_HEAD], ()))
            if size <= len(text) and text[:size] in known
        ]
        return [number for number, _ in found], [form.decode() for _, form in found]
