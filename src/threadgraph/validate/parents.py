"""Rules on parents: state, depth and reply edges say the same (DESIGN, table Parents)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from threadgraph.validate.rules import Rule, numbered, report, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threadgraph.schema import Tables

__all__ = ["rules"]

_STATE = pl.col("parent_state")
_DEPTH = pl.col("depth")
_IS_COMMENT = pl.col("role") != "article"


def rules() -> Iterator[Rule]:
    """Give the rules on depth, parent_state and the rows of replies."""
    yield Rule(
        code="TG305", table="posts", column="depth", reads=("posts",), find=_depths,
        expected="0 at the root, the parent's depth + 1 below, null where the parent is unknown",
    )  # fmt: skip
    yield Rule(
        code="TG306", table="posts", column="parent_state", reads=("posts",), find=_states,
        expected="a state that fits parent_id",
    )  # fmt: skip
    yield Rule(
        code="TG307", table="posts", column="parent_state", reads=("posts", "replies"),
        expected="the rows in replies that the state asks for", find=_edges,
    )  # fmt: skip
    yield Rule(
        code="TG308", table="replies", column="relation", reads=("posts", "replies"),
        expected="comments_on the article and replies_to posts only", find=_relations,
    )  # fmt: skip
    yield Rule(
        code="TG308", table="posts", column="parent_id", reads=("posts",), find=_article_parents,
        expected="a post as parent, never the article",
    )  # fmt: skip


def _with_parents(frames: Tables) -> pl.LazyFrame:
    """Give all posts but articles, with role, status and depth of their parent, where it is."""
    parents = frames["posts"].select(
        parent_id="post_id",
        parent_role="role",
        parent_status="status",
        parent_depth=_DEPTH.cast(pl.Int64),
        is_known=pl.lit(value=True),
    )
    posts = numbered(frames, "posts").filter(_IS_COMMENT)
    return posts.join(parents, on="parent_id", how="left")


def _depths(frames: Tables) -> pl.LazyFrame:
    posts = _with_parents(frames)
    below = pl.col("parent_depth") + 1
    # A placeholder has a depth only as far as its replies show one.
    shown = _DEPTH.is_null() | pl.when(below.is_null()).then(_DEPTH > 0).otherwise(_DEPTH.eq(below))
    fine = (
        pl.when(_STATE == "root").then(_DEPTH.eq_missing(0))
        .when(_STATE == "unknown").then(_DEPTH.is_null() | (pl.col("status") == "missing"))
        .when(pl.col("is_known").is_null()).then(pl.lit(value=True))
        .when(_STATE == "observed").then(_DEPTH.eq_missing(below))
        .otherwise(shown)
    )  # fmt: skip
    found = pl.format(
        "{} ({}, the parent's is {})", text(_DEPTH), text(_STATE), text(pl.col("parent_depth"))
    )
    return report(posts.filter(~fine), "posts", found)


def _states(frames: Tables) -> pl.LazyFrame:
    posts = _with_parents(frames)
    parent, status = pl.col("parent_id"), pl.col("parent_status")
    known = parent.is_not_null()
    fine = (
        pl.when(_STATE.is_in(["root", "unknown"])).then(parent.is_null())
        .when(_STATE == "observed").then(known & status.ne_missing("missing"))
        .when(_STATE == "missing").then(known & (status.is_null() | (status == "missing")))
        .otherwise(pl.lit(value=False))
    )  # fmt: skip
    found = pl.format("{} with parent {} (status {})", text(_STATE), text(parent), text(status))
    return report(posts.filter(~fine), "posts", found)


def _edges(frames: Tables) -> pl.LazyFrame:
    """Compare each post with its rows in replies: shown replies, and comments on the article."""
    is_reply, is_shown = pl.col("relation") == "replies_to", ~pl.col("inferred")
    parents = frames["posts"].select(child_id="post_id", known_parent="parent_id")
    edges = frames["replies"].join(parents, on="child_id").group_by("child_id")
    counted = edges.agg(
        shown=(is_reply & is_shown).sum(),
        same=(is_reply & is_shown & (pl.col("parent_id") == pl.col("known_parent"))).sum(),
        comments=(~is_reply).sum(),
    )
    articles = frames["posts"].filter(~_IS_COMMENT).select("document_id").unique()
    posts = (
        numbered(frames, "posts")
        .join(counted, left_on="post_id", right_on="child_id", how="left")
        .join(articles.with_columns(articles=pl.lit(1)), on="document_id", how="left")
        .with_columns(pl.col("shown", "same", "comments", "articles").fill_null(0))
    )
    shown, same, comments = pl.col("shown"), pl.col("same"), pl.col("comments")
    fine = (
        pl.when(_STATE == "root").then((shown == 0) & comments.eq(pl.col("articles")))
        .when(_STATE.is_in(["observed", "missing"]))
        .then((shown == 1) & (same == 1) & (comments == 0))
        .otherwise((shown == 0) & (comments == 0))
    )  # fmt: skip
    words = "{} with {} shown replies_to ({} of them to parent_id) and {} comments_on"
    found = pl.format(words, text(_STATE), shown, same, comments)
    return report(posts.filter(~fine), "posts", found)


def _relations(frames: Tables) -> pl.LazyFrame:
    roles = frames["posts"].select(parent_id="post_id", parent_role="role")
    edges = numbered(frames, "replies").join(roles, on="parent_id")
    to_article = pl.col("parent_role") == "article"
    wrong = edges.filter(to_article != (pl.col("relation") == "comments_on"))
    return report(wrong, "replies", pl.format("{} a post of role {}", "relation", "parent_role"))


def _article_parents(frames: Tables) -> pl.LazyFrame:
    wrong = _with_parents(frames).filter(pl.col("parent_role") == "article")
    return report(wrong, "posts", pl.col("parent_id"))
