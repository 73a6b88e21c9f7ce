"""Read letters that are signed below, in bold: `<p>It sings.<br><b>Ann Lee, Hove</b></p>`.

So old sites of news printed what readers sent in, below a note that says so; in italics, too. Such
posts hardly have dates. Not read: signatures in a paragraph of their own, which headings look like.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._bylines import EDGE, date_in
from threadgraph.markup._dom import Node, one_line, shown
from threadgraph.markup._text import PARAGRAPH, Text, text_of
from threadgraph.markup._unknown.blocks import Block
from threadgraph.markup._unknown.names import is_name
from threadgraph.markup._unknown.rows import FEW
from threadgraph.markup._unknown.told import says_comments_follow
from threadgraph.markup._values import name_of

__all__ = ["undersigned"]

MAX_SIGNED = 80
MAX_WORDS = 5
"""Words of a name, without the place behind a comma."""
MAX_BACK = 40
"""Elements before the first letter among which the note is sought."""
MAX_NOTE = 160
MOST = 0.8
_HOLDERS = frozenset(("p", "li", "div", "td"))
_MARKS = frozenset(("b", "strong", "i", "em"))
# "The following comments reflect the opinion we have received:", "A selection of your views"
_NOTE = re.compile(
    r"\W{0,3}(?:(?:the following|here (?:are|is)|below (?:are|is)|a selection of|some of|read)\b"
    r"[^.!?]{0,40}\b(?:comments|views|letters|e-?mails|opinions|responses|reactions|messages)\b"
    r"|(?:your|readers['’]) (?:comments|views|letters|e-?mails|reactions)\W{0,3}\Z)",
    re.IGNORECASE,
)


def undersigned(blocks: Sequence[Block]) -> Thread | None:
    """Give the letters of the element that holds most of them, if a note says that they follow."""
    signed: dict[int, dict[int, Node]] = defaultdict(dict)
    for number, block in enumerate(blocks):
        if block.tag in _HOLDERS and not block.aside and (mark := _signature(block.node)):
            signed[block.above][number] = mark
    for marks in sorted(signed.values(), key=len, reverse=True):
        if len(marks) >= FEW and _are_names([*marks.values()]) and _told(blocks, min(marks)):
            posts = [*_letters(blocks, marks)]
            return Thread(comments=posts) if len(posts) == len(marks) else None
    return None


def _signature(node: Node) -> Node | None:
    """Give the last element of a paragraph, below a break, if it may be a name."""
    last = _before(node.last_child)
    above = _before(last.prev) if last is not None and last.tag in _MARKS else None
    if last is None or above is None or above.tag != "br" or _before(above.prev) is None:
        return None
    text = shown(last)
    name = _name(text)
    short = len(text) <= MAX_SIGNED and len(name.split()) <= MAX_WORDS
    return last if short and is_name(name) and name[-1] not in ".!?:" else None


def _name(signed: str) -> str:
    """Give the name without the place: "- Ann Lee, Hove" -> "Ann Lee"."""
    return signed.partition(",")[0].strip(EDGE)


def _before(node: Node | None) -> Node | None:
    """Give the nearest node with something in it: what stands between elements is none."""
    while node is not None and (
        (node.tag == "-text" and not (node.text_content or "").strip()) or node.tag == "-comment"
    ):
        node = node.prev
    return node


def _are_names(marks: Sequence[Node]) -> bool:
    """Tell marks of one kind, nearly all of which are different."""
    names = {shown(mark) for mark in marks}
    return len({mark.tag for mark in marks}) == 1 and len(names) >= MOST * len(marks)


def _told(blocks: Sequence[Block], first: int) -> bool:
    """Tell whether a note or a heading before the letters says that they follow."""
    near = (blocks[n] for n in range(first - 1, max(-1, first - MAX_BACK), -1))
    own = (block for block in near if 0 < block.text <= MAX_NOTE and not block.aside)
    texts = (one_line(b.node.text(separator=" ")) for b in own if b.linked < b.text)
    return any(_NOTE.match(text) or says_comments_follow(text) for text in texts)


def _letters(blocks: Sequence[Block], marks: dict[int, Node]) -> Iterator[Comment]:
    """Give the letters; paragraphs between two signatures belong to the lower one."""
    first, last = min(marks), max(marks)
    kind = blocks[first].tag
    parts: list[Node] = []
    for number in range(first, last + 1):
        block = blocks[number]
        if block.above != blocks[first].above or not block.text:
            continue
        parts = [*parts, block.node] if block.tag == kind else []
        if number in marks:
            yield _letter(parts, marks[number])
            parts = []


def _letter(parts: Sequence[Node], mark: Node) -> Comment:
    text = Text()
    for part in parts:
        text.gap(PARAGRAPH)
        text_of(part, {mark.mem_id}, into=text)
    comment = Comment(node=parts[0], text=str(text).strip())
    signed = shown(mark)
    comment.author, comment.author_state = name_of(_name(signed))
    comment.date = date_in(signed)
    comment.rules = {"author": f"{mark.tag} below the text", "text": f"{parts[0].tag}, its place"}
    comment.status = "complete" if comment.text else "empty"
    return comment
