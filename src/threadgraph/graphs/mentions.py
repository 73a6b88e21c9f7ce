"""Build the mention graph: from posts, and from their authors, to what they mention.

Each mention is shown twice, once from its post and once from the post's author; filter the nodes
by `kind` to look at one side. Only the best target (rank 1) of a mention counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from threadgraph.graphs._base import Attribute, Graph, GraphKind, GraphOptions, left_out
from threadgraph.graphs._colors import degrees, dress, palette, usual_group
from threadgraph.graphs._posts import labelled, ordered
from threadgraph.graphs._text import one_line, shown
from threadgraph.schema import table

if TYPE_CHECKING:
    from threadgraph.schema import Tables

__all__ = ["GRAPH"]

_LABEL = 80
# https://www.example.org:8080/page?x=1 -> example.org
_HOST = r"^(?:[A-Za-z][A-Za-z0-9+.-]*:)?(?://)?(?:[^/?#@]*@)?(?:www\.)?([^/?#:@]+)"
# example.org, http://example.org/
_HOST_ONLY = r"^(?:https?://)?[^/?#:@\s]+(?::[0-9]+)?/?$"
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
    posts = ordered(tables, options.color_by)
    best = tables["mentions"].filter(pl.col("rank") == 1)
    mentions = _resolved(best, options).join(
        posts.select("post_id", "author_id", "order", "group"), on="post_id"
    )
    ends = _ends(mentions)
    lost = {
        "unresolved": best.filter(shown(pl.col("target_id")).is_null()),
        "other_candidates": tables["mentions"].filter(pl.col("rank") > 1),
        "without_author": mentions.filter(pl.col("author_id").is_null()),
    }
    if not options.self_loops:
        lost["self_loops"] = mentions.filter(pl.col("author_id") == pl.col("target"))
        ends = ends.filter(pl.col("source") != pl.col("target"))
    return Graph(
        nodes=dress(_nodes(tables, posts, mentions), degrees(ends), palette(posts)),
        edges=_edges(ends),
        left_out=left_out(**lost),
        node_attributes=_NODES,
        edge_attributes=_EDGES,
    )


def _resolved(mentions: pl.LazyFrame, options: GraphOptions) -> pl.LazyFrame:
    """Give the mentions that have a target, as `target`; a URL without a path is a domain."""
    is_url = pl.col("kind") == "url"
    host = pl.col("target").str.extract(_HOST, 1) if options.domains else pl.lit(None)
    is_domain = is_url & (host.is_not_null() | pl.col("target").str.contains(_HOST_ONLY))
    return (
        mentions.select("post_id", "kind", "confidence", target=shown(pl.col("target_id")))
        .filter(pl.col("target").is_not_null())
        .with_columns(
            target=pl.when(is_url).then(pl.coalesce(host, "target")).otherwise("target"),
            kind=pl.when(is_domain).then(pl.lit("domain")).otherwise("kind"),
        )
    )


def _ends(mentions: pl.LazyFrame) -> pl.LazyFrame:
    """Give each mention by its post, which has an `order`, and by its author, without one."""
    told = ["target", "kind", "confidence"]
    by_posts = mentions.select("order", *told, source="post_id")
    by_authors = mentions.select(*told, source="author_id").drop_nulls("source")
    return pl.concat([by_posts, by_authors], how="diagonal")


def _edges(ends: pl.LazyFrame) -> pl.LazyFrame:
    """Add up the mentions of each target: first by posts in page order, then by authors."""
    known = next(c for c in table("mentions").columns if c.name == "kind").json_schema["enum"]
    names = sorted({*known, "domain"})  # of equally frequent ones the first
    counts = {f"of_{kind}": (pl.col("kind") == kind).sum() for kind in names}
    most = pl.max_horizontal(*counts)
    kinds = [pl.when(pl.col(f"of_{kind}") == most).then(pl.lit(kind)) for kind in names]
    return (
        ends.group_by("order", "source", "target")
        .agg(mention_count=pl.len(), confidence=pl.col("confidence").max(), **counts)
        .with_columns(kind=pl.coalesce(kinds), weight=pl.col("mention_count"))
        .sort("order", "source", "target", nulls_last=True)
    )


def _nodes(tables: Tables, posts: pl.LazyFrame, mentions: pl.LazyFrame) -> pl.LazyFrame:
    """Give the posts that mention in page order, then authors and targets by id."""
    sources = labelled(posts.join(mentions, on="post_id", how="semi"), tables).select(
        "order", "label", "group", id="post_id", kind=pl.lit("post")
    )
    authors = mentions.select(id="author_id", kind=pl.lit("author")).drop_nulls("id")
    # an id counts once, whatever it was mentioned as: the most frequent kind names it
    targets = usual_group(mentions.select(id="target", group="kind")).rename({"group": "kind"})
    nodes = (
        pl.concat([sources, authors.unique("id"), targets], how="diagonal")
        .unique("id", keep="first", maintain_order=True)
        .join(_names(tables), on="id", how="left")
        .join(mentions.group_by(id="target").agg(mention_count=pl.len()), on="id", how="left")
        .join(_groups(posts, mentions), on="id", how="left", suffix="_usual")
        .with_columns(
            pl.col("mention_count").fill_null(0),
            original_id=pl.col("id"),
            shown_id=pl.col("id"),
            group=pl.coalesce("group", "group_usual"),
        )
        .sort("order", "id", nulls_last=True)
    )
    return one_line(nodes, _LABEL, "shown_id").with_columns(
        label=pl.coalesce("label", "name", "shown_id")
    )


def _names(tables: Tables) -> pl.LazyFrame:
    """Give the names of authors and entities: `id`, `name`, `entity_kind`."""
    authors = tables["authors"].select("name", id="author_id")
    entities = tables["entities"].select("name", id="entity_id", entity_kind="kind")
    named = pl.concat([entities, authors], how="diagonal")
    return one_line(named.unique("id", keep="first", maintain_order=True), _LABEL, "name")


def _groups(posts: pl.LazyFrame, mentions: pl.LazyFrame) -> pl.LazyFrame:
    """Give the usual group of authors by what they wrote, of targets by who mentions them."""
    written = usual_group(posts.select("group", id="author_id"))
    mentioned = usual_group(mentions.select("group", id="target"))
    return pl.concat([written, mentioned]).unique("id", keep="first", maintain_order=True)


GRAPH = GraphKind(
    name="mentions",
    description="Who mentions what: posts and authors, and edges to authors, names and links.",
    build=_build,
)
