"""Part the two columns of tables in which old boards show posts: the author's and the text's.

Renderings that keep a page's geometry (inscriptis) pad cells with blanks: a row of both columns has
a run of blanks between them, and the right one begins at the same place in all lines of a post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from threadgraph.dates.scan import leading_date
from threadgraph.joining import is_joined
from threadgraph.layouts._text.names import name_likeness
from threadgraph.layouts._text.page import Line, Segment, TextPage

__all__ = ["FIELDS", "Card", "cards", "right_of"]

MIN_CARDS = 3
FEWEST = 2
"""So many are enough where each tells the day of joining."""

MAX_NAME = 40
MIN_WIDTH = 12
"""How wide the left column is, at least."""

FIELDS = 4
"""Lines of a card from its name on, among which the day of joining stands."""

HEIGHT, MAX_ICON = 10, 6
"""Lines of a card, and the columns that an icon before the subject takes."""

MAX_HEIGHT = 40
"""Lines of a post in which its author's name and counters stand."""

MAX_SHIFT = 2
"""Columns that a text may stand further left than the date above it."""

MAX_NUMBER = 12

_GAP = re.compile(r"\S   +\S")
# "Ann      Posted: Tue May 06, 2008 5:39 pm": the gap between columns
_ROW = re.compile(r"(?P<left>\S.{0,60}?)\s{3,}(?=\S)")
# "Posted: ", "« on: ", "« Reply #1 on: ": before a date
_LABEL = re.compile(r"[^\W\d_][^:\d]{0,24}:\s|«\s?[^:«»]{1,30}:\s")
# "11-11-2009, 10:19 AM      #2"
_NUMBER = re.compile(r"\s{2,}#\s?\d{1,6}$")
# "Posts: 540", "Registriert seit: 3.5.2008": below a name
_COUNTER = re.compile(r"[^\W\d_][\w .#№-]{1,24}:\s?\S")


class Card(NamedTuple):
    """A post's lines and parts: `first` to `last` hold its date, `named` its name.

    `column` is where the right column begins.
    """

    first: int
    last: int
    named: int
    column: int
    name: str
    date: str


def cards(page: TextPage) -> list[Card]:
    """Give the posts that have a name on the left and a date on the right, or above both.

    Each has a line below that counts something of its author's, in the left column.
    """
    if "   " not in page.flow or not _GAP.search(page.flow):
        return []  # the cheap question first: most renderings have no columns
    for find in (_beside, _above):
        found = [card for card in find(page.lines) if _counted(page.lines, card)]
        joined = all(_tells_joining(page.lines, card) for card in found)
        if len(found) >= (FEWEST if joined else MIN_CARDS):
            return found
    return []


def _beside(lines: Sequence[Line]) -> Iterator[Card]:
    """Give the cards with the date right of the name, or of the line below."""
    for number, line in enumerate(lines):
        match = _ROW.match(line.text) if "   " in line.text else None
        if match is None or not _is_name(match["left"]):
            continue
        column = line.indent + match.end()
        if column < MIN_WIDTH:
            continue
        right = line.text[match.end() :]
        if right[0] == "«":
            continue  # the rank, below the name
        last, date = number, _date(right)
        if date is None and number + 1 < len(lines):
            last, date = number + 1, _date_below(lines[number + 1], column)
            column = _leftmost(lines[number + 2 : number + HEIGHT], column)
        if date is not None:
            yield Card(number, last, number, column, match["left"], date)


def _leftmost(lines: Sequence[Line], column: int) -> int:
    """Give where texts begin, which may be left of the subject: an icon stands before that."""
    least = max(MIN_WIDTH, column - MAX_ICON)
    rows = (line for line in lines if len(line.text) > least - line.indent)
    starts = (line.indent + match.end() for line in rows if (match := _ROW.match(line.text)))
    return min((start for start in starts if least <= start < column), default=column)


