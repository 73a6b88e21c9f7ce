"""Read Lemmy's own pages, lists and blocks of comments that nest (last seen 2025).

The post is the page's article. Not read: other front ends, which have markup of their own.
"""

from __future__ import annotations

import re
from datetime import datetime

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._story import mark_places, with_story
from threadgraph.markup._values import moment_of

__all__ = ["FAMILY"]

_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th),")
_ID = re.compile(r"\Acomment-(\d{1,12})\Z")


def _when(node: Node) -> tuple[str | None, str | None]:
    """Read an age with the date as its tip: "Friday, October 4th, 2024 at 3:51:58 PM GMT+03:00".

    The tip follows the reader's language; other languages' stay unread.
    """
    tip = attribute(node, "data-tippy-content") or ""
    try:
        at = datetime.strptime(_ORDINAL.sub(",", tip), "%A, %B %d, %Y at %I:%M:%S %p GMT%z")
    except ValueError:
        return moment_of(node)
    return shown(node) or None, at.isoformat()


def _own_id(node: Node) -> str | None:
    child = node.child
    while child is not None:
        match = _ID.match(child.attributes.get("id") or "")
        if match:
            return match[1]
        child = child.next
    return None


def _finish(page: HtmlPage, thread: Thread) -> None:
    mark_places(thread.comments, page.all('.comment-node[id^="comment-"]'))
    _STORY(page, thread)


_STORY = with_story(
    Rules(
        posts=".post",
        body=(".d-block .post-title h1, #postContent", ".post-title h1, #postContent"),
        author=(".person-listing > span", ".person-listing"),
        author_url=("a.person-listing",),
        date=(".moment-time",),
        when=_when,
        native=lambda _: None,
    )
)

FAMILY = family(
    Rules(
        posts='.comment:has(> .comment-node[id^="comment-"])',
        body=(".comment-content .md-div", ".comment-content", ".comment-node .md-div"),
        author=(".person-listing > span", ".person-listing"),
        author_url=("a.person-listing",),
        date=(".moment-time", ".unselectable[data-tippy-content]"),
        when=_when,
        permalink=('a.btn[href*="/comment/"], a.btn[href*="/post/"]',),
        score=(".comment-node .unselectable [aria-label]",),
        quote=".md-div > blockquote",
        native=_own_id,
        marker=re.compile(r"""<(?:article|div)[^<>]{0,300}\sid=["']?comment-\d"""),
        more=".comment-node:not([id]) > button, .comment-node:not([id]) > a",
        expected=('.post-listing a[href*="scrollToComments"]',),
        finish=_finish,
    ),
    "comment-node",
)
