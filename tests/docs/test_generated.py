"""The documentation says what the program says: generated files and outputs are up to date."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from threadgraph import GraphOptions, parse, schema
from threadgraph.codes import CODES
from threadgraph.graphs import graph_kinds

GENERATED = ["README.md", "CONTRIBUTING.md", "docs/cli.md", "docs/data-dictionary.md",
             "docs/diagnostics.md", "docs/formats.md", "docs/graphs.md"]  # fmt: skip


@pytest.fixture(scope="module")
def generate(root: Path) -> ModuleType:
    """Load docs/generate.py, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("generate", root / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def texts(generate: ModuleType, root: Path) -> dict[str, str]:
    """Run all examples and give the text that every generated file must have."""
    return {path.relative_to(root).as_posix(): text for path, text in generate.pages().items()}


@pytest.mark.parametrize("name", GENERATED)
def test_the_file_is_up_to_date(
    name: str, texts: dict[str, str], root: Path, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--bless"):
        (root / name).write_text(texts[name], encoding="utf-8")
    assert (root / name).read_text(encoding="utf-8") == texts[name], "run: python docs/generate.py"


def test_no_other_file_is_generated(texts: dict[str, str]) -> None:
    assert sorted(texts) == sorted(GENERATED)


def test_every_table_and_column_is_described(texts: dict[str, str]) -> None:
    sections = texts["docs/data-dictionary.md"].split("\n## ")[1:]
    assert [section.split("\n")[0] for section in sections] == list(schema.tables())
    for section, table in zip(sections, schema.tables().values(), strict=True):
        assert [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")] == [
            column.name for column in table.columns
        ]


def test_every_code_is_described(texts: dict[str, str]) -> None:
    rows = [line for line in texts["docs/diagnostics.md"].splitlines() if line.startswith("| `")]
    assert [row.split("`")[1] for row in rows] == list(CODES) == sorted(CODES)


def test_every_graph_and_attribute_is_described(texts: dict[str, str]) -> None:
    sections = texts["docs/graphs.md"].split("\n## ")[1:]
    assert [section.split("\n")[0] for section in sections] == list(graph_kinds())
    dataset = parse(b"A text.", "page.txt")
    tables = {table: dataset.table(table) for table in schema.tables()}
    for section, name in zip(sections, graph_kinds(), strict=True):
        graph = graph_kinds()[name].build(tables, GraphOptions(text=True))
        assert [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")] == [
            attribute.name for attribute in (*graph.node_attributes, *graph.edge_attributes)
        ]


def test_the_readme_shows_every_table_and_every_way_to_load_it(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    for table in schema.tables():
        assert f"<!-- sample: {table} " in readme
    for tool in ("polars", "duckdb", "pandas", "Gephi", "networkx"):
        assert tool in readme


def test_check_tells_a_file_that_is_out_of_date(
    generate: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    monkeypatch.setattr(generate, "pages", lambda: {tmp_path / "a.md": "new\n"})
    (tmp_path / "a.md").write_text("old\n")
    monkeypatch.setattr(sys, "argv", ["generate.py", "--check"])
    assert generate.main() == 1
    assert capsys.readouterr().out == "a.md is out of date\n"
    monkeypatch.setattr(sys, "argv", ["generate.py"])
    assert generate.main() == 0
    assert (tmp_path / "a.md").read_text() == "new\n"
    monkeypatch.setattr(sys, "argv", ["generate.py", "--check"])
    assert generate.main() == 0


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("```python\nprint(1 + 1)\n```\n\n```text\n3\n```\n",
         "```python\nprint(1 + 1)\n```\n\n```text\n2\n```\n"),
        ("```console\n$ cat seeds/a\nold\n```\n", "```console\n$ cat seeds/a\nnew\n```\n"),
        ("```python\nx = 1\n```\n\n```python\nprint(x)\n```\n\n```text\n```\n",
         "```python\nx = 1\n```\n\n```python\nprint(x)\n```\n\n```text\n1\n```\n"),
        ("```sh\nexit 1\n```\n", "```sh\nexit 1\n```\n"),
    ],
    ids=["output", "command", "shared names", "shell is not run"],
)  # fmt: skip
def test_outputs_are_filled_in(
    generate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, filled: str
) -> None:
    for folder in ("seeds", "docs"):
        (tmp_path / folder).mkdir()
    (tmp_path / "seeds" / "a").write_text("new")
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    assert generate.fill(text) == filled


@pytest.mark.parametrize(
    "text",
    [
        "```console\n$ threadgraph validate nowhere\n```\n",
        "```python\nprint(1)\n```\n",
        "```python\nraise ValueError\n```\n",
    ],
    ids=["exit code", "output without a block", "exception"],
)
def test_an_example_that_fails_stops_it(generate: ModuleType, text: str) -> None:
    with pytest.raises((AssertionError, ValueError)):
        generate.fill(text)
