"""Read comments of LiveJournal's own pages up to 2010: tables that empty pictures move right.

The head of a comment is a cell (`ljcmtbar7`) with name and time, the text stands behind it in the
same table or below. The controls below the text link the comment answered. Last seen: 2010. Not
read: titles, folded threads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from threadgraph.markup._base import Comment, Family, Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown, up_from
from threadgraph.markup._text import text_of
from threadgraph.markup._values import iso_moment, name_of

__all__ = ["FAMILY"]

_ID = re.compile(r"ljcmtbar(\d{1,12})\Z")
_THREAD = re.compile(r"[?&;]thread=(\d{1,12})")
_MARKER = re.compile(r"""\sid=["']?ljcmtbar\d{1,12}["'\s>]""")
# "2007-10-12 05:58 am UTC", "2007-10-12 05:58 (UTC)"
_TIME = re.compile(r"(\d{4}-\d\d-\d\d) (\d{1,2}):(\d\d)\s?([ap]m)? \(?(?:UTC|GMT)\b\)?")
# "(Anonymous)", "(Анонимно)": a line of its own in place of the name
_NOBODY = re.compile(r"\(([^\W\d_][^()\d]{2,30})\)\Z")
_CONTROLS = 'p:has(a[href*="replyto="])'
_TEXTS = '.ljcmtbody, [id^="ljcmtxt"]'
STEP = 25
"""Width of the empty picture, in pixels, for each level of answers."""
_REACH = 8
"""Elements around a head up to its comment's table."""


def _read(page: HtmlPage) -> Thread | None:
    heads = [node for node in page.all('[id^="ljcmtbar"]') if _own_id(node)]
    frames = [_frame(head) for head in heads]
    if not heads or len({frame.mem_id for frame in frames}) < len(heads):
        return None
    comments = [_comment(head, frame) for head, frame in zip(heads, frames, strict=True)]
    return Thread(comments=comments, markers=len(_MARKER.findall(page.html)))


def _own_id(head: Node) -> str | None:
    match = _ID.match(attribute(head, "id") or "")
    return match[1] if match else None


def _frame(head: Node) -> Node:
    """Give what holds a head and the picture before it: what has the comment's id, else a table."""
    around = [*islice(up_from(head.parent), _REACH)]
    own = (node for node in around if (attribute(node, "id") or "").startswith("ljcmt"))
    tables = (node for node in around if node.tag == "table")
    return next(own, None) or next(tables, None) or head


def _comment(head: Node, frame: Node) -> Comment:
    comment = Comment(node=frame, native_id=_own_id(head), depth=_depth(frame))
    comment.rules["parent"] = "nesting"
    _named(comment, head)
    if told := _TIME.search(shown(head)):
        hour = int(told[2]) % 12 + 12 * (told[4] == "pm") if told[4] else int(told[2])
        comment.date = told[0]
        comment.moment = iso_moment(f"{told[1]}T{hour:02}:{told[3]}+00:00")
    texts = [*_texts(head, frame)]
    controls = [part for text in texts for part in text.css(_CONTROLS)]
    comment.native_parent_id = _answered(controls, comment.native_id)
    skip = {node.mem_id for node in controls}
    comment.text = "\n\n".join(filter(None, (str(text_of(text, skip)) for text in texts)))
    comment.status = "complete" if comment.text else "empty"
    return comment


def _depth(frame: Node) -> int | None:
    picture = frame.css_first("img[width]")
    width = (attribute(picture, "width") or "") if picture is not None else ""
    return int(width) // STEP if width.isdecimal() and len(width) < 5 else None  # noqa: PLR2004


def _named(comment: Comment, head: Node) -> None:
    user = head.css_first(".ljuser")
    if user is not None:
        comment.author, comment.author_state = name_of(shown(user), exact=True)
        links = [link for link in user.css("a[href]") if shown(link)]
        comment.author_url = attribute(links[0], "href") if links else None
        return
    lines = (line.strip() for line in head.text(separator="\n").split("\n"))
    nobody = next((match[1] for line in lines if (match := _NOBODY.match(line))), None)
    comment.author, comment.author_state = nobody, "anonymous" if nobody else None


def _texts(head: Node, frame: Node) -> Iterator[Node]:
    """Give what holds the text: a row below the head's, or a block below the table."""
    row = next((node for node in up_from(head) if node.tag == "tr"), head)
    yield from _behind(row)
    yield from (node for node in _behind(frame) if node.css_first(_TEXTS) is not None)


def _behind(node: Node) -> Iterator[Node]:
    """Give the elements behind one, up to the anchor of the next comment."""
    here = node.next
    while here is not None and here.tag not in ("a", "form", "hr"):
        if here.tag and here.tag[0] not in "-!":
            yield here
        here = here.next


def _answered(controls: Sequence[Node], own: str | None) -> str | None:
    """Give the id of the comment that a link below the text leads up to."""
    links = [link for part in controls for link in part.css('a[href*="thread="]')]
    found = (_THREAD.search(attribute(link, "href") or "") for link in links)
    return next((match[1] for match in found if match and match[1] != own), None)


FAMILY = Family(marks=("ljcmtbar",), read=_read)
