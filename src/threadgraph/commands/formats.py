"""List the readers, layouts, families of HTML and writers, each with what it is for."""

from __future__ import annotations

from threadgraph.graphs import graph_kinds
from threadgraph.layouts import layouts
from threadgraph.markup import described
from threadgraph.readers import readers
from threadgraph.writers import writers

__all__ = ["formats"]


def formats() -> dict[str, dict[str, str]]:
    """Give the description of every plug-in, by kind and name."""
    return {
        "readers": {name: reader.description for name, reader in readers().items()},
        "layouts": {name: layout.description for name, layout in layouts().items()},
        "markup": described(),
        "graphs": {name: graph.description for name, graph in graph_kinds().items()},
        "writers": {name: writer.description for name, writer in writers().items()},
    }
