"""Read the reviews of Amazon as its shops printed them up to 2014, in tables without classes.

Last seen: 2014. Not read: stars, what readers found helpful, comments below a review; later pages
name the parts of a review by `data-hook` and need no rules of their own.
"""

from __future__ import annotations

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, shown
from threadgraph.markup._rules import Rules, family, single
from threadgraph.markup._values import name_of

__all__ = ["FAMILY"]

_POST = '#productReviews div[style*="margin-left:0.5em"]'
_FLOATING = 'div[style*="float:left"] + div[style*="float:left"]'
"""The name of somebody without a profile, beside "By"."""


def _with_customers(_: HtmlPage, thread: Thread) -> None:
    """Name those who have no profile: "A Customer"."""
    for comment in thread.comments:
        if comment.node is not None and comment.author_state is None:
            name = comment.node.css_first(_FLOATING)
            if name is not None:
                comment.author, comment.author_state = name_of(shown(name))
                comment.rules["author"] = _FLOATING


def _own(node: Node) -> str | None:
    """Give the name of the anchor before the review's table: `<a name="R353978X826333Q"></a>`."""
    here: Node | None = node
    while here is not None and here.tag != "table":
        here = here.parent
    while here is not None and here.tag != "a":
        here = here.prev
    return here.attributes.get("name") if here is not None else None


FAMILY = family(
    Rules(
        posts=_POST,
        body=(".reviewText", _POST),
        author=('a[href*="/pdp/profile/"]',),
        date=("nobr",),
        drop=f"{_POST} > div:not(.reviewText)",
        native=_own,
        depths=single,
        finish=_with_customers,
    ),
    "productreviews",
)
