"""Find the date that begins or ends a line, in any language of `date_words`; linear in the line.

A date is a run of parts, each used once: a numeric date or a month with its numbers, a time, a day
of the week, a zone, or an age ("3 years ago").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from threadgraph.date_rules import Token, certain, day, foreign, glued, joins
from threadgraph.date_words import (
    AGO,
    CONNECTORS,
    HALVES,
    MONTHS,
    NEAR_DAYS,
    ONE,
    UNITS,
    WEEKDAYS,
    ZONES,
)

__all__ = [
    "DATE_WORDS",
    "Found",
    "closes_date",
    "holds_date",
    "leading_date",
    "named_date",
    "trailing_date",
]

MAX_TOKENS = 24
MAX_LENGTH = 80
KEPT = 1 << 12
"""Lines whose dates are remembered: each layout asks for those of the same short lines."""

_SIGN_REACH, _WORD_REACH = 5, 40
"""Characters at a line's end that hold a date's last letter or digit, or its last word."""
# "2019-05-03T10:00", "11.05.2012", "6. 1. 2020"; then "11:38:02", "15h46",
# "4 h 04 min"; "1st"; "a.m."; a word
_TOKEN = re.compile(
    r"(?P<D>\d{1,4}(?P<sep>[./-])\s?\d{1,2}(?P=sep)\s?\d{2,4}\b(?!:)|\d{4}-\d\d-\d\d(?=T\d))"
    r"|(?P<T>\d{1,2}(?:[:.h]|\sh\s)\d{2}(?:[:.]\d{2})?(?!\d)(?:\smin\b)?(?:\.\d{1,6})?)"
    r"|(?P<N>\d{1,4})(?:st|nd|rd|th|er|º|ª)?(?![\d])"
    r"|(?P<A>[ap]\.\s?m\b\.?)"
    r"|(?P<word>(?-i:[A-ZÀ-Þ]?[a-zß-ÿ]+(?![^\W\d_A-ZÀ-Þ])|[A-ZÀ-Þ](?=[A-ZÀ-Þ][a-zß-ÿ])|[^\W\d_]+))"
    r"|(?P<long>\d+)|(?P<other>\S)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[A-ZÀ-Þ]?[a-zß-ÿ]+(?![^\W\d_A-ZÀ-Þ])|[A-ZÀ-Þ](?=[A-ZÀ-Þ][a-zß-ÿ])|[^\W\d_]+")
_FIRST_WORD = re.compile(r"[^\W\d_]*")
_NOT_DIGITS = re.compile(r"\D")
_LIMITS = {"D": 1, "T": 1, "M": 1, "W": 1, "N": 2, "A": 1, "Z": 2, "U": 2, "G": 2, "E": 1, "Y": 2}
_KINDS = (
    ("M", MONTHS),
    ("A", HALVES),
    ("U", UNITS),
    ("G", AGO),
    ("Z", ZONES),
    ("W", WEEKDAYS),
    ("E", ONE),
    ("Y", NEAR_DAYS),
    ("C", CONNECTORS),
)
_KIND_OF = {word: kind for kind, words in reversed(_KINDS) for word in words}
_KIND_OF_GROUP = {"sep": "D", "long": "X"}
DATE_WORDS = frozenset(_KIND_OF)
_PUNCTUATION = frozenset(",.:;@()|/+-–—·•'’")
_EDGE = frozenset(",:;@|/-–—·•([\"'’.")
# "11:07", "Uhr", "p.m.", "ago)"
_LAST = re.compile(r"(?:\d|([^\W\d_]+))[\W_]{0,4}$")
_LAST_SIGN = re.compile(r"(?:\d|([^\W\d_]))[\W_]{0,4}$")
_CLOSING = frozenset({*CONNECTORS, *HALVES, *ZONES, *UNITS, *AGO, *MONTHS, *WEEKDAYS, "m", "z"})
# a capital sigma is in small letters one letter within a word and another at its end
_CLOSING_SIGNS = frozenset(s for word in _CLOSING for s in (word[-1], word[-1].upper().lower()))
_OPENING = frozenset(
    {*MONTHS, *WEEKDAYS, *AGO, *ONE, *NEAR_DAYS, "am", "on", "at", "le", "den", "um", "kl"}
)
_CLOSERS = frozenset((".", ")", "uhr", "h", "hrs", "г", "年", "日", "일"))
_CJK_DATE = frozenset("年년")
# "11.05.", "10:15", "15h46", "4 h 04", and "3rdmay", whose words are cut elsewhere than those of
# other lines
_NUMERIC = re.compile(
    r"\d(?:[./:-]\s?\d|h\d|\sh\s\d|(?:st|nd|rd|th|er|º|ª)[^\W\d_])|[年년]", re.IGNORECASE
)
_NAMING = frozenset({*MONTHS, *UNITS})


class Found(NamedTuple):
    """A date in a line: its place, and whether it can hardly be anything else."""

    start: int
    end: int
    certain: bool


@lru_cache(maxsize=KEPT)
def holds_date(text: str) -> bool:
    """Tell whether a date can stand anywhere in a line: the cheap question before all others.

    A date has numbers with signs between them, or the name of a month or a unit (see `certain`).
    """
    if len(text) > MAX_LENGTH or _NUMERIC.search(text):
        return True  # a long line is cut, and maybe within a word
    return not _NAMING.isdisjoint([word.lower() for word in _WORD.findall(text)])


def trailing_date(text: str) -> Found | None:
    """Give the longest date that ends the line."""
    if not closes_date(text):
        return None
    before = len(text) - MAX_LENGTH - 1
    if before <= 0:
        return _trailing(text, max(0, before + 1))
    found = _trailing(text[before:], 1)
    return found and Found(found.start + before, found.end + before, found.certain)


def closes_date(text: str) -> bool:
    """Tell whether the line ends as dates do: the cheap question before the rest."""
    last = text[-1:]
    if last.isalpha() and last.lower() not in _CLOSING_SIGNS:
        return False
    sign = _LAST_SIGN.search(text[-_SIGN_REACH:])
    if sign is None or sign[1] is None:
        return sign is not None
    if sign[1].lower() not in _CLOSING_SIGNS:
        return False
    last = _LAST.search(text[-_WORD_REACH:])
    return last is not None and last[1].lower() in _CLOSING


@lru_cache(maxsize=KEPT)
def _trailing(text: str, from_: int) -> Found | None:
    """Give the longest date that ends the text and begins at `from_` at the earliest."""
    if not _countable(text):
        return None
    return _longest(_tokens(text, from_)[::-1], text, back=True)


def _countable(text: str) -> bool:
    """Tell whether a text has a digit, or a one and a unit: no date is without ("an hour ago")."""
    if _DIGIT.search(text):
        return True
    words = [word.lower() for word in _WORD.findall(text)]
    return not (UNITS.isdisjoint(words) or ONE.isdisjoint(words))


def leading_date(text: str) -> Found | None:
    """Give the longest date that begins the line."""
    if not text or not (text[0].isdigit() or _first_word(text) in _OPENING):
        return None
    return _leading(text[: MAX_LENGTH + 1])


@lru_cache(maxsize=KEPT)
def _leading(text: str) -> Found | None:
    """Give the longest date that begins a text of at most one character more than dates have."""
    if not _countable(text):
        return None
    return _longest(_tokens(text[:MAX_LENGTH], 0), text, back=False)


def named_date(text: str) -> tuple[int, int, int, str] | None:
    """Give year, month and day of a date with a named month, and what else stands there."""
    tokens = _tokens(text, 0)
    month = next((t for t in tokens if t.kind == "M"), None)
    numbers = [t for t in tokens if t.kind == "N"]
    if month is None or len(numbers) != 2:  # noqa: PLR2004 - the day and the year
        return None
    year, day = sorted((int(_NOT_DIGITS.sub("", t.text)) for t in numbers), reverse=True)
    rest = " ".join(t.text for t in tokens if t.kind in "TAZ")
    return (year, MONTHS[month.text.lower()], day, rest) if year > 31 else None  # noqa: PLR2004


def _first_word(text: str) -> str:
    match = _FIRST_WORD.match(text)
    return match[0].lower() if match else ""


@lru_cache(maxsize=KEPT)
def _tokens(text: str, start: int) -> tuple[Token, ...]:
    """Cut a text into tokens of the parts of a date, C for what joins them, X for others."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start):
        group, token, begin = match.lastgroup or "", match[0], match.start()
        if group == "word":
            kind = _KIND_OF.get(token.lower(), "X")
        elif group == "other":
            kind = "C" if token in _PUNCTUATION else "X"
        else:
            kind = _KIND_OF_GROUP.get(group, group)
        found.append(Token(kind, begin, begin + len(token), token))
    return tuple(found)


