"""Find each post's parent: by the source's ids, by nesting, by the label of its author.

What the document shows becomes an edge; a parent that is shown but not there becomes a
placeholder; what is not shown stays unknown, with ranked candidates where a label fits several.
Cost: linear in posts (a stack a document); `address` and other cues are in `infer`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from threadgraph.ids import hashed_id
from threadgraph.records import Problem
from threadgraph.text import fold_name, show

__all__ = ["Edge", "Node", "Thread", "link_document"]

MAX_JUMP = 16
"""Levels that may be missing between a post and the one before; more is no nesting."""

MAX_CANDIDATES = 5

CONFIDENCE = {"native_id": 1.0, "nesting": 0.99, "reply_label": 0.99, "top_level": 0.99}
"""Confidence of what a document shows, by method (ceilings measured on pages with ids)."""

LATEST = 0.7
"""Confidence that a label with several fitting posts means the latest."""


@dataclass(slots=True, kw_only=True)
class Node:
    """A post as the linker sees it: what is shown of its parent, and what was found.

    A placeholder has no `position`.
    """

    post_id: str
    position: int | None
    depth: int | None = None
    author: str | None = None
    label: str | None = None
    native_id: str | None = None
    native_parent_id: str | None = None
    evidence: tuple[int | None, int | None] = (None, None)
    parent: Node | None = None
    parent_state: str = "unknown"
    thread: Node | None = None
    author_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A row of `replies`, before its columns."""

    child: Node
    parent_id: str
    method: str
    relation: str = "replies_to"
    inferred: bool = False
    confidence: float
    rank: int = 1
    evidence: tuple[int | None, int | None]


@dataclass(slots=True)
class Thread:
    """The posts of one document in page order with placeholders, the edges, and the problems."""

    document_key: str
    article_id: str | None
    nodes: list[Node] = field(default_factory=list[Node])
    edges: list[Edge] = field(default_factory=list[Edge])
    problems: list[Problem] = field(default_factory=list[Problem])

    def placeholder(self, *parts: object) -> Node:
        """Add a placeholder for a missing parent; its id is made of the parts."""
        missing = Node(post_id=hashed_id("p", self.document_key, "missing", *parts), position=None)
        self.nodes.append(missing)
        return missing

    def observe(self, node: Node, parent: Node, method: str) -> None:
        """Note the parent that the document shows, and the edge."""
        node.parent = parent
        node.parent_state = "missing" if parent.position is None else "observed"
        self.edges.append(
            Edge(
                child=node,
                parent_id=parent.post_id,
                method=method,
                confidence=CONFIDENCE[method],
                evidence=node.evidence,
            )
        )

    def root(self, node: Node) -> None:
        """Note that the document shows the post at top level."""
        node.parent_state = "root"
        node.depth = 0
        if self.article_id is not None:
            self.edges.append(
                Edge(
                    child=node,
                    parent_id=self.article_id,
                    method="top_level",
                    relation="comments_on",
                    confidence=CONFIDENCE["top_level"],
                    evidence=node.evidence,
                )
            )

    def warn(self, node: Node, code: str, reason: str) -> None:
        """Note a warning at the post's evidence."""
        start, end = node.evidence
        self.problems.append(Problem(code=code, reason=reason, span_start=start, span_end=end))


def link_document(key: str, article_id: str | None, posts: Sequence[Node]) -> Thread:
    """Find the parents of a document's posts (without the article), in page order."""
    thread = Thread(key, article_id)
    by_native = {node.native_id: node for node in posts if node.native_id is not None}
    absent: dict[str, Node] = {}
    stack: list[Node] = []
    named: dict[str, list[Node]] = defaultdict(list)
    for node in posts:
        if node.native_parent_id is not None:
            _by_id(thread, node, by_native, absent)
        elif node.depth is not None:
            _by_nesting(thread, node, stack)
        elif node.label is not None:
            _by_label(thread, node, named)
        thread.nodes.append(node)
        named[node.author or ""].append(node)
    _break_cycles(thread)
    _name_threads(thread)
    return thread


