"""Parquet: typed and described, the same for DuckDB, pandas and polars."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pandas as pd
import polars as pl
import polars.selectors as cs
import pyarrow.parquet as pq
import pytest
from polars.testing import assert_frame_equal

from threadgraph import schema
from threadgraph.writers import WriteOptions
from threadgraph.writers.parquet import GROUP_ROWS, WRITER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from threadgraph.schema import Tables

_NASTY = "\x00\x1b\u2028]]>&\"'\\\r\n😀"


@pytest.fixture
def folder(spoil: Callable[..., Tables], tmp_path: Path) -> Path:
    WRITER.write(spoil(_NASTY), tmp_path, WriteOptions())
    return tmp_path / "parquet"


def test_polars_reads_what_was_written(folder: Path, spoil: Callable[..., Tables]):
    for name, frame in spoil(_NASTY).items():
        assert_frame_equal(pl.read_parquet(folder / f"{name}.parquet"), frame.collect())


def test_duckdb_reads_what_was_written(folder: Path, spoil: Callable[..., Tables]):
    with duckdb.connect() as base:
        for name, frame in spoil(_NASTY).items():
            path = (folder / f"{name}.parquet").as_posix()
            read = base.sql(f"select * from '{path}'").pl()  # noqa: S608 - our own path
            # the zone of the session is shown, the instant is what counts
            utc = read.with_columns(cs.datetime().dt.convert_time_zone("UTC"))
            assert_frame_equal(utc, frame.collect())


def test_pandas_reads_what_was_written(folder: Path, spoil: Callable[..., Tables]):
    for name, frame in spoil(_NASTY).items():
        read = pd.read_parquet(folder / f"{name}.parquet", dtype_backend="pyarrow")
        assert list(read.columns) == frame.collect_schema().names()
        key = schema.table(name).key[0]
        assert read[key].tolist() == frame.collect()[key].to_list()


def test_types_nulls_and_descriptions_are_those_of_the_schema(folder: Path):
    for name, table in schema.tables().items():
        read = pq.read_schema(folder / f"{name}.parquet")
        assert read.equals(table.arrow_schema)
        for field, column in zip(read, table.columns, strict=True):
            assert field.nullable == column.nullable
            assert field.metadata[b"description"].decode() == column.description
        assert read.metadata[b"threadgraph.schema_version"].decode() == schema.SCHEMA_VERSION


def test_columns_are_compressed_and_have_statistics(folder: Path):
    column = pq.ParquetFile(folder / "posts.parquet").metadata.row_group(0).column(0)
    assert column.compression == "ZSTD"
    assert column.statistics.has_min_max


def test_row_groups_have_a_fixed_size_however_the_rows_arrive(sample: Tables, tmp_path: Path):
    rows = GROUP_ROWS
    spans = pl.DataFrame({"document_id": "d:1", "span_start": range(rows * 2 + 10)}).with_columns(
        span_end=pl.col("span_start") + 1, kind=pl.lit("body"), post_id=pl.lit(None)
    )
    whole = spans.cast(dict(schema.table("spans").polars_schema)).lazy()
    pieces = pl.concat([whole.slice(0, 7), whole.slice(7, rows + 1), whole.slice(rows + 8)])
    written: list[bytes] = []
    for name, frame in (("whole", whole), ("pieces", pieces)):
        (tmp_path / name).mkdir()
        WRITER.write({**sample, "spans": frame}, tmp_path / name, WriteOptions())
        written.append((tmp_path / name / "parquet" / "spans.parquet").read_bytes())
    groups = pq.ParquetFile(tmp_path / "whole" / "parquet" / "spans.parquet").metadata
    assert [groups.row_group(i).num_rows for i in range(3)] == [rows, rows, 10]
    assert written[0] == written[1]


def test_a_null_where_the_schema_allows_none_is_refused(sample: Tables, tmp_path: Path):
    """Such a row is our bug; a file that lies about its columns would hide it."""
    broken = sample["posts"].with_columns(status=pl.lit(None, dtype=pl.String))
    with pytest.raises(ValueError, match="status"):
        WRITER.write({**sample, "posts": broken}, tmp_path, WriteOptions())
