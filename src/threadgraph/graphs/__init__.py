"""Compute graphs from the tables: one module a kind, found by its constant `GRAPH`."""

from __future__ import annotations

from threadgraph.graphs._base import (
    Attribute,
    AttributeType,
    ColorBy,
    Graph,
    GraphKind,
    GraphOptions,
)
from threadgraph.graphs._networkx import to_networkx
from threadgraph.plugins import discover

__all__ = [
    "Attribute",
    "AttributeType",
    "ColorBy",
    "Graph",
    "GraphKind",
    "GraphOptions",
    "graph_kinds",
    "to_networkx",
]


def graph_kinds() -> dict[str, GraphKind]:
    """Give all kinds of graphs by name, those of other packages included."""
    return discover(__name__, "GRAPH", __name__)
