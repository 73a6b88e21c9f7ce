"""Read MetaFilter and its sister sites: comments that end in a line with name and time.

Last seen: 2024. What opens the thread is the page's article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._base import Thread, note_anchors
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown
from threadgraph.markup._rules import Rules, family, single

__all__ = ["FAMILY"]

# "posted by Ann at 6:33 PM on March 12, 2008 [2 favorites]"
_TIME = re.compile(r"\bat (\d{1,2}:\d\d [AP]M) on ([A-Z][a-z]{2,8} \d{1,2}(?:, \d{4})?)")
_NUMBER = re.compile(r"\d{1,12}\Z")


def _posts(page: HtmlPage) -> Sequence[Node]:
    """Leave out the links to other threads, which look like a comment."""
    return page.all('div.comments:has(> .smallcopy a[href*="/user/"])')


def _when(node: Node) -> tuple[str | None, str | None]:
    match = _TIME.search(shown(node)[:300])
    return (f"{match[1]} on {match[2]}" if match else None), None


def _finish(_: HtmlPage, thread: Thread) -> None:
    note_anchors(thread.comments, "{}")


FAMILY = family(
    Rules(
        posts=_posts,
        body=("div.comments",),
        author=('.smallcopy a[href*="/user/"]',),
        user=lambda link: (m := _NUMBER.search(attribute(link, "href") or "")) and m[0],
        date=(".smallcopy",),
        when=_when,
        permalink=('.smallcopy a[href*="#"]',),
        score=('.smallcopy a[href*="/favorited/"]',),
        drop=".smallcopy",
        native=lambda _: None,
        ids=('.smallcopy a[href*="#"]',),
        depths=single,
        finish=_finish,
    ),
    "smallcopy",
)
