"""Read comments of b2evolution: boxes `.bComment` in a row, below a blog's post.

A box has a title ("Comment from: Ann [Visitor]", in the site's language), a text and a line in
small print with the time. Trackbacks and pingbacks have such boxes, too, and are marked. Last
seen: 2026 (skins of versions 0.9 to 5). Not read: ratings, the page of latest comments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute, shown
from threadgraph.markup._forum import dated
from threadgraph.markup._quoted import before
from threadgraph.markup._rules import Rules, family, single
from threadgraph.markup._unknown.reading import complete
from threadgraph.markup._values import name_of, usable

__all__ = ["FAMILY"]

_ID = re.compile(r"c(\d{1,12})\Z")
# "Comment from: Ann [Visitor] · http://ann.example", "Kommentar von: Ann"
_TITLE = re.compile(r"\A[^:\[\]]{3,40}:\s(.{1,100}?)(?:\s?\[[^\[\]]{3,30}\].{0,200})?\Z")

_LINKED = re.compile(r"(?:track|ping)back\b", re.IGNORECASE)


def _native(box: Node) -> str | None:
    """Give the number of a comment: of its box, or of the anchor right before it."""
    anchor = before(box)
    for node in (box, anchor if anchor is not None and anchor.tag == "a" else None):
        match = _ID.match(attribute(node, "id", "name") or "") if node is not None else None
        if match:
            return match[1]
    return None


def _finish(page: HtmlPage, thread: Thread) -> None:
    owners = Owners([comment.node for comment in thread.comments if comment.node is not None])
    linked: list[Comment] = []
    for title in page.all(".bCommentTitle"):
        number = owners.of(title)
        if number is None:
            continue
        comment = thread.comments[number]
        if _LINKED.match(shown(title)):
            linked.append(comment)
        elif match := _TITLE.match(shown(title)):
            comment.author, comment.author_state = name_of(match[1])
            comment.author_url = usable(attribute(a, "href") or "" for a in title.css("a[href]"))
            comment.rules["author"] = ".bCommentTitle"
    complete(page, thread)
    _mark(linked)


def _mark(linked: Sequence[Comment]) -> None:
    """Mark what another page sent: nobody's words here."""
    for comment in linked:
        comment.author = comment.author_state = comment.author_url = None
        comment.extra["pingback"] = True


FAMILY = family(
    Rules(
        posts=".bComment",
        body=(".bCommentText",),
        date=(".bCommentSmallPrint",),
        when=dated,
        permalink=('a[class^="permalink"]',),
        native=_native,
        depths=single,
        marker=re.compile(r"""<(?:div|article)\s[^<>]{0,200}?class=["']bComment["'\s]"""),
        finish=_finish,
    ),
    "bcomment",
)
