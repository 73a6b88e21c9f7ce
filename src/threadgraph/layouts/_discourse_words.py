"""Hold the words that Discourse prints below posts, in its languages."""

from __future__ import annotations

import re

__all__ = ["LIKES", "MAX_LIKES"]

MAX_LIKES = 25
"""One letter more than the longest row of likes has."""

# "1 Like", "12 Likes", "3 „Gefällt mir“"
LIKES = re.compile(
    r"^\d{1,4} (?:likes?|„gefällt mir“|(?:« )?j['’]aime(?: »)?|me gusta|curtidas?|mi piace|"
    r"polubie\w{2,4}|gillning(?:ar)?|лайк(?:а|ов)?|вподобан\w{1,3}|beğeni|tykkäys(?:tä)?|"
    r"to se (?:mi )?líbí|个赞|個讚|「いいね！」)$",
    re.IGNORECASE,
)
