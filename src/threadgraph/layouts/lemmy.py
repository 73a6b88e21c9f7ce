"""Read Lemmy's own pages (last seen 2025): nested lists of name, controls, score and age.

The name ("ann", "ann@host.example", with badges OP, M, A) opens the item; the age ("1 year ago")
ends the header. An extractor may have dropped the name or the controls. The depth shows in the
column of the list's mark, or of the age where the mark is gone with the name. An extractor may
also join the age and the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from threadgraph.dates.scan import trailing_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, stop_at
from threadgraph.layouts._heads.talk import TALK
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.columns import depths_of, mark_column
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MAX_HEADER = 14
MAX_AGE = 40
MIN_AGES = 2
MAX_LINE = 100
_FOOT = "join-lemmy.org"
"""The link at the foot of the software's own pages."""

_HINTS = (
    "fedilink", "arrow-up", "minus-square", "message-square", "OPMA\n", "OPM\n", "OPA\n", "Lemmy",
    "HotTopControversial", "You must log in or register to comment",
)  # fmt: skip
# "1 year ago", "13 days ago", "3 months ago*", "5 • 3 months ago"
_AGE = re.compile(
    r"^(?:(?:-?\d{1,6} ?)?[•·] ?)?(?P<date>(?:about )?(?:\d{1,8}|an?) "
    r"(?:second|minute|hour|day|week|month|year)s? ago)\*?$"
)
# "• ann" above "3 months ago I have one.", which no control parts any more
_JOINED_AGE = re.compile(
    r"(?P<date>(?:about )?(?:\d{1,2}|an?) (?:second|minute|hour|day|week|month|year)s? ago)\*? "
    r"(?!(?:by|in|from|on|at)\b)(?=[^\W_].{11})"
)
_JOINED_ITEM = re.compile(rf"^ *• [^\s:]{{2,40}}\n {{2,60}}{_JOINED_AGE.pattern}", re.MULTILINE)
# "ann@host.example OP 5 • vor 2 Stunden", "ann 56• 2 hours ago"
_LINE = re.compile(r"^(?P<name>\S.{0,60}?)(?: -?\d{1,6})? ?• (?P<date>.{4,30})$")
# "72 years ago": a score of 7, glued to "2 years ago"
_SCORED = re.compile(r"^(?P<score>\d{0,6})(?P<age>\d) (?P<unit>\w+) ago$")
MAX_YEARS = 15
"""Lemmy began in 2019: what is older is a score with an age."""

_AGES = re.compile(r" ago\*?\s*(?:[\n\r]|$)")
_CONTROL = re.compile(
    r"^(?:minus-square|plus-square|link|fedilink|arrow-(?:up|down)\d{0,6}|-?\d{1,6} ?·?|·|•|"
    r"[A-Z][a-z]{3,12}|edit-2|bot|OP|M|A|B)$"
)
# "DessalinesOPMA", "ann OP M A", "ann@host.example", "Kay (they) @host.example"
_JOINED = re.compile(r"(?<=.)(?:OP(?:MA|M|A)?|MA)(?:link.{0,40})?$")
_SPACED = re.compile(r"(?:\s+(?:OP|M|A|B|BOT|Admin|Mod))+$")
_HOST = re.compile(r"\s*@[\w-]+(?:\.[\w-]+)+.{0,60}$")
_LINKS = re.compile(r"(?:link)?fedilink(?:[A-Z][a-z]{3,12})?$")
_LANGUAGE = re.compile(
    r"\s?(?:English|Deutsch|Français|Español|Italiano|Nederlands|Português|Polski|Русский|"
    r"Українська|Svenska|Suomi|Dansk|Norsk|Čeština|Türkçe|日本語|中文|한국어|Undetermined)$"
)
_FOOTER = re.compile(
    r"^(?:[\w.]{1,40}\s?@[\w.]{3,60}|!\w{2,40}@[\w.]{3,60}|Subscribe from Remote.{0,40}|"
    r"Create a post|You are not logged in\b.{0,80})$"
)


class _Found(NamedTuple):
    first: int
    last: int
    name: str | None
    column: int | None
    date: str | None
    start: int | None = None


def _parse(page: TextPage) -> Parse | None:
    aged = "•" in page.dense and " ago" in page.dense
    joined = aged and _JOINED_ITEM.search(page.text) is not None
    if not joined and _FOOT not in page.dense and not _hinted(page):
        return None
    rows = page.once(outline.rows)
    if joined and _FOOT not in page.dense and not _hinted(page) and not _talks(rows):
        return None
    found = _unscored(list(_headers(page, rows)))
    if not found or (len(found) < MIN_AGES and not joined and not _is_sure(rows, found[0])):
        return None
    columns = [item.column for item in found]
    depths = depths_of(columns) if len(found) >= MIN_AGES else [None]  # a page of one comment
    heads = [
        Head(
            first=item.first,
            last=item.last,
            author=item.name,
            date=item.date,
            start=item.start,
            depth=depth,
            evidence=page.lines[rows[item.first].first].content if depth is not None else None,
        )
        for item, depth in zip(found, depths, strict=True)
    ]
    stop = min(stop_at(rows, heads, _FOOTER), _side(page, rows, found))
    parse = parse_heads(page, rows, heads, stop, _is_chrome)
    named = sum(head.author is not None for head in heads)
    whole = sum(bool(record.body) for record in parse.records)
    return replace(
        parse,
        marks=len(heads) + named,
        regularity=whole / len(heads) * (0.6 + 0.4 * named / len(heads)),
    )


def _talks(rows: Sequence[Row]) -> bool:
    """Tell texts behind joined ages from what a list says of files or packages."""
    first = next((n for n, row in enumerate(rows) if _JOINED_AGE.match(row.text)), len(rows))
    return any(TALK.search(row.text) for row in rows[first:])


