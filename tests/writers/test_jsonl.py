"""JSON Lines: any line splitter and any JSON parser get the rows back."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from threadgraph import schema
from threadgraph.writers import WriteOptions
from threadgraph.writers.jsonl import WRITER

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from threadgraph.schema import Tables

_SAMPLE = Path(__file__).parent / "sample"
_TEXT = st.text() | st.text(st.sampled_from('\x00\x0b\x1c\x1e\x7f\x85\x9f\u2028\u2029\r\n"\\a'))


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of a row
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    return value


def _rows(path: Path, table: schema.Table) -> list[dict[str, Any]]:
    """Read with nothing but the standard library, splitting at every line end Python knows."""
    times = [c.name for c in table.columns if c.polars_type.is_temporal()]
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for row in rows:
        for name in times:
            if row[name] is not None:
                assert row[name].endswith("Z")
                row[name] = datetime.fromisoformat(row[name])
    return rows


def _expected(frame: pl.LazyFrame) -> list[dict[str, Any]]:
    return [{k: _plain(v) for k, v in row.items()} for row in frame.collect().iter_rows(named=True)]


def test_the_sample_is_written_byte_for_byte(sample: Tables, tmp_path: Path):
    """The sample is what the writer once wrote, reviewed."""
    for file in WRITER.write(sample, tmp_path, WriteOptions()):
        name = file.path.removeprefix("jsonl/")
        assert (tmp_path / file.path).read_bytes() == (_SAMPLE / name).read_bytes(), name


def test_every_row_has_every_column_in_order(sample: Tables, tmp_path: Path):
    WRITER.write(sample, tmp_path, WriteOptions())
    for name, table in schema.tables().items():
        lines = (tmp_path / "jsonl" / f"{name}.jsonl").read_text("utf-8").splitlines()
        assert all(list(json.loads(line)) == [c.name for c in table.columns] for line in lines)


@settings(max_examples=40)
@given(texts=st.lists(_TEXT, min_size=1, max_size=10))
def test_written_then_read_is_equal(
    spoil: Callable[..., Tables], tmp_path_factory: pytest.TempPathFactory, texts: list[str]
):
    root = tmp_path_factory.mktemp("out")
    tables = spoil(*texts)
    WRITER.write(tables, root, WriteOptions())
    for name in ("posts", "mentions"):
        path = root / "jsonl" / f"{name}.jsonl"
        assert _rows(path, schema.table(name)) == _expected(tables[name])


def test_foreign_letters_stay_and_controls_are_escaped(
    spoil: Callable[..., Tables], tmp_path: Path
):
    WRITER.write(spoil("é😀<\x1b\x9b\u2028"), tmp_path, WriteOptions())
    text = (tmp_path / "jsonl" / "authors.jsonl").read_text("utf-8")
    assert r'"name":"é😀<\u001b\u009b\u2028"' in text


def test_numbers_that_json_has_not_are_null(sample: Tables, tmp_path: Path):
    odd = sample["replies"].with_columns(confidence=pl.lit(float("nan")))
    WRITER.write({**sample, "replies": odd}, tmp_path, WriteOptions())
    rows = _rows(tmp_path / "jsonl" / "replies.jsonl", schema.table("replies"))
    assert {row["confidence"] for row in rows} == {None}
