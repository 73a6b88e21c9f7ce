"""Read wpDiscuz, the comment plug-in for WordPress: versions 3 to 7.

The id of a comment names the comment that it answers (`wpd-comm-12_7`, `wc-comm-12_0`). Last seen:
2026. Not read: inline feedback on passages of the article, reactions of the bubble.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Thread
from threadgraph.markup._counts import count_told
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._values import number_of

__all__ = ["FAMILY"]

_ID = re.compile(r"(?:wpd|wc)-comm-(\d{1,12})")
_PARENT = re.compile(r"(?:wpd|wc)-comm-\d{1,12}_(\d{1,12})\Z")
_READ_MORE = ".wpdiscuz-readmore, .wpdiscuz-hellip"


def _parent(node: Node) -> str | None:
    match = _PARENT.match(attribute(node, "id") or "")
    return match[1] if match and match[1] != "0" else None


def _expected(page: HtmlPage) -> int | None:
    """Read the exact count, which is shown rounded: "37.6K"."""
    node = page.first(".wpd-thread-info[data-comments-count]")
    told = attribute(node, "data-comments-count") if node is not None else None
    shown_at = (".wpdtc", ".wpd-thread-info", ".wc-comment-count")
    return number_of(told) if told else count_told(page, shown_at)


def _finish(page: HtmlPage, thread: Thread) -> None:
    """Let its place tell whom an answer answers, where the id in its own is no comment's here."""
    known = {comment.native_id for comment in thread.comments}
    for comment in thread.comments:
        if comment.depth and comment.native_parent_id not in known:
            comment.native_parent_id = None
            comment.rules["parent"] = "nesting"
    _cut(page, thread)


def _cut(page: HtmlPage, thread: Thread) -> None:
    """Mark texts that end with "Read more": the rest is loaded on demand."""
    placed = [comment for comment in thread.comments if comment.node is not None]
    owners = Owners([comment.node for comment in placed if comment.node is not None])
    for owner in owners.group(page.all(".wpdiscuz-readmore")):
        placed[owner].status = "truncated"


FAMILY = family(
    Rules(
        posts='.wpd-comment[id^="wpd-comm-"], .wc-comment[id^="wc-comm-"]',
        body=(".wpd-comment-text", ".wc-comment-text"),
        author=(".wpd-comment-author", ".wc-comment-author"),
        date=(".wpd-comment-date", ".wc-comment-date"),
        permalink=("[data-wpd-clipboard]", "[data-comment-url]"),
        score=(".wpd-vote-result", ".wc-vote-result"),
        drop=f"{_READ_MORE}, .wpd-comment-last-edited, .wc-last-edited, .wpd-inline-feedback-info, "
        ".wpd-comment-author-badge, .wpd-user-info, .wc-comment-label, .wpd-comment-label",
        native=_ID,
        parent=_parent,
        label=(".wpd-reply-to a", ".wc-reply-to a"),
        marker=re.compile(r"""id=["'](?:wpd|wc)-comm-\d{1,12}_"""),
        more=".wpd-load-more-submit, .wc-load-more-submit",
        expected=_expected,
        finish=_finish,
    ),
    "wpd-comm",
    "wc-comm-",
)
