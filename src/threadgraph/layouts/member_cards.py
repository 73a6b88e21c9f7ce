"""Find the posts of boards that print a card of the author beside each post, whatever the software.

A card has rows of counters ("Posts: 12", "Joined: Mar 2009", "Offline"); the rows around it that
are alike in most posts belong to the header, and of the others one is the name and one the date.
Not read: posts of guests, whose cards have no counters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from threadgraph.dates.scan import holds_date, leading_date, trailing_date
from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._boards.forum import stripped
from threadgraph.layouts._boards.words import FORUM_CHROME, FORUM_END
from threadgraph.layouts._heads.anchors import is_control
from threadgraph.layouts._heads.counters import MAX_STAT, Card, cards_in, is_stat
from threadgraph.layouts._heads.dated_rows import Dated, skeleton
from threadgraph.layouts._heads.heads import Head, build_records, with_footer
from threadgraph.layouts._heads.row_forms import (
    MIN_POSTS,
    MOSTLY,
    Form,
    form_of,
    name_in,
    names_beside,
)
from threadgraph.layouts._heads.subjects import closed
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.layouts._text.words import ANSWERS
from threadgraph.names import is_role

__all__ = ["LAYOUT"]

CERTAINTY = 0.96
"""What such posts are worth: less than those of a family that knows its page."""

RANKS = 0.25
"""Share of the cards with a rank in the name's place from which none shows a name."""

MAX_ROLE = 12
MAX_SIGNATURE = 800
ABOVE, BELOW = 12, 6
"""Rows above and below a card among which the header's others stand."""

_SUBJECT = re.compile(
    rf"(?:(?:post )?subject: ?)?(?:(?:{ANSWERS})\s?: ?)?(\S.{{0,140}})", re.IGNORECASE
)
_LABELLED = re.compile(r"(?:post )?(?:subject|betreff|sujet|asunto)\s?:", re.IGNORECASE)
_RULE = re.compile(r"^[_-]{5,60}[ \t]*$", re.MULTILINE)
# "Last edited by Ann on Wed Mar 09, 2005; edited 1 time in total", "« Last Edit: 3 May by Ann »"
_EDITED = re.compile(r"\W{0,3}(?:last )?edit(?:ed)?(?: by|:)\s", re.IGNORECASE)
# "#2 引用 發表時間:2003-05-02 22:03:40 IP:210.77.xxx.xxx"
_AMID = re.compile(r"(?<!\d)(?:19|20)\d\d[-/]\d\d[-/]\d\d \d\d:\d\d(?::\d\d)?(?!\d)")
_NUMBER = re.compile(r"#?\d{1,7}[.)]?\Z")
_STATE_TAIL = re.compile(r"\s+(?:offline|online)\Z", re.IGNORECASE)


_When = tuple[int, str]


class _Found(NamedTuple):
    """Where the name and the date of a post stand, and what they are."""

    name: int | None
    author: str | None
    when: int | None
    date: str | None


def _parse(page: TextPage) -> Parse | None:
    rows = page.once(outline.rows)
    cards = cards_in(rows)
    if len(cards) < MIN_POSTS:
        return None
    dates, below = _dates(rows, cards)
    if sum(date is not None for date in dates) < MOSTLY * len(cards):
        return None
    form = form_of(rows, [Dated(row=card.first, date="", name=None) for card in cards])
    places = names_beside(form)
    if places is None:
        return None
    titles = _titles(rows, cards)

    def belongs(number: int) -> bool:
        row = rows[number]
        told = _is_title(row.text, titles) or _LABELLED.match(row.text) is not None
        return told or form.common(number) or _NUMBER.match(row.text) is not None

    found = _found(rows, cards, places, dates, signed=below)
    kept = [(card, one) for card, one in zip(cards, found, strict=True) if one.author or one.date]
    heads = list(_heads(rows, kept, belongs))
    if len(heads) < MIN_POSTS or any(a.last >= b.first for a, b in pairwise(heads)):
        return None
    return _told(page, form, heads)


def _titles(rows: Sequence[Row], cards: Sequence[Card]) -> frozenset[str]:
    """Give the title of the thread: what most posts have near their cards, behind "Re:"."""
    counts: Counter[str] = Counter()
    for card in cards:
        near = {_title(row.text) for row in rows[max(0, card.first - ABOVE) : card.last + BELOW]}
        counts.update(near - {""})
    least = max(2, MOSTLY * len(cards))
    return frozenset(text for text, count in counts.items() if count >= least)


def _title(text: str) -> str:
    match = _SUBJECT.match(text) if len(text) <= MAX_STAT * 2 else None
    return match[1].casefold() if match else ""


def _is_title(text: str, titles: frozenset[str]) -> bool:
    """Tell a row that is the title, or begins with it: "Re: Bells Reply with quote"."""
    title = _title(text)
    return bool(title) and any(title == t or title.startswith(t) for t in titles)


def _dates(rows: Sequence[Row], cards: Sequence[Card]) -> tuple[list[_When | None], bool]:
    """Give the date of each post, on one side of nearly all cards, and whether below the texts."""
    lows = [0, *(card.last + 1 for card in cards)]
    above = [
        _date_above(rows, max(low, c.first - ABOVE), c.first)
        for low, c in zip(lows, cards, strict=False)
    ]
    below = [_date_in(rows, range(c.last + 1, min(len(rows), c.last + 1 + BELOW))) for c in cards]
    inside = [_date_in(rows, range(c.first, c.last + 1)) for c in cards]
    dates = max((above, below, inside), key=lambda side: sum(d is not None for d in side))
    foot = dates is above and above[0] is None and all(above[1:])
    if foot:  # the dates stand below the texts
        dates = [*above[1:], _date_in(rows, range(cards[-1].last + 1, len(rows)))]
    return dates, foot


