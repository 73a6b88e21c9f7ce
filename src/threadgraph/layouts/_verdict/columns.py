"""Judge the names of a page by what else stands beside its posts.

A layout may take the title, the place or the rank for the name. In the rows around the headers each
place is a column; where what was taken holds titles or counts, or depends on what another column
says, the names are in another: that with most different values. Where none is, posts have no names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from threadgraph.columns import (
    MORE,
    PRESENT,
    are_counts,
    are_places,
    are_titles,
    best_names,
    depends,
)
from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._heads.anchors import is_control
from threadgraph.layouts._heads.cycle_names import names_of
from threadgraph.layouts._heads.cycles import kind_of
from threadgraph.layouts._heads.dated_rows import skeleton
from threadgraph.layouts._text.outline import Row, row_at, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._verdict.common_rows import cut_row, without_common_rows
from threadgraph.layouts._verdict.no_names import are_dates, graded
from threadgraph.layouts._verdict.renaming import named, nameless

__all__ = ["with_names_beside", "with_names_told"]

MIN_POSTS = 3
SURE = 4
"""Posts from which on a column is no name because it depends on another."""

NEAR = 4
"""Rows above and below a header in which names are sought."""

MAX_ROW, MAX_NAME = 120, 60
HALF, FEW = 0.5, 3


def with_names_told(page: TextPage, parse: Parse) -> Parse:
    """Give the posts other names, or none, where what was taken holds titles, ratings or counts."""
    told = [record.author for record in parse.records if record.author]
    if not (are_titles(told) or are_counts(told)) or are_dates(told) or graded(told):
        return parse
    found = _best(page, parse.records) if len(parse.records) >= MIN_POSTS else None
    if found is None:
        return replace(parse, records=tuple(map(nameless, parse.records)))
    return _renamed(page, parse, found)


def with_names_beside(page: TextPage, parse: Parse, *, weak: bool) -> Parse:
    """Give the posts the names of another column on which those that were taken depend.

    Where more than the form of the headers tells posts (not `weak`), the names must be very few,
    or places.
    """
    names = [record.author for record in parse.records]
    named = [name for name in names if name]
    placed = are_places(named)
    few = MORE if weak or placed else FEW
    if len(named) < max(SURE, PRESENT * len(names)) or few * len(set(named)) > len(named):
        return parse
    found = _best(page, parse.records)
    if found is None or not depends(names, found.names, before=placed):
        return parse
    return _from_first(page, _renamed(page, parse, found), found)


@dataclass(frozen=True, slots=True)
class _Found:
    """The names of a column, and the rows where they stand."""

    names: list[str | None]
    rows: list[int | None]


def _best(page: TextPage, records: Sequence[Record]) -> _Found | None:
    """Give the column of the names around the posts' headers."""
    if not all(record.header or record.body for record in records):
        return None
    columns = list(_columns(page, records))
    place = best_names([column.names for column in columns])
    return None if place is None else columns[place]


def _columns(page: TextPage, records: Sequence[Record]) -> Iterator[_Found]:
    """Give what stands at each place above, in and below the headers and can be a name."""
    table = page.once(rows)
    heads = [_head(page, record) for record in records]
    names = _Names(table)
    yield names.at(_tops(table, heads))
    lows = [max(0, heads[0][0] - NEAR), *(last + 1 for _, last in heads[:-1])]
    highs = [*(first for first, _ in heads[1:]), len(table)]
    above = list(zip((first for first, _ in heads), lows, strict=True))
    below = list(zip((first for first, _ in heads), highs, strict=True))
    for step in range(-NEAR, 0):
        places = [first + step if first + step >= low else None for first, low in above]
        found = names.at(places)
        if found.names[0] is None and (last := _last(table, found, heads[-1][1])) is not None:
            end = names.at([last])  # what stands there ends the post above
            found = _Found([*found.names[1:], *end.names], [*found.rows[1:], last])
        yield found
    for step in range(2 * NEAR):
        places = [first + step if first + step < high else None for first, high in below]
        for part in (0, 1, 2):
            yield names.at(places, part)


