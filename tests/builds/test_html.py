"""A build of HTML pages, of every family and generation that has a case, is a valid dataset."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from threadgraph import Dataset, build
from threadgraph.validate import validate_dataset

CASES = Path(__file__).resolve().parents[1] / "markup" / "cases"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build all case pages of HTML once."""
    inputs = tmp_path_factory.mktemp("html")
    for page in CASES.glob("*/*.html"):
        (inputs / f"{page.parent.name}-{page.name}").write_bytes(page.read_bytes())
    out = inputs.with_name("html-out")
    build([inputs], out)
    return out


@pytest.fixture(scope="module")
def dataset(built: Path) -> Dataset:
    """Load what was built."""
    return Dataset.load(built)


def test_every_page_of_a_case_is_in_a_valid_dataset(built: Path, dataset: Dataset) -> None:
    assert validate_dataset(built).valid
    documents = dataset.documents.collect()
    assert documents.height == len(list(CASES.glob("*/*.html")))
    assert set(documents["reader"]) == {"html"}


def test_native_ids_and_links_reach_the_tables(dataset: Dataset) -> None:
    posts = dataset.posts.filter(pl.col("role") != "article").collect()
    assert posts["native_id"].drop_nulls().len() > posts.height // 2
    assert posts["url"].drop_nulls().str.starts_with("http").any()
    assert dataset.authors.collect()["url"].drop_nulls().len() > 0


def test_a_quote_holds_the_words_of_the_post_it_quotes(dataset: Dataset) -> None:
    texts = dict(dataset.posts.select("post_id", "text").collect().iter_rows())
    quotes = dataset.quotes.collect().to_dicts()
    assert quotes
    for quote in quotes:
        passage = texts[quote["post_id"]][quote["text_start"] : quote["text_end"]]
        if quote["quoted_start"] is not None:
            words = texts[quote["quoted_id"]][quote["quoted_start"] : quote["quoted_end"]]
            assert quote["similarity"] < 1 or fold(words) in fold(passage)  # or a quote is inside


def fold(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
