"""Read threads of XenForo 2: a user card, the date, "#12", the text.

The card (avatar's letter or text, name, title, counters) stands between the post before and the
date. Skins print "#12 · Jun 4, 2024" below "ann / 120 posts · Joined 2019", or "Post #12 of 40"
above the card. Main-content extractors leave "#12 ·" or the date of joining at best. Last seen:
2025. Not read: parents (quotes stay in the text), reactions, ratings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._forum import Head, Thread, build_thread, dateish, is_chrome
from threadgraph.layouts._forum_card import card_top, joined_cards, name_in_card
from threadgraph.layouts._forum_ends import ended_posts
from threadgraph.layouts._forum_rows import Row, numbers_posts, read_rows
from threadgraph.layouts._forum_signature import cut_signatures
from threadgraph.layouts._names import MAX_NAME
from threadgraph.layouts._page import TextPage

__all__ = ["LAYOUT"]

MAX_CARD = 45
MIN_TITLES = 2
"""Cards with a text below another's name that tell that it is a title."""

_BULLETS = frozenset("•*+◦")
# "#12"
_NUMBER = re.compile(r"^#(\d{1,3}(?:[,.]\d{3}){1,2}|\d{1,6})$")
# "#12 · Jun 4, 2024 (Edited)", "#12 ·"
_DOTTED = re.compile(r"^#(\d{1,3}(?:[,.]\d{3}){1,2}|\d{1,6}) ?· ?(.{0,40}?)(?: ?\([^()]{3,20}\))?$")
# "Jul 5, 2024 at 5:39 PM Thread Starter Post #1 of 7"
_POST_OF = re.compile(
    r"^(.{6,40}?)(?: Thread Starter)? Post #(\d{1,3}(?:,\d{3}){1,2}|\d{1,6})(?: of [\d,]{1,9})?$"
)
# "1,109 posts · Joined 2022", "1 post · Joined 2022"
# "1.2K views 3 replies 3 participants last post by Hedda": skins print it below the title
_COUNTS = re.compile(
    r"^[\d.,]{1,9}[KM]? views? (\d[\d,]{0,8}) repl(?:y|ies) \d{1,6} participants?\b", re.IGNORECASE
)
_SUMMARY = re.compile(r"^[\d.,]{1,9}K? \w{3,12} ?· ?\w{3,14} \d{4}$")


class _Anchor(NamedTuple):
    row: int
    number: int
    date: str | None
    form: str


def _parse(page: TextPage) -> Parse | None:
    rows = read_rows(page)
    anchors = _of_one_form(list(_anchors(rows))) if numbers_posts(page) else []
    if not anchors:
        heads = joined_cards(rows) or ended_posts(page, rows)
        return build_thread(
            Thread(page=page, rows=rows, chrome=is_chrome), heads, marks=2 * len(heads)
        )
    lows = [0] + [anchor.row + 1 for anchor in anchors[:-1]]
    heads = [_head(rows, low, anchor) for low, anchor in zip(lows, anchors, strict=True)]
    heads = _past_titles(rows, lows, heads)
    heads = cut_signatures(page, rows, heads, [anchor.row for anchor in anchors])
    numbers = {anchor.number for anchor in anchors}
    replies = _replies(rows, anchors[0].row)
    runs = sum(number + 1 in numbers for number in numbers)
    marks = 3 * runs + (1 in numbers and runs > 0) + 3 * (replies is not None)
    parse = build_thread(Thread(page=page, rows=rows, chrome=is_chrome), heads, marks=marks)
    if parse is None or replies is None:
        return parse
    return replace(parse, expected=replies + 1)


def _replies(rows: Sequence[Row], end: int) -> int | None:
    """Give the number of replies that the page says the thread has, above row `end`."""
    found = (_COUNTS.match(row.text) for row in rows[max(0, end - MAX_CARD) : end])
    return next((_value(match[1]) for match in found if match), None)


def _anchors(rows: Sequence[Row]) -> Iterator[_Anchor]:
    for number, row in enumerate(rows):
        text = row.text
        if "#" not in text or len(text) > 80:  # noqa: PLR2004 - anchors are short
            continue
        if found := _NUMBER.match(text):
            date = _date_above(rows, number)
            if date is not None:
                yield _Anchor(number, _value(found[1]), rows[date].text, "card")
        elif found := _DOTTED.match(text):
            yield _Anchor(number, _value(found[1]), found[2] or None, "dotted")
        elif (found := _POST_OF.match(text)) and dateish(found[1]):
            yield _Anchor(number, _value(found[2]), found[1], "above")


