"""Find the name in a user card: the rows between a post's end and the next post's date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.dates.scan import leading_date
from threadgraph.layouts._boards.attached import is_attached
from threadgraph.layouts._boards.card_words import STATS
from threadgraph.layouts._boards.forum import is_chrome
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._text.names import MAX_NAME, looks_like_name
from threadgraph.names import is_role

__all__ = ["BULLETS", "card_top", "name_in_card", "name_row", "name_twice"]

MAX_BANNERS = 3
ENDED = 2
"""Blank lines above a card: the mark of where the text above ends is one of them."""


BULLETS = frozenset("•*+")
# "Reaktionen 401 Beiträge 1,204"
_COUNTED = re.compile(r"(?<=\d) ")
_PARTED = re.compile(r" [*·|] ")
# "Ann, bob and 3 others", "Ann und bob"
_REACTED = re.compile(
    r", |\S (?:and|und|et|y|e|en|og|och|i|ja|ve|és|și|и|та) (?:\d{1,5} [^\W\d_]{4,12}$|\S)"
)
# "Mar 25, 2009 55 72 Points 18": joining and counters in one row, icons for labels
_COUNTERS = re.compile(r"(?:\s+(?:[\d.,]{1,9}[kK]?|[^\W\d_]{3,12}))+$")
# "Guest" below "Deleted member 48812": what the account was
_GONE = re.compile(r"\S.{3,30} \d{3,9}$")
_GUESTS = frozenset("guest gast invité invitado convidado ospite gość гость host vendég".split())
_STARTS = (" TS", " OP")
"""What stands behind the name of who began the thread."""

_THREAD = re.compile(
    r"^(?:start date|thread starter|erstellt am|(?:erst|themen)ersteller(?:in)?|themenstarter|"
    r"(?:auteur|initiateur) d[eu] (?:la discussion|sujet)|date de début|iniciador del tema|"
    r"fecha de inicio|autor do tópico|data d[ei'] ?iní?cio|creatore discussione|data d'inizio|"
    r"(?:topic|onderwerp)starter|startdatum|startdato|trådskapare|trådstarter|autor wątku|"
    r"(?:data )?rozpoczęci[ae]|rozpoczęty|автор темы|дата начала|"
    r"konuyu başlatan|başlangıç tarihi|viestiketjun aloittaja|aloituspäivä\w*|tags?)\b",
    re.IGNORECASE,
)


def name_in_card(rows: Sequence[Row], low: int, high: int) -> int | None:
    """Give the row of the name in the card that ends before row `high`, or None.

    In this order: a heading; a name below its own avatar's text or letter; the item of a list that
    the card stands in; where the card is indented, its outermost first row; a row that stands alone
    above the counters.
    """
    top = high
    while top > low and _short(rows[top - 1]):
        top -= 1
    for finder in (_heading, name_row, _item, _outermost, _alone):
        found = finder(rows, top, high)
        if found is not None:
            return found
    return None


def card_top(rows: Sequence[Row], low: int, name: int) -> int:
    """Give the first row of the card: the avatar's text or letter above the name, if shown."""
    above = name - 1
    while above >= low and not rows[above].text:
        above -= 1  # a picture without a text
    if above >= low and _avatar(rows[above].text, rows[name].text):
        return above
    return above + 1


def name_twice(rows: Sequence[Row], low: int, high: int) -> bool:
    """Tell whether a name stands below its own avatar's text."""
    return name_row(rows, low, high) is not None


def _short(row: Row) -> bool:
    return len(row.text) <= 2 * MAX_NAME or bool(STATS.match(row.text))


def _avatar(text: str, name: str) -> bool:
    return text == name or (len(text) == 1 and text.casefold() == name[:1].casefold())


def _heading(rows: Sequence[Row], top: int, high: int) -> int | None:
    """Give the name that is a heading; html2text prints the name below the heading's mark, too."""
    for number in range(high - 1, top - 1, -1):
        if rows[number].mark.startswith("#"):
            if rows[number].text:
                return _first_heading(rows, top, number)
            if number + 1 < high and rows[number + 1].text:
                return number + 1
    return None


