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
    if _tiled(frames["spans"]):
        return _none(frames)
    before = pl.col("span_end").shift(1, fill_value=0).over("document_id")
    spans = numbered(frames, "spans").sort("document_id", "span_start", "span_end", "row")
    placed = spans.with_columns(before=before)
    start, end = pl.col("span_start"), pl.col("span_end")
    wrong = placed.filter((start != pl.col("before")) | (end <= start))
    found = pl.format("{} to {} after {}", text(start), text(end), text(pl.col("before")))
    return report(wrong, "spans", found)


def _tiled(spans: pl.LazyFrame) -> bool:
    """Tell whether spans come in order and fit, as ours do: nothing need be sorted to see it."""
    document, start, end = pl.col("document_id"), pl.col("span_start"), pl.col("span_end")
    is_first = document.ne_missing(document.shift(1))
    before = pl.when(is_first).then(0).otherwise(end.shift(1))
    fits = (start.eq_missing(before) & (end > start).fill_null(value=False)).all()
    together = is_first.sum() == document.n_unique()
    return bool(spans.select(fits & together).collect().item())


def _none(frames: Tables) -> pl.LazyFrame:
    return report(numbered(frames, "spans").clear(), "spans", pl.lit(""))


def _ends(frames: Tables) -> pl.LazyFrame:
    sizes = frames["documents"].select("document_id", "byte_count")
    reached = frames["spans"].group_by("document_id").agg(pl.col("span_end").max())
    short = reached.join(sizes, on="document_id").filter(pl.col("span_end") != pl.col("byte_count"))
    last = (
        numbered(frames, "spans")
        .join(short.select("document_id", "byte_count"), on="document_id")
        .sort("span_end", "row")
        .unique("document_id", keep="last", maintain_order=True)
    )
    return report(last, "spans", pl.format("{} of {} bytes", "span_end", "byte_count"))


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
    columns = ("row", "post_id", "text_start", "text_end", "surface")
    rows = numbered(frames, "mentions").filter(pl.col("text_start") < pl.col("text_end"))
    placed = rows.select(columns).drop_nulls("surface").collect()
    named = frames["posts"].select("post_id", "text").drop_nulls("text")
    posts, texts = named.join(placed.lazy(), on="post_id", how="semi").collect().get_columns()
    text_of = dict(zip(posts.to_list(), texts.to_list(), strict=True))
    cut = [
        (row, there)
        for row, post, start, end, surface in zip(
            *placed.to_dict(as_series=False).values(), strict=True
        )
        if (whole := text_of.get(post)) is not None
        and end <= len(whole)
        and (there := whole[start:end]) != surface
    ]
    written = pl.LazyFrame(cut, schema={"row": pl.UInt32, "written": pl.String}, orient="row")
    found = pl.format("{}, where the text has {}", "surface", pl.col("written").str.slice(0, 80))
    return report(rows.join(written, on="row"), "mentions", found)
