"""Find names that neither a class nor a tag sets off: before a colon, or in a picture's words."""

from __future__ import annotations

import re

from threadgraph.markup._dom import shown
from threadgraph.markup._unknown.names import PROFILE, is_name
from threadgraph.markup._unknown.post import Post

__all__ = ["called", "pictured"]

_INLINE = frozenset(("span", "font", "i", "em", "u"))
_PICTURE = re.compile(r"avatar|user|author|profile|member|portrait|commenter")


def called(post: Post, date: int | None) -> int | None:
    """Give the element beside the date that ends with a colon: `<span>Ann:</span>`."""
    if date is None:
        return None
    held = post.parts[date].above if post.parts[date].tag == "-text" else date
    above = post.parts[held].above if post.parts[held].tag in _INLINE else held
    for number in range(above + 1, len(post.parts)):
        part = post.parts[number]
        beside = part.tag in _INLINE and part.above == above and number != held
        if beside and shown(part.node).endswith(":") and is_name(post.label(number)):
            return number
    return None


def pictured(post: Post) -> int | None:
    """Give the author's picture whose words are the name: `<img class="avatar" alt="Ann">`."""
    for number, part in enumerate(post.parts):
        if part.tag == "img" and is_name(shown(part.node)):
            near = [part.node, *([post.parts[part.above].node] if part.above > 0 else [])]
            told = [node.attributes.get(name) or "" for node in near for name in ("class", "href")]
            if any(_PICTURE.search(text) or PROFILE.search(text) for text in told):
                return number
    return None
