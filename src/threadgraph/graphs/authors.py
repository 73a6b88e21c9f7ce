"""Build the interaction graph: authors, and how often each answers, mentions and quotes another.

These rows make an edge, from the author of the post to the author who is

- answered: a post whose `parent_state` is `observed`, to the author of its `parent_id`;
- mentioned: a row of `mentions` of kind `author` and rank 1, to its `target_id`; the label of an
  observed reply ("Reply to Ann") is that reply and no mention, the name above a quotation ("Ann
  said:") is that quotation, and what stands in a quotation is not said by who quotes;
- quoted: a row of `quotes`, to the author of its `quoted_id`.

Comments on the article and inferred parents make none; an answer to a post that is not in the
document counts as the mention that its label is. Answers to oneself are edges, unless
`--no-self-loops` is given. Posts without an author_id have no node to stand for them; what they
did is counted as left out, in `manifest.json`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from threadgraph.graphs._acts import add_up, counts_of
from threadgraph.graphs._base import (
    Attribute,
    Graph,
    GraphKind,
    GraphOptions,
    added,
    pieces,
    slices,
)
from threadgraph.graphs._colors import dress, group_of, palette, usual_groups
from threadgraph.graphs._text import one_line
from threadgraph.parts import parts_of, pieces_of

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
    ids = pl.Categorical(pl.Categories.random())
    parts = parts_of(tables)
    counts = [counts_of(part, options, ids) for part in parts]
    edges, known = add_up(counts)
    colors = palette(tables, options.color_by)
    group = group_of(options.color_by)
    groups = usual_groups([part["posts"].select(group, id="author_id") for part in parts], colors)
    nodes = [_nodes(piece, known.lazy(), ids) for piece in _sorted(tables)]
    texts = pl.col("source", "target").cast(pl.String)
    return Graph(
        node_pieces=[dress(_with_group(piece, groups), colors) for piece in nodes],
        edge_pieces=[piece.with_columns(texts) for piece in pieces(edges)],
        left_out=added(lost.lazy() for *_, lost in counts),
        node_attributes=_NODES,
        edge_attributes=_EDGES,
    )


def _sorted(tables: Tables) -> list[pl.LazyFrame]:
    """Give the authors by id, in pieces; a build's are so, and then none is kept in memory."""
    last = ""
    steady = True
    sliced: list[pl.LazyFrame] = []
    for piece in pieces_of(tables, "authors"):
        ids = piece.select("author_id").collect(engine="in-memory").to_series()
        steady = steady and ids.is_sorted() and (ids.is_empty() or last <= ids[0])
        last = last if ids.is_empty() else ids[-1]
        sliced += slices(piece, ids.len())
    if steady:
        return sliced
    return pieces(tables["authors"].sort("author_id").collect(engine="in-memory"))


def _with_group(nodes: pl.LazyFrame, groups: pl.LazyFrame) -> pl.LazyFrame:
    return nodes.join(groups, on="id", how="left", maintain_order="left")


def _nodes(authors: pl.LazyFrame, known: pl.LazyFrame, ids: pl.Categorical) -> pl.LazyFrame:
    """Give some authors as nodes, with what is known of them."""
    labels = {f"label_{name}": name for name in ("name", "native_id", "author_id")}
    return (
        one_line(authors.with_columns(**labels), _LABEL, *labels)
        .with_columns(
            id=pl.col("author_id").cast(ids),
            label=pl.coalesce(*labels),
            first_ms=pl.col("first_post_at").dt.timestamp("ms"),
            last_ms=pl.col("last_post_at").dt.timestamp("ms"),
        )
        .join(known, on="id", how="left", maintain_order="left")
        .with_columns(
            pl.col("thread_count", "replies_in", "replies_out").fill_null(0), id="author_id"
        )
    )


GRAPH = GraphKind(
    name="authors",
    description="Who turns to whom: authors, with their replies, mentions and quotations.",
    build=_build,
)
