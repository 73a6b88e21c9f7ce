"""Build a small valid dataset by hand: two documents that show every state of a parent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import polars as pl
import pytest

from threadgraph.schema import table, tables
from threadgraph.validate import Report, validate_tables

Row: TypeAlias = dict[str, Any]
Rows: TypeAlias = dict[str, dict[str, Row]]
"""Rows by table, then by a name that tests use."""


def ident(prefix: str, name: str) -> str:
    return f"{prefix}_{name:a<26}"


def row(name: str, /, **values: Any) -> Row:  # noqa: ANN401 - columns differ
    """Fill up with null, lists with nothing."""
    blank: Row = {c.name: [] if c.name == "aliases" else None for c in table(name).columns}
    return blank | values


def document(name: str, /, **values: Any) -> Row:  # noqa: ANN401 - columns differ
    defaults = {
        "document_id": ident("d", name),
        "discussion_id": ident("d", name),
        "source": f"{name}.txt",
        "source_sha256": "0" * 64,
        "reader": "text",
        "outcome": "discussion",
        "warning_count": 0,
    }
    return row("documents", **(defaults | values))


def post(name: str, home: str, position: int, state: str | None, **values: Any) -> Row:  # noqa: ANN401
    defaults = {
        "post_id": ident("p", name),
        "document_id": ident("d", home),
        "thread_id": ident("p", name),
        "position": position,
        "role": "comment",
        "parent_state": state,
        "author_state": "missing",
        "text": f"Hello Tom, I am {name}",
        "status": "complete",
    }
    return row("posts", **(defaults | values))


def reply(child: str, parent: str, home: str, **values: Any) -> Row:  # noqa: ANN401
    defaults = {
        "child_id": ident("p", child),
        "parent_id": ident("p", parent),
        "method": "nesting",
        "document_id": ident("d", home),
        "relation": "replies_to",
        "inferred": False,
        "confidence": 0.99,
        "rank": 1,
    }
    return row("replies", **(defaults | values))


def posts() -> dict[str, Row]:
    """Give a page with an article and five posts, and a forum thread of two."""
    return {
        "article": post(
            "article", "page", 0, None, role="article", thread_id=None, author_state=None
        ),
        "root": post(
            "root", "page", 1, "root", depth=0, span_start=10, span_end=30,
            author_id=ident("a", "tom"), author_name="Tom", author_state="named",
        ),
        "observed": post(
            "observed", "page", 2, "observed", depth=1, parent_id=ident("p", "root"),
            thread_id=ident("p", "root"),
        ),
        "ghost": post("ghost", "page", 3, "unknown", text=None, status="missing"),
        "orphan": post(
            "orphan", "page", 4, "missing", depth=2, parent_id=ident("p", "ghost"),
            thread_id=ident("p", "ghost"),
        ),
        "unknown": post("unknown", "page", 5, "unknown"),
        "opening": post("opening", "forum", 0, "root", role="opening", depth=0),
        "answer": post(
            "answer", "forum", 1, "observed", depth=1, parent_id=ident("p", "opening"),
            thread_id=ident("p", "opening"),
        ),
    }  # fmt: skip


def spans() -> dict[str, Row]:
    home = ident("d", "page")
    cuts = [
        ("first", 0, 10, "article", "article"),
        ("second", 10, 30, "body", "root"),
        ("third", 30, 40, "chrome", None),
    ]
    return {
        name: row(
            "spans", document_id=home, span_start=start, span_end=end, kind=kind,
            post_id=None if owner is None else ident("p", owner),
        )
        for name, start, end, kind, owner in cuts
    }  # fmt: skip


def mentions() -> dict[str, Row]:
    shared = {"document_id": ident("d", "page"), "confidence": 0.9, "rank": 1}
    return {
        "named": row(
            "mentions", mention_id=ident("m", "named"), post_id=ident("p", "observed"),
            kind="author", target_id=ident("a", "tom"), surface="Tom", text_start=6, text_end=9,
            method="name", **shared,
        ),
        "label": row(
            "mentions", mention_id=ident("m", "label"), post_id=ident("p", "observed"),
            kind="author", target_id=ident("a", "tom"), surface="Tom", method="reply_label",
            **shared,
        ),
        "entity": row(
            "mentions", mention_id=ident("m", "entity"), post_id=ident("p", "unknown"),
            kind="entity", target_id="e_hello", surface="Hello", text_start=0, text_end=5,
            method="gazetteer", **shared,
        ),
    }  # fmt: skip


@pytest.fixture
def rows() -> Rows:
    """Give the rows of a valid dataset, fresh for each test."""
    return {
        "documents": {
            "page": document("page", post_count=4, warning_count=1, byte_count=40),
            "forum": document("forum", post_count=2, byte_count=100),
        },
        "posts": posts(),
        "authors": {
            "tom": row("authors", author_id=ident("a", "tom"), name="Tom", post_count=1)
        },
        "replies": {
            "root": reply("root", "article", "page", relation="comments_on", method="top_level"),
            "observed": reply("observed", "root", "page", evidence_start=3, evidence_end=5),
            "orphan": reply("orphan", "ghost", "page", method="reply_label"),
            "guess": reply("unknown", "root", "page", method="adjacency", inferred=True),
            "answer": reply("answer", "opening", "forum"),
        },
        "mentions": mentions(),
        "quotes": {
            "quote": row(
                "quotes", post_id=ident("p", "observed"), quoted_id=ident("p", "root"),
                text_start=0, text_end=5, quoted_start=0, quoted_end=5, method="text_match",
                document_id=ident("d", "page"), confidence=1.0,
            )
        },
        "entities": {
            "hello": row(
                "entities", entity_id="e_hello", name="Hello", kind="other", aliases=["Hi"],
                source="builtin", mention_count=1,
            )
        },
        "spans": spans(),
        "diagnostics": {
            "warning": row(
                "diagnostics", diagnostic_id=ident("g", "warning"), source="page.txt",
                document_id=ident("d", "page"), severity="warning", code="TG101", reason="bytes",
            )
        },
    }  # fmt: skip


@pytest.fixture(scope="session")
def frames() -> Callable[[Rows], dict[str, pl.DataFrame]]:
    """Turn rows into frames of the tables' types."""

    def build(rows: Mapping[str, Mapping[str, Row]]) -> dict[str, pl.DataFrame]:
        return {
            name: pl.DataFrame(list(rows[name].values()), schema=t.polars_schema, orient="row")
            for name, t in tables().items()
        }

    return build


@pytest.fixture(scope="session")
def check(frames: Callable[[Rows], dict[str, pl.DataFrame]]) -> Callable[[Rows], Report]:
    """Validate rows as tables in memory."""

    def run(rows: Rows) -> Report:
        return validate_tables({name: frame.lazy() for name, frame in frames(rows).items()})

    return run
