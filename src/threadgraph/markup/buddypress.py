"""Read the activity of BuddyPress and BuddyBoss: what members posted, and the comments below.

The templates bp-default, bp-legacy and bp-nouveau: `li#activity-7` holds a member's words and, in
lists in lists, its comments `li#acomment-9`. Last seen: 2026. Not read: activity without words
("Ann became a friend of Bob"), streams that nobody has commented on, groups' forums (bbPress).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._base import Comment, Family, Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute
from threadgraph.markup._rules import Rules, read_rules

__all__ = ["FAMILY"]

_ID = re.compile(r"a(?:ctivity|comment)-(\d{1,20})\Z")
_NAMES = (
    ".acomment-meta > a",
    ".activity-header > p > a",
    ".activity-header > a",
    ".acomment-meta a",
    ".activity-header a",
)


def _posts(page: HtmlPage) -> Sequence[Node]:
    """Give comments, and the activity that they stand in; nothing where nobody has commented."""
    found = page.all('li[id^="acomment-"], li.activity-item[id^="activity-"]')
    posts = [node for node in found if _ID.match(attribute(node, "id") or "")]
    if all(_is_activity(node) for node in posts):
        return []
    return [node for node in posts if not _is_activity(node) or _has_words(node)]


def _is_activity(node: Node) -> bool:
    return (attribute(node, "id") or "").startswith("activity-")


def _has_words(activity: Node) -> bool:
    words = activity.css_first(".activity-inner")
    return words is not None and bool(words.text().strip())


def _read(page: HtmlPage) -> Thread | None:
    thread = read_rules(page, _RULES)
    if thread is None:
        return None
    owners = Owners([comment.node for comment in thread.comments if comment.node is not None])
    for more in page.all(".activity-read-more"):
        if (number := owners.of(more)) is not None:
            thread.comments[number].status = "truncated"
    opened = [comment for comment in thread.comments if _begins(comment)]
    if len(opened) == 1 and opened[0] is thread.comments[0]:
        opened[0].role = "opening"
    return thread


def _begins(comment: Comment) -> bool:
    return comment.node is not None and _is_activity(comment.node)


_RULES = Rules(
    posts=_posts,
    body=(".acomment-content", ".activity-inner"),
    author=_NAMES,
    author_url=_NAMES,
    date=(".time-since", ".activity-time-since"),
    permalink=(".activity-time-since[href]", ".view[href]"),
    drop=".acomment-content .acomment-meta, .activity-read-more",
    native=_ID,
    marker=re.compile(r"""<li\s[^<>]{0,200}?\bid=["']acomment-\d{1,20}["']"""),
    article=False,
)

FAMILY = Family(marks=("acomment-",), read=_read)
