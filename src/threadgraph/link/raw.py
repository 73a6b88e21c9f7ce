"""Turn the records of a batch of pages into raw tables of a fixed form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from inspect import get_annotations
from operator import attrgetter
from typing import Any

import polars as pl

from threadgraph.link._rows import frame_of
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
    # no reader takes several documents from one file, so that none has a place in its source
    origin = [(d.key, d.source, d.sha256, None, d.byte_count, d.reader) for d in batch]
    told = _frame(batch, lambda page: (page.document,), RawDocument, "documents")
    documents = pl.concat(
        [frame_of(origin, _ORIGIN), told.drop("document_key")],
        how="horizontal",
    )
    posts = _frame(batch, lambda page: page.posts, RawPost, "posts")
    return Raw(
        documents=_with_time(_with_time(documents, "captured_at"), "published_at"),
        posts=_with_time(posts, "created_at"),
        spans=_frame(batch, lambda page: page.spans, RawSpan, "spans"),
        quotes=_frame(batch, lambda page: page.quotes, RawQuote, "quotes"),
        problems=_frame(batch, lambda page: page.problems, Problem, "diagnostics"),
    )


def _frame(
    batch: Sequence[Document], records_of: Callable[[Page], Sequence[Any]], record: type, name: str
) -> pl.DataFrame:
    """Give the records of all pages as rows, after the keys of their documents."""
    types = _types(record, name)
    records = [row for document in batch for row in records_of(document.page)]
    # named tuples are rows as they are
    rows = records if issubclass(record, tuple) else map(attrgetter(*types), records)
    counts = [len(records_of(document.page)) for document in batch]
    keys = pl.Series("document_key", [document.key for document in batch], dtype=pl.String)
    return frame_of(rows, types).insert_column(0, _repeated(keys, counts))


def _repeated(keys: pl.Series, counts: Sequence[int]) -> pl.Series:
    places = [place for place, count in enumerate(counts) for _ in range(count)]
    return keys.gather(places)


def _with_time(frame: pl.DataFrame, column: str) -> pl.DataFrame:
    read = pl.col(column).str.to_datetime(time_unit="us", time_zone="UTC", strict=True)
    return frame.with_columns(read)
