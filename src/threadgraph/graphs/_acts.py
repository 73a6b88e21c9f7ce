"""Count what authors do and what is done to them: part by part, and what all parts add up to.

Ids of authors are categories here: four bytes for each time that one occurs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from threadgraph.graphs._base import left_out
from threadgraph.parts import grouped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from threadgraph.graphs._base import GraphOptions
    from threadgraph.schema import Tables

__all__ = ["add_up", "counts_of"]

ABOVE = 40
"""Code points from a name to the quotation that it stands above: "Ann said:", "Ann View Post"."""

_KINDS = {"reply": "replies", "mention": "mentions", "quote": "quotes"}


def counts_of(tables: Tables, options: GraphOptions, ids: pl.Categorical) -> list[pl.DataFrame]:
    """Give what a part of the tables counts.

    That is: the acts of each author towards each other; the threads and replies of each; and, in
    one row, the acts that are left out.
    """
    posts = tables["posts"]
    found = pl.concat([_replies(posts), _mentions(tables, posts), _quotes(tables, posts)])
    acts = found.collect(engine="in-memory").lazy()
    known, lost = acts.drop_nulls(["source", "target"]), _without_author(acts)
    if not options.self_loops:
        lost["self_loops"] = known.filter(pl.col("source") == pl.col("target"))
        known = known.filter(pl.col("source") != pl.col("target"))
    texts = pl.col("^(source|target|id)$").cast(ids)
    by_author = [count.with_columns(texts) for count in (_by_pair(known), _by_author(posts))]
    return [count.collect(engine="in-memory") for count in (*by_author, left_out(**lost))]


def add_up(counts: Sequence[Sequence[pl.DataFrame]]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give the edges, by the ids of their ends, and what is known of each author, in any order."""
    pairs, authors, _ = (pl.concat(frames) for frames in zip(*counts, strict=True))
    edges = _edges(pairs)
    received = edges.group_by(id="target").agg(in_degree=pl.len())
    known = pl.concat([authors, received], how="diagonal")
    return edges, grouped(known, "id", lambda rows: rows.group_by("id").sum())


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
    """Give mentions of authors; the label of a reply or quotation counts as that alone."""
    by = posts.select("post_id", "thread_id", "parent_state", source="author_id")
    label_of_reply = (pl.col("method") == "reply_label") & (
        pl.col("parent_state").eq_missing("observed")
    )
    return (
        tables["mentions"]
        .filter(pl.col("kind") == "author", pl.col("rank") == 1)
        .join(_in_quotes(tables, posts), on="mention_id", how="anti")
        .join(by, on="post_id", how="left")
        .filter(~label_of_reply)
        .select("source", "thread_id", target="target_id", kind=pl.lit("mention"))
        .select("source", "target", "thread_id", "kind")
    )


def _in_quotes(tables: Tables, posts: pl.LazyFrame) -> pl.LazyFrame:
    """Give the mentions that are no words of the post's author: inside of quotations, and above.

    Above a quotation that is the name of who is quoted; "@Ann" is always written by the author.
    """
    start, end = pl.col("text_start"), pl.col("text_end")
    quotes = (
        tables["quotes"]
        .select("post_id", "quoted_id", quote_start="text_start", quote_end="text_end")
        .join(_authors_of(posts, "quoted_id", "quoted"), on="quoted_id", how="left")
    )
    inside = (start >= pl.col("quote_start")) & (end <= pl.col("quote_end"))
    is_name = (pl.col("target_id") == pl.col("quoted")) & (pl.col("method") != "at_name")
    above = is_name & (pl.col("quote_start") - end).is_between(0, ABOVE)
    return (
        tables["mentions"]
        .filter(pl.col("kind") == "author")
        .join(quotes, on="post_id")
        .filter(inside | above)
        .select("mention_id")
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


def _without_author(acts: pl.LazyFrame) -> dict[str, pl.LazyFrame]:
    nameless = acts.filter(pl.any_horizontal(pl.col("source", "target").is_null()))
    return {
        f"{plural}_without_author": nameless.filter(pl.col("kind") == kind)
        for kind, plural in _KINDS.items()
    }


def _by_pair(acts: pl.LazyFrame) -> pl.LazyFrame:
    counts = {f"{kind}_count": (pl.col("kind") == kind).sum() for kind in _KINDS}
    threads = pl.col("thread_id").drop_nulls().n_unique()
    return acts.group_by("source", "target").agg(weight=pl.len(), thread_count=threads, **counts)


def _by_author(posts: pl.LazyFrame) -> pl.LazyFrame:
    replies = posts.filter(pl.col("parent_state") == "observed")
    answered = replies.select("parent_id").join(
        _authors_of(posts, "parent_id", "id"), on="parent_id"
    )
    written = posts.group_by(id="author_id").agg(
        thread_count=pl.col("thread_id").drop_nulls().n_unique(),
        replies_out=(pl.col("parent_state") == "observed").sum(),
    )
    received = answered.group_by("id").agg(replies_in=pl.len())
    return pl.concat([written, received], how="diagonal").group_by("id").sum().drop_nulls("id")


def _edges(pairs: pl.DataFrame) -> pl.DataFrame:
    edges = pairs.lazy().group_by("source", "target").sum()
    back = edges.select(source="target", target="source", mutual=pl.lit(True))
    other = pl.col("source") != pl.col("target")
    return (
        edges.join(back, on=["source", "target"], how="left")
        .with_columns(kind=_largest(), mutual=pl.col("mutual").fill_null(False) & other)
        .sort("source", "target")
        .collect(engine="in-memory")
    )


def _largest() -> pl.Expr:
    reply, mention, quote = (pl.col(f"{kind}_count") for kind in _KINDS)
    return (
        pl.when(reply >= pl.max_horizontal(mention, quote))
        .then(pl.lit("reply"))
        .when(mention >= quote)
        .then(pl.lit("mention"))
        .otherwise(pl.lit("quote"))
    )
