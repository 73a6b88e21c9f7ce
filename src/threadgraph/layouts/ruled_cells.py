"""Read posts that html2text prints as tables of one row each: "| Ann 3 May 2014 At last!".

Below each such row stands the rule of its table ("---|---"), and the text is in the cell, behind
name and date, or below the rule. Themes of weblogs, V2EX, Substack's mails, CodeProject and
LiveJournal print posts so. Not read: nesting; names behind dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from threadgraph.dates.scan import holds_date, leading_date
from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._heads.anchors import anchor, is_control
from threadgraph.layouts._heads.discussed import discussed
from threadgraph.layouts._heads.heads import Head, by_names, parse_heads
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.outline import Row, plain, row_at
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["LAYOUT"]

MIN_POSTS = 3
MOSTLY = 0.8
MAX_LINES = 60
"""Lines of a cell, at most."""

MAX_HEADER = 140
MAX_ROWS = 60
"""Rows below the last rule that can be its text."""

CERTAINTY = 0.78
RULE = "---|"

# "---|---|---"
_RULE = re.compile(r"---(?:\|---)+\Z")
_BAR = re.compile(r"(?<!\S)\|(?!\S)")
_WORD = re.compile(r"(?<!\S)\S")
_DIGITS = re.compile(r"\d+")
# "Ann Date: 3 May", "Ann on 3 May"
_BEFORE = re.compile(r"[\s,(·•–—-]*(?:\b(?:date|datum|fecha|data|дата)\s?:)?\s*\Z", re.IGNORECASE)
# "![\\[info\\]](userinfo.gif)"
_ESCAPED = re.compile(r"\\[\[\]]")
# "](/c "May 3")** / 9am |  ": what stands between a date and the text
_BEHIND = re.compile(
    r"(?:\]\([^()\n]{0,300}\))?[\s*_/|,·•)]*(?:\d{1,2}\s?[ap]m\b)?(?:\(UTC\))?[\s*_|,·•]*",
    re.IGNORECASE,
)


class _Table(NamedTuple):
    """A table of one row: the place of its first line, its rule's line, what its header tells."""

    first: int
    rule: int
    author: str
    date: str
    start: int | None


def _parse(page: TextPage) -> Parse | None:
    if not page.linked or page.text.count(RULE) < MIN_POSTS:
        return None
    rules = [n for n, line in enumerate(page.lines) if _RULE.match(line.text)]
    found = [table for rule in rules if (table := _table(page, rule))]
    if len(found) < MIN_POSTS or len(found) < MOSTLY * len(rules):
        return None
    inside = sum(table.start is not None for table in found)
    if MOSTLY * len(found) > inside > 0 or len({table.author for table in found}) == 1:
        return None
    rows = page.once(outline.rows)
    heads = [_head(page, table) for table in found]
    last = row_at(page, page.lines[found[-1].rule].start)
    stop = last + 1 if inside else _stop(rows, last)
    if not discussed(page, rows, heads, stop):
        return None
    parse = parse_heads(page, rows, heads, stop, is_control)
    if sum(bool(record.body) for record in parse.records) < MOSTLY * len(heads):
        return None
    end = page.lines[rows[stop].first].start if stop < len(rows) else len(page.text)
    tail = _tail(page, parse.records, end)
    records = tuple(_without_tail(page, record, tail) for record in parse.records)
    return by_names(replace(parse, records=records), CERTAINTY)


def _table(page: TextPage, rule: int) -> _Table | None:
    """Read the row above a rule: its first line is the nearest that has a bar."""
    near = range(rule - 1, max(-1, rule - MAX_LINES), -1)
    lines = takewhile(lambda n: page.lines[n].text and not _RULE.match(page.lines[n].text), near)
    first = next((n for n in lines if _BAR.search(page.lines[n].text)), None)
    if first is None:
        return None
    place = Segment(page.lines[first].first, page.lines[rule - 1].end)
    raw = page.text[place.start : place.end]
    told = _header(" ".join(plain(" ".join(_ESCAPED.sub("", raw).split())).split()))
    if told is None:
        return None
    name, date = told
    shown = re.search(r"\s+".join(map(re.escape, date.split())), raw)
    if shown is None:
        return None
    behind = _BEHIND.match(raw, shown.end())
    rest = behind.end() if behind else shown.end()
    words = plain(" ".join(raw[rest:].split())).strip(" |")
    start = None if not words or is_chrome(words) else place.start + rest
    return _Table(first=first, rule=rule, author=name, date=date, start=start)


