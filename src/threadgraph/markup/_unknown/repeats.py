"""Leave out what a page shows twice, and notices at the ends of a row of posts."""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.markup._base import Comment
from threadgraph.markup._dom import attribute
from threadgraph.markup._unknown.judged import MOST
from threadgraph.markup._unknown.rows import FEW

__all__ = ["once", "without_notices"]

MIN_SAME = 20
"""Code points of a text that nobody writes twice by chance."""


def without_notices(comments: Sequence[Comment]) -> list[Comment]:
    """Leave out what stands at the ends of a row of posts and has neither name nor date.

    "Older | Newer", "This thread has been archived" are made alike by some templates.
    """
    told = [n for n, c in enumerate(comments) if c.author_state or c.date or c.moment]
    if len(told) < FEW or len(told) < MOST * len(comments):
        return list(comments)
    kept = comments[told[0] : told[-1] + 1]
    ends = [*comments[: told[0]], *comments[told[-1] + 1 :]]
    return list(comments) if any(c.status != "complete" for c in ends) else list(kept)


def once(comments: Sequence[Comment]) -> list[Comment]:
    """Leave out posts that the page has twice: for two widths of screen, or among the best again.

    These have the same id and the same words, or the same words, name and date in another list.
    """
    seen: set[tuple[str, str | None, str]] = set()
    lists: dict[tuple[str | None, str | None, str], int] = {}
    kept: list[Comment] = []
    for comment in comments:
        name = attribute(comment.node, "id") if comment.node is not None else None
        same = (name or "", comment.author, comment.text)
        above = comment.node.parent if comment.node is not None else None
        around = above.mem_id if above is not None else 0
        told = (comment.author, comment.date or comment.moment, comment.text)
        again = all(told) and len(comment.text) >= MIN_SAME and lists.get(told, around) != around
        if (name and same in seen) or again:
            continue
        seen.add(same)
        lists.setdefault(told, around)
        kept.append(comment)
    return kept
