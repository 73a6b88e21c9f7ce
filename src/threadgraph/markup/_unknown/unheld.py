"""Read posts that no element holds, where the page says that they are comments (see `loose`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._levels import levels
from threadgraph.markup._unknown.blocks import Block
from threadgraph.markup._unknown.common import without_common
from threadgraph.markup._unknown.controls import Controls, people_of, stands_in
from threadgraph.markup._unknown.headings import teases
from threadgraph.markup._unknown.judged import MOST, share
from threadgraph.markup._unknown.loose import Loose, loose_in
from threadgraph.markup._unknown.reading import PostReader
from threadgraph.markup._unknown.rows import Row
from threadgraph.markup._unknown.told import says_before, says_somewhere

__all__ = ["unheld"]

MAX_TRIED = 12
"""Kinds of beginnings some of whose posts are read."""
SAMPLE = 6
MAX_POSTS = 20_000


def unheld(blocks: Sequence[Block], controls: Controls) -> Thread | None:
    """Give the posts of the kind of beginning that makes most of them complete."""
    anywhere = bool(controls) or says_somewhere(blocks)
    found = loose_in(blocks, anywhere=anywhere)
    told = (loose for loose in found if _is_told(blocks, loose, controls))
    row = Row([], frozenset(), said=True, own=False, size=0)
    best: tuple[float, Loose | None] = 0.0, None
    for loose in islice(told, MAX_TRIED):
        step = max(1, len(loose.posts) // SAMPLE)
        sample = _posts(blocks, loose, range(0, len(loose.posts), step)[:SAMPLE])
        complete = share(sample, row) * len(loose.posts)
        best = max(best, (complete, loose), key=lambda pair: pair[0])
    loose = best[1]
    if loose is None or len(loose.posts) > MAX_POSTS:
        return None
    comments = _posts(blocks, loose, range(len(loose.posts)))
    without_common(comments)
    top = blocks[loose.above].said is not None
    nodes = [comment.node for comment in comments if comment.node is not None]
    for comment, depth in zip(comments, levels(nodes, top=top), strict=True):
        comment.depth = depth
        if depth is not None:
            comment.rules["parent"] = "nesting"
    return Thread(comments=comments)


def _is_told(blocks: Sequence[Block], loose: Loose, controls: Controls) -> bool:
    """Tell whether a name or a heading speaks of comments, or most posts can be answered.

    That counts where most tell who wrote them.
    """
    if blocks[loose.above].said is not None:
        return True
    if sum(teases(blocks, span) for span in loose.spans) >= MOST * len(loose.spans):
        return False
    if says_before(blocks, loose.spans[0].start):
        return True
    answered = sum(stands_in(controls, span.start, span.stop) for span in loose.spans)
    if answered < MOST * len(loose.spans):
        return False
    inner = blocks[loose.spans[0].start : loose.spans[-1].stop]
    people = [n + loose.spans[0].start for n in people_of(inner)]
    named = sum(stands_in(people, span.start, span.stop) for span in loose.spans)
    return named >= MOST * len(loose.spans)


def _posts(blocks: Sequence[Block], loose: Loose, numbers: Iterable[int]) -> list[Comment]:
    frame = blocks[loose.above].node
    reader = PostReader(())
    comments: list[Comment] = []
    for number in numbers:
        comment = Comment(node=blocks[loose.spans[number].start].node)
        reader.fill_loose(comment, loose.posts[number], frame)
        comment.status = "complete" if comment.text else "empty"
        comments.append(comment)
    reader.settle()
    reader.weigh_names()
    return comments
