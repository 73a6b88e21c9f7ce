"""Keep the tables of all batches: the latest in memory, what is more in Arrow files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from threadgraph.parts import Parted
from threadgraph.schema import Tables, empty, tables

__all__ = ["Spool"]

IN_MEMORY = 8 << 20
"""Bytes of rows that are kept in memory before they go to files, as one part of the tables."""


class Spool:
    """Collect batches of tables in order and give them back as lazy tables, in parts.

    A batch has whole documents. `folder` takes the files and need not exist; the caller removes it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._frames: defaultdict[str, list[pl.DataFrame]] = defaultdict(list)
        self._parts: list[dict[str, pl.LazyFrame]] = []
        self._whole: dict[str, Sequence[pl.LazyFrame]] = {}
        self._size = 0

    def add(self, batch: Mapping[str, pl.DataFrame]) -> None:
        """Append the rows of a batch."""
        for name, frame in batch.items():
            if frame.height:
                self._frames[name].append(frame)
                self._size += int(frame.estimated_size())
        if self._size > IN_MEMORY:
            self._spill()

    def replace(self, tables: Mapping[str, pl.DataFrame]) -> None:
        """Take whole tables for the rows that were added under their names."""
        for name, frame in tables.items():
            rows = IN_MEMORY * frame.height // max(1, int(frame.estimated_size()))
            slices = enumerate(frame.iter_slices(max(1, rows)))
            self._whole[name] = (
                [self._written(f"{name}-whole-{n:05d}", some) for n, some in slices]
                if frame.height > rows
                else [frame.lazy()]
            )

    def _written(self, name: str, frame: pl.DataFrame) -> pl.LazyFrame:
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{name}.arrow"
        frame.write_ipc(path, compression="uncompressed")
        return pl.scan_ipc(path)

    def _spill(self) -> None:
        number = f"{len(self._parts):05d}"
        self._parts.append(
            {
                name: self._written(f"{name}-{number}", pl.concat(frames))
                for name, frames in self._frames.items()
            }
        )
        self._frames.clear()
        self._size = 0

    def tables(self) -> Tables:
        """Give all tables, in the order in which their rows were added."""
        kept = {name: pl.concat(frames).lazy() for name, frames in self._frames.items()}
        found = [*self._parts, kept] if kept or not self._parts else self._parts
        names = [name for name in tables() if name not in self._whole]
        parts = [{name: part.get(name, empty(name).lazy()) for name in names} for part in found]
        return Parted(parts, self._whole)
