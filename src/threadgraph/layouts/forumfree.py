"""Read ForumFree and its sisters: "view post Posted on 3/4/2015, 18:58", a card, the text.

The card ends with "Status:". Last seen: 2024. Not read: names (main-content extractors drop them),
parents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MAX_CARD = 16
_HEAD = re.compile(
    r"^(?:view post )?Posted on (?P<date>\d{1,2}/\d{1,2}/\d{4}, \d{1,2}:\d\d(?: [AP]M)?)"
    r"(?: .{0,20})?$"
)
_STATUS = re.compile(r"^Status: ?(?:Offline|Online|Anonymous)?$", re.IGNORECASE)
_STATES = ("offline", "online", "anonymous")


def _parse(page: TextPage) -> Parse | None:
    if "Posted on " not in page.dense or "Status:" not in page.dense:
        return None
    rows = read_rows(page)
    heads = list(_heads(rows))
    if not heads:
        return None
    return build_thread(Thread(page=page, rows=rows, chrome=is_chrome), heads, marks=3 * len(heads))


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    for number, row in enumerate(rows):
        found = _HEAD.match(row.text) if len(row.text) <= 70 else None  # noqa: PLR2004
        if found is None:
            continue
        below = range(number + 1, min(len(rows), number + MAX_CARD))
        last = next((n for n in below if _STATUS.match(rows[n].text)), None)
        if last is None:
            continue
        if last + 1 < len(rows) and rows[last + 1].text.lower() in _STATES:
            last += 1
        yield Head(first=number, last=last, date=found["date"])


LAYOUT = Layout(
    description="ForumFree: 'Posted on DATE' above a card that ends with 'Status:'",
    parents="none",
    telling=2,
    parse=_parse,
)
