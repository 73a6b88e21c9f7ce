"""Tell what a column of a page's posts holds: names, or titles, ranks and counts beside them.

What stands at one place in all posts of a page is a column. One value tells little: "Old story" can
be somebody's nickname. All values together tell more.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

__all__ = [
    "MORE", "PRESENT", "alike", "are_counts", "are_places", "are_titles", "best_names", "depends",
]  # fmt: skip

MIN_VALUES = 3
MOSTLY = 0.9
TITLED = 0.4
"""Share of the different values that are titles from which on all are."""

MORE = 1.3
"""How many times more different values the column of names has than one of places or ranks."""

FAR = 2.5
"""How many times more names there must be than what depends on them, if none comes again."""

SOME, AGAIN = 1.2, 3
"""How many times more of them there must be, at least, or how many must come again."""

PRESENT = 0.75
HALF = 0.5

_SIGNS = re.compile(r"[\W\d_]+")
_LABEL = (".", ":", "#", "/")
_GLUED = re.compile(r"[^\W\d_]+[._-]?\d+$")
# "Ann 1", "Ann 2": people who are counted
_COUNTED = re.compile(r"[^\W\d_]+ \d+$")
# "Lincoln, NE": a town and its state
_TOWN = re.compile(r"[A-Z][a-z][\w .'’-]{0,30}, [A-Z]{2}\Z")
_NUMBER = re.compile(r"\d+")
# "Guest 12": people who have no other name
_NUMBERED = frozenset(
    "guest anonymous anonym anonyme anonimo anónimo user gast invité invitado visitor besucher "
    "ospite гость аноним member reader leser lecteur lector".split()
)
# words of sentences which no name has in its midst, "A", "The" before a title
_WORDS = frozenset(
    """a an the not no my your our some any too very so as but if is are was it we us i you this
    that these what why how who when where here there with without about for to from just only
    more most than once never again do does did don't can be been has have had on in at
    nicht kein keine ein eine der das und mit für zu sehr nur mein meine wie warum ist im am
    un une pas trop très mon ma notre pour avec sans qui que est c'est
    muy mi sin por para con los las una es""".split()
)
_PARTICLES = frozenset(
    "van von der den de da di del du dos la le el al ten ter bin ibn y e".split()
)


def are_counts(values: Sequence[str]) -> bool:
    """Tell values that are the same but for numbers and stars: "Rating: 4", "★★☆", "9 /".

    >>> are_counts(["Joined 2009", "Joined 2014", "Joined 2009"])
    True
    >>> are_counts(["Guest 9", "Guest 14", "Guest 2"]), are_counts(["ann9", "ann14", "ann2"])
    (False, False)
    """
    if len(values) < MIN_VALUES:
        return False
    if len(set(values)) == 1:
        return values[0].endswith(_LABEL)  # "No.", whose numbers stand apart
    shapes = Counter(_shape(value) for value in values)
    shape, count = shapes.most_common(1)[0]
    if count < MOSTLY * len(values) or shape.strip() in _NUMBERED:
        return False
    told = [value for value in values if _shape(value) == shape]
    if any(map(str.isalpha, told)) or all(map(_GLUED.match, told)):
        return False
    numbers = [int(match[0]) for value in told if (match := _NUMBER.search(value))]
    counted = len(shape.split()) == 1 and all(a < b for a, b in pairwise(numbers))
    return not (counted and all(map(_COUNTED.match, told)))


@lru_cache(maxsize=1 << 10)
def _shape(value: str) -> str:
    return _SIGNS.sub(" ", value.casefold())


def alike(names: Sequence[str]) -> Sequence[str]:
    """Give the names that differ by numbers alone, if those are most: badges may stand for others.

    >>> alike(["Useful 3", "Useful 12", "Staff", "Useful 7"])
    ['Useful 3', 'Useful 12', 'Useful 7']
    """
    shapes = [_NUMBER.sub("0", name) for name in names]
    shape, count = Counter(shapes).most_common(1)[0] if shapes else ("", 0)
    if "0" not in shape or count <= HALF * len(names):
        return names
    return [name for name, own in zip(names, shapes, strict=True) if own == shape]


def are_titles(values: Sequence[str]) -> bool:
    """Tell titles of posts: many have words of a sentence, or small letters behind the first word.

    >>> are_titles(["Great value", "Not what I hoped for", "Brilliant"])
    True
    >>> are_titles(["Ann Lee", "Marie van den Berg", "clay foot", "Anonymous"])
    False
    """
    different = set(values)
    titled = sum(map(_is_title, different))
    return len(different) >= MIN_VALUES and titled >= max(2, TITLED * len(different))


@lru_cache(maxsize=1 << 12)
def _is_title(value: str) -> bool:
    words = value.split()
    if words[1:2] == ["from"] and words[2:3] and words[2][0].isupper():
        return False  # "Bill from Leeds"
    if len(words) < 2 or not words[0][:1].isupper():  # noqa: PLR2004 - a word and another
        return False
    if words[0].lower() in _WORDS or not _WORDS.isdisjoint(map(str.lower, words[1:])):
        return True
    rest = [word for word in words[1:] if word not in _PARTICLES]
    return bool(rest) and all(word.isalpha() and word.islower() for word in rest)


def are_places(values: Sequence[str]) -> bool:
    """Tell values of which some are towns with their states; people may be called so, too.

    >>> are_places(["Lincoln, NE", "Hove", "Salem, OR", "Lincoln, NE"])
    True
    """
    different = set(values)
    towns = sum(_TOWN.match(value) is not None for value in different)
    return towns >= max(2, TITLED * len(different))


def depends(
    values: Sequence[str | None], names: Sequence[str | None], *, before: bool = False
) -> bool:
    """Tell what belongs to people: the same beside each name, and shared by several.

    Some names must come again, or so many be different that the values can hardly be people; fewer
    if the names stand `before` the values.

    >>> depends(["Hove", "Kent", "Hove", "Hove", "Kent"], ["Ann", "Bob", "Cem", "Ann", "Bob"])
    True
    """
    beside: dict[str, set[str]] = defaultdict(set)
    for value, name in zip(values, names, strict=True):
        if value and name and value != name:  # the name itself, where the other is missing
            beside[name].add(value)
    times = Counter(name for name in names if name)
    different = set[str]().union(*beside.values())
    if any(len(found) > 1 for found in beside.values()) or not different.isdisjoint(times):
        return False
    again = sum(count > 1 for count in times.values())
    told = again >= AGAIN and len(different) < len(beside)  # several share one, none has two
    if not told and len(times) < SOME * len(different):
        return False
    if times.total() < PRESENT * len(names):
        return False
    pairs = [(value, name) for value, name in zip(values, names, strict=True) if value and name]
    held = sum(value in name or name in value for value, name in pairs)
    if len(beside) < PRESENT * len(times) or 2 * held >= len(pairs):
        return False
    return again > 0 or before or len(times) >= FAR * len(different)


def best_names(columns: Sequence[Sequence[str | None]]) -> int | None:
    """Give the column of the names: of those that most posts have, the one with most different.

    None where another has nearly as many, as titles do, and is not told by these names, as places
    are, nor holds some of them, as answers do. The columns hold what can be names.
    """
    ranked: list[tuple[int, int, int]] = []
    for number, column in enumerate(columns):
        told = [value for value in column if value]
        bad = are_titles(told) or are_counts(alike(told))
        if told and len(told) >= PRESENT * len(column) and not bad:
            ranked.append((len(set(told)), len(told), -number))
    ranked.sort(reverse=True)
    if not ranked:
        return None
    most, _, first = ranked[0]
    best = columns[-first]
    rivals = (columns[-n] for many, _, n in ranked[1:] if MORE * many > most)
    same = all(
        _agree(best, rival) or depends(rival, best) or {*rival} - {None} < {*best}
        for rival in rivals
    )
    return -first if same else None


def _agree(one: Sequence[str | None], other: Sequence[str | None]) -> bool:
    """Tell columns that hold the same names twice: a picture's words, or the name of the next."""
    if one[1:] == other[:-1] or one[:-1] == other[1:]:
        return True
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a and b]
    return sum(a in b or b in a for a, b in pairs) >= MOSTLY * len(pairs)
