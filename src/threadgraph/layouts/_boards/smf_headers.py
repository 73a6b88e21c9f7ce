"""Find the headers of Simple Machines Forum: "« Reply #3 on: DATE »", or "#3" above a date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from threadgraph.dates.scan import leading_date
from threadgraph.layouts._boards.forum import dateish
from threadgraph.layouts._boards.rows import Row

__all__ = ["Header", "numbered_headers", "quoted_headers"]

# "« Reply #3 on: June 05, 2012, 10:02:12 PM »", "« Antwort #3 am: ... »", "« Reply #3 on: »"
_HEAD = re.compile(
    r"^« ?(?:(?P<word>[^\W\d_]{4,12}) #(?P<number>\d{1,6}) ?)?"
    r"(?:(?:online|on|am|le|el|em|(?:gepost )?op|su|il|den|dnia|:|en)\s?:?\s?)"
    r"(?P<date>\S.{5,44}?)?(?: by .{1,60})? ?»$",
    re.IGNORECASE,
)
MAX_HEAD = 120
MAX_SUBJECT = 160
_NUMBER = re.compile(r"^#(\d{1,6})$")
# "Re: Sharpening a plane", "Odp: Sharpening a plane"
_ANSWER = re.compile(r"^[^\W\d_]{2,8} ?: ?(?=\S)")
# "Last Edit: May 09, 2010, 10:00:00 AM by Ann", behind the date or below it
_EDITED = re.compile(r"^[^\W\d_][^:\d]{4,28}: ?(?=\S.{5,90}$)")


class Header(NamedTuple):
    """Its first row, below the subject, and its last; the opening post has the number 0."""

    row: int
    last: int
    number: int
    date: str | None


def quoted_headers(rows: Sequence[Row]) -> Iterator[Header]:
    """Give the headers of version 1 and 2.0, between "«" and "»"."""
    for number, row in enumerate(rows):
        subject, sign, shown = row.text.rpartition("« ")  # html2text: the subject before it
        if not sign or len(shown) > MAX_HEAD or len(subject) > MAX_SUBJECT:
            continue
        found = _HEAD.match(sign + shown)
        date = found["date"] if found else None
        if found and (found["number"] or (date and dateish(date))):
            yield Header(number, number, int(found["number"] or 0), date)


def numbered_headers(rows: Sequence[Row]) -> list[Header]:
    """Give the headers of version 2.1: a subject, "#3", a date; the opening has no number.

    Answers repeat its subject, by which it is told from the numbers of other boards.
    """
    found = [
        Header(n, _last(rows, n + 1), int(match[1]), date)
        for n, row in enumerate(rows)
        if row.text[:1] == "#"
        and (match := _NUMBER.match(row.text))
        and n
        and (date := _date(rows, n + 1))
        and _is_subject(rows[n - 1])
    ]
    subjects = Counter(_subject(rows[header.row - 1]) for header in found)
    subject, count = next(iter(subjects.most_common(1)), ("", 0))
    if 2 * count <= len(found):
        return []
    above = range(found[0].row - 2, 0, -1) if found[0].number == 1 else ()
    dated = (n for n in above if rows[n - 1].text == subject and _date(rows, n))
    opening = next(dated, None)
    if opening is None:
        return found if count > 1 else []
    return [Header(opening, _last(rows, opening), 0, _date(rows, opening)), *found]


def _is_subject(row: Row) -> bool:
    """Tell a row with letters that is neither a list's item nor a date."""
    text = row.text[: MAX_SUBJECT + 1]
    listed = row.mark and row.mark[0] != "#"
    fits = not listed and len(text) <= MAX_SUBJECT and any(c.isalpha() for c in _subject(row))
    return fits and leading_date(text) is None


def _subject(row: Row) -> str:
    return _ANSWER.sub("", row.text)


def _date(rows: Sequence[Row], number: int) -> str | None:
    """Give the date, with a time, that a row begins with."""
    if number >= len(rows) or rows[number].mark:
        return None
    text = rows[number].text
    found = leading_date(text[:MAX_HEAD])
    if found is None or not found.certain or ":" not in text[: found.end]:
        return None
    rest = text[found.end :].strip()
    return text[: found.end] if not rest or _EDITED.match(rest) else None


def _last(rows: Sequence[Row], number: int) -> int:
    """Give the row of the date, or of the edit below it."""
    below = rows[number + 1].text if number + 1 < len(rows) else ""
    label = _EDITED.match(below)
    return number + 1 if label and leading_date(below[label.end() :]) else number
