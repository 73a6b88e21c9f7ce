"""Clean text for graph files: what XML 1.0 can hold, and what fits a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from threadgraph.graphs._base import Attribute

__all__ = ["cut", "holding", "one_line", "shown", "written"]

# XML 1.0, production 2 (Char); polars strings hold no surrogates. Example: "\x00", "\ufffe"
_FORBIDDEN = r"\x00-\x08\x0B\x0C\x0E-\x1F\x{FFFE}\x{FFFF}"
_UNCLEAN = rf"[{_FORBIDDEN}\r]"
# every white space but the single blank, which may stay. Example: "a \n b", "a\tb", "a  b"
_UNEVEN_SPACE = r"\s{2,}|[^\S ]"


def shown(text: pl.Expr) -> pl.Expr:
    """Make text null that is blank once it is clean: Gephi reads a blank value as missing."""
    return pl.when(text.str.contains(rf"[^\s{_FORBIDDEN}]")).then(text)


def one_line(frame: pl.LazyFrame, limit: int, *columns: str) -> pl.LazyFrame:
    """Cut texts to one line of at most `limit` characters; blank text becomes null.

    Runs of white space become one blank. Only the first 4 * `limit` characters are read. Each step
    is a column of its own, as polars works out an expression as often as it is used.
    """
    texts = [pl.col(column) for column in columns]
    heads = [text.str.strip_chars_start().str.head(4 * limit) for text in texts]
    lines = [head.str.replace_all(_UNEVEN_SPACE, " ").str.strip_chars() for head in heads]
    cuts = frame.with_columns(lines).with_columns(cut(text, limit) for text in texts)
    return cuts.with_columns(shown(text) for text in texts)


def cut(text: pl.Expr, limit: int) -> pl.Expr:
    """Cut a column of text to at most `limit` characters; what is cut ends in an ellipsis."""
    start = pl.concat_str(text.str.head(limit - 1), pl.lit("…"))
    return pl.when(text.str.len_chars() > limit).then(start).otherwise(text)


def written(frame: pl.DataFrame, attributes: Iterable[Attribute]) -> tuple[pl.DataFrame, int]:
    """Give the attributes as files hold them, and how many characters this drops.

    Text is clean: without the characters that XML 1.0 forbids, and with LF at every line end, as
    a parser reads a carriage return as LF anyway. Numbers are finite; what is blank is missing.
    """
    texts = [a.name for a in attributes if a.type == "string"]
    numbers = [pl.col(a.name) for a in attributes if a.type in {"float", "double"}]
    unclean = holding(frame, texts, _UNCLEAN)
    dropped = [pl.col(name).str.count_matches(f"[{_FORBIDDEN}]").sum() for name in unclean]
    lost = sum(frame.select(dropped).row(0)) if dropped else 0
    values = frame.with_columns(_clean(pl.col(name)) for name in unclean).with_columns(
        *(shown(pl.col(name)) for name in texts),
        *(pl.when(number.is_finite()).then(number) for number in numbers),
    )
    return values, lost


def holding(frame: pl.DataFrame, columns: Sequence[str], pattern: str) -> list[str]:
    """Give the columns in which a pattern is found anywhere: hardly ever more than a few."""
    found = frame.select(pl.col(columns).str.contains(pattern).any()).row(0) if columns else ()
    return [column for column, is_found in zip(columns, found, strict=True) if is_found]


def _clean(text: pl.Expr) -> pl.Expr:
    unclean = pl.when(text.str.contains(_UNCLEAN)).then(text)
    cleaned = unclean.str.replace_all(f"[{_FORBIDDEN}]", "").str.replace_all("\r\n?", "\n")
    return pl.coalesce(cleaned, text)
