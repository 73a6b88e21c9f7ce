"""Find what main-content extractors leave between the posts of Invision 5, which is little.

Version 5 prints the topic's figures in a box below the first post: "• Replies 154", who wrote most,
and the beginnings of popular posts, indented or in items.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from threadgraph.caseless import Caseless
from threadgraph.layouts._boards.forum import is_chrome
from threadgraph.layouts._boards.rows import Row, is_markdown
from threadgraph.layouts._boards.words import FORUM_END
from threadgraph.layouts._ipb.words import END, FEATURED, FIGURES
from threadgraph.layouts._text.names import MAX_NAME, looks_like_name
from threadgraph.layouts._text.page import TextPage

__all__ = ["Remains", "remains_of"]

MIN_SIGNATURE = 30
MAX_SIGNATURE = 250
MIN_NAME = 3
MIN_CLOSED = 3
"""Posts that end with the same name, from which it is a signature: fewer may be chance."""

WIDE = 3
"""Blank lines that stand where something was dropped between two posts."""

MAX_QUOTE_HEAD = 120
_STOP = re.compile(r"[.?!…)\"”:;,*]$")
_SENTENCE_END = re.compile(r"[.?!…][)\"”'’]{0,2}$")
# "10 hours ago, Ann said:", "On 4/2/2024 at 5:13 PM, Ann said:", "vor 2 Stunden schrieb Ann:",
# "Am 2.4.2024 um 17:13 schrieb Ann:", "Il y a 2 heures, Ann a dit :"
_QUOTE = re.compile(
    r"^(?:(?:just now|\d{1,2} \w{3,8} ago|on .{4,30}?), (?P<en>\S.{0,60}?) said|"
    r"(?:gerade eben|vor \d{1,2} \w{4,8}|am .{4,30}?) schrieb (?P<de>\S.{0,60}?)|"
    r"(?:à l’instant|il y a \d{1,2} \w{4,8}|le .{4,30}?), (?P<fr>\S.{0,60}?) a (?:dit|écrit)|"
    r"(?:hace \d{1,2} \w{4,8}|(?:en|el) .{4,30}?), (?P<es>\S.{0,60}?) dijo|"
    r"(?:\d{1,2} \w{3,8} fa|(?:il|in data) .{4,30}?), (?P<it>\S.{0,60}?) ha (?:detto|scritto))"
    r" ?:$",
    re.IGNORECASE,
)
_BADGE = Caseless(r"^(?:author|autor|auteur|autore|ersteller)$")


class Remains(NamedTuple):
    """Row numbers: the first post's, those of marks that open posts, those that are no text.

    `apart` are the rows of the box and of `signatures`; `badges` stand above a text.
    """

    first: int
    end: int
    begins: frozenset[int]
    apart: frozenset[int]
    badges: frozenset[int]
    signatures: frozenset[int]


def remains_of(page: TextPage, rows: Sequence[Row]) -> Remains | None:
    """Give what is left between the posts, or None where no heading and box are of Invision."""
    if is_markdown(page):
        return None
    heading = next((n for n, row in enumerate(rows) if FEATURED.match(row.text[:60])), None)
    if heading is None:
        return None
    first = heading + 1
    end = next((n for n in range(first, len(rows)) if _ends(rows[n])), len(rows))
    box = _box(rows, first, end)
    heads = [n for n in range(first, end) if _quoted_in(rows[n]) is not None]
    if not box or not heads:
        return None
    quoted = _quotations(rows, heads, end)
    badges = {n for n in range(first, end) if rows[n].mark and _BADGE.match(rows[n].text)}
    marks = {*heads, *badges, end}
    signatures = _signatures(rows, first, end, quoted, marks) - set(box)
    begins = {box[-1] + 1, *_wide(rows, first, end, quoted), *badges}
    below = signatures | _signed(rows, first, end, quoted)
    begins |= {n + 1 for n in below if n + 1 not in signatures}
    begins |= _opening_heads(rows, heads, begins)
    return Remains(
        first=first,
        end=end,
        begins=frozenset(n for n in begins if first < n < end and n - 1 not in badges),
        apart=frozenset({*box, *signatures}),
        badges=frozenset(badges),
        signatures=frozenset(signatures),
    )


def _ends(row: Row) -> bool:
    return len(row.text) <= 2 * MAX_SIGNATURE and (END.match(row.text) or FORUM_END.match(row.text))


def _quoted_in(row: Row) -> str | None:
    """Give the name in "2 hours ago, Ann said:", or None."""
    if row.mark or row.text[-1:] != ":" or len(row.text) > MAX_QUOTE_HEAD:
        return None
    found = _QUOTE.match(row.text)
    return next(filter(None, found.groups())) if found else None


def _box(rows: Sequence[Row], first: int, end: int) -> range:
    """Give the rows of the topic's figures: from "• Replies 154" to the last item or title."""
    top = next((n for n in range(first, end) if rows[n].mark and FIGURES.match(rows[n].text)), None)
    if top is None:
        return range(0)
    last = top
    while last + 1 < end and _in_box(rows, last + 1):
        last += 1
    return range(top, last + 1)


