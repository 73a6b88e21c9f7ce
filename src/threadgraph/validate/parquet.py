"""Read foreign Parquet files: each page decoded, each text checked, no type converted.

pyarrow reads, not polars: it raises on damaged pages, and it can check that texts are UTF-8.
"""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportUnknownParameterType=false
# pyarrow has no stubs; what leaves this module is typed.

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from threadgraph.errors import InputRefused
from threadgraph.text import show

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from threadgraph.schema import Column, Table

__all__ = ["DAMAGE", "ParquetHead", "read_batches", "read_head", "scan"]

DAMAGE: tuple[type[Exception], ...] = (
    pa.ArrowException,
    pl.exceptions.PolarsError,
    OSError,
    UnicodeDecodeError,
)
"""What reading raises on damaged files; names of columns that are no UTF-8 raise the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParquetHead:
    """What the footer of a file tells: its rows, and the type of each column as in `x-arrow`."""

    row_count: int
    types: dict[str, str]


def read_head(path: Path) -> ParquetHead:
    """Read the footer; a file that has none, or has a column twice, raises InputRefused."""
    try:
        with pq.ParquetFile(path) as file:
            schema, row_count = file.schema_arrow, file.metadata.num_rows
            columns = [(column.name, _arrow_name(column.type)) for column in schema]
    except DAMAGE as error:
        raise _unreadable(path, error) from error
    types = dict(columns)
    if len(types) < len(columns):
        raise InputRefused(str(path), "has a column twice", "Write each column once.")
    return ParquetHead(row_count=row_count, types=types)


def read_batches(path: Path, columns: Sequence[Column], size: int) -> Iterator[pl.DataFrame]:
    """Read these columns in batches of at most `size` rows; damage raises InputRefused."""
    plain = _plain(columns)
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=size, columns=plain.names):
                batch.validate(full=True)
                arrays = [batch.column(field.name).cast(field.type) for field in plain]
                frame = pl.from_arrow(pa.Table.from_arrays(arrays, schema=plain))
                yield frame if isinstance(frame, pl.DataFrame) else frame.to_frame()
    except DAMAGE as error:
        raise _unreadable(path, error) from error


def scan(path: Path, table: Table) -> pl.LazyFrame:
    """Give the table as a plan that reads the file again for each use.

    polars' own scan is quicker, but panics on some damaged files that pyarrow reads.
    """
    from pyarrow.dataset import dataset  # noqa: PLC0415 - heavy: it loads pandas where that is

    source = dataset(path, format="parquet", schema=_plain(table.columns))
    return pl.scan_pyarrow_dataset(source, allow_pyarrow_filter=False)


def _plain(columns: Sequence[Column]) -> pa.Schema:
    """Give the columns' Arrow schema without the file's metadata, on which polars panics."""
    return pa.schema([pa.field(column.name, column.arrow_type) for column in columns])


def _arrow_name(kind: pa.DataType) -> str:
    """Name an Arrow type as the schemas do; text and lists have several layouts in memory."""
    if pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return "string"
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return f"list<{_arrow_name(kind.value_type)}>"
    return "float64" if pa.types.is_float64(kind) else str(kind)


def _unreadable(path: Path, error: Exception) -> InputRefused:
    reason = show(str(error), 200)
    return InputRefused(
        str(path), f"is no readable Parquet file ({reason})", "Write it again, or leave it out."
    )
