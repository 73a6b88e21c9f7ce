"""Write the tables as JSON Lines: one object a row, every column in every object."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import polars as pl

from threadgraph import schema
from threadgraph.parts import frames
from threadgraph.writers._base import (
    LINE_ROWS,
    WriteOptions,
    Writer,
    WrittenFile,
    write_texts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from threadgraph.schema import Table, Tables

__all__ = ["WRITER"]

# JSON need not escape these, but some tools break lines at U+0085, U+2028 and U+2029 (as
# str.splitlines does), and terminals obey the others.
_BREAKS = [chr(c) for c in (*range(0x7F, 0xA0), 0x2028, 0x2029)]
_ESCAPES = [f"\\u{ord(c):04x}" for c in _BREAKS]


def _write(tables: Tables, root: Path, _: WriteOptions) -> tuple[WrittenFile, ...]:
    folder = root / "jsonl"
    folder.mkdir()
    return tuple(
        WrittenFile(
            path=f"jsonl/{name}.jsonl",
            rows=_write_table(frames(tables, name), table, folder / f"{name}.jsonl"),
        )
        for name, table in schema.tables().items()
    )


def _write_table(parts: Iterable[pl.DataFrame], table: Table, path: Path) -> int:
    values = [_value(name, dtype) for name, dtype in table.polars_schema.items()]
    line = pl.struct(values).struct.json_encode().alias("line")
    rows = 0
    with path.open("wb") as file:
        for part in parts:
            rows += _write_rows(part, line, file)
            del part  # or it stays in memory while the next one is read
    return rows


def _write_rows(part: pl.DataFrame, line: pl.Expr, file: IO[bytes]) -> int:
    for batch in part.iter_slices(LINE_ROWS):
        lines = batch.select(line)
        may_break = lines.select(_may_break(pl.col("line"))).to_series()
        if may_break.any():
            lines = lines.select(_unbroken(pl.col("line"), may_break))
        write_texts(lines.to_series() + "\n", file)
    return part.height


def _may_break(line: pl.Expr) -> pl.Expr:
    """Tell which lines are not all ASCII, or have what breaks lines in it."""
    return (line.str.len_bytes() != line.str.len_chars()) | line.str.contains("\x7f", literal=True)


def _unbroken(line: pl.Expr, may_break: pl.Series) -> pl.Expr:
    """Escape what breaks lines; only those that may have it are searched."""
    foreign = pl.when(may_break).then(line)
    return pl.coalesce(foreign.str.replace_many(_BREAKS, _ESCAPES), line)


def _value(name: str, dtype: pl.DataType) -> pl.Expr:
    """Give the column as JSON has it: times as RFC 3339 with 0, 3 or 6 digits and `Z`."""
    column = pl.col(name)
    return column.dt.strftime("%Y-%m-%dT%H:%M:%S%.fZ") if dtype.is_temporal() else column


WRITER = Writer(
    name="jsonl",
    description="The nine tables, one JSON object a line.",
    write=_write,
)
