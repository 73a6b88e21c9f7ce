"""Tell blocks that people wrote, where no name of theirs speaks of comments.

Each has an element that its class calls a user's name, or a link to a profile; or the card of a
member of a board, which tells since when; or a link to itself; or all are numbered as messages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.joining import is_joined
from threadgraph.markup._dom import attribute, classes
from threadgraph.markup._unknown.blocks import Block
from threadgraph.markup._unknown.names import PROFILE
from threadgraph.markup._unknown.numbered import are_numbered
from threadgraph.markup._unknown.outline import role_of

__all__ = ["links_itself", "speaks", "surely"]

# "e7", "comment-1402": the number of a post
_ORDINAL = re.compile(r"\d")
_NAME = 3
"""Role of a class from which on it is a user's name, not an article's author's."""
MAX_RUN = 60
"""Code points of a run of text in a member's card."""


def speaks(blocks: Sequence[Block], sample: Sequence[int]) -> bool:
    """Tell whether each of these blocks tells who wrote it, as posts do and teasers do not."""
    return are_numbered(blocks, sample) or all(
        _names_user(blocks, number) or _has_card(blocks, number) or links_itself(blocks, number)
        for number in sample
    )


def surely(blocks: Sequence[Block], sample: Sequence[int]) -> bool:
    """Tell the same where no link to a profile is needed: articles link to their authors, too."""
    return are_numbered(blocks, sample) or all(
        _names_user(blocks, number, linked=False)
        or _has_card(blocks, number)
        or links_itself(blocks, number)
        for number in sample
    )


def _inner(blocks: Sequence[Block], number: int) -> Iterator[Block]:
    return (blocks[n] for n in range(number + 1, blocks[number].end))


def _names_user(blocks: Sequence[Block], number: int, *, linked: bool = True) -> bool:
    return any(
        role_of(block.tag, " ".join(classes(block.node))).author >= _NAME
        or (linked and block.tag == "a" and PROFILE.search(attribute(block.node, "href") or ""))
        for block in _inner(blocks, number)
    )


def links_itself(blocks: Sequence[Block], number: int) -> bool:
    """Tell `<li id="e7">... <a href="/wells#e7">3 May</a>`: it has an address of its own."""
    inner = [blocks[number], *_inner(blocks, number)]
    own = {attribute(block.node, name) for block in inner for name in ("id", "name")}
    links = (attribute(block.node, "href") or "" for block in inner if block.tag == "a")
    ends = {link.rpartition("#")[2] for link in links if "#" in link}
    return any(map(_ORDINAL.search, ends & (own - {None})))


def _has_card(blocks: Sequence[Block], number: int) -> bool:
    """Tell "Joined: 6 Oct 2005", in any language, in one run of text or beginning with a label."""
    for block in (blocks[number], *_inner(blocks, number)):
        here = block.node.child
        while here is not None:
            if here.tag == "-text":
                text = (here.text_content or "").strip()[:MAX_RUN]
                if text and is_joined(text.partition(":")[0].strip()):
                    return True
            here = here.next
    return False
