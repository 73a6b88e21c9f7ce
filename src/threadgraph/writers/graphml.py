"""Write graphs as GraphML 1.0, the way Gephi, Gephi Lite, igraph and networkx all read it.

What their readers do with a file decided the form: values have no entities but `&amp;`, `&lt;`
and `]]&gt;` (Gephi drops blanks between entities), no CDATA (rustworkx reads none), no defaults,
no empty values, one id for each edge.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Literal

import polars as pl

from threadgraph.graphs import Attribute, Graph, graph_kinds
from threadgraph.graphs._text import dropped, written
from threadgraph.plugins import pick
from threadgraph.writers._base import (
    LINE_ROWS,
    WriteOptions,
    Writer,
    WrittenFile,
    batches,
    write_lines,
)

if TYPE_CHECKING:
    from pathlib import Path

    from threadgraph.schema import Tables

__all__ = ["WRITER"]

_Element = Literal["node", "edge"]

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
_PROPERTIES = {"label", "size", "color", "weight"}
"""Gephi knows these by the id of their key; all other ids get a prefix and become columns."""

_ESCAPES = {"&": "&amp;", "<": "&lt;", "]]>": "]]&gt;"}


def _write(tables: Tables, root: Path, options: WriteOptions) -> tuple[WrittenFile, ...]:
    known = graph_kinds()
    names = tuple(known) if options.graphs is None else options.graphs
    kinds = [pick(known, name, "graph") for name in names]
    (root / "graphml").mkdir()
    return tuple(_write_graph(k.name, k.build(tables, options.graph), root) for k in kinds)


def _write_graph(name: str, graph: Graph, root: Path) -> WrittenFile:
    path = f"graphml/{name}.graphml"
    with (root / path).open("wb") as file:
        file.write(_HEAD.encode())
        file.write("".join(_key("node", a) for a in graph.node_attributes).encode())
        file.write("".join(_key("edge", a) for a in graph.edge_attributes).encode())
        file.write(b'<graph edgedefault="directed">\n')
        nodes, lost_in_nodes = _write_nodes(graph, file)
        edges, lost_in_edges = _write_edges(graph, file)
        file.write(b"</graph>\n</graphml>\n")
    counts = {
        "nodes": nodes,
        "edges": edges,
        "dropped_characters": lost_in_nodes + lost_in_edges,
        **graph.left_out.collect().row(0, named=True),
    }
    return WrittenFile(path=path, rows=nodes + edges, counts=counts)


def _key_id(element: _Element, attribute: Attribute) -> str:
    return attribute.name if attribute.name in _PROPERTIES else f"{element[0]}_{attribute.name}"


def _key(element: _Element, attribute: Attribute) -> str:
    key = _key_id(element, attribute)
    name, kind = attribute.name, attribute.type
    return f'<key id="{key}" for="{element}" attr.name="{name}" attr.type="{kind}"/>\n'


def _write_nodes(graph: Graph, file: IO[bytes]) -> tuple[int, int]:
    """Write the nodes and give how many there are and how many characters they lost."""
    data = [_data("node", a) for a in graph.node_attributes]
    line = pl.concat_str(pl.format('<node id="{}">', "id"), *data, pl.lit("</node>"))
    rows = lost = 0
    for batch in batches(graph.nodes, LINE_ROWS):
        lost += _write_batch(batch, graph.node_attributes, line, file)
        rows += batch.height
    return rows, lost


def _write_edges(graph: Graph, file: IO[bytes]) -> tuple[int, int]:
    """Write the edges, numbered, and give how many there are and the characters they lost."""
    data = [_data("edge", a) for a in graph.edge_attributes]
    start = pl.format('<edge id="e{}" source="{}" target="{}">', "number", "source", "target")
    line = pl.concat_str(start, *data, pl.lit("</edge>"))
    rows = lost = 0
    for batch in batches(graph.edges, LINE_ROWS):
        numbered = batch.with_row_index("number", offset=rows)
        lost += _write_batch(numbered, graph.edge_attributes, line, file)
        rows += batch.height
    return rows, lost


def _write_batch(
    batch: pl.DataFrame, attributes: tuple[Attribute, ...], line: pl.Expr, file: IO[bytes]
) -> int:
    write_lines(batch.with_columns(written(attributes)).select(line), file)
    return int(batch.select(dropped(attributes).sum()).item())


def _data(element: _Element, attribute: Attribute) -> pl.Expr:
    """Give the `data` element of a value; nothing where it is missing."""
    column = pl.col(attribute.name)
    value = column.str.replace_many(_ESCAPES) if attribute.type == "string" else column
    tag = f'<data key="{_key_id(element, attribute)}">{{}}</data>'
    return pl.format(tag, value).fill_null("")


WRITER = Writer(
    name="graphml",
    description="The graphs, for Gephi, igraph, networkx and others.",
    write=_write,
)
