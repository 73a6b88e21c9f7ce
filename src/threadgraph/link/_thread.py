"""Hold the posts of a document while their parents are sought: nodes, edges, problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from threadgraph.ids import hashed_id
from threadgraph.records import Problem

__all__ = ["Edge", "Node", "Place", "Quoted", "Thread"]

CONFIDENCE = {
    "native_id": 1.0, "nesting": 0.99, "reply_label": 0.99, "top_level": 0.99, "quote": 0.99,
}  # fmt: skip
"""Confidence of what a document shows, by method (ceilings measured on pages with ids)."""

Place = tuple[int | None, int | None]
"""A half-open range, of bytes or of code points; two nulls where it is not known."""


@dataclass(slots=True, kw_only=True, eq=False)
class Node:
    """A post as the linker sees it: what is shown of its parent, and what was found.

    A placeholder has no `position`. Nodes are compared by identity.
    """

    post_id: str
    position: int | None
    depth: int | None = None
    author: str | None = None
    label: str | None = None
    native_id: str | None = None
    native_parent_id: str | None = None
    evidence: Place = (None, None)
    text: str = ""
    role: str = "comment"
    quoted: Sequence[Quoted] = ()
    parent: Node | None = None
    parent_state: str = "unknown"
    thread: Node | None = None
    author_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Quoted:
    """A quotation whose post is known: a node, or one that is not here by its native id.

    `sure` where the document names the post: by id, or by the author's name and the words of just
    one of the posts before. `inner` quotations stand inside others. Places are code points, and
    `similarity` is null where the texts were not compared; `author` is the name above.
    """

    post: Node | None
    native_id: str | None = None
    author: str | None = None
    place: tuple[int, int]
    quoted_place: Place = (None, None)
    method: str
    confidence: float
    similarity: float | None = None
    sure: bool = False
    inner: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class Edge:
    """A row of `replies`, before its columns; not frozen, as that takes three times as long.

    `evidence` are bytes; where they are not known, `place` may say which code points of the
    child's text they are.
    """

    child: Node
    parent_id: str
    method: str
    relation: str = "replies_to"
    inferred: bool = False
    confidence: float
    rank: int = 1
    evidence: Place
    place: tuple[int, int] | None = None


@dataclass(slots=True)
class Thread:
    """The posts of one document in page order with placeholders, the edges, and the problems.

    `absent` are the placeholders of posts that the document names by native id, by that id.
    """

    document_key: str
    article_id: str | None
    nodes: list[Node] = field(default_factory=list[Node])
    edges: list[Edge] = field(default_factory=list[Edge])
    problems: list[Problem] = field(default_factory=list[Problem])
    absent: dict[str, Node] = field(default_factory=dict[str, Node])

    def placeholder(self, *parts: object) -> Node:
        """Add a placeholder for a missing parent; its id is made of the parts."""
        missing = Node(post_id=hashed_id("p", self.document_key, "missing", *parts), position=None)
        self.nodes.append(missing)
        return missing

    def observe(
        self,
        node: Node,
        parent: Node,
        method: str,
        confidence: float | None = None,
        place: tuple[int, int] | None = None,
    ) -> None:
        """Note the parent that the document shows, and the edge."""
        node.parent = parent
        node.parent_state = "missing" if parent.position is None else "observed"
        self.edges.append(
            Edge(
                child=node,
                parent_id=parent.post_id,
                method=method,
                confidence=CONFIDENCE[method] if confidence is None else confidence,
                evidence=node.evidence if place is None else (None, None),
                place=place,
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
