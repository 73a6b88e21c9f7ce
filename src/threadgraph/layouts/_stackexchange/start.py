"""Find where the question of a page of Stack Exchange begins, and where a gap begins no answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.dates.scan import holds_date, trailing_date
from threadgraph.layouts._stackexchange.cells import Cell
from threadgraph.layouts._stackexchange.marks import ASKED
from threadgraph.layouts._text.page import TextPage

__all__ = ["holds_dated", "lists_questions", "parted", "start_of"]

MANY = 3
"""Questions that a page has only as a list."""

MAX_COUNTER, MAX_DATED = 100, 90
MAX_TITLE = 150
_ITEMS = frozenset("•*+◦")
# "['a', 'b']", "names = []", "return names;", "def collect(name):": few answers begin with code
_CODE = re.compile(
    r"^[\[{(<}$/\\&|]|[;{}]$|^[\w.]{1,40} ?(?:=|\+=|:=|->) |^[\w.]{1,40}\(.*\)\W{0,2}$|"
    r"^(?:def|class|import|return|public|private|static|var|let|const|function|using|#\w+)\s.*\W$"
)
_BREAK = re.compile(r"[.!?…] +[^\W\d_a-z]")
"""Where a sentence ends and another begins: a title has one."""

MIN_COLUMN = 4
"""Blanks that a column of votes takes."""


def lists_questions(table: Sequence[Cell], kinds: Sequence[str]) -> bool:
    """Tell a list of questions: a page of one has one that was asked."""
    signed = (cell.text for cell, kind in zip(table, kinds, strict=True) if kind == "sign")
    return sum(ASKED.match(text) is not None for text in signed) >= MANY


def holds_dated(table: Sequence[Cell], first: int) -> bool:
    """Tell short rows that end with dates: of other systems, which count answers as well."""
    texts = (cell.text for cell in table[first:] if len(cell.text) <= MAX_DATED)
    found = (trailing_date(text) for text in texts if holds_date(text))
    return sum(date is not None and date.certain for date in found) >= MANY


def start_of(table: Sequence[Cell], kinds: Sequence[str]) -> int:
    """Give the cell below "Viewed 7k times", else that with the votes, else below the title.

    Where votes stand beside the text (as inscriptis prints a table) the lines of that column above
    them belong to the text.
    """
    limit = next((n for n, kind in enumerate(kinds) if kind in _ENDS), len(table))
    counters = [
        n for n in range(limit) if kinds[n] == "counters" and len(table[n].text) <= MAX_COUNTER
    ]
    if counters:
        place = counters[0]
        while place < limit and kinds[place] in ("counters", "chrome"):
            place += 1
        return place
    votes = next((n for n in range(limit) if kinds[n] == "vote"), None)
    if votes is not None:
        return _column(table, votes)
    below = _below_title(table, limit)
    if below:
        return below
    scored = next((n for n in range(limit - 1) if _is_score(table, n)), None)
    if scored is not None:
        return scored + 1
    heading = [n for n in range(limit) if table[n].mark == "#" or table[n].text in _ABOVE]
    if heading:
        return heading[-1] + 1
    titled = len(table) > 1 and kinds[1] not in _ENDS and _is_title(table)
    return 1 if titled else 0


_ABOVE = ("Ask Question", "The best answers are voted up and rise to the top")
"""The last rows of what stands above a question: a button, and how the site works."""

_ENDS = ("answers", "sign", "menu", "add", "dated")


def _is_score(table: Sequence[Cell], number: int) -> bool:
    """Tell a number alone below the title: until 2019 nothing else stood above a question."""
    apart = table[number].gap > 0 or number == 0
    alone = apart and table[number + 1].gap > 0 and not table[number].mark
    return alone and table[number].text.removeprefix("-").isdigit()


def _is_title(table: Sequence[Cell]) -> bool:
    """Tell whether the first cell is a title: a line alone that does not end as a statement."""
    first = table[0]
    alone = first.first == first.last and table[1].gap > 0 and not first.mark
    words = len(first.text.split())
    if not alone or len(first.text) > MAX_TITLE or words < 3 or first.text[-1:] in ".:,;)":  # noqa: PLR2004 - "Hello all" is none
        return False
    return _BREAK.search(first.text) is None


def _below_title(table: Sequence[Cell], limit: int) -> int:
    """Give the cell below a title that all up to `limit` is set deeper than, 0 without one."""
    column: int | None = None
    for number in range(limit - 1, -1, -1):
        cell = table[number]
        if cell.text.isdigit() or (number and table[number - 1].first == cell.first):
            continue
        if column is not None and cell.gap and cell.indent + MIN_COLUMN < column:
            return number + 1
        column = cell.indent if column is None else min(column, cell.indent)
    return 0


def _column(table: Sequence[Cell], votes: int) -> int:
    """Give the first cell of the column beside the votes, or the votes' own."""
    first = votes
    while first and table[first - 1].indent > table[votes].indent + len(table[votes].text):
        first -= 1
    return first


def parted(page: TextPage, table: Sequence[Cell], number: int) -> bool:
    """Tell a cell that begins another post below a wide gap: a row was dropped there.

    A line of blanks in the gap is the end of code, in which a gap counts as one line.
    """
    cell = table[number]
    if cell.gap <= 1 or not number or _runs_on(table, number):
        return False
    between = page.lines[table[number - 1].last + 1 : cell.first]
    return sum(not page.text[line.start : line.stop].strip("\r\n") for line in between) > 1


def _runs_on(table: Sequence[Cell], number: int) -> bool:
    """Tell a cell that a row was dropped above in the midst of a text.

    Code, an item of a list, whose heading it was, and what stands below code that opens more
    brackets than it closes.
    """
    if table[number].mark in _ITEMS or _CODE.search(table[number].text[:MAX_TITLE]):
        return True
    column, balance = table[number].indent, 0
    for above in range(number - 1, -1, -1):
        cell = table[above]
        if cell.indent <= column or cell.mark:
            break
        balance += sum(map(cell.text.count, "([{")) - sum(map(cell.text.count, ")]}"))
    return balance > 0
