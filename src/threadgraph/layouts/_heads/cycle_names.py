"""Tell where in the template of a thread's posts the names stand, and give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low

from threadgraph.joining import is_joined
from threadgraph.layouts._heads.anchors import EDGES, discussion_words, is_control, name_of
from threadgraph.layouts._heads.byline_deeds import submitter
from threadgraph.layouts._heads.byline_edges import without_icon
from threadgraph.layouts._heads.cycles import Cycle, date_in, kind_of
from threadgraph.layouts._heads.leads import BADGES, BEFORE_DATE, LEAD
from threadgraph.layouts._heads.name_tails import without_ranked, without_tails
from threadgraph.layouts._heads.subjects import are_counted
from threadgraph.layouts._text.chrome import is_chrome
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.words import ROLES, SAYS, SUBMITTED
from threadgraph.names import is_role

__all__ = ["Named", "names_in", "names_of"]

STEADY = 0.75
MORE = 1.3
"""How many times more different names another place must have to be the one of names."""
MAX_NAME, MAX_TAILED = 40, 90
MAX_FREE = 3
"""Rows that are alike in no posts above or below a template's, at most."""

# "Ann | Leeds · 3", "Ann, Leeds", "Ann - 3 May", "Ann on 3 May", "(12) – Ann"
_PART = re.compile(
    r"\s*[|·•\u00a0]\s*|\s+[-–—/]\s+|,\s+|\s+(?=\()|(?<=\))\s+|\s(?=[★☆▲▼])|(?<=[★☆▲▼])\s"
)
_PLACE = re.compile(r"(?:from|near|aus|de|da|г\.)\s\S")
_OPENING = re.compile(r"^(?:[—–~-]\s*|#\s?\d{1,6}\s+|\(\d{1,6}\)\s+|\d{1,6}[.)]\s+)")

_DASHES = ("—", "–", "--", "~")


@dataclass(frozen=True, slots=True)
class Named:
    """The posts' names and the rows where they stand; `foot` tells whether below the texts."""

    names: list[str | None]
    rows: list[int | None]
    foot: bool = False


def names_in(rows: Sequence[Row], cycle: Cycle, low: int, high: int) -> Named | None:
    """Give the names at the place where most posts have one, and most names differ."""
    best: Named | None = None
    most = 1.0
    for found in _places(rows, cycle, low, high):
        told = [name for name in found.names if name]
        different = len(set(told))
        if best is not None and are_counted(rows, found.rows):
            continue  # "12. Which mill?"
        if len(told) < STEADY * len(cycle.posts) or different <= max(most, len(told) / 8):
            continue
        best, most = found, different * MORE
    return None if best is None else _own(rows, cycle, best, low)


def _own(rows: Sequence[Row], cycle: Cycle, found: Named, low: int) -> Named | None:
    """Give each post the name beside its own text, where those found are of the next or last post.

    Above the first template stands none and one below the last, or the other way round. None
    where the first would stand above row `low`, but for "by Ann", "by Bob".
    """
    names, places, posts = found.names, found.rows, range(1, len(cycle.posts))
    if found.foot and names[-1] is None and cycle.above < len(cycle.kinds):
        far = [cycle.first(n) - place for n in posts if (place := places[n - 1]) is not None]
        number = cycle.first(0) - median_low(far) if far and names[0] else -1
        if min(far, default=0) > 0 and number >= 0 and (name := _name(rows, cycle, number)):
            shifted = Named([name, *names[:-1]], [number, *places[:-1]])
            return shifted if number >= low else found if _are_led(rows, places) else None
    if not found.foot and names[0] is None and names[-1] is not None:
        far = [place - cycle.last(n - 1) for n in posts if (place := places[n]) is not None]
        number = cycle.last(-1) + median_low(far)
        name = _name(rows, cycle, number) if number < len(rows) else None
        if min(far) > 0 and (name or _are_signed(rows, places)):
            return Named([*names[1:], name], [*places[1:], number if name else None], foot=True)
    return found


def _are_signed(rows: Sequence[Row], places: Sequence[int | None]) -> bool:
    """Tell names behind a dash, "-- Ann": they sign the text above."""
    told = [rows[number].text for number in places if number is not None]
    return sum(text.startswith(_DASHES) for text in told) >= STEADY * len(told)


def _are_led(rows: Sequence[Row], places: Sequence[int | None]) -> bool:
    return all(LEAD.match(rows[number].text) for number in places if number is not None)


def _places(rows: Sequence[Row], cycle: Cycle, low: int, high: int) -> Iterator[Named]:
    """Give what stands at each place where names may stand, the likeliest first."""
    every = range(len(cycle.kinds))
    for kind in every:
        below = ((post[kind] or 0) + 1 if post[kind] is not None else None for post in cycle.posts)
        places = [None if n is None or n >= len(rows) else n for n in below]
        if _are_labels(rows, [post[kind] for post in cycle.posts]):
            yield Named(_names(rows, cycle, places), places, kind > cycle.above)
    for kind in every:
        places = [post[kind] for post in cycle.posts]
        if cycle.kinds[kind] in ("by", "says", "signed"):
            yield Named([_said(rows, n) for n in places], places, kind > cycle.above)
    for kind in every:
        places = [post[kind] for post in cycle.posts]
        if cycle.kinds[kind].startswith("date"):
            texts = ["" if n is None else rows[n].text for n in places]
            for part in (0, 1, 2):
                names = without_ranked([_part(rows, n, part) for n in places], texts)
                yield Named(names, places, kind > cycle.above)
    if cycle.above < 0:
        yield _tops(rows, cycle, low)
    for kind in every:
        yield from _beside(rows, cycle, kind, (low, high))


