"""Read articles of PTT, Taiwan's large bulletin board: an article and one line for each answer.

Each answer is "推 ann: text 08/17 02:53", with a sign for praise, blame or neither before the
name, which main-content extractors drop. Above the article stand its author, board, title and
time; below it the board's own lines begin with "※". Last seen: 2024. Not read: what an author
edits into the article, and the address behind some answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._text.page import Line, Segment, TextPage

__all__ = ["LAYOUT"]

MIN_ANSWERS = 2
MIN_SIGNED = 3
"""Answers where the board's own lines are wanting."""

MAX_LINES = 4
"""Lines of an answer: some extractors wrap them."""

_STATION = "※ 發信站"
_SIGNS = ("推 ", "噓 ")
# "推 ann: well said", "ann: well said"
_ANSWER = re.compile(r"(?:[推噓→]\s)?(?P<name>[A-Za-z]\w{1,11})\s?:\s")
_DATE = re.compile(
    r"\s(?:\d{1,3}(?:\.\d{1,3}){3}\s)?(?P<date>[01]\d/[0-3]\d(?: [0-2]\d:[0-5]\d)?)$"
)
# "作者ann (blue)", "作者 ann (blue) 看板 Tea"
_AUTHOR = re.compile(r"作者\s?(?P<name>[A-Za-z]\w{1,11})\b")
_TIME = re.compile(
    r"時間\s?(?P<date>[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \d{4})"
)
_BOARD = re.compile(r"\s(?:\\?--\s)?※ (?:發信站|文章網址|編輯)")
_HEADS = ("作者", "看板", "標題", "時間", "批踢踢", "返回看板", "[批踢踢", "[看板", "[返回")


class _Answer(NamedTuple):
    """The lines of an answer, from `first` to `last`, where its text stands, name and date."""

    first: int
    last: int
    begin: int
    end: int
    name: str
    date: str


def _parse(page: TextPage) -> Parse | None:
    station = _STATION in page.dense
    if not station and not any(sign in page.dense for sign in _SIGNS):
        return None
    answers = list(_answers(page.lines))
    if len(answers) < (MIN_ANSWERS if station else MIN_SIGNED):
        return None
    opening = _opening(page, answers[0].first)
    depth = 1 if opening else None
    records = [_record(page, answer, depth) for answer in answers]
    records = [opening, *records] if opening else records
    places = (*records[0].header, *records[0].body)
    return Parse(
        records=tuple(records),
        start=min(place.start for place in places),
        marks=2 * len(records),
        regularity=1.0,
        front=() if opening else None,
    )


def _answers(lines: Sequence[Line]) -> Iterator[_Answer]:
    number = 0
    while number < len(lines):
        match = _ANSWER.match(lines[number].text)
        last = _last(lines, number) if match else None
        if match is None or last is None:
            number += 1
            continue
        date = _DATE.search(lines[last].text)
        if date is not None:
            end = lines[last].first + date.start()
            begin = lines[number].first + match.end()
            yield _Answer(number, last, begin, max(begin, end), match["name"], date["date"])
        number = last + 1


def _last(lines: Sequence[Line], first: int) -> int | None:
    """Give the line that ends an answer: with its date, before the next answer begins."""
    for number in range(first, min(len(lines), first + MAX_LINES)):
        text = lines[number].text
        if not text or (number > first and _ANSWER.match(text)):
            return None
        if _DATE.search(text):
            return number
    return None


def _record(page: TextPage, answer: _Answer, depth: int | None) -> Record:
    first, last = page.lines[answer.first], page.lines[answer.last]
    body = (Segment(answer.begin, answer.end),) if answer.begin < answer.end else ()
    return Record(
        header=(Segment(first.first, answer.begin), Segment(answer.end, last.end)),
        body=body,
        author=answer.name,
        author_state="named",
        date=answer.date,
        depth=depth,
        evidence=Segment(first.first, answer.begin) if depth else None,
        status="complete" if body else "empty",
    )


def _opening(page: TextPage, stop: int) -> Record | None:
    """Give the article: what stands below its head and above the board's own lines."""
    lines = page.lines[:stop]
    heads = [n for n, line in enumerate(lines) if line.text.startswith(_HEADS)]
    first = heads[-1] + 1 if heads else 0
    begin = next((line.first for line in lines[first:] if line.text), None)
    if begin is None:
        return None
    board = _BOARD.search(page.text, begin, lines[-1].end)
    end = board.start() if board else lines[-1].end
    kept = page.text[begin:end].rstrip()
    if not kept:
        return None
    head = "\n".join(lines[n].text for n in heads)
    author, time = _AUTHOR.search(head), _TIME.search(head)
    return Record(
        header=(Segment(lines[heads[0]].first, lines[heads[-1]].end),) if heads else (),
        body=(Segment(begin, begin + len(kept)),),
        chrome=(Segment(end, lines[-1].end),) if board else (),
        author=author["name"] if author else None,
        author_state="named" if author else "missing",
        date=time["date"] if time else None,
        depth=0,
        evidence=Segment(begin, begin + len(kept)),
        role="opening",
    )


LAYOUT = Layout(
    description="PTT: an article, then '推 name: text 08/17 02:53' a line",
    parents="nesting",
    telling=3,
    parse=_parse,
)
