"""Look up which forms of names stand at a place that a search found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import polars as pl

__all__ = ["Forms"]

_HEAD = 3


class Forms:
    """The forms of a gazetteer as patterns, and those that a text may open with."""

    def __init__(self, given: pl.Series) -> None:
        """Take the forms, the same ones perhaps several times."""
        forms = given.unique(maintain_order=True)
        self.patterns = forms.implode()
        self._known = frozenset(form.encode() for form in forms.to_list())
        self.longest = max(map(len, self._known), default=0)
        sizes: defaultdict[bytes, set[int]] = defaultdict(set)
        for form in self._known:
            if len(form) >= _HEAD:
                sizes[form[:_HEAD]].add(len(form))
        self._sizes = {head: tuple(sorted(found)) for head, found in sizes.items()}
        self._short = tuple(sorted({len(form) for form in self._known if len(form) < _HEAD}))

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
