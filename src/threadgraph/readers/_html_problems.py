"""Say what of a page of HTML is doubtful or could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.markup import Found
from threadgraph.readers._html_source import HtmlSource
from threadgraph.records import Problem, RawPost
from threadgraph.text import CONTROLS

__all__ = ["problems_of"]

# `id="comment-7"`, `id='li-comment-7'`, `id="div-comment-7"`: a literal first is found fast
_MARK = re.compile(
    r"""comment(?:(?<=\sid=["']comment)|(?<=\sid=["']li-comment)|(?<=\sid=["']div-comment))"""
    r"""[-_](\d{1,12})(?=["'])"""
)


def problems_of(
    source: HtmlSource, best: Found | None, posts: Sequence[RawPost]
) -> Iterator[Problem]:
    """Give what is doubtful of the page as a whole."""
    size = len(source.data)
    texts = "".join([post.text for post in posts]).encode("utf-8", "surrogatepass")
    for code, reason in _doubts(source, best, texts):
        yield Problem(code=code, reason=reason, span_start=0, span_end=size)


def _doubts(source: HtmlSource, best: Found | None, texts: bytes) -> Iterator[tuple[str, str]]:
    charset = source.charset
    if not source.data:
        yield "TG110", "the document is empty"
    if charset.bad:
        valid = f"not valid in {charset.encoding}, read as U+FFFD"
        yield "TG101", f"{charset.bad} characters are {valid}"
    if charset.guessed:
        yield "TG137", f"no encoding is named; read as {charset.encoding}"
    if controls := len(texts) - len(texts.translate(None, CONTROLS)):
        yield "TG102", f"{controls} control characters, kept in the posts' texts"
    if b"\0" in charset.source:  # to count takes ten times as long
        lost = charset.source.count(0)
        yield "TG102", f"{lost} characters U+0000, which parsers of HTML leave out"
    if source.strange:
        yield "TG133", f"markup was simplified before reading: {source.strange}"
    yield from _lacking(best, charset.html)


def _lacking(best: Found | None, html: str) -> Iterator[tuple[str, str]]:
    """Tell posts that stand in the source, or elsewhere, and were not read."""
    if best is None:
        if (unread := len({match[1] for match in _MARK.finditer(html)})) > 1:
            yield "TG130", f"{unread} marks of posts stand in the source, none was read"
        return
    thread, count = best.thread, len(best.thread.comments)
    if thread.markers is not None and thread.markers > count:
        marks = f"{thread.markers} marks of posts ({best.name})"
        yield "TG130", f"{marks} stand in the source, {count} posts were read"
    for name, posts in best.apart:
        yield "TG130", f"{posts} posts of another comment system ({name}) were not read"
    if thread.more:
        yield "TG131", f"the page offers to load {thread.more} posts that it does not hold"
