"""Read comments below photographs of Flickr: "Ann Pro User says:", "Posted 20 months ago".

html2text prints the age behind the text. Boxes beside the comments may stand in their lines, far to
the right. Last seen: 2010. Not read: later pages; what of the boxes stands between lines of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._heads.heads import Head, heads_apart, parse_heads
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["LAYOUT"]

HINTS = (" says:", "permalink", "Posted")
MIN_POSTS = 2
FAR = 40
"""Columns right of a header where a box stands beside the comments."""

_BESIDE = r"(?:\s{3,}\S.*)?$"
_HEAD = re.compile(rf"(?P<name>\S.{{0,58}}?)(?: Pro User| \[?deleted\]?)? says:{_BESIDE}")
_AGE = r"\d{1,3}\s+(?:second|minute|hour|day|week|month|year)s?"
_FOOT = re.compile(rf"Posted\s(?P<date>{_AGE}\sago)\.\s\(\s?permalink\s?\){_BESIDE}")
# "A fine picture!Posted 20 months" / "ago. ( permalink )", as html2text prints it
_WITHIN = re.compile(rf"Posted\s+(?P<date>{_AGE}\s+ago)\.\s*\(\s*permalink\s*\).*$", re.DOTALL)


def _parse(page: TextPage) -> Parse | None:
    if not all(hint in page.dense for hint in HINTS):
        return None
    rows = page.once(outline.rows)
    heads = heads_apart(_heads(page, rows))
    if len(heads) < MIN_POSTS:
        return None
    left = rows[heads[0].first].indent
    last = heads[-1]
    below = range(last.last + 1, len(rows))
    ends = (n for n in below if is_form(rows[n].text) or n == last.foot)
    stop = next(ends, len(rows))

    def served(row: Row) -> bool:
        return row.indent > left + FAR or _is_chrome(row)

    parse = parse_heads(page, rows, heads, stop + (stop == last.foot), served)
    records = tuple(_dated(page.text, record) for record in parse.records)
    told = sum(record.date is not None for record in records) >= MIN_POSTS
    return replace(parse, records=records) if told else None


def _heads(page: TextPage, rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers, with the ages that stand in rows of their own below the texts."""
    found = [
        (n, match)
        for n, row in enumerate(rows)
        if (row.heading or not page.linked) and (match := _HEAD.match(row.text))
    ]
    ends = [*(n for n, _ in found), len(rows)][1:]
    for (number, match), end in zip(found, ends, strict=True):
        ages = ((n, _FOOT.match(rows[n].text)) for n in range(number + 1, end))
        foot, age = next(((n, m) for n, m in ages if m), (None, None))
        if age is not None or page.linked:
            date = age["date"] if age else None
            yield Head(first=number, last=number, author=match["name"], date=date, foot=foot)


def _dated(text: str, record: Record) -> Record:
    """Take the age away from the end of a text, where none stands in a row of its own."""
    shown = "".join(text[start:end] for start, end in record.body)
    match = _WITHIN.search(shown) if record.date is None else None
    if match is None:
        return record
    left = len(shown[: match.start()].rstrip())
    body: list[Segment] = []
    chrome = list(record.chrome)
    for start, end in record.body:
        cut = start + min(left, end - start)
        left -= cut - start
        body += [Segment(start, cut)] if cut > start else []
        chrome += [Segment(cut, end)] if end > cut else []
    date = " ".join(match["date"].split())
    return record._replace(body=tuple(body), chrome=tuple(sorted(chrome)), date=date)


def _is_chrome(row: Row) -> bool:
    return row.text in ("", "|", "view profile")  # "♥♥♥" is a text


LAYOUT = Layout(
    description="Flickr: 'Name says:', the text, 'Posted 20 months ago. ( permalink )'",
    parents="none",
    telling=3,
    parse=_parse,
)
