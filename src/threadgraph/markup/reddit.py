"""Read reddit.com since 2023, which has elements of its own: `shreddit-comment` in each other.

The submission is the page's article. Not read: the site of 2018 to 2023, whose classes are random.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute
from threadgraph.markup._rules import Rules, family, nested
from threadgraph.markup._story import with_story
from threadgraph.markup._values import iso_moment, name_of, number_of

__all__ = ["FAMILY"]

_COMMENT = "t1_"


def _own_id(node: Node) -> str | None:
    return (attribute(node, "thingid", "id") or "").removeprefix(_COMMENT) or None


def _parent(node: Node) -> str | None:
    """Give the comment that is answered; what answers the submission names that (`t3_`)."""
    told = attribute(node, "parentid") or ""
    return told.removeprefix(_COMMENT) if told.startswith(_COMMENT) else None


def _depths(owners: Owners, posts: Sequence[Node]) -> list[int | None]:
    told = [attribute(post, "depth") or "" for post in posts]
    if all(depth.isdecimal() and len(depth) < 4 for depth in told) and int(told[0]) == 0:  # noqa: PLR2004
        return [int(depth) for depth in told]
    return nested(owners, posts)


def _finish(page: HtmlPage, thread: Thread) -> None:
    for comment in thread.comments:
        _tell(comment, "created")
    post = page.first("shreddit-post")
    count = attribute(post, "comment-count") if post is not None else None
    thread.expected = number_of(count) if count else None
    _STORY(page, thread)


def _tell(comment: Comment, created: str) -> None:
    """Take from the element's own attributes what they say of the post."""
    if comment.node is None:
        return
    comment.author, comment.author_state = name_of(
        attribute(comment.node, "author") or "", exact=True
    )
    if comment.native_parent_id is not None:
        comment.depth = None
    score = attribute(comment.node, "score")
    comment.score = number_of(score) if score else None
    comment.url = attribute(comment.node, "permalink")
    comment.moment = comment.moment or iso_moment(attribute(comment.node, created) or "")
    comment.rules["author"] = "[author]"


def _finish_story(_: HtmlPage, thread: Thread) -> None:
    _tell(thread.comments[0], "created-timestamp")


_STORY = with_story(
    Rules(
        posts="shreddit-post",
        body=('h1, [slot="text-body"]',),
        date=("faceplate-timeago time", "time[datetime]"),
        native=lambda _: None,
        finish=_finish_story,
    )
)

FAMILY = family(
    Rules(
        posts="shreddit-comment",
        body=('[slot="comment"]', '[id$="-rtjson-content"]', ".rtjson-content"),
        author=('a[href*="/user/"]',),
        date=('[slot="commentMeta"] time', "faceplate-timeago time", "time[datetime]"),
        quote='[slot="comment"] blockquote',
        native=_own_id,
        parent=_parent,
        depths=_depths,
        marker=re.compile(r"<shreddit-comment\s"),
        more='faceplate-partial[src*="more-comments"]',
        finish=_finish,
    ),
    elsewhere=("<shreddit-comment",),
)