def _header(text: str) -> tuple[str, str] | None:
    """Give name and date of "1 Ann 3 May 2014 10:02 At last!"; other cells may stand before."""
    if not holds_date(text[:MAX_HEADER]):
        return None
    for word in _WORD.finditer(text, 1, MAX_HEADER):
        found = leading_date(text[word.start() : word.start() + MAX_HEADER])
        if found is None or not found.certain:
            continue
        date = text[word.start() : word.start() + found.end].rstrip(" ,|·")
        cells = [cell.strip() for cell in _BAR.split(text[: word.start()])]
        before = next((cell for cell in reversed(cells) if cell), "")
        return _named(_BEFORE.sub("", before), date)
    return None


def _named(before: str, date: str) -> tuple[str, str] | None:
    number, _, rest = before.partition(" ")
    before = rest if rest and number.rstrip(".)").isdigit() else before
    opened = anchor(Row(0, 0, 0, 0, 0, "", None, f"{before} {date}"))
    return (opened.name, date) if opened and opened.name else None


def _head(page: TextPage, table: _Table) -> Head:
    """Make the head of a table: up to its rule, or to where the text begins in its cell."""
    start = page.lines[table.rule].start if table.start is None else table.start
    return Head(
        first=row_at(page, page.lines[table.first].start),
        last=row_at(page, start),
        author=table.author,
        date=table.date,
        start=table.start,
    )


def _stop(rows: Sequence[Row], last: int) -> int:
    """Give the row where the last text below a rule ends: at a form, a heading or a list."""
    below = range(last + 1, min(len(rows), last + MAX_ROWS))
    ends = (n for n in below if rows[n].heading or rows[n].mark or is_form(rows[n].text))
    return next(ends, below.stop)


def _shapes(text: str) -> list[str]:
    return _DIGITS.sub("0", plain(text)).split()


def _tail(page: TextPage, records: Sequence[Record], stop: int) -> list[str]:
    """Give the words that all posts end with, but for their numbers: controls in the cell."""
    texts = [_shapes(" ".join(_below(page, record, stop))) for record in records]
    return [words[0] for words in takewhile(_alike, zip(*map(reversed, texts), strict=False))][::-1]


def _alike(words: Sequence[str]) -> bool:
    return len(set(words)) == 1


def _below(page: TextPage, record: Record, stop: int) -> Iterator[str]:
    """Give what stands in a post beside its header, but for rules and what follows the last."""
    places = sorted((*record.body, *record.chrome))
    texts = (page.text[start:end] for start, end in places if start < stop)
    return (text for text in texts if not _RULE.match(text.strip()))


def _without_tail(page: TextPage, record: Record, tail: Sequence[str]) -> Record:
    """Take the words of controls off the end of a text; some may be rows of their own."""
    if not record.body or not tail:
        return record
    start, end = record.body[-1]
    words = _shapes(page.text[start:end])
    many = next((n for n in range(len(tail), 0, -1) if words[-n:] == tail[:n]), 0)
    if not many or many >= len(words):
        return record
    kept = page.text[start:end].rsplit(None, many)[0]
    place = Segment(start, start + len(kept))
    gone = Segment(place.end + 1, end)
    body = (*record.body[:-1], place)
    return record._replace(body=body, chrome=tuple(sorted((*record.chrome, gone))))


LAYOUT = Layout(
    description="any posts that are tables of one row each in Markdown: name, date and text",
    parents="none",
    parse=_parse,
    ceiling=CERTAINTY,
    generic=True,
    bare=True,
)
