"""Tell what a build would read: each source with its reader, layout and outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from threadgraph.pipeline import ReadOptions, read_document
from threadgraph.readers._guard import end_reading
from threadgraph.source import Refusal, Source, read

__all__ = ["plan"]


def plan(sources: Sequence[Source], options: ReadOptions) -> Iterator[dict[str, Any]]:
    """Read each source without linking or writing: what `--dry-run` shows, a row a source."""
    try:
        for source in sources:
            yield _row(source, options)
    finally:
        end_reading()


def _row(source: Source, options: ReadOptions) -> dict[str, Any]:
    row: dict[str, Any] = {"source": source.name, "reader": None, "layout": None}
    try:
        data = read(source, options.limits)
        document = read_document(data, source.key, source.name, options.reader, options.limits)
    except Refusal as refusal:
        return row | {"outcome": "rejected", "reason": f"{refusal.code} {refusal.reason}"}
    page = document.page
    return row | {
        "reader": document.reader,
        "layout": page.document.layout,
        "layout_score": page.document.layout_score,
        "outcome": page.document.outcome,
        "posts": sum(post.role != "article" for post in page.posts),
        "bytes": document.byte_count,
    }