def _first_heading(rows: Sequence[Row], top: int, number: int) -> int:
    """Give the first of the headings that end with `number`: a title is one, below the name."""
    found = number
    above = number - 1
    while above >= top and (rows[above].mark.startswith("#") or not rows[above].text):
        found = above if rows[above].text else found
        above -= 1
    return found


def name_row(rows: Sequence[Row], top: int, high: int) -> int | None:
    """Give the nearest name below its avatar's text; banners may be doubled, without a gap."""
    close: int | None = None
    for number in range(high - 1, top, -1):
        name = rows[number].text
        if name.endswith(_STARTS) and name[:-3] == rows[number - 1].text:
            return number - 1
        if 1 < len(name) <= MAX_NAME and _avatar(rows[number - 1].text, name) and _can_be(name):
            if rows[number].gap:
                return number
            close = number if close is None else close
    return close


def _can_be(name: str) -> bool:
    """Tell no role, and no file, whose name stands below the text of its picture, too."""
    return not is_role(name) and not is_attached(name)


def _item(rows: Sequence[Row], top: int, high: int) -> int | None:
    """Give the item of a list right outside of the counters, as WoltLab 4 and 5 print it."""
    found = next((n for n in range(high - 1, top - 1, -1) if rows[n].mark in BULLETS), None)
    if found is None or not rows[found].text or high >= len(rows):
        return None
    indent = rows[found].indent
    inside = rows[found + 1 : high + 1]
    if indent >= rows[high].indent or any(r.gap or r.indent < indent for r in inside):
        return None
    card = (part for row in rows[found + 1 : high] for part in _COUNTED.split(row.text))
    counted = any(map(STATS.match, card))
    return found if counted and len(rows[found].text) <= MAX_NAME else None


def _outermost(rows: Sequence[Row], top: int, high: int) -> int | None:
    """Give the first row of the card that stands further out than the date.

    Between such rows a few banners may stand deeper; texts and bars do not stand so far out.
    """
    indent = rows[high].indent if high < len(rows) else 0
    name: int | None = None
    deeper = 0
    for number in range(high - 1, top - 1, -1):
        row = rows[number]
        outside = row.indent < indent
        deeper = 0 if outside else deeper + 1
        if deeper and is_role(row.text):
            continue
        if deeper > MAX_BANNERS or _THREAD.match(row.text) or (row.text and is_chrome(row)):
            break
        if outside and row.text and not _is_field(row.text):
            if name is not None and row.indent > rows[name].indent and _REACTED.search(row.text):
                break  # who liked the post above
            if name is not None and _named(rows[name]) and not _named(row):
                name = number if _was_deleted(row.text, rows[name].text) else name
                break  # a signature, else
            name = number
            if row.gap >= ENDED:
                break
    if name is None or len(rows[name].text) > MAX_NAME or STATS.match(rows[name].text):
        return None
    return name


def _is_field(text: str) -> bool:
    """Tell what is no name of those in a card: a role, a label, counters behind a date."""
    if text[-1] == ":" or is_role(text):
        return True
    date = leading_date(text) if text[-1].isdigit() else None
    return date is not None and date.certain and bool(_COUNTERS.match(text, date.end))


def _was_deleted(name: str, title: str) -> bool:
    return title.lower() in _GUESTS and _GONE.match(name) is not None


def _named(row: Row) -> bool:
    return looks_like_name(row.text)


def _alone(rows: Sequence[Row], top: int, high: int) -> int | None:
    """Give the nearest row with blank lines around it that is no counter."""
    for number in range(high - 1, top - 1, -1):
        row = rows[number]
        after = rows[number + 1].gap if number + 1 < len(rows) else 1
        if is_role(row.text) or len(_PARTED.findall(row.text)) > 1:
            continue  # "Member · Ohio · 120 posts"
        if row.gap and after and len(row.text) <= MAX_NAME and not STATS.match(row.text):
            return None if is_chrome(row) else number
        if is_chrome(row) and row.text:
            return None
    return None
