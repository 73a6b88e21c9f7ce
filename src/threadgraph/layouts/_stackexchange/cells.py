"""Cut a page of Stack Exchange into cells: its older pages are tables.

inscriptis prints the columns of a table beside each other ("link | flag    edited Mar 3    Ann"),
html2text parts them by "|". A line that holds no such column is one cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from threadgraph.layouts._boards.rows import Row, is_markdown, read_rows
from threadgraph.layouts._stackexchange.marks import VOTE
from threadgraph.layouts._text.outline import plain
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.tuples import maker

__all__ = ["Cell", "cells"]

# "link | flag      edited Jul 17 '11 at 11:24              Ann"
_COLUMN = re.compile(r"\S(?:\S| {1,2}(?=\S))*")
# where "| [link](/q/12 "short permalink") | [flag](...) | answered ... [Ann](/users/1/ann)" begins
_CARDS = re.compile(
    r"\|\s*\[[^\[\]]{1,30}\]\((?:https?://[^/\s()]{1,80})?/(?:q|a|posts|users|questions)/-?\d"
    r"|\|\s{0,3}(?=(?:answered|asked|edited) )"
)
_VOTING = frozenset("uv|гU!")
"""What rows of votes begin with."""

# "[Ann](/users/12)1,204", "[Ann](/users/12) 12.3k1459": the number, and those of badges
_REPUTATION = re.compile(r"(?<=[\w-]\))\s?\d[\d,.]{0,12}(?:k\d{0,12})?(?=\s|$)")
_BAR = re.compile(r"\|(?![^\[\]]{0,200}\]\()")
_TAGGED = re.compile(
    r"(?:\[[^\[\]]{1,40}\]\([^()\s]{0,90}/questions/tagged/[^()]{1,200}\)\s*){1,6}$"
)


class Cell(NamedTuple):
    """What a reader sees in one cell: `text`, with the list mark before it.

    `start` and `end` bound the content in the page's text, `first` and `last` are its lines, `gap`
    the blank lines before; `indent` is the column where it begins, `vote` tells "up vote 3 down".
    """

    text: str
    mark: str
    first: int
    last: int
    gap: int
    indent: int
    start: int
    end: int
    vote: bool = False


def cells(page: TextPage) -> list[Cell]:
    """Give the cells of a page; ask by `page.once(cells)`."""
    markdown = is_markdown(page)
    found: list[Cell] = []
    make = maker(Cell)
    border = "|" if markdown else "   "
    for row in _wrapped(page) if markdown else read_rows(page):
        _, start, end, _, _, _ = page.lines[row.first]
        if row.last > row.first:
            end = page.lines[row.last].end
        if page.text[start] not in _VOTING and page.text.find(border, start, end) < 0:
            found.append(make((*row, start, end, False)))
            continue
        parts = list(_parts(page.text, start, end, markdown=markdown))
        if parts == [(Segment(start, end), False)] and page.text[start] != "|":
            found.append(Cell(*row, start, end))
        else:
            found += _split(page, row, parts)
    return found


def _wrapped(page: TextPage) -> Iterator[Row]:
    """Give the rows; lines of a quote and "- [Ann](...) Mar 3" below a wrapped text are one."""
    run: list[Row] = []
    for row in read_rows(page):
        if run and row.gap == 0 and (row.mark == "-" or row.mark == run[0].mark == ">"):
            run.append(row)
            continue
        if run:
            yield run[0] if len(run) == 1 else _joined(run)
        run = [row]
    if run:
        yield run[0] if len(run) == 1 else _joined(run)


def _joined(run: list[Row]) -> Row:
    text = " ".join(f"- {row.text}" if row.mark == "-" else row.text for row in run)
    return run[0]._replace(text=plain(text), last=run[-1].last)


def _split(page: TextPage, row: Row, parts: list[tuple[Segment, bool]]) -> Iterator[Cell]:
    line = page.lines[row.first]
    for number, ((start, end), vote) in enumerate(parts):
        raw = page.text[start:end].strip("| \n").replace("[![", " [![").replace(")[", ") [")
        raw = _REPUTATION.sub("", raw)
        text = plain(" ".join(raw.split()))
        mark, gap = ("", 0) if number else (row.mark, row.gap)
        yield Cell(text, mark, row.first, row.last, gap, start - line.start, start, end, vote)


def _parts(text: str, start: int, end: int, *, markdown: bool) -> Iterator[tuple[Segment, bool]]:
    """Give the places of a row's cells, and whether they hold votes."""
    votes = VOTE.match(text, start, end) if text[start] in _VOTING else None
    if votes:
        yield Segment(start, votes.end()), True
        start = votes.end()
        while start < end and text[start] in " \n\xa0":
            start += 1
    if start == end:
        return
    if markdown:
        yield from _bars(text, start, end)
    elif text.find("   ", start, end) >= 0:
        for column in _COLUMN.finditer(text, start, end):
            yield Segment(*column.span()), False
    else:
        yield Segment(start, end), False


def _bars(text: str, start: int, end: int) -> Iterator[tuple[Segment, bool]]:
    """Part a row of Markdown where the cards of users begin, and those at each bar."""
    cards = _CARDS.search(text, start, end) if text.find("|", start, end) >= 0 else None
    bare = text[start:end]
    if cards is None and not (bare[0] in "|0123456789" and "|" in bare and len(bare) < 200):  # noqa: PLR2004 - a row of counters
        yield Segment(start, end), False
        return
    first = cards.start() if cards else start
    tags = _TAGGED.search(text, max(start, first - 900), first)
    between = tags.start() if tags else first
    for low, high in ((start, between), (between, first)):
        if text[low:high].strip():
            yield Segment(low, low + len(text[low:high].rstrip())), False
    place, filled = first, False
    for bar in _BAR.finditer(text, first, end):
        if text[place : bar.start()].strip("| \n"):
            filled = True
            yield Segment(place, bar.end()), False
            place = bar.end()
    if text[place:end].strip("| \n") or not filled:
        yield Segment(place, end), False
