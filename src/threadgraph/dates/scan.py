"""Find the date that begins or ends a line, in any language of `date_words`; linear in the line.

A date is a run of parts, each used once: a numeric date or a month with its numbers, a time, a day
of the week, a zone, or an age ("3 years ago").
"""

from __future__ import annotations

import re
from functools import lru_cache

from threadgraph.dates.tokens import DATE_WORDS, KEPT, LETTERS, WORD, tokens_of
from threadgraph.dates.walk import Found, longest
from threadgraph.dates.words import (
    AGO,
    CJK_AGES,
    CONNECTORS,
    HALVES,
    MONTHS,
    NEAR_DAYS,
    ONE,
    OPEN_HEDGES,
    UNITS,
    WEEKDAYS,
    ZONES,
)

__all__ = [
    "DATE_WORDS",
    "LATER",
    "MONDAY",
    "Found",
    "closes_date",
    "countable",
    "holds_date",
    "leading_date",
    "shape_of",
    "trailing_date",
]

MAX_LENGTH = 80
MIN_WORD = 2
"""Letters of a word that is one token, whatever stands beside it; the "m" of "p. m" is none."""

MAX_GLUED = 32
_REACH = 40
"""Characters at a line's end that hold a date's last two words."""

LATER = " later"
"""What ends "3 days later": an age behind a verb, else a story goes on with it."""

MONDAY = "ma "
"""The Dutch Monday, a weekday before a number only: "Rui Ma" is a name."""

_GLUED_DAY = re.compile(r"(\d{2,4})\.?\s?(?=[^\W\d_]{3})")  # "7226 June"
# "2915/03/2012", "114.03.2020"
_GLUED_NUMBER = re.compile(r"(\d{3,4})([./-])\d{1,2}\2\d{4}(?!\d)")
# "71Mar 14, 2022", "2Mar 16", "71 | Mar 14"
_NAMED_DAY = re.compile(r"\d{1,2}(?:\s?[|·•]\s)?(?=[^\W\d_]{3,9} \d{1,2}(?:,|$))")
# "ann15 Jun 20th at 7:29"
_ORDINAL_DAY = re.compile(r"\d{1,2} ?(?=[^\W\d_]{3,9} \d{1,2}(?:st|nd|rd|th)\b)")
# "Thomas More 3 days ago"
_SURNAMES = OPEN_HEDGES - WEEKDAYS
_SURNAME = re.compile(r"([A-ZÀ-Þ][^\W\d_]+) (?=\d)")
# "Annavor 3 Stunden", "Annahá 2 horas": where a word before the age stands at the name at once
_GLUED_AGE = re.compile(
    r"(?<=\w)(?:vor\s\d{1,3}\s(?:Sek|Min|St[du]|Tag|Woche|Monat|Jahr)|"
    r"h[áa]\s\d{1,3}\s(?:seg|min|hora|dia|semana|m[eê]s|ano)|"
    r"hace\s\d{1,3}\s(?:seg|min|hora|d[ií]a|semana|mes|año)|"
    r"il\sy\sa\s\d{1,3}\s(?:sec|min|heure|jour|semaine|mois|an)|"
    r"för\s\d{1,3}\s(?:sek|min|tim|dag|veck|mån|år)|"
    r"před\s\d{1,3}\s(?:sek|min|hod|dn|týd|měs|let|rok))[^\W\d_]{0,8}(?:\ssedan)?\.?\Z"
)
# "ann511 a month ago", "Ann 24 • an hour ago": an age with a word for its number has no other one
_WORDED_AGE = re.compile(r"\d{1,9}\W{1,4}(?=([^\W\d_]{1,6}) [^\d]{3,30}\Z)")
_PRICED = re.compile(r"(?:[$€£¥₽₹]|\b(?:USD|EUR|GBP|CHF|Rs))\.?\s?\Z")  # "US$ 5.09"
# "annFriday, " before "May 3, 2012"; "ann35724 ", "ann35724 de " before "May 2012"
_GLUED_WEEKDAY = re.compile(r"(?<=\S)(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s\Z")
_GLUED_DAYS = re.compile(r"(?<=[^\W\d_])(\d{3,9})(?:\.?\s|\s?de\s)\Z")
_MONTH_YEAR = re.compile(r"[^\W\d_]{3,12}\.?\s(?:de\s)?\d{4}\b")
_DIGITS = bytes.maketrans(b"123456789", b"000000000")
_ANY = "surrogatepass"
_DIGIT = re.compile(r"\d")
_WORD = re.compile(WORD)
# "11:07", "Uhr", "p.m.", "years ago)", read from the end; and the word before, where one stands
_LAST = re.compile(rf"[\W_]{{0,4}}(?:\d+|({LETTERS}))(?: ({LETTERS}) )?")
_FIRST = re.compile(rf"(?:\d+|({LETTERS}))(?: ({LETTERS})(?= |$))?")
_CLOSING = frozenset(
    {*CONNECTORS, *HALVES, *ZONES, *UNITS, *AGO, *CJK_AGES, *MONTHS, *WEEKDAYS}
    | {"m", "z", "μ", "ظ", "п", "du", "ا"}
)
# a capital sigma is in small letters one letter within a word and another at its end
_CLOSING_SIGNS = frozenset(s for word in _CLOSING for s in (word[-1], word[-1].upper().lower()))
_OPENING = frozenset(
    {*MONTHS, *WEEKDAYS, *AGO, *ONE, *NEAR_DAYS, *OPEN_HEDGES}
    | {"am", "on", "at", "le", "den", "um", "kl", "tháng"}
)
# "11.05.", "10:15", "15h46", "4 h 04", "ม.ค.", and "3rdmay", whose words are cut elsewhere than
# those of other lines
_NUMERIC = re.compile(
    r"\d(?:[./:-]\s?\d|h\d|\sh\s\d|(?:st|nd|rd|th|er|º|ª)[^\W\d_])|[年년]"
    r"|[ก-ฮ][\u0e34\u0e35]?\.[ก-ฮ]\.",
    re.IGNORECASE,
)
_NAMING = frozenset({*MONTHS, *UNITS, *CJK_AGES, "ago", "전", "tháng"})


