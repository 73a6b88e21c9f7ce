"""Name posts whose names no element tells: "Ann wrote:" in a run of text beside the date.

What a run holds beside the name is learned from the page: runs that most posts have are no names
("says on"), nor are words that stand around the other names of the page, nor rising numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from threadgraph.markup._bylines import (
    EDGE,
    date_in,
    names_beside,
    shared_words,
    stands_in,
    without_date,
)
from threadgraph.markup._unknown.names import MAX_NAME, NO_NAME, is_initial, is_name, serves
from threadgraph.markup._unknown.outline import Part
from threadgraph.markup._unknown.passage import BLOCKS
from threadgraph.markup._unknown.post import Post
from threadgraph.markup._values import SPOKEN

__all__ = ["Runs", "names_told", "runs_of"]

MOSTLY = 0.6
MAX_RUNS = 4
MIN_LINES = 3
MANY = 4
"""Names that have commas by no chance."""
# "Ann Lee - ", "Ann ("
_PARTED = re.compile(r"[^\W\d]\S*(?:\s[^\W\d]\S*){0,3}\s{0,2}[-–—|,(·/]\s?\Z")
_SIGNED = re.compile(r"\s{0,2}[-–—|·/]\s{0,2}(?=[^\W\d])")
# words around a name begin small, but for some: "Comment 1", "Comment 2" name nobody
_SPOKEN_WORDS = re.compile(
    r"(?:^|\s)(?:[a-zà-öø-ÿа-яё]|(?:By|Von|Par|Por|Di|Da|Door|Av|Af|Od|От|Przez)\b)|:"
)
# "They said exactly the same." beside a signature
_SENTENCE = re.compile(r"(?:\S+\s+){3,}\S+[.!?…。]\Z|[。！？]")
# "2. Ann -"
_NUMBERED = re.compile(r"(\d{1,6})[.)]\s+(?=\S)")


class Runs(NamedTuple):
    """The runs of text of which one may hold the name.

    `worded` is one that holds the date, too, or stands below the text: it counts only with the
    words that stand around the other names.
    """

    texts: Sequence[str]
    worded: bool = False


def runs_of(post: Post, first: int, last: int, date: int | None) -> Runs | None:
    """Give the runs before the text, which is from `first` to `last`, else those in the date's row.

    The run of the date itself counts where nothing else stands there ("On May 3, 2020 Ann wrote:"),
    or what stands below the text alone ("Posted by Ann").
    """
    named = date is not None and post.named_with(date)
    head = (
        part.text
        for n, part in _shown(post, 0, first)
        if not (post.holds(date, n) or (named and post.titled(n)))
    )
    runs = [text for text in head if not (NO_NAME.match(text) or text.isdecimal())]
    runs = [text for text in runs if not is_initial(text, runs)]
    if not runs and date is not None:
        if post.parts[date].tag == "-text" and date < first:
            line = post.parts[date].text
            return Runs([line], worded=True) if without_date(line) else None
        for row in (post.inside(date), post.row(date)):  # "Posted by Ann | DATE" below the text
            beside = [p for n, p in _shown(post, row.start, row.stop) if not _says(post, n, date)]
            runs = (
                runs
                or [
                    t
                    for p in beside
                    if without_date(t := p.text) and not (NO_NAME.match(t) or serves(t))
                ][:1]
            )
        if not runs:
            last = post.parts[last - 1].end if last > first else last
            below = [
                p.text for n, p in _shown(post, last, len(post.parts)) if not post.holds(date, n)
            ]
            return Runs(below, worded=True) if len(below) == 1 else None
    return Runs(runs) if 0 < len(runs) <= MAX_RUNS else None


def _shown(post: Post, start: int, stop: int) -> Iterator[tuple[int, Part]]:
    for number in range(start, stop):
        part = post.parts[number]
        if part.text and not post.dead[number]:
            yield number, part


def _says(post: Post, number: int, date: int) -> bool:
    """Tell a run in a paragraph or an element of text that the date does not stand in."""
    above = post.parts[number].above
    while above >= 0 and not post.within(date, above):
        part = post.parts[above]
        if part.tag in BLOCKS or part.role.body:
            return True
        above = part.above
    return False


def names_told(found: Sequence[Runs], words: tuple[str, str] | None) -> list[str | None]:
    """Give the name of each post; `words` stand around the other names of the page."""
    found = _without_numbers(found)
    common = _common(found)
    words = words or _said(found)
    lines = [_line(runs, words, common) for runs in found]
    worded = {line for runs, line in zip(found, lines, strict=True) if runs.worded}
    if len(worded) == 1:  # what all dates stand beside: "Posted on"
        (same,) = worded
        if words is None or not any(words) or not stands_in(same, words):
            lines = [line if line != same else "" for line in lines]
    known = [n for n, line in enumerate(lines) if line]
    names: list[str | None] = [None] * len(found)
    told = names_beside(_uncounted([lines[n] for n in known]), words)
    for number, name in zip(known, told, strict=True):
        names[number] = None if name and _SENTENCE.search(name) else name
    return _placeless(names)


def _without_numbers(found: Sequence[Runs]) -> Sequence[Runs]:
    """Give the runs without the numbers of the posts: "2. Posted by Ann 3 May 2021"."""
    if not all(runs.worded and len(runs.texts) == 1 for runs in found):
        return found
    lines = _uncounted([runs.texts[0] for runs in found])
    return [Runs([line], worded=True) for line in lines]


def _placeless(names: list[str | None]) -> list[str | None]:
    """Take the places from "Ann, Hove, UK": all names have a comma, some have more than others.

    "Lee, Ann" has one on all of a page.
    """
    commas = {name.count(", ") for name in names if name}
    if len(commas) < 2 or 0 in commas or len({*names}) < MANY:  # noqa: PLR2004 - not all the same
        return names
    return [name and name.partition(", ")[0] for name in names]


def _said(found: Sequence[Runs]) -> tuple[str, str] | None:
    """Give the words that all lines with a name and a date share: "Ann said on May 3, 2021"."""
    lines = [without_date(text) for runs in found if runs.worded for text in runs.texts[:1]]
    words = shared_words(lines) if len(lines) >= MIN_LINES else None
    return words if words is not None and _SPOKEN_WORDS.search(" ".join(words)) else None


def _common(found: Sequence[Runs]) -> set[str]:
    """Give the runs that most posts of several runs have."""
    several = [set(runs.texts) for runs in found if len(runs.texts) > 1]
    counts = Counter(text for texts in several for text in texts)
    return {text for text, count in counts.items() if count > 1 and count >= MOSTLY * len(several)}


def _line(runs: Runs, words: tuple[str, str] | None, common: set[str]) -> str:
    """Give the one run that can hold the name, or nothing; less the date that stands in it."""
    left = [text for text in runs.texts if text not in common] or runs.texts
    if len(left) != 1 or len(left[0]) > MAX_NAME:
        return ""
    if runs.worded:
        line = without_date(left[0])
        if left[0].endswith(":"):
            return SPOKEN.sub("", line)
        if words is None:
            return line if _before_date(left[0]) or _behind_date(left[0]) else ""
        return line if stands_in(line, words) else ""
    return left[0]


def _before_date(text: str) -> bool:
    """Tell "Ann Lee - 3 May 2021", "Ann (3 May 2021)": a name, a sign and a date, nothing else."""
    date = date_in(text)
    before = text.partition(date)[0] if date else ""
    name = before.strip(EDGE + "(")
    if _PARTED.match(before) is None or not is_name(name):
        return False
    first, last = name.split()[0], name.split()[-1]
    return not (first[0].isupper() and last[0].islower())  # "Visited the mill - 3 May 2021"


def _behind_date(text: str) -> bool:
    """Tell "3 May 2021 - Ann Lee": a date, a sign and a name, nothing else."""
    date = date_in(text)
    before, _, behind = text.partition(date) if date else ("", "", "")
    return not before.strip() and _SIGNED.match(behind) is not None and is_name(behind.strip(EDGE))


def _uncounted(lines: Sequence[str]) -> Sequence[str]:
    """Give the lines without the numbers of the posts, if those rise from line to line."""
    counts = [_NUMBERED.match(line) for line in lines]
    numbers = [int(count[1]) for count in counts if count]
    rise = all(one < other for one, other in pairwise(numbers))
    if len(lines) > 1 and rise and len(numbers) == len(lines):
        return [_NUMBERED.sub("", line, count=1) for line in lines]
    return lines
