"""Write graphs as GraphML 1.0, the way Gephi, Gephi Lite, igraph and networkx all read it.

What their readers do with a file decided the form: values have no entities but `&amp;`, `&lt;`
and `]]&gt;` (Gephi drops blanks between entities), no CDATA (rustworkx reads none), no defaults,
no empty values, one id for each edge.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Literal

import polars as pl

from threadgraph.graphs import Attribute, Graph, graph_kinds
from threadgraph.graphs._text import holding, written
from threadgraph.plugins import pick
from threadgraph.writers._base import (
    LINE_ROWS,
    WriteOptions,
    Writer,
    WrittenFile,
    write_texts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from threadgraph.schema import Tables

__all__ = ["WRITER"]

_Element = Literal["node", "edge"]

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
_PROPERTIES = {"label", "size", "color", "weight"}
"""Gephi knows these by the id of their key; all other ids get a prefix and become columns."""

_SPECIAL = r"[&<]|\]\]>"
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


def _batches(pieces: Iterable[pl.LazyFrame]) -> Iterator[pl.DataFrame]:
    """Give rows in order, one piece in memory at a time."""
    for piece in pieces:
        yield from piece.collect(engine="in-memory").iter_slices(LINE_ROWS)


def _write_nodes(graph: Graph, file: IO[bytes]) -> tuple[int, int]:
    """Write the nodes and give how many there are and how many characters they lost."""
    start = [pl.lit('<node id="'), pl.col("id"), pl.lit('">')]
    rows = lost = 0
    for batch in _batches(graph.node_pieces):
        values, dropped = written(batch, graph.node_attributes)
        _write_elements("node", values, graph.node_attributes, start, file)
        lost += dropped
        rows += batch.height
        del batch, values  # or they stay in memory while the next piece is worked out
    return rows, lost


def _write_edges(graph: Graph, file: IO[bytes]) -> tuple[int, int]:
    """Write the edges, numbered, and give how many there are and the characters they lost."""
    ends = [pl.lit('" source="'), pl.col("source"), pl.lit('" target="'), pl.col("target")]
    start = [pl.lit('<edge id="e'), pl.col("number"), *ends, pl.lit('">')]
    rows = lost = 0
    for batch in _batches(graph.edge_pieces):
        values, dropped = written(batch, graph.edge_attributes)
        numbered = values.with_row_index("number", offset=rows)
        _write_elements("edge", numbered, graph.edge_attributes, start, file)
        lost += dropped
        rows += batch.height
        del batch, values, numbered
    return rows, lost


def _write_elements(
    element: _Element,
    values: pl.DataFrame,
    attributes: Sequence[Attribute],
    start: Sequence[pl.Expr],
    file: IO[bytes],
) -> None:
    texts = [a.name for a in attributes if a.type == "string"]
    special = holding(values, texts, _SPECIAL)
    escaped = values.with_columns(_escaped(pl.col(name)) for name in special)
    data = (part for a in attributes for part in _data(element, a, escaped[a.name]))
    line = pl.concat_str(*start, *data, pl.lit(f"</{element}>\n"))
    write_texts(escaped.select(line).to_series(), file)


def _escaped(text: pl.Expr) -> pl.Expr:
    special = pl.when(text.str.contains(_SPECIAL)).then(text)
    return pl.coalesce(special.str.replace_many(_ESCAPES), text)


def _data(element: _Element, attribute: Attribute, values: pl.Series) -> list[pl.Expr]:
    """Give the `data` elements of values in parts; nothing where a value is missing."""
    if values.null_count() == len(values):
        return []
    begin, end = pl.lit(f'<data key="{_key_id(element, attribute)}">'), pl.lit("</data>")
    parts = [begin, pl.col(attribute.name), end]
    return [pl.concat_str(parts).fill_null("")] if values.null_count() else parts


WRITER = Writer(
    name="graphml",
    description="The graphs, for Gephi, igraph, networkx and others.",
    write=_write,
)
