"""Read discussions of Moodle's forums, nested, threaded or in a row.

Markup: `article.forum-post-container` (3.8 and later), `div.forumpost` (2.x). An answer stands in a
box `.indent`, and links the post it answers ("Show parent"). Last seen: 2025 (4.x). Not read:
ratings, private answers' marks.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute
from threadgraph.markup._enclosing import enclosing, has_class
from threadgraph.markup._forum import dated, thread_of, user_of
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

_OWN = re.compile(r"\Ap(\d{1,20})\Z")
_LINKED = re.compile(r"[?&;](?:d=\d{1,20}#p|parent=)(\d{1,20})\Z")
MAX_LINKS = 40


def _own_id(post: Node) -> str | None:
    """Give the id of the post: its element's, or that of the anchor before it."""
    told = attribute(post, "data-post-id")
    if told:
        return told
    before = post.prev
    while before is not None and (before.tag or "-")[0] in "-!":
        before = before.prev
    for node in (post, before):
        match = _OWN.match(attribute(node, "id") or "") if node is not None else None
        if match:
            return match[1]
    return None


def _answered(comment: Comment) -> str | None:
    """Give the post that one of the links below the text leads to: any but the post itself."""
    if comment.node is None:
        return None
    for link in comment.node.css(".post-actions a[href], .commands a[href]")[:MAX_LINKS]:
        match = _LINKED.search(attribute(link, "href") or "")
        if match and match[1] != comment.native_id:
            return match[1]
    return None


def _finish(page: HtmlPage, thread: Thread) -> None:
    thread_of(title=".discussionname, h3.discussionname", anchor="p{}")(page, thread)
    comments = thread.comments
    known = {comment.native_id for comment in comments}
    linked = [_answered(comment) for comment in comments[1:]]
    if linked and all(parent in known for parent in linked):
        for comment, parent in zip(comments[1:], linked, strict=True):
            comment.native_parent_id, comment.rules["parent"] = parent, "link to the parent"
        return
    nodes = [comment.node for comment in comments if comment.node is not None]
    depths = enclosing(nodes, has_class("indent"))
    if any(depths) and len(depths) == len(comments):
        for comment, depth in zip(comments, depths, strict=True):
            comment.depth, comment.rules["parent"] = depth, "nesting"


FAMILY = family(
    Rules(
        posts="article.forum-post-container, .forumpost:not(.forum-post-container .forumpost)",
        body=(".post-content-container", ".posting", ".content"),
        author=("address a", ".author a", ".author"),
        user=user_of,
        when=dated,
        date=("address time", "address", ".author"),
        permalink=('.post-actions a[href*="#p"]',),
        drop=".attachedimages, .attachments, .commands, .post-word-count",
        native=_own_id,
        depths=flat,
        marker=re.compile(r"""class=["'][^"'<>]{0,80}\bforumpost\b"""),
        article=False,
        finish=_finish,
    ),
    "forumpost",
    "forum-post-container",
)
