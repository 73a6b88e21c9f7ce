"""Give nodes their size and colour: by attention received, and by thread, author or depth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from threadgraph.graphs._base import ColorBy

__all__ = ["degrees", "dress", "group_of", "palette", "usual_group"]

# The first 20 of Tableau's and d3's twenty, the two greys replaced: grey means "other" here.
_COLORS = (
    "#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#bcbd22",
    "#17becf", "#393b79", "#aec7e8", "#ffbb78", "#98df8a", "#ff9896", "#c5b0d5", "#c49c94",
    "#f7b6d2", "#dbdb8d", "#9edae5", "#637939",
)  # fmt: skip
_OTHER = "#999999"
_COLUMNS: dict[ColorBy, str] = {"thread": "thread_id", "author": "author_id", "depth": "depth"}


def group_of(color_by: ColorBy) -> pl.Expr:
    """Give the `group` of a post; null for the article and where it is unknown."""
    return pl.col(_COLUMNS[color_by]).alias("group")


def palette(posts: pl.LazyFrame) -> pl.LazyFrame:
    """Give the colours of the groups with most posts: `group`, `color`; equal ones by `group`.

    All posts of the dataset count, so that a group has one colour in every graph.
    """
    largest = (
        posts.filter(pl.col("group").is_not_null())
        .group_by("group")
        .len()
        .sort("len", "group", descending=[True, False])
        .head(len(_COLORS))
    )
    colors = pl.LazyFrame({"color": _COLORS}).with_row_index("slot")
    return largest.with_row_index("slot").join(colors, on="slot").select("group", "color")


def usual_group(members: pl.LazyFrame) -> pl.LazyFrame:
    """Give the most frequent `group` of each `id`, in any order; of equally frequent the least."""
    return (
        members.drop_nulls(["id", "group"])
        .group_by("id", "group")
        .len()
        .sort("len", "group", descending=[True, False])
        .unique("id", keep="first", maintain_order=True)
        .select("id", "group")
    )


def degrees(acts: pl.LazyFrame) -> pl.LazyFrame:
    """Give the `in_degree` of each `target`: how many sources turn to it, however often."""
    return acts.group_by("target").agg(in_degree=pl.col("source").n_unique())


def dress(nodes: pl.LazyFrame, in_degree: pl.LazyFrame, colors: pl.LazyFrame) -> pl.LazyFrame:
    """Add `size` (1 + in-degree) and `color` to nodes with `id` and `group`, keeping their order.

    A size of 0 would keep Gephi from scaling the sizes of all nodes.
    """
    return (
        nodes.join(in_degree, left_on="id", right_on="target", how="left", maintain_order="left")
        .join(colors, on="group", how="left", maintain_order="left")
        .with_columns(
            size=1 + pl.col("in_degree").fill_null(0),
            color=pl.col("color").fill_null(_OTHER),
        )
    )
