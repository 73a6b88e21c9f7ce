"""Read the posts of a row, and tell rows that only hold the posts of others."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from threadgraph.markup._base import Comment
from threadgraph.markup._dom import Node, classes
from threadgraph.markup._unknown.blocks import Block
from threadgraph.markup._unknown.reading import PostReader
from threadgraph.markup._unknown.rows import Row, held
from threadgraph.records import Status

__all__ = ["SAMPLE", "comments_of", "longest_of", "without_lists"]

SAMPLE = 6
"""Blocks of a group that are read to tell what it is."""
# "#3", "Post #3": no name
_NUMBERED = re.compile(r"\A\W{0,3}(?:[^\W\d]{1,12}\W{0,2})?#\s?\d{1,7}\W{0,3}\Z")
# "comment--removed", "is-deleted": what stands in place of a post
_GONE = re.compile(r"(?:^|[-_])(removed|deleted)$")


def longest_of(blocks: Sequence[Block], numbers: Sequence[int]) -> Node:
    return blocks[max(numbers, key=lambda n: blocks[n].text)].node


def comments_of(
    nodes: Sequence[Node],
    stop: Sequence[Node],
    quotes: Sequence[Node] = (),
    longest: Node | None = None,
) -> tuple[list[Comment], PostReader]:
    """Read posts; names that only the words around them tell are yet to be settled.

    The longest tells best where the text stands.
    """
    reader = PostReader(stop, quotes)
    if longest is not None:
        reader.study(longest)
    comments: list[Comment] = []
    for node in nodes:
        comment = Comment(node=node)
        reader.fill(comment, node)
        if comment.author is not None and _NUMBERED.search(comment.author):
            comment.author, comment.author_state, comment.author_url = None, None, None
        comment.status = _status(node, comment)
        comments.append(comment)
    return comments, reader


def _status(node: Node, comment: Comment) -> Status:
    """Tell what became of a post: one without a name may be called removed by its class."""
    gone = next((m[1] for name in classes(node) if (m := _GONE.search(name))), None)
    if gone is not None and comment.author_state is None:
        return "removed" if gone == "removed" else "deleted"
    return "complete" if comment.text else "empty"


def without_lists(blocks: Sequence[Block], rows: Sequence[Row]) -> list[Row]:
    """Leave out what only holds the posts of other rows, which are smaller."""
    kept: list[Row] = []
    for row in sorted(rows, key=lambda row: row.size):
        if not any(_only_holds(blocks, row, inner) for inner in kept):
            kept.append(row)
    return [row for row in rows if row in kept]


def _only_holds(blocks: Sequence[Block], row: Row, inner: Row) -> bool:
    """Tell lists of posts: without the posts in them they are none."""
    counts = held(blocks, row, inner)
    several = [n for n, count in zip(row.blocks, counts, strict=True) if count > 1]
    if not several or 2 * len(several) < sum(map(bool, counts)):
        return False
    if 2 * sum(_inside(blocks, n, inner) for n in several) < sum(blocks[n].text for n in several):
        return False  # parts of posts: signatures
    stop = [blocks[n].node for n in (*row.blocks, *inner.blocks)]
    comments, _ = comments_of([blocks[n].node for n in several[:SAMPLE]], stop)
    return not any(comment.author and comment.text for comment in comments)


def _inside(blocks: Sequence[Block], number: int, inner: Row) -> int:
    """Give the size of the blocks of a row that stand in the block `number`."""
    first, last = bisect_right(inner.blocks, number), bisect_left(inner.blocks, blocks[number].end)
    return sum(blocks[n].text for n in inner.blocks[first:last])
