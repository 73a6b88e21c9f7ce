"""Read vBulletin: "03-03-2011, 14:17 #661" with the user card below or above, then the text.

Version 4 prints name and menu, then title and counters; main-content extractors leave a numbered
list whose items begin with the date. Last seen: 2020. Not read: parents (quotes stay in the text),
reputation, signatures without a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from threadgraph.dates import is_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._forum import Head, Thread, build_thread, dateish, is_chrome
from threadgraph.layouts._forum_card import is_filtered
from threadgraph.layouts._forum_list import longest_list
from threadgraph.layouts._forum_rows import Row, numbers_posts, read_rows
from threadgraph.layouts._names import MAX_NAME
from threadgraph.layouts._page import TextPage

__all__ = ["LAYOUT"]

# The text of the picture before a date in version 3
_STATES = "old default unread alt standard ungelesen vieux antiguo vecchio oud gammel".split()
_STATE = rf"(?:(?:{'|'.join(_STATES)}) )"
_STATE_SIGNS = frozenset(sign for state in _STATES for sign in (state[0], state[0].upper()))
# "03.03.2011, 14:17 #661", "Today, 10:02 AM #3 (permalink)", "Old 01-02-2005, 10:00 AM#3"
_DATED = re.compile(
    rf"^{_STATE}?(?P<date>.{{6,32}}?)\s?#(?P<number>\d{{1,6}})(?: ?\(permalink\))?$",
    re.IGNORECASE,
)
# "Old 01-02-2005, 10:00 AM": where a line filter dropped the number
_OLD = re.compile(rf"^{_STATE}(?P<date>.{{6,32}})$", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?:Re|Aw): \S.{0,120}$", re.IGNORECASE)
# "#661", "#661 (permalink)"
_NUMBER = re.compile(r"^#(\d{1,6})(?: ?\(permalink\))?$", re.IGNORECASE)
# "Join Date: Jan 2008", "Registriert seit: 05.2010", "View Profile", "Posts 1,234"
_CARD = re.compile(
    r"^(?:join date|location|posts|registriert(?: seit)?|ort|beiträge|date d'inscription|"
    r"localisation|messages|fecha de ingreso|ubicación|mensajes|data registrazione|messaggi|"
    r"rep power|reputation|thanks|thanked|blog entries|age|real name|threads)\b ?:?.{0,80}$|"
    r"^(?:view profile|view forum posts|private message|view blog entries|visit homepage|"
    r"view articles|add as contact|send email|profil|beiträge anzeigen|private nachricht|"
    r"homepage besuchen|blog anzeigen|artikel anzeigen)$",
    re.IGNORECASE,
)
_BUTTONS = re.compile(
    r"^(?:reply with quote.{0,40}|mit zitat antworten|zitieren|antworten|share tweet|comment|post|"
    r"flag|\d{1,4}|reply with quote 0|thanks \d{1,4}.{0,30}|likes? \d{1,4}.{0,30})$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^\d{1,4}\.$")
_REACH = 14


class _Anchor(NamedTuple):
    first: int
    last: int
    number: int
    date: str


def _parse(page: TextPage) -> Parse | None:
    text = page.text
    if text.count("#") < 2 and "1." not in text and ":" not in text:  # noqa: PLR2004
        return None
    rows = read_rows(page)
    numbered = _rising(list(_anchors(rows))) if numbers_posts(page) else []
    anchors = numbered or list(_old(rows))
    if len(anchors) < 2:  # noqa: PLR2004 - one may be chance
        heads = list(_listed(page, rows))
        return build_thread(
            Thread(page=page, rows=rows, chrome=_is_chrome), heads, marks=2 * len(heads)
        )
    lows = [0] + [anchor.last + 1 for anchor in anchors[:-1]]
    ends = [anchor.first for anchor in anchors[1:]] + [len(rows)]
    above = sum(
        _has_card(rows, max(low, a.first - _REACH), a.first)
        for low, a in zip(lows, anchors, strict=True)
    )
    below = sum(
        _has_card(rows, a.last + 1, min(end, a.last + _REACH))
        for a, end in zip(anchors, ends, strict=True)
    )
    filtered = is_filtered(rows)
    heads = [
        _card_above(rows, low, anchor)
        if above > below
        else _card_below(rows, anchor, end, filtered=filtered)
        for low, anchor, end in zip(lows, anchors, ends, strict=True)
    ]
    return build_thread(
        Thread(page=page, rows=rows, chrome=_is_chrome), heads, marks=2 * len(heads)
    )


def _anchors(rows: Sequence[Row]) -> Iterator[_Anchor]:
    for number, row in enumerate(rows):
        if "#" not in row.text or len(row.text) > 50:  # noqa: PLR2004 - anchors are short
            continue
        if (found := _DATED.match(row.text)) and dateish(found["date"]):
            yield _Anchor(number, number, int(found["number"]), found["date"])
        elif (found := _NUMBER.match(row.text)) and number and _is_dated(rows[number - 1]):
            yield _Anchor(number - 1, number, int(found[1]), rows[number - 1].text)


def _old(rows: Sequence[Row]) -> Iterator[_Anchor]:
    """Find dates below the picture of an old post; which post is the first does not show."""
    count = 1
    for number, row in enumerate(rows):
        if row.text[:1] not in _STATE_SIGNS or row.mark or len(row.text) > 50:  # noqa: PLR2004
            continue
        found = _OLD.match(row.text)
        if found and is_date(found["date"]):
            count += 1
            yield _Anchor(number, number, count, found["date"])


def _is_dated(row: Row) -> bool:
    return not row.mark and is_date(row.text)


def _listed(page: TextPage, rows: Sequence[Row]) -> Iterator[Head]:
    """Read the numbered list that main-content extractors leave: dates or numbers of posts."""
    items = longest_list(rows)
    dates = sum(
        is_date(rows[item.row].text) or bool(_NUMBER.match(rows[item.row].text)) for item in items
    )
    if len(items) < 2 or dates < 0.5 * len(items):  # noqa: PLR2004 - one item is no list
        return
    ends = [*(item.row for item in items[1:]), len(rows)]
    for item, end in zip(items, ends, strict=True):
        row = rows[item.row]
        if _NUMBER.match(row.text):
            last = _past_card(rows, item.row, end)
            yield Head(first=item.row, last=last, opening=row.text == "#1")
        elif is_date(row.text):
            yield Head(first=item.row, last=item.row, date=row.text, opening=item.number == 1)
        else:  # the date was dropped
            lead = page.lines[row.first].first + len(row.mark) + 1
            yield Head(first=item.row, last=item.row - 1, begin=lead, whole=False)


def _past_card(rows: Sequence[Row], first: int, end: int) -> int:
    """Give the last row of the card below: "Join Date", "Sep 2009", "Posts", "Re: Tyres"."""
    last = first
    for number in range(first + 1, min(end, first + _REACH)):
        if _CARD.match(rows[number].text[:121]):
            value = number + 1 < end and not _CARD.match(rows[number + 1].text[:121])
            short = value and rows[number + 1].gap == 0 and len(rows[number + 1].text) <= MAX_NAME
            last = number + 1 if short and ":" not in rows[number].text else number
    if last + 1 < end and _SUBJECT.match(rows[last + 1].text[:130]):
        last += 1
    return last


def _rising(anchors: list[_Anchor]) -> list[_Anchor]:
    kept: list[_Anchor] = []
    for anchor in anchors:
        if not kept or anchor.number > kept[-1].number:
            kept.append(anchor)
    return kept


def _has_card(rows: Sequence[Row], first: int, end: int) -> bool:
    return any(_CARD.match(rows[n].text) for n in range(first, end) if len(rows[n].text) <= 120)  # noqa: PLR2004


def _card_below(rows: Sequence[Row], anchor: _Anchor, end: int, *, filtered: bool) -> Head:
    """Read the card below the date; without counters there is no card, and no name.

    A line filter drops names of one word: a row alone above the counters may then be a title.
    """
    near = range(anchor.last + 1, min(end, anchor.last + _REACH))
    card = [n for n in near if len(rows[n].text) <= 120 and _CARD.match(rows[n].text)]  # noqa: PLR2004
    last = card[-1] if card else anchor.last
    above = [n for n in range(anchor.last + 1, card[0] if card else last) if rows[n].text]
    author = None
    if len(above) > filtered and len(rows[above[0]].text) <= MAX_NAME:
        author = rows[above[0]].text
    if card and last + 1 < end and _SUBJECT.match(rows[last + 1].text[:130]):
        last += 1
    return _made(anchor, anchor.first, last, author)


def _card_above(rows: Sequence[Row], low: int, anchor: _Anchor) -> Head:
    """Read the card above the date: its name is the list's item, or stands above the menu."""
    first = anchor.first
    for number in range(anchor.first - 1, max(low, anchor.first - _REACH) - 1, -1):
        row = rows[number]
        if _ITEM.match(row.mark) and row.text:
            following = rows[number + 1].text  # "Avatar von Ann", "Ann"
            doubled = following and row.text.endswith(" " + following)
            return _made(
                anchor, number, anchor.last, (following if doubled else row.text)[:MAX_NAME]
            )
        if _CARD.match(row.text[:120]):
            first = number
    above = first - 1
    while above >= low and not rows[above].text:
        above -= 1
    if first == anchor.first or above < low or len(rows[above].text) > MAX_NAME:
        return _made(anchor, first, anchor.last, None)
    return _made(anchor, above, anchor.last, rows[above].text)


def _made(anchor: _Anchor, first: int, last: int, author: str | None) -> Head:
    return Head(first=first, last=last, author=author, date=anchor.date, opening=anchor.number == 1)


def _is_chrome(row: Row) -> bool:
    return is_chrome(row) or bool(_BUTTONS.match(row.text))


LAYOUT = Layout(
    description="vBulletin: date and post number with a user card",
    parents="none",
    parse=_parse,
)
