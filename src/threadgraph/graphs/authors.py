"""Build the interaction graph: authors, and how often each answers, mentions and quotes another.

Posts without an author_id have no node to stand for them; what they did is counted as left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from threadgraph.graphs._base import Attribute, Graph, GraphKind, GraphOptions, left_out
from threadgraph.graphs._colors import degrees, dress, group_of, palette, usual_group
from threadgraph.graphs._text import one_line

if TYPE_CHECKING:
    from threadgraph.schema import Tables

__all__ = ["GRAPH"]

_LABEL = 80
_NODES = (
    Attribute("label", "string", "The author's name."),
    Attribute("size", "double", "1 + the number of authors who turn to this one."),
    Attribute("color", "string", "Colour of the thread, author or depth of most of its posts."),
    Attribute("author_id", "string", "The author."),
    Attribute("site", "string", "The site that scopes the name."),
    Attribute("post_count", "int", "Posts by this author."),
    Attribute("thread_count", "int", "Threads with posts by this author."),
    Attribute("replies_in", "int", "Observed replies to its posts, whoever wrote them."),
    Attribute("replies_out", "int", "Observed replies by this author, whoever they answer."),
    Attribute("first_ms", "long", "Earliest known post, in milliseconds since 1970."),
    Attribute("last_ms", "long", "Latest known post, in milliseconds since 1970."),
)
_EDGES = (
    Attribute("weight", "double", "Replies, mentions and quotations together."),
    Attribute("kind", "string", "The most frequent of `reply`, `mention` and `quote`."),
    Attribute("reply_count", "int", "Observed replies."),
    Attribute("mention_count", "int", "Mentions of the author by name."),
    Attribute("quote_count", "int", "Quotations."),
    Attribute("thread_count", "int", "Threads in which this happened."),
    Attribute("mutual", "boolean", "The other author turns to this one as well."),
)


def _build(tables: Tables, options: GraphOptions) -> Graph:
    posts = tables["posts"].with_columns(group_of(options.color_by))
    acts = pl.concat([_replies(posts), _mentions(tables, posts), _quotes(tables, posts)])
    known = acts.drop_nulls(["source", "target"])
    nameless = acts.filter(pl.any_horizontal(pl.col("source", "target").is_null()))
    lost = {
        "replies_without_author": nameless.filter(pl.col("kind") == "reply"),
        "mentions_without_author": nameless.filter(pl.col("kind") == "mention"),
        "quotes_without_author": nameless.filter(pl.col("kind") == "quote"),
    }
    if not options.self_loops:
        lost["self_loops"] = known.filter(pl.col("source") == pl.col("target"))
        known = known.filter(pl.col("source") != pl.col("target"))
    edges = _edges(known)
    return Graph(
        nodes=dress(_nodes(tables["authors"], posts), degrees(known), palette(posts)),
        edges=edges,
        left_out=left_out(**lost),
        node_attributes=_NODES,
        edge_attributes=_EDGES,
    )


def _authors_of(posts: pl.LazyFrame, post: str, author: str) -> pl.LazyFrame:
    """Give posts and their authors under the names `post` and `author`, to join by."""
    return posts.select(pl.col("post_id").alias(post), pl.col("author_id").alias(author))


def _replies(posts: pl.LazyFrame) -> pl.LazyFrame:
    return (
        posts.filter(pl.col("parent_state") == "observed")
        .select("parent_id", "thread_id", source="author_id", kind=pl.lit("reply"))
        .join(_authors_of(posts, "parent_id", "target"), on="parent_id", how="left")
        .select("source", "target", "thread_id", "kind")
    )


def _mentions(tables: Tables, posts: pl.LazyFrame) -> pl.LazyFrame:
    """Give mentions of authors; the label of an observed reply counts as the reply alone."""
    by = posts.select("post_id", "thread_id", "parent_state", source="author_id")
    label_of_reply = (pl.col("method") == "reply_label") & (
        pl.col("parent_state").eq_missing("observed")
    )
    return (
        tables["mentions"]
        .filter(pl.col("kind") == "author", pl.col("rank") == 1)
        .join(by, on="post_id", how="left")
        .filter(~label_of_reply)
        .select("source", "thread_id", target="target_id", kind=pl.lit("mention"))
        .select("source", "target", "thread_id", "kind")
    )


def _quotes(tables: Tables, posts: pl.LazyFrame) -> pl.LazyFrame:
    by = posts.select("post_id", "thread_id", source="author_id")
    return (
        tables["quotes"]
        .select("post_id", "quoted_id", kind=pl.lit("quote"))
        .join(by, on="post_id", how="left")
        .join(_authors_of(posts, "quoted_id", "target"), on="quoted_id", how="left")
        .select("source", "target", "thread_id", "kind")
    )


def _edges(acts: pl.LazyFrame) -> pl.LazyFrame:
    """Add up the acts of each author towards each other, in the order of their ids."""
    counts = {f"{kind}_count": _count(kind) for kind in ("reply", "mention", "quote")}
    edges = acts.group_by("source", "target").agg(
        weight=pl.len(), thread_count=pl.col("thread_id").drop_nulls().n_unique(), **counts
    )
    back = edges.select(source="target", target="source", mutual=pl.lit(True))
    other = pl.col("source") != pl.col("target")
    return (
        edges.join(back, on=["source", "target"], how="left")
        .with_columns(kind=_largest(), mutual=pl.col("mutual").fill_null(False) & other)
        .sort("source", "target")
    )


def _count(kind: str) -> pl.Expr:
    return (pl.col("kind") == kind).sum()


def _largest() -> pl.Expr:
    reply, mention, quote = pl.col("reply_count"), pl.col("mention_count"), pl.col("quote_count")
    return (
        pl.when(reply >= pl.max_horizontal(mention, quote))
        .then(pl.lit("reply"))
        .when(mention >= quote)
        .then(pl.lit("mention"))
        .otherwise(pl.lit("quote"))
    )


def _nodes(authors: pl.LazyFrame, posts: pl.LazyFrame) -> pl.LazyFrame:
    replies = posts.filter(pl.col("parent_state") == "observed")
    answered = replies.select("parent_id").join(
        _authors_of(posts, "parent_id", "id"), on="parent_id"
    )
    written = posts.group_by(id="author_id").agg(
        thread_count=pl.col("thread_id").drop_nulls().n_unique(),
        replies_out=(pl.col("parent_state") == "observed").sum(),
    )
    received = answered.group_by("id").agg(replies_in=pl.len())
    labels = {f"label_{name}": name for name in ("name", "native_id", "author_id")}
    return (
        one_line(authors.with_columns(**labels), _LABEL, *labels)
        .with_columns(
            id=pl.col("author_id"),
            label=pl.coalesce(*labels),
            first_ms=pl.col("first_post_at").dt.timestamp("ms"),
            last_ms=pl.col("last_post_at").dt.timestamp("ms"),
        )
        .join(written, on="id", how="left")
        .join(received, on="id", how="left")
        .join(usual_group(posts.select("group", id="author_id")), on="id", how="left")
        .with_columns(pl.col("thread_count", "replies_in", "replies_out").fill_null(0))
        .sort("id")
    )


GRAPH = GraphKind(
    name="authors",
    description="Who turns to whom: authors, with their replies, mentions and quotations.",
    build=_build,
)
