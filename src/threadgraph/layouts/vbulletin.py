"""Read vBulletin: "03-03-2011, 14:17 #661" with the user card below or above, then the text.

Version 4 prints name and menu, then title and counters; main-content extractors leave a numbered
list whose items begin with the date. Last seen: 2020. Not read: parents (quotes stay in the text),
reputation, signatures without a mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from threadgraph.date_scan import leading_date
from threadgraph.dates import is_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._forum_card_words import dates_joining, is_filtered
from threadgraph.layouts._forum_rows import Row, linked_name, numbers_posts, read_rows
from threadgraph.layouts._forum_signature import before_rules
from threadgraph.layouts._forum_words import FORUM_END
from threadgraph.layouts._names import MAX_NAME, looks_like_name
from threadgraph.layouts._page import TextPage
from threadgraph.layouts._vbulletin_lists import listed_posts
from threadgraph.layouts._vbulletin_marks import (
    BARE,
    BUTTONS,
    CARD,
    DATED,
    INLINE,
    ITEM,
    NUMBER,
    OLD,
    PICTURED,
    STATE_SIGNS,
    SUBJECT,
    TITLE,
    TOLD,
    VALUE,
)
from threadgraph.names import is_role

__all__ = ["LAYOUT"]

_REACH = 28
MAX_SUBJECT = 120
MAX_TOLD = 90
_TOLD_SIGNS = ("line", "vatar", "road")
"""One of them is in all that TOLD finds."""


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
        heads = _named(rows, list(listed_posts(page, rows)))
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
    up = above > below or bool(NUMBER.match(rows[anchors[0].first].text))
    heads = [
        _card_above(rows, low, anchor) if up else _card_below(page, anchor, end)
        for low, anchor, end in zip(lows, anchors, ends, strict=True)
    ]
    return build_thread(
        Thread(page=page, rows=rows, chrome=_is_chrome),
        before_rules(page, rows, _without_title(rows, _named(rows, heads))),
        marks=2 * len(heads),
    )


def _anchors(rows: Sequence[Row]) -> Iterator[_Anchor]:
    for number, row in enumerate(rows):
        if "#" not in row.text or len(row.text) > 50:  # noqa: PLR2004 - anchors are short
            continue
        if (found := DATED.match(row.text)) and leading_date(found["date"]):
            yield _Anchor(number, number, int(found["number"]), found["date"])
        elif (found := NUMBER.match(row.text)) and number and _is_dated(rows, number - 1):
            yield _Anchor(number - 1, number, int(found[1]), rows[number - 1].text)
        elif found and (below := _date_below(rows, number)):
            date = leading_date(rows[below].text)
            shown = rows[below].text[: date.end if date else None]
            yield _Anchor(number, below, int(found[1]), shown)


def _old(rows: Sequence[Row]) -> Iterator[_Anchor]:
    """Find dates below the picture of an old post; which post is the first does not show."""
    count = 1
    for number, row in enumerate(rows):
        if row.text[:1] not in STATE_SIGNS or row.mark or len(row.text) > 50:  # noqa: PLR2004
            continue
        found = OLD.match(row.text)
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


def _is_dated(rows: Sequence[Row], number: int) -> bool:
    """Tell a post's date; below "Member since" stands that of joining."""
    row = rows[number]
    return not dates_joining(rows, number) and not row.mark and is_date(row.text)


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
    within = takewhile(lambda n: not FORUM_END.match(rows[n].text[:200]), near)
    card = [n for n in within if _is_card(rows[n])]
    last = _with_value(rows, card[-1], end) if card else anchor.last
    above = [n for n in range(anchor.last + 1, card[0] if card else last) if rows[n].text]
    author = None
    if len(above) > is_filtered(rows) and len(rows[above[0]].text) <= MAX_NAME:
        avatar = len(above) > 1 and rows[above[1]].text in rows[above[0]].text
        author = linked_name(page, rows[above[avatar]]) or rows[above[avatar]].text
        author = None if is_role(author) else author
    if card and last + 1 < end and SUBJECT.match(rows[last + 1].text[:130]):
        last += 1
    return _made(anchor, anchor.first, last, author)


def _named(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """Give the heads with the names that the texts of pictures tell where no card shows them."""
    ends = [*(head.first for head in heads[1:]), len(rows)]
    return [
        head if head.author else replace(head, author=_told(rows, head.first, end))
        for head, end in zip(heads, ends, strict=False)
    ]


def _told(rows: Sequence[Row], first: int, end: int) -> str | None:
    short = (
        row.text
        for row in rows[first:end]
        if len(row.text) <= MAX_TOLD and any(sign in row.text for sign in _TOLD_SIGNS)
    )
    found = next((found for text in short if (found := TOLD.search(text))), None)
    return found and (found[1] or found[2] or found[3])


def _is_card(row: Row) -> bool:
    text = row.text
    return (len(text) <= 120 and CARD.match(text)) or (len(text) <= 200 and INLINE.search(text))  # noqa: PLR2004 - rows of cards


def _with_value(rows: Sequence[Row], number: int, end: int) -> int:
    """Give the row of the value that stands below a label without one: "Location", "Kassel"."""
    below = number + 1
    if below >= end or not BARE.search(rows[number].text) or rows[below].mark:
        return number
    return below if VALUE.match(rows[below].text) else number


def _without_title(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """Take the thread's title, which stands above texts, to the headers; answers repeat it."""
    above = rows[: heads[0].first]
    titles = {found[1] for row in above if (found := TITLE.match(row.text[:170]))}
    answers = (found[1] for h in heads if (found := SUBJECT.match(rows[h.last].text[:130])))
    titles.update(answers)
    return [
        replace(head, last=head.last + 1)
        if head.last + 1 < len(rows) and PICTURED.sub("", rows[head.last + 1].text[:130]) in titles
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
        if ITEM.match(row.mark) and row.text:
            following = rows[number + 1].text  # "Avatar von Ann", "Ann"
            doubled = following and row.text.endswith(" " + following)
            return _made(
                anchor, number, anchor.last, (following if doubled else row.text)[:MAX_NAME]
            )
        if CARD.match(row.text[:120]):
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
    return is_chrome(row) or bool(BUTTONS.match(row.text))


LAYOUT = Layout(
    description="vBulletin: date and post number with a user card",
    parents="none",
    parse=_parse,
)