def _longest(tokens: Sequence[Token], text: str, *, back: bool) -> Found | None:
    """Walk from the line's end (or start) as long as parts of a date come."""
    seen = dict.fromkeys("DTNAMWZUGECXY", 0)
    cjk = False
    best: Found | None = None
    for count, part in enumerate(tokens):
        token = part
        kind = "C" if token.kind in "AUEG" and joins(token, seen, back=back) else token.kind
        if token.text.lower() == "an" and (seen["U"] if back else not count):
            kind = "E"  # "an hour ago"; in French it is a year
        if back and kind in "NX" and seen["M"] and seen["N"] == 1:
            kind, token = day(kind, token, text)
        if kind == "X" or count >= MAX_TOKENS or (back and foreign(kind, seen)):
            break
        seen[kind] += 1
        cjk = cjk or token.text in _CJK_DATE
        if kind in _LIMITS and seen[kind] > _LIMITS[kind] + (kind == "N" and cjk):
            break
        if kind == "C":
            continue
        sure = certain(seen, cjk=cjk)
        if sure is None or not _bounded(text, token, back=back, glued=glued(kind, seen, cjk)):
            continue
        far = tokens[0].end if back else _close(tokens, count)
        start = token.start if back else tokens[0].start
        best = Found(start, far, sure)
    if best is None or (not back and tokens[0].text in _PUNCTUATION):
        return None
    return best


def _close(tokens: Sequence[Token], count: int) -> int:
    """Give the end of the token, with what closes a date: "Uhr", a full stop, a bracket."""
    end = tokens[count].end
    for token in tokens[count + 1 : count + 3]:
        if token.text.lower() not in _CLOSERS:
            break
        end = token.end
    return end


def _bounded(text: str, token: Token, *, back: bool, glued: bool) -> bool:
    """Tell whether the date is parted from what stands beside it ("Sven99" is one word).

    `glued` dates may follow a word at once: "AnnApril 12, 2011", "Ann3 years ago".
    """
    if back:
        before = text[token.start - 1] if token.start else " "
        parted = before.isspace() or before in _EDGE
        return parted or (glued and (before.isalpha() or before.isdecimal()))
    return token.end == len(text) or not text[token.end].isalnum()
