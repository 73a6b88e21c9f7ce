"""Note where name, date and text stand in a post, and find them at the same places of others."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from threadgraph.markup._dom import Node
from threadgraph.markup._unknown.post import Post

__all__ = ["Template", "seek", "template_of"]

MAX_LEVELS = 30
"""How deep in a post the parts of a template may stand."""


@dataclass(frozen=True, slots=True)
class Template:
    """Where name, date and text stand, as paths of tags and classes.

    `ways` are what they stand in, each with the tags that lead on from there.
    """

    author: str
    date: str
    body: str
    ways: dict[str, set[str]]


def _key(way: str, node: Node) -> str:
    return f"{way}/{node.tag} {node.attributes.get('class') or ''}"


def template_of(post: Post, author: int, date: int, body: int) -> Template | None:
    """Note the paths to name, date and text, if they are elements of their own inside the post."""
    if post.within(author, body) or post.within(date, body):
        return None
    ways: dict[str, set[str]] = {}
    paths: list[str] = []
    for number in map(post.alone, (author, date, body)):
        part = post.parts[number]
        if part.tag == "-text" or part.above < 0:
            return None
        chain: list[Node] = []
        here = number
        while post.parts[here].above >= 0:
            chain.append(post.parts[here].node)
            here = post.parts[here].above
        if len(chain) > MAX_LEVELS:
            return None
        way = ""
        for node in reversed(chain):
            ways.setdefault(way, set()).add(node.tag or "")
            way = _key(way, node)
        paths.append(way)
    return Template(paths[0], paths[1], paths[2], ways)


def seek(root: Node, known: Template, stop: Collection[int]) -> tuple[Node, Node, Node] | None:
    """Give the elements of name, date and text; None where they are not exactly there."""
    found: dict[str, Node] = {}
    todo = [(root, "")]
    while todo:
        node, way = todo.pop()
        tags = known.ways[way]
        child = node.last_child
        while child is not None:
            if child.tag in tags and child.mem_id not in stop:
                key = _key(way, child)
                if key in (known.author, known.date, known.body):
                    if key == known.body and key in found:
                        return None
                    found[key] = child
                if key in known.ways:
                    todo.append((child, key))
            child = child.prev
    author, date, body = (found.get(key) for key in (known.author, known.date, known.body))
    if author is None or date is None or body is None:
        return None
    return author, date, body
