"""Hold every writer to the same contract."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import polars as pl
import pytest

from threadgraph.parts import Parted
from threadgraph.writers import WriteOptions, writers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from threadgraph.schema import Tables
    from threadgraph.writers import Writer

# what breaks lines, XML, JSON and terminals; U+1F600 lies beyond the first plane
HOSTILE = (
    "\x00\x07\x0b\x0c\x1b[31m\x1c\x1d\x1e\x7f\x85\u2028\u2029\ufeff\ufffe\uffff "
    "a & & b <p>x</p> <p>y</p> ]]> ]\x00]> &amp; &#0; \" ' \\ \r\n \r \n\t,;| \U0001f600 e\u0301"
)


def _digests(root: Path) -> dict[str, str]:
    files = sorted(p for p in root.rglob("*") if p.is_file())
    return {
        p.relative_to(root).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files
    }


def _chunked(tables: Tables, rows: int) -> Tables:
    return {
        name: pl.concat([frame.slice(start, rows) for start in range(0, 12, rows)], rechunk=False)
        for name, frame in tables.items()
    }


def _in_parts(tables: Tables) -> Tables:
    """Give the tables in parts: one for each document, an empty one, and the rows of none.

    What spans documents comes in pieces.
    """
    whole = {
        name: [tables[name].head(1), tables[name].slice(1, 1), tables[name].slice(2)]
        for name in ("authors", "entities")
    }
    documents = [*tables["documents"].collect()["document_id"], "d_none", None]
    assert len(documents) > len(whole)
    parts = [
        {
            name: frame.filter(pl.col("document_id").eq_missing(pl.lit(document)))
            for name, frame in tables.items()
            if name not in whole
        }
        for document in documents
    ]
    return Parted(parts, whole)


def test_the_name_is_the_name_of_the_module_and_there_is_a_description():
    for name, writer in writers().items():
        assert writer.name == name
        assert writer.description.endswith(".")


def test_it_writes_below_its_own_folder_and_lists_every_file(
    writer: Writer, sample: Tables, tmp_path: Path
):
    files = writer.write(sample, tmp_path, WriteOptions())
    assert {f.path for f in files} == set(_digests(tmp_path))
    assert all(f.path.startswith(f"{writer.name}/") for f in files)
    assert [p.name for p in tmp_path.iterdir()] == [writer.name]


def test_same_tables_give_the_same_bytes_however_the_rows_arrive(
    writer: Writer, sample: Tables, tmp_path: Path
):
    variants = [sample, sample, _chunked(sample, 1), _chunked(sample, 5), _in_parts(sample)]
    seen: list[dict[str, str]] = []
    for number, tables in enumerate(variants):
        root = tmp_path / str(number)
        root.mkdir()
        writer.write(tables, root, WriteOptions())
        seen.append(_digests(root))
    assert all(digests == seen[0] for digests in seen)


def test_empty_tables_give_the_same_files_without_rows(
    writer: Writer, sample: Tables, nothing: Tables, tmp_path: Path
):
    (tmp_path / "full").mkdir()
    (tmp_path / "empty").mkdir()
    full = writer.write(sample, tmp_path / "full", WriteOptions())
    empty = writer.write(nothing, tmp_path / "empty", WriteOptions())
    assert [f.path for f in empty] == [f.path for f in full]
    assert {f.rows for f in empty} == {0}


def test_rows_are_those_of_the_tables(writer: Writer, sample: Tables, tmp_path: Path):
    heights = {name: frame.collect().height for name, frame in sample.items()}
    for file in writer.write(sample, tmp_path, WriteOptions()):
        if file.counts:
            assert file.rows == file.counts["nodes"] + file.counts["edges"]
        else:
            assert file.rows == heights[file.path.split("/")[1].split(".")[0]]


@pytest.mark.parametrize("text", [HOSTILE, "", " ", "\x00"])
def test_hostile_text_is_written(
    writer: Writer, spoil: Callable[..., Tables], text: str, tmp_path: Path
):
    """What comes of it is tested format by format; here: rows stay, and all is valid UTF-8."""
    files = writer.write(spoil(text), tmp_path, WriteOptions())
    assert any(f.rows for f in files)
    if writer.name != "parquet":
        for file in files:
            (tmp_path / file.path).read_bytes().decode("utf-8")


def test_a_folder_that_is_there_is_refused(writer: Writer, sample: Tables, tmp_path: Path):
    (tmp_path / writer.name).mkdir()
    with pytest.raises(FileExistsError):
        writer.write(sample, tmp_path, WriteOptions())
