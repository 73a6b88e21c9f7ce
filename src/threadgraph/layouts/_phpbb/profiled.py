"""Find the posts of phpBB 3 by their profiles, in styles that print no "Post by Ann".

"ann", "Posts: 12", "Joined: Wed Apr 24, 2019 2:19 am", then the subject and the date alone above
the text; in version 3.0 the profile stands below it. No other page prints both fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from threadgraph.dates import is_date
from threadgraph.joining import is_joined
from threadgraph.layouts._boards.card_words import STATS, is_filtered
from threadgraph.layouts._boards.forum import Head, dateish
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._phpbb.marks import MAX_PROFILE, PROFILE, closes
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.names import is_role

__all__ = ["profiled_posts"]

MAX_ABOVE = 3
"""Rows of a profile above its fields: the name, a rank, a second one."""

MAX_BETWEEN = 3
"""Rows between a profile and the date: the subject, buttons."""

MAX_SUBJECT = 200
MAX_DATE = 45

MIN_TEXT = 40
"""A row of prose; all profiles of an undated page stand above one."""


class _Profile(NamedTuple):
    """The rows of a profile, both included, and the author."""

    first: int
    last: int
    author: str | None


def profiled_posts(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the posts with a profile above their date, or else those with one below their text."""
    profiles = _without_ranks(rows, list(_profiles(rows)))
    if not profiles:
        return
    if len(profiles) > 1 and not _is_dated(rows):
        yield from _undated(rows, profiles)
        return
    dates = [_date_below(rows, profile.last + 1) for profile in profiles]
    ends = [0, *(profile.last + 1 for profile in profiles)]
    tops = [_date_below(rows, end) for end in ends[:-1]]
    if sum(date is None for date in dates) <= sum(date is None for date in tops):
        for profile, date in zip(profiles, dates, strict=True):
            if date is not None:
                yield _head(rows, profile, date, profile.first, None)
        return
    for profile, date, end in zip(profiles, tops, ends, strict=False):
        if date is not None and date < profile.first:
            yield _head(rows, profile, date, end, profile.first)


def _is_dated(rows: Sequence[Row]) -> bool:
    """Tell a page that shows dates outside of profiles: "Posted 19 April 2010 - 02:31 PM"."""
    return any(dateish(row.text) and not _is_field(row) for row in rows)


def _undated(rows: Sequence[Row], profiles: Sequence[_Profile]) -> Iterator[Head]:
    """Give the profiles above text: an extractor that drops dates drops the names as well.

    What stands above the fields is then a rank. A list of members has profiles without text.
    """
    ends = [*(profile.first for profile in profiles[1:]), len(rows)]
    texts = [rows[p.last + 1 : end] for p, end in zip(profiles, ends, strict=True)]
    if all(any(len(row.text) >= MIN_TEXT for row in text) for text in texts):
        for profile in profiles:
            yield Head(first=profile.first, last=_subject_below(rows, profile.last))


def _subject_below(rows: Sequence[Row], last: int) -> int:
    """Give the row of the subject that stands alone below a profile, or else the profile's last."""
    if last + 2 >= len(rows):
        return last
    subject, text = rows[last + 1 : last + 3]
    short = len(subject.text) <= MAX_PROFILE and subject.text[-1:].isalnum()
    return last + 1 if short and subject.gap and text.gap else last


def _head(rows: Sequence[Row], profile: _Profile, date: int, first: int, stop: int | None) -> Head:
    return Head(first=first, last=date, author=profile.author, date=rows[date].text, stop=stop)


def _profiles(rows: Sequence[Row]) -> Iterator[_Profile]:
    """Give the profiles: rows of fields without a gap, one of them "Joined", one a counter."""
    if not any(is_joined(row.text.partition(":")[0]) for row in rows if ":" in row.text):
        return
    number = 0
    while number < len(rows):
        last = number
        while last < len(rows) and _is_field(rows[last]) and (last == number or not rows[last].gap):
            last += 1
        labels = [row.text.partition(":")[0] for row in rows[number:last]]
        if any(map(is_joined, labels)) and any(map(STATS.match, labels)):
            yield _whole(rows, number, last - 1)
        number = max(last, number + 1)


def _without_ranks(rows: Sequence[Row], profiles: list[_Profile]) -> list[_Profile]:
    """Leave all names out where one stands above different fields: then these are ranks."""
    held: dict[str, set[str]] = {}
    for profile in profiles:
        joined = next(r.text for r in rows[profile.first :] if is_joined(r.text.partition(":")[0]))
        held.setdefault(profile.author or "", set()).add(joined)
    held.pop("", None)
    ranked = len(profiles) == 1 or any(len(dates) > 1 for dates in held.values())
    return [p._replace(author=None) for p in profiles] if ranked else profiles


def _is_field(row: Row) -> bool:
    return ":" in row.text and PROFILE.match(row.text[: MAX_PROFILE + 1]) is not None


def _whole(rows: Sequence[Row], first: int, last: int) -> _Profile:
    """Take the name and the ranks above the fields; a line filter leaves it open which is which."""
    top = first
    while top > max(0, first - MAX_ABOVE) and not rows[top].gap and _is_above(rows[top - 1]):
        top -= 1
    name = rows[top].text if top < first and not is_filtered(rows) else None
    told = name is not None and looks_like_name(name) and not is_role(name)
    return _Profile(top, last, name if told else None)


def _is_above(row: Row) -> bool:
    return len(row.text) <= MAX_PROFILE and not closes(row.text)


def _date_below(rows: Sequence[Row], first: int) -> int | None:
    """Give the row of the date close below: a day with a time, alone in its row."""
    for number in range(first, min(len(rows), first + MAX_BETWEEN + 1)):
        text = rows[number].text
        if len(text) <= MAX_DATE and ":" in text and is_date(text):
            return number
        if len(text) > MAX_SUBJECT:
            break
    return None
