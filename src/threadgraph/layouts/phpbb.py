"""Read phpBB: a profile, "Re: subject", "Post by Ann » Sat Feb 24, 2024 5:12 pm", the text.

The profile (name, "Posts:", "Joined:") stands above the header (3.1 and later) or below the text
(3.0). Line filters keep "Post by Ann »" even where the date is lost. Last seen: 2025. Not read:
parents (quotes stay in the text), signatures without a rule above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._forum_rows import Row, read_rows
from threadgraph.layouts._forum_signature import cut_repeated
from threadgraph.layouts._page import TextPage

__all__ = ["LAYOUT"]

# "Post by invest4 » Sat Feb 24, 2024 5:12 pm", "von Ann » 05.06.2012 10:02", "by Bob »"
_HEAD = re.compile(
    r"^(?:[^\w\s]{1,3} ?)?(?:(?:Post|Beitrag|Message|Mensaje|Mensagem|Messaggio|Bericht|Inlägg|"
    r"Unread post|Ungelesener Beitrag|Сообщение|Indlæg|Viesti)\s)?"
    r"(?:by|von|par|por|da|door|av|af|przez|przez:|Autor:|Автор|kirjoittaja) ?:?\s?"
    r"(?P<name>\S.{0,58}?) »(?: (?P<date>\S.{5,45}))?$",
    re.IGNORECASE,
)
# "Posts: 2630", "Joined: Wed Apr 24, 2019 2:19 am", "Has thanked: 3 times"
_PROFILE = re.compile(r"^[^\W\d_][\w '’/.-]{1,28}:(?: .{0,120})?$")
_SUBJECT = re.compile(r"^(?:Re|Aw|Odp|Ответ|Rép|Sv|Vs): ?\S", re.IGNORECASE)
_TOP = re.compile(r"^(?:Top|Nach oben|Haut|Arriba|Topo|Top page|Omhoog|Вернуться к началу)$")
_REACH = 16
MAX_PROFILE = 60


class _Header(NamedTuple):
    row: int
    name: str
    date: str | None


def _parse(page: TextPage) -> Parse | None:
    if "»" not in page.text:
        return None
    rows = read_rows(page)
    found = list(_headers(rows))
    if not found:
        return None
    lows = [0] + [header.row + 1 for header in found[:-1]]
    heads = [
        Head(
            first=_first(rows, low, header),
            last=header.row,
            author=header.name,
            date=header.date,
            opening=number == 0 and not _SUBJECT.match(_subject(rows, low, header)),
        )
        for number, (low, header) in enumerate(zip(lows, found, strict=True))
    ]
    return build_thread(
        Thread(page=page, rows=rows, chrome=_is_chrome),
        cut_repeated(rows, heads),
        marks=2 * len(heads),
    )


def _headers(rows: Sequence[Row]) -> Iterator[_Header]:
    for number, row in enumerate(rows):
        if "»" in row.text and len(row.text) <= 140:  # noqa: PLR2004 - a header line
            found = _HEAD.match(row.text)
            if found:
                yield _Header(number, found["name"], found["date"])


def _first(rows: Sequence[Row], low: int, header: _Header) -> int:
    """Give the first row of the header: the name above it, else its subject."""
    first = header.row
    for above in range(header.row - 1, max(low, header.row - _REACH) - 1, -1):
        text = rows[above].text
        if text == header.name or text.startswith(header.name + " Posts:"):
            return above
        if _TOP.match(text):
            break
        near = header.row - above <= 4  # noqa: PLR2004 - subject and buttons
        if _SUBJECT.match(text) and near:
            first = above
    if first < header.row:
        while first > low and _PROFILE.match(rows[first - 1].text[:MAX_PROFILE]):
            first -= 1
    return first


def _subject(rows: Sequence[Row], low: int, header: _Header) -> str:
    """Give the subject above the header, past the buttons between."""
    for above in range(header.row - 1, max(low, header.row - 5) - 1, -1):
        if rows[above].text and not is_chrome(rows[above]):
            return rows[above].text
    return ""


def _is_chrome(row: Row) -> bool:
    return is_chrome(row) or bool(_TOP.match(row.text))


LAYOUT = Layout(
    description="phpBB: 'Post by name » date' above each text",
    parents="none",
    parse=_parse,
)
