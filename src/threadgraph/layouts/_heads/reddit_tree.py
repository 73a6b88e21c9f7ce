"""Nest posts in preorder by how many posts stand below each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Shown", "depths_by_count"]


class Shown(NamedTuple):
    """A post's row and how many posts stand below it, if that is told."""

    row: int
    below: int | None


def depths_by_count(
    posts: Sequence[Shown], hidden: Sequence[tuple[int, int]], tops: Sequence[bool | None]
) -> list[int | None]:
    """Give the depths, thread by thread where `tops` tells the posts that begin one.

    `hidden` are rows that stand for posts not shown, with their number. Where the counts do not
    come out with those, they may without: some pages count what they show.
    """
    begins = [0, *(n for n, top in enumerate(tops) if top and n)] if None not in tops else [0]
    depths: list[int | None] = []
    for begin, end in zip(begins, [*begins[1:], len(posts)], strict=True):
        part = posts[begin:end]
        last = posts[end].row if end < len(posts) else None
        inside = [one for one in hidden if one[0] > part[0].row and (last is None or one[0] < last)]
        found = _nested(part, inside)
        depths += _nested(part, []) if None in found and inside else found
    return depths


def _nested(posts: Sequence[Shown], hidden: Sequence[tuple[int, int]]) -> list[int | None]:
    """Nest posts whose counts come out.

    Counts that do not leave all below their top-level post, and what follows, unknown: posts are
    removed without a trace.
    """
    if any(post.below is None for post in posts):
        return [None] * len(posts)
    events = sorted(
        [(post.row, post.below or 0, True) for post in posts]
        + [(row, count, False) for row, count in hidden]
    )
    depths: list[int | None] = []
    open_: list[int] = []  # how many posts each open ancestor still waits for
    certain = 0  # posts up to here nest beyond doubt
    for _, count, shown in events:
        while open_ and open_[-1] == 0:
            open_.pop()
        size = count + shown
        if open_ and open_[-1] < size:
            break
        if not open_ and shown:
            certain = len(depths) + 1
        if open_:
            open_[-1] -= size
        if shown:
            depths.append(len(open_))
            open_.append(count)
    else:
        if not any(open_):
            certain = len(depths)
    return depths[:certain] + [None] * (len(posts) - certain)
