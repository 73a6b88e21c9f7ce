"""Tell names from ranks that stand twice above the counters: phpBB's pictures of both have words.

"Ann, Ann, Joined: ..." is a name with its picture, "Ann, Guru, Guru, Joined: ..." a rank with its
stars. Which of them a page has, one post of it tells for all. In Markdown the name is a link.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.joining import is_joined
from threadgraph.layouts._boards.card_words import is_filtered
from threadgraph.layouts._boards.forum import Head, is_chrome
from threadgraph.layouts._boards.rows import Row, is_markdown, linked_name
from threadgraph.layouts._boards.title import is_column
from threadgraph.layouts._phpbb.marks import MAX_PROFILE
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.layouts._text.page import TextPage
from threadgraph.names import is_role

__all__ = ["above_ranks"]

MIN_HEADS = 3
MOST = 0.7
MAX_CARD = 12
"""Rows below a name among which the day of joining stands."""


def above_ranks(page: TextPage, rows: Sequence[Row], heads: list[Head]) -> list[Head]:
    """Give the heads with the names above what stands twice, where that is a rank.

    A line filter that drops rows of one word leaves no way to tell.
    """
    if is_markdown(page):
        return _linked(page, rows, heads)
    twice = [n for n, head in enumerate(heads) if _stands_twice(rows, head)]
    if twice and is_filtered(rows):
        return [replace(h, author=None) if n in twice else h for n, h in enumerate(heads)]
    if not twice:
        return _below_blanks(rows, heads)
    if not _are_ranks(rows, heads, twice):
        return heads
    lows = _lows(heads)
    found = list(heads)
    for number in twice:
        above = heads[number].first - 1
        told = above >= lows[number] and _is_name(rows[above])
        first = above if told else heads[number].first
        found[number] = replace(
            heads[number], first=first, author=rows[above].text if told else None
        )
    return found


def _lows(heads: Sequence[Head]) -> list[int]:
    """Give the row below each head before, from which on the next may begin."""
    return [0, *(head.last + 1 for head in heads)]


def _linked(page: TextPage, rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """Name what has no name by the link to a member that is all of a row above the counters."""
    found = list(heads)
    for number, (low, head) in enumerate(zip(_lows(heads), heads, strict=False)):
        for above in range(head.last - 1, max(low, head.last - MAX_CARD) - 1, -1):
            name = None if head.author else linked_name(page, rows[above])
            if name is not None and name == rows[above].text:
                found[number] = replace(head, first=min(above, head.first), author=name)
                break
    return found


def _below_blanks(rows: Sequence[Row], heads: list[Head]) -> list[Head]:
    """Name those whose counters have one or two rows above, and a blank line above these.

    The first is the name, the other the rank, where most posts below the first have such rows.
    """
    if len(heads) < MIN_HEADS or any(head.author for head in heads) or is_filtered(rows):
        return heads
    found = [_parted(rows, low, head) for low, head in zip(_lows(heads), heads, strict=False)]
    told = [name for name in found[1:] if name is not None]
    if len(told) < MOST * (len(heads) - 1) or len({rows[name].text for name in told}) == 1:
        return heads
    return [
        head if name is None else replace(head, first=name, author=rows[name].text)
        for head, name in zip(heads, found, strict=True)
    ]


def _parted(rows: Sequence[Row], low: int, head: Head) -> int | None:
    """Give the row below the blank line, of at most two above the counters."""
    above = head.first - 1
    if above < low or rows[head.first].gap or not _is_name(rows[above]):
        return None
    if not rows[above].gap and above > low and not is_role(rows[above - 1].text):
        above -= 1
    return above if rows[above].gap and _is_name(rows[above]) else None


def _stands_twice(rows: Sequence[Row], head: Head) -> bool:
    below = head.first + 1
    return (
        head.author is not None
        and below < head.last
        and rows[head.first].text == rows[below].text == head.author
    )


def _are_ranks(rows: Sequence[Row], heads: Sequence[Head], twice: Sequence[int]) -> bool:
    """Tell by a post that has both, by the first, or by members who joined on different days."""
    if any(_has_both(rows, head) for head in heads):
        return True
    first = heads[twice[0]].first if twice[0] == 0 else 0
    if first and is_column(rows[first - 1].text):
        return False
    if first > 1 and is_column(rows[first - 2].text):
        return True
    days: dict[str, set[str]] = defaultdict(set)
    for number in twice:
        days[heads[number].author or ""].update(_joined(rows, heads[number]))
    return any(len(found) > 1 for found in days.values())


def _has_both(rows: Sequence[Row], head: Head) -> bool:
    """Tell a name above a rank that stands twice."""
    rank = head.first + 1
    return (
        head.author == rows[head.first].text
        and rank + 1 < head.last
        and bool(rows[rank].text)
        and rows[rank].text == rows[rank + 1].text != head.author
    )


def _joined(rows: Sequence[Row], head: Head) -> Iterator[str]:
    for row in rows[head.first : min(head.last + 1, head.first + MAX_CARD)]:
        label, colon, day = row.text[:MAX_PROFILE].partition(":")
        if colon and is_joined(label.strip()):
            yield day


def _is_name(row: Row) -> bool:
    return looks_like_name(row.text) and not is_chrome(row) and not is_column(row.text)