def _are_labels(rows: Sequence[Row], places: Sequence[int | None]) -> bool:
    """Tell rows that are a label and nothing else: "Written by", "Author:"."""
    texts = {rows[n].text for n in places if n is not None and n + 1 < len(rows)}
    return len(texts) == 1 and all((m := LEAD.match(t)) and m.end() == len(t) for t in texts)


def _tops(rows: Sequence[Row], cycle: Cycle, low: int) -> Named:
    """Give the first rows of posts whose template stands below their texts."""
    found: list[int | None] = []
    for number, post in enumerate(cycle.posts):
        first = next(n for n in post if n is not None)
        if number:
            above = cycle.last(number - 1) + 1
            found.append(above if above < first - 1 else None)
        else:
            near = range(first - 2, low - 1, -1)
            found.append(next((n for n in near if _name(rows, cycle, n)), None))
    return Named([_name(rows, cycle, n) for n in found], found)


def _said(rows: Sequence[Row], number: int | None) -> str | None:
    """Give the name in "Posted by Ann, Leeds" or "Ann says:"."""
    if number is None:
        return None
    text = rows[number].text
    said = SAYS.match(text)
    led = SUBMITTED.match(text)
    rest = said[1] if said else text[led.end() :] if led else text
    return next(_parts(rest), None)


def _part(rows: Sequence[Row], number: int | None, part: int) -> str | None:
    """Give the nth thing beside the date of a row that can be a name."""
    text = rows[number].text if number is not None else ""
    if date_in(text) is None:
        return None
    told = names_of(text)
    return told[part] if part < len(told) else None


def names_of(text: str) -> list[str]:
    """Give what can be names in a short row, beside its date if it has one."""
    found = date_in(text)
    if found is None:
        return list(_parts(text))
    before = BEFORE_DATE.sub("", text[: found.start].strip(EDGES))
    return [*_parts(before), *_parts(text[found.end :])]


def _parts(text: str) -> Iterator[str]:
    """Give what can be names of what separators part."""
    for piece in _PART.split(without_icon(text)):
        if _PLACE.match(piece.strip(EDGES)) or (piece[:1] == "(" and piece[-1:] == ")"):
            continue
        name = _OPENING.sub("", piece.strip(EDGES))
        name = _unled(name).strip(EDGES)
        said = SAYS.match(name)
        name = said[1] if said else name
        if _can_be(name):
            yield name


def _unled(name: str) -> str:
    lead = LEAD.match(name)
    return name[lead.end() :] if lead else submitter(name) or name


def _can_be(text: str) -> bool:
    if not 1 < len(text) <= MAX_NAME or _PLACE.match(text) or is_chrome(text):
        return False
    if is_joined(text.rstrip("0123456789 ")):
        return False
    if not any(map(str.isalpha, text)) or is_role(text) or text.lower() in (ROLES | BADGES):
        return False
    return looks_like_name(text) and not discussion_words(text)


def _beside(
    rows: Sequence[Row], cycle: Cycle, kind: int, reach: tuple[int, int]
) -> Iterator[Named]:
    """Give the rows above and below those of a kind which belong to no kind."""
    served = {n for post in cycle.posts for n in post if n is not None}
    for step in (-1, 1):
        for nth in range(1, MAX_FREE):
            found: list[int | None] = []
            for post in cycle.posts:
                here = post[kind]
                number = None if here is None else _free(here, step * nth, served, reach)
                found.append(number)
            yield Named(_names(rows, cycle, found), found, kind > cycle.above)


def _free(here: int, offset: int, served: set[int], reach: tuple[int, int]) -> int | None:
    """Give the row so far from another if no row of the template stands between."""
    step = 1 if offset > 0 else -1
    for number in range(here + step, here + offset + step, step):
        if not reach[0] <= number < reach[1] or number in served:
            return None
    return here + offset


def _names(rows: Sequence[Row], cycle: Cycle, places: Sequence[int | None]) -> list[str | None]:
    """Give the names in rows beside each other: what most of them end with is none of theirs.

    "Ann (Leeds) - See all my reviews", "Ann Level 1 (0 points)", "Author: Ann from Chile".
    """
    texts = {n: rows[n].text for n in places if n is not None}
    short = {n: text for n, text in texts.items() if len(text) <= MAX_TAILED}
    cut = without_tails(short) if len(short) >= STEADY * len(places) else {}
    table = {n: rows[n]._replace(text=cut.get(n, text)) for n, text in texts.items()}
    return [_name(table, cycle, n) if n in table else None for n in places]


def _name(rows: Sequence[Row] | Mapping[int, Row], cycle: Cycle, number: int | None) -> str | None:
    if number is None or is_control(rows[number]):
        return None
    text = rows[number].text
    if kind_of(text) in cycle.alike and date_in(text) is not None:
        return None
    name = name_of(rows[number])
    if name is None or not _can_be(name):
        return next(_parts(text), None) if len(text) <= MAX_NAME else None
    return name
