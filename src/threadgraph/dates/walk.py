"""Cut a text into the parts of a date, and walk over them as long as they make one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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
    OPEN_HEDGES,
    SHORT_UNITS,
    THAN,
    UNITS,
    WEEKDAYS,
    ZONES,
)
from threadgraph.tuples import maker

__all__ = ["DATE_WORDS", "KEPT", "Found", "Token", "longest", "tokens_of"]

MAX_TOKENS = 24
KEPT = 1 << 12
"""Lines whose dates are remembered: each layout asks for those of the same short lines."""

# "2019-05-03T10:00", "11.05.2012", "6. 1. 2020", "2013-5-1", "2013/5/1"; then "11:38:02", "15h46",
# "4 h 04 min", the 3 of "3pm", not of "3 am 5. Mai"; "UTC 2)", "GMT+1"; "1st"; "a.m.", "π.μ.";
# "Tháng Tám"; the unit of "3時間前"; "(水)"; a word
_TOKEN = re.compile(
    r"(?P<D>\d{1,4}(?P<sep>[./-])\s?\d{1,2}(?P=sep)\s?\d{2,4}\b(?!:)|\d{4}-\d\d-\d\d(?=[Tt]\d)"
    r"|\d{4}(?:-\d{1,2}-|/\d{1,2}/)\d(?![\d:./-])\b)"
    r"|(?P<T>\d{1,2}(?:[:.hH]|\s[hH]\s)\d{2}(?:[:.]\d{2})?(?!\d)(?:\s[mM][iIıİ][nN]\b)?"
    r"(?:\.\d{1,6})?|\d{1,2}(?=\s?(?:[pP]\.?[mM]\b|[aA]\.?[mM]\b(?!\.?\s?\w))))"
    r"|(?P<Z>(?:UTC|GMT)(?:\s?[+\u2212-]\d{1,2}(?::?\d{2}|\.\d{1,2})?|\s\d{1,2})(?=\)|$))"
    r"|(?P<N>\d{1,4})(?:(?<!\d\d\d)(?:[sSſ][tT]|[nN][dD]|[rR][dD]|[tT][hH]|[eE][rR]|º|ª))?(?![\d])"
    r"|(?P<A>[apAP]\.\s?[mM]\b\.?|[πμ]\.\s?μ\b\.?|[قب]\.ظ)"
    rf"|(?P<M>[tT]háng\s(?i:{'|'.join(sorted(NUMBERED_MONTHS, reverse=True))})(?!\w))"
    rf"|(?P<U>(?:{'|'.join(sorted(CJK_UNITS, reverse=True))})(?=前(?![^\W\d_])))"
    r"|(?P<W>[(（](?:[月火水木金土日]|[월화수목금토일])[)）])"
    r"|(?P<word>[A-ZÀ-Þ]?[a-zß-ÿ]+(?![^\W\d_A-ZÀ-Þ])|[A-ZÀ-Þ]{1,8}(?=[A-ZÀ-Þ][a-zß-ÿ])|[^\W\d_]+)"
    r"|(?P<long>\d+)|(?P<other>\S)"
)
_LIMITS = {"D": 1, "T": 1, "M": 1, "W": 1, "N": 2, "A": 1, "Z": 2, "U": 2, "G": 2, "E": 2, "Y": 2,
           "H": 2}  # fmt: skip
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
_PUNCTUATION = frozenset(",.:;@()[]|/+-–—·•●'’")
_EDGE = frozenset(",:;@|/-–—·•([\"'’.")
_CLOSERS = frozenset((".", ")", "]", "uhr", "h", "hrs", "г", "年", "日", "일"))
NEAR_MONTH = 6
"""Parts behind a weekday among which its month stands."""

YEAR = 4
"""Digits of a year."""

NEAR = 4
"""Words before a hedge among which "vor" or "hace" stands: "il y a un peu plus d'un an"."""

_CJK_DATE = frozenset("年년")
_DAY_SIGNS = frozenset("日일")


class Found(NamedTuple):
    """A date in a line: its place, and whether it can hardly be anything else."""

    start: int
    end: int
    certain: bool


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
            if kind in "UMW" and token.lower() in _DAYS_OR_NOT:
                days.append(len(found))
            elif kind == "G" and token.lower() in _AGOS:
                agos.append(len(found))
        elif group == "other":
            kind = "C" if token in _PUNCTUATION else "X"
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
        return kinds[:1] == ["D"] or (dotted and kinds == ["N", "M"])
    return kinds[:1] in (["D"], ["M"]) or kinds == ["N", "M"]


def _is_august(tokens: Sequence[Token], number: int) -> bool:
    """Tell the month of Spanish, Portuguese and Italian: "02 Ago 2010", "Lun Ago 02, 2010"."""
    above = next((t.kind for t in reversed(tokens[:number]) if t.kind != "C"), "")
    below = [t for t in tokens[number + 1 : number + 6] if t.kind != "C"][:2]
    kinds = [t.kind for t in below]
    if above == "U" or kinds[:1] != ["N"]:
        return False
    return above == "N" or kinds[1:] == ["N"]


def longest(tokens: Sequence[Token], text: str, *, back: bool) -> Found | None:
    """Walk from the line's end (or start) as long as parts of a date come."""
    seen = dict.fromkeys("DTNAMWZUGECXYH", 0)
    cjk = posted = False
    best: Found | None = None
    for count, token in enumerate(tokens):
        kind = "C" if token.kind in "AUEG" and _joins(token, seen, back=back) else token.kind
        if token.text.lower() == "an" and (seen["U"] if back else not count):
            kind = "E"  # "an hour ago"; in French it is a year
        if kind == "X" or count >= MAX_TOKENS or (back and kind in "ZNU" and _foreign(kind, seen)):
            break
        if kind == "H" and not _hedges(tokens, count, seen, back=back):
            break
        posted = posted or token.text.lower() == "posted"
        if kind == "W" and posted and back:
            break  # "Tim Vale(MI) Posted 04-21-2020"
        seen[kind] += 1
        cjk = cjk or token.text in _CJK_DATE
        if kind == "C":
            continue
        if seen[kind] > _LIMITS[kind] + (kind == "N" and cjk):
            break
        certain = _certain(seen, cjk=cjk)
        if certain is None or not _bounded(text, token, back=back, glued=_glued(kind, seen, cjk)):
            continue
        far = tokens[0].end if back else _close(tokens, count)
        start = token.start if back else tokens[0].start
        best = Found(start, far, certain)
    if best is None or (not back and tokens[0].text in _PUNCTUATION):
        return None
    return best


