"""Read comments of Movable Type 3 to 7 and of TypePad.

The id of a comment is a number or TypePad's `6a00...`; the byline stands above the text or below
it ("Posted by: Ann | DATE"). TypePad's answers of 2011 stand in `.comment-children`, "Ann said in
reply to Bob...". Last seen: 2024. Not read: trackbacks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute
from threadgraph.markup._enclosing import enclosing, has_class
from threadgraph.markup._rules import Rules, family, nested
from threadgraph.markup._unknown.reading import complete

__all__ = ["FAMILY"]

_ID = re.compile(r"comment-(\d{1,12}|6a[0-9a-f]{16,40})\Z")
_ANSWERED = re.compile(r"#comment-(\d{1,12}|6a[0-9a-f]{16,40})\Z")
_BYLINKS = '.byline a[href*="#comment-"], .comment-byline a[href*="#comment-"]'


def _posts(page: HtmlPage) -> list[Node]:
    nodes = page.all('.comment[id^="comment-"]')
    return [node for node in nodes if _ID.match(attribute(node, "id") or "")]


def _depths(owners: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Count TypePad's boxes of answers around a comment; elsewhere comments stand in comments."""
    inside = enclosing(posts, has_class("comment-children"))
    return [*inside] if any(inside) else nested(owners, posts)


def _finish(page: HtmlPage, thread: Thread) -> None:
    """Take "replied to comment from Ann", which links the comment answered."""
    complete(page, thread)
    owners = Owners([comment.node for comment in thread.comments if comment.node is not None])
    for number, links in owners.group(page.all(_BYLINKS)).items():
        comment = thread.comments[number]
        found = (_ANSWERED.search(attribute(link, "href") or "") for link in links)
        others = (match[1] for match in found if match and match[1] != comment.native_id)
        comment.native_parent_id = next(others, None)


FAMILY = family(
    Rules(
        posts=_posts,
        body=('span[id^="comment-6a"][id$="-text"]', ".comment-content", ".comment-body"),
        author=(".vcard.author", ".byline .author", ".comment-author"),
        date=("abbr.published", ".published"),
        drop=".comment-footer, .comment-header, .comment-byline, .comment-reply-link",
        depths=_depths,
        native=_ID,
        marker=re.compile(r"""id=["']comment-(?:\d{1,12}|6a[0-9a-f]{16,40})["']"""),
        finish=_finish,
    ),
    "comment-6a0",
    elsewhere=("movable type", "mt-static", "typepad"),
)
