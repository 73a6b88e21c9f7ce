"""Count rows, for summaries and inspections."""

from __future__ import annotations

import polars as pl

__all__ = ["height", "tally"]


def height(frame: pl.LazyFrame) -> int:
    """Give the number of rows."""
    return int(frame.select(pl.len()).collect().item())


def tally(frame: pl.LazyFrame, column: str) -> dict[str, int]:
    """Count the rows of each value of a column, nulls left out, the most frequent first."""
    counted = (
        frame.filter(pl.col(column).is_not_null())
        .group_by(column)
        .len()
        .sort("len", column, descending=[True, False])
    )
    return dict(counted.collect().iter_rows())