def _value(digits: str) -> int:
    return int(digits.replace(",", "").replace(".", ""))


def _date_above(rows: Sequence[Row], number: int) -> int | None:
    """Find the date of a "#12": in the list above, with nothing but empty items between."""
    for above in range(number - 1, max(-1, number - 6), -1):
        if rows[above].mark in _BULLETS and dateish(rows[above].text):
            return above
        if rows[above].text and not rows[above].mark:
            return None
    return None


def _of_one_form(anchors: list[_Anchor]) -> list[_Anchor]:
    """Keep the anchors of the commonest form, one a number; answers may stand out of order."""
    forms = [anchor.form for anchor in anchors]
    form = max(sorted(set(forms)), key=forms.count, default="")
    seen: dict[int, _Anchor] = {}
    for anchor in anchors:
        if anchor.form == form:
            seen.setdefault(anchor.number, anchor)
    return list(seen.values())


def _head(rows: Sequence[Row], low: int, anchor: _Anchor) -> Head:
    first = last = anchor.row
    author: str | None = None
    if anchor.form == "dotted":
        first, author = _summary_above(rows, low, anchor.row)
    elif anchor.form == "above":
        last, author = _card_below(rows, anchor.row)
    else:
        date = _date_above(rows, anchor.row) or anchor.row
        name = name_in_card(rows, max(low, date - MAX_CARD), date)
        first = card_top(rows, low, name) if name is not None else date
        author = rows[name].text if name is not None else None
    return Head(
        first=first,
        last=last,
        author=author,
        date=anchor.date,
        opening=anchor.number == 1,
    )


def _past_titles(rows: Sequence[Row], lows: Sequence[int], heads: list[Head]) -> list[Head]:
    """Take the name above where a title was taken for it: titles stand below other names, too."""
    below = Counter(
        text
        for head in heads
        for text in {row.text for row in rows[head.first : head.last]} - {head.author}
    )
    return [
        _name_above(rows, low, head) if head.author and below[head.author] >= MIN_TITLES else head
        for low, head in zip(lows, heads, strict=True)
    ]


def _name_above(rows: Sequence[Row], low: int, head: Head) -> Head:
    number = head.first
    while number >= low and rows[number].text in ("", head.author):
        number -= 1
    if number < low or len(rows[number].text) > MAX_NAME or is_chrome(rows[number]):
        return head
    return replace(head, first=card_top(rows, low, number), author=rows[number].text)


def _summary_above(rows: Sequence[Row], low: int, row: int) -> tuple[int, str | None]:
    """Find the name above "120 posts · Joined 2019"; between them and the anchor are buttons."""
    for above in range(row - 1, max(low, row - 6), -1):
        if _SUMMARY.match(rows[above].text):
            return card_top(rows, low, above - 1), rows[above - 1].text
    return row, None


def _card_below(rows: Sequence[Row], row: int) -> tuple[int, str | None]:
    """Read the card below "Post #12 of 40", to the last of its counters."""
    last, name = row, row + 1
    if name + 1 < len(rows) and len(rows[name].text) == 1:
        name += 1  # the letter that stands for an avatar
    for below in range(name, min(len(rows), row + 24)):
        text = rows[below].text
        if _COUNTER.match(text) and below + 1 < len(rows):
            whole = len(text.split()) > 2  # noqa: PLR2004 - all counters in one row
            last = below if whole else below + 1
        if _POST_OF.match(text):
            break
    if last == row:
        return row, None
    while not rows[name].text and name < last:
        name += 1
    return last, rows[name].text or None


# "Joined", "Posts", "Location", "Joined Feb 16, 2015 Posts 6,696"
_COUNTER = re.compile(r"^(?:Joined|Posts|Messages|Likes|Location|Reaction score)\b(?!.*[.?!]$)")


LAYOUT = Layout(
    description="XenForo 2: user cards, dates and post numbers",
    parents="none",
    telling=2,
    parse=_parse,
)
