"""Tell what each cell of a page of Stack Exchange is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from threadgraph.layouts._page import TextPage
from threadgraph.layouts._stackexchange_cells import Cell
from threadgraph.layouts._stackexchange_marks import (
    ADD_COMMENT,
    ANSWERS,
    CHROME,
    COUNTERS,
    DATED,
    ISO,
    MENU,
    NEWCOMER,
    NOTICE,
    SIGNED,
)

__all__ = ["dated", "kinds_of", "may_be", "may_end"]

MAX_LINE = 220
"""Longer cells are text; only their end can be a mark."""
MAX_END = 130
SINGLE = frozenset("share link edit flag follow cite delete history protect editar".split())
"""Buttons that are words of texts, too, where they stand alone."""

PERMALINKS = frozenset(("link", "share", "Share"))
"""All that the menus of 2009 held, and those of main content hold: twice on a page they are one."""

# the marks of lists and quotes that rows do not have
_LEAD = re.compile(r"(?:[*+•◦▪·#>-]{1,6}\s*|\d{1,4}\.\s+)+")
_HINTS = (
    "nswer", "up vote", "ommented ", "espuesta", "esposta", "respondida", "respondido", "ответ",
    "回答", "comment",
)  # fmt: skip


def may_be(text: str) -> bool:
    """Tell whether a text can be a page of Stack Exchange: it names answers, or votes."""
    return any(hint in text for hint in _HINTS)


def may_end(page: TextPage) -> bool:
    """Tell whether a line may close a post or a comment: the cheap question before the cells."""
    return page.linked or any(_may_end(line.text) for line in page.lines if line.text)


def _may_end(text: str) -> bool:
    if dated(text) or "  " in text or not text.isprintable():
        return True  # columns, or blanks that cells do not have
    if len(text) > MAX_LINE:
        return False
    lead = _LEAD.match(text)
    rest = text[lead.end() :] if lead else text
    numbered = rest[:1].isdigit() and ANSWERS.match(rest)
    return bool(numbered or SIGNED.match(rest))


def kinds_of(table: Sequence[Cell]) -> list[str]:
    """Give each cell's kind; "" is text."""
    found = [_kind(cell) for cell in table]
    lone = Counter(cell.text for cell in table if cell.text in PERMALINKS)
    for number, cell in enumerate(table):
        if found[number] == "menu" and cell.text.lower() in SINGLE:
            near = found[max(0, number - 2) : number] + found[number + 1 : number + 3]
            closes = "menu" in near or "sign" in near or lone[cell.text] > 1
            found[number] = "menu" if closes else ""
    return found


def dated(text: str) -> re.Match[str] | None:
    """Give the end of a comment: "– Ann Mar 3 '12 at 4:05", "Commented Mar 3, 2012 at 4:05"."""
    if not any(map(str.isdigit, text[-2:])) and text[-3:] != "ago" and text[-1:] not in "yаao前す":
        return None
    found = DATED.search(text[-MAX_END:])
    if found is None or found["name"] or found["said"]:
        return found
    return found if ":" in found["date"] else None


def _kind(cell: Cell) -> str:
    if cell.vote:
        return "vote"
    text = cell.text
    if not text:
        return "chrome"
    if len(text) <= MAX_LINE:
        kind = _line_kind(text)
        if kind:
            return kind
    return "dated" if dated(text) else ""


@lru_cache(maxsize=1 << 12)
def _line_kind(text: str) -> str:
    for kind, pattern in _PATTERNS:
        if pattern.match(text):
            return kind
    return ""


_PATTERNS = (
    ("answers", ANSWERS),
    ("sign", SIGNED),
    ("menu", MENU),
    ("add", ADD_COMMENT),
    ("counters", COUNTERS),
    ("iso", ISO),
    ("newcomer", NEWCOMER),
    ("chrome", CHROME),
    ("notice", NOTICE),
)
