"""Read comments of myblog.de, blogs of many German-speaking young people: runs between rules.

An anchor (`k7`), the name in bold, perhaps a link to a site, the time in brackets, then the text.
Last seen: 2010. Not read: guestbooks.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Comment, Family, Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown
from threadgraph.markup._text import Text, text_of
from threadgraph.markup._values import name_of

__all__ = ["FAMILY"]

_ID = re.compile(r"k(\d{1,12})\Z")
_MARKER = re.compile(r"""<a\s[^<>]{0,40}?name=["']?k\d{1,12}["'\s>]""", re.IGNORECASE)
# "(22.4.06 04:14)"
_DATE = re.compile(r"\((\d{1,2}\.\d{1,2}\.\d{2,4}(?:[\s,/]{1,3}\d{1,2}:\d\d)?)\)")
_ENDS = frozenset(("hr", "form"))
MAX_HEAD = 12
"""Elements and runs of text in the line of a name."""


def _read(page: HtmlPage) -> Thread | None:
    anchors = [a for a in page.all('a[name^="k"]') if _ID.match(attribute(a, "name") or "")]
    known = {anchor.mem_id for anchor in anchors}
    comments = [c for a in anchors if (c := _comment(a, known)) is not None]
    return Thread(comments=comments, markers=len(_MARKER.findall(page.html))) if comments else None


def _comment(anchor: Node, known: set[int]) -> Comment | None:
    """Give a comment, if a line with name and date follows its anchor."""
    run = _run(anchor, known)
    end = next((n for n, node in enumerate(run[:MAX_HEAD]) if node.tag == "br"), 0)
    head = run[:end]
    name = next((node for node in head if node.tag in ("b", "strong")), None)
    date = _DATE.search(" ".join(shown(node) for node in head))
    if name is None or date is None:
        return None
    place = attribute(anchor, "name") or ""
    comment = Comment(anchors=(place,), native_id=place.removeprefix("k"), date=date[1])
    comment.author, comment.author_state = name_of(shown(name))
    link = next((node for node in (name.css_first("a[href]"), *head) if _is_link(node)), None)
    comment.author_url = attribute(link, "href") if link is not None else None
    text = Text()
    for node in run[end:]:
        text_of(node, into=text)
    comment.text = str(text)
    comment.status = "complete" if comment.text else "empty"
    comment.rules |= {"author": "b", "date": "brackets behind the name", "text": "below the name"}
    return comment


def _is_link(node: Node | None) -> bool:
    return node is not None and node.tag == "a" and bool(attribute(node, "href"))


def _run(anchor: Node, known: set[int]) -> list[Node]:
    """Give what stands behind an anchor, up to a rule, a form or the next anchor."""
    found: list[Node] = []
    here = anchor.next
    while here is not None and here.tag not in _ENDS and here.mem_id not in known:
        found.append(here)
        here = here.next
    return found


FAMILY = Family(elsewhere=("myblog.de",), read=_read)
