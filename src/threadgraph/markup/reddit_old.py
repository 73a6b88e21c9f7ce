"""Read old.reddit.com: things in things (last seen 2025).

The submission is the page's article. On the page of one comment, its link "parent" names what it
answers. Posts that the page offers to load are counted.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._story import hang, owners_of, with_story
from threadgraph.markup._values import number_of

__all__ = ["FAMILY"]

_OWN = re.compile(r"t1_(\w{1,16})\Z")
_ANCHOR = re.compile(r"#(\w{1,16})\Z")


def _own_id(node: Node) -> str | None:
    match = _OWN.search(attribute(node, "data-fullname", "id") or "")
    return match[1] if match else None


def _finish(page: HtmlPage, thread: Thread) -> None:
    comments = thread.comments
    parents: list[str | None] = [None] * len(comments)
    for number, links in owners_of(comments).group(page.all(_PARENT)).items():
        match = _ANCHOR.search(attribute(links[0], "href") or "")
        parents[number] = match[1] if match else None
    hang(comments, parents)
    for comment in comments:
        if comment.node is not None:
            comment.author_native_id = attribute(comment.node, "data-author-fullname")
    _STORY(page, thread)


def _points(node: Node) -> int | None:
    """Give the score; a great one is shown rounded ("12.3k"), and exact in the tip."""
    score = number_of(shown(node))
    return number_of(attribute(node, "title") or "") if score is None else score


_PARENT = 'a[data-event-action="parent"], .buttons a.bylink[href^="#"]'

_STORY = with_story(
    Rules(
        posts="#siteTable .thing.link",
        body=("a.title, .usertext-body .md",),
        author=(".tagline a.author", ".tagline .author"),
        date=(".tagline time:not(.edited-timestamp)",),
        score=(".midcol .score.unvoted",),
        native=lambda _: None,
    )
)

FAMILY = family(
    Rules(
        posts=".thing.comment",
        body=(".usertext-body .md", ".usertext-body"),
        author=(".tagline .author", ".tagline > em"),
        date=(".tagline time:not(.edited-timestamp)",),
        permalink=('a[data-event-action="permalink"]', ".buttons .first a.bylink"),
        score=(".tagline .score.unvoted", ".tagline .score"),
        points=_points,
        quote=".usertext-body .md > blockquote",
        native=_own_id,
        hidden=".thing.comment.collapsed",
        marker=re.compile(
            r"""<div[^<>]{0,200}\sid=["']?thing_t1_[^<>]{0,900}"""
            r"""\sdata-type=["']?comment\b"""
        ),
        more=".morechildren .morecomments, .morerecursion .deepthread",
        expected=(".thing.link a.comments", ".commentarea > .panestack-title .title"),
        finish=_finish,
    ),
    "thing_t1_",
    "id-t1_",
)
