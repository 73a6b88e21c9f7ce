"""Tell by their ids that blocks are posts, and by their names that they are none.

`<article id="msg5155">` holds one of many messages; a blog's articles have headings besides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._dom import attribute
from threadgraph.markup._unknown.blocks import Block
from threadgraph.markup._unknown.tags import HEADINGS

__all__ = ["are_numbered", "are_others"]

_ID = re.compile(
    r"(?:p|m|c|r|pid|msg|post|message|reply|answer|comment|entry)[-_]?\d{1,12}\Z", re.IGNORECASE
)
_ARTICLES = frozenset(("hentry", "type-post", "teaser"))
# what has a name, a time and a text, and is a shop's or an editor's: "testimonial", "live-blog"
_OTHERS = re.compile(
    r"testimonial|kundenstimme|temoignage|testimonio|depoimento|slider|slide(?:$|[-_])|carousel|"
    r"swiper|slick|event(?:$|[-_s#])|veranstaltung|termin(?:$|[-_e])|agenda|staff|"
    r"team-?member|speaker|vacanc|press-?(?:release|quote)|changelog|release(?:$|[-_s])|"
    r"ticker|live-?blog"
)
# "last_post", "forum-lastpost": each row of a board's index tells of a forum's or topic's last
_LAST = re.compile(
    r"(?:\b|_|forum|topic|thread|node)last[-_]?(?:post|message|reply)(?![a-z])", re.IGNORECASE
)
MAX_ABOVE = 4
"""Elements around a block whose names may tell that."""


def are_numbered(blocks: Sequence[Block], sample: Sequence[int]) -> bool:
    """Tell whether each block's id is that of a message, and none has a heading."""
    ids = [attribute(blocks[n].node, "id") or "" for n in sample]
    if len({*ids}) < len(ids) or not all(map(_ID.match, ids)):
        return False
    return not any(
        not _ARTICLES.isdisjoint(blocks[n].names)
        or any(_is_heading(blocks[inner]) for inner in range(n + 1, blocks[n].end))
        for n in sample
    )


def _is_heading(block: Block) -> bool:
    """Tell a heading, but for that of a quotation: "Ann posted:"."""
    return block.tag in HEADINGS and not block.node.text().rstrip().endswith(":")


def are_others(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether a block's names, or those around it, say that it is something else.

    Or names in it, that it is a row of a board's index.
    """
    inner = (blocks[n] for n in range(number + 1, blocks[number].end))
    if any(_LAST.search(name) for block in inner for name in block.names):
        return True
    for _ in range(MAX_ABOVE):
        if number < 0:
            break
        if any(map(_OTHERS.search, blocks[number].names)):
            return True
        number = blocks[number].above
    return False
