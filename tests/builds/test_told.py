"""A dataset tells what it lacks, and Python what cannot be chosen or named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import polars as pl
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
    for ask in (dataset.table, dataset.graph, lambda name: getattr(dataset, name)):
        with pytest.raises(InputRefused, match="it has no table posts"):
            ask("posts")


def test_names_of_pages_may_be_any_text_but_none() -> None:
    names = threadgraph.parse_many([("caf\udce9.txt", "One."), ("\ud83d.txt", "Two.")]).documents
    assert sorted(names.collect()["source"]) == ["\\ud83d.txt", "caf\\xe9.txt"]
    assert threadgraph.parse("One.", "caf\udce9").documents.collect().height == 1
    with pytest.raises(UsageError, match="a page has no name"):
        threadgraph.parse_many([("good", "One."), ("", "Two.")])


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: threadgraph.ReadOptions(spans="foo"), "'foo' is not one of full, rejected, none"),
        (lambda: threadgraph.ReadOptions(gazetteers="a.csv"), "'a.csv' is one text, not several"),
        (lambda: threadgraph.GraphOptions(color_by="x"), "'x' is not one of thread, author, depth"),
        (lambda: BuildOptions(workers=0), "0 is less than 1"),
        (lambda: BuildOptions(formats="parquet"), "'parquet' is one text, not several"),
        (lambda: threadgraph.WriteOptions(graphs="posts"), "'posts' is one text, not several"),
    ],
)
def test_options_are_checked_in_python_too(make: Callable[[], object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        make()


def test_threads_leave_the_settings_of_polars_as_they_were() -> None:
    with pl.Config(engine_affinity="streaming"):
        threads = [Thread(target=threadgraph.parse, args=("One.", f"{n}.txt")) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert pl.Config.state(if_set=True)["POLARS_ENGINE_AFFINITY"] == "streaming"
