"""Read comments of Serendipity (s9y), a blog system with many German-speaking sites.

Last seen: 2025. Not read: trackbacks (`.serendipity_trackback`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._dom import Node, Owners, attribute
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._unknown.reading import complete

__all__ = ["FAMILY"]

_INDENT = re.compile(r"(?:padding|margin)-left:\s?(\d{1,4})px")
_LEVEL = re.compile(r"(?:^|\s)comment_?level[-_]?(\d{1,2})(?:\s|$)")


def _depths(_: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Take the level from the class, or from the indent, in steps of the smallest one.

    Of flat themes all are 0.
    """
    told = [_LEVEL.search(attribute(post, "class") or "") for post in posts]
    levels = [int(match[1]) for match in told if match]
    if len(levels) == len(posts):
        return [level - min(levels) for level in levels]
    found = [_INDENT.search(attribute(post, "style") or "") for post in posts]
    widths = [int(match[1]) if match else 0 for match in found]
    step = min((width for width in widths if width), default=1)
    return [width // step for width in widths]


FAMILY = family(
    Rules(
        posts='.serendipity_comment[id^="serendipity_comment_"], .serendipity_comment[id^="c"]',
        body=(".serendipity_commentBody", ".comment_content", ".comment-content"),
        author=(
            ".serendipity_comment_source cite",
            ".comment_source_author",
            ".serendipity_comment_author",
            ".comment-author",
        ),
        author_url=(".comment_source_url",),
        date=("time", ".comment_source_ctime", ".comment_source_date"),
        permalink=(".comment_source_trace", ".serendipity_comment_source a[href*='#c']"),
        drop=".serendipity_comment_source, .comment_reply",
        native=re.compile(r"\A(?:serendipity_comment_|c)(\d{1,12})\Z"),
        depths=_depths,
        finish=complete,
    ),
    "serendipity_comment",
)
