"""Make a thread of posts that were read: which answers which, what is said twice left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._answered import named_parents
from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._dom import Node
from threadgraph.markup._levels import levels
from threadgraph.markup._unknown.answering import label, leave_to_words
from threadgraph.markup._unknown.blocks import Block
from threadgraph.markup._unknown.repeats import once, without_notices
from threadgraph.markup._unknown.rows import Row
from threadgraph.markup._unknown.told import says_before

__all__ = ["thread_of"]

# a forum's posts stand in a row, whatever they answer
_ROW = re.compile(r"post(?!ed|-it\b)|message|topic|thread|forum")


def thread_of(
    blocks: Sequence[Block], row: Row, nodes: Sequence[Node], comments: Sequence[Comment]
) -> Thread:
    """Give the thread of the posts that the elements `nodes` hold, which are `row` or of it."""
    flat = row.flat or any(_ROW.search(name) for name in blocks[row.blocks[0]].names)
    said = row.said or says_before(blocks, row.blocks[0])
    depths = levels(nodes, top=said and not flat)
    told = named_parents(nodes)
    for comment, depth, (own, parent) in zip(comments, depths, told, strict=True):
        comment.native_id, comment.native_parent_id = own, parent
        comment.depth = depth if own is None else None if parent or depth else 0
        if parent is not None or depth is not None:
            comment.rules["parent"] = "id of the post answered" if parent else "nesting"
    if not any(parent for _, parent in told):
        label(nodes, comments)
    if not any(depths):
        leave_to_words(comments)
    return Thread(comments=without_notices(once(comments)), article=not row.flat)
