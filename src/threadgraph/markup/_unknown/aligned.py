"""Read posts by what stands at the same place in all of them, where no class says what is what."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import repeat

from threadgraph.markup._base import Comment
from threadgraph.markup._dom import Node
from threadgraph.markup._unknown.outline import outline
from threadgraph.markup._unknown.passage import passage
from threadgraph.markup._unknown.places import Placed, find_bodies, find_dates, name_column, placed
from threadgraph.markup._unknown.post import Post
from threadgraph.markup._unknown.quotations import quotations
from threadgraph.markup._values import name_of

__all__ = ["aligned"]

MIN_POSTS = 3
RULE = "its place in all posts"


def aligned(
    nodes: Sequence[Node],
    stop: Sequence[Node],
    quoting: Sequence[Node] = (),
    *,
    sure: bool = False,
) -> list[Comment]:
    """Give the posts with name, date and text; none where these have no place of their own.

    `stop` is what belongs to other posts, `quoting` are the elements that hold quotations. What are
    surely posts may have no dates, or no names.
    """
    known = {node.mem_id for node in stop}
    quoted = {node.mem_id for node in quoting}
    posts = [placed(Post(outline((node,), known))) for node in nodes]
    if len(posts) < MIN_POSTS or not find_bodies(posts):
        return []
    dated = find_dates(posts)
    names = name_column(posts)
    if not (dated and names) and not (sure and (dated or names)):
        return []
    return [
        _comment(node, laid, name, known, quoted)
        for node, laid, name in zip(nodes, posts, names or repeat(None), strict=False)
    ]


def _comment(
    node: Node,
    laid: Placed,
    name: tuple[int, str] | None,
    stop: Collection[int],
    quoting: Collection[int],
) -> Comment:
    post, comment = laid.post, Comment(node=node)
    if name is not None:
        comment.author, comment.author_state = name_of(name[1])
        comment.author_url = post.link_of(name[0])
        comment.rules["author"] = RULE
    if laid.date is not None:
        comment.date, comment.moment = post.moment(post.alone(laid.date))
        comment.rules["date"] = RULE
    heads = {n for n in (laid.date, name[0] if name else None) if n is not None}
    text = passage(post, _body(laid, heads), heads, stop, quoting)
    comment.text = str(text).strip()
    comment.quotes = list(quotations(comment, text.passages))
    comment.rules["text"] = RULE
    return comment


def _body(laid: Placed, heads: set[int]) -> range:
    """Give the parts of the text: the element that holds all of it and neither name nor date."""
    parts = laid.post.parts
    if not laid.body:
        return range(0)
    first, last = laid.body[0], laid.body[-1]
    outer, above = first, parts[first].above
    while above > 0 and not any(above <= n < parts[above].end for n in heads):
        outer, above = above, parts[above].above
    return range(outer, max(parts[outer].end, parts[last].end))
