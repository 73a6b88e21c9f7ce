"""Read topics of the Ultimate Bulletin Board 5 and 6: tables without classes (last seen 2006).

A post is a row of two cells: an anchor and the name, then "posted" with its time, a rule and the
text. Not read: UBB.threads, which came later.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, Node, shown
from threadgraph.markup._forum import dated
from threadgraph.markup._quoted import Quoted, name_said
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

# "[This message has been edited by Ann (edited 02-19-2001).]"
_EDITED = re.compile(r"\s*\[(?:This message has been edited by|Edited by) [^\[\]]{1,120}\]\s*\Z")
_FIRST = re.compile(r"\A0{3,8}\Z")
# "Originally posted by Ann:"
_POSTED = re.compile(r"\A(?:quote:)?\s?(Originally posted by .{1,80}?:)")


def _quoted(words: Node) -> Quoted:
    match = _POSTED.match(shown(words)[:200])
    return None, name_said(match[1]) if match else None


def _finish(_: HtmlPage, thread: Thread) -> None:
    for comment in thread.comments:
        if match := _EDITED.search(comment.text):
            comment.text = comment.text[: match.start()]
            comment.quotes = [q for q in comment.quotes if q.end <= len(comment.text)]
        node = comment.node
        anchor = node.css_first("td > a[name]") if node is not None else None
        name = (anchor.attributes.get("name") or "") if anchor is not None else ""
        comment.anchors = (name,) if name else ()
        if _FIRST.match(name):
            comment.role = "opening"


FAMILY = family(
    Rules(
        posts='tr:has(> td > a[name^="0"]):has(> td > hr)',
        body=("td + td > hr ~ font",),
        author=("td:first-child > font > b", "td:first-child > b"),
        when=dated,
        date=("td + td > font", "td + td > .tinyfont"),
        heads="blockquote > font:first-child",
        quoted=_quoted,
        native=lambda _: None,
        depths=flat,
        article=False,
        finish=_finish,
    ),
    elsewhere=("ultimatebb", "ultimate.cgi"),
)
