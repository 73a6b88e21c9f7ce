"""Rules on single posts and on counts: articles, placeholders, authors, positions, totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from threadgraph.validate.rules import Rule, numbered, report, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threadgraph.schema import Tables

__all__ = ["rules"]

_IS_ARTICLE = pl.col("role") == "article"
_IS_PLACEHOLDER = pl.col("status") == "missing"
_IS_COUNTED = pl.col("role").is_in(["opening", "comment"]) & ~_IS_PLACEHOLDER


def rules() -> Iterator[Rule]:
    """Give the rules on what posts hold, and on the counts in documents and authors."""
    yield Rule(
        code="TG311", table="posts", column="text", reads=("posts",), find=_placeholders,
        expected="neither text nor span for a placeholder",
    )  # fmt: skip
    yield Rule(
        code="TG311", table="spans", column="post_id", reads=("posts", "spans"),
        expected="no span for a placeholder", find=_placeholder_spans,
    )  # fmt: skip
    yield Rule(
        code="TG312", table="posts", column="author_id", reads=("posts",), find=_authors,
        expected="an author_id where author_state is named, none where it is missing or deleted",
    )  # fmt: skip
    yield Rule(
        code="TG313", table="posts", column="position", reads=("posts",), find=_positions,
        expected="the positions 0 to n - 1 of the document, each once",
    )  # fmt: skip
    yield Rule(
        code="TG318", table="posts", column="role", reads=("posts",), find=_articles,
        expected="an article at position 0 without author, parent, states and thread",
    )  # fmt: skip
    yield Rule(
        code="TG317", table="documents", column="post_count", reads=("documents", "posts"),
        expected="the number of openings and comments without placeholders", find=_post_counts,
    )  # fmt: skip
    yield Rule(
        code="TG317", table="documents", column="warning_count", find=_warning_counts,
        reads=("documents", "diagnostics"), expected="the number of warnings in diagnostics",
    )  # fmt: skip
    yield Rule(
        code="TG317", table="authors", column="post_count", reads=("authors", "posts"),
        expected="the number of the author's posts without placeholders", find=_author_counts,
    )  # fmt: skip


def _placeholders(frames: Tables) -> pl.LazyFrame:
    posts = numbered(frames, "posts").filter(_IS_PLACEHOLDER)
    full = pl.any_horizontal(pl.col("text", "span_start", "span_end").is_not_null())
    found = pl.format(
        "text {}, span {} to {}",
        pl.when(pl.col("text").is_null()).then(pl.lit("null")).otherwise(pl.lit("present")),
        text(pl.col("span_start")),
        text(pl.col("span_end")),
    )
    return report(posts.filter(full), "posts", found)


def _placeholder_spans(frames: Tables) -> pl.LazyFrame:
    placeholders = frames["posts"].filter(_IS_PLACEHOLDER).select("post_id")
    wrong = numbered(frames, "spans").join(placeholders, on="post_id", how="semi")
    return report(wrong, "spans", pl.col("post_id"))


def _authors(frames: Tables) -> pl.LazyFrame:
    state, known = pl.col("author_state"), pl.col("author_id").is_not_null()
    wrong = numbered(frames, "posts").filter(
        ~_IS_ARTICLE,
        ((state == "named") & ~known) | (state.is_in(["missing", "deleted"]) & known),
    )
    found = pl.format("{} with author_id {}", state, text(pl.col("author_id")))
    return report(wrong, "posts", found)


def _positions(frames: Tables) -> pl.LazyFrame:
    """Give positions that are taken already, or beyond the number of posts of the document."""
    again = ~pl.struct("document_id", "position").is_first_distinct()
    sizes = frames["posts"].group_by("document_id").agg(posts=pl.len())
    posts = numbered(frames, "posts").with_columns(again=again).join(sizes, on="document_id")
    wrong = posts.filter(pl.col("again") | (pl.col("position") >= pl.col("posts")))
    found = pl.format("{} of {} posts", text(pl.col("position")), pl.col("posts"))
    return report(wrong, "posts", found)


def _articles(frames: Tables) -> pl.LazyFrame:
    unknown = ["parent_id", "parent_state", "author_id", "author_state", "thread_id"]
    wrong = numbered(frames, "posts").filter(
        _IS_ARTICLE,
        (pl.col("position") != 0) | pl.any_horizontal(pl.col(unknown).is_not_null()),
    )
    given = [pl.when(pl.col(name).is_not_null()).then(pl.lit(name)) for name in unknown]
    listed = pl.concat_str(given, separator=", ", ignore_nulls=True)
    return report(wrong, "posts", pl.format("position {} with [{}]", "position", listed))


def _post_counts(frames: Tables) -> pl.LazyFrame:
    counted = frames["posts"].filter(_IS_COUNTED).group_by("document_id").agg(rows=pl.len())
    return _miscounted(frames, "documents", "post_count", counted)


def _warning_counts(frames: Tables) -> pl.LazyFrame:
    warnings = frames["diagnostics"].filter(pl.col("severity") == "warning")
    counted = warnings.group_by("document_id").agg(rows=pl.len())
    return _miscounted(frames, "documents", "warning_count", counted)


def _author_counts(frames: Tables) -> pl.LazyFrame:
    counted = frames["posts"].filter(_IS_COUNTED).group_by("author_id").agg(rows=pl.len())
    return _miscounted(frames, "authors", "post_count", counted)


def _miscounted(frames: Tables, name: str, column: str, counted: pl.LazyFrame) -> pl.LazyFrame:
    """Compare a count with the rows there are; `counted` has the table's key and `rows`."""
    key = counted.collect_schema().names()[0]
    owners = numbered(frames, name).join(counted, on=key, how="left")
    rows = pl.col("rows").fill_null(0)
    wrong = owners.filter(pl.col(column) != rows)
    return report(wrong, name, pl.format("{} for {} rows", column, rows))
