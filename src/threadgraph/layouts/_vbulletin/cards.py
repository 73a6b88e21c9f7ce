"""Read vBulletin's user cards, which stand below a post's date or above it, and their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from threadgraph.layouts._boards.card import BULLETS
from threadgraph.layouts._boards.card_words import is_filtered
from threadgraph.layouts._boards.forum import Head
from threadgraph.layouts._boards.rows import Row, linked_name, read_rows
from threadgraph.layouts._boards.words import FORUM_END
from threadgraph.layouts._text.names import MAX_NAME, looks_like_name, reads_as_text
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._vbulletin.marks import (
    BARE,
    CARD,
    GUEST,
    GUESTS,
    INLINE,
    ITEM,
    PRESENT,
    THANKS,
    VALUE,
)
from threadgraph.layouts._vbulletin.told import told_by
from threadgraph.names import is_role

__all__ = ["REACH", "Anchor", "card_above", "card_below", "has_card", "named", "without_ranks"]

REACH = 28
"""Rows of a card, at most."""

RECEIVED = "Received "
"""With it begins a count of likes that needs no value below."""

_MONTH = re.compile(r"[^\W\d_]{3,9}\.? (?:19|20)\d\d$")
PROFILES = frozenset(
    "view public profile|öffentliches profil ansehen|profil|ver perfil|ver perfil público|"
    "voir le profil public|voir le profil|visualizza profilo pubblico|visualizza il profilo|"
    "bekijk openbaar profiel|openbaar profiel bekijken|zobacz publiczny profil|"
    "посмотреть профиль|visa publik profil|visa allmän profil|vis offentlig profil|"
    "zobrazit veřejný profil|vezi profilul public".split("|")
)
"""Where the menu of version 3 begins that is hidden below a post."""


class Anchor(NamedTuple):
    """The rows of a post's date and number."""

    first: int
    last: int
    number: int
    date: str


def has_card(rows: Sequence[Row], first: int, end: int) -> bool:
    """Tell whether a row of a user card stands there."""
    return any(_is_card(rows, n) for n in range(first, end))


