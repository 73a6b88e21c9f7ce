"""Find where in a page's bytes an element without an id begins: by its class, if all agree.

The page's tree and its bytes must have as many elements of that tag and class: what stands in
scripts or comments of the source could be counted otherwise.
"""

from __future__ import annotations

import re

from threadgraph.markup._dom import HtmlPage, Node

__all__ = ["place_by_class"]

MAX_KINDS = 12
"""Tags with their classes that are sought in one page: each is a pass over its bytes."""

MAX_TAG = 1000
"""How far a tag's beginning is sought before its class."""

_PLAIN = re.compile(r"[\w./:+@ -]{1,300}\Z", re.ASCII)

_Places = dict[tuple[str, str], dict[int, int]]


def place_by_class(page: HtmlPage, node: Node) -> int | None:
    """Give the byte at which the element's start tag begins; None where that is not certain."""
    value = node.attributes.get("class") or ""
    tag = node.tag or ""
    if not _PLAIN.match(value) or not tag.isalnum():
        return None
    known = page.once(_known)
    places = known.get((tag, value))
    if places is None:
        if len(known) >= MAX_KINDS:
            return None
        places = known[tag, value] = _places(page, tag, value)
    return places.get(node.mem_id)


def _known(_: HtmlPage) -> _Places:
    return {}


def _places(page: HtmlPage, tag: str, value: str) -> dict[int, int]:
    nodes = page.all(f'{tag}[class="{value}"]')
    literal = re.escape(value.encode())
    bare = rb"|%s(?=[\s>])" % literal if " " not in value else b""
    pattern = rb"<(?i:%s)(?:\s[^<>]{0,600}?)?\s(?i:class)\s?=\s?(?:\"%s\"|'%s'%s)" % (
        tag.encode(), literal, literal, bare,
    )  # fmt: skip
    start_tag = re.compile(pattern)
    found = sorted(
        place
        for place in _tags_before(page.data, value.encode())
        if start_tag.match(page.data, place)
    )
    if len(found) != len(nodes):
        return {}
    return {node.mem_id: place for node, place in zip(nodes, found, strict=True)}


def _tags_before(data: bytes, value: bytes) -> set[int]:
    """Give where the tags begin that hold this value of an attribute: a search for it is cheap."""
    places: set[int] = set()
    for needle in (b'"%s"' % value, b"'%s'" % value, b"=" + value, b"= " + value):
        place = data.find(needle)
        while place >= 0:
            places.add(data.rfind(b"<", max(0, place - MAX_TAG), place))
            place = data.find(needle, place + 1)
    return places - {-1}
