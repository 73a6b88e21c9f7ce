"""Read the headers of a page beside each other: names that hardly look like one, numbers in names.

"Funny about Money June 29, 2010 at 12:37 am" alone may be a sentence; between twenty headers with
names and dates of the same form, each between blank lines, it is one of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from threadgraph.dates.scan import leading_date
from threadgraph.dates.words import HALVES, MONTHS, WEEKDAYS
from threadgraph.layouts._heads.byline_edges import clean_name, without_avatar
from threadgraph.layouts._heads.byline_forms import MAX_BYLINE, Byline, named, says
from threadgraph.layouts._heads.dated_rows import skeleton
from threadgraph.layouts._text.chrome import is_chrome
from threadgraph.layouts._text.names import name_likeness, reads_as_text
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.words import SAY_WORDS

__all__ = ["unnumbered", "with_alike", "with_unlikely", "with_unlikely_names"]

MIN_ALIKE = 4
MOSTLY = 0.8
MAX_WORDS = 6
MIN_RISING = 2
MIN_SAID = 3
"""Lines that end with "says", at least: one alone is a sentence."""
MAX_LAST = 40
"""Rows of the last text, at most."""

_SAYS = frozenset("says sagt dit dice zegt diz detto skriver pisze говорит siger".split())
"""What Genesis and core print in place of "says"."""

_NOBODY = frozenset("he she it who everybody everyone nobody somebody someone one".split())
"""Who says something in texts."""

_GLUED_NUMBER = re.compile(r"(\d{1,4})(\D.{0,80})$")

_IN_BRACKETS = re.compile(r"(?P<name>\S.{0,60}?) \((?P<date>[^()]{8,60})\)$")
_PART = re.compile(r"\d+(?:st|nd|rd|th)?|[^\W\d_]+", re.IGNORECASE)
# "Last edited by Ann 3 May 2020 at 10:00"
_EDITED = re.compile(
    r"(?:last |zuletzt |dernière |última |ultima |laatst |senast |ostatnio )?"
    r"(?:edit|updat|modifi|bearbeitet|geändert|editado|bewerkt|redigera|ändra|edytowan|измен)",
    re.IGNORECASE,
)


def with_alike(table: Sequence[Row], found: list[Byline]) -> list[Byline]:
    """Give the headers with those that only others beside them tell."""
    return _with_said_alone(table, with_unlikely_names(table, _past_controls(table, found)))


def _past_controls(table: Sequence[Row], found: list[Byline]) -> list[Byline]:
    """Give the headers without the control above them that closes another comment.

    "* reply" stands right above "Submitted by Ann", and may stand left of it, as if that was inside
    of the item. A header of the same form above it, in no item, tells that it is not.
    """
    free: set[str] = set()
    told: list[Byline] = []
    for head in found:
        row, first = table[head.first], head.first
        if head.form == "by" and not row.mark:
            free.add(head.verb)
        closes = row.mark and row.number is None and first < head.last and is_chrome(row.text)
        if head.form == "by" and closes and head.verb in free:
            first = next(n for n in range(first + 1, head.last + 1) if _is_own(table, n, head))
        told.append(head if first == head.first else head._replace(first=first))
    return told


def _is_own(table: Sequence[Row], number: int, head: Byline) -> bool:
    """Tell the row of the name, or the last of the header."""
    return number == head.last or head.name in table[number].text


def with_unlikely_names(table: Sequence[Row], found: list[Byline]) -> list[Byline]:
    """Give the headers with those that stand in the same form between them or below the last."""
    own = [h for h in found if h.form == "named" and h.date and not table[h.first].mark]
    if len(own) < MIN_ALIKE:
        return found
    form, count = Counter(map(_form, own)).most_common(1)[0]
    own = [h for h in own if _form(h) == form]
    above = Counter(skeleton(table[h.first - 1].text) for h in own if h.first)
    usual = {text for text, times in above.items() if text and times * 2 >= count}
    if count < MIN_ALIKE or sum(_is_parted(table, h, usual) for h in own) < MOSTLY * count:
        return found
    taken = {number for h in found for number in range(h.first, h.last + 1)}
    others = [
        _alike(table[number].text, number)
        for number in range(own[0].first, len(table))
        if number not in taken and not table[number].mark and len(table[number].text) <= MAX_BYLINE
    ]
    told = [h for h in others if h and _form(h) == form and _is_parted(table, h, usual)]
    return sorted([*found, *told], key=lambda h: h.first) if told else found


def _with_last(table: Sequence[Row], found: list[Byline]) -> list[Byline]:
    """Give signatures such as "3 May 2020 | Ann" with the last, whose name hardly looks like one.

    It stands below the last text, in the same form: "5 May 2020 | best kilns of town".
    """
    if len(found) < MIN_SAID or found[0].form != "dated":
        return found
    signs = {_sign(table[head.first].text, head) for head in found}
    sign = signs.pop()
    below = range(found[-1].last + 1, min(len(table), found[-1].last + 1 + MAX_LAST))
    for number in below if sign and not signs else ():
        text = table[number].text
        date = leading_date(text[:MAX_BYLINE])
        name = text[date.end :].strip() if date and date.certain else ""
        if name.startswith(sign) and len(name.split()) <= MAX_WORDS + 1:
            name = clean_name(name.removeprefix(sign))
            last = Byline(number, number, "dated", name, text[: date.end] if date else None)
            return [*found, last] if name and not is_chrome(name) else found
    return found


def with_unlikely(table: Sequence[Row], feet: list[Byline]) -> list[Byline]:
    """Add the signatures whose names hardly look like one, and that the others tell."""
    return _with_last(table, _with_bracketed(table, with_unlikely_names(table, feet)))


def _with_bracketed(table: Sequence[Row], found: list[Byline]) -> list[Byline]:
    """Give signatures such as "Ann (3 May 2020 - 10:12)" with those of names that look like none.

    All have a time, and the same form: no text ends so.
    """
    own = [head for head in found if head.form == "named" and _bracket(table[head.first].text)]
    if len(own) < MIN_SAID or len(own) < len(found):
        return found
    form, count = Counter(map(_form, own)).most_common(1)[0]
    if count < MOSTLY * len(own) or "0:0" not in form[1]:
        return found
    taken = {head.first for head in own}
    told = list(found)
    for number, row in enumerate(table):
        match = _bracket(row.text) if number not in taken and len(row.text) <= MAX_BYLINE else None
        if match is None or len(match["name"].split()) > MAX_WORDS:
            continue
        head = Byline(number, number, "named", match["name"], match["date"], verb=form[0])
        told += [head] if _form(head) == form else []
    return sorted(told, key=lambda head: head.first)


def _bracket(text: str) -> re.Match[str] | None:
    return _IN_BRACKETS.match(text) if text[-1:] == ")" else None


def _sign(text: str, head: Byline) -> str:
    """Give the sign between the date and the name."""
    between = text.partition(head.date or "")[2].strip()
    return between[:1] if between and not between[0].isalnum() else ""


def _form(head: Byline) -> tuple[str, str]:
    """Give the sign before the date, and the date with words and digits alike."""
    return head.verb, _PART.sub(_kind, head.date or "")


def _kind(part: re.Match[str]) -> str:
    text = part[0].lower()
    if text in HALVES:
        return "h"
    if text[0].isdigit():
        return "0"
    return "m" if text in MONTHS else "w" if text in WEEKDAYS else text


def _is_parted(table: Sequence[Row], head: Byline, usual: AbstractSet[str]) -> bool:
    """Tell a header above a blank line, and below one, a number, or what most stand below."""
    above = table[head.first - 1].text if head.first else ""
    told = above.isdigit() or is_chrome(above) or skeleton(above) in usual
    parted = table[head.first].gap > 0 or told
    return parted and (head.last + 1 == len(table) or table[head.last + 1].gap > 0)


def _alike(text: str, number: int) -> Byline | None:
    head = named(text, marked=True)
    if head is None or head.form != "named" or _EDITED.match(text):
        return None
    if len(head.name.split()) > MAX_WORDS or reads_as_text(head.name):
        return None
    return head._replace(first=number, last=number)


def _with_said_alone(table: Sequence[Row], others: list[Byline]) -> list[Byline]:
    """Give the headers with the lines "Ann says" of several people.

    Genesis prints them without a colon, above a date that is a link and is dropped. Below a
    picture's words any verb tells so: "Avatar of Ann Ann said".
    """
    taken = {number for head in others for number in range(head.first, head.last + 1)}
    found = [
        head._replace(first=number, last=number)
        for number, row in enumerate(table[:-1])
        if len(row.text) <= MAX_BYLINE and _ends_in_verb(row.text)
        if not row.mark and number not in taken
        if (head := says(without_avatar(row.text))) and _speaks(head, table[number + 1].text)
    ]
    names = {head.name for head in found}
    if len(found) < MIN_SAID or len(names) == 1:
        return others
    return sorted([*others, *found], key=lambda head: head.first)


def _ends_in_verb(text: str) -> bool:
    end = text[text.rfind(" ") + 1 :].lower()
    return end in _SAYS or (end in SAY_WORDS and without_avatar(text) != text)


def _speaks(head: Byline, below: str) -> bool:
    likely = head.name.lower() not in _NOBODY and name_likeness(head.name) > 0
    return likely and bool(below) and not _ends_in_verb(below[:MAX_BYLINE])


def unnumbered(found: list[Byline]) -> list[Byline]:
    """Take numbers away before names ("1Ann", "2Bob") that rise by one from most to the next."""
    parts = [_GLUED_NUMBER.match(byline.name) for byline in found]
    numbers = [int(part[1]) if part else -1 for part in parts]
    rising = sum(after == before + 1 > 1 for before, after in pairwise(numbers))
    if rising < MIN_RISING or rising * 2 < len(found):
        return found
    return [
        byline._replace(name=part[2]) if part else byline
        for byline, part in zip(found, parts, strict=True)
    ]
