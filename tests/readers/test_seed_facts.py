"""The facts about the seeds that were found by reading them, in words and numbers."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

import threadgraph
from threadgraph import Dataset


@pytest.fixture(scope="module")
def pages(seeds: list[Path]) -> list[Dataset]:
    return [threadgraph.parse(path.read_bytes(), path.name) for path in seeds]


def comments(page: Dataset) -> pl.DataFrame:
    return page.posts.filter(pl.col("role") == "comment").collect()


def test_000_is_a_nested_list(pages: list[Dataset]) -> None:
    rows = comments(pages[0])
    assert (rows.height, rows["author_name"].n_unique()) == (18, 12)
    assert rows["parent_state"].value_counts(sort=True).rows() == [("root", 10), ("observed", 8)]
    assert (rows["depth"].min(), rows["depth"].max()) == (0, 3)
    tom = rows.filter(pl.col("author_name") == "Tom")["text"].item()
    assert tom.count("\n") == 1
    names = dict(zip(rows["post_id"], rows["author_name"], strict=True))
    answered = [
        (row["author_name"], names[row["parent_id"]])
        for row in rows.filter(pl.col("parent_id").is_not_null()).to_dicts()
    ]
    assert answered == [
        ("Unapologetically White", "Greg"),
        ("Greg", "Unapologetically White"),
        ("ptah tikva", "legal eagle"),
        ("ubjk paoli", "Unapologetically White"),
        ("Unapologetically White", "ubjk paoli"),
        ("AntiLieGuy", "Unapologetically White"),
        ("Jo Syphus", "AntiLieGuy"),
        ("AntiLieGuy", "Jo Syphus"),
    ]


def test_001_has_names_only(pages: list[Dataset]) -> None:
    rows = comments(pages[1])
    named = rows.filter(pl.col("author_name").is_not_null())
    assert (rows.height, named.height, named["author_name"].n_unique()) == (34, 15, 9)
    assert {"Zionism = EVIL", "Lone Ranger", "cechas vodobenikov"} <= set(named["author_name"])
    texts = rows["text"].to_list()
    assert {"poignantly put my friend.", "haha and some birds too."} <= set(texts)
    assert sum("Ecc 3:1" in text for text in texts) == 1
    assert max(text.count("\n") for text in texts) > 7
    assert set(rows["parent_state"]) == {"unknown"}
    assert pages[1].replies.collect()["inferred"].all()
    article = pages[1].posts.filter(pl.col("role") == "article").collect()["text"].item()
    assert article.endswith("Turkey’s offensive.")
    (lost,) = pages[1].diagnostics.collect().to_dicts()
    before = rows.filter(pl.col("span_end") <= lost["span_start"])["text"].to_list()[-1]
    after = rows.filter(pl.col("span_start") >= lost["span_end"])["text"].to_list()[0]
    assert lost["code"] == "TG121"
    assert before.endswith("terrorist parasites.")
    assert after.startswith("Notice how")


def test_002_has_labels(pages: list[Dataset], seeds: list[Path]) -> None:
    first, second = comments(pages[2]).to_dicts()
    assert (first["author_name"], first["parent_state"]) == ("Lola Lopez", "root")
    assert (second["author_name"], second["author_state"]) == (None, "missing")
    assert (second["parent_id"], second["parent_state"]) == (first["post_id"], "observed")
    assert (second["status"], second["text"][-12:]) == ("truncated", "popcorn and…")
    assert [first["created_precision"], second["created_precision"]] == ["ambiguous"] * 2
    edge = pages[2].replies.filter(pl.col("relation") == "replies_to").collect().row(0, named=True)
    data = seeds[2].read_bytes()
    evidence = data[edge["evidence_start"] : edge["evidence_end"]].decode()
    assert (edge["method"], evidence) == ("reply_label", "Reply to\u00a0 Lola Lopez")
