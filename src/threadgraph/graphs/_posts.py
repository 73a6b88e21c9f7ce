"""Show posts as nodes: their order, their label, and the group that colours them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from threadgraph.graphs._colors import group_of
from threadgraph.graphs._text import cut, one_line

if TYPE_CHECKING:
    from threadgraph.graphs._base import ColorBy
    from threadgraph.schema import Tables

__all__ = ["labelled", "ordered"]

_SNIPPET = 200
_LABEL = 80
_NAME = 40
"""Characters of a label for the author's name, so that the text still shows."""


def ordered(tables: Tables, color_by: ColorBy) -> pl.LazyFrame:
    """Give the posts in page order with `order`, from 0, and `group`, by which to colour them."""
    return tables["posts"].with_row_index("order").with_columns(group_of(color_by))


def labelled(posts: pl.LazyFrame, tables: Tables) -> pl.LazyFrame:
    """Add `snippet` and `label`, keeping the order.

    A label names a post by author and start of text, an article by its title; it is never empty.
    """
    titles = one_line(tables["documents"].select("document_id", "title"), _LABEL, "title")
    texts = posts.with_columns(snippet="text", name="author_name")
    return (
        one_line(one_line(texts, _SNIPPET, "snippet"), _NAME, "name")
        .join(titles, on="document_id", how="left", maintain_order="left")
        .with_columns(label=_label())
        .with_columns(cut(pl.col("label"), _LABEL))
        .drop("title", "name")
    )


def _label() -> pl.Expr:
    snippet = pl.col("snippet")
    post = pl.concat_str(_name(), pl.lit(": "), pl.coalesce(snippet, _instead_of_text()))
    return (
        pl.when(pl.col("status") == "missing")
        .then(pl.lit("[missing]"))
        .when(pl.col("role") == "article")
        .then(pl.coalesce("title", snippet, pl.lit("[article]")))
        .otherwise(post)
    )


def _name() -> pl.Expr:
    state = pl.col("author_state")
    nameless = (
        pl.when(state.is_in(["deleted", "anonymous"]))
        .then(pl.concat_str(pl.lit("["), state, pl.lit("]")))
        .otherwise(pl.lit("[no name]"))
    )
    return pl.coalesce("name", nameless)


def _instead_of_text() -> pl.Expr:
    status = pl.col("status")
    told = status.is_in(["deleted", "removed"])
    return (
        pl.when(told)
        .then(pl.concat_str(pl.lit("["), status, pl.lit("]")))
        .otherwise(pl.lit("[no text]"))
    )
