"""Read topics of NodeBB: `[component="post"][data-pid]` of all its themes.

A post that answers another says so (`component="post/parent"`). Last seen: 2026 (4.x). Not read:
events between posts, answers that a click unfolds.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute
from threadgraph.markup._forum import dated, thread_of, user_of
from threadgraph.markup._quoted import Quoted, before, quoted_in
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

_WRITTEN = ':not([component="post/editor"] *)'
"""When a post was written, not edited."""


def _quoted(quote: Node) -> Quoted:
    """Read the paragraph above a quotation: "@ann said in Topic:" with a link to the post."""
    return quoted_in(before(quote))


def _finish(page: HtmlPage, thread: Thread) -> None:
    thread_of(
        current='.pagination .active, [component="pagination"] .active',
        title='[component="topic/title"], [component="post/header"] [component="topic/title"]',
        name="data-username",
    )(page, thread)
    owners = Owners([c.node for c in thread.comments if c.node is not None])
    for node in page.all('[component="post/parent"][data-topid]'):
        number = owners.of(node)
        if number is not None:
            thread.comments[number].native_parent_id = attribute(node, "data-topid")
            thread.comments[number].rules["parent"] = "data-topid"
    for comment in thread.comments:
        if comment.status == "deleted":
            comment.text, comment.quotes = "", []  # "This post is deleted!", in any language
    first = thread.comments[0].node
    index = attribute(first, "data-index") if first is not None else None
    if index is not None:
        thread.comments[0].role = "opening" if index == "0" else "comment"


FAMILY = family(
    Rules(
        posts='[component="post"][data-pid]',
        body=('[component="post/content"]',),
        author=(
            "a.fw-bold[data-username]",
            "[itemprop='author'][data-username]",
            "a.username-field",
            "a[data-username][data-uid]",
            ".post-header meta[itemprop='name']",
        ),
        user=user_of,
        when=dated,
        date=(
            f".post-header .timeago{_WRITTEN}",
            f".post-info .timeago{_WRITTEN}",
            f".timeago[title]{_WRITTEN}",
            "time[datetime]",
        ),
        permalink=("a.permalink", "a.post-index", ".post-header a[href*='/post/']"),
        score=('[component="post/vote-count"]',),
        quoted=_quoted,
        native=lambda post: attribute(post, "data-pid"),
        depths=flat,
        gone='[component="post"].deleted',
        marker=re.compile(r"""component=["']post["']"""),
        expected=('[component="topic/post-count"]',),
        article=False,
        finish=_finish,
    ),
    elsewhere=('component="post"',),
)
