"""What a build publishes adds up, and every way to open it tells the same."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import duckdb
import networkx as nx
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

import threadgraph
from threadgraph import Dataset, pipeline, schema
from threadgraph.errors import UsageError
from threadgraph.pipeline import Spans
from threadgraph.validate import validate_dataset

TABLES = list(schema.tables())
PER_DOCUMENT = [name for name in TABLES if name not in {"authors", "entities"}]


@pytest.fixture(scope="module")
def manifest(built: Path) -> dict[str, Any]:
    """Give the manifest of the seeds' dataset."""
    return json.loads((built / "manifest.json").read_text(encoding="utf-8"))


def test_the_counts_of_the_manifest_are_the_rows(built: Path, manifest: dict[str, Any]) -> None:
    dataset = Dataset.load(built)
    counts = manifest["counts"]
    for table in ("documents", "authors", "replies", "mentions", "entities"):
        assert counts[table] == dataset.table(table).collect().height
    posts = dataset.posts.collect()
    missing = posts["status"] == "missing"
    assert counts["missing"] == missing.sum()
    assert counts["posts"] == (~missing).sum()
    assert counts["comments"] == (~missing & (posts["role"] != "article")).sum()
    severities = dataset.diagnostics.collect()["severity"]
    assert counts["rejected"] == (severities == "rejected").sum()
    assert counts["warnings"] == (severities == "warning").sum()


