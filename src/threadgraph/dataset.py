"""Hold a dataset: lazy tables, and the graphs that are views of them."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from threadgraph.errors import InputRefused
from threadgraph.graphs import GraphOptions, graph_kinds, to_networkx
from threadgraph.plugins import pick
from threadgraph.schema import Tables, empty, tables

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Dataset", "reading"]


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
            listed = _listed(manifest)
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise InputRefused(
                str(folder),
                "not a dataset: its manifest.json cannot be read",
                "Name a folder that `threadgraph build` wrote.",
            ) from error
        found = {name: _scan(root, name) for name in tables()}
        lost = [name for name, frame in found.items() if frame is None and name in listed]
        if lost:
            raise InputRefused(
                str(folder), f"its table {lost[0]} is not there", "Build the dataset anew."
            )
        if not listed and all(frame is None for frame in found.values()):
            return cls(_NoTables(str(folder)), manifest)
        whole = {n: empty(n).lazy() if frame is None else frame for n, frame in found.items()}
        return cls(whole, manifest)

    def table(self, name: str) -> pl.LazyFrame:
        """Give the table of that name."""
        return self._tables[pick({n: n for n in self._tables}, name, "table")]

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


class _NoTables(Mapping[str, pl.LazyFrame]):
    """The tables of a dataset that was built as graphs alone: whoever asks for one is told."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def __getitem__(self, name: str) -> pl.LazyFrame:
        raise InputRefused(
            self._folder, f"it has no table {name}", "Build it with --format parquet, or jsonl."
        )

    def __iter__(self) -> Iterator[str]:
        return iter(tables())

    def __len__(self) -> int:
        return len(tables())


@contextmanager
def reading(folder: str | Path) -> Generator[None]:
    """Say in our words what polars says of a table that is damaged or may not be read."""
    try:
        yield
    except (pl.exceptions.PolarsError, OSError) as error:
        raise InputRefused(
            str(folder),
            f"a table cannot be read: {str(error).splitlines()[0]}",
            "`threadgraph validate` says which.",
        ) from error


def _listed(manifest: Mapping[str, Any]) -> set[str]:
    """Give the tables of which the manifest lists files."""
    paths = [str(file["path"]).split("/") for file in manifest.get("files", ())]
    return {parts[1].partition(".")[0] for parts in paths if parts[0] in _FORMATS and parts[1:]}


_FORMATS = ("parquet", "jsonl")


def _scan(root: Path, name: str) -> pl.LazyFrame | None:
    """Open a table: Parquet, one file or a folder of parts, else JSON Lines."""
    parquet = root / "parquet" / f"{name}.parquet"
    if parquet.is_dir():
        return pl.scan_parquet(parquet / "part-*.parquet")
    if parquet.exists():
        return pl.scan_parquet(parquet)
    lines = root / "jsonl" / f"{name}.jsonl"
    if lines.exists():
        return _scan_lines(lines, name)
    return None


def _scan_lines(path: Path, name: str) -> pl.LazyFrame:
    types = dict(empty(name).schema)
    text = {c: pl.String() if isinstance(t, pl.Datetime) else t for c, t in types.items()}
    if path.stat().st_size == 0:
        return empty(name).lazy()
    times = [c for c, t in types.items() if isinstance(t, pl.Datetime)]
    return pl.scan_ndjson(path, schema=text).with_columns(
        pl.col(times).str.to_datetime(time_unit="us", time_zone="UTC")
    )
