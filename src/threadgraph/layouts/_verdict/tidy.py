"""Take what stands around most names of a page away from them, whichever layout found them.

"HHenk", "j jwdb": the letter that stands for a picture; "1 Ann", "2 Bob": the post's number;
"avatar Ann", "e-mail Ann": the text of an icon; "Ann z: Gdańsk": a place; "Ann (not verified)".
What only some names of a page begin or end with stays, unless it is a word that systems print.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import pairwise

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._text.chrome import KEPT
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._verdict.badges import without_badges
from threadgraph.layouts._verdict.counted import without_counts
from threadgraph.layouts._verdict.no_names import are_dates, are_initials, graded
from threadgraph.layouts._verdict.pictures import once, without_picture, without_pictures
from threadgraph.layouts._verdict.quoted_names import without_quoted_ranks
from threadgraph.layouts._verdict.renaming import nameless, renamed

__all__ = ["tidy"]

MAX_HEADER = 120
"""Letters of a header in which a name is looked for."""

MIN_NAMES = 3
MAX_STEP = 3
SEVERAL = 0.8
"""Share of all names and numbers that the names alone are where scores are glued to them."""

MOSTLY = 0.7
MIN_DIFFERENT = MIN_ANSWERS = 3

SURE = 0.9
"""Share of the names that end with a number from which on it is a score."""

# "Ann (not verified)", "Gast (nicht überprüft)", "Ann (guest)", "Ann — last modified", "Ann E-Mail
# Homepage"
_STATE = re.compile(
    r"\s+(?:[(\[]\s?(?:not verified|profile|unverified|verified(?: (?:owner|buyer|purchase))?|"
    r"verifizierte[rn]? (?:besitzer|käufer)(?:in)?|propriétaire vérifié|propietario verificado|"
    r"compra(?:dor)? verificad[ao]|proprietario verificato|nicht (?:überprüft|verifiziert)|"
    r"non v[ée]rifi[ée]|no verificado|não verificado|non verificato|niet (?:gecontroleerd|"
    r"geverifieerd)|ikke verifi(?:sert|ceret)|inte verifierad|overifierad|niezweryfikowany|"
    r"не проверено|guest|gast|invité|invitado|visitante|ospite|gäst|gość|гость|посетитель|visitor|"
    r"edit|bearbeiten|modifier|editar|modifica|bewerken|redigera|edytuj|изменить|編集|"
    r"registered|unregistered|new user|reply|replying|homepage|website|www)\s?[)\]]|"
    r"[—–-]\s(?:last modified|zuletzt geändert|dernière modification)|"
    r"(?:e-?mail|homepage|website|www|icq|msn)(?:\s+(?:e-?mail|homepage|website|www|icq|msn))*)$",
    re.IGNORECASE,
)
# "marek z: Warszawa", "Ann from: London", "Ann Ort: Bonn"
_PLACE = re.compile(r"\s+\(?[^\W\d_]{1,9}:\s?\S.{0,40}$")
# "Ann aus", whose town was the same on most
_FROM = re.compile(r"\s(?:aus|from|uit|de|da|från|fra|z)$")
_SCORE = re.compile(r"\s*[+-]?\d{1,4}$")
_NUMBER = re.compile(r"^#?(\d{1,5})[.):]?\s?(?=\D)|\s?#?(\d{1,5})$")
_DIGIT = re.compile(r"\d")
# "H Henk", "HHenk", "j jwdb"
_LETTER = re.compile(r"^(\w)\s?(?=\1)", re.IGNORECASE)
# "AnnEnglish", "bob@host.exampleEnglish"
_LABEL = re.compile(r"(?<=[^\W_])([A-ZÀ-ÞА-Я][a-zß-ÿа-яё]{3,20})$", re.MULTILINE)
# "Annsays", "Bobsagt"
_SPOKEN = re.compile(
    r"\w(says|said|wrote|sagt|sagte|meint|schrieb|schreibt|dit|dice|dijo|zegt|diz)$", re.MULTILINE
)
_NOBODY = ("名無しさん",)
_HONORIFICS = ("さん", "様", "님", "씨")


def tidy(page: TextPage, parse: Parse) -> Parse:
    """Give the parse with clean names."""
    records = parse.records
    if not any(record.author for record in records):
        return parse
    names = [record.author or "" for record in records]
    told = list(filter(None, names))
    if are_initials(told):
        return replace(parse, records=tuple(map(nameless, records)))
    if graded(told) or are_dates(told):
        return parse  # no word is cut that they share
    shown = [_header(page, record) for record in records]
    twice = partial(once, shown=shown)
    quoted = partial(without_quoted_ranks, page)
    steps = (_icons, without_pictures, twice, quoted, *_STEPS, twice)
    for step in steps:  # twice: "Ann Ann dit", without "dit"
        found = step(names)
        if found != names:
            records = renamed(records, found)
            names = [record.author or "" for record in records]
    records = _answers(records)
    return parse if records == parse.records else replace(parse, records=records)


def _header(page: TextPage, record: Record) -> str:
    if not record.header:
        return ""
    start, end = record.header[0]
    return page.text[start : min(end, start + MAX_HEADER)]


def _icons(names: Sequence[str]) -> list[str]:
    """Take the words of icons, states and labelled places away."""
    return list(map(_icon, names))


@lru_cache(maxsize=KEPT)
def _icon(name: str) -> str:
    """Take the words of an icon, a state or a labelled place away from a name."""
    if ":" not in name and len(name.split(None, 1)) < 2:  # noqa: PLR2004 - one word
        return name
    rest = _STATE.sub("", without_picture(name))
    if ":" in rest:
        rest = _PLACE.sub("", rest)
    return name if rest == name else rest.strip(" ·|•–-") or name


def _mostly(names: Sequence[str], cut: Callable[[str], str]) -> list[str]:
    """Cut all names where it changes most of them, and enough different ones stay."""
    told = [name for name in names if name]
    many = MOSTLY * len(told)
    if len(told) < MIN_NAMES:
        return list(names)
    changed: set[str] = set()
    left = len(told)
    for name in told:
        after = cut(name)
        if after == name:
            left -= 1
            if left < many:
                return list(names)
        else:
            changed.add(after)
    if len(changed) < MIN_DIFFERENT:
        return list(names)
    return [cut(name) if name else name for name in names]


def _labels(names: Sequence[str]) -> list[str]:
    """Take a word away that is glued to most names: the language of a post, "AnnEnglish"."""
    return _without_ending(names, _LABEL)


def _spoken(names: Sequence[str]) -> list[str]:
    """Take a verb away that most names end with, glued: "Annsays", "Bobsagt"."""
    return _without_ending(names, _SPOKEN)


def _without_ending(names: Sequence[str], pattern: re.Pattern[str]) -> list[str]:
    if not pattern.search("\n".join(names)):
        return list(names)
    ends = Counter(match[1] for name in names if (match := pattern.search(name)))
    ending, count = next(iter(ends.most_common(1)), ("", 0))
    if not ending or count < MOSTLY * sum(map(bool, names)):
        return list(names)
    return _mostly(names, lambda name: name.removesuffix(ending) or name)


def _letters(names: Sequence[str]) -> list[str]:
    """Take the first letter away that stands for a picture."""
    return _mostly(names, lambda name: _LETTER.sub("", name) if _again(name) else name)


def _again(name: str) -> bool:
    """Tell whether a name's first letter may come again: the cheap question before `_LETTER`."""
    return len(name) > 2 and name[0].lower() in (name[1].lower(), name[2].lower())  # noqa: PLR2004


