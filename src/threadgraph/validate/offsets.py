"""Rules on offsets: spans tile their document, and places in texts hold what they claim."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import polars as pl

from threadgraph.validate.rules import Rule, numbered, report, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from threadgraph.schema import Tables

__all__ = ["rules"]

_BYTE_PLACES = {"posts": "span", "replies": "evidence", "diagnostics": "span"}
"""Tables whose rows point at bytes of their document, and how the two columns begin."""


def rules() -> Iterator[Rule]:
    """Give the rules on bytes of documents and on code points of texts."""
    yield Rule(
        code="TG314", table="spans", column="span_start", reads=("spans",), find=_gaps,
        expected="each span to begin where the one before it ends, the first at 0",
    )  # fmt: skip
    yield Rule(
        code="TG314", table="spans", column="span_end", reads=("documents", "spans"),
        expected="the last span to end at the document's byte_count", find=_ends,
    )  # fmt: skip
    for name, place in _BYTE_PLACES.items():
        yield Rule(
            code="TG315", table=name, column=f"{place}_start", reads=(name, "documents"),
            expected="start and end inside the document's bytes, or neither",
            find=partial(_bytes, name, place),
        )  # fmt: skip
    inside = "start before end, both inside the post's text"
    for name, post, place in (
        ("mentions", "post_id", "text"),
        ("quotes", "post_id", "text"),
        ("quotes", "quoted_id", "quoted"),
    ):
        yield Rule(
            code="TG315", table=name, column=f"{place}_start", reads=(name, "posts"),
            expected=inside, find=partial(_code_points, name, post, place),
        )  # fmt: skip
    yield Rule(
        code="TG315", table="mentions", column="text_start", reads=("mentions",),
        expected="a place in the text, but for authors in labels and entities in titles",
        find=_unplaced,
    )  # fmt: skip
    yield Rule(
        code="TG316", table="mentions", column="surface", reads=("mentions", "posts"),
        expected="the text between text_start and text_end", find=_surfaces,
    )  # fmt: skip


def _gaps(frames: Tables) -> pl.LazyFrame:
    """Give spans that do not begin at the end of the span before; an empty span is one too."""
    before = pl.col("span_end").shift(1, fill_value=0).over("document_id")
    spans = numbered(frames, "spans").sort("document_id", "span_start", "span_end", "row")
    placed = spans.with_columns(before=before)
    start, end = pl.col("span_start"), pl.col("span_end")
    wrong = placed.filter((start != pl.col("before")) | (end <= start))
    found = pl.format("{} to {} after {}", text(start), text(end), text(pl.col("before")))
    return report(wrong, "spans", found)


def _ends(frames: Tables) -> pl.LazyFrame:
    sizes = frames["documents"].select("document_id", "byte_count")
    spans = numbered(frames, "spans").join(sizes, on="document_id")
    last = spans.sort("span_end", "row").unique("document_id", keep="last", maintain_order=True)
    wrong = last.filter(pl.col("span_end") != pl.col("byte_count"))
    return report(wrong, "spans", pl.format("{} of {} bytes", "span_end", "byte_count"))


def _bytes(name: str, place: str, frames: Tables) -> pl.LazyFrame:
    start, end = pl.col(f"{place}_start"), pl.col(f"{place}_end")
    sizes = frames["documents"].select("document_id", "byte_count")
    rows = numbered(frames, name).join(sizes, on="document_id", how="left")
    outside = (start > end) | (end > pl.col("byte_count"))
    wrong = rows.filter((start.is_null() != end.is_null()) | outside.fill_null(value=False))
    found = pl.format("{} to {} of {} bytes", text(start), text(end), text(pl.col("byte_count")))
    return report(wrong, name, found)


def _code_points(name: str, post: str, place: str, frames: Tables) -> pl.LazyFrame:
    start, end = pl.col(f"{place}_start"), pl.col(f"{place}_end")
    size = pl.col("text").str.len_chars().fill_null(0)
    sizes = frames["posts"].select(pl.col("post_id").alias(post), size=size)
    rows = numbered(frames, name).join(sizes, on=post)
    outside = (start >= end) | (end > pl.col("size"))
    wrong = rows.filter((start.is_null() != end.is_null()) | outside.fill_null(value=False))
    found = pl.format("{} to {} of {} characters", text(start), text(end), pl.col("size"))
    return report(wrong, name, found)


def _unplaced(frames: Tables) -> pl.LazyFrame:
    wrong = numbered(frames, "mentions").filter(
        pl.col("text_start").is_null(), ~pl.col("kind").is_in(["author", "entity"])
    )
    return report(wrong, "mentions", pl.format("null for a mention of kind {}", "kind"))


def _surfaces(frames: Tables) -> pl.LazyFrame:
    """Give mentions whose surface is not what their post has there.

    A post's text is cut by Python, where a place is found at once: polars walks to it from the
    start of the text, which for many mentions in one long text costs the square of its length.
    """
    start, end = pl.col("text_start"), pl.col("text_end")
    rows = numbered(frames, "mentions").filter(start < end).collect()
    places = rows.group_by("post_id", maintain_order=True).agg("row", "text_start", "text_end")
    texts = frames["posts"].select("post_id", "text").drop_nulls("text")
    cut = [
        (row, text[first:last])
        for _, numbers, firsts, lasts, text in places.lazy()
        .join(texts, on="post_id", maintain_order="left")
        .collect()
        .iter_rows()
        for row, first, last in zip(numbers, firsts, lasts, strict=True)
        if last <= len(text)
    ]
    written = pl.DataFrame(
        cut, schema={"row": rows["row"].dtype, "written": pl.String}, orient="row"
    )
    wrong = (
        rows.lazy().join(written.lazy(), on="row").filter(pl.col("written") != pl.col("surface"))
    )
    found = pl.format("{}, where the text has {}", "surface", pl.col("written").str.slice(0, 80))
    return report(wrong, "mentions", found)
