"""Read topics of bbPress, the forum inside WordPress; answers may be nested.

A post is two elements, a header with the date and the post itself. Last seen: 2025 (2.6). Not
read: topics' tags, who favours what.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute, classes
from threadgraph.markup._forum import dated, thread_of, user_of
from threadgraph.markup._quoted import before, climb
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

_NAME = re.compile(r"\Apost-(\d{1,20})\Z")


def _own_id(post: Node) -> str | None:
    """Give the number in the post's classes: `div.post-12.reply`."""
    return next((own[1] for name in classes(post) if (own := _NAME.match(name))), None)


def _answered(post: Node) -> str | None:
    """Give the post before the list that an answer stands in."""
    around = post.parent
    inner = climb(around, lambda node: "bbp-threaded-replies" in classes(node)) if around else None
    above = before(inner) if inner is not None else None
    return _own_id(above) if above is not None else None


def _finish(page: HtmlPage, thread: Thread) -> None:
    thread_of(current=".bbp-pagination-links .current", title=".entry-title", anchor="post-{}")(
        page, thread
    )
    headers: dict[str, Node] = {}
    for node in page.all(".bbp-reply-header, .bbp-topic-header"):
        own = _NAME.match(attribute(node, "id") or "")
        if own:
            headers[own[1]] = node
    for comment in thread.comments:
        header = headers.get(comment.native_id or "")
        date = header.css_first(".bbp-reply-post-date, .bbp-topic-post-date") if header else None
        link = header.css_first("a.bbp-reply-permalink, a.bbp-topic-permalink") if header else None
        if date is not None and comment.date is None:
            comment.date, comment.moment = dated(date)
            comment.rules["date"] = ".bbp-reply-post-date"
        if link is not None:
            comment.url = attribute(link, "href")


FAMILY = family(
    Rules(
        posts="div.reply:has(> .bbp-reply-content), div.topic:has(> .bbp-reply-content), "
        "div.topic:has(> .bbp-topic-content)",
        body=(".bbp-reply-content", ".bbp-topic-content"),
        author=(
            ".bbp-reply-author .bbp-author-name",
            ".bbp-topic-author .bbp-author-name",
            ".bbp-reply-author a:last-of-type",
        ),
        user=user_of,
        when=dated,
        date=(".bbp-reply-post-date", ".bbp-topic-post-date"),
        drop=".bbp-reply-revision-log, .bbp-topic-revision-log, .bbp-signature, .bbp-attachments",
        native=_own_id,
        parent=_answered,
        depths=flat,
        marker=re.compile(r"""class=["']bbp-(?:reply|topic)-header["']"""),
        article=False,
        finish=_finish,
    ),
    "bbp-reply-content",
    "bbp-topic-content",
)
