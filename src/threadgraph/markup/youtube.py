"""Read comments below videos of YouTube, as the site printed them from 2007 to 2010.

The newest come first. Not read: votes, which comment an answer answers, and the pages since 2011,
whose comments no file of the page holds.
"""

from __future__ import annotations

import re

from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

FAMILY = family(
    Rules(
        posts="div.watch-comment-entry",
        body=("div.watch-comment-body",),
        author=("a.watch-comment-auth",),
        date=("span.watch-comment-time",),
        native=re.compile(r"([\w-]{8,60})\Z"),
        depths=flat,
    ),
    "watch-comment-entry",
)
