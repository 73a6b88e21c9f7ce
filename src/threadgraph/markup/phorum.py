"""Read threads of Phorum 5: its templates "emerald", "lightweight" and those made of them.

Last seen: 2024 (5.2). Not read: attachments, moderators' links.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, shown
from threadgraph.markup._forum import dated, thread_of, user_of
from threadgraph.markup._quoted import Quoted, head_of
from threadgraph.markup._rules import Rules, family, flat
from threadgraph.markup._values import name_of

__all__ = ["FAMILY"]

# "read.php?2,123,124#REPLY", "read.php?2,123,124,quote=1#REPLY", "/read/2/123/124"
_ID = re.compile(r"[,/](\d{1,20})(?:,quote=1)?(?:[#?].{0,60})?\Z")

# what Phorum sets below a text that was changed
_EDITED = re.compile(r"\s+Edited \d{1,4} time\(s\)\. Last edit at .{4,60} by .{1,60}\.\Z")


def _quoted(quote: Node) -> Quoted:
    """Read `blockquote.bbcode > div > strong`, the name alone."""
    name = head_of(quote, "strong")
    return None, name_of(shown(name))[0] if name is not None else None


def _own_id(post: Node) -> str | None:
    """Give the number that the post's links to answer it end in."""
    link = post.css_first(".message-options a[href]")
    match = _ID.search(link.attributes.get("href") or "") if link is not None else None
    return match[1] if match else None


def _finish(page: HtmlPage, thread: Thread) -> None:
    thread_of(title="h1.heading, h1", anchor="msg-{}")(page, thread)
    for comment in thread.comments:
        if match := _EDITED.search(comment.text):
            comment.text = comment.text[: match.start()]
            comment.quotes = [q for q in comment.quotes if q.end <= len(comment.text)]


FAMILY = family(
    Rules(
        posts=".message:has(.message-author):has(.message-body)",
        body=(".message-body",),
        author=(".message-author a[href*='profile']", ".message-author"),
        user=user_of,
        when=dated,
        date=(".message-date", ".generic td:first-child small", ".message-author ~ small", "small"),
        drop=".message-options, .message-moderation, .attachments, .warning, "
        "blockquote.bbcode > div > small",
        quote="blockquote.bbcode",
        heads="blockquote.bbcode > div > strong",
        quoted=_quoted,
        native=_own_id,
        depths=flat,
        marker=re.compile(r"""class=["']message-author\b"""),
        article=False,
        finish=_finish,
    ),
    "message-author",
)
