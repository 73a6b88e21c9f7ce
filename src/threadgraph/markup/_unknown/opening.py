"""Find the post that opens a thread where another template makes it: `div#post_7.postTopic`.

Its id is of the form that the answers' ids have, "post_9", "post_12": one table holds all posts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._unknown.blocks import Block

__all__ = ["opening_of"]

# "post_#", "msg#", "p#": what stands for the numbers of posts in ids
_OF_POSTS = re.compile(r"(?:\A|[-_])(?:p|post|msg|message|topic|forum)[-_]?#\Z")


def opening_of(blocks: Sequence[Block], posts: Sequence[int]) -> int | None:
    """Give the one element before the first of these posts whose id is of the same form."""
    first = posts[0]
    alike = {name for name in blocks[first].names if _OF_POSTS.search(name)}
    for number in posts[1:]:
        alike.intersection_update(blocks[number].names)
    if not alike:
        return None
    tag = blocks[first].tag
    found = [
        n
        for n in range(first)
        if blocks[n].tag == tag and blocks[n].end <= first and not alike.isdisjoint(blocks[n].names)
    ]
    return found[0] if len(found) == 1 else None
