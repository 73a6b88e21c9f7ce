"""Read comments of FC2's blogs: a title, the text, and "DATE | URL | NAME #TRIP [編集]" below.

Templates differ in tags and classes; in all of them the link to edit a comment ends its byline,
which stands above the text in some. Last seen: 2022. Not read: titles, comments that only the
owner of the blog sees, whose texts are empty.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from threadgraph.markup._base import Comment, Family, Thread
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown, up_from
from threadgraph.markup._text import text_of
from threadgraph.markup._values import name_of

__all__ = ["FAMILY"]

_EDIT = re.compile(r"[?&;]mode=edit&(?:amp;)?rno=(\d{1,12})\Z")
# "2009/03/13(金) 05:41:20 | URL | みかん #799bf04c [ 編集]", "2012-06-20 21:10 : Ann #- URL 編集"
_WHEN = (
    r"(?:投稿日?[:：]?\s?)?(?P<date>\d{4}[/.年-]\s?\d\d?[/.月-]\s?\d\d?日?(?:\s?\([^()]{1,4}\))?"
    r"(?:\s\d\d?:\d\d(?::\d\d)?)?)"
)
_WHO = r"(?P<name>(?:\S.{0,60}?)??)\s?#(?P<trip>[-\w./]{0,10})"
_GAP = r"[\s|:：/\[]{1,5}(?:URL[\s|:：/\[]{1,5})?"
_END = r"編集\s?\]?\W{0,3}"
_BYLINES = (
    re.compile(f"{_WHEN}{_GAP}{_WHO}{_GAP}{_END}"),
    re.compile(f"{_WHO}{_GAP}{_WHEN}{_GAP}{_END}"),
)
_HIDDEN = frozenset(("このコメントは管理人のみ閲覧できます", "このコメントは管理者の承認待ちです"))
_TITLES = frozenset(("h2", "h3", "h4", "h5", "h6", "dt"))
_TITLED = re.compile(r"title|header|subject", re.IGNORECASE)
_REACH = 8
MAX_TEXTS = 3
"""Elements of a text that no title begins."""


class _Byline(NamedTuple):
    """The link to edit a comment, the element that is its byline, and the parts of that."""

    link: Node
    line: Node
    told: re.Match[str]


def _read(page: HtmlPage) -> Thread | None:
    links = [
        a for a in page.all('a[href*="mode=edit"]') if _EDIT.search(attribute(a, "href") or "")
    ]
    known = {link.mem_id for link in links}
    found = [byline for link in links if (byline := _byline(link)) is not None]
    if not found or len(found) < len(links):
        return None
    texts = [[*_beside(line, "prev", known)] for _, line, _ in found]
    if all(text and _is_title(text[0]) for text in texts):
        texts = [[*_beside(line, "next", known)] for _, line, _ in found]
    holders = {line.parent.mem_id for _, line, _ in found if line.parent is not None}
    apart = len(holders) == len(found) or all(text and _is_title(text[-1]) for text in texts[:-1])
    apart = apart and all(_is_title(text[-1]) or len(text) <= MAX_TEXTS for text in texts if text)
    if not apart or not all(texts):
        return None  # it is not clear where a text begins
    return Thread(comments=[_comment(*told, text) for told, text in zip(found, texts, strict=True)])


def _byline(link: Node) -> _Byline | None:
    """Give the nearest element around a link to edit that is a byline, and its parts."""
    for above in islice(up_from(link.parent), _REACH):
        line = shown(above)
        told = next((match for form in _BYLINES if (match := form.fullmatch(line))), None)
        if told is not None:
            return _Byline(link, above, told)
    return None


def _comment(link: Node, line: Node, told: re.Match[str], beside: Sequence[Node]) -> Comment:
    text = [node for node in beside if not _is_title(node)]
    if text and text[0].mem_id == getattr(line.prev, "mem_id", None):
        text.reverse()
    number = _EDIT.search(attribute(link, "href") or "")
    comment = Comment(node=text[0] if text else line, native_id=number[1] if number else None)
    comment.author, comment.author_state = name_of(told["name"], exact=True)
    comment.date = told["date"]
    url = next((a for a in line.css("a[href]") if shown(a) == "URL"), None)
    comment.author_url = attribute(url, "href") if url is not None else None
    comment.text = "\n\n".join(filter(None, map(str, map(text_of, text))))
    comment.rules |= dict.fromkeys(("author", "date"), "line that ends in the link to edit")
    comment.rules["text"] = "what stands above that line, or below"
    if comment.text.rstrip("。") in _HIDDEN:
        comment.text, comment.extra["hidden"] = "", True
    comment.status = "complete" if comment.text else "empty"
    return comment


def _beside(line: Node, side: Literal["prev", "next"], known: Collection[int]) -> Iterator[Node]:
    """Give what stands before or behind a byline, the nearest first, up to a title or byline."""
    here: Node | None = getattr(line, side)
    while here is not None:
        if any(a.mem_id in known for a in here.css('a[href*="mode=edit"]')):
            return
        if (here.tag or "-")[0] not in "-!" and here.tag != "form" and shown(here):
            yield here
            if _is_title(here):
                return
        here = getattr(here, side)


def _is_title(node: Node) -> bool:
    return node.tag in _TITLES or _TITLED.search(attribute(node, "class") or "") is not None


FAMILY = Family(elsewhere=("mode=edit&amp;rno=", "mode=edit&rno="), read=_read)
