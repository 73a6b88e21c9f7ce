"""Read the cards of users that close a post: "share | edit / answered DATE / name / badges"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from threadgraph.layouts._stackexchange.cells import Cell
from threadgraph.layouts._stackexchange.marks import AVATAR, BADGES, EDITED, SIGNED, WIKI

__all__ = ["Card", "half", "once", "read_card"]

MAX_NAME = 40
MAX_CELLS = 30
# "Ann LeeAnn Lee 1,655 2 14": a card in one line
_COUNTED = re.compile(r"(\S.{0,39}?) ?\1 \d[\dk.,●•\s]{0,30}$")
# `](/posts/2/revisions "show all edits") Ann Lee`: behind a link that begins a line above
_REVISIONS = re.compile(r"^\]\([^()\s]{1,160}/revisions(?:\s\"[^\"]{0,80}\")?\)\s?(?=\S)")
MIN_TWICE = 5
"""Letters of a name from which on its double is no name of its own: "Coco" is one."""


@dataclass(slots=True)
class Card:
    """What a post's cards say; `after` is the first cell behind them.

    The last name is the author's: that of an editor stands before it.
    """

    after: int
    names: list[str] = field(default_factory=list[str])
    dates: list[str] = field(default_factory=list[str])
    written: list[str] = field(default_factory=list[str])
    badges: int = 0
    before: str = ""

    @property
    def author(self) -> str | None:
        """The name of who wrote the post, without a moderator's sign."""
        return _once(self.names[-1]) or None if self.names else None

    @property
    def date(self) -> str | None:
        """When the post was written, as shown: cards of wikis may tell the last edit alone."""
        return self.written[-1] if self.written else None


def _once(name: str) -> str:
    """Give a name without a moderator's sign, and once where it stands on both sides of that."""
    name = name.rstrip("♦◆ ")
    left, sign, right = name.partition("♦")
    return left.rstrip() if sign and left.strip() == right.strip() else name


def once(name: str, *, told: bool) -> str:
    """Give a name that is printed twice once: where the page does so (`told`), or if it is long."""
    counted = _COUNTED.match(name)
    twice = counted[1] if counted else half(name)
    return twice if twice and (told or len(twice) >= MIN_TWICE) else name


def half(name: str) -> str | None:
    """Give the name that is printed twice: "AnnAnn", "Ann Ann"."""
    once = name[: len(name) // 2]
    return once if once and name in (once + once, f"{once} {once}") else None


def read_card(table: Sequence[Cell], kinds: Sequence[str], first: int, end: int) -> Card:
    """Read the cells from `first` on as long as they can belong to a post's cards."""
    card = Card(first)
    for number in range(first, min(first + MAX_CELLS, end)):
        if _is_beside(table, number):
            continue
        if not _takes(card, table[number], kinds[number]):
            break
        if kinds[number] != "chrome":
            card.after = number + 1
    return card


def _is_beside(table: Sequence[Cell], number: int) -> bool:
    """Tell the votes that inscriptis prints in a column beside a row of the cards."""
    following = table[number + 1 : number + 2]
    return table[number].text.isdigit() and any(c.first == table[number].first for c in following)


def _takes(card: Card, cell: Cell, kind: str) -> bool:
    """Add a cell to the cards; tell whether it belongs there."""
    text = cell.text
    if kind == "sign":
        if "signed" in card.before and card.badges:
            card.before = ""
        return _sign(card, text)
    wiki = WIKI.match(text)
    if wiki or kind in ("menu", "vote") or not text or AVATAR.match(text):
        alone = wiki and not card.names and not card.dates
        card.before = "wiki" if alone else card.before if card.before == "name" else "menu"
        return True
    if BADGES.match(text) and card.badges < len(card.names):
        card.badges += 1
        card.before = "badges"
        return True
    if kind == "chrome" and not text.isdigit():
        return True
    text = _REVISIONS.sub("", text)
    if _can_be_name(card, cell._replace(text=text), kind):
        card.names.append(text)
        card.before = "name"
        return True
    return False


def _sign(card: Card, text: str) -> bool:
    """Add "answered DATE", which html2text may print with the name."""
    found = SIGNED.match(text)
    if found is None:
        return False
    card.dates.append(found["date"])
    if not EDITED.match(text):
        card.written.append(found["date"])
    card.before = "sign"
    if found["name"] and not WIKI.match(found["name"]):
        card.names.append(found["name"])
        card.before = "name"
    return True


def _can_be_name(card: Card, cell: Cell, kind: str) -> bool:
    """Tell a name: below an action, its picture or a wiki's revisions, or beside another name."""
    dated = card.before in ("sign", "menu", "name") and len(card.names) < len(card.dates)
    placed = dated or card.before == "wiki"
    fits = len(half(cell.text) or cell.text) <= MAX_NAME and cell.mark in ("", "-") and kind == ""
    return placed and fits and not cell.text.isdigit()
