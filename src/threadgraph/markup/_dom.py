"""Hold a page's tree: what all families ask of it, asked once.

Selectors run over the whole page in the parser; what they find is given to the nearest post around
it, so that the author of an answer is never taken for the author of the post it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["HtmlPage", "Node", "Owners", "attribute", "classes", "shown"]

Node = LexborNode
Result = TypeVar("Result")

# the value of an id or name in a start tag: `<li class="comment" id="comment-7"`
_PLACE = re.compile(
    rb"""<[a-zA-Z][^<>]{0,4000}?\s(?:id|name)\s*=\s*["']?([^"'\s<>]{1,300})""", re.IGNORECASE
)


class HtmlPage:
    """A page of HTML as text and as a tree.

    `data` are its bytes, for places; `html` the same decoded.
    """

    def __init__(self, html: str, data: bytes) -> None:
        self.html = html
        self.data = data
        self.tree = LexborHTMLParser(html)
        self._found: dict[str, list[Node]] = {}
        self._shared: dict[object, object] = {}

    def all(self, selector: str) -> list[Node]:
        """Give the elements that match, in page order, each once; do not change the list."""
        found = self._found.get(selector)
        if found is None:
            unique = {node.mem_id: node for node in self.tree.css(selector)} if selector else {}
            found = self._found[selector] = list(unique.values())
        return found

    def first(self, *selectors: str) -> Node | None:
        """Give the first element of the first selector that matches anything."""
        return next((found[0] for s in selectors if (found := self.all(s))), None)

    def once(self, function: Callable[[HtmlPage], Result]) -> Result:
        """Give what `function` makes of the page, made once for all families."""
        if function not in self._shared:
            self._shared[function] = function(self)
        return self._shared[function]  # pyright: ignore[reportReturnType] - kept by its function

    def place(self, *names: str | None) -> int | None:
        """Give the byte at which the start tag with one of these ids begins; None if not unique."""
        places = self.once(_places)
        return next((p for n in names if n and (p := places.get(n, -1)) >= 0), None)


def _places(page: HtmlPage) -> dict[str, int]:
    """Note where the start tag of each id begins: -1 where several have it."""
    places: dict[str, int] = {}
    for match in _PLACE.finditer(page.data):
        name = match[1].decode("utf-8", "replace")
        places[name] = -1 if name in places else match.start()
    return places


class Owners:
    """Find the post that an element belongs to: the nearest one around it."""

    def __init__(self, posts: Sequence[Node]) -> None:
        self._known: dict[int, int] = {node.mem_id: number for number, node in enumerate(posts)}
        self._posts = set(self._known)

    def of(self, node: Node) -> int | None:
        """Give the number of the post that the element is, or stands in."""
        path: list[int] = []
        here: Node | None = node
        owner = -1
        while here is not None:
            key = here.mem_id
            if key in self._known:
                owner = self._known[key]
                break
            path.append(key)
            here = here.parent
        self._known.update(dict.fromkeys(path, owner))
        return owner if owner >= 0 else None

    def around(self, node: Node) -> int | None:
        """Give the number of the post that the post `node` itself stands in."""
        return self.of(node.parent) if node.parent is not None else None

    def group(self, nodes: Iterable[Node]) -> dict[int, list[Node]]:
        """Give the elements by post, in page order."""
        groups: dict[int, list[Node]] = {}
        for node in nodes:
            owner = self.of(node)
            if owner is not None:
                groups.setdefault(owner, []).append(node)
        return groups


def attribute(node: Node, *names: str) -> str | None:
    """Give the first of these attributes that has a value, without white space around it."""
    attributes = node.attributes
    for name in names:
        value = (attributes.get(name) or "").strip()
        if value:
            return value
    return None


def classes(node: Node) -> list[str]:
    """Give the element's classes."""
    return (node.attributes.get("class") or "").split()


def shown(node: Node) -> str:
    """Give the element's text on one line; what a `meta` or an `img` says instead."""
    if node.tag == "meta":
        return " ".join((node.attributes.get("content") or "").split())
    if node.tag == "img":
        return " ".join((node.attributes.get("alt") or "").split())
    return " ".join(node.text().split())
