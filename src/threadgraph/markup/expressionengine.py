"""Read comments of ExpressionEngine 1's own template: "Posted by Ann on 05/06 at 08:21 PM" below.

The dates have no year. Last seen: 2012. Not read: templates that sites made themselves.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown
from threadgraph.markup._rules import Rules, family, single
from threadgraph.markup._values import name_of

__all__ = ["FAMILY"]

# "Posted by Ann  on  05/06 at 08:21 PM", in the words of the site's language
_BYLINE = re.compile(
    r"(?P<name>\S.{0,80}?)\s+\w{1,5}\s+(?P<date>\d\d/\d\d(?:/\d\d(?:\d\d)?)?\s\w{1,4}\s\d\d:\d\d(?:\s[AP]M)?)\W{0,3}"
)
_LEAD = re.compile(r"(?:posted by|verfasst von|geschrieben von|par|por|da|door)\s+", re.IGNORECASE)


def _finish(_: HtmlPage, thread: Thread) -> None:
    """Part the bylines; a name without a link stands between words."""
    for comment in thread.comments:
        line = comment.node.css_first(".posted") if comment.node is not None else None
        if line is not None:
            _signed(comment, line)


def _signed(comment: Comment, line: Node) -> None:
    text = shown(line)
    lead = _LEAD.match(text)
    told = _BYLINE.fullmatch(text, lead.end() if lead else 0)
    link = line.css_first("a[href]")
    if told is None:
        return
    comment.date = told["date"]
    name = shown(link) if link is not None else told["name"] if lead else ""
    comment.author, comment.author_state = name_of(name, exact=link is not None)
    comment.author_url = attribute(link, "href") if link is not None else None
    comment.rules |= {"author": ".posted", "date": ".posted"}


FAMILY = family(
    Rules(
        posts=".commentOne:has(> .posted), .commentTwo:has(> .posted)",
        body=(".commentOne", ".commentTwo"),
        drop=".posted",
        native=lambda _: None,
        depths=single,
        marker=re.compile(r"""class=["']comment(?:One|Two)["']"""),
        finish=_finish,
    ),
    "commentone",
)
