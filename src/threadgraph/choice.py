"""Match lines against long choices of words, of which hardly a line begins as one does.

A regular expression that ignores case tries all its alternatives one after the other. Here their
first letters are asked for first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from threadgraph.caseless import Caseless

__all__ = ["Choice", "Need", "Opening", "needs", "opening_of"]

LETTERS = 3
"""So many first letters of a line are asked for."""

MAX_CLASS = 12
"""Signs of a class that are told apart; larger ones can be anything."""

MAX_AFTER = 200
"""What stands behind a group is made once for each of its alternatives, if it is no longer."""

MIN_NEEDED = 2
KEPT = 4096
_ASCII = tuple(map(chr, range(128)))
_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
_OPENING = re.compile(r"\((?:\?(?:P<\w+>|:|(?P<ahead>=|!|<=|<!)))?")
# an escape, a class, a sign of a group, or others up to the next
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:[^\\\]]|\\.)*\]|[()|]|[^\\\[()|]+")
_LETTER = re.compile(r"[^\\\[(.^$]|\\[^\w\s]")
# "^write your reply": most alternatives begin so
_PLAIN = re.compile(r"\^?([a-zA-Z ]{3})(?![?*+{])")
_DIGIT = re.compile(r"\d")
_ALIKE = "ıİſ\u212a"
"""Letters that are alike one of ASCII without case."""


class Choice:
    """What a pattern matches, asked by a line's first letters.

    Lines whose first letters are not those of English are matched at once: few are, and letters
    that are alike without case are then the pattern's.
    """

    def __init__(self, source: str) -> None:
        """Read the pattern, which must hold no references to its groups."""
        self.pattern = Caseless(source)
        known: set[str] = set()
        self._floating: list[Need] = []
        for part in _spread(source):
            opening = opening_of(part)
            if "" in opening.ended or "" in opening.open:
                self._floating.append(needs(part))  # it can begin with anything
            else:
                known |= opening.ended | opening.open
        self._known = frozenset(known)
        self.match = lru_cache(maxsize=KEPT)(self._match)
        """Tell whether the pattern matches a text from its beginning on; layouts ask it again."""

    def _match(self, text: str) -> bool:
        return self.may_match(text) and self.pattern.match(text)

    def may_match(self, text: str) -> bool:
        """Tell whether the text begins as a match does, or holds what the others need."""
        first = text[:LETTERS]
        if first.isascii():
            first = first.lower()
            known = self._known
            if not (first in known or first[:2] in known or first[:1] in known):
                return bool(self._floating) and self._floats(text)
        return True

    def _floats(self, text: str) -> bool:
        """Tell whether an alternative may match that can begin with anything."""
        low = text.lower()
        numbered = None
        for digit, words in self._floating:
            if digit:
                numbered = _DIGIT.search(text) is not None if numbered is None else numbered
                if not numbered:
                    continue
            if not words:
                return True
            for word in words:
                if word in low:
                    return True
            if not text.isascii() and any(sign in text for sign in _ALIKE):
                return True
        return False


def _spread(source: str) -> list[str]:
    """Give the alternatives of a pattern, and for a group that begins one each of its own.

    Of a group with much behind it only one is made.
    """
    found: list[str] = []
    for part in _split(source):
        lead = "^" if part.startswith("^") else ""
        opening = _OPENING.match(part, len(lead))
        end = _close(part, len(lead)) if opening and not opening["ahead"] else 0
        after = part[end + 1 :]
        if opening is None or not end or len(after) > MAX_AFTER or _QUANTIFIER.match(after):
            found.append(part)
        else:
            words = _split(part[opening.end() : end])
            found += [f"{lead}{word}{after}" for word in words]
    return found


class Opening(NamedTuple):
    """The first letters of what a pattern matches, small and of ASCII, `LETTERS` at most.

    What follows those in `ended` is what follows the pattern; `open` ones go on with anything.
    """

    ended: frozenset[str]
    open: frozenset[str]


def opening_of(source: str) -> Opening:
    """Give the first letters of all matches."""
    several = [_begin(part) for part in _split(source)]
    return Opening(
        frozenset().union(*(one.ended for one in several)),
        frozenset().union(*(one.open for one in several)),
    )


def _begin(part: str) -> Opening:
    """Give the first letters of an alternative."""
    plain = _PLAIN.match(part)
    if plain:
        return Opening(frozenset((plain[1].lower(),)), frozenset())
    reached: set[str] = {""}
    gone: set[str] = set()
    for piece, quantifier in _pieces(part):
        if piece in ("^", r"\b", r"\B") or _is_ahead(piece):
            continue
        if piece == "$":
            return Opening(frozenset(), frozenset(gone | reached))
        following = _of_piece(piece)
        once = not quantifier or quantifier[0] == "?"
        joined = {(a + b)[:LETTERS] for a in reached for b in following.ended}
        gone |= {(a + b)[:LETTERS] for a in reached for b in following.open}
        short = {word for word in joined if once and len(word) < LETTERS}
        gone |= joined - short
        reached = reached | short if _is_optional(quantifier) else short
        if not reached:
            break
    return Opening(frozenset(reached), frozenset(gone))


def _of_piece(piece: str) -> Opening:
    """Give the first letters of a letter, a class or a group."""
    if piece[0] == "(":
        return opening_of(_inside(piece))
    if piece == "." or piece[0] == "[" or (piece[0] == "\\" and piece[1].isalnum()):
        signs = _of_class(piece)
        few = len(signs) <= MAX_CLASS
        return Opening(signs, frozenset()) if few else Opening(frozenset(), frozenset(("",)))
    sign = piece[-1]
    forms = (sign.lower(), sign.upper().lower())
    return Opening(frozenset(form[:1] for form in forms if form[:1].isascii()), frozenset())


@lru_cache(maxsize=KEPT)
def _of_class(piece: str) -> frozenset[str]:
    """Give the signs of ASCII that a class matches, without case."""
    pattern = re.compile(piece, re.IGNORECASE)
    return frozenset(sign.lower() for sign in _ASCII if pattern.match(sign))


class Need(NamedTuple):
    """What each text holds that matches: a digit, and one of the words, which are small letters."""

    digit: bool
    words: tuple[str, ...]


def needs(part: str) -> Need:
    """Give what an alternative needs; of several sets of words that whose shortest is longest."""
    found: list[tuple[str, ...]] = []
    run = ""
    digit = False
    for piece, quantifier in _pieces(part):
        if piece == r"\b":
            continue
        letter = piece[-1] if _LETTER.fullmatch(piece) and _is_plain(piece[-1]) else ""
        optional = _is_optional(quantifier)
        if letter and not optional:
            run += letter.lower()
        if not letter or quantifier:
            found.append((run,))
            run = ""
        digit = digit or (piece == r"\d" and not optional)
        if piece[0] == "(" and not optional and not _is_ahead(piece):
            several = [needs(word).words for word in _split(_inside(piece))]
            found.append(tuple(word for words in several for word in words) if all(several) else ())
    best = max([*found, (run,)], key=_worth)
    return Need(digit, best if _worth(best) >= MIN_NEEDED else ())


def _is_plain(letter: str) -> bool:
    """Tell a letter of ASCII, or one without case: others may be alike several."""
    return letter.isascii() or letter.lower() == letter.upper()


def _worth(words: tuple[str, ...]) -> int:
    return min((len(word) if word.isascii() else 3 * len(word) for word in words), default=0)


def _is_optional(quantifier: str) -> bool:
    return quantifier.startswith(("?", "*", "{0", "{,"))


def _is_ahead(piece: str) -> bool:
    opening = _OPENING.match(piece)
    return opening is not None and opening["ahead"] is not None


def _inside(group: str) -> str:
    opening = _OPENING.match(group)
    return group[opening.end() if opening else 1 : -1]


def _pieces(part: str) -> Iterator[tuple[str, str]]:
    """Cut an alternative into letters, classes and groups, each with its quantifier."""
    place = 0
    while place < len(part):
        end = _next(part, place)
        quantifier = _QUANTIFIER.match(part, end)
        yield part[place:end], quantifier[0] if quantifier else ""
        place = quantifier.end() if quantifier else end


def _close(source: str, start: int) -> int:
    """Give where the class or group that begins at `start` ends."""
    depth = 0
    for token in _TOKEN.finditer(source, start):
        depth += (token[0] == "(") - (token[0] == ")")
        if not depth:
            return token.end() - 1
    return len(source)


def _next(source: str, place: int) -> int:
    """Give where what stands at a place ends: an escape, a class, a group or a letter."""
    if source[place] == "\\":
        return place + 2
    return _close(source, place) + 1 if source[place] in "[(" else place + 1


def _split(source: str) -> list[str]:
    """Give the alternatives that stand in no group."""
    found: list[str] = []
    begin = depth = 0
    for token in _TOKEN.finditer(source):
        depth += (token[0] == "(") - (token[0] == ")")
        if token[0] == "|" and not depth:
            found.append(source[begin : token.start()])
            begin = token.end()
    return [*found, source[begin:]]