def _by_id(thread: Thread, node: Node, by_native: dict[str, Node], absent: dict[str, Node]) -> None:
    wanted = node.native_parent_id or ""
    parent = by_native.get(wanted) or absent.get(wanted)
    if parent is None:
        parent = absent[wanted] = thread.placeholder("native", wanted)
        thread.warn(node, "TG123", f"its parent {show(wanted)} is not in the document")
    thread.observe(node, parent, "native_id")


def _by_nesting(thread: Thread, node: Node, stack: list[Node]) -> None:
    """Take the nearest earlier post one level up; a jump means that parents are missing."""
    depth = node.depth or 0
    if depth > len(stack) + MAX_JUMP:
        thread.warn(
            node, "TG125", f"nested {depth - len(stack)} levels below the post before; left unknown"
        )
        node.depth = None
        return
    jump = depth - len(stack)
    while depth > len(stack):
        missing = thread.placeholder("nesting", node.post_id, len(stack))
        if stack:
            thread.observe(missing, stack[-1], "nesting")
        else:
            thread.root(missing)
        stack.append(missing)
    if jump > 0:
        thread.warn(
            node, "TG123", f"its parent {jump} levels up the nesting is not in the document"
        )
    del stack[depth:]
    if stack:
        thread.observe(node, stack[-1], "nesting")
    else:
        thread.root(node)
    stack.append(node)


def _by_label(thread: Thread, node: Node, named: dict[str, list[Node]]) -> None:
    """Take the one earlier post of the name that the label shows."""
    label = node.label or ""
    found = named[fold_name(label)]
    if len(found) == 1:
        thread.observe(node, found[0], "reply_label")
    elif found:
        candidates = found[: -MAX_CANDIDATES - 1 : -1]
        thread.warn(node, "TG124", f"{len(found)} earlier posts are by {show(label)}")
        rest = (1 - LATEST) / (len(candidates) - 1)
        thread.edges += [
            Edge(
                child=node,
                parent_id=candidate.post_id,
                method="reply_label",
                inferred=True,
                confidence=LATEST if rank == 1 else rest,
                rank=rank,
                evidence=node.evidence,
            )
            for rank, candidate in enumerate(candidates, 1)
        ]
    elif named[""]:
        thread.warn(
            node,
            "TG124",
            f"no earlier post is by {show(label)}, but {len(named[''])} have no name",
        )
    else:
        parent = thread.placeholder("label", node.post_id)
        parent.author_name = label
        thread.warn(node, "TG123", f"no post by {show(label)} is in the document")
        thread.observe(node, parent, "reply_label")


def _break_cycles(thread: Thread) -> None:
    """Leave the parent unknown where the source's ids run in a circle."""
    done: set[int] = set()
    looped: set[int] = set()
    for start in thread.nodes:
        path: dict[int, Node] = {}
        node: Node | None = start
        while node is not None and id(node) not in done and id(node) not in path:
            path[id(node)] = node
            node = node.parent
        if node is not None and id(node) in path:
            thread.warn(node, "TG126", "its parents form a circle; the parent is left unknown")
            node.parent, node.parent_state, node.depth = None, "unknown", None
            looped.add(id(node))
        done.update(path)
    if looped:
        thread.edges = [edge for edge in thread.edges if id(edge.child) not in looped]


def _name_threads(thread: Thread) -> None:
    """Give each post the topmost ancestor that is known, and its depth below it."""
    for start in thread.nodes:
        path: list[Node] = []
        node = start
        while node.thread is None and node.parent is not None:
            path.append(node)
            node = node.parent
        top = node.thread or node
        node.thread = top
        for below in reversed(path):
            below.thread = top
            if below.parent is not None and below.parent.depth is not None:
                below.depth = below.parent.depth + 1
