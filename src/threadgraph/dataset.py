"""Hold a dataset: lazy tables, and the graphs that are views of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from threadgraph.errors import InputRefused
from threadgraph.graphs import GraphOptions, graph_kinds, to_networkx
from threadgraph.plugins import pick
from threadgraph.schema import Tables, empty, tables

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Dataset"]


class Dataset:
    r"""The tables of some discussions as `polars.LazyFrame`s, and their graphs.

    Make one with `threadgraph.parse`, `threadgraph.build` or `Dataset.load`. Nothing is read
    before a table is collected.

    >>> import threadgraph
    >>> page = threadgraph.parse("Text.\n\n  • Ann\n\n    Hi.\n\n    • Bob\n\n      Ho.\n")
    >>> page.posts.select("role", "author_name", "text").collect().rows()
    [('article', None, 'Text.'), ('comment', 'Ann', 'Hi.'), ('comment', 'Bob', 'Ho.')]
    """

    def __init__(self, tables: Tables, manifest: Mapping[str, Any] | None = None) -> None:
        self._tables = tables
        self.manifest = manifest
        """The manifest of a published dataset; None for one in memory."""

    @classmethod
    def load(cls, folder: str | Path) -> Dataset:
        """Open a dataset that was published to `folder`; raise InputRefused if there is none."""
        root = Path(folder)
        try:
            manifest = json.loads((root / "manifest.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise InputRefused(
                str(folder),
                "not a dataset: its manifest.json cannot be read",
                "Name a folder that `threadgraph build` wrote.",
            ) from error
        return cls({name: _scan(root, name) for name in tables()}, manifest)

    def table(self, name: str) -> pl.LazyFrame:
        """Give the table of that name."""
        return pick(dict(self._tables), name, "table")

    def graph(self, kind: str, options: GraphOptions | None = None) -> nx.DiGraph[str]:
        """Give the graph `posts`, `authors` or `mentions`: what its GraphML file holds."""
        built = pick(graph_kinds(), kind, "graph").build(self._tables, options or GraphOptions())
        return to_networkx(built)

    @property
    def documents(self) -> pl.LazyFrame:
        """One row for each document."""
        return self._tables["documents"]

    @property
    def posts(self) -> pl.LazyFrame:
        """One row for each article, post and placeholder."""
        return self._tables["posts"]

    @property
    def authors(self) -> pl.LazyFrame:
        """One row for each author."""
        return self._tables["authors"]

    @property
    def replies(self) -> pl.LazyFrame:
        """One row for each reply edge."""
        return self._tables["replies"]

    @property
    def mentions(self) -> pl.LazyFrame:
        """One row for each mention."""
        return self._tables["mentions"]

    @property
    def quotes(self) -> pl.LazyFrame:
        """One row for each quotation."""
        return self._tables["quotes"]

    @property
    def entities(self) -> pl.LazyFrame:
        """One row for each person, organisation or place that is mentioned."""
        return self._tables["entities"]

    @property
    def spans(self) -> pl.LazyFrame:
        """What every byte of the documents is."""
        return self._tables["spans"]

    @property
    def diagnostics(self) -> pl.LazyFrame:
        """What was refused or is doubtful."""
        return self._tables["diagnostics"]


def _scan(root: Path, name: str) -> pl.LazyFrame:
    """Open a table: Parquet, one file or a folder of parts, else JSON Lines."""
    parquet = root / "parquet" / f"{name}.parquet"
    if parquet.is_dir():
        return pl.scan_parquet(parquet / "part-*.parquet")
    if parquet.exists():
        return pl.scan_parquet(parquet)
    lines = root / "jsonl" / f"{name}.jsonl"
    if lines.exists():
        return _scan_lines(lines, name)
    return empty(name).lazy()


def _scan_lines(path: Path, name: str) -> pl.LazyFrame:
    types = dict(empty(name).schema)
    text = {c: pl.String() if isinstance(t, pl.Datetime) else t for c, t in types.items()}
    if path.stat().st_size == 0:
        return empty(name).lazy()
    times = [c for c, t in types.items() if isinstance(t, pl.Datetime)]
    return pl.scan_ndjson(path, schema=text).with_columns(
        pl.col(times).str.to_datetime(time_unit="us", time_zone="UTC")
    )
