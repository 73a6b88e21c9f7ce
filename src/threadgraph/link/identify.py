"""Give documents, posts and authors their stable ids."""

from __future__ import annotations

import polars as pl

from threadgraph.ids import author_key, count_equals, fold_text, hashed_id
from threadgraph.link.raw import Raw
from threadgraph.text import fold_name

__all__ = ["document_id", "identify"]


def document_id(key: str) -> str:
    """Give the id of the document with this key (canonical URL, record id or path)."""
    return hashed_id("d", key)


def identify(raw: Raw) -> Raw:
    """Add `document_id` to all raw tables and `post_id` and `author_id` to the posts.

    The author is scoped to the site, else to the document. No time, parent or position is part
    of a post's id.
    """
    keys = raw.documents["document_key"].to_list()
    ids = pl.DataFrame(
        {
            "document_key": keys,
            "document_id": [document_id(key) for key in keys],
        },
        schema={"document_key": pl.String, "document_id": pl.String},
    )
    scopes = ids.with_columns(scope=pl.coalesce(raw.documents["site"], pl.col("document_id")))
    posts = raw.posts.join(scopes, on="document_key", how="left", maintain_order="left")
    posts = posts.with_columns(
        post_id=pl.Series(_post_ids(posts), dtype=pl.String),
        author_id=pl.Series(_author_ids(posts), dtype=pl.String),
    ).drop("scope")
    return Raw(
        documents=raw.documents.with_columns(ids["document_id"]),
        posts=posts,
        spans=raw.spans.join(ids, on="document_key", how="left", maintain_order="left"),
        problems=raw.problems.join(ids, on="document_key", how="left", maintain_order="left"),
    )


def _post_ids(posts: pl.DataFrame) -> list[str]:
    folded = posts.select(fold_text(pl.col("text")))["text"].to_list()
    names = [fold_name(name or "") for name in posts["author_name"].to_list()]
    keys = list(zip(posts["document_key"].to_list(), names, folded, strict=True))
    numbers = count_equals(keys)
    return [hashed_id("p", *key, n) for key, n in zip(keys, numbers, strict=True)]


def _author_ids(posts: pl.DataFrame) -> list[str | None]:
    columns = posts.select("scope", "author_name", "author_state").iter_rows()
    return [
        author_key(scope, name) if state == "named" and name else None
        for scope, name, state in columns
    ]
