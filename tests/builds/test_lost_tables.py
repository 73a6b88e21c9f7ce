"""A dataset tells what it lacks: tables that are lost, or were never built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import threadgraph
from threadgraph import BuildOptions, Dataset
from threadgraph.errors import InputRefused, UsageError


def test_a_table_that_is_lost_is_told(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "out")
    for path in (tmp_path / "out").glob("*/posts.*l*"):
        if path.parent.name != "graphml":
            path.unlink()
    shutil.rmtree(tmp_path / "out" / "parquet")
    with pytest.raises(InputRefused, match="its table posts is not there"):
        Dataset.load(tmp_path / "out")


def test_graphs_alone_have_no_tables(root: Path, tmp_path: Path) -> None:
    options = BuildOptions(formats=("graphml",))
    dataset = threadgraph.build(root / "seeds", tmp_path / "out", options)
    for ask in (
        lambda: dataset.posts,
        lambda: dataset.table("posts"),
        lambda: dataset.graph("posts"),
    ):
        with pytest.raises(InputRefused, match="it has no table posts"):
            ask()


def test_names_of_pages_may_be_any_text_but_none() -> None:
    names = threadgraph.parse_many([("caf\udce9.txt", "One."), ("\ud83d.txt", "Two.")]).documents
    assert sorted(names.collect()["source"]) == ["\\ud83d.txt", "caf\\xe9.txt"]
    assert threadgraph.parse("One.", "caf\udce9").documents.collect().height == 1
    with pytest.raises(UsageError, match="a page has no name"):
        threadgraph.parse_many([("good", "One."), ("", "Two.")])
