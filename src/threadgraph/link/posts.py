"""Find the parents of a batch's posts and give the tables `posts` and `replies`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import polars as pl

from threadgraph.ids import author_key, hashed_id
from threadgraph.link.raw import Raw
from threadgraph.link.replies import Node, Thread, link_document
from threadgraph.schema import empty, table
from threadgraph.text import fold_name

__all__ = ["posts_table", "replies_table", "threads"]


def threads(raw: Raw) -> Iterator[tuple[str, Thread]]:
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


def posts_table(raw: Raw, threads: Sequence[tuple[str, Thread]]) -> pl.DataFrame:
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


def replies_table(threads: Sequence[tuple[str, Thread]]) -> pl.DataFrame:
    """Give the edges of all threads, in page order of the posts that answer."""
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
