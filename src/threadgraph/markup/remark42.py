"""Read Remark42, a server of comments, as its widget writes them into a page.

Each thread of answers is a `.thread` in the thread above it. Last seen: 2025. Not read: votes of
readers, comments that a moderator pinned twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._dom import Node, Owners
from threadgraph.markup._enclosing import enclosing, has_class
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._unknown.reading import complete

__all__ = ["FAMILY"]


def _threads(_: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Count the threads around each post, less its own."""
    return [max(0, count - 1) for count in enclosing(posts, has_class("thread"))]


FAMILY = family(
    Rules(
        posts='[id^="remark42__comment-"]',
        body=(".comment__text",),
        author=(".comment__username",),
        date=(".comment__time",),
        permalink=("a.comment__time",),
        score=(".comment__score-value", ".comment-votes__score", ".comment__votes"),
        native=re.compile(r"remark42__comment-([\w-]{1,60})\Z"),
        depths=_threads,
        gone=".comment__text_deleted, .comment_deleted .comment__text",
        marker=re.compile(r"""id=["']remark42__comment-"""),
        expected=(".root__counter", ".comments__counter"),
        finish=complete,
    ),
    "remark42__comment-",
    embedded=True,
)
