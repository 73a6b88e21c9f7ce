"""Names of a corpus that no gazetteer holds are proposed for review."""

from pathlib import Path

import polars as pl

from threadgraph.gazetteer import Gazetteer, discover_names

POSTS = pl.LazyFrame(
    {
        "document_id": ["a", "a", "b", "b", "c"],
        "text": [
            "we met Mina Harker in Xanadu. Nobody came.",
            "then Mina Harker’s ship left, I’m told, and Xanadu fell to Russia",
            "about Mina Harker and the Duke of Transmontania, of Russia",
            "see Will, see Will, see Will; she will, he will, they will",
            None,
        ],
    }
)


def test_names_come_by_spread_and_count():
    found = discover_names(POSTS, Gazetteer.load(), minimum=1)
    assert found.columns == ["name", "alias", "kind", "id", "count", "documents", "example"]
    assert found.select("name", "count", "documents").rows() == [
        ("Mina Harker", 3, 2),
        ("Xanadu", 2, 1),
        ("Duke of Transmontania", 1, 1),
    ]
    assert found["id"].to_list() == ["e_mina_harker", "e_xanadu", "e_duke_of_transmontania"]
    assert found["example"][0] == "we met Mina Harker in Xanadu. Nobody came."


def test_rare_names_are_left_out():
    assert discover_names(POSTS, Gazetteer.load())["name"].to_list() == ["Mina Harker"]


def test_an_empty_corpus_proposes_nothing():
    assert discover_names(POSTS.clear(), Gazetteer.load()).is_empty()


def test_a_reviewed_proposal_is_a_gazetteer(tmp_path: Path):
    path = tmp_path / "reviewed.csv"
    discover_names(POSTS, Gazetteer.load()).with_columns(kind=pl.lit("person")).write_csv(path)
    assert "e_mina_harker" in Gazetteer.load([path]).entities["entity_id"]
