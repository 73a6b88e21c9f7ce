"""Read the Steam community's discussions, and comments on its profiles, guides and news.

Last seen: 2024. Not read: awards.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Thread, note_anchors
from threadgraph.markup._counts import count_told
from threadgraph.markup._dom import HtmlPage, Node, attribute
from threadgraph.markup._quoted import Quoted, quoted_in
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

# "#c3190241000000001771"
_LINKED = re.compile(r"#c(\d{1,24})\Z")


def _quoted(words: Node) -> Quoted:
    head = words.css_first(".bb_quoteauthor")
    link = head.css_first("a[href]") if head is not None else None
    match = _LINKED.search(attribute(link, "href") or "") if link is not None else None
    return match[1] if match else None, quoted_in(head)[1]


def _finish(page: HtmlPage, thread: Thread) -> None:
    first = thread.comments[0]
    if first.node is not None and "forum_op" in (attribute(first.node, "class") or ""):
        first.role = "opening"
        thread.article = False
        told = count_told(page, (".forum_paging_summary > span:last-of-type",))
        thread.expected = told + 1 if told is not None else None
    note_anchors(thread.comments, "comment_{} forum_op_{}")


FAMILY = family(
    Rules(
        posts='.forum_op[id^="forum_op_"], .commentthread_comment[id^="comment_"]',
        body=(".commentthread_comment_text", ".content"),
        author=(".commentthread_author_link bdi", ".commentthread_author_link", ".forum_op_author"),
        author_url=(".commentthread_author_link", ".forum_op_author"),
        date=(".commentthread_comment_timestamp", ".authorline .date"),
        permalink=(".forum_comment_permlink",),
        quote=".bb_blockquote",
        heads=".bb_quoteauthor",
        quoted=_quoted,
        native=re.compile(r"\A(?:comment|forum_op)_(\d{1,24})\Z"),
        depths=flat,
        gone=".commentthread_deleted_comment",
        finish=_finish,
    ),
    "commentthread_",
)
