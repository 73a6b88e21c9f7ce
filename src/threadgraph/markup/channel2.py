"""Read threads of 2channel, 5channel and boards on like software: a number, a name, a date, an id.

Markup: `dt` and `dd` (2000 to 2017, and JBBS), `div.post` with `.meta` and `.message` (from 2017),
`.post` with `.post-header` and `.post-content` (from 2023). ">>3", where a line begins with it, is
what a post answers. The code behind "◆" and the id of the day tell who wrote a post and are no part
of the name. Last seen: 2024. Not read: what the board itself says below the last post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from threadgraph.markup._base import Comment, Family, Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown
from threadgraph.markup._text import Text, text_of
from threadgraph.markup._values import day_moment, name_of

__all__ = ["FAMILY"]

GONE = "あぼーん"
"""Stands in place of the name, the date and the text of a post that was deleted."""

# "2006/03/12(日) 10:11:02", "2017/07/28(金) 12:34:56.78"
_DATE = re.compile(
    r"(\d{2,4})/(\d\d)/(\d\d) ?(?:\([日月火水木金土祝]\))? ?(\d\d:\d\d(?::\d\d)?)(?:\.\d{1,3})?"
)
# "1 ：", "1 名前：", "12: "
_NUMBER = re.compile(r"(\d{1,5})\s?(?:名前\s?)?[:：]")
# "ID:aB3kd0Qp", not "ID:???0", which hides it
_ID = re.compile(r"\bID:(?!\?)([\w+/.]{6,20})")
_TRIP = re.compile(r"[◆★]\s?([\w+/.]{8,15})")
# ">>3", "＞＞3"; not ">>3-7", which are many
_ANSWERED = re.compile(r"^\s*(?:>>|＞＞)(\d{1,5})(?![\d\-,])", re.MULTILINE)
_NAMELESS = "名無し"
_NEW = ".post[data-userid], .post[data-id]:has(.meta, .post-header)"


class _Post(NamedTuple):
    """The parts of a post: its element, its number, what holds name and head, and its texts."""

    node: Node
    number: str
    name: Node | None
    head: str
    texts: list[Node]


def _read(page: HtmlPage) -> Thread | None:
    posts = [*_listed(page)] or [*_boxed(page)]
    comments = [_comment(post) for post in posts]
    comments = [c for c in comments if c.date or c.status == "deleted"]
    if not comments:
        return None
    known = {comment.native_id for comment in comments}
    for comment in comments:
        for match in _ANSWERED.finditer(comment.text):
            if match[1] in known and int(match[1]) < int(comment.native_id or 0):
                comment.native_parent_id = match[1]
                comment.rules["parent"] = "the number that a line begins with"
                break
    if comments[0].native_id == "1":
        comments[0].role = "opening"
    heading = page.first("h1")
    title = shown(heading) if heading is not None else ""
    return Thread(comments=comments, article=False, title=title or None)


def _listed(page: HtmlPage) -> Iterator[_Post]:
    """Give the posts whose heads are `dt`; their numbers rise."""
    last = 0
    for node in page.all("dl > dt"):
        head = shown(node)
        match = _NUMBER.match(head)
        if match is None or int(match[1]) <= last:
            continue
        last = int(match[1])
        yield _Post(node, match[1], node.css_first("b"), head[match.end() :], [*_below(node)])


def _below(head: Node) -> Iterator[Node]:
    """Give the `dd` behind a `dt`."""
    here = head.next
    while here is not None and here.tag != "dt":
        if here.tag == "dd":
            yield here
        here = here.next


def _boxed(page: HtmlPage) -> Iterator[_Post]:
    """Give the posts that have an element of their own."""
    for node in page.all(_NEW):
        number = (attribute(node, "data-id") or attribute(node, "id") or "").lstrip("0")
        name = node.css_first(".name, .postusername")
        texts = node.css(".message, .post-content")
        if number.isdecimal() and name is not None and texts:
            bold = name.css_first("b")
            head = " ".join(map(shown, (name, *node.css(".date, .uid"))))
            yield _Post(node, number, bold if bold is not None else name, head, texts)


def _comment(post: _Post) -> Comment:
    text = Text()
    for node in post.texts:
        text_of(node, into=text)
    comment = Comment(
        node=post.node,
        native_id=post.number,
        text=str(text).strip(),
        rules=dict.fromkeys(("author", "date", "text"), "the head with the number"),
    )
    name = shown(post.name).strip("◆ ") if post.name is not None else ""
    if GONE in (name, comment.text):
        comment.status, comment.author_state = "deleted", "deleted"
        return comment
    date = _DATE.search(post.head)
    if date:
        comment.date, comment.moment = date[0], day_moment(date[1], date[2], date[3], date[4])
    _name(comment, name, post.head)
    if not comment.text:
        comment.status = "empty"
    return comment


def _name(comment: Comment, name: str, head: str) -> None:
    trip, daily = _TRIP.search(head), _ID.search(head)
    comment.author, comment.author_state = name_of(name or (trip[0] if trip else ""), exact=True)
    if comment.author is not None and _NAMELESS in comment.author:
        comment.author_state = "anonymous"
    told = trip or daily
    comment.author_native_id = told[1] if told else None


FAMILY = Family(marks=("postusername",), elsewhere=("read.cgi",), read=_read)
