"""Read threads of XenForo 2: a user card, the date, "#12", the text.

The card (avatar's letter or text, name, title, counters) stands between the post before and the
date. Skins print "#12 · Jun 4, 2024" below "ann / 120 posts · Joined 2019", or "Post #12 of 40"
above the card. Main-content extractors leave "#12 ·" or the date of joining at best. Last seen:
2025. Not read: parents (quotes stay in the text), reactions, ratings.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from threadgraph.date_scan import leading_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._forum import Head, Thread, build_thread, dateish, is_chrome
from threadgraph.layouts._forum_card import (
    card_top,
    dates_joining,
    is_filtered,
    joined_cards,
    name_in_card,
)
from threadgraph.layouts._forum_ends import ended_posts
from threadgraph.layouts._forum_rows import Row, numbers_posts, read_rows
from threadgraph.layouts._forum_signature import cut_signatures
from threadgraph.layouts._names import MAX_NAME, looks_like_name
from threadgraph.layouts._page import TextPage

__all__ = ["LAYOUT"]

MAX_CARD = 45
NUMBERLESS = 0.85
"""What posts without numbers are worth at most: other forums have such cards, too."""

MIN_CARDS = 3
MIN_TITLES = 2
"""Cards with a text below another's name that tell that it is a title."""

_BULLETS = frozenset("•*+◦")
# "#12"
_NUMBER = re.compile(r"^#(\d{1,3}(?:[,.]\d{3}){1,2}|\d{1,6})$")
# "Jun 9, 2019 #53", "Jun 9, 2019OP#55", "Jun 9, 2019 Thread Starter #55"
_TAILED = re.compile(r"^(.{6,60}?) ?#(\d{1,3}(?:[,.]\d{3}){1,2}|\d{1,6})$")
# "Nov 2012", "Join Date: Nov 2012": the month of joining, in cards of vBulletin 5
_MONTH = re.compile(r"^(?:[^\W\d_]{3,14}[.:]{0,2} ){1,3}\d{4}$")
_BADGES = re.compile(r"^(?: ?[^\W\d_]{2,12}){0,3}$")
# "03.03.2011, 14:27 #662" and "April 2nd, 2012, 10:18 PM #1" are headers of vBulletin
_CLOCKED = re.compile(r"\d[./-]\d{2,4} \d{1,2}:\d\d|, ?\d{1,2}:\d\d")
# "#12 · Jun 4, 2024 (Edited)", "#12 ·"
_DOTTED = re.compile(r"^#(\d{1,3}(?:[,.]\d{3}){1,2}|\d{1,6}) ?· ?(.{0,40}?)(?: ?\([^()]{3,20}\))?$")
# "Jul 5, 2024 at 5:39 PM Thread Starter Post #1 of 7"
_POST_OF = re.compile(
    r"^(.{6,40}?)(?: Thread Starter)? Post #(\d{1,3}(?:,\d{3}){1,2}|\d{1,6})(?: of [\d,]{1,9})?$"
)
# "1.2K views 3 replies 3 participants last post by Hedda": skins print it below the title
_COUNTS = re.compile(
    r"^[\d.,]{1,9}[KM]? views? (\d[\d,]{0,8}) repl(?:y|ies) \d{1,6} participants?\b", re.IGNORECASE
)
# "1,109 posts · Joined 2022", "1 post · Joined 2022", "2018 XLT 5.0 17 posts · Joined 2021"
_SUMMARY = re.compile(r"^(?:\S.{0,40} )?[\d.,]{1,9}K? \w{3,12} ?· ?\w{3,14} \d{4}$")


class _Anchor(NamedTuple):
    """The row of a post's number; `top` is that of its date, below the card."""

    row: int
    number: int
    date: str | None
    form: str
    top: int


def _parse(page: TextPage) -> Parse | None:
    rows = read_rows(page)
    anchors = _of_one_form(list(_anchors(rows))) if numbers_posts(page) else []
    if not anchors:
        heads = joined_cards(rows) or ended_posts(page, rows)
        thread = Thread(page=page, rows=rows, chrome=is_chrome)
        parse = build_thread(thread, heads, marks=2 * len(heads))
        return parse and replace(parse, regularity=min(parse.regularity, NUMBERLESS))
    replies, top = _replies(rows, anchors[0].row)
    lows = [top] + [anchor.row + 1 for anchor in anchors[:-1]]
    heads = [_head(rows, low, anchor) for low, anchor in zip(lows, anchors, strict=True)]
    heads = _past_titles(rows, lows, heads)
    heads[0] = _first_as_others(rows, anchors, heads)
    heads = cut_signatures(page, rows, heads, [anchor.row for anchor in anchors])
    numbers = {anchor.number for anchor in anchors}
    runs = sum(number + 1 in numbers for number in numbers)
    marks = 3 * runs + (1 in numbers and runs > 0) + 3 * (replies is not None)
    parse = build_thread(Thread(page=page, rows=rows, chrome=is_chrome), heads, marks=marks)
    if parse is None or replies is None:
        return parse
    return replace(parse, expected=replies + 1)


