"""Read the boards of Kakaku, the Japanese comparison of prices: a question and its answers.

Last seen: 2014. Not read: votes, the page of a single posting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute, shown
from threadgraph.markup._rules import Rules, family

__all__ = ["FAMILY"]

# "2012/03/12 12:40 [14281420]": the date, and the number of the posting
_DATE = re.compile(r"\d{4}/\d{1,2}/\d{1,2}(?:\s\d{1,2}:\d\d)?")
_POLITE = "さん"


def _when(node: Node) -> tuple[str | None, str | None]:
    date = _DATE.search(shown(node))
    return (date[0], None) if date else (None, None)


def _depths(_: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Take answers for such to the question above them."""
    return [int("bbsres" in (attribute(post, "class") or "").split()) for post in posts]


def _without_polite(_: HtmlPage, thread: Thread) -> None:
    """Take "san" from the names: of members it stands behind the link."""
    for comment in thread.comments:
        if comment.author and comment.rules.get("author") == ".bbsname":
            comment.author = comment.author.removesuffix(_POLITE).strip()


FAMILY = family(
    Rules(
        posts=".bbsparent:has(.bbsbody), .bbsres:has(.bbsbody)",
        body=(".bbsbody",),
        author=(".bbsname a", ".bbsname"),
        date=(".bbsdate",),
        when=_when,
        ids=("a[name]",),
        depths=_depths,
        finish=_without_polite,
        article=False,
    ),
    "bbsparent",
    "bbsres",
)
