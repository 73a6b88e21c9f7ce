"""Read comments marked by microformats: h-cite and h-entry in an entry, and the older hentry.

What is a comment says so itself (`p-comment`, `u-comment`), or stands as `h-cite` among answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from threadgraph.markup._base import Family, Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners
from threadgraph.markup._forum import dated
from threadgraph.markup._levels import levels
from threadgraph.markup._rules import Rules, read_rules

__all__ = ["FAMILY"]

TRUST = 0.85


def _depths(_: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Take the levels from what the posts stand in, or from their classes."""
    return levels(posts, top=True)


_RULES = Rules(
    posts=".p-comment, .u-comment, .comments .h-cite:not(.u-like, .u-repost), "
    ".responses .h-cite:not(.u-like, .u-repost), #comments .h-cite:not(.u-like, .u-repost), "
    ".comment.h-entry, .comment.hentry, #comments .hentry, .comments .hentry",
    body=(".e-content", ".p-content", ".entry-content", ".p-summary", ".p-name:not(.h-card *)"),
    author=(".p-author .p-name", ".p-author", ".h-card .p-name", ".h-card", ".vcard .fn", ".fn"),
    author_url=(".p-author .u-url, a.p-author, .h-card .u-url, a.h-card, a.url.fn",),
    date=(".dt-published", ".published", "time[datetime]", "abbr[title]"),
    when=dated,
    permalink=(".u-url:not(.p-author):not(.p-author *):not(.h-card):not(.h-card *)",
               'a[rel="bookmark"]'),
    depths=_depths,
)  # fmt: skip


def _read(page: HtmlPage) -> Thread | None:
    """Give the comments, if most have a text: likes and reposts are cited without one."""
    thread = read_rules(page, _RULES)
    if thread is None:
        return None
    worded = [comment for comment in thread.comments if comment.text]
    if 2 * len(worded) < len(thread.comments):
        return None
    return thread


FAMILY = Family(
    marks=("p-comment", "u-comment", "h-cite", "hentry", "h-entry"),
    read=_read,
    trust=TRUST,
)
