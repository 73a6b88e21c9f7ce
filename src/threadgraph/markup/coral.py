"""Read Coral (formerly Talk), the comment server of newspapers, as its stream writes comments.

The level of an answer stands in its class (`coral-indent-2`). Last seen: 2025. Not read:
reactions, featured comments above the stream.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._dom import Node, Owners, attribute
from threadgraph.markup._enclosing import first_in
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._unknown.reading import complete

__all__ = ["FAMILY"]

_LEVEL = re.compile(r"\bcoral-indent-(\d{1,2})(?!\d)")


def _levels(_: Owners, posts: Sequence[Node]) -> list[int | None]:
    return [_level(post) for post in posts]


def _level(post: Node) -> int:
    indent = first_in(post, lambda node: _LEVEL.search(attribute(node, "class") or "") is not None)
    here = indent if indent is not None else post.parent
    match = _LEVEL.search((attribute(here, "class") or "") if here is not None else "")
    return int(match[1]) if match else 0


FAMILY = family(
    Rules(
        posts=".coral-comment",
        body=(".coral-comment-content",),
        author=(".coral-comment-username", ".coral-username"),
        date=(".coral-comment-timestamp", ".coral-timestamp", "time"),
        native=re.compile(r"comment-([0-9a-f-]{8,40})\Z"),
        label=(".coral-comment-inReplyTo-username",),
        depths=_levels,
        gone=".coral-tombstone, .coral-comment-tombstone",
        more=".coral-loadMore, .coral-showAllReplies",
        finish=complete,
    ),
    "coral-comment",
    embedded=True,
)
