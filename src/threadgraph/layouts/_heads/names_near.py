"""Find names in rows beside dates: above or below, or above rows that all posts have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from threadgraph.layouts._heads.anchors import Anchor, name_of
from threadgraph.layouts._heads.closing_names import REACH, closing_rows, without_bar
from threadgraph.layouts._heads.leads import LEAD
from threadgraph.layouts._heads.subjects import are_counted
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.words import ROLES

__all__ = ["MORE", "NUMBER", "STEADY", "Names", "Numbered", "name_offset"]

STEADY = 0.7
"""Share of headers that must have a name beside them, if names stand there at all."""

MORE = 1.3
"""How many times more different names another row must have to be the one of names."""

NUMBER = re.compile(r"(?:(?<=\s)[+\u2212-])?\d+")
# "12 posts", "7 kudos", "2点", "書込番号：14281001" beside a name
_UNCOUNTED = re.compile(r"^\d+(?: |(?=\D{1,2}$))|(?<=[:：！!])\s?\d+(?=\D{0,2}$)")
_FAR = (-4, -5)
MIN_FAR = 2
Numbered = tuple[int, Anchor]


class Names:
    """The names that rows beside dates are; each row is read once."""

    def __init__(self, rows: Sequence[Row], opening: Sequence[Anchor | None]) -> None:
        self._rows = rows
        self._opening = opening
        self._read: dict[int, str | None] = {}

    def at(self, number: int) -> str | None:
        if not 0 <= number < len(self._rows) or self._opening[number] is not None:
            return None
        if number not in self._read:
            self._read[number] = name_of(without_bar(self._rows[number]))
        return self._read[number]

    def beside(self, number: int, offset: int) -> int:
        """Give the row where the name stands: above that of a role, if one stands between."""
        badge = offset == -1 and number > 1 and self._rows[number - 1].text.lower() in ROLES
        return number + offset - badge

    def titled(self, dates: Sequence[int]) -> bool:
        """Tell whether numbered titles stand right above."""
        return are_counted(self._rows, [number - 1 for number in dates])

    def alike(self, dates: Sequence[int], offset: int) -> bool:
        """Tell whether the rows between names that far above and dates are alike in all posts."""
        for nearer in range(offset + 1, 0):
            texts = (self._rows[max(0, n + nearer)].text for n in dates)
            shapes = Counter(NUMBER.sub("0", text) for text in texts)
            if max(shapes.values()) < STEADY * len(dates):
                return False
        return True

    def led_below(self, dates: Sequence[int], offset: int) -> list[int | None] | None:
        """Give the rows of the names if those above the dates end the posts above.

        One word leads all but the first of them ("Reviewed by: Ann"), and a row below the last
        text.
        """
        leads = [self._lead(number + offset) for number in dates]
        own = set(leads[1:])
        if leads[0] in own or len(own) > 1 or None in own:
            return None
        if any(above >= below + offset for above, below in pairwise(dates)):
            return None
        near = range(dates[-1] + 2, min(len(self._rows), dates[-1] + REACH))
        last = next((n for n in near if self._lead(n) in own), None)
        return None if last is None else [*(number + offset for number in dates[1:]), last]

    def _lead(self, number: int) -> str | None:
        lead = LEAD.match(self._rows[number].text) if number >= 0 else None
        return lead and lead[0]

    def below(self, dates: Sequence[int], *, named: bool) -> list[int | None] | None:
        """Give the rows of the names below the texts, if they stand there (`named`: too)."""
        return closing_rows(self._rows, dates, self.at, named=named)


def name_offset(names: Names, anchors: Sequence[Numbered], least: float) -> int:
    """Tell how many rows above (-1 to -3) or below (1) the dates names stand, or 0 for nowhere.

    Places or roles may stand there as well: of those fewer are different. There must be more than
    `least` different names.
    """
    best, where = least, 0
    for offset in (-1, 1, -2, -3):
        beside = [names.at(number + offset) for number, _ in anchors]
        hits = sum(name is not None for name in beside)
        told = {_UNCOUNTED.sub("", name) for name in beside if name is not None}
        if hits >= STEADY * len(anchors) and len(told) > max(1, hits // 8, best):
            best, where = MORE * len(told), offset
    return where or _far(names, anchors, least)


def _far(names: Names, anchors: Sequence[Numbered], least: float) -> int:
    """Tell names above a member's card: "ann", "member", "16 posts", "2 kudos", and the date."""
    dates = [number for number, _ in anchors]
    for offset in _FAR if least == 0 else ():
        told = [name for n in dates if (name := names.at(n + offset)) is not None]
        if len(told) >= STEADY * len(dates) and len(set(told)) > MIN_FAR:
            return offset if names.alike(dates, offset) else 0
    return 0
