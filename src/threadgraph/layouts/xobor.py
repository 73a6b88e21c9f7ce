"""Read Xobor, a host of boards: a subject, "#16 von Ann , 30.04.2005 21:58", the text, a card.

The card below the text begins with the name and has "Beiträge:" and "Registriert am:"; extractors
leave the name once or twice, or nothing of it. Last seen: 2024. Not read: parents (quotes stay in
the text), signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.rows import Row, numbers_posts, read_rows
from threadgraph.layouts._boards.signature import cut_repeated
from threadgraph.layouts._phpbb.marks import MAX_PROFILE, PROFILE
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MAX_HEAD = 120
MAX_CARD = 10
# "#16 von Ann , 30.04.2005 21:58", "#1 von Ann ( gelöscht ) , 08.03.2010 23:05"
_HEAD = re.compile(
    r"^#(?P<number>\d{1,6}) (?:von|by) (?P<name>\S.{0,48}?)(?: \( ?(?:gelöscht|deleted) ?\))? ?, "
    r"(?P<date>\d\d[./]\d\d[./]\d{4} \d\d:\d\d)$"
)
# "zuletzt bearbeitet 08.03.2010 23:07 | nach oben springen"
_FOOT = re.compile(
    r"^(?:(?:zuletzt bearbeitet|last edited) .{10,40}?)?\s?\|?\s?(?:nach oben springen|top)$"
)


def _parse(page: TextPage) -> Parse | None:
    if not numbers_posts(page) or ", " not in page.dense:
        return None
    rows = read_rows(page)
    heads = list(_heads(rows))
    if not heads:
        return None
    ends = [*(head.first for head in heads[1:]), len(rows)]
    heads = [
        replace(head, stop=_card(rows, head, end)) for head, end in zip(heads, ends, strict=True)
    ]
    return build_thread(
        Thread(page=page, rows=rows, chrome=_is_chrome),
        cut_repeated(rows, heads),
        marks=2 * len(heads),
    )


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers with the subjects above them."""
    for number, row in enumerate(rows):
        found = _HEAD.match(row.text) if row.text[:1] == "#" and len(row.text) <= MAX_HEAD else None
        if found is not None:
            yield Head(
                first=max(0, number - 1),
                last=number,
                author=found["name"],
                date=found["date"],
                opening=found["number"] == "1",
            )


def _card(rows: Sequence[Row], head: Head, end: int) -> int:
    """Give the first row of the card below a text, or the row below the text's last."""
    top = end
    while top > max(head.last + 2, end - MAX_CARD) and _in_card(rows[top - 1], head.author):
        top -= 1
    return next((n for n in range(top, end) if rows[n].text == head.author), end)


def _in_card(row: Row, author: str | None) -> bool:
    text = row.text
    return text in ("", author) or bool(PROFILE.match(text[:MAX_PROFILE])) or _is_chrome(row)


def _is_chrome(row: Row) -> bool:
    return is_chrome(row) or (len(row.text) <= MAX_PROFILE + 20 and bool(_FOOT.match(row.text)))


LAYOUT = Layout(
    description="Xobor: '#16 von Name , DATE' above each text",
    parents="none",
    telling=3,
    parse=_parse,
)
