"""Load one table for validation: check its rows batch by batch, keep what the graph rules need."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import polars as pl

from threadgraph.validate.failures import Findings, RowFailure, moved
from threadgraph.validate.parquet import read_batches, read_head, scan
from threadgraph.validate.rows import examine, fitting, frame_types, structure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from threadgraph.schema import Table

__all__ = ["Loaded", "load_frame", "load_parquet"]

_BATCH = 1 << 16
"""Rows checked at once: enough for whole-column speed, few enough for tens of megabytes."""


def _unmoved(failure: RowFailure) -> RowFailure:
    return failure


@dataclass(slots=True, kw_only=True)
class Loaded:
    """A table whose rows were checked.

    `frame` is null where columns are missing or of a wrong type, so that no rule can read it.
    `place` names file and row in a failure that a rule of the graph finds later; `in_memory` tells
    that the frame is, not only its plan.
    """

    table: Table
    rows: int = 0
    frame: pl.LazyFrame | None = None
    findings: Findings = field(default_factory=Findings)
    place: Callable[[RowFailure], RowFailure] = _unmoved
    in_memory: bool = False


def load_frame(table: Table, frame: pl.LazyFrame) -> Loaded:
    """Check the rows of a frame; a plan of more than one batch runs again for each rule."""
    types = frame_types(table, frame.collect_schema())
    loaded = Loaded(table=table)
    for failure in structure(table, types):
        loaded.findings.add(failure)
    fit = fitting(table, types)
    first = frame.head(_BATCH).collect()
    if first.height < _BATCH:
        frame, batches = first.lazy(), iter([first if fit == list(types) else first.select(fit)])
        rows = first.height
        loaded.in_memory = True
    else:
        batches = frame.select(fit).collect_batches(chunk_size=_BATCH)
        rows = frame.select(pl.len()).collect().item()
    if fit:
        _check_batches(loaded, batches, _shifted)
    loaded.rows = rows
    if len(fit) == len(table.columns):
        loaded.frame = frame if fit == list(types) else frame.select(fit)
    return loaded


def load_parquet(table: Table, files: Sequence[tuple[str, Path]]) -> Loaded:
    """Check Parquet files, given with the names to tell users; together they are one table.

    A file that cannot be read raises InputRefused naming it.
    """
    loaded = Loaded(table=table)
    starts: list[int] = []
    frames: list[pl.LazyFrame] = []

    def place(failure: RowFailure) -> RowFailure:
        row = failure.row or 0
        part = bisect_right(starts, row) - 1
        return moved(failure, row, f"{files[part][0]}, row {row - starts[part]}")

    for name, path in files:
        starts.append(loaded.rows)
        head = read_head(path)
        for failure in structure(table, head.types):
            loaded.findings.add(moved(failure, None, name))
        fit = fitting(table, head.types)
        if fit:
            batches = read_batches(path, [c for c in table.columns if c.name in fit], _BATCH)
            _check_batches(loaded, batches, lambda f, row: place(_shifted(f, row)))
        loaded.rows = starts[-1] + head.row_count
        if len(fit) == len(table.columns):
            frames.append(scan(path, table))
    loaded.place = place
    loaded.frame = pl.concat(frames) if len(frames) == len(files) else None
    return loaded


def _shifted(failure: RowFailure, row: int) -> RowFailure:
    return replace(failure, row=row)


def _check_batches(
    loaded: Loaded,
    batches: Iterator[pl.DataFrame],
    place: Callable[[RowFailure, int], RowFailure],
) -> None:
    """Check batches in order, from row `loaded.rows`; `place` is given the row in the table."""
    start = loaded.rows
    for batch in batches:
        found = examine(loaded.table, batch, limit=loaded.findings.room)
        begin = start
        loaded.findings.merge(found, lambda f, begin=begin: place(f, begin + (f.row or 0)))
        start += batch.height
