"""Assemble the final tables of a batch from its raw tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import polars as pl

from threadgraph.codes import CODES
from threadgraph.gazetteer import Gazetteer
from threadgraph.ids import author_key, hashed_id
from threadgraph.link.entities import find_entities
from threadgraph.link.identify import identify
from threadgraph.link.mentions import label_mentions, text_mentions
from threadgraph.link.raw import Raw
from threadgraph.link.replies import Node, Thread, link_document
from threadgraph.records import Problem
from threadgraph.schema import empty, table
from threadgraph.text import fold_name

__all__ = ["authors_table", "diagnostic_rows", "link"]


def link(raw: Raw, gazetteer: Gazetteer | None) -> dict[str, pl.DataFrame]:
    """Give the tables of a batch (without `authors` and `entities`, which span batches).

    Without a gazetteer no entities are looked for.
    """
    raw = identify(raw)
    threads = list(_threads(raw))
    posts = _posts(raw, threads)
    diagnostics = _diagnostics(raw, threads)
    return {
        "documents": _documents(raw, posts, diagnostics),
        "posts": posts,
        "replies": _replies(threads),
        "mentions": _mentions(raw, posts, gazetteer),
        "quotes": empty("quotes"),
        "spans": _spans(raw),
        "diagnostics": diagnostics,
    }


def authors_table(posts: pl.LazyFrame, sites: pl.LazyFrame) -> pl.LazyFrame:
    """Give the authors of all posts; `sites` has document_id and site.

    Names are as first shown; an author known only as a missing parent has no posts.
    """
    counted = pl.col("status") != "missing"
    return (
        posts.filter(pl.col("author_id").is_not_null())
        .join(sites, on="document_id", how="left", maintain_order="left")
        .group_by("author_id", maintain_order=True)
        .agg(
            name=pl.col("author_name").first(),
            site=pl.col("site").first(),
            native_id=pl.lit(None, pl.String),
            url=pl.lit(None, pl.String),
            post_count=counted.sum().cast(pl.Int32),
            first_post_at=pl.col("created_at").min(),
            last_post_at=pl.col("created_at").max(),
        )
        .sort("author_id")
        .select(table("authors").polars_schema.names())
    )


def _threads(raw: Raw) -> Iterator[tuple[str, Thread]]:
    """Link each document: (document_id, its thread)."""
    columns = [
        "document_key", "document_id", "post_id", "position", "role", "depth", "author_name",
        "parent_label", "native_id", "native_parent_id", "evidence_start", "evidence_end",
        "rejected",
    ]  # fmt: skip
    rows = raw.posts.select(columns).iter_rows(named=True)
    for key, group in groupby(rows, key=lambda row: row["document_key"]):
        article: str | None = None
        document = ""
        nodes: list[Node] = []
        for row in group:
            document = row["document_id"]
            if row["role"] == "article":
                article = None if row["rejected"] else row["post_id"]
                continue
            nodes.append(
                Node(
                    post_id=hashed_id("p", key, "rejected", row["position"])
                    if row["rejected"]
                    else row["post_id"],
                    position=None if row["rejected"] else row["position"],
                    depth=row["depth"],
                    author=fold_name(row["author_name"]) if row["author_name"] else None,
                    label=row["parent_label"],
                    native_id=row["native_id"],
                    native_parent_id=row["native_parent_id"],
                    evidence=(row["evidence_start"], row["evidence_end"]),
                )
            )
        yield document, _without_unused(link_document(key, article, nodes))


def _without_unused(thread: Thread) -> Thread:
    """Leave out placeholders that nothing answers: rejected posts without replies."""
    used = {id(node.parent) for node in thread.nodes}
    unused = {id(node) for node in thread.nodes if node.position is None and id(node) not in used}
    while unused:  # a placeholder's own parent may now be unused as well
        thread.nodes = [node for node in thread.nodes if id(node) not in unused]
        thread.edges = [edge for edge in thread.edges if id(edge.child) not in unused]
        used = {id(node.parent) for node in thread.nodes}
        unused = {
            id(node) for node in thread.nodes if node.position is None and id(node) not in used
        }
    return thread


def _posts(raw: Raw, threads: Sequence[tuple[str, Thread]]) -> pl.DataFrame:
    """Give the posts with what was found of their parents, and the placeholders."""
    linked = pl.DataFrame(
        [
            (
                document,
                node.post_id,
                node.thread.post_id if node.thread else node.post_id,
                node.parent.post_id if node.parent else None,
                node.parent_state,
                node.depth,
                order,
                node.position is None,
                node.author_name,
            )
            for document, thread in threads
            for order, node in enumerate(thread.nodes)
        ],
        schema={
            "document_id": pl.String, "post_id": pl.String, "thread_id": pl.String,
            "parent_id": pl.String, "parent_state": pl.String, "depth": pl.Int32,
            "order": pl.Int64, "placeholder": pl.Boolean, "missing_name": pl.String,
        },
        orient="row",
    )  # fmt: skip
    own = (
        raw.posts.filter(~pl.col("rejected"))
        .drop("depth")
        .join(
            linked.drop("document_id", "missing_name", "placeholder"),
            on="post_id",
            how="left",
            maintain_order="left",
        )
    )
    own = own.with_columns(pl.col("order").fill_null(-1))  # the article comes first
    own = own.join(_extent(raw), on=["document_key", "position"], how="left", maintain_order="left")
    both = pl.concat([own, _placeholders(raw, linked)], how="diagonal")
    return (
        both.sort("document_id", "order")
        .select(
            pl.int_range(pl.len(), dtype=pl.Int32).over("document_id").alias("position")
            if name == "position"
            else pl.col(name)
            if name in both.columns
            else pl.lit(None).alias(name)
            for name in table("posts").polars_schema.names()
        )
        .cast(table("posts").polars_schema)
    )


def _placeholders(raw: Raw, linked: pl.DataFrame) -> pl.DataFrame:
    """Give the rows of missing parents; a label that names the author names it."""
    sites = dict(raw.documents.select("document_id", "site").iter_rows())
    missing = linked.filter("placeholder")
    authors = [
        author_key(sites[document] or document, name) if name else None
        for document, name in missing.select("document_id", "missing_name").iter_rows()
    ]
    return missing.select(
        "document_id", "post_id", "thread_id", "parent_id", "parent_state", "depth", "order",
        author_name="missing_name",
        author_id=pl.Series(authors, dtype=pl.String),
        author_state=pl.when(pl.col("missing_name").is_null())
        .then(pl.lit("missing"))
        .otherwise(pl.lit("named")),
        role=pl.lit("comment"),
        status=pl.lit("missing"),
    )  # fmt: skip


def _extent(raw: Raw) -> pl.DataFrame:
    """Give for each post the first and the last byte of its header and text."""
    return (
        raw.spans.filter(pl.col("position").is_not_null())
        .group_by("document_key", "position")
        .agg(pl.col("span_start").min(), pl.col("span_end").max())
    )


def _replies(threads: Sequence[tuple[str, Thread]]) -> pl.DataFrame:
    names = table("replies").polars_schema
    rows = [
        (
            edge.child.post_id,
            edge.parent_id,
            edge.method,
            document,
            edge.relation,
            edge.inferred,
            round(edge.confidence, 6),
            edge.rank,
            *edge.evidence,
        )
        for document, thread in threads
        for edge in thread.edges
    ]
    return pl.DataFrame(rows, schema=names, orient="row") if rows else empty("replies")


def _mentions(raw: Raw, named: pl.DataFrame, gazetteer: Gazetteer | None) -> pl.DataFrame:
    """Give all mentions in page order; those outside the text (labels, titles) come first."""
    posts = raw.posts.filter(~pl.col("rejected"))
    marked = text_mentions(posts)
    found = [label_mentions(posts, named), marked.filter(pl.col("kind") != "email")]
    if gazetteer is not None:
        masked = marked.filter(pl.col("kind") != "hashtag")
        found += [
            _entity_rows(find_entities(_titles(raw, posts), gazetteer), in_title=True),
            _entity_rows(find_entities(posts, gazetteer, masked), in_title=False),
        ]
    order = posts.select("post_id", place="position")
    return (
        pl.concat(found)
        .join(order, on="post_id", how="left", maintain_order="left")
        .sort("document_id", "place", "text_start", "kind", "rank", "mention_id", nulls_last=False)
        .drop("place")
    )


def _titles(raw: Raw, posts: pl.DataFrame) -> pl.DataFrame:
    """Give the titles as texts of their articles: names in a title stand outside the text."""
    articles = posts.filter(pl.col("role") == "article").select("post_id", "document_id")
    titles = raw.documents.select("document_id", text="title").drop_nulls("text")
    return articles.join(titles, on="document_id", maintain_order="left")


def _entity_rows(found: pl.DataFrame, *, in_title: bool) -> pl.DataFrame:
    """Give rows of `mentions`; in a title the places are not those of the post's text."""
    keys = found.select("post_id", "entity_id", "text_start").iter_rows()
    where = "title" if in_title else "entity"
    ids = [hashed_id("m", post, where, start, entity) for post, entity, start in keys]
    rows = found.with_columns(
        mention_id=pl.Series(ids, dtype=pl.String),
        kind=pl.lit("entity"),
        target_id="entity_id",
        confidence=pl.col("confidence").round(6),
    )
    if in_title:
        rows = rows.with_columns(text_start=pl.lit(None, pl.Int64), text_end=pl.lit(None, pl.Int64))
    return rows.select(table("mentions").polars_schema.names())


