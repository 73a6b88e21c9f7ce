"""Clean text for graph files: what XML 1.0 can hold, and what fits a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from threadgraph.graphs._base import Attribute

__all__ = ["clean", "cut", "dropped", "one_line", "shown", "written"]

# XML 1.0, production 2 (Char); polars strings hold no surrogates. Example: "\x00", "\ufffe"
_FORBIDDEN = r"\x00-\x08\x0B\x0C\x0E-\x1F\x{FFFE}\x{FFFF}"
# every white space but the single blank, which may stay. Example: "a \n b", "a\tb", "a  b"
_UNEVEN_SPACE = r"\s{2,}|[^\S ]"


def clean(text: pl.Expr) -> pl.Expr:
    """Drop the characters that XML 1.0 forbids and make every line end LF.

    A parser reads a carriage return as LF anyway; what is written is what is read.
    """
    cleaned = _unclean(text).str.replace_all(f"[{_FORBIDDEN}]", "").str.replace_all("\r\n?", "\n")
    return pl.coalesce(cleaned, text)


def dropped(attributes: Iterable[Attribute]) -> pl.Expr:
    """Count the characters that `written` drops from the attributes of a row."""
    counts = [
        _unclean(pl.col(a.name)).str.count_matches(f"[{_FORBIDDEN}]").fill_null(0)
        for a in attributes
        if a.type == "string"
    ]
    return pl.sum_horizontal(counts)


def _unclean(text: pl.Expr) -> pl.Expr:
    """Give the texts that need cleaning; null for all others, which costs them nothing more."""
    return pl.when(text.str.contains(rf"[{_FORBIDDEN}\r]")).then(text)


def shown(text: pl.Expr) -> pl.Expr:
    """Make text null that is blank once it is clean: Gephi reads a blank value as missing."""
    return pl.when(text.str.contains(rf"[^\s{_FORBIDDEN}]")).then(text)


def one_line(text: pl.Expr, limit: int) -> pl.Expr:
    """Cut text to one line of at most `limit` characters; blank text becomes null.

    Runs of white space become one blank. Only the first 4 * `limit` characters are read.
    """
    head = text.str.strip_chars_start().str.head(4 * limit)
    line = head.str.replace_all(_UNEVEN_SPACE, " ").str.strip_chars()
    return shown(cut(line, limit))


def cut(text: pl.Expr, limit: int) -> pl.Expr:
    """Cut text to at most `limit` characters; what is cut ends in an ellipsis."""
    start = pl.concat_str(text.str.head(limit - 1), pl.lit("…"))
    return pl.when(text.str.len_chars() > limit).then(start).otherwise(text)


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
