"""Link documents and check every row: what breaks the schema is rejected, and said.

The tables of a build's batch, and of pages in memory, are made here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from threading import Lock
from typing import NamedTuple

import polars as pl

from threadgraph.errors import ThreadgraphError
from threadgraph.gazetteer import Gazetteer
from threadgraph.link.entities import entities_table
from threadgraph.link.identify import document_id
from threadgraph.link.raw import Document, Raw, raw_tables
from threadgraph.link.tables import authors_table, diagnostic_rows, link
from threadgraph.parts import parts_of
from threadgraph.records import Problem
from threadgraph.schema import Tables, empty, table
from threadgraph.source import Limits, Refusal
from threadgraph.validate import check_rows, validate_tables

__all__ = ["Linked", "corpus_tables", "lazily", "link_documents"]

_ENGINE = Lock()
"""Held while the engine is set, which polars keeps for the whole process."""


def lazily(tables: Mapping[str, pl.DataFrame]) -> dict[str, pl.LazyFrame]:
    """Give the tables as lazy ones."""
    return {name: frame.lazy() for name, frame in tables.items()}


def corpus_tables(tables: Tables, gazetteer: Gazetteer | None) -> dict[str, pl.DataFrame]:
    """Give the tables that span documents, `authors` and `entities`.

    The given `authors` are what single posts tell of theirs.
    """
    authors = authors_table(parts_of(tables))
    if gazetteer is None:
        return {"authors": authors, "entities": empty("entities")}
    mentions = [part["mentions"] for part in parts_of(tables)]
    return {"authors": authors, "entities": entities_table(mentions, gazetteer)}


class Linked(NamedTuple):
    """The checked tables of some documents.

    `authors` has what single posts tell of theirs; `spanning` has the whole `authors` and
    `entities`, of these documents alone.
    """

    tables: dict[str, pl.DataFrame]
    spanning: dict[str, pl.DataFrame]


def link_documents(
    documents: Sequence[Document], gazetteer: Gazetteer | None, limits: Limits
) -> Linked:
    """Link the documents and check all rows; without a gazetteer no entities are looked for.

    Raises Refusal for what was not foreseen, so that one document need not cost the others: an
    error, or tables that break the schema or a rule of the graph.
    """
    # a batch is in memory: the engine for more than that takes twice the time
    with _ENGINE, pl.Config(engine_affinity="in-memory"):
        try:
            tables = _linked(documents, gazetteer, limits)
        except (ThreadgraphError, MemoryError):
            raise
        except Exception as error:
            raise Refusal("TG135", f"linking: {type(error).__name__}: {error}") from error
        spanning = corpus_tables(lazily(tables), gazetteer)
        _refuse_bugs(tables | spanning)
    return Linked(tables, spanning)


def _linked(
    documents: Sequence[Document], gazetteer: Gazetteer | None, limits: Limits
) -> dict[str, pl.DataFrame]:
    raw, rejected = _checked(raw_tables(documents), limits)
    tables = link(raw, gazetteer)
    tables["diagnostics"] = pl.concat([tables["diagnostics"], diagnostic_rows(rejected)])
    return tables


def _checked(raw: Raw, limits: Limits) -> tuple[Raw, list[tuple[str | None, str, Problem]]]:
    """Mark posts and leave out documents that break the schema, and say so.

    A rejected post stays in the raw table, marked: what answers it gets a placeholder. Its bytes
    become `unparsed`.
    """
    profiles = raw.posts.select(native_id="author_native_id", url="author_url")
    bad_posts = [
        *_failures(raw.posts, "posts"),
        *_failures(profiles, "authors"),
        *_too_large(raw.posts, limits.max_record),
    ]
    bad_documents = _failures(raw.documents, "documents")
    posts = raw.posts.with_row_index("row").with_columns(
        rejected=pl.col("row").is_in([row for row, _ in bad_posts])
    )
    if not bad_posts and not bad_documents:
        return replace(raw, posts=posts.drop("row")), []
    sources = dict(raw.documents.select("document_key", "source").iter_rows())
    gone = [raw.documents["document_key"][row] for row, _ in bad_documents]
    keys = raw.posts["document_key"]
    rejected: list[tuple[str | None, str, Problem]] = [
        *((None, raw.documents["source"][row], problem) for row, problem in bad_documents),
        *(
            (None if keys[row] in gone else document_id(keys[row]), sources[keys[row]], problem)
            for row, problem in bad_posts
        ),
    ]
    kept = ~pl.col("document_key").is_in(gone)
    return Raw(
        documents=raw.documents.filter(kept),
        posts=posts.drop("row").filter(kept),
        spans=_unread(raw.spans, posts).filter(kept),
        quotes=raw.quotes.filter(kept),
        problems=raw.problems.filter(kept),
    ), rejected


def _unread(spans: pl.DataFrame, posts: pl.DataFrame) -> pl.DataFrame:
    """Give the spans of rejected posts to nobody: they are `unparsed`."""
    rejected = posts.filter("rejected").select("document_key", "position", "rejected")
    return (
        spans.join(rejected, on=["document_key", "position"], how="left", maintain_order="left")
        .with_columns(
            kind=pl.when("rejected").then(pl.lit("unparsed")).otherwise("kind"),
            position=pl.when("rejected").then(None).otherwise("position"),
        )
        .drop("rejected")
    )


def _too_large(posts: pl.DataFrame, limit: int) -> Iterator[tuple[int, Problem]]:
    size = pl.col("text").str.len_bytes()
    large = posts.select(size=size).with_row_index("row").filter(pl.col("size") > limit)
    for row, found in large.iter_rows():
        reason = f"a post of {found} bytes is larger than the limit of {limit} bytes"
        yield row, Problem(code="TG116", reason=reason)


def _failures(frame: pl.DataFrame, name: str) -> list[tuple[int, Problem]]:
    """Check the columns that a raw table shares with its table: (row, problem)."""
    shared = [c.name for c in table(name).columns if c.name in frame.columns]
    return [
        (failure.row, Problem(code=failure.code, reason=failure.message))
        for failure in check_rows(table(name), frame, shared)
        if failure.row is not None
    ]


def _refuse_bugs(tables: dict[str, pl.DataFrame]) -> None:
    """Check the final tables; a failure here is ours, and such rows are never published."""
    report = validate_tables(lazily(tables))
    if not report.valid:
        first = report.failures[0]
        told = f"{first.table}, {first.code}: {first.message} ({report.failure_count} in all)"
        raise Refusal("TG135", f"linking broke a rule: {told}")
