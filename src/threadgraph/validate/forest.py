"""Follow posts.parent_id to the top, for all posts at once: cycles and threads.

Each round doubles the number of steps that every post has gone up, so that a chain of 200,000
replies takes 18 rounds over whole columns; there is no recursion and no walk of a single chain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from threadgraph.validate.rules import Rule, numbered, report, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threadgraph.schema import Tables

__all__ = ["climb", "rules"]


def rules() -> Iterator[Rule]:
    """Give the rules that need the whole way up; they read the table `climb` made."""
    yield Rule(
        code="TG304",
        table="posts",
        column="parent_id",
        reads=("posts",),
        expected="parents that lead to a topmost post",
        find=_cycles,
    )
    yield Rule(
        code="TG310",
        table="posts",
        column="thread_id",
        reads=("posts",),
        expected="the topmost known ancestor",
        find=_threads,
    )


def climb(posts: pl.LazyFrame) -> pl.DataFrame:
    """Give for each row of posts `top`, the row of its topmost ancestor, and two marks.

    `in_cycle`: the post is its own ancestor; `lost`: it has no topmost ancestor, because it
    leads into a cycle. Costs a gather a row for each doubling of the deepest chain.
    """
    nodes = posts.select("post_id", "parent_id").with_row_index("row").collect()
    first = nodes.select(parent_id="post_id", up="row").unique("parent_id", keep="first")
    up = nodes.join(first, on="parent_id", how="left", maintain_order="left")["up"]
    is_top = up.is_null()
    top = up.zip_with(~is_top, nodes["row"])
    for _ in range(nodes.height.bit_length()):
        higher = top.gather(top)
        if (higher == top).all():
            break
        top = higher
    lost = ~is_top.gather(top)
    # After that many steps only posts of cycles are reached from lost ones, and all of them are.
    reached = top.filter(lost).unique()
    in_cycle = nodes["row"].is_in(reached.implode())
    return pl.DataFrame({"row": nodes["row"], "top": top, "in_cycle": in_cycle, "lost": lost})


def _cycles(frames: Tables) -> pl.LazyFrame:
    posts = numbered(frames, "posts").join(frames["climb"], on="row")
    return report(posts.filter("in_cycle"), "posts", pl.format("a circle by {}", "parent_id"))


def _threads(frames: Tables) -> pl.LazyFrame:
    posts = numbered(frames, "posts").select("row", "post_id", "thread_id", "role")
    tops = posts.select(pl.col("row").alias("top"), topmost="post_id")
    placed = posts.join(frames["climb"], on="row").join(tops, on="top")
    wrong = placed.filter(
        pl.col("role") != "article",
        ~pl.col("lost"),
        pl.col("thread_id").ne_missing(pl.col("topmost")),
    )
    found = pl.format("{}, not {}", text(pl.col("thread_id")), pl.col("topmost"))
    return report(wrong, "posts", found)
