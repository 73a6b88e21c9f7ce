"""Show posts as nodes: their order, their label, and the group that colours them."""

from __future__ import annotations

import polars as pl

from threadgraph.graphs._base import ColorBy
from threadgraph.graphs._colors import group_of
from threadgraph.graphs._text import one_line
from threadgraph.schema import Tables

__all__ = ["post_nodes"]

_LABEL = 80
_NAME = 40
"""Characters of a label for the author's name, so that the text still shows."""


def post_nodes(tables: Tables, color_by: ColorBy) -> pl.LazyFrame:
    """Give the posts in page order, with `order` (from 0), `label` and `group` added."""
    titles = tables["documents"].select("document_id", "title")
    return (
        tables["posts"]
        .with_row_index("order")
        .join(titles, on="document_id", how="left", maintain_order="left")
        .with_columns(label=_label(), group=group_of(color_by))
        .drop("title")
    )


def _label() -> pl.Expr:
    """Name a post by author and start of text, an article by its title; never empty."""
    text = one_line(pl.col("text"), _LABEL)
    article = pl.coalesce(one_line(pl.col("title"), _LABEL), text, pl.lit("[article]"))
    post = pl.concat_str(_name(), pl.lit(": "), pl.coalesce(text, _instead_of_text()))
    return (
        pl.when(pl.col("status") == "missing")
        .then(pl.lit("[missing]"))
        .when(pl.col("role") == "article")
        .then(article)
        .otherwise(one_line(post, _LABEL))
    )


def _name() -> pl.Expr:
    state = pl.col("author_state")
    nameless = (
        pl.when(state.is_in(["deleted", "anonymous"]))
        .then(pl.concat_str(pl.lit("["), state, pl.lit("]")))
        .otherwise(pl.lit("[no name]"))
    )
    return pl.coalesce(one_line(pl.col("author_name"), _NAME), nameless)


def _instead_of_text() -> pl.Expr:
    status = pl.col("status")
    told = status.is_in(["deleted", "removed"])
    return (
        pl.when(told)
        .then(pl.concat_str(pl.lit("["), status, pl.lit("]")))
        .otherwise(pl.lit("[no text]"))
    )
