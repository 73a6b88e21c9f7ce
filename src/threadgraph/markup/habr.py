"""Read comments of Habr: today's `tm-comment` and the lists of 2008 to 2020.

Last seen: 2026. Not read: votes behind the score.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._dom import Node, Owners, attribute
from threadgraph.markup._enclosing import enclosing, first_in, has_class
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._unknown.reading import complete

__all__ = ["FAMILY"]

_ID = re.compile(r"comment_(\d{1,12})\Z")
_INDENT = re.compile(r"__indent_l-(\d{1,3})(?!\d)")


def _own(post: Node) -> str | None:
    for value in (attribute(post, "id"), _target(post)):
        match = _ID.search(value or "")
        if match:
            return match[1]
    body = first_in(post, lambda node: "data-comment-body" in node.attributes)
    return attribute(body, "data-comment-body") if body is not None else None


def _target(post: Node) -> str | None:
    anchor = first_in(post, _is_target)
    return attribute(anchor, "name", "id") if anchor is not None else None


def _is_target(node: Node) -> bool:
    """Tell the post's anchor, or (2018) the element in its item that has its id."""
    return node.tag in ("a", "div") and _ID.match(attribute(node, "name", "id") or "") is not None


def _is_indent(node: Node) -> bool:
    return _INDENT.search(attribute(node, "class") or "") is not None


def _parent(post: Node) -> str | None:
    span = first_in(post, lambda node: "data-parent_id" in node.attributes)
    value = attribute(span, "data-parent_id") if span is not None else None
    return value if value and value != "0" else None


def _threads(_: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Take the level from the indent's class, else count the threads around, less its own."""
    threads = has_class("tm-comment-thread", "js-comment", "comment_holder", "comment_item")
    depths: list[int | None] = []
    for post, count in zip(posts, enclosing(posts, threads), strict=True):
        indent = first_in(post, _is_indent)
        match = _INDENT.search(attribute(indent, "class") or "") if indent is not None else None
        around = count if threads(post) else max(0, count - 1)
        depths.append(int(match[1]) if match else around)
    return depths


FAMILY = family(
    Rules(
        posts=".tm-comment-thread__comment, li.content-list__item_comment, "
        "div.comments_list .comment_item, li.comment_holder",
        body=(".tm-comment__body-content", ".comment__message", ".message", ".entry-content"),
        author=(".tm-user-info__username", ".user-info__nickname", ".username a", ".username"),
        date=("time[datetime]", ".comment__date-time", "time", "abbr.published"),
        permalink=("a.tm-comment-thread__comment-link", ".icon_comment-anchor"),
        score=(
            ".tm-votes-lever__score-counter",
            ".tm-votes-meter__value",
            ".voting-wjt__counter",
            ".score",
        ),
        native=_own,
        parent=_parent,
        depths=_threads,
        gone=".tm-comment_deleted, .comment__message_banned, .author_banned",
        finish=complete,
    ),
    "tm-comment-thread",
    "content-list__item_comment",
    "comment_holder",
    "reply_comments",
)
