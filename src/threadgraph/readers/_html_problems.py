"""Say what of a page of HTML is doubtful or could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from threadgraph.markup import Found
from threadgraph.readers._counted import fewer
from threadgraph.readers._html_source import HtmlSource
from threadgraph.readers._lost import Lost
from threadgraph.records import Problem, RawPost
from threadgraph.text import CONTROLS

__all__ = ["problems_of"]


def problems_of(
    source: HtmlSource,
    best: Found | None,
    posts: Sequence[RawPost],
    expected: int | None,
    lost: Lost,
) -> Iterator[Problem]:
    """Give what is doubtful of the page as a whole."""
    size = len(source.data)
    shown = "".join([text for post in posts for text in (post.text, post.author_name) if text])
    texts = shown.encode("utf-8", "surrogatepass")
    for code, reason in _doubts(source, texts):
        yield Problem(code=code, reason=reason, span_start=0, span_end=size)
    count = sum(post.role != "article" for post in posts)
    lacking = [*_lacking(best, lost)] or [*fewer(expected, count)]
    for code, reason in lacking:
        yield Problem(code=code, reason=reason, span_start=0, span_end=size)
    if lost.cut:
        yield Problem(
            code="TG139",
            reason="neither `body` nor `html` is closed, and other elements are open",
            span_start=size,
            span_end=size,
        )


def _doubts(source: HtmlSource, texts: bytes) -> Iterator[tuple[str, str]]:
    charset = source.charset
    if not source.data:
        yield "TG110", "the document is empty"
    if charset.bad:
        valid = f"not valid in {charset.encoding}, read as U+FFFD"
        yield "TG101", f"{charset.bad} characters are {valid}"
    if charset.guessed:
        yield "TG137", f"{charset.guessed}; the bytes are read as {charset.encoding}"
    if controls := len(texts) - len(texts.translate(None, CONTROLS)):
        yield "TG102", f"{controls} control characters, kept in the posts' texts and names"
    if b"\0" in charset.source:  # to count takes ten times as long
        lost = charset.source.count(0)
        yield "TG102", f"{lost} characters U+0000, which parsers of HTML leave out"
    if source.strange:
        yield "TG133", f"markup was simplified before reading: {source.strange}"


def _lacking(best: Found | None, lost: Lost) -> Iterator[tuple[str, str]]:
    """Tell posts that stand in the source, or elsewhere, and were not read."""
    if best is None:
        if lost.unclear:
            yield "TG130", f"{lost.marks} marks of posts stand in the source, none was read"
        if lost.service:
            yield "TG131", f"a script of {lost.service} loads the comments; the page holds none"
        return
    thread, count = best.thread, len(best.thread.comments)
    if thread.markers is not None and thread.markers > count:
        marks = f"{thread.markers} marks of posts ({best.name})"
        yield "TG130", f"{marks} stand in the source, {count} posts were read"
    for name, posts in best.apart:
        yield "TG130", f"{posts} posts of another comment system ({name}) were not read"
    if thread.more:
        yield "TG131", f"the page offers to load {thread.more} posts that it does not hold"
