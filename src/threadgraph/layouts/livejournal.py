"""Read comments of LiveJournal and Dreamwidth: "ann on March 4th, 2009 06:09 am (UTC)".

The other form is "Date: 2009-03-04 06:09 am (UTC)" below a subject ("no subject"), where a
main-content extractor dropped "From: ann" and may have joined the text. The zone behind a time of
twelve hours tells both, so that one is enough. Last seen: 2020. Not read: parents; names above
their dates, which others read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.chrome import is_chrome
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MAX_HEADER = 90
_ZONE = re.compile(r"\d\d:\d\d [ap]m \((?:UTC|local)\)")
_ZONES = ("m (UTC)", "m (local)")
_NAMED = re.compile(
    r"(?P<name>[\w-]{1,30}|\((?P<nobody>Anonymous)\)) on "
    r"(?P<date>[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?, \d{4} \d\d:\d\d [ap]m \((?:UTC|local)\))$"
)
_DATED = re.compile(r"Date: (?P<date>\d{4}-\d\d-\d\d \d\d:\d\d [ap]m \((?:UTC|local)\))\s*")
_SUBJECT = re.compile(r"\(?no subject\)?$|Re: ?\S")
# "(Reply)", "(Reply to this) (Parent) (Thread)", "(Link)"
_CONTROLS = re.compile(
    r"(?:\((?:reply(?: to this)?|parent|thread|link|expand)\)[ |]*){1,5}$", re.IGNORECASE
)


def _parse(page: TextPage) -> Parse | None:
    zoned = not page.linked and any(zone in page.text for zone in _ZONES)
    if not zoned or not _ZONE.search(page.text):
        return None
    rows = page.once(outline.rows)
    heads = [head for n in range(len(rows)) if (head := _head(page, rows, n)) is not None]
    return parse_heads(page, rows, heads, len(rows), _is_chrome) if heads else None


def _head(page: TextPage, rows: Sequence[Row], number: int) -> Head | None:
    text = rows[number].text
    named = _NAMED.match(text) if len(text) <= MAX_HEADER else None
    if named:
        nobody = named["nobody"] is not None
        return Head(
            first=number,
            last=number,
            author=None if nobody else named["name"],
            author_state="anonymous" if nobody else "named",
            date=named["date"],
        )
    dated = _DATED.match(text)
    if dated is None:
        return None
    end = page.lines[rows[number].last].end
    start = end - len(text) + dated.end()
    subject = number > 0 and rows[number].gap == 0 and _SUBJECT.match(rows[number - 1].text)
    return Head(
        first=number - 1 if subject else number,
        last=number,
        date=dated["date"],
        start=start if start < end else None,
    )


def _is_chrome(row: Row) -> bool:
    return is_chrome(row.text) or (len(row.text) <= MAX_HEADER and bool(_CONTROLS.match(row.text)))


LAYOUT = Layout(
    description="LiveJournal: 'NAME on DATE (UTC)', or 'Date: DATE (UTC)' below a subject",
    parents="none",
    telling=3,
    parse=_parse,
)
