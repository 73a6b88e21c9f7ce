"""Read Mastodon's pages as its server prints them: a status and the answers to it (last seen 2022).

Which status an answer answers is not shown. Pages since 2023 come without posts.
"""

from __future__ import annotations

import re

from threadgraph.markup._dom import attribute
from threadgraph.markup._rules import Rules, family, flat
from threadgraph.markup._values import Node

__all__ = ["FAMILY"]

_ID = re.compile(r"/(\d{5,20})(?:[/?#]|\Z)")


def _native(node: Node) -> str | None:
    link = node.css_first("a.u-uid, a.detailed-status__datetime, a.status__relative-time")
    match = _ID.search(attribute(link, "href") or "") if link is not None else None
    return match[1] if match else None


FAMILY = family(
    Rules(
        posts=".entry .detailed-status, .entry .status",
        body=(".e-content", ".status__content"),
        author=(".display-name__html", ".p-author .p-name", ".display-name"),
        author_url=("a.detailed-status__display-name, a.status__display-name, .p-author a",),
        date=("time[datetime]", "data.dt-published"),
        permalink=("a.u-uid", "a.detailed-status__datetime", "a.status__relative-time"),
        native=_native,
        depths=flat,
        opening=True,
        article=False,
    ),
    "detailed-status",
)
