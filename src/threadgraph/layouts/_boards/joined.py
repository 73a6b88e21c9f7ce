"""Find the user cards with a date of joining, in posts that show no other date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.dates import is_date
from threadgraph.joining import is_joined
from threadgraph.layouts._boards.answers import begins_answer
from threadgraph.layouts._boards.card import card_top, name_row
from threadgraph.layouts._boards.card_words import (
    CARD_WORDS,
    MAX_LABEL,
    MIN_CARDS,
    SCORE,
    dates_joining,
    is_filtered,
    past_counters,
)
from threadgraph.layouts._boards.forum import Head, is_chrome
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.names import is_role

__all__ = ["joined_cards"]

# "Joined Jun 28, 2014 · 6,620 Posts"; main-content extractors leave the date out
_SUMMARY = re.compile(
    r"^(?:Joined|Registriert|Inscrit|Registrado)(?: \S.{5,24}?)? · [\d.,]{1,9}[kK]? [^\W\d_]{3,12}$"
)

MAX_BANNERS = 3

MOST = 0.8
"""Share of cards with a row above that can be a name, from which those are names."""

# "1,088 Posts", below "Joined" and a dot in a row of its own
_POSTS = re.compile(r"^[\d.,]{1,9}[kK]? [^\W\d_]{3,12}$")
# "Discussion Starter #1"
_STARTER = re.compile(r"^discussion starter ?(?:· ?)?#\d{1,6}$", re.IGNORECASE)
_COUNT = re.compile(r"^\d{1,3}(?:[.,]?\d{3}){0,2}$")
_ENDS = frozenset(".!?:;,…")
MIN_PLACES = 2


def joined_cards(rows: Sequence[Row]) -> list[Head]:
    """Find the cards with a date of joining in posts that show no other date.

    A name is told where the avatar's text repeats it, or where most cards have one that stands
    alone above the rest. One or two cards may be chance, but for those.
    """
    words, whole, parted = _places(rows)
    heads: list[Head] = []
    low = 0
    beside = {n for word in words for n in (word - 1, word + 1) if 0 < n < len(rows)}
    for number in sorted(beside | whole):
        first = number if number in whole else _joined(rows, number)
        if first is None or first < low:
            continue
        name = name_row(rows, max(low, first - 2 * MAX_BANNERS), first)
        last = past_counters(rows, number)
        if number in parted:
            last = _past_parted(rows, number)
        elif last == number:
            last = _past_numbers(rows, last)
        if name is not None:
            first = card_top(rows, low, name)
        top = first if name is not None else max(low, number - MAX_BANNERS)
        while first > top and rows[first].gap == 0:
            first -= 1
        author = None if name is None else rows[name].text
        opening = rows[last].text.endswith(" #1") and bool(_STARTER.match(rows[last].text))
        heads.append(Head(first=first, last=last, author=author, opening=opening))
        low = last + 1
    named = _past_places(rows, _with_names(rows, heads))
    scored = len(heads) > 1 and all(_is_score(rows, head.last) for head in heads)
    sure = (
        len(heads) >= MIN_CARDS or scored or len(parted) > 1 or all(head.author for head in named)
    )
    return named if sure else []


def _past_places(rows: Sequence[Row], heads: list[Head]) -> list[Head]:
    """Take the places below counters without labels to the cards, if several show one."""
    told = [_is_place(rows, head.last + 1) for head in heads]
    if sum(told) < MIN_PLACES:
        return heads
    return [replace(head, last=head.last + place) for head, place in zip(heads, told, strict=True)]


def _is_place(rows: Sequence[Row], number: int) -> bool:
    """Tell a short row between a bare counter and a text, none with a gap before it."""
    if number + 1 >= len(rows) or rows[number].gap or rows[number + 1].gap:
        return False
    text = rows[number].text
    short = 0 < len(text) <= MAX_LABEL and text[-1] not in _ENDS and not begins_answer(text)
    return short and not text[0].islower() and bool(_COUNT.match(rows[number - 1].text))


def _places(rows: Sequence[Row]) -> tuple[list[int], set[int], set[int]]:
    """Give the rows that dates of joining stand beside, of whole cards and of parted ones."""
    words = [
        number
        for number, row in enumerate(rows)
        if len(row.text) <= MAX_LABEL and row.text.lower() in CARD_WORDS
    ]
    if not is_filtered(rows):  # filters drop roles of one word
        words += [n for n in range(1, len(rows)) if _is_dated_role(rows, n)]
    words += [n + 1 for n in range(1, len(rows) - 1) if _is_counted(rows, n)]
    whole = {n for n, row in enumerate(rows) if "·" in row.text and _SUMMARY.match(row.text[:80])}
    parted = {n for n in words if _is_parted(rows, n)}
    whole |= parted
    if is_filtered(rows):  # values and labels of one word are gone
        whole.update(n for n in words if _is_score(rows, n))
    return words, whole, parted


def _is_parted(rows: Sequence[Row], number: int) -> bool:
    """Tell "Joined", "·", "140 Posts": the date of joining is out, its link with it."""
    if number + 2 >= len(rows) or not is_joined(rows[number].text):
        return False
    dot, posts = rows[number + 1], rows[number + 2]
    return dot.mark == "·" and not dot.text and bool(_POSTS.match(posts.text))


def _past_parted(rows: Sequence[Row], number: int) -> int:
    """Give the last row of such a card: the count, or the number of the post that began it all."""
    below = number + 3
    return below if below < len(rows) and _STARTER.match(rows[below].text) else below - 1


def _is_score(rows: Sequence[Row], number: int) -> bool:
    return rows[number].text.lower() in SCORE


def _with_names(rows: Sequence[Row], heads: list[Head]) -> list[Head]:
    """Give the cards the names that stand alone above them, if most cards have one.

    Line filters drop names of one word; two blank lines are left.
    """
    lows = [0, *(head.last + 1 for head in heads)]
    found = [
        head if head.author else _named(rows, head, low)
        for head, low in zip(heads, lows, strict=False)
    ]
    alone = sum(head.author is not None for head in found)
    lost = sum(
        old is new and rows[old.first].gap > 1 for old, new in zip(heads, found, strict=True)
    )
    most = MOST * (len(heads) - lost * is_filtered(rows))
    return found if alone >= most and alone > 1 else heads


def _named(rows: Sequence[Row], head: Head, low: int) -> Head:
    """Give a card the name in the row above; a role may stand between, as alone as the name."""
    first = head.first
    if (
        first > low + 1
        and rows[first].gap
        and rows[first - 1].gap
        and is_role(rows[first - 1].text)
    ):
        first -= 1
    if not _names(rows, first, low):
        return head
    return replace(head, first=first - 1, author=rows[first - 1].text)


def _names(rows: Sequence[Row], first: int, low: int) -> bool:
    """Tell whether the row above a card can be a name that stands alone."""
    if first <= low or not rows[first].gap:
        return False
    row = rows[first - 1]
    told = (
        row.text
        and not row.mark
        and not is_role(row.text)
        and not row.text.endswith((":", "?"))
        and row.gap > 0
    )
    return bool(told) and looks_like_name(row.text) and not is_chrome(row)


def _past_numbers(rows: Sequence[Row], last: int) -> int:
    """Give the last row of counters that skins print without their labels."""
    while last + 1 < len(rows) and _COUNT.match(rows[last + 1].text):
        last += 1
    return last


def _is_dated_role(rows: Sequence[Row], number: int) -> bool:
    """Tell a role with a date right below: that of joining, as skins print it without a label."""
    below = rows[number + 1] if number + 1 < len(rows) else None
    if below is None or below.gap or len(below.text) > MAX_LABEL or not below.text[-1:].isdigit():
        return False
    return is_role(rows[number].text) and is_date(below.text)


def _is_counted(rows: Sequence[Row], number: int) -> bool:
    """Tell a title, the date of joining and a count, as skins print them with icons for labels."""
    if not 0 < number < len(rows) - 1:
        return False
    above, row, below = rows[number - 1 : number + 2]
    if row.gap or below.gap or not (row.text[-1:].isdigit() and _COUNT.match(below.text)):
        return False
    return len(above.text) <= MAX_LABEL and not above.mark and is_date(row.text)


def _joined(rows: Sequence[Row], number: int) -> int | None:
    """Give the first row of "Member since / 28 June 2014" or "28 June 2014 / Reaction score"."""
    if not is_date(rows[number].text) or rows[number].mark:
        return None
    role = number > 0 and is_role(rows[number - 1].text)
    if number and (dates_joining(rows, number) or role or _is_counted(rows, number)):
        return number - 1
    following = rows[number + 1].text if number + 1 < len(rows) else ""
    return number if following.lower() in SCORE else None
