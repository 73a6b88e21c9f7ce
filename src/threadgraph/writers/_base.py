"""Fix what a writer is: one format, one folder of the dataset, from the tables alone."""

# pyarrow ships no types:
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUnknownVariableType=false

from __future__ import annotations

from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

import pyarrow as pa

from threadgraph.checks import several
from threadgraph.graphs import GraphOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import polars as pl

    from threadgraph.schema import Tables

__all__ = [
    "LINE_ROWS",
    "WriteOptions",
    "Writer",
    "WrittenFile",
    "write_texts",
]

LINE_ROWS = 1 << 12
"""Rows that are made lines at a time: on their way they are in memory in several forms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOptions:
    """What users choose of the files; `graphs` names the kinds to write, None means all."""

    graphs: tuple[str, ...] | None = None
    graph: GraphOptions = field(default_factory=GraphOptions)

    def __post_init__(self) -> None:
        """Raise UsageError for what cannot be chosen."""
        several("graphs", self.graphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """One file: its path relative to the dataset, `/` between the parts, and its rows.

    The rows of a graph are its nodes and edges. `counts` tells what else the summary says of the
    file: nodes, edges, characters dropped, rows of the tables that it leaves out.
    """

    path: str
    rows: int
    counts: Mapping[str, int] = field(default_factory=dict[str, int])


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """One format: the constant `WRITER` of a module of this folder.

    `write(tables, root, options)` writes below `root/<name>` only, a folder that is not there
    yet, and gives the files in the order in which they were written. Same tables and options
    give the same bytes, however the rows arrive.
    """

    name: str
    description: str
    write: Callable[[Tables, Path, WriteOptions], tuple[WrittenFile, ...]]


def write_texts(texts: pl.Series, file: IO[bytes]) -> None:
    """Write texts as they are, one after the other: the fastest way there is."""
    array = texts.rechunk().to_arrow().cast(pa.large_string())
    _, ends, data = array.buffers()
    if ends is not None and data is not None:
        places = memoryview(ends).cast("q")[array.offset : array.offset + len(array) + 1]
        file.write(memoryview(data)[places[0] : places[-1]])