def _replies(rows: Sequence[Row], end: int) -> tuple[int | None, int]:
    """Give the number of replies that the page says the thread has, and the row below it.

    Above it, above row `end`, stands the title.
    """
    for number in range(max(0, end - MAX_CARD), end):
        if found := _COUNTS.match(rows[number].text):
            return _value(found[1]), number + 1
    return None, 0


def _anchors(rows: Sequence[Row]) -> Iterator[_Anchor]:
    for number, row in enumerate(rows):
        text = row.text
        if "#" not in text or len(text) > 80:  # noqa: PLR2004 - anchors are short
            continue
        if found := _NUMBER.match(text):
            date = _date_above(rows, number)
            if date is not None:
                yield _Anchor(number, _value(found[1]), rows[date].text, "card", date)
        elif found := _DOTTED.match(text):
            yield _Anchor(number, _value(found[1]), found[2] or None, "dotted", number)
        elif (found := _POST_OF.match(text)) and dateish(found[1]):
            yield _Anchor(number, _value(found[2]), found[1], "above", number)
        elif (found := _TAILED.match(text)) and (date := _badged(found[1])):
            yield _Anchor(number, _value(found[2]), date, "card", number)


def _badged(text: str) -> str | None:
    """Give the date that begins the text, if only words follow it: "Jun 9, 2019 Thread Starter"."""
    text = text.removesuffix("OP").strip()  # glued to the year: who began the thread
    found = leading_date(text)
    if found is None or not found.certain or _CLOCKED.search(text):
        return None
    return text[: found.end].strip() if _BADGES.match(text[found.end :]) else None


def _value(digits: str) -> int:
    return int(digits.replace(",", "").replace(".", ""))


def _date_above(rows: Sequence[Row], number: int) -> int | None:
    """Find the date of a "#12": in the list or row above, with only empty items between."""
    for above in range(number - 1, max(-1, number - 6), -1):
        listed = rows[above].mark in _BULLETS or rows[number].mark in _BULLETS
        if listed and dateish(rows[above].text) and not _MONTH.match(rows[above].text):
            return None if dates_joining(rows, above) else above
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
    bare = anchor.form == "dotted" and author is None and not is_filtered(rows)
    if anchor.form == "card" or bare:
        name = name_in_card(rows, max(low, anchor.top - MAX_CARD), anchor.top)
        first = card_top(rows, low, name) if name is not None else anchor.top
        author = rows[name].text if name is not None else None
    return Head(
        first=first,
        last=last,
        author=author,
        date=anchor.date,
        opening=anchor.number == 1,
    )


def _past_titles(rows: Sequence[Row], lows: Sequence[int], heads: list[Head]) -> list[Head]:
    """Take the name above where a title was taken for it.

    A title stands below names that differ, or below one that is another card's name; it may
    also stand below the name that was taken in other cards.
    """
    raised = [_name_above(rows, low, head) for low, head in zip(lows, heads, strict=True)]
    above: dict[str, set[str]] = defaultdict(set)
    for old, new in zip(heads, raised, strict=True):
        above[old.author or ""].add(new.author if new is not old and new.author else "")
    below = Counter(
        text
        for head in heads
        for text in {row.text for row in rows[head.first : head.last]} - {head.author}
    )
    titles = {text for text, names in above.items() if len(names) > 1 and all(map(_named, names))}
    titles |= {text for text in above if below[text] >= MIN_TITLES}
    names = {b.author for a, b in zip(heads, raised, strict=True) if a.author in titles}
    names |= above.keys() - titles
    return [
        new if old.author in titles or (old.author and above[old.author] <= names) else old
        for old, new in zip(heads, raised, strict=True)
    ]


def _named(text: str) -> bool:
    return bool(text) and looks_like_name(text)


def _first_as_others(rows: Sequence[Row], anchors: Sequence[_Anchor], heads: list[Head]) -> Head:
    """Give the first head; above it stands the page's menu, so its name is where others' are."""
    first, *others = heads
    far = Counter(
        anchor.top - n
        for anchor, head in zip(anchors[1:], others, strict=True)
        for n in range(head.first, anchor.top)
        if rows[n].text == head.author
    )
    if len(others) < MIN_CARDS or not far:
        return first
    (distance, count), place = far.most_common(1)[0], anchors[0].top
    name = place - distance
    if count <= len(others) / 2 or name < 0 or first.first >= name:
        return first
    text = rows[name].text
    shown = sum(row.text == first.author for row in rows[first.first : place])
    if not looks_like_name(text) or shown > 1 or any(h.author == first.author for h in others):
        return first
    return replace(first, first=card_top(rows, 0, name), author=text)


def _name_above(rows: Sequence[Row], low: int, head: Head) -> Head:
    number = head.first
    while number >= low and rows[number].text in ("", head.author):
        number -= 1
    text = rows[number].text if number >= low else ""
    letter = len(text) == 1 and bool(head.author) and text.lower() == head.author[:1].lower()
    if not text or letter or len(text) > MAX_NAME or is_chrome(rows[number]):
        return head
    return replace(head, first=card_top(rows, low, number), author=text)


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
