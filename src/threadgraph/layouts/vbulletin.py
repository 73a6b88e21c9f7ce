"""Read vBulletin: "03-03-2011, 14:17 #661" with the user card below or above, then the text.

Version 4 prints name and menu, then title and counters; main-content extractors leave a numbered
list whose items begin with the date. Last seen: 2020. Not read: parents (quotes stay in the text),
reputation, signatures without a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.dates import is_date
from threadgraph.dates.scan import leading_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.card import BULLETS
from threadgraph.layouts._boards.card_words import dates_joining
from threadgraph.layouts._boards.dated import VBULLETIN_DATE, dated_post
from threadgraph.layouts._boards.fields import past_fields
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome, stops_of
from threadgraph.layouts._boards.notices import is_notice
from threadgraph.layouts._boards.rows import (
    Row,
    is_markdown,
    is_spoken,
    numbers_posts,
    read_rows,
)
from threadgraph.layouts._boards.signature import before_blocks, before_rules
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._vbulletin.bare import named_above
from threadgraph.layouts._vbulletin.beside import beside
from threadgraph.layouts._vbulletin.cards import (
    REACH,
    Anchor,
    card_above,
    card_below,
    has_card,
    named,
    opens_menu,
    without_ranks,
)
from threadgraph.layouts._vbulletin.celled import celled
from threadgraph.layouts._vbulletin.lists import listed_posts
from threadgraph.layouts._vbulletin.marks import (
    BUTTONS,
    DATED,
    LED,
    NUMBER,
    OLD,
    POST_OF,
    SINGLE,
    STATE_SIGNS,
    THANKED,
)
from threadgraph.layouts._vbulletin.outlined import outlined_posts
from threadgraph.layouts._vbulletin.titles import without_titles

__all__ = ["LAYOUT"]

MIN_MARKS = 4
"""What one post is worth on a page that says that it shows one."""

MAX_ANCHOR = 75
MAX_SUBJECT = 120
MAX_THANKED = 200
MAX_TITLES = 8
"""Rows from a post's date to the counters of the card below."""
HASH = "#"
"""What version 3 prints before the number; in Markdown, it makes the row a heading."""

CANCEL = "Cancel"
"""The last button of the form below each post of version 5."""

_SIGNS = ("1.", ":", "•")
# "14:17", "14h17"
_CLOCK = re.compile(r":|\dh\d")


def _parse(page: TextPage) -> Parse | None:
    text = page.text
    if text.count("#") < 2 and not any(sign in text for sign in _SIGNS):  # noqa: PLR2004
        return None
    rows = read_rows(page)
    numbered = _rising(list(_anchors(page))) if numbers_posts(page) else []
    if is_spoken(rows, [anchor.first for anchor in numbered]):
        return None
    anchors = numbered or list(_old(rows))
    single = len(anchors) == 1 and _is_single(rows, anchors[0].first)
    told = len(anchors) > 1 or single or _is_opening(rows, anchors)  # one may be chance
    heads = _carded(page, anchors) if told else outlined_posts(rows)
    heads = heads or ([] if told else list(listed_posts(page, rows)))
    if not heads and (dated := dated_post(rows, VBULLETIN_DATE)):
        heads = [dated]
    if not heads:
        return None
    heads = past_fields(rows, named(rows, heads))
    heads = _thanked(rows, without_titles(rows, heads))
    return build_thread(
        Thread(page=page, rows=rows, chrome=_is_chrome),
        before_blocks(page, rows, before_rules(page, rows, heads)),
        marks=MIN_MARKS if single else 2 * len(heads),
    )