def _numbers(names: Sequence[str]) -> list[str]:
    """Take the numbers away that count the posts up or down."""
    if len(names) < MIN_NAMES or not _DIGIT.search("\n".join(names)):
        return list(names)
    if _count(names):
        return [_NUMBER.sub("", name, count=1).strip() or name for name in names]  # "2 ann01"
    ended = sum(bool(_SCORE.search(name)) for name in names)
    if ended < SURE * sum(map(bool, names)) or not _are_scores(names):
        return list(names)
    return _mostly(names, lambda name: _SCORE.sub("", name) or name)


def _count(names: Sequence[str]) -> bool:
    """Tell numbers that count the posts, up or down; of those before names some may be lost."""
    matches = [_NUMBER.search(name) for name in names if name]
    counts = [int(m[1] or m[2]) if m else -1 for m in matches]
    steps = Counter(b - a for a, b in pairwise(counts) if a >= 0 and b >= 0)
    far = 1 if any(m and m[2] for m in matches) else MAX_STEP
    up = sum(steps[step] for step in range(1, far + 1))
    down = sum(steps[-step] for step in range(1, far + 1))
    return max(up, down) >= max(MIN_NAMES - 1, MOSTLY * (len(matches) - 1))


def _are_scores(names: Sequence[str]) -> bool:
    """Tell scores behind names from "ann42": apart from most names, or many have several."""
    scores = {name: match[0] for name in names if (match := _SCORE.search(name))}
    apart = sum(not score.isdecimal() for score in scores.values())
    bare = {name.removesuffix(score) for name, score in scores.items()}
    return 2 * apart >= len(scores) or len(bare) <= SEVERAL * len(scores)


