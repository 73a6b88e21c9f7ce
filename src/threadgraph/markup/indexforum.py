"""Read the forum of Index, the largest of Hungary: postings with links to what they answer.

Last seen: 2015. Not read: votes.
"""

from __future__ import annotations

import re

from threadgraph.markup._dom import Node, attribute
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

# "/Article/viewArticle?a=90401&t=9013"
_ADDRESS = re.compile(r"[?&]a=(\d{1,12})\b")


def _parent(post: Node) -> str | None:
    link = post.css_first("a.art_prev")
    match = _ADDRESS.search(attribute(link, "href") or "") if link is not None else None
    return match[1] if match else None


FAMILY = family(
    Rules(
        posts=".art:has(.art_owner)",
        body=(".art_t", ".art_b"),
        author=(".art_owner",),
        date=(".art_time",),
        permalink=("a.art_cnt",),
        ids=("a[name]",),
        parent=_parent,
        depths=flat,
        article=False,
    ),
    "art_owner",
)
