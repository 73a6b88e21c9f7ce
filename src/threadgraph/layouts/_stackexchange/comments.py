"""Find the comments below a question or an answer of Stack Exchange."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from threadgraph.layouts._boards.rows import is_markdown
from threadgraph.layouts._stackexchange.card import half
from threadgraph.layouts._stackexchange.cells import Cell, cells
from threadgraph.layouts._stackexchange.kinds import dated
from threadgraph.layouts._stackexchange.marks import HEADED
from threadgraph.layouts._text.page import TextPage

__all__ = ["BULLETS", "Comment", "bullet_comment", "headed_comment", "row_comment"]

MAX_CELLS = 40
MAX_HEAD = 120
BULLETS = frozenset("•*+◦")
# "* 14 The minimum is ... - [Ann](/users/1/ann) May 14 '18 at 18:10": the score on the text's line
_SCORE = re.compile(r"\d{1,4}\s+(?=[^\W\da-z_]|[@+\"'(])")
_SHORT = re.compile(r"\d ['’]\d\d at \d")
_DASH = re.compile(r"\s[–—-]\s{1,2}")


class Comment(NamedTuple):
    """A comment's cells: marks from `first`, text from `low` to `high`, all before `after`.

    `sure` tells that more than a date closes it; 2 where "– Ann Mar 3 '12 at 4:05" does, which
    hardly another system prints.
    """

    first: int
    low: int
    high: int
    after: int
    author: str | None
    date: str | None
    begin: int | None
    cut: int | None
    sure: int


def bullet_comment(
    page: TextPage, table: Sequence[Cell], kinds: Sequence[str], first: int, end: int
) -> Comment | None:
    """Give the comment that begins with the bullet at `first` and ends with a date, if one does."""
    deep = not is_markdown(page)
    for number in range(first, min(first + MAX_CELLS, end)):
        cell, kind = table[number], kinds[number]
        if number > first:
            inside = not deep or cell.indent > table[first].indent
            if cell.mark in BULLETS or not inside or kind in ("answers", "menu", "sign", "add"):
                return None
        if kind == "dated":
            return _comment(page, table, first, number)
    return None


def row_comment(page: TextPage, table: Sequence[Cell], low: int, last: int) -> Comment | None:
    """Give the comment whose text begins at `low` and ends with name and date in cell `last`."""
    found = dated(table[last].text)
    return _comment(page, table, low, last) if found and found["name"] else None


def headed_comment(table: Sequence[Cell], low: int, last: int) -> Comment | None:
    """Give the comment below "Ann Over a year ago" that ends above the moment in cell `last`."""
    for number in range(last - 1, max(low, last - MAX_CELLS) - 1, -1):
        found = HEADED.match(table[number].text) if len(table[number].text) <= MAX_HEAD else None
        if found and number + 1 < last:
            name = half(found["name"]) or found["name"]
            first = number - (number > low and table[number - 1].text == name)
            return Comment(
                first, number + 1, last, last + 1, name, found["date"], None, None, sure=1
            )
    return None


def _nameless(page: TextPage) -> bool:
    """Tell a page whose comments have lost their names, which were links.

    Then what stands behind a dash before "Commented Mar 3" is the end of a text.
    """
    ends = [found for cell in page.once(cells) if (found := dated(cell.text)) and found["said"]]
    return 2 * sum(found["name"] is not None for found in ends) < len(ends)


def _comment(page: TextPage, table: Sequence[Cell], first: int, last: int) -> Comment:
    found = dated(table[last].text)
    lost = found is not None and bool(found["said"]) and page.once(_nameless)
    name = found["name"] if found and not lost else None
    cut = _cut(page, table[last], found, lost=lost) if found else None
    high = last + 1
    if name is not None:
        name = _DASH.split(name)[-1]
    if cut is not None and cut <= table[last].start:
        high, cut = last, None
    if name is None and high == last:
        name, high = _dashed(table, first, last)
    low = first
    if low < high - 1 and (table[low].text.isdigit() or not table[low].text):
        low += 1
    begin = None
    if table[low].mark in BULLETS:
        begin = _begin(page, table[low], scored=is_markdown(page) and first == last)
    date = found["date"] if found else None
    sure = bool(name or (found and found["said"])) + bool(name and date and _SHORT.search(date))
    return Comment(first, low, high, last + 1, _clean(name), date, begin, cut, sure)


def _clean(name: str | None) -> str | None:
    return name.strip().rstrip("♦◆ ") or None if name else None


def _begin(page: TextPage, cell: Cell, *, scored: bool) -> int:
    """Give where the text behind a bullet begins, and behind a score that may stand there."""
    raw = page.text[cell.start + 1 : cell.end]
    begin = cell.end - len(raw.lstrip())
    score = _SCORE.match(page.text, begin, cell.end) if scored else None
    return score.end() if score else begin


def _cut(page: TextPage, cell: Cell, found: re.Match[str], *, lost: bool) -> int:
    """Give where "– Ann Mar 3 '12 at 4:05" begins in the page's text, or without a name its date.

    Names are `lost` where a dash belongs to the text.
    """
    raw = page.text[cell.start : cell.end]
    if found["name"] and not lost:
        word = re.escape(_DASH.split(found["name"])[-1].split()[0])
        places = [match.start() for match in re.finditer(rf"[–—-]\s{{1,3}}\[?{word}", raw)]
    else:
        shown = found.string[found.start("said") :] if lost else found[0]
        words = r"\s+".join(map(re.escape, shown.split()))
        places = [match.start() for match in re.finditer(words, raw)]
    return cell.start + (places[-1] if places else len(raw))


def _dashed(table: Sequence[Cell], first: int, last: int) -> tuple[str | None, int]:
    """Give the name in a row "– name" above the date, and where the text before it ends."""
    for number in range(last - 1, max(first, last - 4), -1):
        cell = table[number]
        if cell.text[:1] == "–" or (cell.mark == "-" and cell.text):
            name = cell.text.lstrip("– ")
            return name, number - (table[number - 1].text == name and number - 1 > first)
    return None, last
