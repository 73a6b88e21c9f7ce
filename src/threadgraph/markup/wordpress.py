"""Read WordPress comments: core's classic and HTML5 lists, and themes built on their classes.

Not read: comments that a plug-in takes over (wpDiscuz, Disqus and Jetpack have their own markup).
"""

from __future__ import annotations

import re

from threadgraph.markup._rules import Rules, family

__all__ = ["FAMILY"]

_ID = re.compile(r"(?:li-)?(?:div-)?comment-(\d{1,12})\Z")

FAMILY = family(
    Rules(
        posts='li.comment, li.pingback, li.trackback, div.comment[id^="comment-"], '
        'article.comment[id^="comment-"]',
        body=(".comment-content", ".comment-text", ".comment-body"),
        author=(".comment-author .fn", ".fn", ".comment-author", ".comment-author-link"),
        date=("time[datetime]", ".comment-meta a", ".commentmetadata a", ".comment-date"),
        permalink=(".comment-meta a", ".commentmetadata a", ".comment-permalink"),
        drop=".reply, .comment-reply-link, .comment-meta, .comment-author, .comment-edit-link, "
        ".commentmetadata, .comment-awaiting-moderation",
        native=_ID,
        marker=re.compile(r"""<li[^<>]{0,300}\sid\s*=\s*["']?(?:li-)?comment-\d"""),
    ),
    "comment-author",
    "commentlist",
    "comment-list",
    'id="comment-',
)