def named(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """Give the heads with the names that the texts of pictures tell where no card shows them.

    Where most posts have such texts, a card that begins with another row lost its name.
    """
    ends = [*(head.first for head in heads[1:]), len(rows)]
    names = [
        told_by(rows, head.first, end) or _unlinked(rows, range(head.first + 1, end))
        for head, end in zip(heads, ends, strict=True)
    ]
    most = 2 * sum(name is not None for name in names) > len(heads)
    return [
        replace(head, author=name) if name and (most or not head.author) else head
        for head, name in zip(heads, names, strict=True)
    ]


def _unlinked(rows: Sequence[Row], below: range) -> str | None:
    """Give the name above "Guest": extractors drop names that are links, and guests have none."""
    if len(below) < 2 or rows[below[0]].gap or rows[below[1]].gap:  # noqa: PLR2004
        return None
    name, rank = rows[below[0]].text, rows[below[1]].text
    return name if rank.lower() in GUESTS and looks_like_name(name) else None


def without_ranks(
    rows: Sequence[Row], anchors: Sequence[Anchor], heads: Sequence[Head]
) -> list[Head]:
    """Name nobody by the only row of a card where other cards have nothing but a rank.

    There the names, links or single words, are gone. Of the ranks only the boards' own are known;
    members choose others.
    """
    cards = [_above_card(rows, a, head) for a, head in zip(anchors, heads, strict=True)]
    if not any(card and all(map(is_role, card)) for card in cards):
        return list(heads)
    return [
        head if any(map(_is_rank, card)) else replace(head, author=None)
        for head, card in zip(heads, cards, strict=True)
    ]


def _above_card(rows: Sequence[Row], anchor: Anchor, head: Head) -> list[str]:
    """Give the rows between a date and the counters below it."""
    below = range(anchor.last + 1, head.last + 1)
    above = list(takewhile(lambda n: not _is_card(rows, n), below))
    return [rows[n].text for n in above if rows[n].text] if len(above) < len(below) else []


def _is_rank(text: str) -> bool:
    """Tell a rank that the board gives, not "Thread Starter"."""
    return is_role(text) and not text.lower().endswith("starter")


def opens_menu(rows: Sequence[Row], number: int) -> bool:
    """Tell a name above the menu that version 3 hides below a post."""
    below = range(number + 1, min(len(rows), number + 3))
    following = next((rows[n].text for n in below if rows[n].text), "")
    return bool(rows[number].text) and following.casefold() in PROFILES


def card_below(page: TextPage, anchor: Anchor, end: int) -> Head:
    """Read the card below the date; without counters there is no card, and no name."""
    rows = read_rows(page)
    near = range(anchor.last + 1, min(end, anchor.last + REACH))
    menu = next((n for n in near[1:] if opens_menu(rows, n)), end)
    near = range(anchor.last + 1, min(menu, anchor.last + REACH))
    within = takewhile(lambda n: not FORUM_END.match(rows[n].text[:200]), near)
    card = _without_presence(rows, [n for n in within if _is_card(rows, n)])
    last = _with_value(rows, card[-1], end) if card else anchor.last
    above = [n for n in range(anchor.last + 1, card[0] if card else last) if rows[n].text]
    name = _name_in(page, above) if above or not card else linked_name(page, rows[card[0]])
    return _made(anchor, anchor.first, last, name)


def _without_presence(rows: Sequence[Row], card: list[int]) -> list[int]:
    """Leave "ann is offline" out below the counters, where it ends the text."""
    present = {n for n in card if PRESENT.match(rows[n].text)}
    top = next((n for n in card if n not in present), len(rows))
    return [n for n in card if n < top or n not in present]


def _name_in(page: TextPage, above: Sequence[int]) -> str | None:
    """Give the name in the rows above the counters.

    A line filter drops names of one word: what stands there may then be a title, but above one.
    """
    rows = read_rows(page)
    if not above or len(rows[above[0]].text) > MAX_NAME:
        return None
    texts = [rows[n].text for n in above]
    if told := told_by(rows, above[0], above[0] + 1):
        return told
    avatar = len(texts) > 1 and texts[1] in texts[0]
    linked = linked_name(page, rows[above[avatar]])
    if linked is not None:
        return linked
    if len(texts) == 1 and _is_guest(rows, above[0]):
        return texts[0]
    if is_filtered(rows) and (len(texts) == 1 or told_by(rows, above[1], above[1] + 1)):
        return None
    name = texts[avatar]
    return None if is_role(name) or (" " in name and reads_as_text(name)) else name


def _is_guest(rows: Sequence[Row], number: int) -> bool:
    """Tell "Ann Lee" above "Posts: n/a": writers of a mirrored newsgroup have no rank there.

    Where the name is gone, "external usenet poster" is left.
    """
    name = rows[number].text
    below = rows[number + 1].text if number + 1 < len(rows) else ""
    told = name[:1].isupper() and looks_like_name(name) and not is_role(name)
    return told and GUEST.match(below)


def card_above(page: TextPage, low: int, anchor: Anchor) -> Head:
    """Read the card above the date: its name is an item, a link, or stands above the menu."""
    rows = read_rows(page)
    first = anchor.first
    for number in range(anchor.first - 1, max(low, anchor.first - REACH) - 1, -1):
        row = rows[number]
        if row.text and (row.text == rows[number - 1].text) and number > low:
            return _made(anchor, number - 1, anchor.last, row.text)
        if ITEM.match(row.mark) and row.text:
            following = rows[number + 1].text  # "Avatar von Ann", "Ann"
            doubled = following and row.text.endswith(" " + following)
            name = following if doubled else row.text
            return _made(anchor, number, anchor.last, name[:MAX_NAME])
        if first < anchor.first and _opens_card(row, rows[first]):
            return _made(anchor, number, anchor.last, row.text)
        if first < anchor.first and not row.mark and (name := linked_name(page, row)):
            return _made(anchor, number, anchor.last, name)
        if CARD.match(row.text[:120]) or _is_month(row):
            first = number
    return _above_counters(rows, low, first, anchor)


def _opens_card(row: Row, counter: Row) -> bool:
    """Tell the item of the outer list that a post is, above the inner list of counters."""
    outer = row.mark in BULLETS and counter.mark in BULLETS
    inner = row.mark != counter.mark or row.indent < counter.indent
    return outer and inner and 0 < len(row.text) <= MAX_NAME and not CARD.match(row.text)


def _above_counters(rows: Sequence[Row], low: int, first: int, anchor: Anchor) -> Head:
    """Take the row above the counters for the name; version 5 prints a title between."""
    above = first - 1
    while above >= low and not rows[above].text:
        above -= 1
    if first == anchor.first or above < low or len(rows[above].text) > MAX_NAME:
        return _made(anchor, first, anchor.last, None)
    if anchor.last > anchor.first and above - 1 >= low and _is_named(rows[above - 1]):
        above -= 1
    if above - 2 >= low and _pictured(rows, above - 1):
        return _made(anchor, above - 2, anchor.last, rows[above - 1].text)
    return _made(anchor, above, anchor.last, rows[above].text)


def _pictured(rows: Sequence[Row], number: int) -> bool:
    """Tell a name above the rank: the text of the picture above it tells it, too."""
    name = rows[number].text
    return 0 < len(name) <= MAX_NAME and told_by(rows, number - 1, number) == name


def _is_named(row: Row) -> bool:
    return not row.mark and looks_like_name(row.text) and not is_role(row.text)


def _is_month(row: Row) -> bool:
    """Tell an item "Mar 2010": the day of joining, whose label a tool dropped."""
    return row.mark in BULLETS and _MONTH.match(row.text) is not None


def _is_card(rows: Sequence[Row], number: int) -> bool:
    text = rows[number].text
    if _is_month(rows[number]):
        return True
    if text.lower() in THANKS:
        return number + 1 < len(rows) and rows[number + 1].text[:1].isdigit()
    return (len(text) <= 120 and CARD.match(text)) or (len(text) <= 200 and INLINE.search(text))  # noqa: PLR2004 - rows of cards


def _with_value(rows: Sequence[Row], number: int, end: int) -> int:
    """Give the row of the value that stands below a label without one: "Location", "Kassel"."""
    below, text = number + 1, rows[number].text
    if below >= end or rows[below].mark or text.startswith(RECEIVED) or not BARE.search(text):
        return number
    return below if VALUE.match(rows[below].text) else number


def _made(anchor: Anchor, first: int, last: int, author: str | None) -> Head:
    return Head(first=first, last=last, author=author, date=anchor.date, opening=anchor.number == 1)
