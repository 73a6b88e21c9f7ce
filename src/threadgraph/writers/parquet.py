"""Write the tables as Parquet, typed and described by their schemas."""

# pyarrow ships no types:
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUnknownVariableType=false
# pyright: reportUnknownParameterType=false

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from threadgraph import schema
from threadgraph.parts import frames
from threadgraph.writers._base import LINE_ROWS, WriteOptions, Writer, WrittenFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from threadgraph.schema import Tables

__all__ = ["WRITER"]

GROUP_ROWS = 1 << 16
"""Rows of a row group; so many are in memory as Arrow."""
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
            rows=_write_table(frames(tables, name), table.arrow_schema, folder / f"{name}.parquet"),
        )
        for name, table in schema.tables().items()
    )


def _write_table(parts: Iterable[pl.DataFrame], arrow_schema: pa.Schema, path: Path) -> int:
    arrays = _arrays(parts, arrow_schema)
    rows = 0
    with pq.ParquetWriter(path, arrow_schema, compression="zstd", version="2.6") as file:
        while written := _write_group(arrays, arrow_schema, file):
            rows += written
    return rows


def _write_group(
    arrays: Iterator[pa.RecordBatch], arrow_schema: pa.Schema, file: pq.ParquetWriter
) -> int:
    """Write the next row group and give its rows; it is out of memory before the one after it."""
    group = list(islice(arrays, GROUP_ROWS // _PIECE))
    if group:
        file.write_table(pa.Table.from_batches(group, arrow_schema), row_group_size=GROUP_ROWS)
    return sum(piece.num_rows for piece in group)


def _arrays(parts: Iterable[pl.DataFrame], arrow_schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Give the rows in pieces of the same size, the last one shorter, wherever parts end."""
    rest = pl.DataFrame()
    for part in parts:
        rows = part.select(arrow_schema.names)
        rows = pl.concat([rest, rows]) if rest.height else rows
        rest = rows.tail(rows.height % _PIECE)
        yield from _converted(rows.head(rows.height - rest.height), arrow_schema)
    yield from _converted(rest, arrow_schema)


def _converted(rows: pl.DataFrame, arrow_schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    for some in rows.iter_slices(LINE_ROWS):
        small = some.estimated_size() < _LARGE
        for piece in (some.rechunk(),) if small else some.iter_slices(_PIECE):
            yield from piece.to_arrow().cast(arrow_schema).to_batches(max_chunksize=_PIECE)


WRITER = Writer(
    name="parquet",
    description="The nine tables, typed, for DuckDB, pandas, polars, Spark.",
    write=_write,
)
