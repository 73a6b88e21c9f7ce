"""Match lines against long choices of words, trying only those that can begin as the line does.

A regular expression that ignores case tries all its alternatives one after the other, and most
lines begin with a letter that hardly any of them has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

__all__ = ["Choice", "Need", "begins", "needs", "spread"]

_ASCII = frozenset(map(chr, range(128)))
_CLASSES = {
    kind: frozenset(sign for sign in _ASCII if re.match(rf"\{kind}", sign)) for kind in "wWsSdD"
}
_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
_OPENING = re.compile(r"\((?:\?(?:P<\w+>|:|(?P<ahead>=|!|<=|<!)))?")
_NAMED = re.compile(r"\(\?P<\w+>")
_LETTER = re.compile(r"[^\\\[(.^$]|\\[^\w\s]")
_ALIKE = "ıİſ\u212a"
"""Letters that are alike one of ASCII without case."""

_DIGIT = re.compile(r"\d")
MIN_NEEDED = 2
MAX_AFTER = 200
"""What stands behind a group is made once for each of its alternatives, if it is no longer."""

KEPT = 4096


class Choice:
    """What a pattern matches, asked by a line's first letter; made when first asked for.

    Only whether it matches is told. Lines that begin with other letters than those of English are
    matched as a whole: few do, and letters that are alike without case are then the pattern's.
    """

    def __init__(self, source: str, flags: int = 0) -> None:
        """Keep the pattern; it must hold no references to its groups."""
        self._source = _NAMED.sub("(?:", source)
        self._flags = flags

    def match(self, text: str) -> bool:
        """Tell whether the pattern matches the text from its beginning on."""
        own = self._own.get(text[:1])
        if own is None:
            return self._whole.match(text) is not None
        for pattern in own:
            if pattern.match(text) is not None:
                return True
        return bool(self._floating) and self._floats(text)

    def _floats(self, text: str) -> bool:
        """Tell whether an alternative matches that can begin with any sign."""
        low = text.lower()
        numbered = None
        for need, floating in self._floating:
            if need.digit:
                numbered = _DIGIT.search(text) is not None if numbered is None else numbered
                if not numbered:
                    continue
            for word in need.words:
                if word in low:
                    break
            else:
                if need.words and (text.isascii() or not any(sign in text for sign in _ALIKE)):
                    continue
            if floating.match(text) is not None:
                return True
        return False

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    @cached_property
    def _own(self) -> dict[str, tuple[re.Pattern[str], ...]]:
        """The patterns of the alternatives that can begin with a sign, but not with any."""
        return {sign: self._made(sign.lower()) for sign in _ASCII}

    def _made(self, sign: str) -> tuple[re.Pattern[str], ...]:
        own = [part for part, signs in self._parts if signs != _ASCII and sign in signs]
        long = [part for part in own if len(part) > MAX_AFTER]  # for other signs, too
        short = "|".join(part for part in own if len(part) <= MAX_AFTER)
        return tuple(re.compile(part, self._flags) for part in (*long, *([short] * bool(short))))

    @cached_property
    def _parts(self) -> list[tuple[str, frozenset[str]]]:
        """The alternatives with the signs that they can begin with."""
        return [(part, begins(part)) for part in spread(self._source)]

    @cached_property
    def _floating(self) -> list[tuple[Need, re.Pattern[str]]]:
        """The alternatives that can begin with any sign, and what they hold."""
        found = [part for part, signs in self._parts if signs == _ASCII]
        return [(needs(part), re.compile(part, self._flags)) for part in found]


def spread(source: str) -> list[str]:
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


def begins(source: str) -> frozenset[str]:
    """Give the signs of ASCII, as small letters, with which a match can begin; all if unknown."""
    found: set[str] = set()
    for part in _split(source):
        signs, skipped = _begins(part)
        found |= _ASCII if skipped else signs
    return frozenset(sign.lower() for sign in found) if found != _ASCII else _ASCII


def _begins(part: str) -> tuple[frozenset[str], bool]:
    """Give the first signs of an alternative, and whether it can be empty."""
    found: set[str] = set()
    for piece, quantifier in _pieces(part):
        if piece in ("^", r"\b", r"\B") or (piece[0] == "(" and _is_ahead(piece)):
            continue
        signs, empty = _of_piece(piece)
        found |= signs
        if not (empty or _is_optional(quantifier)):
            return frozenset(found), False
    return frozenset(found), True


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


def _of_piece(piece: str) -> tuple[frozenset[str], bool]:
    if piece[0] == "(":
        several = [_begins(part) for part in _split(_inside(piece))]
        return frozenset().union(*(s for s, _ in several)), any(empty for _, empty in several)
    if piece[0] == "[":
        return _of_class(piece), False
    if piece[0] == "\\":
        return _CLASSES.get(piece[1], _alike(piece[1])), False
    if piece == "$":
        return frozenset(), True
    return (_ASCII if piece == "." else _alike(piece)), False


def _inside(group: str) -> str:
    opening = _OPENING.match(group)
    return group[opening.end() if opening else 1 : -1]


@lru_cache(maxsize=KEPT)
def _of_class(piece: str) -> frozenset[str]:
    """Give the signs of ASCII that a class matches, in any case."""
    pattern = re.compile(piece, re.IGNORECASE)
    return frozenset(sign for sign in _ASCII if pattern.match(sign))


def _alike(sign: str) -> frozenset[str]:
    """Give a sign with those of ASCII that are alike without case: of the dotless i the i."""
    forms = (sign, sign.lower()[:1], sign.upper()[:1], sign.upper()[:1].lower())
    return frozenset(form for form in forms if form in _ASCII)


def _pieces(part: str) -> Iterator[tuple[str, str]]:
    """Cut an alternative into letters, classes and groups, each with its quantifier."""
    place = 0
    while place < len(part):
        sign = part[place]
        if sign == "\\":
            end = place + 2
        elif sign in "[(":
            end = _close(part, place) + 1
        else:
            end = place + 1
        quantifier = _QUANTIFIER.match(part, end)
        yield part[place:end], quantifier[0] if quantifier else ""
        place = quantifier.end() if quantifier else end


def _close(source: str, start: int) -> int:
    """Give where the class or group that begins at `start` ends."""
    if source[start] == "[":
        place = start + 2 if source.startswith("[^", start) else start + 1
        place += source.startswith("]", place)
        while source[place] != "]":
            place += 2 if source[place] == "\\" else 1
        return place
    place = start + 1
    while source[place] != ")":
        place = _next(source, place)
    return place


def _next(source: str, place: int) -> int:
    """Give where what stands at a place ends: an escape, a class, a group or a letter."""
    if source[place] == "\\":
        return place + 2
    return _close(source, place) + 1 if source[place] in "[(" else place + 1


def _split(source: str) -> list[str]:
    """Give the alternatives that stand in no group."""
    found: list[str] = []
    begin = place = 0
    while place < len(source):
        if source[place] == "|":
            found.append(source[begin:place])
            begin = place + 1
        place = _next(source, place)
    return [*found, source[begin:]]
