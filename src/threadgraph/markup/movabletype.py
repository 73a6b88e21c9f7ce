"""Read comments of Movable Type 3 to 7 and of TypePad.

The id of a comment is a number or TypePad's `6a00...`; the byline stands above the text or below
it ("Posted by: Ann | DATE"). Last seen: 2024. Not read: trackbacks.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._unknown.reading import complete

__all__ = ["FAMILY"]

_ID = re.compile(r"comment-(\d{1,12}|6a[0-9a-f]{16,40})\Z")
_ANSWERED = re.compile(r"#comment-(\d{1,12}|6a[0-9a-f]{16,40})\Z")


def _posts(page: HtmlPage) -> list[Node]:
    nodes = page.all('.comment[id^="comment-"]')
    return [node for node in nodes if _ID.match(attribute(node, "id") or "")]


def _finish(page: HtmlPage, thread: Thread) -> None:
    """Take "replied to comment from Ann", which links the comment answered."""
    complete(page, thread)
    owners = Owners([comment.node for comment in thread.comments if comment.node is not None])
    for number, links in owners.group(page.all('.byline a[href*="#comment-"]')).items():
        comment = thread.comments[number]
        found = (_ANSWERED.search(attribute(link, "href") or "") for link in links)
        others = (match[1] for match in found if match and match[1] != comment.native_id)
        comment.native_parent_id = next(others, None)


FAMILY = family(
    Rules(
        posts=_posts,
        body=(".comment-content", ".comment-body"),
        author=(".vcard.author", ".byline .author", ".comment-author"),
        date=("abbr.published", ".published"),
        drop=".comment-footer, .comment-header, .comment-reply-link",
        native=_ID,
        marker=re.compile(r"""id=["']comment-(?:\d{1,12}|6a[0-9a-f]{16,40})["']"""),
        finish=_finish,
    ),
    "comment-6a0",
    elsewhere=("movable type", "mt-static", "typepad"),
)
