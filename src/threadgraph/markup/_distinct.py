"""Give each post once: selectors find an element and the one around it that is the same post."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from threadgraph.markup._dom import Node, Owners

__all__ = ["Native", "Posts", "distinct"]

Native = re.Pattern[str] | Callable[[Node], str | None]
"""What finds a post's own id in its `id` attribute (group 1), or a function of the element."""


def _own_id(node: Node, native: Native) -> str | None:
    if callable(native):
        return native(node)
    match = native.search((node.id or "").strip())
    return match[1] if match else None


class Posts(NamedTuple):
    """The elements of posts, the id that each has itself, and what finds the posts around."""

    nodes: Sequence[Node]
    ids: Sequence[str | None]
    owners: Owners


def distinct(found: Sequence[Node], native: Native) -> Posts:
    """Leave out an element that stands in one of the same post: `li#comment-7 > div#comment-7`."""
    ids = [_own_id(node, native) for node in found]
    owners = Owners(found)
    outer = [owners.around(node) for node in found]
    kept = [
        number
        for number, (own, above) in enumerate(zip(ids, outer, strict=True))
        if above is None or own is None or own != ids[above]
    ]
    if len(kept) == len(found):
        return Posts(found, ids, owners)
    nodes = [found[number] for number in kept]
    return Posts(nodes, [ids[number] for number in kept], Owners(nodes))
