"""Precision and recall on the seeds stay above their floors."""

import json
from pathlib import Path

import polars as pl
import pytest

from threadgraph.gazetteer import Gazetteer
from threadgraph.link.entities import find_entities

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
FLOORS = {"precision": 0.97, "recall": 0.95}

GOLD = [json.loads(line) for line in (HERE / "gold.jsonl").read_text("utf-8").splitlines()]
FILES = sorted({row["file"] for row in GOLD})


def _text(file: str) -> str:
    return (SEEDS / file).read_bytes().decode("utf-8")


def test_each_label_stands_where_it_says():
    texts = {file: _text(file) for file in FILES}
    for row in GOLD:
        end = row["start"] + len(row["surface"])
        assert texts[row["file"]][row["start"] : end] == row["surface"], row


@pytest.mark.parametrize("file", FILES)
def test_the_seeds_are_read_as_labelled(file: str):
    text = _text(file)
    posts = pl.DataFrame({"post_id": [file], "document_id": [file], "text": [text]})
    found = find_entities(posts, Gazetteer.load()).filter(pl.col("rank") == 1)
    got = set(found.select("text_start", "surface", "entity_id").iter_rows())
    want = {(r["start"], r["surface"], r["entity_id"]) for r in GOLD if r["file"] == file}
    right = len(got & want)
    assert right / len(got) >= FLOORS["precision"], sorted(got - want)
    assert right / len(want) >= FLOORS["recall"], sorted(want - got)
