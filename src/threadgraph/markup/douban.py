"""Read answers to reviews and topics of groups on Douban, the Chinese site of books and films.

Last seen: 2020. Not read: the words of what is answered, which are shown cut short; votes.
"""

from __future__ import annotations

import re

from threadgraph.markup._dom import Node, attribute
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

_ID = re.compile(r"c?(\d{1,12})\Z")


def _own(node: Node) -> str | None:
    match = _ID.match(attribute(node, "data-cid", "id") or "")
    return match[1] if match else None


FAMILY = family(
    Rules(
        posts=".comment-item:has(.report-comment), .comment-item:has(.reply-doc)",
        body=(".reply-content", ".report-comment > p", ".reply-doc > p"),
        author=(".author > a", ".reply-doc h4 > a"),
        date=(".pubtime", ".author > span"),
        native=_own,
        label=(".reply-quote .pubdate a",),
        depths=flat,
    ),
    "report-comment",
    "reply-doc",
)