def _hedges(tokens: Sequence[Token], count: int, seen: Mapping[str, int], *, back: bool) -> bool:
    """Tell that "over" stands before the number of an age: "over 2 years ago"."""
    counted = seen["U"] and (seen["N"] or seen["E"])
    if not counted if back else seen["N"]:
        return False
    word = tokens[count].text.lower()
    above = tokens[count + 1 : count + 1 + NEAR] if back else tokens[:count][-NEAR:][::-1]
    if word in THAN:
        return bool(above) and above[0].kind == "H"
    begun = any(token.kind == "G" for token in above)
    return begun or word in OPEN_HEDGES


def _foreign(kind: str, seen: Mapping[str, int]) -> bool:
    """Tell that a part cannot stand before the parts behind it.

    The Z of "David Z am 18. Mai", the 63 of "Ann63 11.02.2019" or of "Ann63 2 years ago" are the
    name's, the 1 of "4 years ago 1 like" is none of the age.
    """
    if kind == "Z":
        return bool(seen["T"] or seen["D"] or seen["M"])
    if kind == "N":
        return bool(seen["D"]) or seen["N"] >= seen["U"] > 0
    return kind == "U" and seen["N"] > seen["U"]


def _glued(kind: str, seen: Mapping[str, int], cjk: bool) -> bool:  # noqa: FBT001 - one of two
    """Tell what a date may begin with right behind a word: "AnnApril 12", "Ann3 years ago"."""
    if kind == "N":
        return cjk or (bool(seen["M"] or (seen["U"] and seen["G"])) and not seen["D"])
    return kind == "D" or (kind == "M" and not seen["D"])


def _joins(token: Token, seen: Mapping[str, int], *, back: bool) -> bool:
    """Tell a word that only joins the parts of a date: the "am" of "am 3. Mai"."""
    if token.kind == "A":
        half = seen["T"] > 0 if not back else not (seen["T"] or seen["M"] or seen["D"])
        return token.text.lower() == "am" and not half
    if token.text.lower() == "ore":  # "alle ore 21:36"
        return seen["T"] > 0 if back else bool(seen["M"] or seen["D"])
    return bool(seen["M"] or seen["D"])


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

    `glued` dates may follow a word at once: "AnnApril 12, 2011", "Ann3 years ago"; a word may
    follow a year at once: "April 12, 2011Ann".
    """
    if back:
        before = text[token.start - 1] if token.start else " "
        parted = before.isspace() or before in _EDGE
        return parted or (glued and (before.isalnum() or before in "~!)_"))
    if token.end == len(text) or not text[token.end].isalnum() or text[token.end] in _DAY_SIGNS:
        return True
    return glued and len(token.text) == YEAR and token.text.isdigit()


def _certain(seen: Mapping[str, int], *, cjk: bool) -> bool | None:  # noqa: PLR0911 - a kind each
    """Tell whether the parts make a date beyond doubt, a likely one (False), or none."""
    if seen["H"] and not seen["U"]:
        return None
    if seen["D"]:
        return None if seen["M"] or seen["N"] > 1 or seen["U"] else True
    if cjk:
        return seen["N"] >= 3 or None  # noqa: PLR2004 - year, month, day
    if seen["M"]:
        if seen["U"] or not seen["N"]:
            return None
        return seen["N"] > 1 or bool(seen["T"])
    if seen["U"]:
        return bool(seen["G"]) if (seen["N"] or seen["E"]) and not seen["T"] else None
    if seen["Y"]:
        return True if seen["T"] and not seen["N"] else None
    if seen["T"]:
        return False if not seen["N"] and not seen["G"] else None
    return None
