"""Look into a dataset: counts, depths, authors, mentions, methods, what is unknown."""

from __future__ import annotations

from typing import Any

import polars as pl

from threadgraph.commands._counts import height, tally
from threadgraph.dataset import Dataset
from threadgraph.schema import tables

__all__ = ["inspect"]


def inspect(dataset: Dataset, top: int = 10) -> dict[str, Any]:
    """Give what a first look at a dataset wants to know; lists hold the `top` most frequent.

    Shares are of the posts that could have a parent, placeholders left out.
    """
    comments = dataset.posts.filter((pl.col("role") != "article") & (pl.col("status") != "missing"))
    states = tally(comments, "parent_state")
    total = sum(states.values())
    return {
        "rows": {name: height(dataset.table(name)) for name in tables()},
        "documents_by_outcome": tally(dataset.documents, "outcome"),
        "documents_by_layout": tally(dataset.documents, "layout"),
        "posts_by_parent_state": states,
        "share_of_unknown_parents": round(states.get("unknown", 0) / total, 4) if total else None,
        "posts_by_author_state": tally(comments, "author_state"),
        "posts_by_depth": _by_depth(comments),
        "edges_by_method": tally(dataset.replies, "method"),
        "edges_inferred": height(dataset.replies.filter("inferred")),
        "top_authors": _named(
            dataset.authors.sort("post_count", "author_id", descending=[True, False]).select(
                "author_id", "name", "post_count"
            ),
            top,
        ),
        "mentions_by_kind": tally(dataset.mentions, "kind"),
        "most_mentioned": _named(_most_mentioned(dataset), top),
        "diagnostics_by_code": tally(dataset.diagnostics, "code"),
    }


def _by_depth(comments: pl.LazyFrame) -> dict[str, int]:
    counted = comments.group_by("depth").len().sort("depth", nulls_last=True).collect()
    return {"unknown" if d is None else str(d): n for d, n in counted.iter_rows()}


def _most_mentioned(dataset: Dataset) -> pl.LazyFrame:
    """Count the best targets; an entity and an author are shown by name."""
    names = pl.concat(
        [
            dataset.entities.select(target_id="entity_id", target_name="name"),
            dataset.authors.select(target_id="author_id", target_name="name"),
        ]
    )
    return (
        dataset.mentions.filter((pl.col("rank") == 1) & pl.col("target_id").is_not_null())
        .group_by("kind", "target_id")
        .len("mention_count")
        .join(names, on="target_id", how="left")
        .with_columns(pl.coalesce("target_name", "target_id").alias("name"))
        .sort("mention_count", "kind", "target_id", descending=[True, False, False])
        .select("kind", "target_id", "name", "mention_count")
    )


def _named(frame: pl.LazyFrame, top: int) -> list[dict[str, Any]]:
    return frame.head(top).collect().to_dicts()
