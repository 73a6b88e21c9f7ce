"""Read Lobsters and its sister sites: lists of comments in lists (last seen 2025)."""

from __future__ import annotations

import re

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._story import mark_places, with_story

__all__ = ["FAMILY"]

_NAMES = (
    '.byline > a.u-author, .byline > a[href*="/~"], .byline > a[href*="/u/"]',
    ".byline > .inactive_user",
)
_DATES = (".byline > time", ".byline > span[title]", ".byline time")
# "Comment removed by moderator ann: Spam", "Comment from banned user removed"
_REMOVED = re.compile(
    r"\[?(?:(?:comment|thread) removed by moderator\b.{0,300}|"
    r"comment from banned user removed)\]?\Z",
    re.IGNORECASE,
)


def _short_id(node: Node) -> str | None:
    child = node.child
    while child is not None:
        name = child.attributes.get("data-shortid") if child.tag == "div" else None
        if name:
            return name
        child = child.next
    return None


def _finish(page: HtmlPage, thread: Thread) -> None:
    mark_places(thread.comments, page.all("div.comment[data-shortid]"))
    for comment in thread.comments:
        if _REMOVED.match(comment.text):
            comment.status = "removed"
    _STORY(page, thread)


_STORY = with_story(
    Rules(
        posts="li.story[data-shortid]",
        body=(".link > a, .story_text",),
        author=_NAMES,
        date=_DATES,
        score=(".upvoter", ".score"),
        native=lambda _: None,
    )
)

FAMILY = family(
    Rules(
        posts="li:has(> div.comment[data-shortid])",
        body=(".comment_text",),
        author=_NAMES,
        date=_DATES,
        permalink=('.byline > a[href*="/c/"]', '.byline > a[href*="#c_"]'),
        score=(".voters .score", ".voters .upvoter"),
        native=_short_id,
        hidden=".comment.bad",
        marker=re.compile(r"""<div[^<>]{0,60}\sid=["']?c_[^<>]{1,60}\sdata-shortid="""),
        expected=(".story .comments_label a",),
        finish=_finish,
    ),
    elsewhere=("data-shortid=",),
)
