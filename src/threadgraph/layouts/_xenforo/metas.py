"""Find "quza, Oct 29, 2014", what XenForo 1 prints below a text, or above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from threadgraph.dates.scan import leading_date, trailing_date
from threadgraph.layouts._boards.forum import dateish
from threadgraph.layouts._boards.rows import Row

__all__ = ["Meta", "find_meta"]

# "quza, Oct 29, 2014", "Reboot101, Nov 14, 2015 :", "#4 quza, Oct 29, 2014"
_META = re.compile(r"^(?:#\d{1,6} ?)?(\S.{0,58}?) ?, (.{6,40}?)(?: ?:)?(?: #\d{1,6})?$")


class Meta(NamedTuple):
    """The row of a name and a date, and both."""

    row: int
    name: str | None
    date: str


def find_meta(rows: Sequence[Row], first: int, end: int) -> Meta | None:
    """Find "name, date" of a name that the card shows; the last one in the item."""
    card = " ".join(row.text for row in rows[first : min(first + 3, end)]).strip()
    for number in range(end - 1, first, -1):
        found = _META.match(rows[number].text)
        if found is None or not card.startswith(found[1]) or trailing_date(found[1]) is not None:
            continue
        if (date := _date(found[2])) is not None:
            return Meta(number, found[1], date)
    return None


def _date(text: str) -> str | None:
    """Give the date that a text is, or that stands before a control: "14/11/11 Report"."""
    if dateish(text):
        return text
    found = leading_date(text)
    return text[: found.end] if found is not None else None
