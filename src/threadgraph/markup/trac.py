"""Read Trac's tickets: what is reported and what was said in the changes (last seen 2023).

Changes of fields alone are no posts. A comment that names the one it replies to answers it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._base import Thread
from threadgraph.markup._bylines import names_in
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute, classes, shown
from threadgraph.markup._rules import Rules, family, flat
from threadgraph.markup._values import name_of

__all__ = ["FAMILY"]

_ID = re.compile(r"comment:(\d{1,6})\Z")
# "Changed 5 years ago by Ann", and no fields behind it
_BY = re.compile(r"(?:Changed|Modified|Comment) \S.{0,40} ago by (?P<name>\S.{0,60})\Z")
_HEAD = '.change > h3[id^="comment:"], .change > h3.change'


def _posts(page: HtmlPage) -> Sequence[Node]:
    return [
        *page.all("#ticket:has(.description .searchable, .description .trac-content)"),
        *(
            node
            for node in page.all("#changelog .change, .change:has(> .comment)")
            if node.tag == "div" and node.css_first(".comment") is not None
        ),
    ]


def _native(node: Node) -> str | None:
    head = node.css_first('h3[id^="comment:"], .cnum[id^="comment:"]')
    match = _ID.match(attribute(head, "id") or "") if head is not None else None
    return match[1] if match and attribute(node, "id") != "ticket" else None


def _parent(node: Node) -> str | None:
    links = node.css(".trac-in-reply-to a, .in-reply-to, .change > h3 > .threading > a")
    link = links[0] if links else None
    up = link is not None and (link.parent is None or "threading" not in classes(link.parent))
    if link is not None and not up:
        up = "\u2191" in shown(link)  # "in reply to: ↑ 1"
    match = _ID.search(attribute(link, "href") or "") if link is not None and up else None
    return match[1] if match else None


def _finish(page: HtmlPage, thread: Thread) -> None:
    """Name the authors that stand in a line without an element of their own."""
    posts = [comment.node for comment in thread.comments if comment.node is not None]
    heads = Owners(posts).group(page.all(_HEAD))
    lines = [
        (_byline(heads[n][0]) if n in heads else "", comment.author)
        for n, comment in enumerate(thread.comments)
    ]
    told = zip(thread.comments, names_in(lines), lines, strict=True)
    for comment, learned, (line, _) in told:
        by = _BY.match(line)
        name = learned or (by["name"] if by else None)
        if comment.author_state is None and name:
            comment.author, comment.author_state = name_of(name)
            comment.rules["author"] = "h3.change"


def _byline(head: Node) -> str:
    """Give "Changed 5 years ago by Ann" without the number and the links to other comments."""
    aside = head.css_first(".threading")
    return shown(head).removeprefix(shown(aside)).strip() if aside is not None else shown(head)


FAMILY = family(
    Rules(
        posts=_posts,
        body=(".comment", ".description > .searchable", ".description > .trac-content"),
        author=(
            "h3.change > .trac-author, h3.change > .trac-author-user",
            'td[headers="h_reporter"]',
        ),
        date=("h3.change > a.timeline, h3.change > .date", ".date a.timeline"),
        quote=".comment > blockquote",
        native=_native,
        parent=_parent,
        depths=flat,
        opening=True,
        article=False,
        finish=_finish,
    ),
    "trac-content",
    "trac-ticket",
    "trac-change",
    "changelog",
)
