"""Read JComments, the comment extension for Joomla: the flat list and the tree.

In the tree the answers of comment 7 stand in `#comments-list-7`. Last seen: 2025. Not read: votes
of readers, comments that K2 or Komento keep.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._dom import Node, Owners, attribute
from threadgraph.markup._enclosing import enclosing
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._unknown.reading import complete

__all__ = ["FAMILY"]

_LIST = re.compile(r"comments-list-(\d{1,12})\Z")


def _list_of(post: Node) -> str | None:
    """Give the comment whose list of answers the post stands in; "0" is the page's own list."""
    here = post.parent
    while here is not None:
        match = _LIST.match(attribute(here, "id") or "")
        if match:
            return match[1]
        here = here.parent
    return None


def _parent(post: Node) -> str | None:
    above = _list_of(post)
    return None if above == "0" else above


def _depths(_: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Count the lists around each post, less the page's own."""
    return [max(0, count - 1) for count in enclosing(posts, _is_list)]


def _is_list(node: Node) -> bool:
    return _LIST.match(attribute(node, "id") or "") is not None


FAMILY = family(
    Rules(
        posts='[id^="comments-list-"] [id^="comment-item-"]',
        body=('[id^="comment-body-"]', ".comment-body"),
        author=(".comment-author", ".author-homepage"),
        date=(".comment-date",),
        permalink=("a.comment-anchor",),
        score=('[id^="comment-vote-holder-"]', ".comments-vote"),
        drop=".comments-buttons, .comment-anchor, span.quote",
        native=re.compile(r"comment-item-(\d{1,12})\Z"),
        parent=_parent,
        depths=_depths,
        marker=re.compile(r"""id=["']comment-item-\d{1,12}["']"""),
        finish=complete,
    ),
    "comment-item-",
    elsewhere=("jcomments",),
)
