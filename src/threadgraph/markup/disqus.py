"""Read Disqus: the embedded thread as browsers save it, and the lists that plug-ins print.

The thread of today is `li.post` with `.post-content`; that of 2010 to 2012 and the list of the
WordPress plug-in for readers without scripts are `li` with ids `dsq-comment-7`. Answers stand in
lists inside, or (2008 to 2011) in the same list, further right. Last seen: 2026. Not read:
reactions, recommended threads.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from threadgraph.markup._answer_links import hang_by_links
from threadgraph.markup._base import Family, Thread, best
from threadgraph.markup._dom import HtmlPage
from threadgraph.markup._levels import levels
from threadgraph.markup._rules import Rules, read_rules
from threadgraph.markup._unknown.reading import complete

__all__ = ["FAMILY"]


def _complete_shown(page: HtmlPage, thread: Thread) -> None:
    """Complete the posts that are shown: in place of the others Disqus offers to show them."""
    complete(page, replace(thread, comments=[c for c in thread.comments if not c.extra]))


def _complete_list(page: HtmlPage, thread: Thread) -> None:
    """Complete the posts of a list; those in one row tell by links or margins what they answer."""
    complete(page, thread)
    comments = thread.comments
    hang_by_links(page, comments)
    nodes = [comment.node for comment in comments if comment.node is not None]
    if not any(comment.depth or comment.native_parent_id for comment in comments):
        for comment, depth in zip(comments, levels(nodes, top=True), strict=True):
            comment.depth = depth


_EMBED = Rules(
    posts="li.post",
    body=(".post-message", ".post-body-inner"),
    author=(".post-byline .author", ".publisher-anchor-color .author", ".author"),
    author_url=(".post-byline .author a", ".author a"),
    date=(".post-meta .time-ago", ".time-ago", "a[data-role=relative-time]"),
    permalink=(".post-meta a.time-ago", "a.time-ago"),
    score=("[data-role=likes]",),
    drop="p:has([data-action=reveal]), .see-more, .post-media, .post-menu, .comment__footer, "
    ".badge",
    label=(".parent-link",),
    gone=".post-body-inner .post-deleted, .post-deleted",
    marker=re.compile(r"""<li[^<>]{0,200}\sid=["']post-\d"""),
    more="a.load-more__button, .load-more-refresh__button",
    expected=(".comment-count",),
    hidden="li.post.minimized",
    finish=_complete_shown,
)
_LIST = Rules(
    posts='li[id^="dsq-comment-"]',
    body=(".dsq-comment-text", ".dsq-comment-message", ".dsq-comment-body"),
    author=(
        ".dsq-commenter-name",
        '[id^="dsq-author-user"]',  # in the next, which a bug of the plug-in begins with an address
        'cite[id^="dsq-cite"]',
        ".dsq-comment-cite",
        ".dsq-comment-header cite",
        ".dsq-comment-header",
    ),
    date=(".dsq-comment-time", ".dsq-header-time a", ".dsq-comment-header time"),
    permalink=(".dsq-comment-time", ".dsq-header-time a"),
    drop=".dsq-comment-footer, .dsq-comment-buttons, .dsq-comment-header, .dsq-remove-message",
    marker=re.compile(r"""<li[^<>]{0,300}\sid=["']dsq-comment-\d"""),
    finish=_complete_list,
)

FAMILY = Family(
    marks=("dsq-comment", "publisher-anchor-color", "post-byline"),
    embedded=True,
    read=best(partial(read_rules, rules=_EMBED), partial(read_rules, rules=_LIST)),
)
