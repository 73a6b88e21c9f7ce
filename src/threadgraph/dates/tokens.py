"""Cut a text into the parts of a date, each of one kind: a number, a month, a word for ages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from threadgraph.dates.words import (
    AGO,
    CJK_AGES,
    CJK_UNITS,
    CONNECTORS,
    DAYS_TOO,
    ENGLISH,
    HALVES,
    HEDGES,
    MONTHS,
    NAMES_TOO,
    NEAR_DAYS,
    NUMBERED_MONTHS,
    ONE,
    SHORT_UNITS,
    UNITS,
    WEEKDAYS,
    ZONES,
)
from threadgraph.tuples import maker

__all__ = ["DATE_WORDS", "KEPT", "LETTERS", "PUNCTUATION", "WORD", "Token", "tokens_of"]

KEPT = 1 << 12
"""Lines whose dates are remembered: each layout asks for those of the same short lines."""

LETTERS = r"[\u0900-\u0963\u0e01-\u0e3a\u0e40-\u0e4e]+|[^\W\d_]+"
"""A word's letters; of Hindi and Thai also the vowels and signs that are no letters to Unicode."""
WORD = rf"[A-ZÀ-Þ]?[a-zß-ÿ]+(?![^\W\d_A-ZÀ-Þ])|[A-ZÀ-Þ]{{1,8}}(?=[A-ZÀ-Þ][a-zß-ÿ])|{LETTERS}"
"""A word; "AnnApril" is two."""
_DOTTED = "|".join(re.escape(word) for word in sorted(MONTHS, reverse=True) if "." in word)
_HALVES = "|".join(word for word in sorted(HALVES) if not word.isascii())

# "2019-05-03T10:00", "11.05.2012", "6. 1. 2020", "2013-5-1", "2013/5/1", "11.05. 10:22"; then
# "11:38:02", "15h46", "4 h 04 min", the 3 of "3pm", not of "3 am 5. Mai"; "UTC 2)", "GMT+1", the
# zones of "22:12 -0500", "22:12:00 +01:00"; "1st"; "a.m.", "π.μ.", "صباحًا", "10:12 du."; "Tháng
# Tám", "ม.ค."; the unit of "3時間前"; "(水)"; "พ.ศ.", "2020(e)ko", the 日 of "日下午3:22"; a word
_TOKEN = re.compile(
    r"(?P<D>\d{1,4}(?P<sep>[./-])\s?\d{1,2}(?P=sep)\s?\d{2,4}\b(?!:)|\d{4}-\d\d-\d\d(?=[Tt]\d)"
    r"|\d{4}(?:-\d{1,2}-|/\d{1,2}/)\d(?![\d:./-])\b"
    r"|(?<![\d./-])\d{1,2}(?:\.\d{1,2}\.?|[/-]\d{1,2})(?=(?:[\s,|]{1,3}|\sat\s)\d{1,2}:\d{2}(?!\d)))"
    r"|(?P<T>\d{1,2}(?:[:.hH]|\s[hH]\s)\d{2}(?:[:.]\d{2})?(?!\d)(?:\s[mM][iIıİ][nN]\b)?"
    r"(?:\.\d{1,6})?|\d{1,2}(?=\s?(?:[pP]\.?[mM]\b|[aA]\.?[mM]\b(?!\.?\s?\w))))"
    r"|(?P<Z>(?:UTC|GMT)(?:\s?[+\u2212-]\d{1,2}(?::?\d{2}|\.\d{1,2})?|\s\d{1,2})(?=\)|$)"
    r"|[+\u2212-](?:(?<=:\d\d\s.)\d{4}|(?<=:\d\d:\d\d\s.)\d\d:\d\d)\b)"
    r"|(?P<N>\d{1,4})(?:(?<!\d\d\d)(?:[sSſ][tT]|[nN][dD]|[rR][dD]|[tT][hH]|[eE][rR]|º|ª))?(?![\d])"
    r"|(?P<A>[apAP]\.\s?[mM]\b\.?|[πμ]\.\s?μ\b\.?|[قب]\.ظ|[дп]\.\s?п\b\.?"
    r"|صباح(?:\u064bا|ا\u064b)|مساء\u064b|d[eu]\.(?:(?<=:\d\d\s...)|(?=\s\d{1,2}:\d)))"
    rf"|(?P<M>[tT]háng\s(?i:{'|'.join(sorted(NUMBERED_MONTHS, reverse=True))})(?!\w)"
    rf"|(?=[ก-ฮเ])(?:{_DOTTED}))"
    rf"|(?P<U>(?:{'|'.join(sorted(CJK_UNITS, reverse=True))})(?=前(?![^\W\d_])))"
    r"|(?P<W>[(（](?:[月火水木金土日]|[월화수목금토일])[)）])"
    rf"|(?P<C>[พค]\.ศ\.|(?=[-(ek])(?<=\d{{4}})-?(?:\(e\)|e)?ko\b|[日일](?={_HALVES}))"
    rf"|(?P<word>{WORD})"
    r"|(?P<long>\d+)|(?P<other>\S)"
)
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
    ("H", HEDGES),
)
_KIND_OF = {word: kind for kind, words in reversed(_KINDS) for word in words}
_KIND_OF_GROUP = {"sep": "D", "long": "X"}
DATE_WORDS = frozenset(_KIND_OF) | CJK_AGES
_AGOS = frozenset(("ago", "전"))
_DAYS_OR_NOT = DAYS_TOO | NAMES_TOO
PUNCTUATION = frozenset(",،.:;@()[]|/+-–—·•●'’")
NEAR_MONTH = 6
"""Parts behind a weekday among which its month stands."""


