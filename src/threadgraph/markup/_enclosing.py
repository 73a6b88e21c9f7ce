"""Look around posts: what they stand in (lists of answers, boxes), what they begin with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from threadgraph.markup._dom import Node

__all__ = ["enclosing", "first_in", "has_class"]


def enclosing(posts: Sequence[Node], counted: Callable[[Node], bool]) -> list[int]:
    """Count the elements around each post for which `counted` holds, the post itself left out.

    Each element is asked once, however many posts stand in it.
    """
    known: dict[int, int] = {}
    return [_count(post.parent, counted, known) for post in posts]


def _count(node: Node | None, counted: Callable[[Node], bool], known: dict[int, int]) -> int:
    path: list[Node] = []
    while node is not None and node.mem_id not in known:
        path.append(node)
        node = node.parent
    count = 0 if node is None else known[node.mem_id]
    for above in reversed(path):
        count += counted(above)
        known[above.mem_id] = count
    return count


def has_class(*names: str) -> Callable[[Node], bool]:
    """Give a test for elements that have one of these classes."""
    wanted = frozenset(names)
    return lambda node: not wanted.isdisjoint((node.attributes.get("class") or "").split())


def first_in(node: Node, selected: Callable[[Node], bool], limit: int = 60) -> Node | None:
    """Give the first element in a post for which `selected` holds; `limit` are looked at."""
    todo = [node]
    while todo and limit:
        here = todo.pop()
        if (here.tag or "-")[0] in "-!":
            continue
        limit -= 1
        if selected(here):
            return here
        children: list[Node] = []
        child = here.child
        while child is not None and len(children) < limit:
            children.append(child)
            child = child.next
        todo.extend(reversed(children))
    return None
