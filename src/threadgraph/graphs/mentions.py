"""Build the mention graph: from posts, and from their authors, to what they mention.

Each mention is shown twice, once from its post and once from the post's author; filter the nodes
by `kind` to look at one side. An edge stands for the rows of `mentions` that share post (or author)
and target; only the best target (rank 1) of a mention counts, and a mention without a target makes
no edge. A URL without a path is a `domain`.
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
    pieces,
)
from threadgraph.graphs._colors import dress, palette, usual_groups
from threadgraph.graphs._mentioned import add_up, edges_of, ends_of, without_loops
from threadgraph.graphs._posts import labelled, ordered
from threadgraph.graphs._text import one_line, shown
from threadgraph.parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from threadgraph.schema import Tables

__all__ = ["GRAPH"]

_LABEL = 80
KEPT_ROWS = 1 << 15
"""Mentions that may stay in memory, some 150 bytes each."""
_TEXT = pl.col("source", "target").cast(pl.String)
_NODES = (
    Attribute("label", "string", "Start of the post, name, or the target as normalised."),
    Attribute("size", "double", "1 + the number of posts and authors that mention it."),
    Attribute("color", "string", "Colour of the thread, author or depth of most posts about it."),
    Attribute("original_id", "string", "The post, author, entity or target as the tables have it."),
    Attribute(
        "kind", "string", "`post`, `author`, `handle`, `hashtag`, `url`, `domain`, `entity`."
    ),
    Attribute("entity_kind", "string", "`person`, `organisation`, `place` or `other`."),
    Attribute("mention_count", "int", "Mentions of it."),
)
_EDGES = (
    Attribute("weight", "double", "Mentions of the target by the source."),
    Attribute("kind", "string", "What is mentioned; of several kinds the most frequent."),
    Attribute("mention_count", "int", "The same as the weight."),
    Attribute("confidence", "double", "The best confidence of these mentions, 0 to 1."),
)


def _build(tables: Tables, options: GraphOptions) -> Graph:
    parts = parts_of(tables)
    ends = _kept([ends_of(part, options) for part in parts])
    posts = [ordered(part, options.color_by) for part in parts]
    colors = palette(tables, options.color_by)
    groups = _groups(posts, ends, colors)  # before there are nodes in memory
    author_edges, known = add_up(ends, loops=options.self_loops)
    nodes = _described(known, groups, tables)
    twins = _twins(nodes, posts, ends)
    shown_nodes = [
        _posts(labelled(post.join(end, on="post_id", how="semi").sort("order"), part), twins)
        for post, end, part in zip(posts, ends, parts, strict=True)
    ]
    others = nodes
    if twins.height:
        others = nodes.join(twins.select("id"), on="id", how="anti", maintain_order="left")
    shown_nodes += map(_others, pieces(others))
    by_posts = ends if options.self_loops else [without_loops(end, "post_id") for end in ends]
    return Graph(
        node_pieces=[dress(piece, colors) for piece in shown_nodes],
        edge_pieces=[
            *map(edges_of, by_posts),
            *(piece.with_columns(_TEXT) for piece in pieces(author_edges)),
        ],
        left_out=added(_lost(*both, options) for both in zip(parts, ends, strict=True)),
        node_attributes=_NODES,
        edge_attributes=_EDGES,
    )


def _kept(frames: Iterable[pl.LazyFrame]) -> list[pl.LazyFrame]:
    """Work out the first frames once and for all, as far as they are small together.

    They are asked several times; of many posts not all can stay in memory.
    """
    kept: list[pl.LazyFrame] = []
    rows = 0
    for frame in frames:
        if rows < KEPT_ROWS:
            known = frame.collect(engine="in-memory")
            rows += known.height
            kept.append(known.lazy())
        else:
            kept.append(frame)
    return kept


def _lost(tables: Tables, ends: pl.LazyFrame, options: GraphOptions) -> pl.LazyFrame:
    mentions = tables["mentions"]
    unresolved = shown(pl.col("target_id")).is_null()
    rows = {
        "unresolved": mentions.filter(pl.col("rank") == 1, unresolved),
        "other_candidates": mentions.filter(pl.col("rank") > 1),
        "without_author": ends.filter(pl.col("author_id").is_null()),
    }
    if not options.self_loops:
        rows["self_loops"] = ends.filter(pl.col("author_id") == pl.col("target"))
    return left_out(**rows)


def _posts(posts: pl.LazyFrame, twins: pl.DataFrame) -> pl.LazyFrame:
    """Give the posts that mention, as nodes in page order."""
    known = twins.lazy().drop("kind", "name")
    return (
        posts.select("label", "group", id="post_id", kind=pl.lit("post"), original_id="post_id")
        .join(known, on="id", how="left", maintain_order="left", suffix="_usual")
        .with_columns(
            pl.col("mention_count").fill_null(0), group=pl.coalesce("group", "group_usual")
        )
    )


def _others(nodes: pl.LazyFrame) -> pl.LazyFrame:
    """Give authors and targets as nodes; what has no name shows its id."""
    shown_ids = nodes.with_columns(original_id="id", shown_id="id")
    return one_line(shown_ids, _LABEL, "name", "shown_id").with_columns(
        label=pl.coalesce("name", "shown_id")
    )


def _twins(
    nodes: pl.DataFrame, posts: Iterable[pl.LazyFrame], ends: Iterable[pl.LazyFrame]
) -> pl.DataFrame:
    """Give the nodes whose id is that of a post that mentions: the post stands for both.

    Only ids that others made can be so.
    """
    ids = nodes.lazy().select(post_id="id")
    found: list[pl.DataFrame] = []
    for post, end in zip(posts, ends, strict=True):
        same = ids.join(post.select("post_id"), on="post_id", how="semi")
        known = same.collect(engine="in-memory")
        if known.height:
            told = end.join(known.lazy(), on="post_id", how="semi").select(id="post_id")
            found.append(told.collect(engine="in-memory"))
    return nodes.join(pl.concat(found), on="id", how="semi") if found else nodes.clear()


def _described(nodes: pl.DataFrame, groups: pl.LazyFrame, tables: Tables) -> pl.DataFrame:
    """Add the `group`, and the names of authors and entities; give the nodes by id."""
    entities = tables["entities"].select("name", id="entity_id", entity_kind="kind")
    authors = tables["authors"].select("name", id="author_id")
    return (
        nodes.lazy()
        .join(entities.unique("id", keep="first"), on="id", how="left")
        .join(_known(authors, nodes), on="id", how="left", suffix="_of_author")
        .with_columns(name=pl.coalesce("name", "name_of_author"))
        .drop("name_of_author")
        .join(groups, on="id", how="left")
        .sort("id")
        .collect(engine="in-memory")
    )


def _known(names: pl.LazyFrame, nodes: pl.DataFrame) -> pl.LazyFrame:
    known = names.join(nodes.lazy().select("id"), on="id", how="semi")
    return known.unique("id", keep="first", maintain_order=True)


def _groups(
    posts: Sequence[pl.LazyFrame], ends: Sequence[pl.LazyFrame], colors: pl.LazyFrame
) -> pl.LazyFrame:
    """Give the usual `group` of what an author wrote; of others, that of posts about them."""
    written = [post.select("group", id="author_id").drop_nulls() for post in posts]
    mentioned = usual_groups([end.select("group", id="target") for end in ends], colors)
    found = mentioned.select("id")
    wrote = [
        part.join(found, on="id", how="semi").select("id").collect(engine="in-memory")
        for part in written
    ]
    others = mentioned.join(pl.concat(wrote).lazy(), on="id", how="anti")
    return pl.concat([usual_groups(written, colors), others])


GRAPH = GraphKind(
    name="mentions",
    description="Who mentions what: posts and authors, and edges to authors, names and links.",
    build=_build,
)