def _spans(raw: Raw) -> pl.DataFrame:
    ids = raw.posts.select("document_key", "position", "post_id")
    return (
        raw.spans.join(ids, on=["document_key", "position"], how="left", maintain_order="left")
        .sort("document_id", "span_start")
        .select(table("spans").polars_schema.names())
    )


def _documents(raw: Raw, posts: pl.DataFrame, diagnostics: pl.DataFrame) -> pl.DataFrame:
    counted = (
        posts.filter((pl.col("role") != "article") & (pl.col("status") != "missing"))
        .group_by("document_id")
        .agg(post_count=pl.len().cast(pl.Int32))
    )
    warned = (
        diagnostics.filter(pl.col("severity") == "warning")
        .group_by("document_id")
        .agg(warning_count=pl.len().cast(pl.Int32))
    )
    return (
        raw.documents.join(counted, on="document_id", how="left")
        .join(warned, on="document_id", how="left")
        .with_columns(
            pl.col("post_count", "warning_count").fill_null(0),
            discussion_id=pl.coalesce("url", "document_id"),
            published_at=pl.lit(None, pl.Datetime("us", "UTC")),
        )
        .sort("document_id")
        .select(table("documents").polars_schema.names())
    )


def _diagnostics(raw: Raw, threads: Sequence[tuple[str, Thread]]) -> pl.DataFrame:
    sources = dict(raw.documents.select("document_id", "source").iter_rows())
    read = [
        (document, sources[document], Problem(code=code, reason=reason, span_start=start,
                                              span_end=end, excerpt=excerpt))
        for document, code, reason, start, end, excerpt in raw.problems.select(
            "document_id", "code", "reason", "span_start", "span_end", "excerpt"
        ).iter_rows()
    ]  # fmt: skip
    linked = [
        (document, sources[document], problem)
        for document, thread in threads
        for problem in thread.problems
    ]
    return diagnostic_rows([*read, *linked]).sort("document_id", "span_start", "code", "reason")


def diagnostic_rows(found: Sequence[tuple[str | None, str, Problem]]) -> pl.DataFrame:
    """Give rows of `diagnostics` for problems with their document (or None) and source."""
    rows = {
        key: (
            key, document, source, CODES[p.code].severity, p.code, p.reason[:2000], p.span_start,
            p.span_end, p.excerpt,
        )
        for document, source, p in found
        for key in [hashed_id("g", source, p.code, p.span_start, p.span_end, p.reason)]
    }  # fmt: skip
    if not rows:
        return empty("diagnostics")
    schema = table("diagnostics").polars_schema
    return pl.DataFrame(list(rows.values()), schema=schema, orient="row")
