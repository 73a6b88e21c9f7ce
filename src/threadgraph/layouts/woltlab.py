"""Read WoltLab's Burning Board 3: "»Ann« is female", the post's number, a date with its weekday.

Main-content extractors drop the name above the card; the card's list tells it where its owner gave
a gender or began the thread. Last seen: 2015. Not read: later versions, names that no list tells,
signatures, parents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.dates import is_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome, stops_of
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MAX_CARD = 24
MAX_SUBJECT = 160
# "»Ann« ist weiblich", "»Ann« is the author of this thread"
_TOLD = re.compile(
    r"^»(?P<name>[^»«]{1,48})« (?:ist (?:weiblich|männlich|der Autor dieses Themas)|"
    r"is (?:female|male|the author of this thread)|wurde gesperrt|has been banned)$"
)
# "Donnerstag, 10. Juni 2010, 14:11", "Heute, 14:11"
_DATE = re.compile(r"^[^\W\d_]{3,12}, (?:\S.{4,32}, )?\d{1,2}:\d\d(?: ?[ap]m)?$", re.IGNORECASE)
_ANSWER = re.compile(r"^(?:RE|AW) ?: ?\S", re.IGNORECASE)
_SIGNS = ("« ist ", "« is ", "« wurde ", "« has ")
"""One of them is in all that _TOLD finds."""

_TOP = re.compile(r"^(?:Zum Seitenanfang|Go to the top of the page|Nach oben)$")
_EDITED = re.compile(r"^(?:Dieser Beitrag wurde bereits|This post has been edited) .{4,120}$")


def _parse(page: TextPage) -> Parse | None:
    if not any(sign in page.dense for sign in _SIGNS):
        return None
    rows = read_rows(page)
    heads = list(_heads(rows))
    if not heads or not any(head.author for head in heads):
        return None
    return build_thread(
        Thread(page=page, rows=rows, chrome=_is_chrome),
        _until_tops(rows, heads),
        marks=2 * len(heads),
    )


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    low = before = 0
    for number in range(1, len(rows)):
        text = rows[number - 1].text
        if not text.isdecimal() or len(text) > 6 or not _DATE.match(rows[number].text):  # noqa: PLR2004
            continue
        if int(text) <= before or not is_date(rows[number].text):
            continue
        before = int(text)
        first, author = _card(rows, low, number - 1)
        last = number
        if number + 2 < len(rows) and _is_subject(rows, number + 1, before):
            last += 1
        yield Head(
            first=first, last=last, author=author, date=rows[number].text, opening=before == 1
        )
        low = last + 1


def _card(rows: Sequence[Row], low: int, number: int) -> tuple[int, str | None]:
    """Give the first row of the card's list above the number, and the name it tells."""
    above = range(max(low, number - MAX_CARD), number)
    low = max((n + 1 for n in above if _TOP.match(rows[n].text)), default=above.start)
    told = ((n, _TOLD.match(rows[n].text)) for n in range(low, number))
    found = [(n, match["name"]) for n, match in told if match]
    if len({name for _, name in found}) != 1:
        return number, None
    return found[0]


def _is_subject(rows: Sequence[Row], number: int, post: int) -> bool:
    """Tell the subject: an answer's, or what stands alone above the first post's text."""
    text = rows[number].text
    alone = post == 1 and rows[number].gap > 0 and rows[number + 1].gap > 0
    return len(text) <= MAX_SUBJECT and (alone or bool(_ANSWER.match(text)))


def _until_tops(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """End each post at "Zum Seitenanfang" below it, or at the notice of an edit."""
    found: list[Head] = []
    for head, stop in zip(heads, stops_of(rows, heads), strict=True):
        below = range(head.last + 1, stop)
        end = next((n for n in below if _TOP.match(rows[n].text) or _is_edit(rows[n])), None)
        found.append(head if end is None else replace(head, stop=end))
    return found


def _is_edit(row: Row) -> bool:
    return len(row.text) <= MAX_SUBJECT and bool(_EDITED.match(row.text))


def _is_chrome(row: Row) -> bool:
    return is_chrome(row) or bool(_TOP.match(row.text)) or _is_edit(row)


LAYOUT = Layout(
    description="WoltLab 3: '»Name« ist ...', the post's number, a date with its weekday",
    parents="none",
    telling=2,
    parse=_parse,
)
