"""Tell what a page of HTML lacks: posts that were not read, are loaded later, or are cut off."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from threadgraph.layouts._text.article import count_of
from threadgraph.markup import Found, families
from threadgraph.markup._dom import HtmlPage, shown
from threadgraph.markup._loaded import service_of
from threadgraph.readers._html_source import HtmlSource
from threadgraph.records import RawPost

__all__ = ["Lost", "expected_posts", "lost_of", "with_cut"]

MAX_HEADING = 60
MOST = 1 << 31
"""No thread has so many posts: a page that says so is wrong."""
LAST = 4096
"""Bytes at a page's end among which it is closed, mostly."""

_OPENED = re.compile(rb"<(?:div|section|article|table|ul|ol)[\s>]")
_CLOSED = re.compile(rb"</(?:div|section|article|table|ul|ol)\s*>")
# `id="comment-7"`, `id='li-comment-7'`, `id="div-comment-7"`: a literal first is found fast
_MARK = re.compile(
    r"""comment(?:(?<=\sid=["']comment)|(?<=\sid=["']li-comment)|(?<=\sid=["']div-comment))"""
    r"""[-_](\d{1,12})(?=["'])"""
)


class Lost(NamedTuple):
    """What a page lacks: `marks` of posts, none of which was read, and the `service` to load some.

    `cut`: it ends in the middle.
    """

    marks: int = 0
    service: str | None = None
    cut: bool = False

    @property
    def unclear(self) -> bool:
        """Tell whether there are marks of several posts."""
        return self.marks > 1


def lost_of(page: HtmlPage, source: HtmlSource, best: Found | None) -> Lost:
    """Look for what a page lacks."""
    cut = _is_cut(page.lower)
    if best is not None:
        return Lost(cut=cut)
    marks = len({match[1] for match in _MARK.finditer(source.charset.html)})
    return Lost(marks=marks, service=service_of(page), cut=cut)


def _is_cut(source: bytes) -> bool:
    """Tell a whole page without an end: its last elements are open."""
    if b"</body" in source[-LAST:] or b"</html" in source[-LAST:] or b"<body" not in source:
        return False
    whole = b"</body" in source or b"</html" in source
    return not whole and len(_OPENED.findall(source)) > len(_CLOSED.findall(source))


def _cut_text(source: str) -> str:
    """Give the text with which a page that is cut ends, in the middle of a tag or behind one."""
    rest = source.rstrip()
    begun = rest.rfind("<")
    if begun > rest.rfind(">"):
        rest = rest[:begun].rstrip()
    return unescape(rest[rest.rfind(">") + 1 :]).strip()


def with_cut(source: HtmlSource, posts: list[RawPost]) -> list[RawPost]:
    """Mark the last post as truncated if a page that is cut ends in the middle of its text."""
    last = posts[-1] if posts else None
    if last is None or last.role == "article" or last.status != "complete":
        return posts
    text = " ".join(_cut_text(source.charset.html).split())
    ends = bool(text) and " ".join((last.text or "").split()).endswith(text)
    return [*posts[:-1], last._replace(status="truncated")] if ends else posts


def expected_posts(page: HtmlPage, best: Found | None) -> int | None:
    """Give how many posts the page says it has, unless no thread can have so many."""
    told = best.thread.expected if best else None
    known = families().get(best.name) if best else None
    if told is None and (best is None or (known is not None and known.last)):
        told = _in_headings(page)
    return told if told is not None and 0 <= told < MOST else None


def _in_headings(page: HtmlPage) -> int | None:
    """Give the count that one heading of the page prints: "37 comments"; None where several do."""
    texts = (shown(node) for node in page.all("h1, h2, h3, h4, h5, h6"))
    counts = [count_of(text) for text in texts if len(text) <= MAX_HEADING]
    told = [count for count in counts if count is not None]
    return told[0] if len(told) == 1 else None
