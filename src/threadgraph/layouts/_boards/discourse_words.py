"""Tell the rows that Discourse prints below posts, in its languages."""

from __future__ import annotations

import re

from threadgraph.layouts._boards import forum
from threadgraph.layouts._boards.rows import Row

__all__ = ["is_chrome", "is_likes"]

_MAX_LIKES = 25
"""One letter more than the longest row of likes has."""

# "1 Like", "12 Likes", "3 „Gefällt mir“"
_LIKES = re.compile(
    r"^\d{1,4} (?:likes?|„gefällt mir“|(?:« )?j['’]aime(?: »)?|me gusta|curtidas?|mi piace|"
    r"polubie\w{2,4}|gillning(?:ar)?|лайк(?:а|ов)?|вподобан\w{1,3}|beğeni|tykkäys(?:tä)?|"
    r"to se (?:mi )?líbí|个赞|個讚|「いいね！」)$",
    re.IGNORECASE,
)


def is_likes(row: Row) -> bool:
    """Tell "2 Likes", the row below a text."""
    return bool(_LIKES.match(row.text[:_MAX_LIKES]))


def is_chrome(row: Row) -> bool:
    """Tell a row of any forum's chrome, or of likes."""
    return forum.is_chrome(row) or is_likes(row)
