"""Give nodes their size and colour: by attention received, and by thread, author or depth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from threadgraph.parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from threadgraph.graphs._base import ColorBy
    from threadgraph.schema import Tables

__all__ = ["degrees", "dress", "group_of", "palette", "usual_groups"]

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


def palette(tables: Tables, color_by: ColorBy) -> pl.LazyFrame:
    """Give the colours of the groups with most posts: `group`, `color`; equal ones by `group`.

    All posts of the dataset count, so that a group has one colour in every graph.
    """
    colors = pl.DataFrame({"color": _COLORS}).with_row_index("slot")
    largest = _largest(tables, color_by).with_row_index("slot")
    return largest.join(colors, on="slot").select("group", "color").lazy()


def _largest(tables: Tables, color_by: ColorBy) -> pl.DataFrame:
    sizes: list[pl.DataFrame] = []
    for part in parts_of(tables):
        groups = part["posts"].select(group_of(color_by)).drop_nulls("group")
        size = groups.group_by("group").len().collect(engine="in-memory")
        # a thread lies in one part: the largest of all are among the largest of each
        sizes.append(_first(size) if color_by == "thread" else size)
    return _first(pl.concat(sizes).group_by("group").agg(pl.col("len").sum()))


def _first(sizes: pl.DataFrame) -> pl.DataFrame:
    return sizes.sort("len", "group", descending=[True, False]).head(len(_COLORS))


def usual_groups(parts: Sequence[pl.LazyFrame], colors: pl.LazyFrame) -> pl.LazyFrame:
    """Give the most frequent `group` of each `id`, of equally frequent the least, in any order.

    `parts` are read twice, a part at a time. An id that has no member in a coloured group is left
    out, as its usual group has no colour either; so there are few, unless groups are few.
    """
    colored = pl.concat(
        members.select("id", "group")
        .drop_nulls("id")
        .join(colors, on="group", how="semi")
        .select(pl.col("id").unique())
        .collect(engine="in-memory")
        for members in parts
    ).unique()
    counts = [
        members.select("id", "group")
        .drop_nulls("group")
        .join(colored.lazy(), on="id", how="semi")
        .group_by("id", "group")
        .len()
        .collect(engine="in-memory")
        for members in parts
    ]
    return (
        pl.concat(counts)
        .group_by("id", "group")
        .agg(pl.col("len").sum())
        .sort("len", "group", descending=[True, False])
        .unique("id", keep="first", maintain_order=True)
        .select("id", "group")
        .lazy()
    )


def degrees(acts: pl.LazyFrame) -> pl.LazyFrame:
    """Give the `in_degree` of each `target`: how many sources turn to it, however often."""
    return acts.group_by("target").agg(in_degree=pl.col("source").n_unique())


def dress(nodes: pl.LazyFrame, colors: pl.LazyFrame) -> pl.LazyFrame:
    """Add `size` (1 + `in_degree`) and `color` to nodes with `group`, keeping their order.

    A size of 0 would keep Gephi from scaling the sizes of all nodes.
    """
    return nodes.join(colors, on="group", how="left", maintain_order="left").with_columns(
        size=1 + pl.col("in_degree").fill_null(0), color=pl.col("color").fill_null(_OTHER)
    )
