"""Resolve mentions, and count them: part by part, and what all parts add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from threadgraph.graphs._posts import ordered
from threadgraph.graphs._text import shown
from threadgraph.parts import grouped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from threadgraph.graphs._base import GraphOptions
    from threadgraph.schema import Tables

__all__ = ["KINDS", "add_up", "edges_of", "ends_of", "without_loops"]

KINDS = pl.Enum(["author", "domain", "entity", "handle", "hashtag", "url"])
"""Kinds of mentions, and `domain`, in the order of their names: a byte for each time."""

# https://www.example.org:8080/page?x=1 -> example.org
_HOST = r"^(?:[A-Za-z][A-Za-z0-9+.-]*:)?(?://)?(?:[^/?#@]*@)?(?:www\.)?([^/?#:@]+)"
# example.org, http://example.org/
_HOST_ONLY = r"^(?:https?://)?[^/?#:@\s]+(?::[0-9]+)?/?$"


def ends_of(tables: Tables, options: GraphOptions) -> pl.LazyFrame:
    """Give the mentions that have a target; a URL without a path is a domain.

    A row has the post by `order` and `post_id`, its `author_id` and `group`, the `target`, the
    `kind` and the `confidence`.
    """
    is_url = pl.col("kind") == "url"
    host = pl.col("target").str.extract(_HOST, 1) if options.domains else pl.lit(None)
    is_domain = is_url & (host.is_not_null() | pl.col("target").str.contains(_HOST_ONLY))
    posts = ordered(tables, options.color_by)
    return (
        tables["mentions"]
        .filter(pl.col("rank") == 1)
        .select("post_id", "kind", "confidence", target=shown(pl.col("target_id")))
        .filter(pl.col("target").is_not_null())
        .with_columns(
            target=pl.when(is_url).then(pl.coalesce(host, "target")).otherwise("target"),
            kind=pl.when(is_domain).then(pl.lit("domain")).otherwise("kind").cast(KINDS),
        )
        .join(posts.select("post_id", "author_id", "order", "group"), on="post_id")
    )


def without_loops(ends: pl.LazyFrame, source: str) -> pl.LazyFrame:
    """Leave out the mentions of the source itself."""
    return ends.filter(pl.col(source).ne_missing(pl.col("target")))


def edges_of(ends: pl.LazyFrame) -> pl.LazyFrame:
    """Give the edges from posts, in page order, then by target."""
    by_posts = ends.rename({"post_id": "source"})
    return _joined(_by_kind(by_posts, "order", "source"), "order", "source")


def _by_kind(ends: pl.LazyFrame, *source: str) -> pl.LazyFrame:
    """Count the mentions of each target by kind."""
    return ends.group_by(*source, "target", "kind").agg(
        mention_count=pl.len(), confidence=pl.col("confidence").max()
    )


def _joined(counts: pl.LazyFrame, *source: str) -> pl.LazyFrame:
    """Join the kinds of an edge: the most frequent names it, of several the first."""
    return (
        counts.sort("mention_count", "kind", descending=[True, False])
        .group_by(*source, "target")
        .agg(pl.col("kind").first(), pl.col("mention_count").sum(), pl.col("confidence").max())
        .with_columns(weight=pl.col("mention_count"))
        .sort(*source, "target")
    )


def add_up(parts: Iterable[pl.LazyFrame], *, loops: bool) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give the edges from authors, by their ids, and the nodes: authors, and what is mentioned.

    The parts are `ends_of` theirs, of which one is in memory at a time. Nodes come in any order,
    with `id`, `kind`, `mention_count` and `in_degree`.
    Ids are categories until the end: four bytes for each time that one occurs.
    """
    ids = pl.Categorical(pl.Categories.random())
    counts = [_counts(part, ids, loops=loops) for part in parts]
    ties, kinds, degrees = (pl.concat(frames) for frames in zip(*counts, strict=True))
    authors = ties.select(id="source", kind=pl.lit("author", KINDS)).unique("id")
    edges = _added(ties if loops else ties.filter(pl.col("source") != pl.col("target")))
    received = pl.concat([degrees, edges.group_by(id="target").agg(in_degree=pl.len())])
    # an id counts once, whatever it was mentioned as: the most frequent kind names it
    nodes = (
        pl.concat([authors, _usual_kinds(kinds)])
        .unique("id", keep="first", maintain_order=True)
        .join(kinds.group_by("id").agg(mention_count=pl.col("len").sum()), on="id", how="left")
        .join(received.group_by("id").agg(pl.col("in_degree").sum()), on="id", how="left")
        .with_columns(pl.col("id").cast(pl.String), pl.col("mention_count").fill_null(0))
    )
    return edges, nodes


def _usual_kinds(kinds: pl.DataFrame) -> pl.DataFrame:
    """Give the most frequent `kind` of each `id`; of equally frequent the first by name."""
    return (
        kinds.group_by("id", "kind")
        .agg(pl.col("len").sum())
        .sort("len", "kind", descending=[True, False])
        .unique("id", keep="first", maintain_order=True)
        .select("id", "kind")
    )


def _counts(ends: pl.LazyFrame, ids: pl.Categorical, *, loops: bool) -> list[pl.DataFrame]:
    """Give what a part counts: by authors, then by target its kinds and posts."""
    told = ends.collect(engine="in-memory").lazy()
    by_authors = told.rename({"author_id": "source"}).drop_nulls("source")
    posts = (told if loops else without_loops(told, "post_id")).select("order", "target").unique()
    counts = [
        _by_kind(by_authors, "source").with_columns(pl.col("source", "target").cast(ids)),
        told.group_by("kind", id=pl.col("target").cast(ids)).len(),
        posts.group_by(id=pl.col("target").cast(ids)).agg(in_degree=pl.len()),
    ]
    return [count.collect(engine="in-memory") for count in counts]


def _added(ties: pl.DataFrame) -> pl.DataFrame:
    """Add up the counts of parts to edges."""
    return grouped(ties, "source", _summed).sort("source", "target")


def _summed(ties: pl.LazyFrame) -> pl.LazyFrame:
    by_kind = ties.group_by("source", "target", "kind").agg(
        pl.col("mention_count").sum(), pl.col("confidence").max()
    )
    return _joined(by_kind, "source")
