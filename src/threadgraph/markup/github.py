"""Read issues and pull requests of GitHub as its server printed them, from 2012 to 2024.

What somebody opened comes first, comments follow in a row, whatever they answer; so do the remarks
in reviews, and comments below gists. Not read: what the page changed ("closed this"), issues since
2025, which scripts draw.
"""

from __future__ import annotations

import re
from itertools import islice

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute, up_from
from threadgraph.markup._rules import Rules, family, flat
from threadgraph.markup._values import moment_of

__all__ = ["FAMILY"]

# what is commented on, beside "issuecomment-12"
_OPENED = re.compile(r"(?:issue|pullrequest|pull|discussion)-\d{1,12}\Z")
MAX_ABOVE = 4
"""Elements around the opening up to the one that has its id."""


def _when(node: Node) -> tuple[str | None, str | None]:
    """Leave out what stands before a day: "on Feb 7, 2014"."""
    text, moment = moment_of(node)
    return (text.removeprefix("on ") if text else text), moment


def _finish(_: HtmlPage, thread: Thread) -> None:
    first = thread.comments[0]
    near = islice(up_from(first.node), MAX_ABOVE)
    if any(_OPENED.match(attribute(node, "id") or "") for node in near):
        first.role = "opening"


def _native(node: Node) -> str | None:
    """Give the number that its own place in the page ends with."""
    link = node.css_first('a[href^="#"].timestamp, a[href^="#"].js-timestamp, a[href*="#issue"]')
    match = re.search(r"(\d{1,20})\Z", attribute(node, "id") or "") or re.search(
        r"#[a-z]{1,30}[-_]?r?(\d{1,20})\Z", attribute(link, "href") or "" if link else ""
    )
    return match[1] if match else None


FAMILY = family(
    Rules(
        posts=(".js-comment:has(.js-comment-body):not(form .js-comment):not(.preview-content *)"),
        body=(".js-comment-body",),
        author=(
            ".timeline-comment-header .author",
            ".comment-header-author",
            ".review-comment-contents .author",
            ".author",
        ),
        author_url=("a.author", "a.comment-header-author"),
        date=(
            ".js-timestamp relative-time, .js-timestamp time-ago",
            ".timestamp time, .comment-header-date time",
            "relative-time, time-ago",
            "time[datetime]",
        ),
        when=_when,
        permalink=("a.js-timestamp", "a.timestamp", "a.comment-header-date"),
        quote=".js-comment-body > blockquote",
        native=_native,
        depths=flat,
        article=False,
        finish=_finish,
    ),
    "js-comment-body",
)
