"""Read vBulletin: "03-03-2011, 14:17 #661" with the user card below or above, then the text.

Version 4 prints name and menu, then title and counters; main-content extractors leave a numbered
list whose items begin with the date. Last seen: 2020. Not read: parents (quotes stay in the text),
reputation, signatures without a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from threadgraph.date_scan import leading_date
from threadgraph.dates import is_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._forum_card import is_filtered
from threadgraph.layouts._forum_list import longest_list
from threadgraph.layouts._forum_rows import Row, linked_name, numbers_posts, read_rows
from threadgraph.layouts._names import MAX_NAME, looks_like_name
from threadgraph.layouts._page import TextPage
from threadgraph.names import is_role

__all__ = ["LAYOUT"]

# The text of the picture before a date in version 3
_STATES = (
    "old default unread alt standard ungelesen vieux antiguo viejo vecchio oud gammel eski yeni "
    "stary старый nuevo nuovo neu new".split()
)
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
_LABEL = (
    r"(?:join date|location|posts|beans|vehicle|registriert(?: seit)?|ort|beiträge|danke|"
    r"date d'inscription|localisation|messages|fecha de ingreso|registrado|ubicación|mensajes|"
    r"data registrazione|registrato|messaggi|üyelik tarihi|mesajlar|tecrübe puanı|nereden|"
    r"geregistreerd|berichten|locatie|reg\.? ?datum|inlägg|"
    r"rep power|reputation|thanks|thanked|blog entries|age|real name|threads)"
)
# "Join Date: Jan 2008", "Registriert seit: 05.2010", "View Profile", "Posts 1,234", "UK Posts"
_CARD = re.compile(
    rf"^{_LABEL}\b ?:?.{{0,80}}$|^[^?!]{{0,40}}\s{_LABEL}$|"
    r"^(?:view profile|view forum posts|private message|view blog entries|visit homepage|"
    r"view articles|add as contact|send email|profil|(?:forum-)?beiträge(?: anzeigen)?|"
    r"private nachricht|homepage besuchen|blog anzeigen|artikel anzeigen|ver perfil|"
    r"mensaje privado|voir le profil|message privé)$|"
    r"^\S.{0,58} (?:is|ist|está|est) (?:offline|online|hors ligne|desconectado|en línea|"
    r"on a distinguished road|(?:ein|a|an) .{1,40})$|^\S.{0,40} has .{3,40} (?:future|about)$",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?:^|\s){_LABEL}$", re.IGNORECASE)
# "Premium Member Join Date Nov 2010Location Denver, COPosts 35": the card in one row
_INLINE = re.compile(
    r"(?:join date|registriert seit|date d'inscription|fecha de ingreso|üyelik tarihi|"
    r"data registrazione|geregistreerd|registrado) ?:? ?.{0,20}\d{4}",
    re.IGNORECASE,
)
# "Thread: Which mill?", "Thema: Welche Mühle?": the title above the posts, which repeat it
_TITLE = re.compile(
    r"^(?:Thread|Thema|Tema|Discussion|Discussione|Konu|Onderwerp|Ämne|Hilo): (\S.{0,150})$"
)
_BUTTONS = re.compile(
    r"^(?:reply with quote.{0,40}|mit zitat antworten|zitieren|antworten|share tweet|comment|post|"
    r"flag|\d{1,4}|reply with quote 0|\S.{0,58} (?:is|ist) (?:offline|online)\b.{0,60}|"
    r"thanks \d{1,4}.{0,30}|likes? \d{1,4}.{0,30})$",
    re.IGNORECASE,
)
# "07.2006", "23.899", "Nähe Kassel", "17491 Mal in 199 Beiträgen bedankt"
_VALUE = re.compile(r"^(?:[\d.,/ -]{1,12}|[^\W\d_]{3,10}\.? \d{4}|\d.{0,50}|\S[^.?!]{0,38})$")
_ITEM = re.compile(r"^\d{1,4}\.$")
_REACH = 28
MAX_SUBJECT = 120


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
    up = above > below or bool(_NUMBER.match(rows[anchors[0].first].text))
    heads = [
        _card_above(rows, low, anchor) if up else _card_below(page, anchor, end)
        for low, anchor, end in zip(lows, anchors, ends, strict=True)
    ]
    return build_thread(
        Thread(page=page, rows=rows, chrome=_is_chrome),
        _without_title(rows, heads),
        marks=2 * len(heads),
    )


def _anchors(rows: Sequence[Row]) -> Iterator[_Anchor]:
    for number, row in enumerate(rows):
        if "#" not in row.text or len(row.text) > 50:  # noqa: PLR2004 - anchors are short
            continue
        if (found := _DATED.match(row.text)) and leading_date(found["date"]):
            yield _Anchor(number, number, int(found["number"]), found["date"])
        elif (found := _NUMBER.match(row.text)) and number and _is_dated(rows[number - 1]):
            yield _Anchor(number - 1, number, int(found[1]), rows[number - 1].text)
        elif found and (below := _date_below(rows, number)):
            date = leading_date(rows[below].text)
            shown = rows[below].text[: date.end if date else None]
            yield _Anchor(number, below, int(found[1]), shown)


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


def _date_below(rows: Sequence[Row], number: int) -> int | None:
    """Give the row of the date below "#2" and a subject, as version 5 prints them."""
    for below in range(number + 1, min(len(rows), number + 3)):
        found = leading_date(rows[below].text[:80])
        if found and found.certain and ":" in rows[below].text[: found.end]:
            return below
        if len(rows[below].text) > MAX_SUBJECT:
            return None
    return None


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
    return any(_is_card(rows[n]) for n in range(first, end))


def _card_below(page: TextPage, anchor: _Anchor, end: int) -> Head:
    """Read the card below the date; without counters there is no card, and no name.

    A line filter drops names of one word: a row alone above the counters may then be a title.
    """
    rows = read_rows(page)
    near = range(anchor.last + 1, min(end, anchor.last + _REACH))
    card = [n for n in near if _is_card(rows[n])]
    last = _with_value(rows, card[-1], end) if card else anchor.last
    above = [n for n in range(anchor.last + 1, card[0] if card else last) if rows[n].text]
    author = None
    if len(above) > is_filtered(rows) and len(rows[above[0]].text) <= MAX_NAME:
        avatar = len(above) > 1 and rows[above[1]].text in rows[above[0]].text
        author = linked_name(page, rows[above[avatar]]) or rows[above[avatar]].text
    if card and last + 1 < end and _SUBJECT.match(rows[last + 1].text[:130]):
        last += 1
    return _made(anchor, anchor.first, last, author)


def _is_card(row: Row) -> bool:
    text = row.text
    return bool(
        (len(text) <= 120 and _CARD.match(text)) or (len(text) <= 200 and _INLINE.search(text))  # noqa: PLR2004
    )


def _with_value(rows: Sequence[Row], number: int, end: int) -> int:
    """Give the row of the value that stands below a label without one: "Location", "Kassel"."""
    below = number + 1
    if below >= end or not _BARE.search(rows[number].text) or rows[below].mark:
        return number
    return below if _VALUE.match(rows[below].text) else number


def _without_title(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """Take the thread's title, which stands above texts, to the headers."""
    above = rows[: heads[0].first]
    titles = {found[1] for row in above if (found := _TITLE.match(row.text[:170]))}
    return [
        replace(head, last=head.last + 1)
        if head.last + 1 < len(rows) and rows[head.last + 1].text in titles
        else head
        for head in heads
    ]


def _card_above(rows: Sequence[Row], low: int, anchor: _Anchor) -> Head:
    """Read the card above the date: its name is the list's item, or stands above the menu."""
    first = anchor.first
    for number in range(anchor.first - 1, max(low, anchor.first - _REACH) - 1, -1):
        row = rows[number]
        if row.text and (row.text == rows[number - 1].text) and number > low:
            return _made(anchor, number - 1, anchor.last, row.text)
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
    if anchor.last > anchor.first and above - 1 >= low and _is_named(rows[above - 1]):
        above -= 1  # version 5 prints a title between name and counters
    return _made(anchor, above, anchor.last, rows[above].text)


def _is_named(row: Row) -> bool:
    return not row.mark and looks_like_name(row.text) and not is_role(row.text)


def _made(anchor: _Anchor, first: int, last: int, author: str | None) -> Head:
    return Head(first=first, last=last, author=author, date=anchor.date, opening=anchor.number == 1)


def _is_chrome(row: Row) -> bool:
    return is_chrome(row) or bool(_BUTTONS.match(row.text))


LAYOUT = Layout(
    description="vBulletin: date and post number with a user card",
    parents="none",
    parse=_parse,
)
