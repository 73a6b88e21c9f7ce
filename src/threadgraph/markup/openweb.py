"""Read OpenWeb (formerly Spot.IM), the comment server of magazines, as its script writes comments.

The parts of a comment have a `data-spot-im-class`, whatever their classes. Last seen: 2022. Not
read: dislikes, pictures, the stream that stands in a frame or below a shadow root.
"""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.markup._dom import Node, Owners, attribute
from threadgraph.markup._enclosing import enclosing, has_class
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._unknown.reading import complete

__all__ = ["FAMILY"]


def _levels(_: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Count the lists of answers around each post."""
    return [*enclosing(posts, has_class("spcv_children-list"))]


FAMILY = family(
    Rules(
        posts='.spcv_message-view, article[data-spot-im-class="message-view"]',
        body=('[data-spot-im-class="message-text"]', ".spcv_message-text"),
        author=('[data-spot-im-class="message-username"]', ".spcv_username"),
        date=('[data-spot-im-class="message-timestamp"]', "time"),
        native=lambda node: attribute(node, "data-message-id"),
        depths=_levels,
        more=".spcv_load-more-messages, .spcv_show-more-replies",
        finish=complete,
    ),
    "spcv_",
    embedded=True,
)
