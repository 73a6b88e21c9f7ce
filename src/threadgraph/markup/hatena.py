"""Read comments of Hatena Blog: a name, a text and a date in items of a list (last seen 2024)."""

from __future__ import annotations

import re

from threadgraph.markup._dom import Node, attribute
from threadgraph.markup._rules import Rules, family, single

__all__ = ["FAMILY"]


def _account(node: Node) -> str | None:
    return attribute(node, "data-user-name")


FAMILY = family(
    Rules(
        posts="li.entry-comment",
        body=(".comment-content",),
        author=(".comment-user-name [data-user-name]", ".comment-nickname", ".comment-user-name"),
        user=_account,
        date=(".comment-metadata time", ".comment-metadata"),
        permalink=('.comment-metadata a[href*="#comment-"]',),
        depths=single,
        marker=re.compile(r"""class=["']entry-comment["']"""),
    ),
    "entry-comment",
)
