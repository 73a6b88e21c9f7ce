"""Give the text of an element as a reader sees it, and where passages stand in it.

Blocks and breaks end lines, paragraphs are set off by an empty one, white space counts only in
preformatted text; scripts, controls and other posts are left out. Cost: linear in nodes, without
recursion.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from threadgraph.markup._dom import Node, classes

__all__ = ["Passage", "Text", "add_plain", "text_of"]

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
_PICTURES = ("emoji", "smil", "emot", "mceSmilie")
# a tag as the parser writes it: `<a class="x" href="y &quot;z">`
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s"'<>=/]*+)(?: [^\s"'<>=/]++="[^"]*+")*+>""")
_NOT_PLAIN = _SILENT | frozenset("pre img xmp plaintext noembed noframes".split())


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a text, in code points, and the element that holds it."""

    start: int
    end: int
    node: Node


@dataclass(slots=True)
class Text:
    """A text that grows; white space is put in only between what it separates."""

    parts: list[str] = field(default_factory=list[str])
    length: int = 0
    pending: str = ""
    passages: list[Passage] = field(default_factory=list[Passage])

    def __str__(self) -> str:
        return "".join(self.parts)

    def part(self, text: str) -> None:
        """Add inline text as it stands in the source."""
        words = text.split()
        if not words:
            self.gap(" ")
            return
        if text[0].isspace():
            self.gap(" ")
        self._put(" ".join(words))
        if text[-1].isspace():
            self.pending = " "

    def verbatim(self, text: str) -> None:
        """Add preformatted text."""
        body = text.strip("\n") if self.pending else text.rstrip("\n")
        if body.strip():
            self._put(body)
        if text.endswith("\n"):
            self.gap("\n")

    def gap(self, white: str) -> None:
        """Ask for at least this much white space before what comes next."""
        if len(white) > len(self.pending) or (white == "\n" and self.pending == " "):
            self.pending = white

    def _put(self, text: str) -> None:
        if self.length and self.pending:
            self.parts.append(self.pending)
            self.length += len(self.pending)
        self.pending = ""
        self.parts.append(text)
        self.length += len(text)


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
    if skip or marked or drop is not None or not add_plain(node, text):
        _walk(node, skip, marked, text, drop)
    return text


def _walk(
    node: Node,
    skip: Collection[int],
    marked: Collection[int],
    text: Text,
    drop: Callable[[Node], bool] | None,
) -> None:
    todo: list[Node | tuple[Node, str, int]] = [node]
    preformatted = 0
    while todo:
        here = todo.pop()
        if isinstance(here, tuple):
            element, tag, start = here
            preformatted -= tag == "pre"
            text.gap(_gap_of(tag))
            if element.mem_id in marked:
                text.gap("\n")
                if text.length > start:
                    text.passages.append(Passage(start, text.length, element))
            continue
        tag = here.tag or "!"  # an instruction (`<?php`) has none
        if tag == "-text":
            (text.verbatim if preformatted else text.part)(here.text_content or "")
        elif tag == "img":
            text.part(_picture(here))
        elif tag == "br":
            text.gap("\n")
        elif tag not in _SILENT and tag[0] not in "-!":
            if here is not node and (here.mem_id in skip or (drop is not None and drop(here))):
                continue
            text.gap("\n" if not _gap_of(tag) and here.mem_id in marked else _gap_of(tag))
            preformatted += tag == "pre"
            todo.append((here, tag, text.length + (len(text.pending) if text.length else 0)))
            todo.extend(reversed(_children(here)))


def add_plain(node: Node, text: Text) -> bool:
    """Add the text of an element that holds nothing to leave out or to mark, by its source.

    Gives False, and adds nothing, where that is not sure to be what `text_of` gives. Takes a third
    of its time.
    """
    parts = _TAG.split(node.html or "")
    if not _NOT_PLAIN.isdisjoint(parts[2::3]) or any("<" in part for part in parts[::3]):
        return False
    for place in range(0, len(parts) - 1, 3):
        if part := parts[place]:
            text.part(_unescaped(part) if "&" in part else part)
        text.gap("\n" if parts[place + 2] == "br" else _gap_of(parts[place + 2]))
    return True


def _unescaped(text: str) -> str:
    """Undo what the parser escapes in text."""
    shown = text.replace("&nbsp;", "\u00a0").replace("&lt;", "<").replace("&gt;", ">")
    return shown.replace("&amp;", "&")


def _children(node: Node) -> list[Node]:
    found: list[Node] = []
    child = node.child
    while child is not None:
        found.append(child)
        child = child.next
    return found


def _gap_of(tag: str) -> str:
    if tag in _PARAGRAPHS:
        return "\n\n"
    if tag in _LINES:
        return "\n"
    return " " if tag in _CELLS else ""


def _picture(node: Node) -> str:
    """Give the sign that a small picture stands for; other pictures have no text."""
    names = " ".join(classes(node)).lower()
    if any(word in names for word in _PICTURES):
        return node.attributes.get("alt") or ""
    return ""
