"""Hold a page's tree: what all families ask of it, asked once.

Selectors run over the whole page in the parser; what they find is given to the nearest post around
it, so that the author of an answer is never taken for the author of the post it stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from selectolax.lexbor import LexborHTMLParser, LexborNode

from threadgraph.markup._selectors import possible

__all__ = [
    "HtmlPage",
    "Node",
    "Owners",
    "attribute",
    "classes",
    "holder",
    "level_below",
    "one_line",
    "outermost",
    "shown",
    "up_from",
]

Node = LexborNode
Result = TypeVar("Result")

_CODE = frozenset(("script", "style"))


class HtmlPage:
    """A page of HTML as text and as a tree.

    `data` are its bytes, for places; `html` the same decoded, `source` that in UTF-8.
    """

    def __init__(self, html: str, data: bytes, source: bytes | None = None) -> None:
        self.html = html
        self.data = data
        self.source = html.encode("utf-8", "replace") if source is None else source
        self.tree = LexborHTMLParser(self.source)
        self._found: dict[str, list[Node]] = {}
        self._shared: dict[object, object] = {}

    def all(self, selector: str) -> list[Node]:
        """Give the elements that match, in page order, each once; do not change the list."""
        found = self._found.get(selector)
        if found is None:
            found = self._found[selector] = self._search(selector, self.tree)
        return found

    def inside(self, root: Node, selector: str) -> list[Node]:
        """Give those in an element, itself included, and maybe others, if they are known."""
        found = self._found.get(selector)
        return self._search(selector, root) if found is None else found

    def _search(self, selector: str, root: LexborHTMLParser | Node) -> list[Node]:
        asked = possible(selector, self.classes)
        return list({node.mem_id: node for node in root.css(asked)}.values()) if asked else []

    @property
    def lower(self) -> bytes:
        """Give the source in small letters."""
        return self.once(_lower)

    @property
    def classes(self) -> frozenset[str]:
        """Give the classes of all elements, in small letters."""
        return self.once(_classes)

    @property
    def names(self) -> str:
        """Give the classes and the ids of all elements, without the numbers that end them.

        They are in small letters, divided by blanks.
        """
        return self.once(_names_of)

    def first(self, *selectors: str) -> Node | None:
        """Give the first element of the first selector that matches anything."""
        asked = (possible(selector, self.classes) for selector in selectors)
        return next((found for s in asked if s and (found := self.tree.css_first(s))), None)

    def once(self, function: Callable[[HtmlPage], Result]) -> Result:
        """Give what `function` makes of the page, made once for all families."""
        if function not in self._shared:
            self._shared[function] = function(self)
        return self._shared[function]  # pyright: ignore[reportReturnType] - kept by its function


def _lower(page: HtmlPage) -> bytes:
    return page.source.lower()


def _classes(page: HtmlPage) -> frozenset[str]:
    values = {node.attrs["class"] for node in page.tree.css("[class]")}
    return frozenset(" ".join(filter(None, values)).lower().split())


def _names_of(page: HtmlPage) -> str:
    ids = [node.id or "" for node in page.tree.css("[id]")]
    return " ".join({name.rstrip("0123456789") for name in (*page.classes, *ids)}).lower()


class Owners:
    """Find the post that an element belongs to: the nearest one around it."""

    def __init__(self, posts: Sequence[Node]) -> None:
        self._known: dict[int, int] = {node.mem_id: number for number, node in enumerate(posts)}
        self._posts = set(self._known)

    def of(self, node: Node) -> int | None:
        """Give the number of the post that the element is, or stands in."""
        known = self._known
        path: list[int] = []
        here: Node | None = node
        owner = -1
        while here is not None:
            key = here.mem_id
            if key in known:
                owner = known[key]
                break
            path.append(key)
            here = here.parent
        for key in path:
            known[key] = owner
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


def outermost(nodes: Sequence[Node]) -> list[Node]:
    """Leave out elements that stand in others of them."""
    if len(nodes) == 1:
        return [*nodes]
    owners = Owners(nodes)
    return [node for node in nodes if owners.around(node) is None]


def level_below(levels: Sequence[int], above: int | None) -> int:
    """Give the level of what stands in the post `above`: the top for None.

    So it is where that post's own level is not known yet: broken pages have it later.
    """
    return levels[above] + 1 if above is not None and above < len(levels) else 0


def holder(nodes: Sequence[Node]) -> Node:
    """Give the nearest element that holds all of these; of one alone that itself."""
    path: list[Node] = []
    here: Node | None = nodes[0]
    while here is not None:
        path.append(here)
        here = here.parent
    levels = {node.mem_id: level for level, node in enumerate(path)}
    highest = 0
    for node in nodes[1:]:
        passed: list[int] = []
        here = node
        while here is not None and (key := here.mem_id) not in levels:
            passed.append(key)
            here = here.parent
        level = levels[here.mem_id] if here is not None else len(path) - 1
        levels.update(dict.fromkeys(passed, level))
        highest = max(highest, level)
    return path[highest]


def up_from(node: Node | None) -> Iterator[Node]:
    """Give the element and those around it, the nearest first; of None nothing."""
    here = node
    while here is not None:
        yield here
        here = here.parent


def attribute(node: Node, *names: str) -> str | None:
    """Give the first of these attributes that has a value, without white space around it."""
    if not node.is_element_node:
        return None
    attributes = node.attrs  # looks one up; `attributes` would copy them all
    for name in names:
        value = attributes.get(name)
        if value and (value := value.strip()):
            return value
    return None


def classes(node: Node) -> list[str]:
    """Give the element's classes."""
    return (attribute(node, "class") or "").split()


def one_line(text: str) -> str:
    """Give the words of a text with one blank between them."""
    words = text.strip()
    # most texts are so already; the only white space that is printable is the blank
    return words if words.isprintable() and "  " not in words else " ".join(words.split())


def shown(node: Node) -> str:
    """Give the element's text on one line; what a `meta` or an `img` says instead."""
    tag = node.tag
    if tag == "meta":
        return one_line(node.attrs.get("content") or "")
    if tag == "img":
        return one_line(node.attrs.get("alt") or "")
    text = node.text()
    if (";" in text or "{" in text) and tag not in _CODE and node.css_first("script, style"):
        runs = (run for run in node.traverse(include_text=True) if run.tag == "-text")
        text = "".join(run.text_content or "" for run in runs if not _is_code(run.parent))
    return one_line(text)


def _is_code(node: Node | None) -> bool:
    return node is not None and node.tag in _CODE
