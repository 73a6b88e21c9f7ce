"""Read comments of DataLife Engine, a system for news that many Russian sites have.

The engine prints the ids (`comment-id-7` around a comment, `comm-id-7` around its text), its
templates the rest. Last seen: 2024. Not read: ratings, the group of the author.
"""

from __future__ import annotations

import re

from threadgraph.markup._rules import Rules, family
from threadgraph.markup._unknown.reading import complete

__all__ = ["FAMILY"]

FAMILY = family(
    Rules(
        posts='[id^="comment-id-"]:has([id^="comm-id-"])',
        body=('[id^="comm-id-"]',),
        author=('a[onclick*="ShowProfile"]', ".comm_author", ".comment-author", ".comm-author"),
        native=re.compile(r"\Acomment-id-(\d{1,12})\Z"),
        drop=".signature",
        quote=".quote",
        marker=re.compile(r"""id=["']comment-id-\d{1,12}["']"""),
        finish=complete,
    ),
    "comment-id-",
)
