"""`inspect` counts what a dataset holds; `discover` proposes names as a gazetteer file."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

import threadgraph
from threadgraph.commands.inspect import inspect
from threadgraph.gazetteer import Gazetteer, discover_names

Run: TypeAlias = Callable[..., Any]

PAGE = """A Bridge In Examplestan

The bridge at Sampleton in Examplestan opens.


  • Ann Lee

    Is Sampleton large?

    • Bob

      No, but Sampleton is old. NATO, NATO!

  • Ann Lee

    #bridges
"""


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> threadgraph.Dataset:
    folder = tmp_path_factory.mktemp("inspect")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    return threadgraph.build(folder / "page.txt", folder / "out")


def test_counts_are_those_of_the_page(dataset: threadgraph.Dataset) -> None:
    found = inspect(dataset)
    assert found["posts_by_depth"] == {"0": 2, "1": 1}
    assert found["share_of_unknown_parents"] == 0
    assert found["edges_by_method"] == {"top_level": 2, "nesting": 1}
    assert [(a["name"], a["post_count"]) for a in found["top_authors"]] == [
        ("Ann Lee", 2),
        ("Bob", 1),
    ]
    assert found["most_mentioned"][0]["name"] == "NATO"
    assert found["most_mentioned"][0]["mention_count"] == 2
    json.dumps(found)


def test_discovered_names_make_a_gazetteer(dataset: threadgraph.Dataset, tmp_path: Path) -> None:
    found = discover_names(dataset.posts, Gazetteer.load(), 1)
    assert {"Sampleton", "Examplestan"} <= set(found["name"])
    rows = list(csv.DictReader(found.write_csv().splitlines()))
    assert list(rows[0])[:4] == ["name", "alias", "kind", "id"]
    names = tmp_path / "names.csv"
    names.write_text("name,alias,kind,id\nSampleton,,place,sampleton\n", encoding="utf-8")
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    options = threadgraph.BuildOptions(read=threadgraph.ReadOptions(gazetteers=(str(names),)))
    again = threadgraph.build(tmp_path / "page.txt", tmp_path / "out", options)
    row = again.entities.filter(entity_id="e_sampleton").collect().row(0, named=True)
    assert (row["name"], row["kind"], row["mention_count"]) == ("Sampleton", "place", 3)
    assert again.manifest is not None
    assert again.manifest["options"]["read"]["gazetteers"][0]["name"] == "names.csv"


@pytest.mark.parametrize("command", ["inspect", "discover", "evaluate"])
@pytest.mark.parametrize("left", [100, 1, 0])
def test_a_damaged_table_is_no_bug(run: Run, with_seeds: Path, command: str, left: int) -> None:
    assert run("build", "--format", "parquet").code == 0
    posts = with_seeds / "out" / "parquet" / "posts.parquet"
    posts.write_bytes(posts.read_bytes()[:left])
    run(command, "out").refused(4, "cannot be read")


@pytest.mark.parametrize("command", ["inspect", "discover", "evaluate"])
def test_a_damaged_line_is_no_bug(run: Run, with_seeds: Path, command: str) -> None:
    assert run("build", "--format", "jsonl").code == 0
    with (with_seeds / "out" / "jsonl" / "posts.jsonl").open("a", encoding="utf-8") as file:
        file.write("{bad\n")
    run(command, "out").refused(4, "cannot be read")
