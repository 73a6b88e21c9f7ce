"""Read a mail as Mailman's archives show it: the subject, "Ann Lee ann at a.example", the date.

"More information about the ... mailing list" ends the page. "On May 3, 2020, Ann wrote:" in front
of quoted lines names whom the mail answers. Last seen: 2024. Not read: the links to the mails
before and after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.dates.scan import leading_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.answered import answered
from threadgraph.layouts._heads.heads import Head, parse_heads
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

TOP = 8
"""Rows among which the header stands."""

MAX_ROW = 160
MAX_FOOT = 120
MAX_LINKS = 400
"""Letters of a row of links, with the addresses that html2text prints."""

_ADDRESS = r"(?:[\w.+=-]{1,64} at [\w-]{1,64}(?:\.[\w-]{1,64}){1,5}|\[email.protected\])"
# "Ann Lee ann at a.example", "[email protected]"
_SENDER = re.compile(rf"^(?:(?P<name>\S.{{0,60}}?) )?{_ADDRESS}$")
# "Sun Mar 16 15:48:39 EDT 2014", "Sat, 15 Feb 2003 12:06:42 -0500"
_DATE = re.compile(r"^[A-Z][a-z]{2},? .{5,12} \d\d:\d\d:\d\d\b.{4,12}$")
_FOOT = re.compile(
    r"^(?:more information about the\b|(?:• )?(?:previous|next) message(?: \(by thread\))?:|"
    r"(?:• )?messages sorted by:|mailing list$)",
    re.IGNORECASE,
)


def _parse(page: TextPage) -> Parse | None:
    if " at " not in page.dense and "[email" not in page.dense:
        return None
    if not page.linked and not any(_DATE.match(text[:MAX_ROW]) for text in page.texts[: 2 * TOP]):
        return None  # the cheap question: lines have what rows have
    rows = page.once(outline.rows)
    date = next((n for n in range(2, min(TOP, len(rows))) if _is_date(rows[n].text)), None)
    found = None if date is None else _sender(rows, date - 1)
    if date is None or found is None:
        return None
    first, name = found
    text = next((n for n in range(date + 1, len(rows)) if not _is_foot(rows[n])), len(rows))
    stop = next((n for n in range(text, len(rows)) if _is_foot(rows[n])), len(rows))
    label, place = answered(page, rows, date + 1, stop)
    head = Head(
        first=first,
        last=date,
        author=name,
        date=rows[date].text,
        label=label,
        evidence=place,
    )
    parse = parse_heads(page, rows, [head], stop, _is_chrome)
    return replace(parse, front=(page.lines[rows[first - 1].first].content,))


def _is_date(text: str) -> bool:
    return len(text) <= MAX_ROW and bool(_DATE.match(text)) and leading_date(text) is not None


def _sender(rows: Sequence[Row], number: int) -> tuple[int, str | None] | None:
    """Give the first row of the sender, and the name; the address may stand in a row of its own."""
    found = _SENDER.match(rows[number].text[:MAX_ROW])
    if found is None:
        return None
    if found["name"] or number < 2:  # noqa: PLR2004 - the subject stands above
        return number, found["name"]
    above = rows[number - 1].text
    return number - 1, above if len(above) <= MAX_FOOT and "@" not in above else None


def _is_foot(row: Row) -> bool:
    return len(row.text) <= MAX_LINKS and _FOOT.match(row.text) is not None


def _is_chrome(row: Row) -> bool:
    return _is_foot(row) or not row.text


LAYOUT = Layout(
    description="Mailman's archives: a mail below 'Name name at host' and the date",
    parents="labels",
    telling=3,
    parse=_parse,
)
