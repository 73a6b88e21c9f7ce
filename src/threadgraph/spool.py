"""Keep the tables of all batches: in memory while they are small, in Arrow files after that."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import polars as pl

from threadgraph.schema import Tables, empty, tables

__all__ = ["Spool"]

IN_MEMORY = 64 << 20
"""Bytes of rows that are kept in memory before they go to files."""


class Spool:
    """Collect batches of tables in order and give them back as lazy tables.

    `folder` takes the files and need not exist; the caller removes it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._frames: dict[str, list[pl.DataFrame]] = defaultdict(list)
        self._files: dict[str, list[Path]] = defaultdict(list)
        self._size = 0

    def add(self, batch: dict[str, pl.DataFrame]) -> None:
        """Append the rows of a batch."""
        for name, frame in batch.items():
            if frame.height:
                self._frames[name].append(frame)
                self._size += int(frame.estimated_size())
        if self._size > IN_MEMORY:
            self._spill()

    def replace(self, tables: dict[str, pl.DataFrame]) -> None:
        """Take whole tables for the rows that were added under their names."""
        for name in tables:
            self._frames.pop(name, None)
            self._files.pop(name, None)
        self.add(tables)

    def _spill(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        for name, frames in self._frames.items():
            path = self._folder / f"{name}-{len(self._files[name]):05d}.arrow"
            pl.concat(frames).write_ipc(path, compression="lz4")
            self._files[name].append(path)
        self._frames.clear()
        self._size = 0

    def tables(self) -> Tables:
        """Give all tables, in the order in which their rows were added."""
        return {name: self._table(name) for name in tables()}

    def _table(self, name: str) -> pl.LazyFrame:
        parts = [pl.scan_ipc(path) for path in self._files.get(name, ())]
        parts += [frame.lazy() for frame in self._frames.get(name, ())]
        return pl.concat(parts) if parts else empty(name).lazy()
