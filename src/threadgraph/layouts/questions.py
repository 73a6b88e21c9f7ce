"""Read questions with answers that are signed below: "asked 3 May 2014 by Ann", "answered ...".

OSQA, Question2Answer, Shapado and Scoold end each post with a card, whose name stands behind "by"
or in the rows below the date; comments end with "(3 May 2014) Ann", "Ann • 3 May 2014". Comments
answer the question or answer above them. Last seen: 2023. Not read: names that are glued to their
points ("ann4255"), cards above their texts (see `askbot`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from threadgraph.dates.scan import leading_date, trailing_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.byline_forms import Byline
from threadgraph.layouts._heads.question_words import (
    ANSWERS,
    BY,
    CARD_LINE,
    EDGE,
    EDITED,
    GLUED,
    HEADS,
    PARTS,
    PICTURED,
    POINTS,
    SIGN,
    YOURS,
)
from threadgraph.layouts._heads.thread import Start, begin_of, cut_signed
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MAX_SIGN = 100
MAX_CARD = 40
MAX_HEAD = 60
MIN_TEXT = 30
CARD = 9
"""Rows of a card, at most."""

MIN_SIGNS = 3

# "12      How do I ...": votes in a column of their own, as inscriptis prints tables
_VOTED = re.compile(r"-?\d{1,5}\s{3,}\S")


@dataclass(slots=True, kw_only=True)
class _Foot:
    """A signature: its rows, what it signs, and what it tells."""

    first: int
    last: int
    kind: str
    name: str | None
    date: str | None


def _parse(page: TextPage) -> Parse | None:
    if not any(part in page.dense for part in PARTS):
        return None
    table = page.once(rows)
    feet = _of_one(_feet(table))
    answered = next((foot.first for foot in feet if foot.kind == "answered"), None)
    if len(feet) < MIN_SIGNS or answered is None or not _is_below(table, answered):
        return None
    starts = _starts(table, feet)
    if starts is None:
        return None
    begins = [
        Start(row=number, depth=depth) for number, depth in zip(starts, _depths(feet), strict=True)
    ]
    bylines = [
        Byline(foot.first, foot.last, "by", foot.name or "", foot.date, None, foot.kind)
        for foot in feet
    ]
    records = cut_signed(page, begins, bylines, _end(table, feet[-1].last + 1))
    start, records = begin_of(page, records, starts[0])
    records[0] = records[0]._replace(role="opening")
    whole = sum(bool(record.body) for record in records)
    return Parse(
        records=tuple(records),
        start=start,
        marks=2 * sum(foot.kind != "comment" for foot in feet),
        regularity=round(whole / len(records), 6),
        front=(),
    )


def _is_below(table: Sequence[Row], answered: int) -> bool:
    """Tell a card below its text from one above it: right below "4 Answers" stands a text."""
    for number in range(answered - 1, max(0, answered - MAX_SIGN), -1):
        text = table[number].text
        if ANSWERS.match(text):
            between = (table[n].text for n in range(number + 1, answered))
            return any(len(text) >= MIN_TEXT and not is_chrome(text) for text in between)
    return True


def _of_one(feet: list[_Foot]) -> list[_Foot]:
    """Leave out what stands above the first question's signature, and the further questions."""
    asked = [number for number, foot in enumerate(feet) if foot.kind == "asked"]
    return feet[asked[0] : asked[1] if len(asked) > 1 else len(feet)] if asked else []


def _feet(table: Sequence[Row]) -> list[_Foot]:
    """Give the signatures; those of comments only below that of a question."""
    feet: list[_Foot] = []
    number = 0
    while number < len(table):
        text = table[number].text
        foot = None
        if feet and (is_form(text) or YOURS.match(text)):
            if any(foot.kind == "answered" for foot in feet):
                break
        elif len(text) <= MAX_SIGN:
            foot = _card(table, number) or (_comment(table, number) if feet else None)
            foot = _through(table, foot) if foot is not None and foot.kind != "comment" else foot
        if foot is not None:
            feet.append(foot)
        number = foot.last + 1 if foot else number + 1
    return feet


