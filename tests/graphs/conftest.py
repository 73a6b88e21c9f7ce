"""Make small datasets by hand: rows name only what a test is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from threadgraph import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from threadgraph.schema import Tables

_DEFAULTS: dict[str, dict[str, Any]] = {
    "documents": {
        "document_id": "d:1", "discussion_id": "d:1", "source": "page.txt",
        "source_sha256": "0" * 64, "reader": "text", "outcome": "discussion",
        "post_count": 0, "warning_count": 0, "byte_count": 0,
    },
    "posts": {
        "document_id": "d:1", "position": 0, "role": "comment", "parent_state": "root",
        "author_state": "named", "text": "Some text.", "status": "complete",
    },
    "authors": {"post_count": 1},
    "replies": {
        "document_id": "d:1", "method": "nesting", "relation": "replies_to",
        "inferred": False, "confidence": 0.9, "rank": 1,
    },
    "mentions": {
        "document_id": "d:1", "kind": "author", "surface": "@x", "method": "at_name",
        "confidence": 0.9, "rank": 1,
    },
    "quotes": {
        "document_id": "d:1", "text_start": 0, "text_end": 1, "method": "text_match",
        "confidence": 0.9,
    },
    "entities": {"kind": "organisation", "aliases": [], "source": "test", "mention_count": 1},
}  # fmt: skip


def _make(**rows: list[dict[str, Any]]) -> Tables:
    return {
        name: pl.DataFrame(
            [_DEFAULTS.get(name, {}) | row for row in rows.get(name, [])],
            schema=table.polars_schema,
        ).lazy()
        for name, table in schema.tables().items()
    }


@pytest.fixture(scope="session")
def make() -> Callable[..., Tables]:
    """Give the function that makes tables; what a row leaves out has a plain default."""
    return _make