def _found(
    rows: Sequence[Row],
    cards: Sequence[Card],
    places: Sequence[int | None],
    dates: Sequence[_When | None],
    *,
    signed: bool,
) -> list[_Found]:
    """Give name and date of each post; where dates are `signed` below texts, no row of the head.

    Where ranks stand in the place of names, a filter dropped those.
    """
    usual = _usual(cards, places)
    ranks = sum(told is not None and is_role(rows[told].text) for told in places)
    if ranks > 1 and ranks >= RANKS * len(cards):
        return [_Found(None, None, *_shown(date, signed=signed)) for date in dates]
    found: list[_Found] = []
    for card, told, date in zip(cards, places, dates, strict=True):
        place = told if told is not None else _at(rows, card.first - usual)
        name = None if place is None else _STATE_TAIL.sub("", name_in(rows[place].text))
        found.append(_Found(place, name, *_shown(date, signed=signed)))
    return found


def _shown(date: _When | None, *, signed: bool) -> _When | tuple[None, str | None]:
    """Give the row of a date, if it is one of the header, and the date."""
    return date if date and not signed else (None, date[1] if date else None)


def _usual(cards: Sequence[Card], places: Sequence[int | None]) -> int:
    """Give how far above the card most names stand."""
    steps = Counter(c.first - n for c, n in zip(cards, places, strict=True) if n is not None)
    return steps.most_common(1)[0][0]


def _at(rows: Sequence[Row], number: int) -> int | None:
    return number if 0 <= number < len(rows) and looks_like_name(rows[number].text) else None


def _date_above(rows: Sequence[Row], low: int, high: int) -> _When | None:
    """Give the last date above a card."""
    return _date_in(rows, range(high - 1, low - 1, -1))


def _date_in(rows: Sequence[Row], numbers: Sequence[int]) -> _When | None:
    """Give the first row with a date that is no counter's, and the date."""
    for number in numbers:
        text = rows[number].text
        if len(text) > MAX_STAT * 2 or not holds_date(text) or is_stat(text):
            continue
        for date in (leading_date(text), trailing_date(text)):
            if date is not None and date.certain:
                return number, text[date.start : date.end].strip(" ,;»«")
        parts = re.split(r" - |: |» ", text)
        date = trailing_date(parts[-1]) if len(parts) > 1 else None
        if date is not None and date.certain:
            return number, parts[-1][date.start : date.end].strip(" ,;»«")
        if amid := _AMID.search(text):
            return number, amid[0]
    return None


def _heads(
    rows: Sequence[Row],
    posts: Sequence[tuple[Card, _Found]],
    belongs: Callable[[int], bool],
) -> Iterator[Head]:
    """Give the headers: the card with name and date, and what belongs to them at both ends."""
    end = -1
    for card, one in posts:
        known = [n for n in (one.name, one.when) if n is not None]
        first, last = min((card.first, *known)), max((card.last, *known))
        while first - 1 > end and (
            belongs(first - 1) or _repeats(rows[first - 1].text, one.author)
        ):
            first -= 1
        while last + 1 < len(rows) and (belongs(last + 1) or is_stat(rows[last + 1].text)):
            last += 1
        yield Head(first=first, last=last, author=one.author, date=one.date)
        end = last


def _repeats(text: str, author: str | None) -> bool:
    """Tell a row that has the name once more: "Ann Offline", "Ann's picture"."""
    return author is not None and text.startswith(author) and len(text) <= len(author) + MAX_ROLE


def _told(page: TextPage, form: Form, heads: Sequence[Head]) -> Parse | None:
    rows = form.rows

    def chrome(row: Row) -> bool:
        alike = skeleton(row.text) in form.alike
        return (
            _EDITED.match(row.text) is not None
            or is_control(row)
            or alike
            or (len(row.text) <= MAX_STAT and bool(FORUM_CHROME.match(row.text)))
        )

    last = heads[-1].last
    stop = next(
        (
            n
            for n in range(last + 1, len(rows))
            if is_form(rows[n].text) or FORUM_END.match(rows[n].text[:200])
        ),
        len(rows),
    )
    stop = closed(rows, [(head.first, head.last) for head in heads], stop, chrome)
    records = build_records(page, rows, heads, stop, chrome)
    records = (*records[:-1], with_footer(page, records[-1], rows, stop))
    records = tuple(_without_signature(page, record) for record in records)
    named = sum(record.author is not None for record in records)
    whole = sum(bool(record.body) for record in records)
    if whole < MOSTLY * len(records):
        return None
    return Parse(
        records=records,
        start=page.lines[rows[heads[0].first].first].start,
        marks=2 * len(records),
        regularity=round(CERTAINTY * (named + whole) / (2 * len(records)), 6),
        front=(),
    )


def _without_signature(page: TextPage, record: Record) -> Record:
    """End a text before the last rule in it, if little stands below: the author's signature."""
    if not record.body:
        return record
    start, end = record.body[0].start, record.body[-1].end
    low = max(start, end - MAX_SIGNATURE)
    rule = max((m.start() for m in _RULE.finditer(page.text, low, end)), default=None)
    if rule is None or not page.text[start:rule].strip():
        return record
    body = [Segment(a, min(b, rule)) for a, b in record.body if a < rule]
    cut = [Segment(max(a, rule), b) for a, b in record.body if b > rule]
    return record._replace(body=tuple(stripped(page, body)), chrome=(*record.chrome, *cut))


LAYOUT = Layout(
    description="any board with a card of the author beside each post: counters, name, date",
    parents="none",
    parse=_parse,
    ceiling=CERTAINTY,
    telling=0,
    bare=True,
)
