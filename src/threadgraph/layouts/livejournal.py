"""Read comments of LiveJournal and Dreamwidth: "ann on March 4th, 2009 06:09 am (UTC)".

The other forms are "From: ann" above "Date: 2009-03-04 06:09 am (UTC)", with a subject above or
below, and that date alone below a subject ("no subject"), where a main-content extractor dropped
the name and may have joined the text. The zone behind a time of twelve hours tells all, so that one
is enough. "(Reply to this) (Parent) (Thread)" below a text tells that it answers, and is answered.
Last seen: 2020. Not read: parents where those words leave two places; names above their dates,
which others read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.chrome import is_chrome
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["LAYOUT"]

MAX_HEADER, MAX_ROW = 90, 320
_ZONE = re.compile(r"\d\d:\d\d [ap]m \((?:UTC|local)\)")
_ZONES = ("m (UTC)", "m (local)")
# "[info]", "[![[info]](icon.gif)](profile)": the picture before a name
_ICON = (
    r"(?:\[[\w .]{3,24}\] ?|"
    r"\[!\[\[?[\w .]{0,24}\]?\]\([^()\s]{0,150}\)\]\([^()\s]{0,150}\) ?)?"
)
_NAME = r"(?P<name>[\w-]{1,30}|\((?P<nobody>Anonymous)\))"
_NAMED = re.compile(
    rf"{_ICON}{_NAME} on "
    r"(?P<date>[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?, \d{4} \d\d:\d\d [ap]m \((?:UTC|local)\))$"
)
_DATED = re.compile(
    r"Date:[|\s]{0,6}(?P<date>\d{4}-\d\d-\d\d \d\d:\d\d [ap]m \((?:UTC|local)\))\s*"
    r"(?:\(Link\)$)?"
)
# "From: [info]ann", "| Re: Kites | From:| ann", "From:  ann        Re: Kites"
_FROM = re.compile(
    rf"(?:[|\s]{{0,12}}|[|\s]{{1,8}}[^|]{{1,80}}\|\s?)From:[|\s]{{0,8}}{_ICON}{_NAME}"
    r"(?:\s{2,}\S.{0,80}|\s?\([\w.]{3,40}\))?$"
)
_SUBJECT = re.compile(r"\(?no subject\)?$|Re: ?\S")
# "(Reply)", "(Reply to this) (Parent) (Thread)", "(Link)", "(6 comments | Leave a comment)"
_CONTROLS = re.compile(
    r"(?:\((?:reply(?: to this)?|parent|thread|link|expand|(?:\d{1,4} comments? ?\| ?)?"
    r"(?:leave a|post a new) comment)\)[ |]*){1,5}$",
    re.IGNORECASE,
)
_LINK = "(link)"
_BELOW = 4
"""Rows below the date in which its link stands, with the subject above it."""


def _parse(page: TextPage) -> Parse | None:
    if not any(zone in page.dense for zone in _ZONES) or not _ZONE.search(page.text):
        return None
    rows = page.once(outline.rows)
    heads = [head for n in range(len(rows)) if (head := _head(page, rows, n)) is not None]
    if not heads:
        return None
    parse = parse_heads(page, rows, _nested(page, rows, heads), len(rows), _is_chrome)
    return replace(parse, regularity=1.0) if parse.regularity else parse  # a filter takes "ok"


def _head(page: TextPage, rows: Sequence[Row], number: int) -> Head | None:
    text = rows[number].text
    named = _NAMED.match(text) if len(text) <= MAX_ROW and text.endswith(")") else None
    dated = None if named else _DATED.match(text)
    if named is None and dated is None:
        return None
    above = number - 1
    if dated and above >= 0 and not _says(rows[above]):
        above -= 1  # the rule of a table
    own = named or (_FROM.match(rows[above].text[:MAX_ROW]) if dated and above >= 0 else None)
    first = above if own and not named else number
    date = named or dated
    end = page.lines[rows[number].last].end
    start = end - len(text) + dated.end() if dated else end
    nobody = own is not None and own["nobody"] is not None
    return Head(
        first=_below_controls(rows, first),
        last=number if start < end else _link(rows, number),
        author=own["name"] if own and not nobody else None,
        author_state="anonymous" if nobody else "named" if own else None,
        date=date["date"] if date else None,
        start=start if start < end else None,
    )


def _says(row: Row) -> bool:
    return any(map(str.isalnum, row.text))


def _saying(rows: Sequence[Row], number: int) -> int:
    """Give the row with words from `number` on upwards, or none: -1."""
    return next((n for n in range(number, -1, -1) if _says(rows[n])), -1)


def _below_controls(rows: Sequence[Row], first: int) -> int:
    """Give the row of the subject above a header, or the header's own."""
    above = _saying(rows, first - 1)
    if above < 0 or len(rows[above].text) > MAX_HEADER or _CONTROLS.match(rows[above].text):
        return first
    told = rows[first].gap == 0 and _SUBJECT.match(rows[above].text)
    if _ZONE.search(rows[above].text):
        return first  # another header
    over = _saying(rows, above - 1)
    beneath = over >= 0 and bool(_CONTROLS.match(rows[over].text[:MAX_HEADER]))
    return above if told or beneath else first


def _link(rows: Sequence[Row], number: int) -> int:
    """Give the row of the link below a date, which ends the header; else the date's own."""
    for below in range(number + 1, min(number + _BELOW, len(rows))):
        text = rows[below].text
        if "From:" in text or _ZONE.search(text):
            break
        if text.strip("* ").lower() == _LINK:
            return below
    return number


def _nested(page: TextPage, rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """Give the heads with depths where "(Parent)" and "(Thread)" leave one place for each."""
    ends = [*(head.first for head in heads[1:]), len(rows)]
    controls = [_controls(rows, head, end) for head, end in zip(heads, ends, strict=True)]
    if not all(controls):
        return list(heads)
    answers = ["parent" in rows[n].text.lower() for n in controls]
    answered = ["thread" in rows[n].text.lower() for n in controls]
    deeper = not any(
        above and not below for above, below in zip(answered, [*answers[1:], False], strict=True)
    )  # else all say "(Thread)"
    depths: list[int] = []
    for number, answer in enumerate(answers):
        above = depths[-1] if depths else 0
        first = above == 0 or (deeper and answered[number - 1])
        if answer and not first and (above > 1 or not deeper):
            return list(heads)
        depths.append(above + first if answer else 0)
    return [
        replace(head, depth=depth, evidence=_place(page, rows[row]))
        for head, depth, row in zip(heads, depths, controls, strict=True)
    ]


def _controls(rows: Sequence[Row], head: Head, end: int) -> int:
    """Give the row of the controls below a text, 0 without one."""
    below = range(head.last + 1, end)
    return next((n for n in below if rows[n].text[:6].lower() == "(reply"), 0)


def _place(page: TextPage, row: Row) -> Segment:
    return Segment(page.lines[row.first].first, page.lines[row.last].end)


def _is_chrome(row: Row) -> bool:
    known = len(row.text) <= MAX_HEADER and bool(_CONTROLS.match(row.text))
    return known or is_chrome(row.text) or not _says(row)


LAYOUT = Layout(
    description="LiveJournal: 'NAME on DATE (UTC)', 'Date: DATE (UTC)' below a name or a subject",
    parents="nesting",
    telling=3,
    parse=_parse,
)