@lru_cache(maxsize=KEPT)
def holds_date(text: str) -> bool:
    """Tell whether a date can stand anywhere in a line: the cheap question before all others.

    A date has numbers with signs between them, or the name of a month or a unit (see `certain`).
    """
    if len(text) > MAX_LENGTH or _NUMERIC.search(text):
        return True  # a long line is cut, and maybe within a word
    return not _NAMING.isdisjoint([word.lower() for word in _WORD.findall(text)])


@lru_cache(maxsize=KEPT)
def trailing_date(text: str) -> Found | None:
    """Give the longest date that ends the line."""
    if not closes_date(text):
        return None
    if glued := _GLUED_AGE.search(text[-MAX_GLUED:]):
        return Found(max(0, len(text) - MAX_GLUED) + glued.start(), len(text), certain=True)
    before = max(0, len(text) - MAX_LENGTH - 1)
    found = _trailing(text[before:], min(before, 1))
    if found is None or _PRICED.search(text, 0, found.start + before):
        return None
    return _with_glued(text, found.start + before, found.end + before, found.certain)


def _with_glued(text: str, start: int, end: int, certain: bool) -> Found:  # noqa: FBT001 - a field
    """Give a date with what stands at a name before it: a weekday, or a day behind its digits."""
    low = max(0, start - MAX_GLUED)
    week = _GLUED_WEEKDAY.search(text, low, start)
    days = _GLUED_DAYS.search(text, low, start)
    if week:
        start = week.start()
    elif days and _MONTH_YEAR.match(text, start):
        two = 10 <= int(days[1][-2:]) <= 31  # noqa: PLR2004 - days of a month
        start = days.end(1) - (2 if two else 1)
    return Found(start, end, certain)


def closes_date(text: str) -> bool:
    """Tell whether the line ends as dates do: the cheap question before the rest."""
    last = text[-1:]
    if last.isalpha() and last.lower() not in _CLOSING_SIGNS:
        return False
    match = _LAST.match(text[: -_REACH - 1 : -1])
    if match is None:
        return False
    word, before = match[1], match[2]
    if word is not None and word[::-1].lower() not in _CLOSING:
        return False
    return before is None or _of_date(before[::-1])


def _of_date(word: str) -> bool:
    """Tell whether a word beside a date's last or first part can belong to it.

    Words with capitals inside are several ("AnnApril").
    """
    return word.lower() in DATE_WORDS or not (word[1:].islower() or len(word) == 1)


