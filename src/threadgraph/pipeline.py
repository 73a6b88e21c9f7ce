"""Run a build: sources to documents, batches to tables, tables to a published dataset."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal, NamedTuple

import polars as pl

from threadgraph import readers
from threadgraph.errors import InputRefused, LimitReached, ThreadgraphError
from threadgraph.gazetteer import Gazetteer
from threadgraph.link.entities import entities_table
from threadgraph.link.identify import document_id
from threadgraph.link.raw import Document, Raw, raw_tables
from threadgraph.link.tables import authors_table, diagnostic_rows, link
from threadgraph.parts import parts_of
from threadgraph.readers._guard import end_reading, read_page
from threadgraph.records import Problem
from threadgraph.schema import Tables, empty, table
from threadgraph.source import LIMIT_CODES, Limits, Refusal, Source, read, size_of
from threadgraph.spool import Spool
from threadgraph.text import NotText, show
from threadgraph.validate import check_rows, validate_tables
from threadgraph.workers import in_order, without_collector

__all__ = [
    "Batch",
    "Input",
    "ReadOptions",
    "Spans",
    "link_documents",
    "read_batch",
    "read_document",
    "run",
]

Spans = Literal["full", "rejected", "none"]
SPANS_FULL_BELOW = 10_000
BATCH_DOCUMENTS = 500
BATCH_BYTES = 8 << 20


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
    inputs: list[Input] = []
    try:
        for batch in in_order(partial(read_batch, options=options), _groups(ordered), workers):
            inputs += batch.inputs
            spool.add(batch.tables | {"spans": _kept_spans(batch.tables, spans)})
            advance(len(batch.inputs))
    finally:
        end_reading()
    if not any(item.documents for item in inputs):
        _refuse_all(spool)
    spool.replace(corpus_tables(spool.tables(), options.gazetteer))
    return sorted(inputs, key=lambda item: item.path)


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


def _groups(sources: Iterable[Source]) -> Iterator[list[Source]]:
    group: list[Source] = []
    size = 0
    for source in sources:
        group.append(source)
        size += size_of(source)
        if len(group) == BATCH_DOCUMENTS or size > BATCH_BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _refuse_all(spool: Spool) -> None:
    told = spool.tables()["diagnostics"].select("source", "reason", "code").head(1).collect()
    where, why, code = told.row(0) if told.height else ("input", "no documents", "")
    kind = LimitReached if code in LIMIT_CODES else InputRefused
    hint = "Name text files, or a folder that has some; see --max-file and --max-seconds."
    raise kind(show(where), f"nothing could be read: {why}", hint)


@without_collector()
def read_batch(sources: Sequence[Source], options: ReadOptions) -> Batch:
    """Read, link and check some sources: the same function whatever runs it."""
    documents: list[Document] = []
    refused: list[tuple[str | None, str, Problem]] = []
    inputs: list[Input] = []
    for source in sources:
        try:
            data = read(source, options.limits)
            documents.append(
                read_document(data, source.key, source.name, options.reader, options.limits)
            )
        except Refusal as refusal:
            problem = Problem(code=refusal.code, reason=refusal.reason)
            refused.append((None, source.name, problem))
            inputs.append(Input(path=source.name, bytes=0, sha256=None, documents=0))
        else:
            done = documents[-1]
            inputs.append(
                Input(path=source.name, bytes=done.byte_count, sha256=done.sha256, documents=1)
            )
    tables = link_documents(documents, options)
    tables["diagnostics"] = pl.concat([diagnostic_rows(refused), tables["diagnostics"]])
    return Batch(tables=tables, inputs=tuple(inputs))


def link_documents(documents: Sequence[Document], options: ReadOptions) -> dict[str, pl.DataFrame]:
    """Give the checked tables of the documents: `authors` by post, and no `entities`."""
    # a batch is in memory: the engine for more than that takes twice the time
    with pl.Config(engine_affinity="in-memory"):
        raw, rejected = _checked(raw_tables(documents), options.limits)
        tables = link(raw, gazetteer := options.gazetteer)
        tables["diagnostics"] = pl.concat([tables["diagnostics"], diagnostic_rows(rejected)])
        _refuse_bugs(tables | corpus_tables(lazily(tables), gazetteer))
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
    unread = posts.filter("rejected").select("document_key", "position", rejected="rejected")
    spans = raw.spans.join(
        unread, on=["document_key", "position"], how="left", maintain_order="left"
    ).with_columns(
        kind=pl.when("rejected").then(pl.lit("unparsed")).otherwise("kind"),
        position=pl.when("rejected").then(None).otherwise("position"),
    )
    kept = ~pl.col("document_key").is_in(gone)
    return Raw(
        documents=raw.documents.filter(kept),
        posts=posts.drop("row").filter(kept),
        spans=spans.drop("rejected").filter(kept),
        quotes=raw.quotes.filter(kept),
        problems=raw.problems.filter(kept),
    ), rejected


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
    """Check the final tables; a failure here is ours, and nothing is published."""
    report = validate_tables(lazily(tables))
    if not report.valid:
        first = report.failures[0]
        raise ThreadgraphError(
            f"{first.table} {dict(first.key)}",
            f"{first.code} {first.message} ({report.failure_count} in all)",
            "This is a bug of threadgraph: please report it with the input.",
        )


def _kept_spans(tables: dict[str, pl.DataFrame], spans: Spans) -> pl.DataFrame:
    if spans == "full":
        return tables["spans"]
    if spans == "none":
        return empty("spans")
    rejected = tables["diagnostics"].filter(pl.col("severity") == "rejected")["document_id"]
    unread = tables["spans"].filter(pl.col("kind") == "unparsed")["document_id"]
    told = pl.concat([rejected, unread]).drop_nulls().unique()
    return tables["spans"].filter(pl.col("document_id").is_in(told.implode()))
