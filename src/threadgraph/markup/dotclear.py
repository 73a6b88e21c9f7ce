"""Read comments of Dotclear, a blog system with many French-speaking sites.

A list of definitions: the byline is a `dt` ("1. Le DATE, par Ann"), the text the `dd` behind it.
Last seen: 2024. Not read: trackbacks.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Comment, Family, Thread
from threadgraph.markup._bylines import date_in, names_in
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown
from threadgraph.markup._text import text_of
from threadgraph.markup._values import name_of

__all__ = ["FAMILY"]

_ID = re.compile(r"c(\d{1,12})\Z")
_MARKER = re.compile(r"""<dt[^<>]{0,100}?\sid=["']c\d{1,12}["']""")
# "1.", which is a link to the comment itself
_NUMBER = re.compile(r"\A\d{1,5}\.\s{0,3}")


def _read(page: HtmlPage) -> Thread | None:
    heads = [node for node in page.all('dt[id^="c"]') if _ID.match(attribute(node, "id") or "")]
    found = [(head, text) for head in heads if (text := _behind(head)) is not None]
    if not found or page.first("#comments-block") is not None:
        return None
    bylines = [_byline(head) for head, _ in found]
    names = names_in(bylines)
    comments: list[Comment] = []
    for (head, text), (line, _), name in zip(found, bylines, names, strict=True):
        comment = Comment(node=head, depth=0, native_id=(attribute(head, "id") or "")[1:])
        comment.author, comment.author_state = name_of(name or "")
        link = _link(head)
        comment.author_url = attribute(link, "href") if link is not None else None
        comment.date = date_in(line.partition(name)[0].strip() if name else line)
        comment.text = str(text_of(text))
        comment.status = "complete" if comment.text else "empty"
        comments.append(comment)
    return Thread(comments=comments, markers=len(_MARKER.findall(page.html)))


def _behind(head: Node) -> Node | None:
    here = head.next
    while here is not None and (here.tag or "-")[0] == "-":
        here = here.next
    return here if here is not None and here.tag == "dd" else None


def _link(head: Node) -> Node | None:
    links = head.css("a[href]")
    return next((a for a in links if shown(a) and "#c" not in (attribute(a, "href") or "")), None)


def _byline(head: Node) -> tuple[str, str | None]:
    link = _link(head)
    line = _NUMBER.sub("", shown(head))
    return line, shown(link) if link is not None else None


FAMILY = Family(marks=("comment-number",), elsewhere=("dotclear",), read=_read)
