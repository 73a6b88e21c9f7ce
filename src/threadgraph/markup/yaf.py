"""Read topics of Yet Another Forum.NET 1.9 and 2: a row with name and date above each post's.

Last seen: 2016 (2.2). Not read: thanks, users' boxes.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown
from threadgraph.markup._forum import dated, thread_of, user_of
from threadgraph.markup._quoted import Quoted, before, climb, head_of, quoted_in
from threadgraph.markup._rules import Rules, family, flat
from threadgraph.markup._values import link_of, name_of

__all__ = ["FAMILY"]

_OWN = re.compile(r"\Apost(\d{1,20})\Z")


def _quoted(words: Node) -> Quoted:
    """Read `span.quotetitle` above `div.innerquote`: "Originally Posted by: Ann" and a link."""
    quote = climb(words, lambda node: "quote" in (node.attributes.get("class") or "").split())
    return quoted_in(head_of(quote, "quotetitle") if quote is not None else None)


def _head(comment: Comment) -> None:
    """Take name, date and id from the row above."""
    row = before(comment.node) if comment.node is not None else None
    if row is None:
        return
    name = row.css_first(".postUser a[href]") or row.css_first(".postUser")
    if name is not None:
        comment.author, comment.author_state = name_of(shown(name))
        comment.author_url, comment.author_native_id = link_of(name), user_of(name)
        comment.rules["author"] = "row above"
    date = row.css_first(".postedLeft") or row.css_first(".postPosted")
    if date is not None:
        comment.date, comment.moment = dated(date)
        comment.rules["date"] = "row above"
    for anchor in row.css("a[name], a[id]"):
        if match := _OWN.match(attribute(anchor, "name", "id") or ""):
            comment.native_id = match[1]


def _finish(page: HtmlPage, thread: Thread) -> None:
    for comment in thread.comments:
        _head(comment)
    thread_of(title=".postTitle .HeaderTopicLink, .HeaderTopicLink", anchor="post{}")(page, thread)


FAMILY = family(
    Rules(
        posts="tr:has(> td.message .postdiv)",
        body=(".postdiv",),
        quote=".quote .innerquote",
        heads=".quote > .quotetitle",
        quoted=_quoted,
        native=lambda _: None,
        depths=flat,
        marker=re.compile(r"""class=["']postheader["']"""),
        article=False,
        finish=_finish,
    ),
    "postdiv",
    "postheader",
)