def _is_sure(rows: Sequence[Row], item: _Found) -> bool:
    """Tell a header that needs no other: a name, and below it the controls of Lemmy alone."""
    controls = {row.text for row in rows[item.first + 1 : item.last]}
    return item.name is not None and "fedilink" in controls and "arrow-up" in controls


def _side(page: TextPage, rows: Sequence[Row], found: Sequence[_Found]) -> int:
    """Give the row below the last item at which the community's box begins, further out."""
    left = min((item.column for item in found if item.column is not None), default=-1)
    below = range(found[-1].last + 1, len(rows))
    outside = (n for n in below if (rows[n].heading if page.linked else rows[n].indent <= left))
    return next(outside, len(rows))


def _hinted(page: TextPage) -> bool:
    aged = page.linked or _AGES.search(page.dense)
    return bool(aged) and " ago" in page.dense and any(hint in page.dense for hint in _HINTS)


def _headers(page: TextPage, rows: Sequence[Row]) -> Iterator[_Found]:
    """Give the headers that end in an age, at the column of their mark."""
    done = -1
    for number, row in enumerate(rows):
        match = _AGE.match(row.text) if len(row.text) <= MAX_AGE else None
        if match is None:
            found = _in_one_row(page, rows, number) or _joined(page, rows, number)
            if found is not None:
                yield found
                done = number
            continue
        first, name = _opening(page, rows, number, done)
        column = mark_column(page, rows[first])
        if column is None and name is None and row.indent:
            column = row.indent - 2  # the text's column; the mark stood two before
        if column is None and first == number and row.indent == 0:
            continue
        yield _Found(first, number, name, column, match["date"])
        done = number


def _in_one_row(page: TextPage, rows: Sequence[Row], number: int) -> _Found | None:
    """Read "ann@host.example OP 5 • vor 2 Stunden", an item of the lists before version 0.19."""
    row = rows[number]
    found = _LINE.match(row.text) if row.mark and "•" in row.text[:MAX_LINE] else None
    date = trailing_date(found["date"]) if found else None
    if found is None or date is None or not date.certain or date.start:
        return None
    name = _name(page, row._replace(text=found["name"]))
    return _Found(number, number, name, mark_column(page, row), found["date"])


def _joined(page: TextPage, rows: Sequence[Row], number: int) -> _Found | None:
    """Read an item's name above a row that begins with the age and goes on with the text."""
    row = rows[number]
    age = _JOINED_AGE.match(row.text) if number and not row.mark and not row.gap else None
    item = rows[number - 1]
    if age is None or not item.mark or " " in item.text or row.indent <= item.indent:
        return None
    name = _name(page, item)
    start = page.lines[row.last].end - len(row.text) + age.end()
    column = mark_column(page, item)
    return _Found(number - 1, number, name, column, age["date"], start) if name else None


def _unscored(found: list[_Found]) -> list[_Found]:
    """Take scores away from the ages that they are glued to, on pages where an age shows it.

    "213 days ago" may be 21 and 3 days or 2 and 13: such an age is not told.
    """
    ages = [_SCORED.match(item.date or "") for item in found]
    years = [int(age["score"] + age["age"]) for age in ages if age and age["unit"] == "years"]
    if max(years, default=0) <= MAX_YEARS:
        return found
    return [
        item._replace(date=f"{age['age']} years ago" if age["unit"] == "years" else None)
        if age and age["score"]
        else item
        for item, age in zip(found, ages, strict=True)
    ]


def _opening(page: TextPage, rows: Sequence[Row], age: int, done: int) -> tuple[int, str | None]:
    """Walk up from an age over controls to the name and the item's mark."""
    name: str | None = None
    first = age
    for number in range(age - 1, max(done, age - MAX_HEADER), -1):
        row = rows[number]
        if name is None and not _CONTROL.match(row.text) and row.text:
            name = _name(page, row)
            if name is None:
                break
            first = number
            if row.mark:
                break
        elif name is not None and row.text not in ("minus-square", "plus-square", ""):
            break
        else:
            first = number if row.mark or row.text == "minus-square" or name is None else first
            if row.mark:
                break
    return (first, name) if name is not None or first == age else (age, None)


# "[![](https://a.example/b.png)ann](/u/ann "ann")OPMA[link](...)"
_PROFILE = re.compile(r"\]\(/u/|\]\(https?://[^()\s]{4,80}/u/")


def _name(page: TextPage, row: Row) -> str | None:
    """Read the name out of the row that opens an item, without badges and host."""
    raw = " ".join(line.text for line in page.lines[row.first : row.last + 1])
    if not row.mark and not _PROFILE.search(raw):
        return None
    text = _LANGUAGE.sub("", _LINKS.sub("", row.text))
    text = _JOINED.sub("", _SPACED.sub("", text))
    if " @" in text or page.once(_shows_hosts):  # else the host was shown as part of the name
        text = _HOST.sub("", text)
    text = _JOINED.sub("", _SPACED.sub("", text)).strip()
    return text if 1 < len(text) <= 50 and not text.endswith((".", ":")) else None  # noqa: PLR2004


def _shows_hosts(page: TextPage) -> bool:
    return "fedilink" in page.dense


def _is_chrome(row: Row) -> bool:
    return len(row.text) <= 60 and (  # noqa: PLR2004 - controls are short
        not row.text or row.text in ("•", "·", "minus-square", "plus-square")
        or bool(re.match(r"^\d{1,4} (?:more )?repl(?:y|ies)$", row.text))
    )  # fmt: skip


LAYOUT = Layout(
    description="Lemmy: nested items of name, score and age",
    parents="nesting",
    telling=2,
    parse=_parse,
)
