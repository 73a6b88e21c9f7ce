"""Read topics of JForum 2: tables made after phpBB's, the date in a row above each post.

Last seen: 2014 (2.1). Not read: karma, attachments.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute
from threadgraph.markup._forum import dated, thread_of
from threadgraph.markup._quoted import Quoted, before, head_of, quoted_in
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

_OWN = re.compile(r"\Apost_text_(\d{1,20})\Z")


def _quoted(quote: Node) -> Quoted:
    """Read `blockquote > div > cite`."""
    return quoted_in(head_of(quote, "cite"))


def _own_id(post: Node) -> str | None:
    cell = post.css_first('[id^="post_text_"]')
    match = _OWN.match(attribute(cell, "id") or "") if cell is not None else None
    return match[1] if match else None


def _finish(page: HtmlPage, thread: Thread) -> None:
    thread_of(title="a.maintitle, .maintitle a", anchor="{}")(page, thread)
    for comment in thread.comments:
        above = before(comment.node) if comment.node is not None else None
        date = above.css_first(".postinfo .date") if above is not None else None
        if date is not None:
            comment.date, comment.moment = dated(date)
            comment.rules["date"] = "row above"


FAMILY = family(
    Rules(
        posts='tr:has(> [id^="post_text_"])',
        body=("span.postbody", '[id^="post_text_"]'),
        author=("td > .genmed b", "td > .genmed", "td b"),
        heads="blockquote > div > cite, blockquote > cite",
        quoted=_quoted,
        native=_own_id,
        depths=flat,
        marker=re.compile(r"""id=["']post_text_\d"""),
        article=False,
        finish=_finish,
    ),
    "post_text_",
)
