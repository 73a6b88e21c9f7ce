"""Tell where the texts of a page can end: the cheap question before signatures are read."""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.outline import Row

__all__ = ["Ends"]


class Ends:
    """Where texts end: asked from a page's end on, its rows are walked over once."""

    def __init__(self, table: Sequence[Row]) -> None:
        self._table = table
        self._deep = max((row.indent for row in table), default=0)
        self._known: dict[int, bool] = {}

    def below(self, number: int) -> bool:
        """Tell a row with what ends a text below it, or below the row that may belong to it."""
        late = self._at(number + 2)
        return self._at(number + 1) or late or self._numbered(number + 1)

    def _numbered(self, number: int) -> bool:
        """Tell a number alone: the next text's."""
        return number < len(self._table) and self._table[number].text.isdecimal()

    def _at(self, number: int) -> bool:
        """Tell whether the first row from here on that is no control ends a text."""
        at = number
        while at not in self._known and at < len(self._table):
            row = self._table[at]
            if row.mark or not is_chrome(row.text):
                self._known[at] = bool(row.mark) or row.indent < self._deep or is_form(row.text)
                break
            at += 1
        self._known[number] = self._known.get(at, True)
        return self._known[number]
