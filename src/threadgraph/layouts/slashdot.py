"""Read Slashdot (last seen 2025): nested lists of "Subject (Score:5, Funny)" and "by name ( id )".

An extractor may drop either row of a header. The depth shows in the column of the list's mark.
Comments below the reader's threshold have no date. "Anonymous Coward" is nobody's name. The mirror
of its old stories prints "1. Re:Subject by name · · Score: 5, Funny", and the signature below "--".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, parse_heads, stop_at
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.columns import depths_of, mark_column
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.layouts._text.story import story_line, title_above

__all__ = ["LAYOUT"]

MAX_ROW = 260
MAX_WRAPPED = 3
# "Re:Not Rust? (Score:4, Insightful)", "Re: ( Score: 2 )"
_SUBJECT = re.compile(r"\(\s*Score:\s*-?\d(?:\s*,\s*[A-Z][a-z]{2,12})?\s*\)$")
# "by ann ( 127135 ) writes: on Friday January 12, 2024 @11:51AM (#64153115) Homepage Journal"
_BY = re.compile(
    r"^(?:[*•+o-]\s+)*by (?P<name>Anonymous Coward|\S.{0,58}?(?=\s*\(\s*\d{1,9}\s*\)))"
    r"(?:\s*\(\s*\d{1,9}\s*\))?(?:\s*\*)?(?:\s*Alter Relationship)?(?:\s*<[^<>]{3,60}>)?"
    r"(?:\s*writes:)?(?:\s*(?:Homepage|Journal)){0,2}"
    r"(?:\s*on (?P<date>[A-Z][a-z]{2,8} [A-Z][a-z]{2,8} \d{1,2}(?:,? \d{4})?,?\s*"
    r"@\s*\d\d:\d\d\s?[AP]M))?"
    r"(?:\s*\(\s*#\d{1,10}\s*\))?(?:\s*(?:Homepage|Journal)){0,2}\s*$"
)
# "by ann ( 127135 )", wrapped or not
_SIGNED = re.compile(r"by (?:Anonymous\sCoward|\S[\s\S]{0,99}?\(\s*\d{1,9}\s*\))")
_CHROME = re.compile(
    r"^(?:[*•+o-]|(?:Parent|Share|twitter|facebook|linkedin|Reply to This|Flag as Inappropriate|"
    r"Read the rest of this comment\.{0,3}|[\s*+o-]){1,8})$"
)
_FOOTER = re.compile(
    r"^(?:Related Links\b|Slashdot (?:Top Deals|Poll$)|Most Discussed$|Get more comments$|"
    r"There may be more comments in this discussion|Submit Story$|Slashdot$|"
    r".{0,60}Trademarks property of their respective|"
    r"All trademarks and copyrights on this page\b)"
)

# "Re:Not Rust? by ann · · Score: 5, Funny", an item of the mirror
_MIRRORED = re.compile(
    r"^\S.{0,160} by (?P<name>Anonymous Coward|\S{1,60}) · · Score: -?\d(?:, [A-Z][a-z]{2,12})?$"
)
# "45 of 161 comments (clear)", below the title and the story
_SHOWN = re.compile(r"^\d{1,5} of \d{1,5} comments?(?: \(clear\))?$")
_SITE = "Slashdot Mirror"
MAX_SIGNATURE = 4
"""Rows of a signature, with the dashes above it."""

# "Posted by ann on Friday January 12, 2024 @11:40AM from the no-strings dept."
_STORY = re.compile(r"^Posted by \S.{0,60} on .{5,60}(?: from the .{1,80}|M)$")

_Found = tuple[int, int, re.Match[str] | None]
"""First and last row of a header, and the match of its "by" row; the last is before the first
where the item's own row is its text."""


def _parse(page: TextPage) -> Parse | None:
    if "by " not in page.dense or not ("Score:" in page.dense or " ) on " in page.dense):
        return None
    rows = page.once(outline.rows)
    if " · · Score:" in page.dense:
        return _mirrored(page, rows)
    if not page.linked and not _SIGNED.search(page.short):
        return None
    found = list(_headers(rows))
    if not any(by for _, _, by in found):
        return None
    if sum(last > first for first, last, _ in found) <= len(found) / 2:
        found = _with_bare_items(rows, found)
    columns = [mark_column(page, rows[first]) for first, _, _ in found]
    depths = depths_of(columns)
    heads = [_head(page, rows, item, depth) for item, depth in zip(found, depths, strict=True)]
    parse = parse_heads(page, rows, heads, stop_at(rows, heads, _FOOTER), _is_chrome)
    return replace(
        parse,
        marks=2 * sum(by is not None for _, _, by in found),
        title=title_above(page, rows, story_line(rows[: found[0][0]], _STORY)),
    )


