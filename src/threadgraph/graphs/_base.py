"""Fix what a graph is: node and edge frames, and the columns that each kind of graph has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import polars as pl

from threadgraph.checks import one_of
from threadgraph.graphs._ids import node_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from threadgraph.schema import Tables

__all__ = [
    "Attribute",
    "AttributeType",
    "ColorBy",
    "Graph",
    "GraphKind",
    "GraphOptions",
    "added",
    "left_out",
    "pieces",
    "slices",
]

AttributeType = Literal["boolean", "int", "long", "float", "double", "string"]
"""The six types of the GraphML standard; every reader refuses or drops any other."""

ColorBy = Literal["thread", "author", "depth"]

PIECE_ROWS = 1 << 14
"""Rows of a piece of nodes or edges that span the parts of the tables."""

_POLARS_TYPES: dict[AttributeType, pl.DataType] = {
    "boolean": pl.Boolean(),
    "int": pl.Int32(),
    "long": pl.Int64(),
    "float": pl.Float32(),
    "double": pl.Float64(),
    "string": pl.String(),
}


@dataclass(frozen=True, slots=True)
class Attribute:
    """One column of nodes or edges; its type is fixed here and never inferred from values."""

    name: str
    type: AttributeType
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphOptions:
    """What users choose of a graph.

    `text` adds the full text to the nodes of `posts`, `inferred` the candidate parents to its
    edges. `domains` joins the URLs of `mentions` to one node a host.
    """

    color_by: ColorBy = "thread"
    text: bool = False
    self_loops: bool = True
    inferred: bool = False
    domains: bool = False

    def __post_init__(self) -> None:
        """Raise UsageError for a colour that means nothing."""
        one_of("color_by", self.color_by, get_args(ColorBy))


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A directed graph with at most one edge from a source to a target.

    Nodes have `id` and the node attributes, edges have `source`, `target` and the edge attributes,
    both in the order in which they are written, in pieces of which each fits in memory. Ids are
    given as the tables have them and kept as `node_id` spells them; an attribute holds the exact
    one. `left_out` is one row: how many rows of the tables gave no edge, a column for each reason.
    """

    node_pieces: Sequence[pl.LazyFrame]
    edge_pieces: Sequence[pl.LazyFrame]
    left_out: pl.LazyFrame
    node_attributes: tuple[Attribute, ...]
    edge_attributes: tuple[Attribute, ...]

    def __post_init__(self) -> None:
        """Keep the declared columns, in their order and types, and spell the ids."""
        of_nodes = [node_id("id").alias("id"), *_typed(self.node_attributes)]
        ends = [node_id(end).alias(end) for end in ("source", "target")]
        of_edges = [*ends, *_typed(self.edge_attributes)]
        nodes = tuple(piece.select(of_nodes) for piece in self.node_pieces)
        edges = tuple(piece.select(of_edges) for piece in self.edge_pieces)
        object.__setattr__(self, "node_pieces", nodes)
        object.__setattr__(self, "edge_pieces", edges)

    @property
    def nodes(self) -> pl.LazyFrame:
        """All nodes."""
        return pl.concat(self.node_pieces)

    @property
    def edges(self) -> pl.LazyFrame:
        """All edges."""
        return pl.concat(self.edge_pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphKind:
    """One kind of graph: the constant `GRAPH` of a module of this folder."""

    name: str
    description: str
    build: Callable[[Tables, GraphOptions], Graph]


def _typed(attributes: Iterable[Attribute]) -> list[pl.Expr]:
    return [pl.col(a.name).cast(_POLARS_TYPES[a.type]) for a in attributes]


def left_out(**rows: pl.LazyFrame) -> pl.LazyFrame:
    """Count the rows of each frame: one row, a column for each reason."""
    counts = [frame.select(pl.len().alias(reason)) for reason, frame in rows.items()]
    return pl.concat(counts, how="horizontal")


def added(parts: Iterable[pl.LazyFrame]) -> pl.LazyFrame:
    """Add up what is left out of each part."""
    return pl.concat([part.collect(engine="in-memory") for part in parts]).sum().lazy()


def pieces(rows: pl.DataFrame) -> list[pl.LazyFrame]:
    """Cut rows that span the parts of the tables into pieces; none are one piece."""
    return slices(rows.lazy(), rows.height)


def slices(rows: pl.LazyFrame, height: int) -> list[pl.LazyFrame]:
    """Cut so many rows into pieces, which need not be in memory."""
    starts = range(0, max(1, height), PIECE_ROWS)
    return [rows.slice(start, PIECE_ROWS) for start in starts]
