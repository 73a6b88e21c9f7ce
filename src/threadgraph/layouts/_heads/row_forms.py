"""Tell which rows are alike beside each post of a thread, and which of the others hold the names.

The pivots are one row of each post: its date, or the first row of its author's card.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from threadgraph.dates import is_date
from threadgraph.layouts._boards.words import NAME_TAIL, TAIL_SIGNS
from threadgraph.layouts._heads.anchors import discussion_words, is_control
from threadgraph.layouts._heads.dated_rows import Dated, skeleton
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._text.outline import Row
from threadgraph.names import is_role

__all__ = ["HALF", "MIN_POSTS", "MOSTLY", "REACH", "Form", "form_of", "name_in", "names_beside"]

MIN_POSTS, MOSTLY, HALF = 3, 0.7, 0.5
MORE = 1.3
"""How many times more different names a farther row must have to be the one of names."""

REACH = 8
CARD = 25
"""Rows above or below a date among which a name is looked for."""

MAX_HEAD = 60
_COUNTED = re.compile(r"#\d{1,7}\Z")
# what stands beside a name in some posts or all: "Ann's avatar", "Topic author"
_BESIDE = re.compile(
    r"(?:.{1,60}['\u2019]s (?:avatar|picture)|(?:topic|thread) (?:author|starter))$",
    re.IGNORECASE,
)
_BESIDE_ENDS = frozenset("rReE")

_PLACES = ((-1, 1), (1, 1), (-1, 2), (1, 2), (-1, 3))
"""Where names may stand: the first or second row above or below that is not alike in all posts."""


@dataclass(frozen=True, slots=True)
class Form:
    """The rows of one group of dates, and which rows around them are alike in most posts.

    Those in `below` stand at one distance below the dates: they are the header's.
    """

    rows: Sequence[Row]
    dated: Sequence[Dated]
    alike: frozenset[str]
    below: frozenset[str]
    known: dict[int, bool] = field(default_factory=dict[int, bool], repr=False)

    def common(self, number: int) -> bool:
        """Tell a row that stands in most posts, or is of controls; each is asked for once."""
        if number not in self.known:
            self.known[number] = self._common(self.rows[number])
        return self.known[number]

    def _common(self, row: Row) -> bool:
        if len(row.text) == 1 or is_control(row) or skeleton(row.text) in self.alike:
            return True
        return row.text[-1:] in _BESIDE_ENDS and _BESIDE.match(row.text) is not None


def form_of(rows: Sequence[Row], group: Sequence[Dated]) -> Form:
    """Find the short rows that stand between most dates, and those that belong to the upper one."""
    far: dict[str, Counter[int]] = defaultdict(Counter)
    near: dict[str, Counter[int]] = defaultdict(Counter)
    for above, below in pairwise(group):
        first = {skeleton(rows[n].text): n for n in range(below.row - 1, above.row, -1)}
        for text, number in first.items():
            far[text][number - above.row] += 1
            near[text][below.row - number] += 1
    least = max(MIN_POSTS - 1, (len(group) - 1) * HALF)
    alike = {text for text, counts in far.items() if text and counts.total() >= least}
    below_ = {
        text for text in alike
        if (usual := far[text].most_common(1)[0])[0] <= REACH
        and usual[1] >= MOSTLY * far[text].total()
        and usual[1] > near[text].most_common(1)[0][1]
    }  # fmt: skip
    return Form(rows, group, frozenset(alike), frozenset(below_))


def names_beside(form: Form) -> list[int | None] | None:
    """Give the row of each post's name, at the place where most rows are names that differ.

    Titles and places may stand there as well: of those fewer are different.
    """
    best: list[int | None] | None = None
    most = 1.0
    for pivots in _pivots(form):
        for side, nth in _PLACES:
            found = [_beside(form, pivot, side, nth) for pivot in pivots]
            kept = [n if n is not None and _name_like(form, n, side) else None for n in found]
            names = [name_in(form.rows[n].text) for n in kept if n is not None]
            told = len(set(names))
            if len(names) >= MOSTLY * len(found) and told > max(most, len(names) / 8):
                best, most = kept, told * MORE
    return best


def _pivots(form: Form) -> Iterator[list[int | None]]:
    """Give the rows beside which names may stand: the dates, then each kind of alike row above."""
    yield [dated.row for dated in form.dated]
    lows = [0, *(dated.row + 1 for dated in form.dated)]
    last: dict[str, dict[int, int]] = defaultdict(dict)
    for place, (low, dated) in enumerate(zip(lows, form.dated, strict=False)):
        for number in range(max(low, dated.row - CARD), dated.row):
            text = skeleton(form.rows[number].text)
            if text in form.alike and len(text) > 1:
                last[text].setdefault(place, number)
    for rows in last.values():
        if len(rows) >= MOSTLY * len(form.dated):
            yield [rows.get(place) for place in range(len(form.dated))]


def _beside(form: Form, row: int | None, side: int, nth: int) -> int | None:
    """Give the nth row from another that is not alike in all posts, nor a rank."""
    seen = 0
    for number in range(row + side, row + side * (REACH + 1), side) if row is not None else ():
        if not 0 <= number < len(form.rows):
            return None
        if not form.common(number) and not is_role(form.rows[number].text):
            seen += 1
            if seen == nth:
                return number
    return None


def _name_like(form: Form, number: int, side: int) -> bool:
    """Tell a name; above a date it must stand apart from what it follows."""
    row = form.rows[number]
    if not looks_like_name(name_in(row.text)) or discussion_words(row.text):
        return False
    apart = number == 0 or row.gap > 0 or bool(row.mark) or form.common(number - 1)
    apart = apart or _is_head(form.rows[number - 1].text)
    return side > 0 or apart or form.rows[number - 1].indent > row.indent


def _is_head(text: str) -> bool:
    """Tell a row of a header: "(Reply to #2) #5", or a date alone."""
    return len(text) <= MAX_HEAD and (_COUNTED.search(text) is not None or is_date(text))


def name_in(text: str) -> str:
    return NAME_TAIL.sub("", text) if text[-1:] in TAIL_SIGNS else text
