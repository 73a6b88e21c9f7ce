"""Walk over the parts of a text as long as they make a date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from threadgraph.dates.tokens import PUNCTUATION, Token
from threadgraph.dates.words import OPEN_HEDGES, THAN

__all__ = ["Found", "longest"]

MAX_TOKENS = 24
_LIMITS = {"D": 1, "T": 1, "M": 1, "W": 1, "N": 2, "A": 1, "Z": 2, "U": 2, "G": 2, "E": 2, "Y": 2,
           "H": 2}  # fmt: skip
_EDGE = frozenset(",:;@|/-–—·•([\"'’.")
_CLOSERS = frozenset((".", ")", "]", "uhr", "uur", "h", "hrs", "г", "น", "年", "日", "일"))
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
    if best is None or (not back and tokens[0].text in PUNCTUATION):
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
    """Tell what a date may begin with right behind a word: "AnnApril 12", "Ann3 years ago".

    And what it may end with right before one: "12.03.2014 09:14Ann".
    """
    if kind == "T":
        return cjk or bool(seen["D"] or seen["M"])
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
    follow a year or a time at once: "April 12, 2011Ann".
    """
    if back:
        before = text[token.start - 1] if token.start else " "
        parted = before.isspace() or before in _EDGE
        return parted or (glued and token.kind != "T" and (before.isalnum() or before in "~!)_"))
    if token.end == len(text) or not text[token.end].isalnum() or text[token.end] in _DAY_SIGNS:
        return True
    return glued and (token.kind == "T" or (len(token.text) == YEAR and token.text.isdigit()))


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
