"""Read threads of Postmill (Raddle and others): "Submitted by Ann in kites", then "Bob wrote".

The date stands behind the verb, "OP" behind the opener's name; main-content extractors drop the
date. Last seen: 2024. Not read: who answers whom, which nothing shows in text; pages without the
opening.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.byline_edges import PRONOUNS
from threadgraph.layouts._heads.byline_forms import whole_date
from threadgraph.layouts._heads.heads import Head, parse_heads, serves
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MAX_HEADER = 140
_BY = "Submitted by "

# "Submitted by ann 3 years ago in kites", "Submitted by ann in kites"
_OPENING = re.compile(
    r"Submitted by (?P<name>\S{1,30})(?: (?P<date>.{4,60}?))? in (?P<forum>\w{1,40})"
    r"(?: \(.{1,60}\))?$"
)
# "bob OP wrote", "bob wrote 3 years ago (edited 2 years ago)", "ann wrote (edited 2 years ago)"
_COMMENT = re.compile(
    r"(?P<name>\S{1,30})(?: OP)? wrote(?: (?P<date>[^(]{4,60}?))?(?: \(edited .{1,60}\))?$"
)


def _parse(page: TextPage) -> Parse | None:
    if _BY not in page.dense or " wrote" not in page.dense:
        return None
    rows = page.once(outline.rows)
    top = next((n for n, row in enumerate(rows) if row.text.startswith(_BY)), len(rows))
    opening = _read(rows, top, _OPENING) if top < len(rows) else None
    comments = list(_comments(rows, top + 1))
    if opening is None or not comments or any(_is_pronoun(head.author) for head in comments):
        return None
    parse = parse_heads(page, rows, [opening, *comments], len(rows), serves)
    title = (page.lines[rows[top - 1].first].content,) if top else ()
    return replace(parse, front=title)


def _comments(rows: Sequence[Row], first: int) -> Iterator[Head]:
    for number in range(first, len(rows)):
        head = _read(rows, number, _COMMENT)
        if head is not None and (number + 1 == len(rows) or rows[number + 1].gap):
            yield head


def _is_pronoun(name: str | None) -> bool:
    """Tell the name in "She wrote", which stands in articles."""
    return (name or "").lower() in PRONOUNS


def _read(rows: Sequence[Row], number: int, form: re.Pattern[str]) -> Head | None:
    text = rows[number].text
    match = form.match(text) if len(text) <= MAX_HEADER else None
    if match is None or (match["date"] and whole_date(match["date"]) is None):
        return None
    role = "opening" if form is _OPENING else "comment"
    return Head(first=number, last=number, author=match["name"], date=match["date"], role=role)


LAYOUT = Layout(
    description="Postmill: 'Submitted by NAME in FORUM' above the opening, then 'NAME wrote'",
    parents="none",
    telling=3,
    parse=_parse,
)