def _mirrored(page: TextPage, rows: Sequence[Row]) -> Parse | None:
    """Read a page of the mirror: the numbered items are the headers."""
    matches = {
        number: match
        for number, row in enumerate(rows)
        if row.mark and len(row.text) <= MAX_ROW and (match := _MIRRORED.match(row.text))
    }
    if not matches:
        return None
    numbers = list(matches)
    depths = depths_of([mark_column(page, rows[number]) for number in numbers])
    heads = [
        Head(
            first=number,
            last=number,
            author=matches[number]["name"],
            depth=depth,
            evidence=page.lines[rows[number].first].content,
            foot=_dashes(rows, number, end),
        )
        for number, depth, end in zip(numbers, depths, [*numbers[1:], len(rows)], strict=True)
    ]
    parse = parse_heads(page, rows, heads, stop_at(rows, heads, _FOOTER), _is_chrome)
    above = rows[max(0, numbers[0] - 1)]
    if _SHOWN.match(above.text):
        line, first = page.lines[above.first], parse.records[0]
        first = first._replace(header=(line.content, *first.header))
        parse = replace(parse, start=line.start, records=(first, *parse.records[1:]))
    titled = rows[0].text == _SITE and numbers[0] > 1
    return replace(parse, title=title_above(page, rows, 2)) if titled else parse


def _dashes(rows: Sequence[Row], first: int, end: int) -> int | None:
    """Give the last row "--" of a comment that no more than a signature follows."""
    low = max(first, end - MAX_SIGNATURE)
    return next((n for n in range(end - 2, low, -1) if rows[n].text == "--"), None)


def _headers(rows: Sequence[Row]) -> Iterator[_Found]:
    """Give first and last row of each header, and the match of its "by" row if it has one."""
    number = 0
    while number < len(rows):
        text = rows[number].text
        subject = len(text) <= MAX_ROW and "Score:" in text and bool(_SUBJECT.search(text))
        above = subject and number > 0 and text[0] == "(" and bool(rows[number - 1].mark)
        below = number + subject
        by, end = _by(rows, below)
        if subject and by is not None and rows[below].mark:
            by = None  # the next comment's, whose subject was dropped
        if subject or by is not None:
            last = end if by is not None else number
            yield number - above, last, by
            number = last
        number += 1


def _with_bare_items(rows: Sequence[Row], found: Sequence[_Found]) -> list[_Found]:
    """Add the bullets below the first header: where headers lack rows, others lack all of them."""
    taken = {number for first, last, _ in found for number in range(first, last + 1)}
    least = min(rows[first].indent for first, _, _ in found)
    bare = [
        (number, number - 1, None)
        for number in range(found[0][0], len(rows))
        if rows[number].mark == "•" and number not in taken and rows[number].indent >= least
    ]
    return sorted([*found, *bare], key=lambda item: item[0])


def _by(rows: Sequence[Row], number: int) -> tuple[re.Match[str] | None, int]:
    """Match a "by" row, with up to three rows onto which it was wrapped; give the last of them."""
    if number >= len(rows) or "by " not in rows[number].text[:12]:
        return None, number
    best, last, text = None, number, ""
    for below in range(number, min(number + 1 + MAX_WRAPPED, len(rows))):
        if below > number and (rows[below].gap or rows[below].mark):
            break
        text = f"{text} {rows[below].text}".strip()
        match = _BY.match(text) if len(text) <= MAX_ROW else None
        if match and (match["name"] == "Anonymous Coward" or match["date"] or "(" in text):
            best, last = match, below
    return best, last


def _head(page: TextPage, rows: Sequence[Row], found: _Found, depth: int | None) -> Head:
    first, last, by = found
    name = by["name"] if by else None
    line = page.lines[rows[first].first]
    if last < first:  # a bare bullet: its own row has the text
        begin = line.end - len(rows[first].text)
        mark = Segment(line.first, line.first + len(rows[first].mark))
        return Head(first=first, last=first, depth=depth, start=begin, evidence=mark)
    return Head(
        first=first,
        last=last,
        author=name,
        date=by["date"] if by else None,
        depth=depth,
        evidence=line.content if depth is not None else None,
    )


def _is_chrome(row: Row) -> bool:
    return len(row.text) <= 80 and (not row.text or bool(_CHROME.match(row.text)))  # noqa: PLR2004


LAYOUT = Layout(
    description="Slashdot: nested 'by name ( id ) on date' with scores",
    parents="nesting",
    telling=3,
    parse=_parse,
)
