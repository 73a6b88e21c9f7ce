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

    from threadgraph.schema import Table, Tables

__all__ = ["WRITER"]

GROUP_ROWS = 1 << 16
"""Rows of a row group; so many are in memory as Arrow."""
_LONG = {"posts": 1 << 14}
"""The same for tables whose rows hold long texts."""
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
            rows=_write_table(frames(tables, name), table, folder / f"{name}.parquet"),
        )
        for name, table in schema.tables().items()
    )


def _write_table(parts: Iterable[pl.DataFrame], table: Table, path: Path) -> int:
    pieces = _arrays(parts, table.arrow_schema)
    size = _LONG.get(table.name, GROUP_ROWS) // _PIECE
    rows = 0
    with pq.ParquetWriter(path, table.arrow_schema, compression="zstd", version="2.6") as file:
        while group := list(islice(pieces, size)):
            rows += sum(piece.num_rows for piece in group)
            whole = pa.Table.from_batches(group, table.arrow_schema)
            file.write_table(whole, row_group_size=GROUP_ROWS)
            del group, whole  # or they stay in memory with the next ones
            pa.default_memory_pool().release_unused()
    return rows


def _arrays(parts: Iterable[pl.DataFrame], arrow_schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Give the rows in pieces of the same size, the last one shorter, wherever parts end."""
    rest = pa.Table.from_batches([], arrow_schema)
    for part in parts:
        rows = part.select(arrow_schema.names)
        filling = min(-rest.num_rows % _PIECE, rows.height)
        begun = pa.Table.from_batches(_converted(rows.head(filling), arrow_schema), arrow_schema)
        rest = pa.concat_tables([rest, begun]).combine_chunks()
        if rest.num_rows % _PIECE == 0:
            yield from rest.to_batches()
            over = (rows.height - filling) % _PIECE
            yield from _converted(rows.slice(filling, rows.height - filling - over), arrow_schema)
            rest = pa.Table.from_batches(_converted(rows.tail(over), arrow_schema), arrow_schema)
        del part, rows  # or they stay in memory while the next part is read
    yield from rest.to_batches()


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
