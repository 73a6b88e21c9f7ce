"""Read comments of Slash as it printed them from 1999 to 2009, where no element has an id.

A post is a header, "Subject (Score:2) by NAME on DATE (#12)", and its text below: the next row of a
table, or (2005 to 2007) the element behind `.commentTop`. The link on its number is what is sought.
Answers stand in lists inside, and link to their "Parent". Last seen: 2009. Not read: comments below
the threshold, of which the page lists the subjects alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute, classes, shown, up_from
from threadgraph.markup._text import Text, text_of
from threadgraph.markup._values import link_of, name_of

__all__ = ["read_tables"]

MAX_UP = 6
"""Elements around the link on a post's number among which its header is sought."""
MAX_HEAD = 600
MAX_SIGNATURE = 240
"""Code points of the longest signature; the software allows 120, without tags."""

# "Re:Ducks (Score:4, Funny) by ann (412) * on Tuesday March 16, @10:11AM (#85)", "(Puntos:2)"
_HEAD = re.compile(
    r".{1,250}?\((?:Score|Puntos|スコア)\s?:\s?(?P<score>-?\d)\b[^()]{0,60}\) ?(?:by|por) "
    r"(?P<name>\S.{0,160}?),? (?:on|el) (?P<date>[^()]{6,60}?) ?\(\s?#(?P<id>\d{1,12})\s?\)"
    r"(?: ?\(User #(?P<user>\d{1,9}) Info\))?"
)
_CID = re.compile(r"[?&;]cid=(\d{1,12})(?!\d)")
# "ann (412)", "ann (412) *" for who pays; in 1999 "ann (ann@mill.example)"
_UID = re.compile(r"\s?\(\s?(\d{1,9})\s?\)(?:\s\*)?\Z")
_MAIL = re.compile(r"\s\([^()]{0,100}\)\Z")
_PARENT = re.compile(r"parent|padre|親コメント", re.IGNORECASE)
_REST = re.compile(r"\s*Read the rest of this comment\.{3}\s*\Z")
# what stands below the text: "--", and a line or two
_SIGNATURE = re.compile(rf"\n+-- ?\n+(?:(?!\n-- ?\n).){{1,{MAX_SIGNATURE}}}\Z", re.DOTALL)


def read_tables(page: HtmlPage) -> Thread | None:
    """Give the posts whose headers stand in rows of tables, or in `.commentTop`."""
    links = page.all('a[href*="cid="], a[href*="CID="]')
    found = {match["id"]: (cell, match) for link in links for cell, match in _header(link)}
    levels = {cid: _lists(cell) for cid, (cell, _) in found.items()}
    top = min(levels.values(), default=0)
    comments = [_comment(cell, match, levels[cid] - top) for cid, (cell, match) in found.items()]
    return Thread(comments=comments) if comments else None


def _header(link: Node) -> Iterator[tuple[Node, re.Match[str]]]:
    """Give the header that the link on a post's number, "#12", stands in."""
    number = shown(link)
    if not number.startswith("#") or not number[1:].isdecimal():
        return
    cid = _CID.search((attribute(link, "href") or "").lower())
    for here in islice(up_from(link), MAX_UP):
        if here.tag == "td" or "commentTop" in classes(here):
            match = _HEAD.match(shown(here)[:MAX_HEAD])
            if match is not None and cid is not None and match["id"] == cid[1] == number[1:]:
                yield here, match
            return


def _lists(node: Node) -> int:
    """Count the lists around a header: in tables each answer is a list deeper."""
    return sum(here.tag == "ul" for here in up_from(node))


def _comment(cell: Node, match: re.Match[str], level: int) -> Comment:
    below = [*_below(cell)]
    comment = Comment(
        node=cell,
        date=match["date"],
        score=int(match["score"]),
        native_id=match["id"],
        native_parent_id=next(filter(None, map(_answered, below)), None),
        anchors=(match["id"],),
        rules=dict.fromkeys(("author", "date", "score"), "the header above the text"),
    )
    comment.depth = level if comment.native_parent_id is None else None
    comment.rules["parent"] = "nesting" if comment.depth is not None else "id of the post answered"
    _name(comment, cell, match)
    _set_text(comment, below[0] if below else None)
    return comment


def _below(cell: Node) -> Iterator[Node]:
    """Give the elements below a header: the rows of its text and its controls."""
    here = (cell.parent if cell.tag == "td" else cell) or cell
    while (following := here.next) is not None:
        here = following
        if here.is_element_node:
            if here.css_first("td, .commentTop") is not None and _heads(here):
                return
            yield here


def _heads(row: Node) -> bool:
    """Tell the header of the next post, where all posts are rows of one table."""
    return _HEAD.match(shown(row)[:MAX_HEAD]) is not None


def _answered(row: Node) -> str | None:
    """Give the id in the link to the parent, which stands among the controls."""
    for link in row.css('a[href*="cid="]'):
        match = _CID.search(attribute(link, "href") or "")
        if match is not None and _PARENT.fullmatch(shown(link)):
            return match[1]
    return None


def _name(comment: Comment, cell: Node, match: re.Match[str]) -> None:
    """Take the name from its link, or from the words; what stands behind it is its number."""
    told = match["name"]
    links = [node for node in cell.css("a[href]") if shown(node) and told.startswith(shown(node))]
    if links:
        comment.author_url = link_of(links[0])
    uid = _UID.search(told)
    name = _UID.sub("", told) if uid else shown(links[0]) if links else _MAIL.sub("", told)
    comment.author, comment.author_state = name_of(name.strip(), exact=True)
    if comment.author_state == "named":
        comment.author_native_id = uid[1] if uid else match["user"]
    if comment.author and not (links or comment.author_native_id):
        comment.author_state = "anonymous"  # "Pobrecito Hablador": members have links


def _set_text(comment: Comment, row: Node | None) -> None:
    text = Text()
    if row is not None:
        apart = {node.mem_id for node in row.css(".sig, .commentSub")}
        text_of(row, apart, into=text)
        comment.rules["text"] = "the row below the header"
    words = str(text).strip()
    if match := _REST.search(words):
        comment.status, words = "truncated", words[: match.start()]
    comment.text = _SIGNATURE.sub("", words)
    if not comment.text:
        comment.status = "empty"
