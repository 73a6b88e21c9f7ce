"""Put names right that were read as the next post's: they stand below the texts.

"text / Ann / 3 May / text / Bob / 4 May": a layout that looks for names above texts gives each post
the name of the one before, loses the first text and takes the footer for the last. That shows: text
stands between the heading of the comments and the first header, and none below the last, or the
mark of a list stands before the texts and not before the headers. "3 May / text / Ann / 4 May /
text / Bob" is alike, but that the name alone belongs to the text above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._heads.anchors import EDGES, is_control
from threadgraph.layouts._heads.below import NEAR, closes_alike
from threadgraph.layouts._heads.byline_forms import says
from threadgraph.layouts._heads.cycle_names import names_of
from threadgraph.layouts._heads.cycles import date_in, kind_of
from threadgraph.layouts._heads.heads import Head, parse_heads
from threadgraph.layouts._heads.sections import MAX_SECTION, heads_section
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.names import reads_as_text
from threadgraph.layouts._text.outline import Row, row_at, rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["with_feet"]

MIN_POSTS = 3
MOSTLY, STEADY = 0.8, 0.9
MAX_ABOVE = 60
"""Rows above the first header among which the heading is sought."""

MAX_TEXT, MAX_ROW = 40, 90
"""Letters of a row up to which it is no text, unless a sentence ends there."""

_ENDS = frozenset(".!?…。！？")
# "12 reactions", "Vos avis (12)"
_COUNT = re.compile(r"(?<![\d.,:/-])\d{1,5}(?![\d.,:/-])")


@dataclass(frozen=True, slots=True)
class _Heads:
    """The rows of the page, and the first and last row of each post's header."""

    rows: Sequence[Row]
    places: Sequence[tuple[int, int]]

    @property
    def first(self) -> int:
        return self.places[0][0]

    @property
    def end(self) -> int:
        """The row below the last header."""
        return self.places[-1][1] + 1


def with_feet(page: TextPage, parse: Parse, *, weak: bool) -> Parse:
    """Give the posts their own names, where those stand below.

    Where nothing but the form of the headers tells posts (`weak`), no heading needs to stand above.
    """
    records = parse.records
    named = sum(record.author is not None for record in records)
    if len(records) < MIN_POSTS or named < MOSTLY * (len(records) - 1) or not _above(records):
        return parse
    table = page.once(rows)
    heads = _Heads(table, [_rows(page, record) for record in records])
    apart = all(above[1] < below[0] for above, below in pairwise(heads.places))
    if not apart or closes_alike(heads.rows, heads.places):
        return parse
    found = _closing(heads, records) or _footed(heads, records, weak=weak)
    return _told(page, found) if found else parse


def _above(records: Sequence[Record]) -> bool:
    """Tell headers that stand above their texts; the last may lack one of them."""
    if not (records[-1].header or records[-1].body):
        return False  # an item of controls alone
    return all(r.header and r.body and r.header[-1].end <= r.body[0].start for r in records[:-1])


def _rows(page: TextPage, record: Record) -> tuple[int, int]:
    """Give the first and the last row of a header."""
    places = record.header or record.body
    return row_at(page, places[0].start), row_at(page, places[-1].end - 1)


def _begin(heads: _Heads, *, weak: bool) -> int | None:
    """Give the row of the text above the first header, if it is the first post's."""
    table = heads.rows
    near = range(heads.first - 1, max(-1, heads.first - MAX_ABOVE), -1)
    if _marked(heads):
        return next((n for n in near if table[n].mark), None)
    heading = next((n for n in near if _heads_list(table[n].text, len(heads.places))), None)
    if heading is None and weak and _ends(heads):
        return next(takewhile(lambda n: _is_text(table[n]), near), None)
    if heading is None or not _ends(heads):
        return None
    below = range(heading + 1, heads.first)
    return below.start if any(_is_text(table[n]) for n in below) else None


def _heads_list(text: str, posts: int) -> bool:
    """Tell the heading of the comments, by its words or by the count of the posts."""
    if not 0 < len(text) <= MAX_SECTION:
        return False
    counts = [int(number) for number in _COUNT.findall(text)]
    return heads_section(text) or (counts in ([posts], [posts + 1]) and not date_in(text))


def _ends(heads: _Heads) -> bool:
    """Tell whether text stands below all headers but the last, controls aside."""
    told = [any(map(_is_text, _below(heads.rows, last))) for _, last in heads.places]
    return not told[-1] and sum(told) >= STEADY * (len(told) - 1)


def _below(table: Sequence[Row], last: int) -> list[Row]:
    """Give the first rows below a header that are no controls."""
    near = (row for row in table[last + 1 : last + 1 + NEAR] if not is_control(row))
    return list(islice(near, 2))


