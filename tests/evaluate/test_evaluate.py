"""`threadgraph evaluate` on small made-up gold: folders of pages, and our own tables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from threadgraph.commands.build import BuildOptions, build_sources
from threadgraph.commands.evaluate import EvaluateOptions, below, evaluate, find, load_floors
from threadgraph.errors import InputRefused, UsageError
from threadgraph.source import collect

TEXT = """The Bridge Opens On Monday

The new bridge over the Lune opens on Monday at noon.

  • Ann Lee

    At last! We waited for this bridge.

    • Bob Moss

      Will it hold in winter?

  • Cem Kaya

    It will, says the mayor.
"""


PINGED = """<html><body><h1>The bell</h1><p>The bell hangs again.</p><ol class="commentlist">
<li class="pingback depth-1" id="comment-5"><p>Pingback: <a href="/b">Bells</a></p></li>
<li class="comment depth-1" id="comment-6"><cite class="fn">Ann</cite> <time>3 May 2020</time>
<p>At last!</p><ol class="children"><li class="comment depth-2" id="comment-7">
<cite class="fn">Bob</cite> <time>4 May 2020</time><p>I heard it.</p></li></ol></li></ol>
</body></html>
"""


def post(text: str, author: str, parent: int | None) -> dict[str, Any]:
    alive = {"dclm": True, "inscriptis": True}
    return {
        "type": "post", "text": text, "author": author, "parent": parent, "parent_src": "dom",
        "survives": alive, "author_survives": alive,
        "parent_printed": {"dclm": "indent"} if parent is not None else {},
    }  # fmt: skip


ROWS = [
    {"type": "page", "family": "disqus"},
    post("At last! We waited for this bridge.", "Ann Lee", None),
    post("Will it hold in winter?", "Bob Moss", 0),
    post("It will, says the mayor.", "Cem Kaya", None),
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Make gold of two pages, one of them without any post in its rendering."""
    for name, text in (("one", TEXT), ("two", "Nothing is left.\n")):
        folder = tmp_path / "gold" / name
        folder.mkdir(parents=True)
        lines = [
            json.dumps(row | ({"family": "blank"} if name == "two" and "family" in row else {}))
            for row in ROWS
        ]
        (folder / "gold.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        (folder / "dclm.txt").write_text(text, encoding="utf-8")
    return tmp_path / "gold"


def test_figures_by_family_mean_and_overall_beside_the_baseline(gold: Path) -> None:
    measured = evaluate(gold)["renderings"]["dclm"]
    assert measured["groups"]["disqus"]["f1"] == 1.0
    assert measured["groups"]["disqus"]["parent_printed"] == 1.0
    assert measured["groups"]["blank"]["f1"] == 0.0
    assert measured["mean"]["f1"] == 0.5
    assert measured["overall"]["recall"] == 0.5
    assert measured["baseline"]["groups"]["disqus"]["precision"] < 1


def test_renderings_that_are_not_there_are_left_out(gold: Path) -> None:
    assert set(evaluate(gold)["renderings"]) == {"dclm"}


def test_figures_by_page(gold: Path) -> None:
    measured = evaluate(gold, EvaluateOptions(by="page"))["renderings"]["dclm"]
    assert set(measured["groups"]) == {"one", "two"}


@pytest.fixture
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Build a dataset of one page."""
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(TEXT, encoding="utf-8")
    build_sources(collect(["page.txt"]), Path("out"), BuildOptions(formats=("parquet", "jsonl")))
    return tmp_path / "out"


def test_a_dataset_agrees_with_itself(dataset: Path) -> None:
    measured = evaluate(dataset)["renderings"]["page"]
    told = {name: measured["overall"][name] for name in ("f1", "text", "author_recall", "parent")}
    assert set(told.values()) == {1.0}
    assert set(measured["groups"]) == {"disqus"}


def test_pingbacks_are_not_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(PINGED, encoding="utf-8")
    assert [(post.author, post.parent) for post in find(PINGED.encode(), "page.html")] == [
        ("Ann", None),
        ("Bob", 0),
    ]
    build_sources(collect(["page.html"]), Path("out"), BuildOptions(formats=("parquet",)))
    overall = evaluate(tmp_path / "out")["renderings"]["page"]["overall"]
    assert (overall["f1"], overall["author_recall"], overall["parent"]) == (1.0, 1.0, 1.0)


def test_a_dataset_is_gold_only_beside_its_documents(dataset: Path, tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="--pages"):
        evaluate(dataset, EvaluateOptions(pages=tmp_path / "gone"))
    (tmp_path / "page.txt").write_text(TEXT + "more", encoding="utf-8")
    with pytest.raises(InputRefused, match="SHA-256"):
        evaluate(dataset)


def test_no_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match=r"docs/evaluate\.md"):
        evaluate(tmp_path)
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "gold.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(InputRefused, match="first row"):
        evaluate(tmp_path)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"survives": None}, "'survives' is None"),
        ({"survives": True}, "'survives' is True"),
        ({"author_survives": None}, "'author_survives' is None"),
        ({"parent_printed": []}, r"'parent_printed' is \[\]"),
        ({"text": None}, "'text' is None"),
        ({"datetime": 2020}, "'datetime' is 2020"),
        ({"parent": 3}, "'parent' is 3"),
        ({"parent": -1}, "'parent' is -1"),
        ({"parent": "1"}, "'parent' is '1'"),
        ({"parent": 1}, "lead in a circle"),
        ({"parent": 2}, "lead in a circle"),
        ({"quotes": [0, 7]}, r"'quotes' is \[0, 7\]"),
        ({"quotes": 1}, "'quotes' is 1"),
    ],
)
def test_a_row_that_is_no_truth_is_refused_by_file_and_row(
    gold: Path, change: dict[str, Any], problem: str
) -> None:
    file = gold / "one" / "gold.jsonl"
    rows = [*ROWS[:2], ROWS[2] | change, ROWS[3] | {"parent": 1}]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with pytest.raises(InputRefused, match=rf"gold\.jsonl, row 3 .*{problem}"):
        evaluate(gold)


@pytest.mark.parametrize("name", ["text", "survives", "author_survives"])
def test_a_row_that_lacks_a_field_is_refused(gold: Path, name: str) -> None:
    file = gold / "one" / "gold.jsonl"
    rows = [*ROWS[:3], {key: value for key, value in ROWS[3].items() if key != name}]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with pytest.raises(InputRefused, match=rf"row 4 .*'{name}' is missing"):
        evaluate(gold)


def test_rows_of_html_alone_need_not_survive(tmp_path: Path) -> None:
    lost = ("survives", "author_survives")
    rows = [{key: value for key, value in row.items() if key not in lost} for row in ROWS]
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "page.html").write_text(PINGED, encoding="utf-8")
    text = "\n".join(map(json.dumps, rows))
    (tmp_path / "one" / "gold.jsonl").write_text(text, encoding="utf-8")
    assert set(evaluate(tmp_path)["renderings"]) == {"html"}


def test_a_line_of_gold_that_is_no_object_is_refused(gold: Path) -> None:
    file = gold / "one" / "gold.jsonl"
    file.write_text(file.read_text(encoding="utf-8") + "[]\n", encoding="utf-8")
    with pytest.raises(InputRefused, match=r"gold\.jsonl, row 5"):
        evaluate(gold)


def test_a_dataset_whose_parents_lead_in_a_circle_is_refused(dataset: Path) -> None:
    posts = pl.read_parquet(dataset / "parquet" / "posts.parquet")
    last, middle = posts["post_id"][-1], posts["post_id"][-2]
    turned = pl.col("post_id").replace_strict(
        {last: middle, middle: last}, default=pl.col("parent_id")
    )
    posts.with_columns(parent_id=turned).write_parquet(dataset / "parquet" / "posts.parquet")
    with pytest.raises(InputRefused, match="circle"):
        evaluate(dataset)


@pytest.mark.parametrize(
    ("floors", "failing"),
    [
        ({"dclm": {"disqus": {"f1": 0.9, "parent_printed": 1}}}, 0),
        ({"dclm": {"mean": {"f1": 0.9}}}, 1),
        ({"dclm": {"disqus": {"invented": 0.0}}}, 1),
        ({"inscriptis": {"overall": {"f1": 0.1}}, "dclm": {"gone": {"f1": 0}}}, 2),
    ],
    ids=["kept", "too-low", "not-measured", "not-there"],
)
def test_floors(gold: Path, floors: dict[str, Any], failing: int) -> None:
    assert len(below(evaluate(gold), floors)) == failing


@pytest.mark.parametrize("text", ['{"dclm": {"mean": {"F1": 1}}}', '{"dclm": 1}', "[]"])
def test_wrong_floors_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "floors.json").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError):
        load_floors(tmp_path / "floors.json")