def _in_box(rows: Sequence[Row], number: int) -> bool:
    """Tell an item, an indented row, or a title right above one."""
    row = rows[number]
    if row.mark or row.indent:
        return True
    near = rows[number + 1 : number + 3]
    titled = len(row.text) <= MAX_SIGNATURE // 5 and not _STOP.search(row.text)
    return titled and any(below.mark or below.indent for below in near)


def _quotations(rows: Sequence[Row], heads: Sequence[int], end: int) -> set[int]:
    """Give the rows below the heads that repeat what stands above."""
    firsts: dict[str, int] = {}
    for number in range(end):
        firsts.setdefault(rows[number].text, number)
    found: set[int] = set()
    for head in heads:
        number = head + 1
        while number < end and firsts[rows[number].text] < head:
            found.add(number)
            number += 1
    return found


def _signatures(
    rows: Sequence[Row], first: int, end: int, quoted: set[int], marks: set[int]
) -> set[int]:
    """Give rows that come again outside of quotations, and stand above a mark at least once.

    A quoted sentence whose head was dropped comes again, too: no signature ends as one does.
    """
    places = [
        n
        for n in range(first, end)
        if n not in quoted
        and not rows[n].mark
        and MIN_SIGNATURE <= len(rows[n].text) <= MAX_SIGNATURE
        and not _SENTENCE_END.search(rows[n].text)
    ]
    counts = Counter(row.text for row in rows[first:end])
    again = {n for n in places if counts[rows[n].text] > 1}
    sure = {rows[n].text for n in again if n + 1 in marks}
    found = {n for n in again if rows[n].text in sure}
    for number in range(end - 1, first, -1):
        if number in found and rows[number].gap == 0 and counts[rows[number - 1].text] > 1:
            found.add(number - 1)
    return found


def _signed(rows: Sequence[Row], first: int, end: int, quoted: set[int]) -> set[int]:
    """Give rows that hold a name with which somebody closes several posts."""
    places = [
        n
        for n in range(first, end)
        if n not in quoted and _is_alone(rows[n]) and looks_like_name(rows[n].text)
    ]
    counts = Counter(rows[n].text for n in places)
    return {n for n in places if counts[rows[n].text] >= MIN_CLOSED}


def _is_alone(row: Row) -> bool:
    """Tell a row that can be a name at a text's end: chrome, items and headings are none."""
    fits = MIN_NAME <= len(row.text) <= MAX_NAME // 2 and row.text[0].isupper()
    return fits and row.gap > 0 and not (row.mark or row.indent or is_chrome(row))


def _wide(rows: Sequence[Row], first: int, end: int, quoted: set[int]) -> set[int]:
    """Give the rows below gaps that something dropped left, where a sentence ends above."""
    return {
        n
        for n in range(first + 1, end)
        if rows[n].gap >= WIDE
        and n not in quoted
        and n - 1 not in quoted
        and not rows[n].mark
        and _SENTENCE_END.search(rows[n - 1].text)
    }


def _opening_heads(rows: Sequence[Row], heads: Sequence[int], begins: set[int]) -> set[int]:
    """Give the heads that open posts: who quotes the same member again writes on."""
    found: set[int] = set()
    last: str | None = None
    places = sorted(begins)
    for above, number in zip([-1, *heads], heads, strict=False):
        if bisect_right(places, above) < bisect_right(places, number):
            last = None  # a post begins between
        name = _quoted_in(rows[number])
        if name != last:
            found.add(number)
        last = name
    return found