def _card(table: Sequence[Row], number: int) -> _Foot | None:
    """Read "answered DATE by Ann", and the rows of the card below it."""
    match = SIGN.match(table[number].text)
    if match is None:
        return None
    rest = GLUED.sub(" ", match["rest"])
    found = leading_date(rest) if rest else None
    date = rest[: found.end] if found else None
    by = BY.match(rest[found.end :] if found else rest)
    if by is None and (not found or rest[found.end :].strip(EDGE)):
        return None
    kind = next(name for name in ("asked", "answered", "said") if match[name])
    name, last = (by["name"].strip(EDGE), number) if by else _named(table, number)
    kind = "comment" if kind == "said" else kind
    return _Foot(first=number, last=last, kind=kind, name=name, date=date)


def _through(table: Sequence[Row], foot: _Foot) -> _Foot:
    """Give a card with the one below it, of who edited the post."""
    below = foot.last + 1
    edited = EDITED.match(table[below].text) if below < len(table) else None
    if edited is None or leading_date(edited["rest"]) is None:
        return foot
    return replace(foot, last=_named(table, below)[1])


def _named(table: Sequence[Row], number: int) -> tuple[str | None, int]:
    """Give the name in the rows below a date, and the last row of the card."""
    name: str | None = None
    told: str | None = None
    last = number
    for below in range(number + 1, min(len(table), number + 1 + CARD)):
        text = table[below].text
        bare = POINTS.sub("", text)
        if len(text) > MAX_CARD or SIGN.match(text):
            break
        if CARD_LINE.match(text) or bare == name or (name and is_chrome(text)):
            last = below
            pictured = PICTURED.match(text)
            told = told or (pictured and (pictured["name"] or pictured["of"]))
        elif name is None and looks_like_name(bare.strip(EDGE)):
            name, last = bare.strip(EDGE), below
        else:
            break
    return name or told or None, last


def _comment(table: Sequence[Row], number: int) -> _Foot | None:
    """Read "(3 May 2014) Ann", "Ann (3 May 2014)", "Ann • 3 May 2014", "3 days ago Ann"."""
    text = table[number].text
    if EDITED.match(text):
        return None
    if text.startswith("(") and ")" in text:
        date, _, name = text[1:].partition(")")
    elif (found := trailing_date(text.rstrip(")"))) is not None and found.start:
        name, date = text[: found.start].rstrip("( "), text[found.start : found.end]
    elif (found := leading_date(text)) is not None:
        date, name = text[: found.end], text[found.end :]
    else:
        return None
    name = name.strip(EDGE)
    whole = leading_date(date) if date else None
    if whole is None or whole.end < len(date) or not name or not looks_like_name(name):
        return None
    return _Foot(first=number, last=number, kind="comment", name=name, date=date)


def _starts(table: Sequence[Row], feet: Sequence[_Foot]) -> list[int] | None:
    """Give the rows where the signed texts begin; None where a signature has no text above it."""
    starts = [_question(table, feet[0].first)]
    for above, foot in pairwise(feet):
        begin = above.last + 1
        while begin < foot.first and _between(table[begin].text):
            begin += 1
        if begin >= foot.first:
            return None
        starts.append(begin)
    return starts


def _between(text: str) -> bool:
    """Tell what stands between posts: "4 Answers", "32 votes", controls."""
    if is_chrome(text) or CARD_LINE.match(text):
        return True
    return len(text) <= MAX_HEAD and HEADS.match(text) is not None


def _question(table: Sequence[Row], foot: int) -> int:
    """Give the row where the question's text begins: below the last heading or counter."""
    begin = foot
    while begin and is_chrome(table[begin - 1].text):
        begin -= 1
    while begin and not _between(table[begin - 1].text) and foot - begin < MAX_SIGN:
        begin -= 1
        if _VOTED.match(table[begin].text):
            break
    return min(begin, max(0, foot - 1))


def _depths(feet: Sequence[_Foot]) -> list[int]:
    """Hang answers below the question, comments below what stands above them."""
    depths: list[int] = []
    here = 0
    for foot in feet:
        here = {"asked": 0, "answered": 1}.get(foot.kind, here)
        depths.append(here + (foot.kind == "comment"))
    return depths


def _end(table: Sequence[Row], begin: int) -> int:
    return next((n for n in range(begin, len(table)) if is_form(table[n].text)), len(table))


LAYOUT = Layout(
    description="questions and answers with cards below: 'asked DATE by Name', 'answered ...'",
    parents="nesting",
    parse=_parse,
    telling=2,
)
