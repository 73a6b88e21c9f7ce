"""Read posts that no element holds, where the page says that they are comments (see `loose`)."""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._levels import levels
from threadgraph.markup._unknown.blocks import Block
from threadgraph.markup._unknown.common import (
    without_common_lines,
    without_common_words,
    without_counts,
)
from threadgraph.markup._unknown.controls import Controls, names_people, offers_answer
from threadgraph.markup._unknown.judged import MOST, share
from threadgraph.markup._unknown.loose import Loose, loose_in
from threadgraph.markup._unknown.reading import PostReader
from threadgraph.markup._unknown.rows import Row, follows

__all__ = ["unheld"]

MAX_TRIED = 12
"""Kinds of beginnings whose posts are read."""


def unheld(blocks: Sequence[Block], controls: Controls) -> Thread | None:
    """Give the posts of the kind of beginning that makes most of them complete."""
    told = [loose for loose in loose_in(blocks) if _is_told(blocks, loose, controls)]
    row = Row([], frozenset(), said=True, own=False, size=0)
    best: tuple[float, Loose, list[Comment]] | None = None
    for loose in told[:MAX_TRIED]:
        comments = _posts(blocks, loose)
        found = share(comments, row) * len(comments)
        if found > (best[0] if best else 0.0):
            best = found, loose, comments
    if best is None:
        return None
    _, loose, comments = best
    without_common_words(comments)
    without_common_lines(comments)
    without_counts(comments)
    top = blocks[loose.above].said is not None
    nodes = [comment.node for comment in comments if comment.node is not None]
    for comment, depth in zip(comments, levels(nodes, top=top), strict=True):
        comment.depth = depth
        if depth is not None:
            comment.rules["parent"] = "nesting"
    return Thread(comments=comments)


def _is_told(blocks: Sequence[Block], loose: Loose, controls: Controls) -> bool:
    """Tell whether a name speaks of comments; else a heading, or that most can be answered.

    That counts where most tell who wrote them.
    """
    if blocks[loose.above].said is not None:
        return True
    named = sum(names_people(blocks, span) for span in loose.spans)
    if named < MOST * len(loose.spans):
        return False
    if follows(blocks, loose.spans[0].start):
        return True
    answered = sum(offers_answer(controls, span.start, span.stop) for span in loose.spans)
    return answered >= MOST * len(loose.spans)


def _posts(blocks: Sequence[Block], loose: Loose) -> list[Comment]:
    frame = blocks[loose.above].node
    reader = PostReader(())
    comments: list[Comment] = []
    for roots, span in zip(loose.posts, loose.spans, strict=True):
        comment = Comment(node=blocks[span.start].node)
        reader.fill_loose(comment, roots, frame)
        comment.status = "complete" if comment.text else "empty"
        comments.append(comment)
    reader.settle()
    return comments
