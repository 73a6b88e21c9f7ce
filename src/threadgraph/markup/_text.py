"""Give the text of an element as a reader sees it, and where passages stand in it.

Blocks and breaks end lines, paragraphs are set off by an empty one, white space counts only in
preformatted text; scripts, controls and other posts are left out. Cost: linear in nodes, without
recursion.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from threadgraph.markup._dom import Node, classes

__all__ = ["PARAGRAPH", "Passage", "Text", "text_of"]

_PARAGRAPHS = frozenset(
    "p blockquote ul ol dl table pre h1 h2 h3 h4 h5 h6 figure fieldset hr".split()
)
_LINES = frozenset(
    "div br li dt dd tr section article header footer aside main address form details summary "
    "figcaption center legend option".split()
)
_CELLS = frozenset(("td", "th"))
_SILENT = frozenset(
    "script style noscript template svg button select textarea input iframe object head title "
    "audio video canvas math map".split()
)
_LEAVES = _SILENT | {"br", "img"}
_PICTURES = ("emoji", "smil", "emot", "mceSmilie")
_WHITE = ("", " ", "\n", "\n\n")
_BLANK, _LINE, PARAGRAPH = 1, 2, 3
"""White space that sets off what comes next, the least first."""

_GAPS = {
    **dict.fromkeys(_PARAGRAPHS, PARAGRAPH),
    **dict.fromkeys(_LINES, _LINE),
    **dict.fromkeys(_CELLS, _BLANK),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a text, in code points, and the element that holds it."""

    start: int
    end: int
    node: Node


class Text:
    """A text that grows; white space is put in only between what it separates."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self._parts: list[str] = []
        self._pending = 0
        self._counted = self._length = 0

    def __str__(self) -> str:
        return "".join(self._parts)

    @property
    def length(self) -> int:
        """Give the code points so far."""
        self._length += sum(map(len, self._parts[self._counted :]))
        self._counted = len(self._parts)
        return self._length

    @property
    def next(self) -> int:
        """Give where what comes next begins."""
        return self.length + len(_WHITE[self._pending]) if self._parts else 0

    def part(self, text: str) -> None:
        """Add inline text as it stands in the source."""
        words = text.strip()
        if not words:
            self._pending = self._pending or _BLANK
            return
        white = self._pending
        if len(words) < len(text):
            white = white or text[0].isspace()
            self._pending = _BLANK if text[-1].isspace() else 0
        else:
            self._pending = 0
        if "  " in words or not words.isprintable():
            words = " ".join(words.split())
        if white and self._parts:
            self._parts.append(_WHITE[white])
        self._parts.append(words)

    def verbatim(self, text: str) -> None:
        """Add preformatted text."""
        body = text.strip("\n") if self._pending else text.rstrip("\n")
        if body.strip():
            self._put(body, self._pending)
            self._pending = 0
        if text.endswith("\n"):
            self.gap(_LINE)

    def gap(self, white: int) -> None:
        """Ask for at least this much white space before what comes next."""
        if white > self._pending:  # noqa: PLR1730 - `max` takes four times as long
            self._pending = white

    def _put(self, text: str, white: int) -> None:
        if white and self._parts:
            self._parts.append(_WHITE[white])
        self._parts.append(text)


def text_of(
    node: Node,
    skip: Collection[int] = (),
    marked: Collection[int] = (),
    into: Text | None = None,
    drop: Callable[[Node], bool] | None = None,
) -> Text:
    """Give the text in an element, without the elements in it that are in `skip`.

    `skip` and `marked` are `mem_id`s; each marked element becomes a passage on lines of its own.
    What `drop` tells is left out, too. `into` goes on with a text begun before.
    """
    text = into if into is not None else Text()
    _Walk(text, skip, marked, drop).run(node)
    return text


class _Walk:
    """A walk over an element in page order.

    `inside` holds what is open, and where it began if it is marked.
    """

    def __init__(
        self,
        text: Text,
        skip: Collection[int],
        marked: Collection[int],
        drop: Callable[[Node], bool] | None,
    ) -> None:
        self._text = text
        self._skip = skip
        self._marked = marked
        self._drop = drop
        self._inside: list[tuple[Node, str, int | None]] = []
        self._preformatted = 0

    def run(self, node: Node) -> None:
        inside, text, skip, drop = self._inside, self._text, self._skip, self._drop
        here: Node | None = node
        while here is not None:
            tag = here.tag or "!"  # an instruction (`<?php`) has none
            if tag == "-text":
                add = text.verbatim if self._preformatted else text.part
                add(here.text_content or "")
                here = here.next if inside else None
            elif tag in _LEAVES or tag[0] in "-!":
                if tag == "br":
                    text.gap(_LINE)
                elif tag == "img":
                    text.part(_picture(here))
                here = here.next if inside else None
            elif inside and (here.mem_id in skip or (drop is not None and drop(here))):
                here = here.next
            else:
                self._open(here, tag)
                here = here.first_child
            while here is None and inside:
                here = self._close()

    def _open(self, node: Node, tag: str) -> None:
        """Take an element."""
        text, gap = self._text, _GAPS.get(tag, 0)
        marked = node.mem_id in self._marked
        if marked:
            gap = gap or _LINE
        if gap:
            text.gap(gap)
        if tag == "pre":
            self._preformatted += 1
        self._inside.append((node, tag, text.next if marked else None))

    def _close(self) -> Node | None:
        """End what was opened last; give what comes after it."""
        node, tag, start = self._inside.pop()
        text, gap = self._text, _GAPS.get(tag, 0)
        if tag == "pre":
            self._preformatted -= 1
        if gap:
            text.gap(gap)
        if start is not None:
            text.gap(_LINE)
            if text.length > start:
                text.passages.append(Passage(start, text.length, node))
        return node.next if self._inside else None


def _picture(node: Node) -> str:
    """Give the sign that a small picture stands for; other pictures have no text."""
    names = " ".join(classes(node)).lower()
    if "data-emoticon" in node.attributes or any(word in names for word in _PICTURES):
        return node.attributes.get("alt") or ""
    return ""
