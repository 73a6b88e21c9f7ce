"""Read comments of b2evolution: "Comment from: Ann [Visitor]", the text, the date below it.

The name and the kind of visitor open each comment; "09/25/17 @ 07:40" with the controls ends it, or
a filter took that line away. Last seen: 2020. Not read: answers ("In response to:"), pingbacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.byline_forms import whole_date
from threadgraph.layouts._heads.heads import Head, parse_heads, serves
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MAX_HEAD = 110
MAX_DATE = 80

# "Comment from: Ann [Visitor]"; Markdown may be wrapped behind the colon
_HEAD = re.compile(
    r"^(?:comment from|kommentar von|commentaire de|comentario de|comentário de|commento da|"
    r"reactie van) ?: ?(?P<name>\S.{0,60}?)?"
    r"(?: ?[\[(](?:visitor|member|besucher|mitglied|visiteur|membre|visitante|miembro|membro|"
    r"visitatore|bezoeker|lid)[\])])?(?: ?· .{1,60})?$",
    re.IGNORECASE,
)
# "09/25/17 @ 07:40 Reply to this comment"
_DATE = re.compile(
    r"^(?P<date>\d{1,4}[./-]\d{1,2}[./-]\d{1,4} @ \d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]m)?)"
    r"(?=\s|$)\D{0,50}$"
)
_ROLE = re.compile(r"\s?\[\w{3,12}\]$")


_HINTS = ("omment from", " von: ", "ommentaire de", "omentario de", "omentário de", "ommento da",
          "eactie van")  # fmt: skip
"""One of them is in all that _HEAD matches, but for capitals."""


def _parse(page: TextPage) -> Parse | None:
    if not any(hint in page.dense for hint in _HINTS):
        return None
    table = page.once(rows)
    heads = list(_heads(table))
    if not heads:
        return None
    begin = heads[-1].last + 1
    stop = next((n for n in range(begin, len(table)) if _ends(table[n])), len(table))
    return parse_heads(page, table, heads, stop, serves)


def _heads(table: Sequence[Row]) -> Iterator[Head]:
    found = [(n, head) for n, row in enumerate(table) if (head := _head(row.text))]
    ends = [*(number for number, _ in found), len(table)][1:]
    for (number, match), end in zip(found, ends, strict=True):
        name, last = match["name"], number
        if name is None and number + 1 < end:
            last, name = number + 1, _ROLE.sub("", table[number + 1].text)
        if last + 1 < end and _ROLE.fullmatch(table[last + 1].text):
            last += 1
        below = (n for n in range(last + 1, end) if _date(table[n].text))
        foot = next(below, None)
        date = None if foot is None else _date(table[foot].text)
        yield Head(first=number, last=last, author=name, date=date, foot=foot)


def _head(text: str) -> re.Match[str] | None:
    return _HEAD.match(text) if len(text) <= MAX_HEAD and ":" in text else None


def _date(text: str) -> str | None:
    match = _DATE.match(text) if len(text) <= MAX_DATE else None
    return match["date"] if match else whole_date(text) if len(text) <= MAX_DATE else None


def _ends(row: Row) -> bool:
    return is_form(row.text)


LAYOUT = Layout(
    description="b2evolution: 'Comment from: NAME [Visitor]', the date below the text",
    parents="none",
    telling=3,
    parse=_parse,
)
