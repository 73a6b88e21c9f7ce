"""Hostile text stays text: nothing is lost, merged, obeyed, or used as a path."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import polars as pl
import pytest

import threadgraph
from threadgraph import BuildOptions, Dataset, ReadOptions
from threadgraph.pipeline import read_document
from threadgraph.records import Page
from threadgraph.source import Limits

HEAD = "A Title Of Words\n\nThe article says this.\n\n\n"
NAMES = [
    "=cmd()", "+1+1", "@SUM(A1)", "-2+3", "</data><script>alert(1)</script>", "../../x",
    "C:\\x", "a\u202egpj.exe", "x\u2066y", "]]>", "&lt;b", "'; drop table posts; --",
    "null", "NaN", "INF", "\u200bZero", "\ufeffBom", "e\u0301", "\U0001f480 Skull", "<!-- -->",
]  # fmt: skip


def disqus(*comments: tuple[int, str, str]) -> str:
    return HEAD + "".join(
        f"{'  ' * (depth + 1)}• {name}\n\n{'  ' * (depth + 2)}{text}\n\n"
        for depth, name, text in comments
    )


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a dataset of a page whose authors have hostile names, each answered by the next."""
    folder = tmp_path_factory.mktemp("hostile")
    page = disqus(*((i % 3, name, f"{name} says {i}.") for i, name in enumerate(NAMES)))
    (folder / "in").mkdir()
    (folder / "in" / "page.txt").write_text(page, encoding="utf-8")
    return threadgraph.build(folder / "in", folder / "out")


def test_names_and_texts_come_through_whole(named: Dataset) -> None:
    rows = named.posts.filter(pl.col("role") == "comment").collect()
    assert rows["author_name"].to_list() == NAMES
    assert rows["text"].to_list() == [f"{name} says {i}." for i, name in enumerate(NAMES)]
    assert named.authors.collect().height == len(NAMES)


def test_graphs_hold_them_as_text(named: Dataset) -> None:
    for kind in ("posts", "authors", "mentions"):
        graph = named.graph(kind)
        assert isinstance(graph, nx.DiGraph)
    names = {data.get("author_name") for _, data in named.graph("posts").nodes(data=True)}
    assert {"=cmd()", "</data><script>alert(1)</script>", "../../x"} <= names


def test_names_that_differ_by_normal_form_only_are_one_name() -> None:
    page = threadgraph.parse(disqus((0, "e\u0301va", "One."), (0, "\u00e9va", "Two.")))
    assert page.authors.collect().height == 1
    shown = page.posts.filter(pl.col("role") == "comment").collect()["author_name"].to_list()
    assert shown == ["e\u0301va", "\u00e9va"]


def test_names_that_only_look_alike_are_two() -> None:
    page = threadgraph.parse(disqus((0, "Anna", "One."), (0, "\u0410nna", "Two.")))
    assert page.authors.collect().height == 2


PLANTED = {
    "a list in a comment": disqus((0, "Ann Lee", "I take\n\n    • rope\n    • wine\n\n    along.")),
    "an article like comments": "Ann Lee\n03.05.2024\n\nplanted one\n\nBob Moss\n\nplanted two\n",
    "deep": disqus(*((i, f"Name {i}", f"word{i}") for i in range(300))),
    "indented to nowhere": HEAD + " " * 5000 + "• Ann\n\n" + " " * 5002 + "planted\n",
    "a long name": disqus((0, "x" * 100_000, "planted"), (0, "Bob", "Ho.")),
    "bullets alone": HEAD + "  •\n\n  • \n\n  • planted\n",
    "form feeds": HEAD.replace("\n\n", "\n\f\n") + "planted\x0bwords\x1c\n",
    "separators": "Title\u2028planted\u2029\n\nText\x85 here.\n",
}


@pytest.mark.parametrize("name", PLANTED)
def test_every_word_is_in_a_post_a_span_or_a_diagnostic(
    name: str, obeys_contract: Callable[[bytes, Page], None]
) -> None:
    data = PLANTED[name].encode()
    page = read_document(data, "page", "page").page
    obeys_contract(data, page)
    kept = b" ".join(data[s.span_start : s.span_end] for s in page.spans if s.kind != "chrome")
    for word in PLANTED[name].split():
        assert word == "•" or word.encode() in kept


