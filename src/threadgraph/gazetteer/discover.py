"""Propose names of a corpus that the gazetteer does not hold, for review."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from threadgraph.gazetteer.read import suggest_id

if TYPE_CHECKING:
    from threadgraph.gazetteer.load import Gazetteer

__all__ = ["discover_names"]

# "Xanadu", "O’Brien", "Rolls-Royce", "AT&T"; not "I’m"
_WORD = r"\p{Lu}(?:['’]\p{Lu}|[\pL\pM\pN&])(?:[\pL\pM\pN'’&-]*[\pL\pM\pN])?"
_JOINT = r"(?: (?:of|the|for|and|de|du|del|da|van|von|der|den|bin|al|el|la|le) | )"
# "told Foreign Minister of Atlantis": a name stands after a small word, a digit or a comma,
# so that a capital at the start of a sentence is no evidence
_NAME = rf"[\p{{Ll}}\pN,] {_WORD}(?:{_JOINT}{_WORD}){{0,4}}"
_EXAMPLE = 40


def discover_names(posts: pl.LazyFrame, gazetteer: Gazetteer, minimum: int = 3) -> pl.DataFrame:
    """Give capitalised names met at least `minimum` times and not in the gazetteer.

    `posts` has document_id and text. The columns are those of a gazetteer file (name, alias,
    kind, id; alias and kind are left to the reviewer), then count, documents and example (the
    first place, with what stands around it); the most widespread name first. Words that the
    corpus writes small as often as capitalised are left out.
    """
    texts = posts.select("document_id", "text").filter(pl.col("text").is_not_null())
    found = (
        texts.select("document_id", "text", name=pl.col("text").str.extract_all(_NAME))
        .explode("name")
        .filter(pl.col("name").is_not_null())
        .with_columns(name=pl.col("name").str.slice(2).str.replace(r"['’]s$", ""))
    )
    known = gazetteer.forms.lazy().select(name="form")
    named = (
        found.join(known, on="name", how="anti", maintain_order="left")
        .group_by("name", maintain_order=True)
        .agg(
            count=pl.len(),
            documents=pl.col("document_id").n_unique(),
            text=pl.col("text").first(),
        )
        .filter(pl.col("count") >= minimum)
        .collect()
    )
    return _for_review(_without_words(named, texts))


def _without_words(named: pl.DataFrame, texts: pl.LazyFrame) -> pl.DataFrame:
    """Drop single words that the corpus writes in small letters as often."""
    single = named.filter(~pl.col("name").str.contains(" ", literal=True))
    wanted = single.select(word=pl.col("name").str.to_lowercase()).unique()
    small = (
        texts.select(word=pl.col("text").str.extract_all(r"[\pL\pM\pN'’&-]+"))
        .explode("word")
        .join(wanted.lazy(), on="word", how="semi")
        .group_by("word")
        .agg(small=pl.len())
        .collect()
    )
    return (
        named.with_columns(word=pl.col("name").str.to_lowercase())
        .join(small, on="word", how="left", maintain_order="left")
        .filter(pl.col("small").fill_null(0) < pl.col("count"))
    )


def _for_review(named: pl.DataFrame) -> pl.DataFrame:
    rows = list(named.select("name", "text").iter_rows())
    return (
        named.with_columns(
            pl.Series("id", [suggest_id(name) for name, _ in rows], dtype=pl.String),
            pl.Series("example", [_example(*row) for row in rows], dtype=pl.String),
        )
        .select(
            "name",
            alias=pl.lit(""),
            kind=pl.lit(""),
            id="id",
            count=pl.col("count").cast(pl.Int64),
            documents=pl.col("documents").cast(pl.Int64),
            example="example",
        )
        .sort("documents", "count", "name", descending=[True, True, False])
    )


def _example(name: str, text: str) -> str:
    """Give the first place of the name on one line, with what stands on each side."""
    start = text.find(name)
    around = text[max(0, start - _EXAMPLE) : start + len(name) + _EXAMPLE]
    return " ".join(around.split())
