"""Read the lists that main-content extractors leave of vBulletin: dates or numbers of posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from threadgraph.dates import is_date
from threadgraph.layouts._boards.card import BULLETS
from threadgraph.layouts._boards.ends import ADVERT
from threadgraph.layouts._boards.forum import Head
from threadgraph.layouts._boards.lists import longest_list
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._text.names import MAX_NAME
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.stamps import joins_clock
from threadgraph.layouts._vbulletin.marks import CARD, NUMBER, SUBJECT

__all__ = ["listed_posts"]

MIN_RISING = 2
_REACH = 28
_APART = 3
"""Rows between those of a card: ranks, pictures. What stands further below a gap is text."""


def listed_posts(page: TextPage, rows: Sequence[Row]) -> Iterator[Head]:
    """Read the numbered list that main-content extractors leave: dates or numbers of posts."""
    items = [item for item in longest_list(rows) if not ADVERT.match(rows[item.row].text[:80])]
    told = [rows[item.row].text for item in items]
    if any(map(joins_clock, told)):
        return  # WordPress: no version prints a word before the clock
    dates = sum(is_date(text) or bool(NUMBER.match(text)) for text in told)
    if not any((":" in text and "," in text) or NUMBER.match(text) for text in told):
        dates = 0  # all versions print a clock behind the day, and a comma between
    few = len(items) < 2 and not (items and _is_opening(rows, items[0].row))  # noqa: PLR2004
    if few or dates < 0.5 * len(items):
        yield from _bulleted(rows)
        return
    ends = [*(item.row for item in items[1:]), len(rows)]
    for item, end in zip(items, ends, strict=True):
        row = rows[item.row]
        if NUMBER.match(row.text):
            last = _past_card(rows, item.row, end)
            yield Head(first=item.row, last=last, opening=row.text == "#1")
        elif is_date(row.text):
            yield Head(first=item.row, last=item.row, date=row.text, opening=item.number == 1)
        else:  # the date was dropped
            lead = page.lines[row.first].first + len(row.mark) + 1
            yield Head(first=item.row, last=item.row - 1, begin=lead, whole=False)


def _is_opening(rows: Sequence[Row], row: int) -> bool:
    """Tell the only post of a page, "1. #1" with a card below."""
    below = rows[row + 1 : row + 4]
    return rows[row].text == "#1" and any(CARD.match(r.text[:121]) for r in below)


def _bulleted(rows: Sequence[Row]) -> Iterator[Head]:
    """Read "• #12" above the texts, all that is left of version 5."""
    bullets = [(n, row.text) for n, row in enumerate(rows) if row.mark in BULLETS]
    found = [(n, NUMBER.match(text)) for n, text in bullets if text[:1] == "#"]
    numbers = [(n, int(match[1])) for n, match in found if match]
    rising = sum(b[1] == a[1] + 1 for a, b in pairwise(numbers))
    if rising < MIN_RISING or rising < len(numbers) - 1 - len(numbers) // 4:
        return
    above = (rows[max(0, row - 2) : row] for row, _ in numbers)
    dated = sum(any(r.mark in BULLETS and is_date(r.text) for r in near) for near in above)
    if 2 * dated > len(numbers):
        return  # WoltLab and XenForo: the date stands in the same list
    for row, number in numbers:
        yield Head(first=row, last=row, opening=number == 1)


def _past_card(rows: Sequence[Row], first: int, end: int) -> int:
    """Give the last row of the card below: "Join Date", "Sep 2009", "Posts", "Re: Tyres"."""
    last = first
    for number in range(first + 1, min(end, first + _REACH)):
        below = rows[last + 1 : number + 1]
        if last > first and len(below) > _APART and any(row.gap for row in below):
            break
        if CARD.match(rows[number].text[:121]):
            value = number + 1 < end and not CARD.match(rows[number + 1].text[:121])
            short = value and rows[number + 1].gap == 0 and len(rows[number + 1].text) <= MAX_NAME
            last = number + 1 if short and ":" not in rows[number].text else number
    if last + 1 < end and SUBJECT.match(rows[last + 1].text[:130]):
        last += 1
    return last