def _last(table: Sequence[Row], found: _Found, head: int) -> int | None:
    """Give the row of the same kind below the last header: there the names end their posts."""
    kinds = Counter(kind_of(table[n].text) for n in found.rows if n is not None)
    kind = kinds.most_common(1)[0][0] if kinds else ""
    below = range(head + 1, len(table)) if kind else ()
    return next((n for n in below if kind_of(table[n].text) == kind), None)


def _tops(table: Sequence[Row], heads: Sequence[tuple[int, int]]) -> list[int | None]:
    """Give the first rows of headers, where some have more rows than others.

    They stand below the text of the post above and the rows that come again in most posts.
    """
    lows = [max(-1, heads[0][0] - 2 * NEAR), *(last for _, last in heads)]
    zones = [range(low + 1, last + 1) for low, (_, last) in zip(lows, heads, strict=False)]
    times = Counter(shape for zone in zones for shape in {skeleton(table[n].text) for n in zone})
    often = {shape for shape, count in times.items() if count >= HALF * len(heads)}
    tops: list[int | None] = []
    for zone in zones:
        above = next((n for n in reversed(zone) if len(table[n].text) > MAX_NAME), zone.start - 1)
        free = (n for n in range(above + 1, zone.stop) if skeleton(table[n].text) not in often)
        tops.append(next((n for n in free if not is_control(table[n])), None))
    return tops


def _head(page: TextPage, record: Record) -> tuple[int, int]:
    """Give the first and the last row of a header."""
    starts = [place.start for place in record.header] or [record.body[0].start]
    numbers = [row_at(page, place) for place in starts]
    return min(numbers), max(numbers)


class _Names:
    """What can be names in the rows of a page; each row is read once."""

    def __init__(self, table: Sequence[Row]) -> None:
        self._table = table
        self._known: dict[int, list[str]] = {}

    def at(self, places: Sequence[int | None], part: int = 0) -> _Found:
        """Give the nth thing that can be a name in each of some rows."""
        told = [self._in(number) for number in places]
        return _Found([t[part] if part < len(t) else None for t in told], [*places])

    def _in(self, number: int | None) -> list[str]:
        if number is None:
            return []
        if number not in self._known:
            row = self._table[number]
            short = 0 < len(row.text) <= MAX_ROW and not is_control(row)
            self._known[number] = names_of(row.text) if short else []
        return self._known[number]


def _renamed(page: TextPage, parse: Parse, found: _Found) -> Parse:
    """Give the posts these names; their rows are no text."""
    records = list(parse.records)
    table = page.once(rows)
    for number, (name, row) in enumerate(zip(found.names, found.rows, strict=True)):
        records[number] = named(records[number], name)
        if name is None or row is None:
            continue
        line = page.lines[table[row].first]
        for at in (number - 1, number) if number else (0,):
            record = records[at]
            if record.body and record.body[0].start <= line.start < record.body[-1].end:
                records[at] = _without(page, record, line.start, line.after, below=at == number)
    return replace(parse, records=tuple(records))


def _from_first(page: TextPage, parse: Parse, found: _Found) -> Parse:
    """Let the discussion begin at the first name; what else all texts end with is none of them."""
    row = found.rows[0] if found.names[0] else None
    start = parse.start if row is None else page.lines[page.once(rows)[row].first].start
    if start < parse.start:
        above = (line.content for line in page.lines if start <= line.start < parse.start)
        first = parse.records[0]
        head = (*(place for place in above if place.end > place.start), *first.header)
        told = (first._replace(header=head), *parse.records[1:])
        parse = replace(parse, records=told, start=start)
    return without_common_rows(page, parse)


def _without(page: TextPage, record: Record, start: int, end: int, *, below: bool) -> Record:
    """Give a post without the rows of its text up to a name, or from the next one's on."""
    if below and start - record.body[0].start <= NEAR * MAX_ROW:
        length = sum(max(0, min(end, b) - a) for a, b in record.body)
        cut = cut_row(page, record, length, at_end=False)
    else:
        length = sum(max(0, b - max(start, a)) for a, b in record.body)
        cut = cut_row(page, record, length, at_end=True)
    return cut if cut.body else record
