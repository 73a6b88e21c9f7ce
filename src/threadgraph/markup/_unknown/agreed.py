"""Let the posts of a page agree where their texts stand: a short one beside a long card as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from threadgraph.markup._base import Comment
from threadgraph.markup._dom import Node, classes, shown, up_from
from threadgraph.markup._unknown.outline import test_name

__all__ = ["disagreeing", "selector"]

FEW = 3
MOST = 0.7
"""Share of the posts whose texts stand in elements of one kind, before the others must."""

Kind = tuple[str, tuple[str, ...]]


def disagreeing(
    read: Sequence[tuple[Comment, Sequence[Node], Node | None]],
    holders: Mapping[int, Node],
    stop: Collection[int],
) -> list[tuple[Comment, Node]]:
    """Give the posts whose texts were taken from elsewhere, each with the element that most have.

    `holders` are the elements of the texts by the `id` of their posts, `stop` the elements of all
    posts. What stands in the other, or around it, is no other text.
    """
    kinds = {key: kind for key, node in holders.items() if (kind := _kind(node))}
    (most, count), *_ = Counter(kinds.values()).most_common(1) or [(None, 0)]
    if most is None or len(read) < FEW or not MOST * len(read) <= count < len(read):
        return []
    found: list[tuple[Comment, Node]] = []
    for comment, roots, frame in read:
        if kinds.get(id(comment)) == most or frame is not None or not comment.text:
            continue
        nodes = [n for root in roots for n in root.css(most[0]) if _kind(n) == most]
        nodes = [node for node in nodes if _belongs(node, roots, stop)]
        said = shown(nodes[0]) if len(nodes) == 1 else ""
        own = " ".join(comment.text.split())
        if said and said not in own and own not in said and not _heads(comment, said):
            found.append((comment, nodes[0]))
    return found


def _kind(node: Node) -> Kind | None:
    names = classes(node)
    return (node.tag or "", tuple(names)) if names else None


def _belongs(node: Node, roots: Sequence[Node], stop: Collection[int]) -> bool:
    """Tell whether an element is the post's own, and none of a post in it."""
    own = {root.mem_id for root in roots}
    inner = (near.mem_id for near in up_from(node))
    first = next((key for key in inner if key in own or key in stop), None)
    return first in own


def _heads(comment: Comment, said: str) -> bool:
    """Tell whether the words hold the post's name or date."""
    return any(head and head in said for head in (comment.author, comment.date))


def selector(node: Node | None) -> str:
    """Give the selector of the nearest element with a class: it is what tells the part.

    What the page's own tests call the part itself tells it as well.
    """
    if node is not None and node.tag != "-text" and (tested := test_name(node.attributes)):
        return f'{node.tag}[{tested[0]}="{tested[1]}"]'
    for near in (node, node.parent if node is not None else None):
        names = classes(near) if near is not None else []
        if near is not None and names:
            return f"{near.tag}.{names[0]}"
    return f"{node.tag}, by its place" if node is not None and node.tag != "-text" else "its place"
