"""Build the reply graph: every post, its parent, and the article it stands under.

An edge leads from a post to its parent, or from a post at top level to its article: one for each
row of `replies` that is not inferred, and with `--inferred` for the others as well. Of several rows
for one pair the shown one counts, else the surest.

A post whose parent is unknown has an edge of the kind `on_page` to its article, so that a layout
keeps the posts of a page together. Such an edge is no answer: no table has it, and it has neither
method nor confidence. Where the page has no article the post has no edge. Leave these edges out by
their kind, as their `inferred` is false: networkx `d["kind"] != "on_page"`, Gephi Filters >
Attributes > Partition (edge) `kind`, where the other kinds are chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from threadgraph.graphs._base import (
    Attribute,
    Graph,
    GraphKind,
    GraphOptions,
    added,
    left_out,
)
from threadgraph.graphs._colors import degrees, dress, palette
from threadgraph.graphs._posts import labelled, ordered
from threadgraph.parts import parts_of

if TYPE_CHECKING:
    from threadgraph.schema import Tables

__all__ = ["GRAPH"]

_NODES = (
    Attribute("label", "string", "Author and start of the text, on one line."),
    Attribute("size", "double", "1 + the number of edges to this post, `on_page` among them."),
    Attribute("color", "string", "Colour of its thread, author or depth."),
    Attribute("post_id", "string", "The post."),
    Attribute("document_id", "string", "The document it stands in."),
    Attribute("thread_id", "string", "Its topmost known ancestor."),
    Attribute("author_name", "string", "The author's name as shown."),
    Attribute("author_state", "string", "`named`, `missing`, `deleted` or `anonymous`."),
    Attribute("role", "string", "`article`, `opening` or `comment`."),
    Attribute("created_at", "string", "When it was written, as RFC 3339 in UTC."),
    Attribute("created_ms", "long", "The same in milliseconds since 1970."),
    Attribute("depth", "int", "0 at top level."),
    Attribute("reply_count", "int", "Posts seen to answer it, or to comment on the article."),
    Attribute("parent_state", "string", "`root`, `observed`, `missing` or `unknown`."),
    Attribute("status", "string", "`complete`, ..., or `missing` for a placeholder."),
    Attribute("url", "string", "Permalink."),
    Attribute("language", "string", "BCP 47 language tag."),
    Attribute("snippet", "string", "Start of the text, on one line."),
)
_TEXT = Attribute("text", "string", "The full text, with `--text`.")
_EDGES = (
    Attribute("weight", "double", "Always 1."),
    Attribute("kind", "string", "`replies_to`, `comments_on` or `on_page` (parent unknown)."),
    Attribute("method", "string", "How it was found; missing for `on_page`."),
    Attribute("confidence", "double", "How sure it is, 0 to 1; missing for `on_page`."),
    Attribute("inferred", "boolean", "Worked out from cues, not shown; false for `on_page`."),
)


def _build(tables: Tables, options: GraphOptions) -> Graph:
    colors = palette(tables, options.color_by)
    parts = [_part(part, options, colors) for part in parts_of(tables)]
    nodes, edges, lost = zip(*parts, strict=True)
    return Graph(
        node_pieces=nodes,
        edge_pieces=edges,
        left_out=added(lost),
        node_attributes=(*_NODES, _TEXT) if options.text else _NODES,
        edge_attributes=_EDGES,
    )


def _part(
    tables: Tables, options: GraphOptions, colors: pl.LazyFrame
) -> tuple[pl.LazyFrame, pl.LazyFrame, pl.LazyFrame]:
    """Give nodes, edges and what is left out of some documents: no edge leads to others."""
    posts = ordered(tables, options.color_by)
    unknown = _unknown(tables["posts"])
    found = tables["replies"].filter(pl.lit(options.inferred) | ~pl.col("inferred"))
    loops = found.filter(pl.col("child_id") == pl.col("parent_id"))
    edges = _edges(posts, found, unknown)
    if not options.self_loops:
        edges = edges.filter(pl.col("source") != pl.col("target"))
    lost = {} if options.self_loops else {"self_loops": loops}
    nodes = dress(_nodes(labelled(posts, tables), tables["replies"], edges), colors)
    without = unknown.filter(pl.col("target").is_null())
    return nodes, edges, left_out(unknown_parents=without, **lost)


def _unknown(posts: pl.LazyFrame) -> pl.LazyFrame:
    """Give the posts whose parent is unknown with their article: `source`, `target` or null."""
    articles = (
        posts.filter(pl.col("role") == "article")
        .select("document_id", target="post_id")
        .unique("document_id", keep="first", maintain_order=True)
    )
    return (
        posts.filter(pl.col("parent_state") == "unknown")
        .select("document_id", source="post_id")
        .join(articles, on="document_id", how="left")
        .select("source", "target")
    )


def _edges(posts: pl.LazyFrame, found: pl.LazyFrame, unknown: pl.LazyFrame) -> pl.LazyFrame:
    """Give one edge for each pair: the observed one, else the surest, in the sources' order."""
    replies = found.select(
        "method", "confidence", "inferred", source="child_id", target="parent_id", kind="relation"
    )
    on_page = unknown.filter(pl.col("target").is_not_null()).with_columns(
        kind=pl.lit("on_page"), inferred=pl.lit(False)
    )
    return (
        pl.concat([replies, on_page], how="diagonal")
        .join(posts.select("order", source="post_id"), on="source")
        .sort(
            "order", "target", "inferred", "confidence", "method",
            descending=[False, False, False, True, False],
        )
        .unique(["order", "target"], keep="first", maintain_order=True)
        .with_columns(weight=pl.lit(1.0))
    )  # fmt: skip


def _nodes(posts: pl.LazyFrame, replies: pl.LazyFrame, edges: pl.LazyFrame) -> pl.LazyFrame:
    observed = replies.filter(~pl.col("inferred"))
    counts = observed.group_by("parent_id").agg(reply_count=pl.col("child_id").n_unique())
    created = pl.col("created_at")
    return (
        posts.rename({"post_id": "id"})
        .join(counts, left_on="id", right_on="parent_id", how="left", maintain_order="left")
        .join(degrees(edges), left_on="id", right_on="target", how="left", maintain_order="left")
        .with_columns(
            post_id="id",
            created_at=created.dt.strftime("%Y-%m-%dT%H:%M:%S%.fZ"),
            created_ms=created.dt.timestamp("ms"),
            reply_count=pl.col("reply_count").fill_null(0),
        )
    )


GRAPH = GraphKind(
    name="posts",
    description="Who answers what: posts, and edges from each to its parent or article.",
    build=_build,
)
