"""Find rows that hold a date, and group those in which the same words stand around it.

"ann 3 days ago | prev | next", "Jul 6, 2024 at 1:29 PM Post #3 of 7", "by Ann ( 12 ) on 3 May":
what is alike in all rows of a page is the form, what differs is a name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from threadgraph.dates.scan import holds_date, leading_date, trailing_date
from threadgraph.joining import is_joined
from threadgraph.layouts._heads.anchors import EDGES
from threadgraph.layouts._text.chrome import KEPT
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._text.outline import Row

__all__ = ["Dated", "dated_groups", "skeleton"]

MAX_ROW = 140
MAX_CUTS = 4
MOSTLY = 0.7
_GAP = "   "

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*[kKmM]?")
# "| prev | next", "· #2", "( #64153115 )", ", Post #3", " 3": what may stand behind a date
_CUT = re.compile(r"\s*(?:[|·•(\[#–—]|\s-\s|,\s)|\s(?=\d{1,5}$)")
# "Posted 3 May", "edited 3 May": what happened then, and nobody's name
_VERBS = frozenset(
    """posted commented asked answered edited modified updated joined published created replied
    geschrieben erstellt bearbeitet gepostet publié modifié posté publicado editado geplaatst
    last added submitted sent active reply today yesterday started date datum fecha дата""".split()
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A row with a date; `name` is what of it differs from the other rows of its group."""

    row: int
    date: str
    name: str | None


@dataclass(frozen=True, slots=True)
class _Parts:
    row: int
    before: str
    date: str
    after: str


@lru_cache(maxsize=KEPT)
def skeleton(text: str) -> str:
    """Give a short text in small letters with every number alike, and a long one as nothing."""
    return _NUMBER.sub("0", text.lower()) if len(text) <= MAX_ROW else ""


def dated_groups(rows: Sequence[Row], least: int) -> list[list[Dated]]:
    """Give the groups of at least so many rows, in page order each."""
    found = [parts for number, row in enumerate(rows) if (parts := _parts(number, row.text))]
    behind = Counter(skeleton(parts.after) for parts in found)
    groups: dict[tuple[str, str], list[_Parts]] = defaultdict(list)
    for parts in found:
        after = skeleton(parts.after)
        groups["after", after[:1] if behind[after] > 1 else after].append(parts)
        if parts.after:
            groups["before", skeleton(parts.before)].append(parts)
    told = [_named(kind, parts) for (kind, _), parts in groups.items() if len(parts) >= least]
    return [group for group in told if group]


def _parts(number: int, text: str) -> _Parts | None:
    if not text or len(text) > MAX_ROW or not holds_date(text):
        return None
    found = leading_date(text)
    if found is None or not found.certain:
        found = trailing_date(text)
        stop, cuts = len(text), 0
        while (found is None or not found.certain) and cuts < MAX_CUTS:
            ends = [match.start() for match in _CUT.finditer(text, 0, stop) if match.start()]
            if not ends:
                return None
            stop, cuts = ends[-1], cuts + 1
            found = trailing_date(text[:stop])
    if found is None or not found.certain:
        return None
    after = text[found.end :].strip()
    if after.endswith(":") and " " in after:
        return None  # "3 days ago, Ann said:" stands above a quote
    before = text[: found.start].strip()
    if is_joined(before):
        return None
    return _Parts(number, before, text[found.start : found.end].strip(EDGES), after)


def _named(kind: str, parts: Sequence[_Parts]) -> list[Dated]:
    """Take for the name what differs beside the date, without the words that most rows share."""
    sides = [p.before if kind == "after" else p.after for p in parts]
    beside = [_words(side) for side in sides]
    lead, tail = _shared(beside, 0), _shared(beside, -1)
    names: list[str | None] = []
    for words, side in zip(beside, sides, strict=True):
        first = bool(lead) and words[:1] == [lead]
        last = bool(tail) and words[-1:] == [tail] and len(words) > first
        rest = _between(side, words[first : len(words) - last]).strip(EDGES)
        rest = rest.partition(" (")[0].strip(EDGES)
        named = rest and looks_like_name(rest) and rest.split()[0].lower() not in _VERBS
        names.append(rest if named else None)
    hits = sum(name is not None for name in names)
    filled = sum(bool(words) for words in beside)
    if filled > MOSTLY * len(parts) and hits < MOSTLY * filled and not (lead or tail):
        return []  # sentences with a date, as in a text
    if hits < MOSTLY * len(parts) or len({name for name in names if name}) == 1:
        names = [None] * len(parts)
    return [Dated(p.row, p.date, name) for p, name in zip(parts, names, strict=True)]


def _words(beside: str) -> list[str]:
    """Give the words beside a date; numbers and signs are none."""
    return [w for w in beside.strip(EDGES).split() if any(c.isalpha() for c in w)]


def _between(side: str, words: Sequence[str]) -> str:
    """Give what stands from the first of these words to the last, with all signs among them.

    Words of two columns are no name.
    """
    if not words:
        return ""
    place = side[side.find(words[0]) : side.rfind(words[-1]) + len(words[-1])]
    return "" if _GAP in place else " ".join(place.split())


def _shared(beside: Sequence[Sequence[str]], end: int) -> str:
    """Give the word at the start (0) or end (-1) of most rows, or nothing."""
    words = Counter(words[end] for words in beside if words)
    word, count = next(iter(words.most_common(1)), ("", 0))
    return word if count >= MOSTLY * len(beside) else ""
