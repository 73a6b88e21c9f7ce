"""Find the numbers of posts in XenForo 2's pages, with the dates beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from threadgraph.dates.scan import leading_date
from threadgraph.layouts._boards.card import name_twice
from threadgraph.layouts._boards.card_words import dates_joining
from threadgraph.layouts._boards.forum import dateish
from threadgraph.layouts._boards.rows import Row

__all__ = ["DOTTED", "POST_OF", "Anchor", "find_anchors", "value"]

MAX_UNDATED = 9
"""Rows above "#12" among which the name stands twice where the post's date is gone."""

MAX_DATE = 40
_BULLETS = frozenset("•*+◦")
# "#12", "OP#12", "Reply #12"
_NUMBER = re.compile(r"^(?:OP|[^\W\d_]{3,12} )?#(\d{1,3}(?:[,.]\d{3}){1,2}|\d{1,6})$")
# "Jun 9, 2019 #53", "Jun 9, 2019OP#55", "Jun 9, 2019 Thread Starter #55"
_TAILED = re.compile(r"^(.{6,60}?) ?#(\d{1,3}(?:[,.]\d{3}){1,2}|\d{1,6})$")
# "Nov 2012", "Fecha de ingreso: nov 2012": the month of joining, in cards of vBulletin 5
_MONTH = re.compile(r"^(?:[^\W\d_]{2,14}[.:]{0,2} ){1,5}\d{4}$")
_BADGES = re.compile(r"^(?: ?[^\W\d_]{2,12}){0,3}$")
# "03.03.2011, 14:27 #662", "April 2nd, 2012, 10:18 PM #1", "20/01/2013, 23h47#1" are vBulletin's
_CLOCKED = re.compile(r"\d[./-]\d{2,4} \d{1,2}[:h]\d\d|, ?\d{1,2}[:h]\d\d")
# "#12 · Jun 4, 2024 (Edited)", "#12 ·", "Discussion starter · #1 · Mar 3, 2021", "· #3 ·"
DOTTED = re.compile(
    r"^(?:(?:discussion|thread) starter ?)?(?:· ?)?#(\d{1,3}(?:[,.]\d{3}){1,2}|\d{1,6})"
    r" ?· ?(.{0,40}?)(?: ?\([^()]{3,20}\))?$",
    re.IGNORECASE,
)
# "Jul 5, 2024 at 5:39 PM Thread Starter Post #1 of 7", "Post #2 of 1,204"; "post #2 of 4" is
# Huddler's
POST_OF = re.compile(
    r"^(?:(.{6,40}?)(?: Thread Starter)? )?[Pp]ost #(\d{1,3}(?:,\d{3}){1,2}|\d{1,6})"
    r"(?: of [\d,]{1,9})?$"
)


class Anchor(NamedTuple):
    """The row of a post's number; `top` is that of its date, below the card."""

    row: int
    number: int
    date: str | None
    form: str
    top: int


def find_anchors(rows: Sequence[Row]) -> list[Anchor]:
    """Give the anchors of the commonest form, one a number; answers may stand out of order."""
    return _of_one_form(_apart(rows, list(_anchors(rows))))


def _anchors(rows: Sequence[Row]) -> Iterator[Anchor]:
    for number, row in enumerate(rows):
        text = row.text
        if "#" not in text or len(text) > 80:  # noqa: PLR2004 - anchors are short
            continue
        if found := _NUMBER.match(text):
            date = _date_above(rows, number)
            if date is not None:
                yield Anchor(number, value(found[1]), rows[date].text, "card", date)
            elif _is_undated(rows, number):
                yield Anchor(number, value(found[1]), None, "undated", number)
        elif found := DOTTED.match(text):
            yield Anchor(number, value(found[1]), found[2] or None, "dotted", number)
        elif (found := POST_OF.match(text)) and (dateish(found[1]) if found[1] else " of " in text):
            yield Anchor(number, value(found[2]), found[1], "above", number)
        elif (found := _TAILED.match(text)) and (date := _badged(found[1])):
            yield Anchor(number, value(found[2]), date, "card", number)


def _apart(rows: Sequence[Row], anchors: list[Anchor]) -> list[Anchor]:
    """Give numbers in one row where boards count answers apart: "#1", "Reply #1", "Reply #2"."""
    if len(anchors) < 2 or anchors[0].number != anchors[1].number:  # noqa: PLR2004 - one alone
        return anchors
    first, *others = anchors
    if rows[first.row].text == rows[others[0].row].text:
        return anchors  # skins print numbers twice
    return [first, *(anchor._replace(number=anchor.number + 1) for anchor in others)]


def _is_undated(rows: Sequence[Row], number: int) -> bool:
    """Tell a post's number below a name that stands twice; vBulletin prints the date below."""
    below = rows[number + 1].text if number + 1 < len(rows) else ""
    dated = len(below) <= MAX_DATE and dateish(below)
    return not dated and name_twice(rows, max(0, number - MAX_UNDATED), number)


def _badged(text: str) -> str | None:
    """Give the date that begins the text, if only words follow it: "Jun 9, 2019 Thread Starter"."""
    text = text.removesuffix("OP").strip()  # glued to the year: who began the thread
    found = leading_date(text)
    if found is None or not found.certain or _CLOCKED.search(text):
        return None
    return text[: found.end].strip() if _BADGES.match(text[found.end :]) else None


def value(digits: str) -> int:
    """Give the number that digits in groups are: "1,204"."""
    return int(digits.replace(",", "").replace(".", ""))


def _date_above(rows: Sequence[Row], number: int) -> int | None:
    """Find the date of a "#12": in the list or row above, with only empty items between."""
    for above in range(number - 1, max(-1, number - 6), -1):
        text = rows[above].text
        listed = rows[above].mark in _BULLETS or rows[number].mark in _BULLETS
        plain = above == number - 1 and len(text) <= MAX_DATE
        dated = dateish(text) if listed else plain and _badged(text) is not None
        if dated and not _MONTH.match(text):
            return None if dates_joining(rows, above) else above
        if rows[above].text and not rows[above].mark:
            return None
    return None


def _of_one_form(anchors: list[Anchor]) -> list[Anchor]:
    forms = [anchor.form for anchor in anchors]
    form = max(sorted(set(forms)), key=forms.count, default="")
    seen: dict[int, Anchor] = {}
    for anchor in anchors:
        if anchor.form == form:
            seen.setdefault(anchor.number, anchor)
    return list(seen.values())
