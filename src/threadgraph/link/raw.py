"""Turn the records of a batch of pages into raw tables of a fixed form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from inspect import get_annotations
from operator import attrgetter
from typing import Any

import polars as pl

from threadgraph.records import Page, Problem, RawDocument, RawPost, RawQuote, RawSpan
from threadgraph.schema import table

__all__ = ["Document", "Raw", "raw_tables"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A page that was read, with what its source tells of it."""

    key: str
    source: str
    sha256: str
    byte_count: int
    reader: str
    page: Page
    source_offset: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The raw tables of a batch; `document_key` joins them, `position` what is in a post."""

    documents: pl.DataFrame
    posts: pl.DataFrame
    spans: pl.DataFrame
    quotes: pl.DataFrame
    problems: pl.DataFrame


_ORIGIN: dict[str, pl.DataType] = {
    "document_key": pl.String(),
    "source": pl.String(),
    "source_sha256": pl.String(),
    "source_offset": pl.Int64(),
    "byte_count": pl.Int64(),
    "reader": pl.String(),
}
_TEXT_TIMES = {"created_at", "captured_at", "published_at"}


def _types(record: type, name: str) -> dict[str, pl.DataType]:
    """Give the polars types of a record's fields: those of the table, else text."""
    known: Mapping[str, pl.DataType] = dict(table(name).polars_schema)  # pyright: ignore[reportAssignmentType] - polars types its schema's values as classes or instances
    places: dict[str, pl.DataType] = {
        "evidence_start": pl.Int64(), "evidence_end": pl.Int64(), "position": pl.Int32(),
        "open": pl.Boolean(),
    }  # fmt: skip
    return {
        field: pl.String()
        if field in _TEXT_TIMES
        else known.get(field, places.get(field, pl.String()))
        for field in get_annotations(record)
    }


def raw_tables(batch: Sequence[Document]) -> Raw:
    """Give the raw tables of the documents, in their order."""
    origin = [(d.key, d.source, d.sha256, d.source_offset, d.byte_count, d.reader) for d in batch]
    documents = pl.concat(
        [
            pl.DataFrame(origin, schema=_ORIGIN, orient="row"),
            _frame([(d.key, d.page.document) for d in batch], RawDocument, "documents").drop(
                "document_key"
            ),
        ],
        how="horizontal",
    )
    return Raw(
        documents=_with_time(_with_time(documents, "captured_at"), "published_at"),
        posts=_with_time(
            _frame([(d.key, p) for d in batch for p in d.page.posts], RawPost, "posts"),
            "created_at",
        ),
        spans=_frame([(d.key, s) for d in batch for s in d.page.spans], RawSpan, "spans"),
        quotes=_frame([(d.key, q) for d in batch for q in d.page.quotes], RawQuote, "quotes"),
        problems=_frame(
            [(d.key, p) for d in batch for p in d.page.problems], Problem, "diagnostics"
        ),
    )


def _frame(rows: Sequence[tuple[str, Any]], record: type, name: str) -> pl.DataFrame:
    types = _types(record, name)
    data: dict[str, list[Any]] = {"document_key": [key for key, _ in rows]}
    values = zip(*map(attrgetter(*types), (row for _, row in rows)), strict=True)
    data |= {field: list(next(values, ())) for field in types}
    return pl.DataFrame(data, schema={"document_key": pl.String(), **types})


def _with_time(frame: pl.DataFrame, column: str) -> pl.DataFrame:
    read = pl.col(column).str.to_datetime(time_unit="us", time_zone="UTC", strict=True)
    return frame.with_columns(read)