def _date_below(line: Line, column: int) -> str | None:
    """Give the date right of the author's rank: "« Reply #1 on: September 15, 2008 »"."""
    right = right_of(line, column)
    shown = line.text[max(0, right.start - line.first) :].lstrip() if right else ""
    return _date(shown) if shown[:1] == "«" else None


def _above(lines: Sequence[Line]) -> Iterator[Card]:
    """Give the cards below a line that is a date: the name comes first on the left."""
    found = [
        (number, date)
        for number, line in enumerate(lines)
        if (line.text[:1].isdigit() or _NUMBER.search(line.text[-MAX_NUMBER:]))
        and (date := _only_date(line.text)) is not None
    ]
    starts = [number for number, _ in found]
    highest = max((below - above for above, below in pairwise(starts)), default=MAX_HEIGHT)
    stops = [*starts[1:], *(start + highest for start in starts[-1:])]  # other tables may follow
    for (number, date), stop in zip(found, stops, strict=True):
        below = range(number + 1, min(stop, number + MAX_HEIGHT, len(lines)))
        column = _column(lines[n] for n in below)
        left = next((n for n in below if _left(lines[n], column)), None)
        name = "" if left is None else _left(lines[left], column)
        if left is not None and _is_name(name):
            yield Card(number, number, left, column, name, date)


def _is_name(text: str) -> bool:
    return len(text) <= MAX_NAME and name_likeness(text) > 0 and not _COUNTER.match(text)


def _date(text: str) -> str | None:
    """Give the date that begins a text, behind a label, but not that of joining."""
    if _joins(text):
        return None
    label = _LABEL.match(text)
    shown = text[label.end() :] if label else text
    date = leading_date(shown)
    return shown[: date.end] if date else None


def _only_date(text: str) -> str | None:
    """Give the date of a line that holds nothing else but the post's number."""
    number = _NUMBER.search(text)
    shown = text[: number.start()] if number else text
    date = leading_date(shown)
    return shown if date and date.end == len(shown) else None


def _column(lines: Iterator[Line]) -> int:
    """Give where the right column begins: no line of it begins further left."""
    starts: list[int] = []
    base: int | None = None
    for line in lines:
        if not line.text:
            continue
        base = line.indent if base is None else min(base, line.indent)
        match = _ROW.match(line.text)
        if match is not None and line.indent + match.end() >= base + MIN_WIDTH:
            starts.append(line.indent + match.end())
        elif match is None and line.indent >= base + MIN_WIDTH:
            starts.append(line.indent)
    return min(starts, default=0)


def _left(line: Line, column: int) -> str:
    return line.text[: max(0, column - line.indent)].rstrip()


def _counted(lines: Sequence[Line], card: Card) -> bool:
    """Tell a card with "Posts: 540" in the left column, below its name.

    Where the day of joining stands in the right one, that holds no text, but more of the card.
    """
    beside = lines[card.named : card.named + FIELDS]
    if any(_joins(line.text[max(0, card.column - line.indent) :]) for line in beside):
        return False
    below = lines[card.named + 1 : card.named + MAX_HEIGHT]
    return any(_COUNTER.match(_left(line, card.column)) for line in below)


def _tells_joining(lines: Sequence[Line], card: Card) -> bool:
    """Tell "Join Date: Jan 2008" in the left column, below the name."""
    below = lines[card.named + 1 : card.named + MAX_HEIGHT]
    return any(_joins(_left(line, card.column)) for line in below)


def _joins(text: str) -> bool:
    label = _LABEL.match(text)
    return bool(label) and is_joined(label[0].rstrip())


def right_of(line: Line, column: int) -> Segment | None:
    """Give the right column's part of a line, maybe empty; None where the line goes across."""
    place = line.start + column
    if line.first >= place or line.end <= place:
        return Segment(max(line.first, min(place, line.end)), line.end)
    if line.indent >= column - MAX_SHIFT:
        return Segment(line.first, line.end)
    inside = line.text[column - line.indent - 2 : column - line.indent]
    return Segment(place, line.end) if inside.isspace() else None
