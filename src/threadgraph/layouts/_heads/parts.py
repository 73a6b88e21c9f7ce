"""Tell, in the rows of a record, its text from the controls, label and date around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache

from threadgraph.dates.scan import trailing_date
from threadgraph.layouts._heads.byline_forms import Byline, whole_date
from threadgraph.layouts._text.chrome import KEPT, PINGBACK, is_chrome, is_form
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.words import IN_REPLY_BELOW

__all__ = [
    "MAX_CONTROL",
    "Part",
    "Start",
    "close_last",
    "learn_controls",
    "make_part",
    "take_date_below",
    "with_dates_above",
]

MAX_CONTROL = 60
MAX_TURNS = 4
MIN_SUBJECT = 12
# "*       * 3 May 2020": html2text prints the marks of empty items before that of the inner one
_INNER_MARKS = re.compile(r"^(?:[*+]\s+)+")
_VOTES = re.compile(r"[+\u2212-]?\d{1,4}")
# "12"; behind a blank "-8" as well: votes
_NUMBER = re.compile(r"(?:(?<=\s)[+\u2212-])?\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The row where a record begins, with what its header says."""

    row: int
    head: Byline | None = None
    depth: int | None = None


@dataclass(slots=True)
class Part:
    """The rows of one record: `first` to `last` is text; what stands around is not.

    `foot` is the header of a record that is signed below its text.
    """

    start: Start
    first: int
    last: int
    stop: int
    date: str | None = None
    label: str | None = None
    label_row: int | None = None
    date_row: int | None = None
    foot: Byline | None = None


def with_dates_above(table: Sequence[Row], starts: Sequence[Start]) -> list[Start]:
    """Give the records from their dates on, where each has one in the row right above its name."""
    dates = [_date_above(table, start) for start in starts]
    if len(starts) < 2 or not all(dates):  # noqa: PLR2004 - one date may be the article's
        return [*starts]
    return [
        replace(start, row=start.row - 1, head=start.head._replace(first=start.row - 1, date=date))
        if start.head
        else start
        for start, date in zip(starts, dates, strict=True)
    ]


def _date_above(table: Sequence[Row], start: Start) -> str | None:
    head, number = start.head, start.row
    if head is None or head.date is not None or head.first != number or number == 0:
        return None
    above = table[number - 1]
    beside = table[number].gap == 0 and above.mark == table[number].mark
    text = _INNER_MARKS.sub("", above.text) if above.mark else above.text
    return whole_date(text) if beside and len(text) <= MAX_CONTROL else None


def make_part(table: Sequence[Row], start: Start, stop: int, foot: Byline | None = None) -> Part:
    """Give a record's rows without the controls at both ends."""
    first = start.head.last + 1 if start.head else start.row
    last = stop - 1
    for number in range(first, stop):
        row = table[number]
        if is_form(row.text) or (row.mark and PINGBACK.match(row.text)):
            last = number - 1
            break
    part = Part(start, first, last, stop, foot=foot)
    _trim(table, part)
    _take_subject(table, part)
    _take_label(table, part)
    return part


def _take_subject(table: Sequence[Row], part: Part) -> None:
    """Leave out a subject that was made of the text's first words, as Drupal does."""
    if part.last <= part.first or table[part.first].mark:
        return
    subject, text = table[part.first].text.rstrip(" .…"), table[part.first + 1].text
    if MIN_SUBJECT <= len(subject) < len(text) and text.startswith(subject):
        part.first += 1


def _take_label(table: Sequence[Row], part: Part) -> None:
    """Take the label that stands below the text: "In reply to ... by Ann"."""
    if part.last < part.first:
        return
    match = IN_REPLY_BELOW.match(table[part.last].text)
    if match:
        part.label, part.label_row = match["name"].strip(), part.last
        part.last -= 1
    _trim(table, part)


def _trim(table: Sequence[Row], part: Part) -> None:
    while part.first <= part.last and _closes(table[part.last].text):
        part.last -= 1
    while (
        part.first < part.last and not table[part.first].mark and is_chrome(table[part.first].text)
    ):
        part.first += 1


def _above_votes(table: Sequence[Row], part: Part) -> int | None:
    """Give the control above the votes at a record's end: "Reply" / "+4" / "-1"."""
    number = part.last
    while number > part.first and _VOTES.fullmatch(table[number].text):
        number -= 1
    found = number < part.last and is_chrome(table[number].text)
    return number if found and not table[number].mark else None


def _closes(text: str) -> bool:
    """Tell a control, or an item of a list with nothing in it: the mark of one that follows."""
    return not text or is_chrome(text)


def close_last(table: Sequence[Row], parts: Sequence[Part], learned: AbstractSet[str]) -> None:
    """End the last text where its controls or label stand, if most others end with them.

    Controls are those known by their words, and those `learned` from the other records.
    """
    *others, last = parts
    if len(others) < 2:  # noqa: PLR2004 - one other shows no custom
        return
    closed = sum(table[p.stop - 1].text != "" and p.last < p.stop - 1 for p in others)
    custom = closed * 5 >= len(others) * 4
    labelled = any(part.label for part in others)
    for number in range(last.first + 1, last.last + 1):
        text = table[number].text
        shown = labelled and IN_REPLY_BELOW.match(text)
        control = custom and (is_chrome(text) or _folded(text) in learned)
        if text and (shown or control):
            last.last = number - (0 if shown else 1)
            _take_label(table, last)
            return


def learn_controls(table: Sequence[Row], parts: Sequence[Part]) -> set[str]:
    """Take rows for controls that end (or begin) the text of many records in the same words.

    Give those that end them, as `close_last` asks for them.
    """
    learned: set[str] = set()
    need = max(3, -(-len(parts) // 3))
    for _ in range(MAX_TURNS):
        ends = Counter(_folded(table[p.last].text) for p in parts if p.last > p.first)
        tops = Counter(_folded(table[p.first].text) for p in parts if p.last > p.first)
        often = {text for text, count in ends.items() if text and count >= need}
        first = {text for text, count in tops.items() if text and count >= need}
        if not often and not first:
            break
        learned |= often
        for part in parts:
            if part.last > part.first and _folded(table[part.last].text) in often:
                part.last -= 1
                _trim(table, part)
            if part.last > part.first and _folded(table[part.first].text) in first:
                part.first += 1
                _trim(table, part)
    for part in parts:
        if (above := _above_votes(table, part)) is not None:
            part.last = above
            _trim(table, part)
    return learned


@lru_cache(maxsize=KEPT)
def _folded(text: str) -> str:
    if len(text) > MAX_CONTROL or trailing_date(text):
        return ""
    return _NUMBER.sub("9", text.lower())


def take_date_below(table: Sequence[Row], part: Part) -> None:
    """Take the date that stands alone below the text, as Blogger prints it."""
    head = part.start.head
    if head is None or part.foot or head.date is not None or part.last <= part.first:
        return
    text = table[part.last].text
    found = trailing_date(text) if len(text) <= MAX_CONTROL else None
    if found and found.start <= 12 and len(text[: found.start].split()) <= 2:  # noqa: PLR2004
        part.date, part.date_row = text[found.start :], part.last
        part.last -= 1
        _trim(table, part)
