"""Read threads of Tianya, a large Chinese board: floors below the opening post.

Last seen: 2016. Not read: comments below a floor, which the page loads, visitors and clicks.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Quote, Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown
from threadgraph.markup._rules import Rules, family, flat
from threadgraph.markup._values import day_moment, link_of, name_of

__all__ = ["FAMILY"]

# "时间：2012-03-12 10:13:22", "2012-3-12 10:13:00"
_DATE = re.compile(r"((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})\s(\d{1,2}:\d\d(?::\d\d)?)")
# "@Ann 2012-03-12 10:13:22", what she wrote, "-----------------------------"
_QUOTED = re.compile(
    r"@(\S{1,40})\s(\d{4}-\d\d?-\d\d?\s[\d:]{4,8})\s*\n(.{0,4000}?)\n-{10,}[^\n]*", re.DOTALL
)
_HEAD = ".atl-menu .atl-info, #post_head .atl-info"


def _when(node: Node) -> tuple[str | None, str | None]:
    date = _DATE.search(shown(node))
    if date is None:
        return None, None
    return date[0], day_moment(date[1], date[2], date[3], date[4])


def _finish(page: HtmlPage, thread: Thread) -> None:
    _with_head(page, thread)
    for comment in thread.comments:
        if quoted := _QUOTED.match(comment.text):
            native = _quoted(thread, quoted[1], quoted[2])
            end = quoted.end()
            comment.quotes = [Quote(start=0, end=end, native_id=native, author=quoted[1])]


def _quoted(thread: Thread, name: str, date: str) -> str | None:
    """Give the id of the floor with this name and this date, if it stands in the page."""
    told = (c for c in thread.comments if c.author == name and c.date == date)
    return next((comment.native_id for comment in told), None)


def _with_head(page: HtmlPage, thread: Thread) -> None:
    """Give the opening post its name and date, which stand in the head of the page."""
    first = thread.comments[0]
    head = page.first(_HEAD)
    if first.author_state is not None or first.date is not None or head is None:
        return
    link = head.css_first("a")
    if link is not None:
        first.author, first.author_state = name_of(shown(link), exact=True)
        first.author_url = link_of(link)
    first.date, first.moment = _when(head)
    first.role = "opening"
    first.rules |= {"author": ".atl-info a", "date": ".atl-info"}


FAMILY = family(
    Rules(
        posts=".atl-item:has(.bbs-content)",
        body=(".bbs-content",),
        author=(".atl-info a[uname]", ".atl-info a"),
        user=lambda node: attribute(node, "uid"),
        date=(".atl-info",),
        when=_when,
        native=lambda node: attribute(node, "replyid"),
        depths=flat,
        finish=_finish,
        article=False,
    ),
    "atl-item",
)
