"""Read comments of Substack as its pages of 2018 to 2022 printed them: a table a comment.

Answers stand in the comment they answer. Not read: the pages since 2023, whose classes say nothing.
"""

from __future__ import annotations

import re

from threadgraph.markup._rules import Rules, family
from threadgraph.markup._unknown.reading import complete

__all__ = ["FAMILY"]

FAMILY = family(
    Rules(
        posts=".comment:has(> .comment-content)",
        body=(".comment-body",),
        author=(".comment-meta .commenter-name", ".comment-meta > span:first-child",
                '.comment-meta a[href*="/profile/"]'),
        author_url=('.comment-meta a[href*="/profile/"]', ".comment-head a[href]"),
        date=('.comment-meta > a[href*="/comment"]', ".comment-meta > a:last-child"),
        permalink=('.comment-meta > a[href*="/comment"]',),
        score=(".like-button",),
        native=re.compile(r"\Acomment-(\d{1,12})\Z"),
        ids=('[id^="comment-"]',),
        finish=complete,
    ),
    "comment-rest",
)  # fmt: skip
