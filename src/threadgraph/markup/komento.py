"""Read Komento, a comment extension for Joomla.

Last seen: 2024. Not read: likes, attachments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._dom import Node, Owners, attribute
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._unknown.reading import complete

__all__ = ["FAMILY"]

_ID = re.compile(r"kmt-(\d{1,12})\Z")


def _parent(post: Node) -> str | None:
    match = _ID.match(attribute(post, "parentid", "data-parentid") or "")
    return match[1] if match and match[1] != "0" else None


def _depths(_: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Take the level from the element; None where an old version does not tell it."""
    levels = [attribute(post, "depth", "data-depth") or "" for post in posts]
    return [int(level) if level.isdecimal() else None for level in levels]


FAMILY = family(
    Rules(
        posts='.kmt-item[id^="kmt-"]',
        body=(".kmt-text", ".commentText", ".kmt-content"),
        author=(".kmt-author", ".kmt-head .author"),
        date=(".kmt-time time", ".kmt-time"),
        permalink=("a.kmt-permalink", ".kmt-time a"),
        drop=".kmt-control, .kmt-control-user, .kmt-addon, .kmt-edited",
        native=_ID,
        parent=_parent,
        depths=_depths,
        marker=re.compile(r""" id=["']kmt-\d{1,12}["']"""),
        finish=complete,
    ),
    "kmt-item",
)
