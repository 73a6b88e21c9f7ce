"""Tell what each cell of a page of Stack Exchange is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from threadgraph.layouts._stackexchange.cells import Cell
from threadgraph.layouts._stackexchange.marks import (
    ADD_COMMENT,
    ANSWERS,
    BEGINS,
    CHROME,
    COUNTERS,
    DATED,
    ISO,
    MENU,
    NEWCOMER,
    NOTICE,
    REASON,
    SIGNED,
    SIGNED_SIGNS,
)
from threadgraph.layouts._text.page import TextPage

__all__ = ["dated", "foot_of", "kinds_of", "last_of", "may_be", "may_end", "may_part"]

MAX_LINE = 220
"""Longer cells are text; only their end can be a mark."""
MAX_END = 130
SINGLE = frozenset("share link edit flag follow cite delete history protect editar".split())
"""Buttons that are words of texts, too, where they stand alone."""

PERMALINKS = frozenset(("link", "share", "Share"))
"""All that the menus of 2009 held, and those of main content hold: twice on a page they are one."""

TELLING = 3
"""Letters at a line's end that tell whether a date can be there."""

# the marks of lists and quotes that rows do not have
_LEAD = r"(?:[*+•◦▪·#>-]{1,6}\s*|\d{1,4}\.\s+)*+"
_CLOSE = re.compile(rf"{_LEAD}(?:{BEGINS})")
"""Matches all lines that ANSWERS or SIGNED match, behind such marks."""

_DATED_SIGNS = re.compile("[–—-]|(?:Comm?ent|Коммент|コメント)")
"""What stands before the date that ends a comment, if that is not one that ends with a time."""

# "15:35 at", "3 yaM", "2102 ,3 raM" and what ends with a letter, read from the end: all else is no
# date of DATED
_DATED_ENDS = re.compile(
    r"\D|\d\d:\d{1,2} (?:ta|s?al a|sà|в|mu|日)|(?:\d{4} ,?|\d\d' )?\d{1,2} [a-z]{2}"
)
_REACH = 14
"""Letters at a line's end that they ask for."""

_CLOSERS = frozenset((*SIGNED_SIGNS, *"*+•◦▪·#>-0123456789"))
"""What lines begin with that _LEAD, ANSWERS or SIGNED match."""

_DUPLICATE = ["notice", "", "notice"]

_LAST = ("answers", "sign", "dated")
FOOTS = (
    "Not the answer you're looking for? Browse other", "Know someone who can answer? Share a link",
    "¿No es la respuesta que buscas?", "Esta não é a resposta que você está procurando?",
    "Всё ещё ищете ответ?", "Знаете кого-то, кто может ответить?",
)  # fmt: skip
"""How what stands below the posts begins."""

_MENUS = (
    "mprove this ", "ejorar esta ", "ejora esta ", "elhorar esta ", "elhore esta ",
    "лучшить вопрос", "лучшить ответ", "лучшить этот", "を改善する", "|flag", "|edit|",
)  # fmt: skip
"""What only the menus below questions and answers hold."""

MAX_MENU = 90

_HINTS = (
    *FOOTS,
    "nswer", "up vote", "ommented ", "espuesta", "esposta", "respondida", "respondido", "ответ",
    "回答", "comment",
)  # fmt: skip


def may_be(text: str) -> bool:
    """Tell whether a text can be a page of Stack Exchange: it names answers, votes or comments.

    A page may have nothing but the ends of its comments: "– Ann Mar 3 '12 at 4:05".
    """
    return any(hint in text for hint in _HINTS) or ("– " in text and " at " in text)


