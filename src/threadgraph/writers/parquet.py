"""Write the tables as Parquet, typed and described by their schemas."""

# pyarrow ships no types:
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUnknownVariableType=false
# pyright: reportUnknownParameterType=false

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from threadgraph import schema
from threadgraph.writers._base import BATCH_ROWS, WriteOptions, Writer, WrittenFile, batches

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from threadgraph.schema import Tables

__all__ = ["WRITER"]

_PIECE = 1 << 10
"""Rows of an Arrow array; pages end between arrays, so that this decides on the bytes."""
_LARGE = 1 << 30
"""Bytes from which each piece is converted alone: a whole array holds at most 2 GiB of text."""


def _write(tables: Tables, root: Path, _: WriteOptions) -> tuple[WrittenFile, ...]:
    folder = root / "parquet"
    folder.mkdir()
    return tuple(
        WrittenFile(
            path=f"parquet/{name}.parquet",
            rows=_write_table(tables[name], table.arrow_schema, folder / f"{name}.parquet"),
        )
        for name, table in schema.tables().items()
    )


def _write_table(frame: pl.LazyFrame, arrow_schema: pa.Schema, path: Path) -> int:
    rows = 0
    with pq.ParquetWriter(path, arrow_schema, compression="zstd", version="2.6") as file:
        for batch in batches(frame.select(arrow_schema.names)):
            file.write_table(_arrow(batch, arrow_schema), row_group_size=BATCH_ROWS)
            rows += batch.height
    return rows


def _arrow(batch: pl.DataFrame, arrow_schema: pa.Schema) -> pa.Table:
    whole = batch.rechunk()
    if whole.estimated_size() < _LARGE:
        table = whole.to_arrow().cast(arrow_schema)
        return pa.Table.from_batches(table.to_batches(max_chunksize=_PIECE), arrow_schema)
    pieces = whole.iter_slices(_PIECE)
    return pa.concat_tables([piece.to_arrow().cast(arrow_schema) for piece in pieces])


WRITER = Writer(
    name="parquet",
    description="The nine tables, typed, for DuckDB, pandas, polars, Spark.",
    write=_write,
)