def _shared(names: Sequence[str]) -> list[str]:
    """Take a word away with which most names begin, or end."""
    found = list(names)
    before = [""]
    for place in (0, -1, -1):  # "Ann View Profile"
        if found == before:
            break  # nothing was cut where it is asked for again
        before = found if place else before
        several = [words for words in map(str.split, found) if len(words) > 1]
        many = MOSTLY * sum(map(bool, found))
        if len(several) < many:
            continue
        words = Counter([words[place] for words in several])
        word, count = next(iter(words.most_common(1)), ("", 0))
        if word and count >= many:
            found = _mostly(found, lambda n, w=word, p=place: _without(n, w, p))
    return [_FROM.sub("", n) or n for n in found] if found != list(names) else found


def _without(name: str, word: str, place: int) -> str:
    words = name.split()
    rest = words[1:] if place == 0 else words[:-1]
    told = any(c.isalpha() for c in "".join(rest))
    if not told or words[place] != word:
        return name
    return " ".join(rest)


def _honorific(names: Sequence[str]) -> list[str]:
    """Take a word of politeness away that the page prints behind most names."""
    if "".join(names).isascii():
        return list(names)
    for ending in _HONORIFICS:
        held = sum(name.endswith(ending) for name in names)
        if held >= MIN_NAMES and held * 2 >= len(names):
            return [
                name if name in _NOBODY else name.removesuffix(ending).rstrip() or name
                for name in names
            ]
    return list(names)


_STEPS = (
    _labels, _spoken, without_badges, _letters, _numbers, without_counts, _shared, _numbers,
    _honorific,
)  # fmt: skip
"""In this order; behind a word that most names share may stand a number, "Ann25 Follower"."""


def _answers(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """Part "Ann Bob", "Ann @Bob": who answers whom, where the arrow between was a picture.

    The second must be the whole name of an earlier post, and so with several first names.
    """
    seen: set[str] = set()
    parted: dict[int, tuple[str, str]] = {}
    for number, record in enumerate(records):
        name = record.author or ""
        at = name.find(" ")
        while at > 0:
            if (other := name[at + 1 :].removeprefix("@")) in seen:
                parted[number] = name[:at], other
                break
            at = name.find(" ", at + 1)
        seen.add(parted[number][0] if number in parted else name)
    if len({first for first, _ in parted.values()}) < MIN_ANSWERS:
        return records
    if len({second for _, second in parted.values()}) < 2:  # noqa: PLR2004 - a family's name
        return records
    return tuple(
        _answer(record, *parted[n]) if n in parted else record for n, record in enumerate(records)
    )


def _answer(record: Record, author: str, other: str) -> Record:
    shown = record.evidence or next(iter(record.header), None)
    return record._replace(author=author, label=record.label or other, evidence=shown)
