"""Hand a graph to networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from threadgraph.graphs._text import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import networkx as nx
    import polars as pl

    from threadgraph.graphs._base import Attribute, Graph

__all__ = ["to_networkx"]


def to_networkx(graph: Graph) -> nx.DiGraph[str]:
    """Give the graph to networkx: all that its GraphML file holds, missing values left out.

    The whole graph is held in memory, as Python objects; for millions of nodes use the tables.
    """
    import networkx as nx  # noqa: PLC0415 - heavy: a tenth of a second

    made: nx.DiGraph[str] = nx.DiGraph()
    nodes, _ = written(graph.nodes.collect(), graph.node_attributes)
    edges, _ = written(graph.edges.collect(), graph.edge_attributes)
    made.add_nodes_from(_rows(nodes, 1, graph.node_attributes))
    made.add_edges_from(_rows(edges, 2, graph.edge_attributes))
    return made


def _rows(
    frame: pl.DataFrame, ids: int, attributes: Iterable[Attribute]
) -> Iterator[tuple[Any, ...]]:
    """Give each row as its first `ids` values and a dictionary of the attributes it has."""
    names = [a.name for a in attributes]
    for row in frame.iter_rows():
        values = zip(names, row[ids:], strict=True)
        yield (*row[:ids], {name: value for name, value in values if value is not None})
