"""Read comments of LiveJournal (S2, today's `b-leaf`) and Dreamwidth.

The level of a comment is that of its twig (`b-tree-twig-2`, `comment-depth-2`, `depth-2`); deleted
and screened comments keep their places. Last seen: 2025. Not read: folded threads, of which the
page shows names only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute, shown
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._unknown.reading import complete
from threadgraph.markup._values import iso_moment

__all__ = ["FAMILY"]

# "b-tree-twig-2", "comment-depth-2"; "comment-depth-odd depth-2" on Dreamwidth's layouts
_LEVEL = re.compile(r"(?:b-tree-twig|comment-depth|(?<!\S)depth)-(\d{1,3})(?!\d)")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d) (\d{1,2}):(\d\d)\s?([ap]m)? \(UTC\)\Z")
# "From: (Anonymous)"
_LABELLED = re.compile(r"(?:\A|:\s)\(([^()]{1,60})\)\Z")
_PARENTS = ".commentparent a[href], .parent-link a[href], a.b-leaf-parent"
REACH = 4
"""How far above a comment its twig stands at most."""
_THREAD = re.compile(r"[?&;]thread=(\d{1,12})")


def _levels(_: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Take the level from the twig right around or in each comment; twigs count from 1."""
    return [_level(post) for post in posts]


def _level(post: Node) -> int | None:
    here: Node | None = post.css_first(".comment-wrapper") or post
    for _ in range(REACH):
        match = _LEVEL.search((attribute(here, "class") or "") if here is not None else "")
        if match:
            return max(0, int(match[1]) - 1)
        here = here.parent if here is not None else None
    return None


def _when(node: Node) -> tuple[str | None, str | None]:
    """Read "2014-05-03 10:22 am (UTC)"."""
    date = shown(node)
    match = _TIME.search(date)
    if match is None:
        return date or None, None
    hour = int(match[2]) % 12 + 12 * (match[4] == "pm") if match[4] else int(match[2])
    return date, iso_moment(f"{match[1]}T{hour:02}:{match[3]}+00:00")


def _finish(page: HtmlPage, thread: Thread) -> None:
    """Part the label from the name ("From: ann"); who gave none stands in brackets."""
    complete(page, thread)
    owners = Owners([comment.node for comment in thread.comments if comment.node is not None])
    for number, links in owners.group(page.all(_PARENTS)).items():
        match = _THREAD.search(attribute(links[0], "href") or "")
        thread.comments[number].native_parent_id = match[1] if match else None
    for comment in thread.comments:
        match = _LABELLED.search(comment.author or "")
        if match:
            comment.author = match[1]
            comment.author_state = "anonymous"


FAMILY = family(
    Rules(
        posts='.dwexpcomment[id^="cmt"], .b-leaf[data-tid], .b-leaf[id^="t"]',
        body=(".comment-content", ".b-leaf-article"),
        author=(
            ".b-leaf-username-name",
            ".b-leaf-username",
            ".comment-poster .ljuser",
            ".poster .ljuser",
            ".comment-poster",
            ".ljuser",
        ),
        author_url=(".ljuser a:last-of-type", ".b-leaf-username a"),
        date=(
            ".b-leaf-createdtime",
            ".datetime span:last-of-type",
            ".datetime",
            ".comment-date > span[title]",
            ".comment-date",
        ),
        when=_when,
        permalink=(".b-leaf-permalink", ".commentpermalink a", ".datetime a"),
        drop=".comment-title, .b-leaf-subject, .b-leaf-actions, .comment-interaction-links",
        native=re.compile(r"(?:cmt|t)(\d{1,12})\Z"),
        depths=_levels,
        gone=".b-leaf-deleted, .deleted, .comment-deleted",
        hidden=".b-leaf-collapsed, .partial",
        marker=re.compile(r"""\sid=["'](?:cmt|t)\d{1,12}["']"""),
        finish=_finish,
    ),
    "dwexpcomment",
    "b-leaf",
)
