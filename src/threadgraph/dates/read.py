"""Recognise dates as pages show them, and read those that can be read in one way only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

from threadgraph.dates.moments import (
    AGED,
    AMBIGUOUS,
    NO_TIME,
    TIMED,
    TIMES,
    UNTOLD,
    Moment,
    moment_at,
    moved,
    precision_of,
)
from threadgraph.dates.named import named_date, names_month, with_october
from threadgraph.dates.order import Order, order_of
from threadgraph.dates.plain import plain
from threadgraph.dates.scan import MONDAY, leading_date, shape_of
from threadgraph.dates.words import CJK_UNITS, DAYS_TOO, MONTHS, NEAR_DAYS, UNITS, WEEKDAYS

__all__ = ["is_date", "read_dates"]

MAX_DATE = 60
_MONTHS: tuple[str, ...] = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_TIME = (
    r"(?:(?:,|,?\s+(?:at|um|à|às|a las?|alle(?: ore)?|ore|om|kl\.?|klo|godz\.?|в|у|-|–|@|\|)|T)?"
    r"\s*(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?|(?=\s?[ap]\.?m))"
    r"\s*(?P<half>[ap]\.?m\.?)?(?:\s*Uhr)?(?P<zone>Z|\s*UTC|\s*GMT)?)?"
)
_DAYNAME = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
# "11-12-22 13:13", "2016-02-20T10:00:00Z", "20.02.2016, 10:00 Uhr"
_NUMERIC = re.compile(
    rf"^{_DAYNAME}(?P<a>\d{{1,4}})(?P<sep>[./-])(?P<b>\d{{1,2}})(?P=sep)(?P<c>\d{{2,4}}){_TIME}$",
    re.IGNORECASE,
)
# "March 5, 2020 at 1:23 pm", "Mar 5 '20 at 13:23", "5 March 2020", "5th of March, 2020"
_NAMED = (
    re.compile(
        rf"^{_DAYNAME}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+"
        rf"(?P<year>\d{{4}}|['’]\d{{2}}){_TIME}$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^{_DAYNAME}(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:\s+of)?\s+{_MONTH},?\s+"
        rf"(?P<year>\d{{4}}){_TIME}$",
        re.IGNORECASE,
    ),
)
# "3 years ago", "an hour ago", "3時間前", "2일 전"
_RELATIVE = re.compile(
    rf"^\d{{1,4}}\s?(?:{'|'.join(sorted(CJK_UNITS, reverse=True))})前$|"
    r"^\d{1,4}\s?(?:초|분|시간|일|주|개월|달|년)\s?전$|"
    r"^(?:(?:about|over|almost|(?:less|more) than)\s+)?(?:\d{1,4}\s?[smhdwy]|"
    r"(?:\d{1,4}|an?|one)\s+(?:second|minute|hour|day|week|month|year)s?)\s+ago$",
    re.IGNORECASE,
)
# "at 10:00:05 pm" of a date in words; "10:00", "3. Mai" where an age has none
_REST = re.compile(rf"^{_TIME}$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
# "Mo, 25.11.2013", "le 03/05/2018", "at 2012-06-20 21:10": what stands before a date of numbers
_BEFORE = re.compile(r"^([^\W\d_]{1,14})[.,]{0,2}\s+(?=\S)")
_ON = frozenset("at am le il el em op den on dnia".split())
_DAYS = WEEKDAYS | DAYS_TOO
_HOURS = re.compile(r"(?<=\d)h(?=\d)")  # "16h30"
_UTC = re.compile(r"(?:Z|UTC|GMT)\Z")
# "10:22 NZST", "10:22 pm (HKT)", "15:48:39 NZST 2014"; "10:22pm ET" is of summer or of winter
_ZONED = re.compile(
    r"\d(?:\s?[apAP]\.?[mM]\.?)?\s\(?(?!UHR|HRS)[A-ZА-Я]{3,5}\)?\Z"
    r"|:\d\d\s[A-Z]{3,5}\s\d{4}\Z|(?::\d\d|\d\s?[apAP]\.?[mM]\.?)\s\(?[ECMP]T\b"
)
_FULL_STOP = re.compile(r"(?<=\d)\.\s*\Z")
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\d[:.h]\d\d")
_YEAR = re.compile(r"\d{4}")
_NEAR = UNITS | NEAR_DAYS | WEEKDAYS | DAYS_TOO
"""Words that tell a date by that of the page."""
# "May 2022", "Mar ’22"
_MONTH_YEAR = re.compile(r"^([^\W\d_]{3,14})\.?,?\s+(\d{4}|['’]\d\d)$")
_FIELDS: dict[Order, tuple[str, str, str]] = {
    "dmy": ("c", "b", "a"),
    "mdy": ("c", "a", "b"),
    "ymd": ("a", "b", "c"),
}


def is_date(text: str) -> bool:
    """Tell whether a line is a date and nothing else."""
    return len(text) <= MAX_DATE and _is_date(shape_of(text))


@lru_cache(maxsize=1 << 12)
def _is_date(text: str) -> bool:
    if len(text) < 6 or not _DIGIT.search(text[:24]):  # noqa: PLR2004
        return bool(_RELATIVE.match(text))
    if _NUMERIC.match(text) or _RELATIVE.match(text) or any(p.match(text) for p in _NAMED):
        return True
    found = leading_date(text)
    return found is not None and found.certain and found.end == len(text)


def read_dates(
    shown: Sequence[str | None], zone: timezone | None = None, language: str | None = None
) -> list[Moment]:
    """Read the dates of one document, in page order.

    Numeric dates are read only where the document decides the order of day, month and year: all
    its dates are valid in one order only, or rise or fall throughout in one order only, or their
    words or the `language` that the page states (BCP 47) write the day first. A full stop
    behind the last digit ends the sentence ("on 08/20/2009 - 17:23."), or the year. Times that show
    no zone are of `zone`, which the page states for all, else UTC.
    """
    read = [
        _alone(with_october(text, language).removeprefix(MONDAY)) if text else _Read(UNTOLD)
        for text in shown
    ]
    numeric = [(found.match, text) for found, text in zip(read, shown, strict=True) if found.match]
    moments = iter(_moments(numeric, language))
    return [
        _placed(next(moments) if found.match else found.moment, found.ahead, zone) for found in read
    ]


class _Read(NamedTuple):
    """A date read without the others of its page; of one of numbers they may tell the order.

    `ahead` tells how far the zone that it shows is ahead of UTC.
    """

    moment: Moment
    match: re.Match[str] | None = None
    ahead: timedelta | None = None


@lru_cache(maxsize=1 << 12)
def _alone(text: str) -> _Read:
    """Read a date as it stands, or in plain signs."""
    ahead = timedelta() if _UTC.search(text) else None
    if _is_numeric(shape_of(text)) and (match := _in_numbers(text)):
        return _Read(UNTOLD, match, ahead)
    zoned = ahead is None and _ZONED.search(text) is not None
    found = AMBIGUOUS if zoned else _in_letters(text)  # of a zone that is not known, it stays so
    if found not in (UNTOLD, AMBIGUOUS):
        return _Read(found, None, ahead)
    plainer, ahead = plain(_FULL_STOP.sub("", text))
    if zoned and ahead is None:
        return _Read(AMBIGUOUS)
    if month := _month(plainer):
        return _Read(month)
    if match := _in_numbers(plainer):
        return _Read(UNTOLD, match, ahead)
    return _Read(found if plainer == text else _in_letters(plainer), None, ahead)


def _placed(moment: Moment, ahead: timedelta | None, zone: timezone | None) -> Moment:
    """Give a moment in UTC."""
    if moment.at is None or moment.precision not in TIMED:
        return moment
    offset = zone.utcoffset(None) if ahead is None and zone else ahead
    return moved(moment, offset) if offset else moment


@lru_cache(maxsize=1 << 12)
def _is_numeric(shape: str) -> bool:
    return _in_numbers(shape) is not None


def _in_numbers(text: str) -> re.Match[str] | None:
    """Match a date of numbers, with a weekday or "on" before it in any language."""
    for _ in range(2):
        word = _BEFORE.match(text)
        if word is None or not (word[1].lower() in _DAYS or word[1].lower() in _ON):
            break
        text = text[word.end() :]
    return _NUMERIC.match(_HOURS.sub(":", text) if "h" in text else text)


def _moments(
    numeric: Sequence[tuple[re.Match[str], str | None]], language: str | None
) -> list[Moment]:
    """Read the numeric dates of a document in the order that it decides."""
    valid: dict[Order, list[datetime]] = {}
    for order in _FIELDS:
        moments: list[datetime] = []
        for match, _ in numeric:
            at = _numeric(match, order)
            if at is None:
                break
            moments.append(at)
        else:
            valid[order] = moments
    order = order_of(valid, [text or "" for _, text in numeric], language)
    if order is None:
        return [AMBIGUOUS] * len(numeric)
    return [
        Moment(at, precision_of(match.group(*TIMES)))
        for at, (match, _) in zip(valid[order], numeric, strict=True)
    ]


def _numeric(match: re.Match[str], order: Order) -> datetime | None:
    year, month, day, first, last = match.group(*_FIELDS[order], "a", "c")
    four = len(first) == 4 or len(last) == 4  # noqa: PLR2004 - a year of four digits
    if len(month) > 2 or len(day) > 2 or (four and len(year) != 4):  # noqa: PLR2004
        return None
    if len(year) not in (2, 4):
        return None
    full = int(year) if four else 2000 + int(year)
    return moment_at(full, int(month), int(day), match.group(*TIMES))


def _in_letters(text: str) -> Moment:
    """Read a date whose month is named, or an age, which stays relative."""
    form = _form(shape_of(text))
    if isinstance(form, Moment):
        return form
    if form is None:
        return _in_words(text)
    month, day, year, *time = [text[place] for place in form]
    full = int(year) if year.isdigit() else 2000 + int(year[1:])
    at = moment_at(full, _MONTHS.index(month[:3].lower()) + 1, int(day), time)
    return Moment(at, precision_of(time)) if at else AMBIGUOUS


@lru_cache(maxsize=1 << 12)
def _form(shape: str) -> Sequence[slice] | Moment | None:
    """Give where month, day, year and time stand in dates of this shape, or what those tell.

    None for months in other languages.
    """
    for pattern in _NAMED:
        match = pattern.match(shape)
        if match:
            return [slice(*match.span(part)) for part in ("month", "day", "year", *TIMES)]
    found = leading_date(shape)
    return None if found and names_month(shape) else _age(shape)


def _age(text: str) -> Moment:
    """Read an age: "3 years ago", "Today, 10:02"; of other dates some part is wanting."""
    words = {word.lower() for word in _WORD.findall(text)}
    whole = _YEAR.search(text) or not words.isdisjoint(MONTHS)
    if _RELATIVE.match(text) or (not whole and not words.isdisjoint(_NEAR)):
        return AGED
    return AMBIGUOUS if _CLOCK.search(text) or leading_date(text) else UNTOLD


def _in_words(text: str) -> Moment:
    """Read a date whose month is named in another language."""
    parts = named_date(text)
    if parts is None:
        return _age(text)
    year, month, day, rest = parts
    if "h" in rest:
        rest = _HOURS.sub(":", rest)
    match = _REST.match(" " + rest if rest else "")
    time = match.group(*TIMES) if match else NO_TIME
    at = moment_at(year, month, day, time) if match else None
    return Moment(at, precision_of(time)) if at else AMBIGUOUS


def _month(text: str) -> Moment | None:
    """Read a month and its year."""
    match = _MONTH_YEAR.match(text)
    month = MONTHS.get(match[1].lower()) if match else None
    if match is None or month is None:
        return None
    year = int(match[2]) if match[2].isdigit() else 2000 + int(match[2][1:])
    at = moment_at(year, month, 1)
    return Moment(at, "month") if at else AMBIGUOUS