def _marked(heads: _Heads) -> bool:
    """Tell marks of a list before the texts and not before the headers, or numbers so."""
    table = heads.rows
    tops = [_top(table[last + 1 : first]) for (_, last), (first, _) in pairwise(heads.places)]
    within = [table[n] for first, last in heads.places for n in range(first, last + 1)]
    bare = not any(row.mark for row in within)
    marked = sum(bool(row and row.mark) for row in tops)
    unnumbered = all(row.number is None for row in within)
    numbered = sum(bool(row and row.number is not None) for row in tops)
    most = MOSTLY * (len(heads.places) - 1)
    return (bare and marked >= most) or (unnumbered and numbered >= most)


def _top(below: Sequence[Row]) -> Row | None:
    """Give the first row with a mark, or of text."""
    return next((r for r in below if r.mark or len(r.text) > MAX_ROW or r.text[-1:] in _ENDS), None)


def _is_text(row: Row) -> bool:
    return len(row.text) > MAX_TEXT or (reads_as_text(row.text) and not is_control(row))


def _footed(heads: _Heads, records: Sequence[Record], *, weak: bool) -> list[Head]:
    """Make heads where the whole headers stand below the texts."""
    begin = _begin(heads, weak=weak)
    if begin is None or names_of(heads.rows[begin].text) or date_in(heads.rows[begin].text):
        return []
    shown = zip(heads.places, records, strict=True)
    if not all(_shows(heads.rows, place, r.author) for place, r in shown if r.author):
        return []
    starts = [begin, *(last + 1 for _, last in heads.places)]
    return [
        Head(
            first=start, last=start - 1, author=record.author, author_state=record.author_state,
            date=record.date, label=record.label, depth=record.depth, evidence=record.evidence,
            foot=place[0],
        )
        for start, place, record in zip(starts, heads.places, records, strict=False)
    ]  # fmt: skip


def _closing(heads: _Heads, records: Sequence[Record]) -> list[Head]:
    """Make heads where dates stand above the texts and the names below, right above the next date.

    The first of them may have been found without a name, or not at all.
    """
    table = heads.rows
    dates = [_date(table, first, last) for first, last in heads.places]
    kinds = {kind_of(table[n].text) for n in dates if n is not None}
    if None in dates or len(kinds) != 1 or _open(heads):
        return []
    whole = records[0].author is None and dates[0] == heads.first
    near = range(heads.first - 1, max(-1, heads.first - MAX_ABOVE), -1)
    begin = None if whole else next((n for n in near if kind_of(table[n].text) in kinds), None)
    between = table[begin + 1 : heads.first] if begin is not None else ()
    if not whole and (begin is None or not any(map(_is_text, between))):
        return []
    if any(_heads_list(row.text, len(heads.places)) for row in between):
        return []  # the date is the article's
    below = list(zip(records, heads.places, dates, strict=True))[whole:]
    held = sum(n != place[0] and _shows(table, place, r.author) for r, place, n in below)
    if held < MOSTLY * len(below):
        return []
    last = _last(table, heads.end)
    if last is None:
        return []
    lost = [] if begin is None else [(begin, begin)]
    tops = [*lost, *((n or 0, end) for n, (_, end) in zip(dates, heads.places, strict=True))]
    names = [*((record.author, place[0]) for record, place, _ in below), last]
    return [
        Head(first=first, last=end, author=name, date=_shown(table[first].text), foot=foot)
        for (first, end), (name, foot) in zip(tops, names, strict=True)
    ]


def _open(heads: _Heads) -> bool:
    """Tell headers that begin their posts: the mark of an item, or that somebody says what follows.

    "1. Ann" / "3 May", "Ann says:" / "3 May".
    """
    tops = [heads.rows[first] for first, _ in heads.places]
    told = sum(bool(row.mark) or says(row.text) is not None for row in tops)
    return told >= MOSTLY * len(tops)


def _shows(table: Sequence[Row], place: tuple[int, int], name: str | None) -> bool:
    """Tell a header that has the name; some layouts leave it out."""
    return bool(name) and any((name or "") in table[n].text for n in range(place[0], place[1] + 1))


def _date(table: Sequence[Row], first: int, last: int) -> int | None:
    return next((n for n in range(first, last + 1) if date_in(table[n].text)), None)


def _shown(text: str) -> str | None:
    found = date_in(text)
    return None if found is None else text[found.start : found.end].strip(EDGES)


def _last(table: Sequence[Row], below: int) -> tuple[str, int] | None:
    """Give the name right below the last text, and its row."""
    text = False
    for number in range(below, min(len(table), below + MAX_ABOVE)):
        row = table[number]
        if text and not _is_text(row):
            told = [] if is_form(row.text) or is_control(row) else names_of(row.text)
            return (told[0], number) if told else None
        text = text or _is_text(row)
    return None


def _told(page: TextPage, heads: Sequence[Head]) -> Parse:
    """Parse the page anew with these heads."""
    table = page.once(rows)
    last = heads[-1]
    stop = last.foot + 1 if last.foot is not None else len(table)
    below = range(last.last + 1, stop)
    stop = next((n for n in below if is_form(table[n].text) and n > last.last + 1), stop)
    return parse_heads(page, table, heads, stop, is_control)
