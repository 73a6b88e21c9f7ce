"""Find quotations in posts whose markup no family knows: elements that tags or classes call so.

Who is quoted is taken from the line at a quotation's beginning or right above it, where the words
around the name are known ("Ann wrote:").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from threadgraph.markup._base import Comment, Quote
from threadgraph.markup._dom import HtmlPage, Node, one_line, shown
from threadgraph.markup._quoted import before, head_in, head_of, name_said, quoted_in
from threadgraph.markup._text import Passage

__all__ = ["quotations", "quoting"]

_MARKED = "blockquote, .quote, .quotation, .bbcode_quote, .quoted, .zitat, .cita, .citation, .citat"
_HEADS = ("cite", "legend", "strong", "b", "quoteheader", "quote-author", "quote_author")
MAX_ABOVE = 3
"""Elements around a quotation that may be its own frame."""
# what leads to a form or copies the post: `a.quote`
_CONTROLS = frozenset(("a", "button", "span", "li", "input"))


def quoting(page: HtmlPage) -> list[Node]:
    """Give the elements that hold quotations, not the frames around these."""
    found = [node for node in page.all(_MARKED) if node.tag not in _CONTROLS]
    frames: set[int] = set()
    for node in found:
        here = node.parent if node.tag == "blockquote" else None
        for _ in range(MAX_ABOVE):
            if here is None or here.tag == "blockquote":
                break
            frames.add(here.mem_id)
            here = here.parent
    return [node for node in found if node.tag == "blockquote" or node.mem_id not in frames]


def quotations(comment: Comment, passages: Sequence[Passage]) -> Iterator[Quote]:
    """Give the quotations in a post's text, each without the line that tells its author.

    A post that is a quotation and nothing else quotes nobody: its text is set so. What stands above
    one and leads to the post itself or names its author is the post's own header.
    """
    text = comment.text
    for passage in passages:
        if passage.start == 0 and passage.end >= len(text):
            continue
        start, head = passage.start, head_of(passage.node, *_HEADS)
        words = shown(head) if head is not None else ""
        native, author = quoted_in(head) if words and text.startswith(words, start) else (None, "")
        if author:
            start += len(words)
            while start < passage.end and text[start].isspace():
                start += 1
        elif told := head_in(text, start, passage.end):
            author, start = told
        elif start < passage.end:
            native, author = _above(passage.node)
            own = (native or author) in (comment.native_id, comment.author)
            native, author = (None, None) if own else (native, author)
        if start < passage.end:
            yield Quote(start=start, end=passage.end, native_id=native, author=author or None)


def _above(quote: Node) -> tuple[str | None, str | None]:
    """Read the line right before a quotation: an element, or mere text."""
    here = quote.prev
    while here is not None and here.tag != "-text" and (here.tag or "-")[0] in "-!":
        here = here.prev
    if here is not None and here.tag == "br":
        here = here.prev
    if here is not None and here.tag == "-text" and (line := one_line(here.text_content or "")):
        return None, name_said(line)
    return quoted_in(before(quote))