def may_end(page: TextPage) -> bool:
    """Tell whether a line may close a post or a comment: the cheap question before the cells."""
    if page.linked or ("  " in page.dense and "  " in page.flow):
        return True
    if page.once(_hinted):
        return True
    if page.spaced and not page.flow.isprintable():
        return True  # links, columns, or blanks that cells do not have
    ends = {text[-TELLING:] for text in page.texts}
    telling = {end for end in ends if _may_date(end)}
    if any(dated(text) for text in page.texts if text[-TELLING:] in telling):
        return True
    texts = [text for text in page.texts if text[0] in _CLOSERS or text[0] > "\x7f"]
    return any(_CLOSE.match(text) for text in texts if len(text) <= MAX_LINE)


def _hinted(page: TextPage) -> bool:
    """Tell the words of a menu, or of what stands below the posts."""
    return any(hint in page.dense for hint in (*_MENUS, *FOOTS))


def may_part(page: TextPage, table: Sequence[Cell]) -> bool:
    """Tell whether a cell closes a post or a comment: the cheap question before `kinds_of`."""
    return page.once(_hinted) or any(
        (_may_date(text[-TELLING:]) and dated(text))
        or (not "\x7f" > text[:1] not in _CLOSERS and (ANSWERS.match(text) or SIGNED.match(text)))
        for text in (cell.text for cell in table)
    )


def foot_of(table: Sequence[Cell]) -> int | None:
    """Give the cell above "Not the answer you're looking for?", all that ends a lone question."""
    foot = next((n for n, cell in enumerate(table) if cell.text.startswith(FOOTS)), None)
    return foot - 1 if foot else None


def last_of(table: Sequence[Cell], kinds: Sequence[str]) -> int | None:
    """Give the last cell that closes a post, as nothing else on a page does."""
    for number in range(len(kinds) - 1, -1, -1):
        if kinds[number] in _LAST:
            return number
        if kinds[number] == "menu" and _is_whole_menu(table[number].text):
            return number
    return None


def _is_whole_menu(text: str) -> bool:
    """Tell a row with a whole menu, "share|improve this answer": one word may be anybody's."""
    hinted = len(text) <= MAX_MENU and any(hint in text for hint in _MENUS)
    return hinted and bool(MENU.match(text))


def kinds_of(table: Sequence[Cell]) -> list[str]:
    """Give each cell's kind; "" is text."""
    found = [_kind(cell) for cell in table]
    lone = Counter(cell.text for cell in table if cell.text in PERMALINKS)
    for number, cell in enumerate(table):
        if cell.text[:1] == "(" and found[max(0, number - 2) : number + 1] == _DUPLICATE:
            found[number - 1] = "notice"  # the title of another question, above "(3 answers)"
        if found[number] == "menu" and number and found[number - 1] == "notice":
            found[number] = "notice"  # a button of the notice: "Improve this question"
        elif found[number] == "menu" and cell.text.lower() in SINGLE:
            near = found[max(0, number - 2) : number] + found[number + 1 : number + 3]
            closes = "menu" in near or "sign" in near or lone[cell.text] > 1
            heading = cell.text.isupper()  # "EDIT": what follows was put to the text later
            found[number] = "menu" if closes and not heading else ""
    return found


def dated(text: str) -> re.Match[str] | None:
    """Give the end of a comment: "– Ann Mar 3 '12 at 4:05", "Commented Mar 3, 2012 at 4:05"."""
    if not _may_date(text[-TELLING:]):
        return None
    if not _DATED_ENDS.match(text[: -_REACH - 1 : -1]):
        return None
    end = text[-MAX_END:]
    if end[-TELLING:][:1] != ":" and not _DATED_SIGNS.search(end):
        return None
    found = DATED.search(end)
    if found is None or found["name"] or found["said"]:
        return found
    return found if ":" in found["date"] else None


@lru_cache(maxsize=1 << 12)
def _may_date(end: str) -> bool:
    """Tell the letters that end a date; the last are asked for, of all lines."""
    return any(map(str.isdigit, end[-2:])) or end == "ago" or end[-1:] in "yаao前す"


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
    if dated(text):
        return "dated"
    reason = len(text) > MAX_LINE and not cell.mark and REASON.match(text)
    return "notice" if reason else ""


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
