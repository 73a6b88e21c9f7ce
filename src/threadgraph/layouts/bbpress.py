"""Read topics of bbPress: "May 3, 2019 at 6:53 pm #1210", the name, the role, the text.

The number is the post's id in WordPress: it rises, with gaps. Main-content extractors drop the date
and leave "#1210", maybe without name and role. Last seen: 2026. Not read: names without a role
below, who answers whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from threadgraph.caseless import Caseless
from threadgraph.dates import is_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.card import BULLETS
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.rows import Row, numbers_posts, read_rows
from threadgraph.layouts._text.names import reads_as_text
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MOST = 0.6
"""Share of the posts that must have a name and a role."""

MAX_CARD = 6
"""Rows from the number to the role, at most: the picture's words, the name, its address."""
MAX_ANCHOR = 75
MAX_ROLE = 24
MIN_LISTED, MIN_DIGITS = 2, 4
"""How many numbers without a role tell posts, and the signs of each: "#120"."""

# "May 3, 2019 at 6:53 pm #1210", "May 3, 2019 at 6:53 pm#1210", "#1210"
_ANCHOR = re.compile(r"(?:(?P<date>\S.{5,55}?)\s?)?#(?P<number>\d{1,9})$")
# what bbPress calls its members, in its translations
_ROLE = Caseless(
    r"(?:key ?master|moderator|participant|spectator|blocked|"
    r"(?:haupt|schlüssel)?verwalter|teilnehmer(?:in)?|zuschauer|"
    r"ma[iî]tre des clés|modérateur|spectateur|bloqué|"
    r"(?:super)?administrador|jefe de claves|moderador|participante|espectador|"
    r"amministratore del forum|moderatore|partecipante|spettatore|"
    r"sleutelbeheerder|deelnemer|toeschouwer|mestre|mediador|"
    r"хранитель|модератор|участник|наблюдатель|opiekun|uczestnik|obserwator|"
    r"nyckelmästare|deltagare|ylläpitäjä|osallistuja)$"
)
# "You must be logged in to reply", "Viewing 11 posts - 1 through 11", "Author" above "Posts"
_END = Caseless(
    r"(?:author|autor|auteur|autore)(?: (?:posts|beiträge|messages|articles|entradas|risposte))?$|"
    r"viewing \d{1,4} (?:posts|repl)|you must be logged in|"
    r"ansicht von \d|du musst angemeldet sein|(?:vous devez|debes|devi|você deve) "
)


def _parse(page: TextPage) -> Parse | None:
    if not numbers_posts(page):
        return None
    rows = read_rows(page)
    heads = list(_heads(rows))
    named = sum(head.author is not None for head in heads)
    if named < max(2, MOST * len(heads)) and not _listed(rows, heads):
        return None
    return build_thread(
        Thread(page=page, rows=rows, chrome=is_chrome, end=_END), heads, marks=3 * len(heads)
    )


def _listed(rows: Sequence[Row], heads: Sequence[Head]) -> bool:
    """Tell the numbers that are alone left, each the item of a list: "• #146923"."""
    return len(heads) >= MIN_LISTED and all(
        rows[h.first].mark in BULLETS and len(rows[h.first].text) >= MIN_DIGITS for h in heads
    )


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the heads, whose numbers rise; without a role below it, a name cannot be told."""
    found = [(n, match) for n, row in enumerate(rows) if (match := _anchor(row)) is not None]
    numbers = [int(match["number"]) for _, match in found]
    if any(below <= above for above, below in pairwise(numbers)):
        return
    ends = [*(number for number, _ in found[1:]), len(rows)]
    for (number, match), end in zip(found, ends, strict=False):
        near = range(number + 2, min(end, number + MAX_CARD))
        role = next((n for n in near if _is_role(rows[n].text)), None)
        name = None if role is None else _name(rows, number, role)
        last = number if role is None else role
        yield Head(first=number, last=last, author=name, date=match["date"])


def _anchor(row: Row) -> re.Match[str] | None:
    text = row.text
    found = _ANCHOR.match(text) if "#" in text and len(text) <= MAX_ANCHOR else None
    return found if found and (found["date"] is None or is_date(found["date"])) else None


def _is_role(text: str) -> bool:
    return len(text) <= MAX_ROLE and bool(_ROLE.match(text))


def _name(rows: Sequence[Row], number: int, role: int) -> str | None:
    """Give the last row above the role that can be a name; "@ann" may stand between."""
    above = (rows[n].text for n in range(role - 1, number, -1))
    told = (text for text in above if text and text[0] not in "@(" and not reads_as_text(text))
    return next(told, None)


LAYOUT = Layout(
    description="bbPress: 'DATE #number', the name and a role above each text",
    parents="none",
    telling=3,
    parse=_parse,
)
