"""Read comments of Contao (once TYPOlight), a system of many German-speaking sites.

A byline "Kommentar von Ann | DATE" stands above each text; the site's own answer, "Antwort von
Bob", stands in the comment. Last seen: 2024. Not read: the date of answers, which none shows.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._bylines import date_in, without_shared
from threadgraph.markup._dom import HtmlPage, shown
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._values import name_of

__all__ = ["FAMILY"]

_BARE = re.compile(r"[\s|,]{1,9}\Z")


def _finish(_: HtmlPage, thread: Thread) -> None:
    """Name each post by its byline, less the words that all bylines of its level begin with."""
    for depth in {comment.depth for comment in thread.comments}:
        posts = [comment for comment in thread.comments if comment.depth == depth]
        names = [_name(comment) for comment in posts]
        told = without_shared(names) if len({*names}) > 1 else [_last(name) for name in names]
        for comment, name in zip(posts, told, strict=True):
            comment.author, comment.author_state = name_of(name)


def _name(comment: Comment) -> str:
    line = comment.node.css_first("p.info, p.author") if comment.node is not None else None
    text = shown(line) if line is not None else ""
    return _BARE.sub("", text.partition(comment.date or date_in(text) or "\n")[0])


def _last(name: str) -> str:
    """Give the name in the only byline of its kind: all behind "von", "by", "par"."""
    return re.split(r"\s(?:von|by|par|de|di|da|door|av|od)\s", name, maxsplit=1)[-1]


FAMILY = family(
    Rules(
        posts=".comment_default, .comment_default > .reply",
        body=(".comment_default > .comment", ".reply > .comment"),
        author_url=("p.info a[href]",),
        date=("p.info time", "p.info .date"),
        finish=_finish,
    ),
    "comment_default",
)