def test_what_went_in_came_out_or_was_told(root: Path, tmp_path: Path, built: Path) -> None:
    shutil.copytree(root / "seeds", tmp_path / "in")
    (tmp_path / "in" / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    told = threadgraph.build(tmp_path / "in", tmp_path / "out").manifest
    for manifest in (told, Dataset.load(built).manifest):
        assert manifest is not None
        counts = manifest["counts"]
        parts = ("posts", "filtered", "rejected")
        assert counts["records_in"] == sum(counts[part] for part in parts)
        assert counts["documents"] == sum(item["documents"] for item in manifest["inputs"])
        assert counts["sources"] == len(manifest["inputs"])
    assert told["counts"]["rejected"] == 1


def test_the_manifest_lists_every_file_with_its_hash(built: Path, manifest: dict[str, Any]) -> None:
    found = {p.relative_to(built).as_posix() for p in built.rglob("*") if p.is_file()}
    listed = {item["path"]: item for item in manifest["files"]}
    assert set(listed) == found - {"manifest.json"}
    for path, item in listed.items():
        data = (built / path).read_bytes()
        assert (item["bytes"], item["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())


def test_the_manifest_names_inputs_by_relative_path_with_their_hash(
    root: Path, manifest: dict[str, Any]
) -> None:
    assert [item["path"] for item in manifest["inputs"]] == [
        path.relative_to(root).as_posix() for path in sorted((root / "seeds").glob("*.txt"))
    ]
    for item in manifest["inputs"]:
        assert hashlib.sha256((root / item["path"]).read_bytes()).hexdigest() == item["sha256"]


def test_every_table_is_valid(built: Path) -> None:
    report = validate_dataset(built)
    assert report.failures == ()
    assert set(report.rows) == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_one_more_file_changes_no_row_of_the_others(table: str, built: Path, larger: Path) -> None:
    old = Dataset.load(built).table(table).collect()
    new = Dataset.load(larger).table(table).collect()
    key = list(schema.table(table).key)
    assert new.join(old.select(key), on=key, how="semi", maintain_order="left").equals(old)
    if table in PER_DOCUMENT:
        known = Dataset.load(built).documents.select("document_id").collect()
        kept = new.join(known, on="document_id", how="semi", maintain_order="left")
        assert kept.equals(old)
        assert new.height > old.height or table in {"quotes", "mentions", "diagnostics", "replies"}


@pytest.fixture(scope="module")
def larger(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the seeds with one more page, whose authors have the names of others."""
    folder = tmp_path_factory.mktemp("larger")
    shutil.copytree(root / "seeds", folder / "seeds")
    page = "A title\n\nText.\n\n  • Greg\n\n    Hi.\n\n    • Lola Lopez\n\n      Ho, Greg.\n"
    (folder / "seeds" / "more.txt").write_text(page)
    threadgraph.build(folder / "seeds", folder / "out")
    return folder / "out"


@pytest.mark.parametrize("table", TABLES)
def test_every_reader_of_parquet_gives_the_rows(built: Path, table: str) -> None:
    path = built / "parquet" / f"{table}.parquet"
    expected = pl.read_parquet(path)
    columns = [column.name for column in schema.table(table).columns]
    assert expected.schema == schema.table(table).polars_schema
    relation = duckdb.read_parquet(str(path))
    frame = pd.read_parquet(path)
    assert relation.columns == list(frame.columns) == expected.columns == columns
    assert len(relation.fetchall()) == len(frame) == expected.height
    key = schema.table(table).key[0]
    assert frame[key].tolist() == expected[key].to_list()
    assert [row[0] for row in relation.select(key).fetchall()] == expected[key].to_list()
    stored = pq.read_schema(path)
    assert stored.equals(schema.table(table).arrow_schema, check_metadata=False)


@pytest.mark.parametrize("table", TABLES)
def test_json_lines_hold_what_parquet_holds(built: Path, table: str, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "lines", ignore=shutil.ignore_patterns("parquet"))
    lines = Dataset.load(tmp_path / "lines").table(table).collect()
    assert lines.equals(Dataset.load(built).table(table).collect())
    text = (built / "jsonl" / f"{table}.jsonl").read_text(encoding="utf-8")
    columns = [column.name for column in schema.table(table).columns]
    assert all(list(json.loads(line)) == columns for line in text.splitlines())


@pytest.mark.parametrize("kind", ["posts", "authors", "mentions"])
def test_the_graph_of_a_dataset_is_the_graphml(built: Path, kind: str) -> None:
    read = nx.read_graphml(built / "graphml" / f"{kind}.graphml")
    made = Dataset.load(built).graph(kind)
    assert isinstance(made, nx.DiGraph)
    assert list(made) == list(read)
    assert dict(made.nodes(data=True)) == dict(read.nodes(data=True))
    plain = {
        (source, target): {name: value for name, value in data.items() if name != "id"}
        for source, target, data in read.edges(data=True)
    }
    assert {(a, b): data for a, b, data in made.edges(data=True)} == plain
    assert made.number_of_edges() > 0


@pytest.mark.parametrize("table", PER_DOCUMENT)
def test_parse_gives_the_rows_of_the_build(built: Path, seeds: list[Path], table: str) -> None:
    dataset = Dataset.load(built)
    for path in seeds:
        page = threadgraph.parse(path.read_bytes(), path.name)
        known = page.documents.select("document_id")
        rows = dataset.table(table).join(known, on="document_id", how="semi").collect()
        told = page.table(table).collect()
        named = [column for column in ("source", "diagnostic_id") if column in rows.columns]
        assert told.drop(named).equals(rows.drop(named))
        if "source" in named:
            assert [f"seeds/{name}" for name in told["source"]] == rows["source"].to_list()


def test_parse_gives_the_authors_of_the_build(built: Path, seeds: list[Path]) -> None:
    pages = [threadgraph.parse(path.read_bytes(), path.name) for path in seeds]
    authors = pl.concat([page.authors.collect() for page in pages]).sort("author_id")
    assert authors.equals(Dataset.load(built).authors.sort("author_id").collect())


@pytest.mark.parametrize("batch", [500, 2, 1])
def test_parse_many_gives_the_tables_of_the_build(
    built: Path, seeds: list[Path], batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "BATCH_DOCUMENTS", batch)
    pages = threadgraph.parse_many((path.name, path.read_bytes()) for path in reversed(seeds))
    for table in TABLES:
        rows = Dataset.load(built).table(table).collect()
        told = pages.table(table).collect()
        named = [column for column in ("source", "diagnostic_id") if column in rows.columns]
        assert told.drop(named).equals(rows.drop(named)), table


def test_a_page_that_cannot_be_read_costs_no_other() -> None:
    pages = {"a.bin": b"\x00\x01\x02", "b.html": "<p>One.</p>", "c.txt": "Two."}
    dataset = threadgraph.parse_many(pages.items())
    assert sorted(dataset.documents.select("source").collect().to_series()) == ["b.html", "c.txt"]
    (refused,) = dataset.diagnostics.select("source", "severity", "code").collect().rows()
    assert refused == ("a.bin", "rejected", "TG111")


def test_no_pages_are_an_empty_dataset() -> None:
    dataset = threadgraph.parse_many([])
    assert {table: dataset.table(table).collect().height for table in TABLES} == dict.fromkeys(
        TABLES, 0
    )


def test_pages_of_one_name_are_refused() -> None:
    with pytest.raises(UsageError, match="2 pages have this name"):
        threadgraph.parse_many([("a", "One."), ("b", "Two."), ("a", "Three.")])


def test_pages_by_name_are_as_their_pairs() -> None:
    pages = {"a.txt": "One.", "b.txt": b"Two."}
    both = [threadgraph.parse_many(given) for given in (pages, pages.items())]
    one, other = (dataset.posts.select("post_id", "text").collect().rows() for dataset in both)
    assert one == other
    assert len(one) == 2


@pytest.mark.parametrize(
    "given", [[(b"One.", "a")], ["a.txt"], [("a", None)], [("a", "One.", "b")], [7]]
)
def test_what_are_no_pages_by_name_is_refused(given: Any) -> None:  # noqa: ANN401 - the point
    with pytest.raises(UsageError, match="no pair of a name and a page"):
        threadgraph.parse_many(given)


def test_a_path_in_place_of_a_page_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("One.")
    with pytest.raises(UsageError, match="is the path of a file, not a page"):
        threadgraph.parse(str(page))
    for odd in (page, None):
        with pytest.raises(UsageError, match="is neither bytes nor str"):
            threadgraph.parse(odd)  # pyright: ignore[reportArgumentType] - the point
    assert threadgraph.parse("no/such/page.html").posts.collect().height == 1


@pytest.mark.parametrize("formats", [("parquet",), ("jsonl",)])
def test_any_format_alone_can_be_loaded(
    root: Path, built: Path, tmp_path: Path, formats: tuple[str, ...]
) -> None:
    options = threadgraph.BuildOptions(formats=formats)
    dataset = threadgraph.build(root / "seeds", tmp_path / "out", options)
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"manifest.json", *formats}
    for table in TABLES:
        expected = Dataset.load(built).table(table).collect()
        assert dataset.table(table).collect().equals(expected)


@pytest.mark.parametrize(("spans", "rows"), [("full", True), ("none", False), ("rejected", False)])
def test_spans_are_kept_as_asked(root: Path, tmp_path: Path, *, spans: Spans, rows: bool) -> None:
    read = threadgraph.ReadOptions(spans=spans)
    options = threadgraph.BuildOptions(formats=("parquet",), read=read)
    dataset = threadgraph.build(root / "seeds", tmp_path / "out", options)
    assert (dataset.spans.collect().height > 0) == rows
    assert validate_dataset(tmp_path / "out").valid
