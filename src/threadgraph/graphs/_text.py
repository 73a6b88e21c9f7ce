"""Clean text for graph files: what XML 1.0 can hold, and what fits a label."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from threadgraph.graphs._base import Attribute

__all__ = ["clean", "dropped", "one_line", "shown", "written"]

# XML 1.0, production 2 (Char); polars strings hold no surrogates. Example: "\x00", "\ufffe"
_FORBIDDEN = r"[\x00-\x08\x0B\x0C\x0E-\x1F\x{FFFE}\x{FFFF}]"
_HEAD = 2_000
"""Characters read for a label or snippet, so that a long text is not folded as a whole."""


def clean(text: pl.Expr) -> pl.Expr:
    """Drop the characters that XML 1.0 forbids and make every line end LF.

    A parser reads a carriage return as LF anyway; what is written is what is read.
    """
    return text.str.replace_all(_FORBIDDEN, "").str.replace_all(r"\r\n?", "\n")


def dropped(attributes: Iterable[Attribute]) -> pl.Expr:
    """Count the characters that `written` drops from the attributes of a row."""
    counts = [
        pl.col(a.name).str.count_matches(_FORBIDDEN).fill_null(0)
        for a in attributes
        if a.type == "string"
    ]
    return pl.sum_horizontal(counts)


def shown(text: pl.Expr) -> pl.Expr:
    """Make blank text null: Gephi reads a blank value as missing."""
    return pl.when(text.str.contains(r"\S")).then(text)


def one_line(text: pl.Expr, limit: int) -> pl.Expr:
    """Cut text to one line of at most `limit` characters; what is cut ends in an ellipsis.

    Runs of white space become one blank; blank text becomes null.
    """
    head = clean(text.str.strip_chars_start().str.head(_HEAD))
    line = head.str.replace_all(r"\s+", " ").str.strip_chars()
    short = pl.when(line.str.len_chars() > limit).then(
        pl.concat_str(line.str.head(limit - 1), pl.lit("…"))
    )
    return shown(short.otherwise(line))


def written(attributes: Iterable[Attribute]) -> list[pl.Expr]:
    """Give the attributes as files hold them: clean text, finite numbers, null where missing."""
    return [_written(a).alias(a.name) for a in attributes]


def _written(attribute: Attribute) -> pl.Expr:
    column = pl.col(attribute.name)
    if attribute.type == "string":
        return shown(clean(column))
    if attribute.type in {"float", "double"}:
        return pl.when(column.is_finite()).then(column)
    return column
