"""Assemble the final tables of a batch from its raw tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import polars as pl

from threadgraph.addresses import discussion_url
from threadgraph.codes import CODES
from threadgraph.gazetteer import Gazetteer
from threadgraph.ids import hashed_id
from threadgraph.link._rows import frame_of
from threadgraph.link._thread import Thread
from threadgraph.link.gather import mentions_table
from threadgraph.link.identify import identify
from threadgraph.link.posts import posts_table, quotes_table, replies_table, threads
from threadgraph.link.raw import Raw
from threadgraph.parts import grouped
from threadgraph.records import Problem
from threadgraph.schema import Tables, table

__all__ = ["authors_table", "diagnostic_rows", "link"]


def link(raw: Raw, gazetteer: Gazetteer | None) -> dict[str, pl.DataFrame]:
    """Give the tables of a batch.

    `authors` has only what the posts tell of their authors, a row for each that they tell, and
    `entities` is left out: both span batches. Without a gazetteer no entities are looked for.
    """
    raw = identify(raw)
    linked = list(threads(raw))
    posts = posts_table(raw, linked)
    diagnostics = _diagnostics(raw, linked)
    return {
        "documents": _documents(raw, posts, diagnostics),
        "posts": posts,
        "authors": _profiles(raw),
        "replies": replies_table(raw, linked),
        "mentions": mentions_table(raw, posts, gazetteer),
        "quotes": quotes_table(linked),
        "spans": _spans(raw),
        "diagnostics": diagnostics,
    }


def _profiles(raw: Raw) -> pl.DataFrame:
    """Give what posts tell of their authors besides the name, each once; nobody is counted."""
    told = raw.posts.filter(
        ~pl.col("rejected"),
        pl.col("author_id").is_not_null(),
        pl.any_horizontal(pl.col("author_native_id", "author_url").is_not_null()),
    )
    rows = told.select("author_id", native_id="author_native_id", url="author_url", post_count=0)
    known = rows.unique(maintain_order=True)
    return known.select(
        (pl.col(name) if name in known.columns else pl.lit(None).alias(name)).cast(kind)
        for name, kind in table("authors").polars_schema.items()
    )


def authors_table(parts: Iterable[Tables]) -> pl.DataFrame:
    """Give the authors of all posts; the given `authors` are what single posts tell of theirs.

    What these do not agree on is null. Names are as first shown; an author known only as a
    missing parent has no posts. One part is in memory at a time, and the authors.
    """
    found: list[pl.DataFrame] = []
    profiles: list[pl.DataFrame] = []
    for part in parts:
        found.append(_authors(part).collect(engine="in-memory"))
        profiles.append(part["authors"].collect(engine="in-memory"))
    told = pl.concat(profiles).group_by("author_id").agg(_agreed("native_id"), _agreed("url"))
    return (
        grouped(pl.concat(found), "author_id", _joined)
        .join(told, on="author_id", how="left")
        .sort("author_id")
        .select(table("authors").polars_schema.names())
    )


def _authors(tables: Tables) -> pl.LazyFrame:
    """Give what the posts of a part tell of each author."""
    counted = pl.col("status") != "missing"
    sites = tables["documents"].select("document_id", "site")
    return (
        tables["posts"]
        .filter(pl.col("author_id").is_not_null())
        .join(sites, on="document_id", how="left", maintain_order="left")
        .group_by("author_id", maintain_order=True)
        .agg(
            name=pl.col("author_name").first(),
            site=pl.col("site").first(),
            post_count=counted.sum().cast(pl.Int32),
            first_post_at=pl.col("created_at").min(),
            last_post_at=pl.col("created_at").max(),
        )
    )


def _joined(authors: pl.LazyFrame) -> pl.LazyFrame:
    """Join what parts tell of each author."""
    return authors.group_by("author_id", maintain_order=True).agg(
        pl.col("name", "site").first(),
        pl.col("post_count").sum(),
        pl.col("first_post_at").min(),
        pl.col("last_post_at").max(),
    )


def _agreed(column: str) -> pl.Expr:
    told = pl.col(column).drop_nulls()
    return pl.when(told.n_unique() == 1).then(told.first()).alias(column)


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
    rows = raw.documents.select("url", "document_id").iter_rows()
    return (
        raw.documents.join(counted, on="document_id", how="left", maintain_order="left")
        .join(warned, on="document_id", how="left", maintain_order="left")
        .with_columns(
            pl.col("post_count", "warning_count").fill_null(0),
            discussion_id=pl.Series([_discussion(row) for row in rows], dtype=pl.String),
        )
        .sort("document_id")
        .select(table("documents").polars_schema.names())
    )


def _discussion(row: tuple[str | None, str]) -> str:
    """Give what joins the pages of a discussion: the address without page number, else the id."""
    url, document = row
    return discussion_url(url) if url else document


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
    return frame_of(rows.values(), table("diagnostics").polars_schema)
