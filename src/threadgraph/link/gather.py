"""Gather all mentions of a batch: names in labels, marks and names in texts, entities."""

from __future__ import annotations

import polars as pl

from threadgraph.gazetteer import Gazetteer
from threadgraph.ids import hashed_ids
from threadgraph.link.entities import find_in_parts
from threadgraph.link.mentions import label_mentions, text_mentions
from threadgraph.link.raw import Raw
from threadgraph.schema import table

__all__ = ["mentions_table"]


def mentions_table(raw: Raw, named: pl.DataFrame, gazetteer: Gazetteer | None) -> pl.DataFrame:
    """Give all mentions in page order; those outside the text (labels, titles) come first."""
    posts = raw.posts.filter(~pl.col("rejected"))
    marked = text_mentions(posts)
    found = [label_mentions(posts, named), marked.filter(pl.col("kind") != "email")]
    if gazetteer is not None:
        masked = marked.filter(pl.col("kind") != "hashtag")
        parts = [(_titles(raw, posts), None), (posts, masked)]
        in_titles, in_texts = find_in_parts(parts, gazetteer)
        found += [_entity_rows(in_titles, in_title=True), _entity_rows(in_texts, in_title=False)]
    order = posts.select("post_id", place="position")
    return (
        pl.concat(found)
        .join(order, on="post_id", how="left", maintain_order="left")
        .sort("document_id", "place", "text_start", "kind", "rank", "mention_id", nulls_last=False)
        .drop("place")
    )


def _titles(raw: Raw, posts: pl.DataFrame) -> pl.DataFrame:
    """Give the titles as texts of their articles: names in a title stand outside the text."""
    articles = posts.filter(pl.col("role") == "article").select("post_id", "document_id")
    titles = raw.documents.select("document_id", text="title").drop_nulls("text")
    return articles.join(titles, on="document_id", maintain_order="left")


def _entity_rows(found: pl.DataFrame, *, in_title: bool) -> pl.DataFrame:
    """Give rows of `mentions`; in a title the places are not those of the post's text."""
    posts, entities, starts = (
        found[column].to_list() for column in ("post_id", "entity_id", "text_start")
    )
    where = ["title" if in_title else "entity"] * found.height
    rows = found.with_columns(
        mention_id=hashed_ids("m", posts, where, starts, entities),
        kind=pl.lit("entity"),
        target_id="entity_id",
        confidence=pl.col("confidence").round(6),
    )
    if in_title:
        rows = rows.with_columns(text_start=pl.lit(None, pl.Int64), text_end=pl.lit(None, pl.Int64))
    return rows.select(table("mentions").polars_schema.names())
