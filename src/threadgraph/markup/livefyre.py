"""Read Livefyre, which newspapers used until 2017, as its widget wrote comments into a page.

Last seen: 2017 (archives). Not read: likes.
"""

from __future__ import annotations

import re

from threadgraph.markup._rules import Rules, family
from threadgraph.markup._unknown.reading import complete

__all__ = ["FAMILY"]

FAMILY = family(
    Rules(
        posts="article.fyre-comment-article",
        body=(".fyre-comment", ".fyre-comment-body"),
        author=(".fyre-comment-username",),
        date=(".fyre-comment-date",),
        native=re.compile(r"fyre-comment-([\w-]{1,60})\Z"),
        drop=".fyre-comment-footer, .fyre-comment-head, .fyre-comment-reply",
        marker=re.compile(r"""<article[^<>]{0,200}fyre-comment-article"""),
        more=".fyre-stream-more-container, .fyre-comment-reply-count",
        expected=(".fyre-stream-stats .fyre-num",),
        finish=complete,
    ),
    "fyre-comment-article",
    embedded=True,
)
