"""Run a build: sources to documents, batches to tables, tables to a published dataset."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Literal, NamedTuple, TypeVar, get_args

import polars as pl

from threadgraph import readers
from threadgraph.checked import corpus_tables, lazily, link_documents
from threadgraph.checks import one_of, several
from threadgraph.errors import InputRefused, LimitReached, ThreadgraphError
from threadgraph.gazetteer import Gazetteer
from threadgraph.link.identify import document_id
from threadgraph.link.raw import Document
from threadgraph.link.tables import diagnostic_rows
from threadgraph.readers._guard import end_reading, read_page
from threadgraph.records import Problem
from threadgraph.schema import empty
from threadgraph.source import LIMIT_CODES, Limits, Refusal, Source, read, size_of
from threadgraph.spool import Spool
from threadgraph.text import NotText, show
from threadgraph.workers import in_order, without_collector

__all__ = [
    "Batch",
    "Input",
    "ReadOptions",
    "Spans",
    "read_batch",
    "read_document",
    "read_pages",
    "run",
]

Spans = Literal["full", "rejected", "none"]
SPANS_FULL_BELOW = 10_000
BATCH_DOCUMENTS = 500
BATCH_BYTES = 8 << 20

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What users choose of reading; `spans` None means full below 10,000 documents.

    `gazetteers` are files of names on top of the builtin ones; `entities` False looks for none.
    """

    reader: str | None = None
    spans: Spans | None = None
    entities: bool = True
    gazetteers: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        """Raise UsageError for what cannot be chosen."""
        one_of("spans", self.spans, get_args(Spans))
        several("gazetteers", self.gazetteers)

    @property
    def gazetteer(self) -> Gazetteer | None:
        """The names to look for; raises UsageError for a file of names that cannot be read."""
        return Gazetteer.load(self.gazetteers) if self.entities else None