def test_a_post_over_the_limit_is_rejected_and_what_answers_it_gets_a_placeholder(
    tmp_path: Path,
) -> None:
    page = disqus((0, "Ann Lee", "x" * 500), (1, "Bob Moss", "Yes."), (0, "Cem Kaya", "No."))
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    options = BuildOptions(read=ReadOptions(limits=Limits(max_record=400)))
    out = threadgraph.build(tmp_path / "page.txt", tmp_path / "out", options)
    rows = out.posts.filter(pl.col("role") == "comment").collect()
    assert rows["status"].to_list() == ["missing", "complete", "complete"]
    assert rows["parent_state"].to_list() == ["root", "missing", "root"]
    (told,) = out.diagnostics.filter(pl.col("severity") == "rejected").collect().to_dicts()
    assert told["code"] == "TG116"
    assert "unparsed" in out.spans.collect()["kind"].to_list()


def test_a_large_article_is_rejected_and_the_comments_stay(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(
        disqus((0, "Ann Lee", "Hi."), (0, "Bob", "Ho.")), encoding="utf-8"
    )
    options = BuildOptions(read=ReadOptions(limits=Limits(max_record=10)))
    out = threadgraph.build(tmp_path / "page.txt", tmp_path / "out", options)
    assert out.posts.collect()["role"].to_list() == ["comment", "comment"]
    assert out.replies.collect().height == 0


def test_names_of_files_are_no_paths(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    names = [b"new\nline.txt", b"\xff\xfe.txt", b"-rf.txt", b"a b\xe2\x80\xae.txt", b"=1+1.txt"]
    for name in names:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(HEAD, encoding="utf-8")
    out = threadgraph.build(folder, tmp_path / "out")
    sources = out.documents.collect()["source"].to_list()
    assert len(set(sources)) == len(names)
    assert {p.name for p in (tmp_path / "out").iterdir()} == {
        "manifest.json", "parquet", "jsonl", "graphml",
    }  # fmt: skip
    for line in (tmp_path / "out" / "jsonl" / "documents.jsonl").read_text("utf-8").splitlines():
        json.loads(line)


def test_links_pipes_and_loops_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "page.txt").write_text(HEAD, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("the canary", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    out = threadgraph.build(folder, tmp_path / "out")
    assert out.documents.collect().height == 1
    told = out.diagnostics.collect()
    assert told["code"].to_list() == ["TG113"] * 3
    assert not any("canary" in text for text in out.posts.collect()["text"].to_list())


def test_patterns_that_the_shell_left_alone_are_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.md"):
        (tmp_path / name).write_text(HEAD, encoding="utf-8")
    out = threadgraph.build(str(tmp_path / "*.txt"), tmp_path / "out")
    assert sorted(out.documents.collect()["source"]) == ["a.txt", "b.txt"]


def test_more_lines_than_a_page_has_are_kept_as_an_article(
    monkeypatch: pytest.MonkeyPatch, obeys_contract: Callable[[bytes, Page], None]
) -> None:
    monkeypatch.setattr("threadgraph.readers.pages.text.MAX_LINES", 10)
    data = disqus((0, "Ann Lee", "One."), (0, "Bob", "Two."), (0, "Cem", "Three.")).encode()
    page = read_document(data, "page", "page").page
    obeys_contract(data, page)
    assert page.document.outcome == "unclear"
    assert [problem.code for problem in page.problems] == ["TG127"]
    assert page.posts[0].text.endswith("Three.")


def test_a_pattern_gives_the_ids_of_its_folder(tmp_path: Path) -> None:
    for folder in ("a", "b/c"):
        (tmp_path / "site" / folder).mkdir(parents=True)
        (tmp_path / "site" / folder / "index.txt").write_text(disqus((0, "Ann", folder)))
    whole = threadgraph.build(tmp_path / "site", tmp_path / "whole")
    found = threadgraph.build(tmp_path / "site" / "**" / "*.txt", tmp_path / "found")
    ids = [d.documents.collect()["document_id"].to_list() for d in (whole, found)]
    assert ids[0] == ids[1]
    assert sorted(found.documents.collect()["source"]) == ["a/index.txt", "b/c/index.txt"]