class Token(NamedTuple):
    """A part of a text: one of the kinds of `_KINDS` and `_TOKEN`, or X."""

    kind: str
    start: int
    end: int
    text: str


@lru_cache(maxsize=KEPT)
def tokens_of(text: str, start: int) -> tuple[Token, ...]:
    """Cut a text into tokens of the parts of a date, C for what joins them, X for others."""
    found: list[Token] = []
    days: list[int] = []
    agos: list[int] = []
    make = maker(Token)
    for match in _TOKEN.finditer(text, start):
        group, token = match.lastgroup or "", match[0]
        if group == "word":
            kind = _KIND_OF.get(token.lower(), "X")
            if kind == "U" and token.lower() == "uur" and found and found[-1].kind == "T":
                kind = "C"  # "om 09:14 uur"
            if kind in "UMW" and token.lower() in _DAYS_OR_NOT:
                days.append(len(found))
            elif kind == "G" and token.lower() in _AGOS:
                agos.append(len(found))
        elif group == "other":
            kind = "C" if token in PUNCTUATION else "X"
        else:
            kind = _KIND_OF_GROUP.get(group, group)
        found.append(make((kind, *match.span(), token)))
    for number in days:
        found[number] = found[number]._replace(kind=_day_or_not(found, number))
    for number in agos:
        _settle(found, number)
    return tuple(found)


def _settle(found: list[Token], number: int) -> None:
    """Make "ago" a month where it is August, and the letter between it and a number a unit."""
    if _is_august(found, number):
        found[number] = found[number]._replace(kind="M")
    elif number > 1 and found[number - 1].text in SHORT_UNITS and found[number - 2].kind == "N":
        found[number - 1] = found[number - 1]._replace(kind="U")


def _day_or_not(tokens: Sequence[Token], number: int) -> str:
    """Give the kind of a word that is a weekday among others: "Vin 3 mai", not "Vin 3 May"."""
    token = tokens[number]
    if token.text.lower() in NAMES_TOO:
        below = tokens[number + 1 : number + NEAR_MONTH]
        return "X" if any(near.text.lower() in ENGLISH for near in below) else token.kind
    return "W" if _is_weekday(tokens, number) else token.kind


def _is_weekday(tokens: Sequence[Token], number: int) -> bool:
    """Tell a weekday: "mar. 04/05/2018", "Mar 03 Oct 2006", "Mar Ene 04", not "Mar. 5, 2020".

    "Mo" is a name, too: it is one before "29. Nov", not before "20 May".
    """
    if number and tokens[number - 1].kind == "N":
        return False  # "12 Mar 2014", "6 mo"
    below = tokens[number + 1 : number + 6]
    kinds = [token.kind for token in below if token.kind != "C"][:2]
    if tokens[number].text.lower() == "mo":
        dotted = [token.text for token in below[1:2]] == ["."]
        return kinds[:1] == ["D"] or (dotted and kinds == ["N", "M"]) or _is_monday(tokens, number)
    return kinds[:1] in (["D"], ["M"]) or kinds == ["N", "M"]


def _is_monday(tokens: Sequence[Token], number: int) -> bool:
    """Tell the Monday of German boards, "Mo Jan 12, 2004 6:33 pm", alone or behind a label."""
    texts = [token.text for token in tokens[number : number + 6]]
    month = len(texts) > 1 and len(texts[1]) == 3 and tokens[number + 1].kind == "M"  # noqa: PLR2004
    labelled = not number or tokens[number - 1].text == ":"
    day, comma, year = (texts[2:5] + 3 * [""])[:3]
    return month and labelled and day.isdigit() and comma == "," and len(year) == 4  # noqa: PLR2004


def _is_august(tokens: Sequence[Token], number: int) -> bool:
    """Tell the month of Spanish, Portuguese and Italian: "02 Ago 2010", "Lun Ago 02, 2010"."""
    above = next((t.kind for t in reversed(tokens[:number]) if t.kind != "C"), "")
    below = [t for t in tokens[number + 1 : number + 6] if t.kind != "C"][:2]
    kinds = [t.kind for t in below]
    if above == "U" or kinds[:1] != ["N"]:
        return False
    return above == "N" or kinds[1:] == ["N"]
