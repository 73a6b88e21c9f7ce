"""Find the comments below answers that pages mark for machines, where they leave the comments out.

Each stands in an answer or a question, is called a comment by its class, has name, date and text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute, classes, shown
from threadgraph.markup._levels import levels
from threadgraph.markup._unknown.reading import PostReader

__all__ = ["add_remarks"]

_SOUGHT = '[class*="omment"]'
_MARKED = "[itemtype], [typeof], [itemprop][itemscope]"
# "comment", "Comment--level-0", "qa-comment-item", "c-comment"
_CALLED = re.compile(
    r"(?:[a-z]{1,4}[-_])?comment(?:[-_]{0,2}(?:item|box|view|card|block|row|entry|level|depth|\d+))*\Z"
)
_TAGS = frozenset("div li article section tr td".split())


def add_remarks(page: HtmlPage, thread: Thread) -> None:
    """Put such comments below the posts that hold them, if each that the page has can be read."""
    posts = [comment.node for comment in thread.comments if comment.node is not None]
    if len(posts) != len(thread.comments):
        return
    owners = Owners(posts)
    found = [
        node
        for node in page.all(_SOUGHT)
        if _is_called(node)
        and owners.around(node) is not None
        and owners.of(node) == owners.around(node)
    ]
    remarks = _read(found, [*posts, *found])
    if remarks:
        _hang(thread.comments, remarks, owners)
        _put(page, thread, remarks)


def _read(nodes: Sequence[Node], stop: Sequence[Node]) -> list[Comment]:
    """Read them all; those that only hold others may have no name."""
    reader = PostReader(stop)
    remarks = [Comment(node=node) for node in nodes]
    for remark, node in zip(remarks, nodes, strict=True):
        reader.fill(remark, node)
    reader.settle()
    whole = [bool(r.author and r.text and (r.date or r.moment)) for r in remarks]
    inner = Owners(nodes)
    frames = {inner.around(node) for node in nodes}
    if any(number not in frames and not told for number, told in enumerate(whole)):
        return []
    return [remark for remark, told in zip(remarks, whole, strict=True) if told]


def _is_called(node: Node) -> bool:
    if node.tag not in _TAGS or attribute(node, "itemprop", "itemtype", "typeof"):
        return False
    return any(_CALLED.match(name.lower()) for name in classes(node)) and bool(shown(node))


def _hang(comments: Sequence[Comment], remarks: Sequence[Comment], owners: Owners) -> None:
    """Give each its depth: below its post, or as much deeper as the page shows."""
    own = {remark.node.mem_id: remark for remark in remarks if remark.node is not None}
    nodes = [remark.node for remark in remarks if remark.node is not None]
    for number, group in owners.group(nodes).items():
        above = comments[number].depth
        for node, step in zip(group, levels(group, top=True), strict=True):
            remark = own[node.mem_id]
            if step is not None and above is not None:
                remark.depth = above + 1 + step
                remark.rules["parent"] = "the answer around"


def _put(page: HtmlPage, thread: Thread, remarks: Sequence[Comment]) -> None:
    """Put them among the posts, in page order."""
    order = {n.mem_id: place for place, n in enumerate(page.all(f"{_MARKED}, {_SOUGHT}"))}
    together = [*thread.comments, *remarks]
    nodes = [comment.node for comment in together]
    places = [order.get(node.mem_id, -1) if node is not None else -1 for node in nodes]
    if -1 not in places:
        ranked = sorted(range(len(together)), key=places.__getitem__)
        thread.comments = [together[number] for number in ranked]
        if thread.expected is not None:
            thread.expected += len(remarks)  # pages count answers alone
