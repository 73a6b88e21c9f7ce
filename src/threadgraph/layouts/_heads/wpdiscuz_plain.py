"""Find headers of wpDiscuz that tell less than others: a name and a date, or a role alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from threadgraph.layouts._heads.byline_forms import MAX_NAME, Byline, whole_date
from threadgraph.layouts._heads.telling import past_heading
from threadgraph.layouts._text.chrome import KEPT, is_chrome, is_form
from threadgraph.layouts._text.names import ACCOUNTS, reads_as_text, tells_avatar
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.words import COUNT_HEADING, ROLES

__all__ = [
    "MIN_SEEN", "can_name", "has_letters", "may_name", "opens_with_role", "with_dates",
    "with_nameless", "with_plain",
]  # fmt: skip

MIN_SEEN = 2
MAX_ICONS = 2
# "6 January 2023": no age
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "6 January, 2023 7:55 pm"
_MOMENT = re.compile(r"\b(?:19|20)\d\d\b.{0,8}\d[:.h]\d\d")
VOTES = "+-|0123456789 "
# "Posts: 12"
_FIELD = re.compile(r"[^\W\d_][^\W\d_ ]{1,20}:\s?\d[\d.,]{0,9}$")
_COUNTERS = frozenset("主题 主題 帖子 积分 積分".split())
"""Words of the cards of Discuz!, which stand twice with a member's rank between."""


def opens_with_role(table: Sequence[Row], head: Byline) -> bool:
    """Tell the role right above the name; forums print it below."""
    return bool(head.verb) and table[head.first].text == head.verb


def with_nameless(table: Sequence[Row], found: list[Byline]) -> list[Byline]:
    """Add roles that stand alone above a text, where others stand right above names.

    The name was a link, which main-content extractors drop.
    """
    opening = [head for head in found if opens_with_role(table, head)]
    close = [head for head in opening if table[head.first + 1].gap == 0]
    if len(close) < MIN_SEEN or any(head.form == "twice" for head in found):
        return found
    taken = {number for head in found for number in range(head.first, head.last + 1)}
    lone = [head for head in opening if head not in close]
    starts = [
        number
        for number in range(close[0].first, len(table) - 1)
        if number not in taken and table[number].text.lower() in ROLES and not table[number].mark
    ]
    bare = [_nameless(table, number) for number in [*starts, *(head.first for head in lone)]]
    return sorted([*close, *filter(None, bare)], key=lambda head: head.first)


def _nameless(table: Sequence[Row], number: int) -> Byline | None:
    """Read a role with nothing but a date between it and the text below."""
    role, below = table[number].text, table[number + 1]
    date = whole_date(below.text[:MAX_NAME]) if below.gap == 0 else None
    if date is None and below.gap == 0:
        return None
    return Byline(number, number + bool(date), "role", "", date, verb=role)


def with_dates(table: Sequence[Row], found: list[Byline]) -> list[Byline]:
    """Add the moments that stand alone above a text, where the others have two names above.

    A line filter drops the names that are one word.
    """
    dates = [head.date for head in found if head.form == "twice" and head.date]
    if len(dates) < MIN_SEEN or not all(map(_MOMENT.search, dates)):
        return found
    taken = {number for head in found for number in range(head.first, head.last + 1)}
    lone = [
        Byline(number, number, "role", "", date)
        for number in range(len(table) - 1)
        if number not in taken
        and not table[number].mark
        and table[number + 1].gap > 0
        and _MOMENT.search(text := table[number].text[:MAX_NAME])
        and (date := whole_date(text)) is not None
    ]
    return sorted([*found, *lone], key=lambda head: head.first)


def with_plain(table: Sequence[Row], found: list[Byline]) -> list[Byline]:
    """Add the names with a date alone, of comments on top, where those of answers have labels."""
    labelled = [head for head in found if head.label and head.date]
    if len(labelled) < MIN_SEEN:
        return found
    years = {bool(_YEAR.search(head.date or "")) for head in labelled}
    taken = {number for head in found for number in range(head.first, head.last + 1)}
    plain = [
        head
        for number in range(len(table) - 1)
        if number not in taken and (head := _plain(table, number)) and head.last not in taken
    ]
    plain = [head for head in plain if bool(_YEAR.search(head.date or "")) in years]
    heads = sorted([*found, *plain], key=lambda head: head.first)
    return heads[past_heading(table, [(head.first, head.last) for head in heads]) :]


def _plain(table: Sequence[Row], number: int) -> Byline | None:
    """Read a name right above a date, with nothing but icons between, and a text below."""
    row = table[number]
    if row.mark or len(row.text) > MAX_NAME or not can_name(table, number):
        return None
    below = number + 1
    while (
        below + 1 < len(table)
        and below <= number + MAX_ICONS
        and not has_letters(table[below].text)
    ):
        below += 1
    date = whole_date(table[below].text[:MAX_NAME])
    alone = table[below].mark or table[below].gap > 1
    return None if date is None or alone else Byline(number, below, "plain", row.text, date)


def has_letters(text: str) -> bool:
    return any(map(str.isalnum, text))


def can_name(table: Sequence[Row], number: int) -> bool:
    """Tell a name; one that stands there twice may end as a sentence does ("Mrs. G.")."""
    text = table[number].text
    if not may_name(text):
        return False
    below = [row.text for row in table[number + 1 : number + 3]]
    return text in below or not reads_as_text(text)


@lru_cache(maxsize=KEPT)
def may_name(text: str) -> bool:
    """Tell what may stand in a name's place: no date, no control, no heading."""
    if not has_letters(text) or len(text) > MAX_NAME or text in _COUNTERS:
        return False
    if _FIELD.match(text) or tells_avatar(text):
        return False
    if is_chrome(text.lstrip(VOTES)) and text.lower() not in ACCOUNTS:
        return False
    return not (is_form(text) or COUNT_HEADING.match(text) or whole_date(text) is not None)