class Input(NamedTuple):
    """What the manifest tells of a source."""

    path: str
    bytes: int
    sha256: str | None
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The linked and checked tables of some sources, and what was read."""

    tables: dict[str, pl.DataFrame]
    inputs: tuple[Input, ...]


def read_document(
    data: bytes, key: str, name: str, reader: str | None = None, limits: Limits | None = None
) -> Document:
    """Read the bytes of one document; raise Refusal if no reader can.

    HTML that looks as if it could take its parser for ever is read in another process; with
    `limits` all HTML is. What a reader did not foresee is refused, too, as a bug.
    """
    choice = readers.choose(data, name, reader)[0]
    seconds = (limits or Limits()).max_seconds
    try:
        page = read_page(choice, data, seconds, apart=limits is not None)
    except NotText as error:
        raise Refusal("TG111", f"not text: {error}") from error
    except (Refusal, ThreadgraphError, MemoryError):
        raise
    except Exception as error:  # one page must not cost a build of a million others
        raise Refusal("TG135", f"{choice.name}: {type(error).__name__}: {error}") from error
    return Document(
        key=key,
        source=name,
        sha256=hashlib.sha256(data).hexdigest(),
        byte_count=len(data),
        reader=choice.name,
        page=page,
    )


def run(
    sources: Sequence[Source],
    options: ReadOptions,
    spool: Spool,
    advance: Callable[[int], None] = lambda _: None,
    workers: int = 1,
) -> list[Input]:
    """Read, link and check all sources into the spool; give what was read, by path.

    `advance` is called with the number of sources done. The batches, and so the rows, are the same
    whatever the number of `workers` (processes). Rows are in the order of document ids.
    Raises InputRefused if not one document could be read.
    """
    spans = options.spans or ("full" if len(sources) < SPANS_FULL_BELOW else "none")
    ordered = sorted(sources, key=lambda source: document_id(source.key))
    if any(source.path is None for source in ordered):
        workers = 1  # other processes have no standard input of ours
    inputs: list[Input] = []
    try:
        for batch in in_order(
            partial(read_batch, options=options), _groups(ordered, size_of), workers
        ):
            inputs += batch.inputs
            spool.add(batch.tables | {"spans": _kept_spans(batch.tables, spans)})
            advance(len(batch.inputs))
    finally:
        end_reading()
    if not any(item.documents for item in inputs):
        _refuse_all(spool)
    spool.replace(corpus_tables(spool.tables(), options.gazetteer))
    return sorted(inputs, key=lambda item: item.path)


def read_pages(pages: Sequence[tuple[str, bytes]], options: ReadOptions) -> dict[str, pl.DataFrame]:
    """Read, link and check pages in memory, each with its name, which is its key: all tables.

    They are those that a build makes of files of these names. What no reader can read is a row in
    diagnostics.
    """
    ordered = sorted(pages, key=lambda page: document_id(page[0]))
    batches = [
        _batch(
            [
                (name, partial(read_document, data, name, name, options.reader))
                for name, data in group
            ],
            options,
        ).tables
        for group in _groups(ordered, lambda page: len(page[1]))
    ]
    batches = batches or [_batch([], options).tables]
    tables = {name: pl.concat([batch[name] for batch in batches]) for name in batches[0]}
    return tables | corpus_tables(lazily(tables), options.gazetteer)


def _groups(items: Iterable[Item], size: Callable[[Item], int]) -> Iterator[list[Item]]:
    group: list[Item] = []
    total = 0
    for item in items:
        group.append(item)
        total += size(item)
        if len(group) == BATCH_DOCUMENTS or total > BATCH_BYTES:
            yield group
            group, total = [], 0
    if group:
        yield group


def _refuse_all(spool: Spool) -> None:
    told = spool.tables()["diagnostics"].select("source", "reason", "code").head(1).collect()
    where, why, code = told.row(0) if told.height else ("input", "no documents", "")
    kind = LimitReached if code in LIMIT_CODES else InputRefused
    hint = "Name text files, or a folder that has some; see --max-file and --max-seconds."
    raise kind(show(where), f"nothing could be read: {why}", hint)


def read_batch(sources: Sequence[Source], options: ReadOptions) -> Batch:
    """Read, link and check some sources: the same function whatever runs it."""
    return _batch([(source.name, partial(_read, source, options)) for source in sources], options)


def _read(source: Source, options: ReadOptions) -> Document:
    data = read(source, options.limits)
    return read_document(data, source.key, source.name, options.reader, options.limits)


@without_collector()
def _batch(wanted: Iterable[tuple[str, Callable[[], Document]]], options: ReadOptions) -> Batch:
    """Link and check documents, each given by its name and what reads it, or refuses to."""
    documents: list[Document] = []
    refused: dict[str, Refusal] = {}
    for name, get in wanted:
        try:
            documents.append(get())
        except Refusal as refusal:
            refused[name] = refusal
    tables = _linked(documents, refused, options)
    told = [(None, n, Problem(code=r.code, reason=r.reason)) for n, r in refused.items()]
    tables["diagnostics"] = pl.concat([diagnostic_rows(told), tables["diagnostics"]])
    inputs = (
        *(Input(d.source, d.byte_count, d.sha256, 1) for d in documents if d.source not in refused),
        *(Input(name, 0, None, 0) for name in refused),
    )
    return Batch(tables=tables, inputs=inputs)


def _linked(
    documents: Sequence[Document], refused: dict[str, Refusal], options: ReadOptions
) -> dict[str, pl.DataFrame]:
    """Link documents; those that cannot be are added to `refused`, and cost no others."""
    gazetteer, limits = options.gazetteer, options.limits
    try:
        return link_documents(documents, gazetteer, limits).tables
    except Refusal:
        for document in documents:
            try:
                link_documents([document], gazetteer, limits)
            except Refusal as refusal:
                refused[document.source] = refusal
    kept = [document for document in documents if document.source not in refused]
    try:
        return link_documents(kept, gazetteer, limits).tables
    except Refusal as refusal:  # each alone is fine
        hint = "This is a bug of threadgraph: please report it with the input."
        raise ThreadgraphError(kept[0].source, refusal.reason, hint) from refusal


def _kept_spans(tables: dict[str, pl.DataFrame], spans: Spans) -> pl.DataFrame:
    if spans == "full":
        return tables["spans"]
    if spans == "none":
        return empty("spans")
    rejected = tables["diagnostics"].filter(pl.col("severity") == "rejected")["document_id"]
    unread = tables["spans"].filter(pl.col("kind") == "unparsed")["document_id"]
    told = pl.concat([rejected, unread]).drop_nulls().unique()
    return tables["spans"].filter(pl.col("document_id").is_in(told.implode()))
