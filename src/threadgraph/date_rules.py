"""Tell how the parts of a date go together: which may follow, which are none of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["Token", "certain", "day", "foreign", "glued", "joins"]


class Token(NamedTuple):
    """A part of a date with its place; `kind` is a letter (see `date_scan`)."""

    kind: str
    start: int
    end: int
    text: str


def day(kind: str, token: Token, text: str) -> tuple[str, Token]:
    """Give the day at the end of digits that are no day: "ann7226 June 2018" is of "ann72"."""
    inside = token.start > 0 and not text[token.start - 1].isspace()
    if not inside or not token.text.isdecimal() or int(token.text) <= 31:  # noqa: PLR2004 - days
        return kind, token
    digits = 2 if 10 <= int(token.text[-2:]) <= 31 else 1  # noqa: PLR2004
    return "N", token._replace(start=token.end - digits, text=token.text[-digits:])


def foreign(kind: str, seen: Mapping[str, int]) -> bool:
    """Tell that a part cannot stand before the parts behind it.

    The Z of "David Z am 18. Mai", the 63 of "Ann63 11.02.2019" or of "Ann63 2 years ago" are the
    name's, the 1 of "4 years ago 1 like" is none of the age.
    """
    if kind == "Z":
        return bool(seen["T"] or seen["D"] or seen["M"])
    if kind == "N":
        return bool(seen["D"]) or seen["N"] >= seen["U"] > 0
    return kind == "U" and seen["N"] > seen["U"]


def glued(kind: str, seen: Mapping[str, int], cjk: bool) -> bool:  # noqa: FBT001 - one of two
    """Tell what a date may begin with right behind a word: "AnnApril 12", "Ann3 years ago"."""
    if kind == "N":
        return cjk or (bool(seen["M"] or (seen["U"] and seen["G"])) and not seen["D"])
    return kind == "D" or (kind == "M" and not seen["D"])


def joins(token: Token, seen: Mapping[str, int], *, back: bool) -> bool:
    """Tell a word that only joins the parts of a date: the "am" of "am 3. Mai"."""
    if token.kind == "A":
        half = seen["T"] > 0 if not back else not (seen["T"] or seen["M"] or seen["D"])
        return token.text.lower() == "am" and not half
    if token.text.lower() == "ore":  # "alle ore 21:36"
        return seen["T"] > 0 if back else bool(seen["M"] or seen["D"])
    return bool(seen["M"] or seen["D"])


def certain(seen: Mapping[str, int], *, cjk: bool) -> bool | None:  # noqa: PLR0911 - a kind each
    """Tell whether the parts make a date beyond doubt, a likely one (False), or none."""
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