def _trailing(text: str, from_: int) -> Found | None:
    """Give the longest date that ends the text and begins at `from_` at the earliest."""
    start = _last_words(text, from_)
    before = max(0, start - 1)
    found = _last(shape_of(text[before:]), start - before)
    return found and _from_day(text, found.start + before, found.end + before, found.certain)


def _from_day(text: str, start: int, end: int, certain: bool) -> Found:  # noqa: FBT001 - a field
    """Give a date without the digits of a name: "ann7226 June 2018" is of "ann72", or a surname.

    Those of "ann71Mar 14, 2022" are all the name's: the day stands behind the month; of those of
    "ann2915/03/2012" two can be the day.
    """
    aged = _WORDED_AGE.match(text, start) if start else None
    if aged and aged[1].lower() in ONE:
        return Found(aged.end(), end, certain)
    named = _NAMED_DAY.match(text, start) if start and not text[start - 1].isspace() else None
    named = named or (_ORDINAL_DAY.match(text, start) if start else None)
    if named:
        return Found(named.end(), end, certain)
    numeric = _GLUED_NUMBER.match(text, start)
    if numeric:
        digits = 2 if 1 <= int(numeric[1][-2:]) <= 31 else 1  # noqa: PLR2004 - days of a month
        return Found(numeric.end(1) - digits, end, certain)
    surname = _SURNAME.match(text, start) if text[:start].rstrip()[-1:].isalpha() else None
    if surname and surname[1].lower() in _SURNAMES:
        return Found(surname.end(), end, certain)
    match = _GLUED_DAY.match(text, start) if start and not text[start - 1].isspace() else None
    if match and int(match[1]) > 31:  # noqa: PLR2004 - days of a month
        start = match.end(1) - (2 if 10 <= int(match[1][-2:]) <= 31 else 1)  # noqa: PLR2004
    return Found(start, end, certain)


@lru_cache(maxsize=KEPT)
def _last(shape: str, from_: int) -> Found | None:
    """Give the longest date that ends a text of this shape."""
    return longest(tokens_of(shape, from_)[::-1], shape, back=True) if countable(shape) else None


def shape_of(text: str) -> str:
    """Give a text with all digits alike: which of them stand there tells no date."""
    # bytes are translated in a fifth of the time, and a digit is never part of another sign's bytes
    return text.encode("utf-8", _ANY).translate(_DIGITS).decode("utf-8", _ANY)


def _last_words(text: str, from_: int) -> int:
    """Give where the words begin that can be a date at the end of a text, at `from_` or later.

    Before them stands a word of letters that is no part of a date.
    """
    end = len(text)
    for word in reversed(text.split(" ")):
        begin = end - len(word)
        if begin < from_:
            break
        if _ends(word):
            return end
        end = begin - 1
    return from_


@lru_cache(maxsize=KEPT)
def _ends(word: str) -> bool:
    """Tell a word of letters that is no part of a date."""
    return len(word) >= MIN_WORD and word.isalpha() and not _of_date(word)


def countable(text: str) -> bool:
    """Tell whether a text has a digit, or a one and a unit: no date is without ("an hour ago")."""
    if _DIGIT.search(text):
        return True
    words = [word.lower() for word in _WORD.findall(text)]
    return not (UNITS.isdisjoint(words) or ONE.isdisjoint(words))


@lru_cache(maxsize=KEPT)
def leading_date(text: str) -> Found | None:
    """Give the longest date that begins the line; "3 days later" is none there."""
    if text.startswith(MONDAY) and text[len(MONDAY) :][:1].isdigit():
        found = leading_date(text[len(MONDAY) :])
        return found and found._replace(end=found.end + len(MONDAY))
    match = _FIRST.match(text)
    if match is None or not (match[1] is None or match[1].lower() in _OPENING):
        return None
    if match[2] is not None and not _of_date(match[2]):
        return None
    found = _first(shape_of(_first_words(text[: MAX_LENGTH + 1])))
    return None if found is None or text[: found.end].endswith(LATER) else found


def _first_words(text: str) -> str:
    """Give the words that can be a date at the beginning of a text, and the word that ends it."""
    end = 0
    for word in text.split(" "):
        end += len(word)
        if _ends(word):
            break
        end += 1
    return text[:end]


@lru_cache(maxsize=KEPT)
def _first(shape: str) -> Found | None:
    """Give the longest date that begins a text of this shape, at most one letter too long."""
    if not countable(shape):
        return None
    return longest(tokens_of(shape[:MAX_LENGTH], 0), shape, back=False)