def _thanked(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """End posts above the notice of an edit, or the names of those who thank for them."""
    found: list[Head] = []
    for head, stop in zip(heads, stops_of(rows, heads), strict=True):
        below = range(head.last + 1, stop)
        end = next((n for n in below if _is_below(rows[n]) or _is_popup(rows, n, head)), stop)
        found.append(replace(head, stop=end) if end < stop else head)
    return found


def _is_below(row: Row) -> bool:
    return bool(THANKED.match(row.text[:MAX_THANKED])) or is_notice(row)


def _is_popup(rows: Sequence[Row], number: int, head: Head) -> bool:
    """Tell the author's name above the menu that version 3 hides below a post."""
    return rows[number].text == head.author and opens_menu(rows, number)


def _is_opening(rows: Sequence[Row], anchors: Sequence[Anchor]) -> bool:
    """Tell the only post of a page: the picture of its state beside its number, a card below."""
    if not anchors:
        return False
    first, last = anchors[0].first, anchors[0].last
    stated = any(OLD.match(rows[n].text[:60].partition("#")[0].rstrip()) for n in (first, last))
    return stated and has_card(rows, last + 1, min(len(rows), last + MAX_TITLES))


def _is_single(rows: Sequence[Row], row: int) -> bool:
    """Tell a page that shows one post alone, with a heading that says so."""
    return any(rows[n].text.lower() in SINGLE for n in range(max(0, row - 3), row))


def _carded(page: TextPage, anchors: Sequence[Anchor]) -> list[Head]:
    """Give the heads with the cards on the side of the dates where most posts have one."""
    if heads := celled(page, anchors) or beside(page, anchors):
        return heads
    rows = read_rows(page)
    lows = [0] + [anchor.last + 1 for anchor in anchors[:-1]]
    ends = [anchor.first for anchor in anchors[1:]] + [len(rows)]
    above = sum(
        has_card(rows, max(low, a.first - REACH), a.first)
        for low, a in zip(lows, anchors, strict=True)
    )
    below = sum(
        has_card(rows, a.last + 1, min(end, a.last + REACH))
        for a, end in zip(anchors, ends, strict=True)
    )
    opening = anchors[0]
    numbered = NUMBER.match(rows[opening.first].text) and _stated(rows[opening.last]) is None
    if not (above or below) and (heads := named_above(rows, anchors)):
        return heads
    up = above > below or bool(numbered)
    if up:
        return [card_above(page, low, anchor) for low, anchor in zip(lows, anchors, strict=True)]
    heads = [card_below(page, anchor, end) for anchor, end in zip(anchors, ends, strict=True)]
    return without_ranks(rows, anchors, heads)


def _anchors(page: TextPage) -> Iterator[Anchor]:
    rows, linked = read_rows(page), is_markdown(page)
    for number, row in enumerate(rows):
        if row.mark == HASH and len(row.text) <= MAX_ANCHOR:
            row = row._replace(text=f"{HASH}{row.text}", mark="")  # noqa: PLW2901 - "# 1"
        if HASH not in row.text or len(row.text) > MAX_ANCHOR or row.mark in BULLETS:
            continue
        found = DATED.match(row.text) or POST_OF.match(row.text)
        found = LED.match(row.text) if found is None and linked else found
        if found and (date := leading_date(found["date"])) and _is_whole(found, date.end):
            yield Anchor(number, number, int(found["number"]), found["date"])
        elif (found := NUMBER.match(row.text)) and number and _is_dated(rows, number - 1):
            date = OLD.match(rows[number - 1].text)
            shown = date["date"] if date else rows[number - 1].text
            yield Anchor(number - 1, number, int(found[1]), shown)
        elif found and (below := _date_below(rows, number)):
            shown = _stated(rows[below])
            if shown is None:
                date = leading_date(rows[below].text)
                shown = rows[below].text[: date.end if date else None]
            yield Anchor(number, below, int(found[1]), shown)


def _is_whole(found: re.Match[str], end: int) -> bool:
    """Tell that nothing stands behind a date that begins its row's text with a clock."""
    date = found["date"]
    return found.re is not LED or (end == len(date) and _CLOCK.search(date) is not None)


def _old(rows: Sequence[Row]) -> Iterator[Anchor]:
    """Find dates below the picture of an old post; which post is the first does not show."""
    count = 1
    for number, row in enumerate(rows):
        date = _stated(row)
        if date is not None:
            count += 1
            yield Anchor(number, number, count, date)


def _stated(row: Row) -> str | None:
    """Give the date behind the picture of a post's state: "Old 05.03.2012, 14:53"."""
    if row.text[:1] not in STATE_SIGNS or row.mark or len(row.text) > 50:  # noqa: PLR2004
        return None
    found = OLD.match(row.text)
    return found["date"] if found and is_date(found["date"]) else None


def _date_below(rows: Sequence[Row], number: int) -> int | None:
    """Give the row of the date below "#2" and a subject, as version 5 prints them."""
    for below in range(number + 1, min(len(rows), number + 3)):
        if _stated(rows[below]):
            return below
        found = leading_date(rows[below].text[:80])
        if found and found.certain and _CLOCK.search(rows[below].text[: found.end]):
            return below
        if len(rows[below].text) > MAX_SUBJECT:
            return None
    return None


def _is_dated(rows: Sequence[Row], number: int) -> bool:
    """Tell a post's date, "Old" before it or not; below "Member since" stands that of joining."""
    row = rows[number]
    if row.mark or len(row.text) > MAX_ANCHOR or dates_joining(rows, number):
        return False
    old = OLD.match(row.text) if row.text[:1] in STATE_SIGNS else None
    return is_date(old["date"] if old else row.text)


def _rising(anchors: list[Anchor]) -> list[Anchor]:
    kept: list[Anchor] = []
    for anchor in anchors:
        if not kept or anchor.number > kept[-1].number:
            kept.append(anchor)
    return kept


def _is_chrome(row: Row) -> bool:
    cancel = row.text == CANCEL and row.mark in BULLETS
    return cancel or is_chrome(row) or bool(BUTTONS.match(row.text))


LAYOUT = Layout(
    description="vBulletin: date and post number with a user card",
    parents="none",
    parse=_parse,
)
