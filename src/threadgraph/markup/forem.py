"""Read comments of Forem (dev.to and communities on its software): posts that stand in posts.

Last seen: 2024; in 2017 the names were `.comment-username`. Not read: the cards of profiles.
"""

from __future__ import annotations

from threadgraph.markup._dom import Node, attribute
from threadgraph.markup._rules import Rules, family

__all__ = ["FAMILY"]


def _native(node: Node) -> str | None:
    return attribute(node, "data-comment-id")


FAMILY = family(
    Rules(
        posts=".single-comment-node",
        body=(".comment__body", ".inner-comment > .body", ".body"),
        author=(".js-comment-username", ".comment-username-inner", ".comment-username",
                ".comment__header > a"),
        author_url=(".comment__header > a[href]", ".details > a[href]"),
        date=(".comment-date time", ".comment-date"),
        permalink=(".comment-date[href]", ".comment-date a[href]"),
        score=(".reactions-count",),
        native=_native,
        expected=(".js-comments-count", ".comments-count"),
    ),
    "single-comment-node",
)  # fmt: skip
