"""Hand tables on in parts that fit in memory, so that a writer holds one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import polars as pl

from threadgraph.schema import Tables

__all__ = ["Parted", "frames", "grouped", "parts_of", "pieces_of"]

TURN = 1 << 15
"""Rows that are grouped at once: meanwhile each takes some 200 bytes."""


class Parted(dict[str, pl.LazyFrame]):
    """Tables with the `parts` they are made of: whole documents, in order.

    `authors` and `entities` span documents; `whole` gives the tables of this kind, each in pieces
    of some rows, in order.
    """

    def __init__(
        self, parts: Sequence[Tables], whole: Mapping[str, Sequence[pl.LazyFrame]]
    ) -> None:
        """Take at least one part, and one piece of each other table; all parts have the same."""
        pieces = {name: tuple(part[name] for part in parts) for name in parts[0]}
        pieces |= {name: tuple(some) for name, some in whole.items()}
        super().__init__({name: pl.concat(some) for name, some in pieces.items()})
        self.parts = tuple(parts)
        self.pieces = pieces


def parts_of(tables: Tables) -> Sequence[Tables]:
    """Give the parts of the tables; tables without parts are one."""
    return tables.parts if isinstance(tables, Parted) else (tables,)


def pieces_of(tables: Tables, name: str) -> Sequence[pl.LazyFrame]:
    """Give a table in pieces, in order: those of its parts, or of some rows; else in one."""
    return tables.pieces[name] if isinstance(tables, Parted) else (tables[name],)


def frames(tables: Tables, name: str) -> Iterator[pl.DataFrame]:
    """Give the rows of a table in order, those of a piece at a time."""
    for piece in pieces_of(tables, name):
        yield piece.collect(engine="in-memory")


def grouped(
    rows: pl.DataFrame, key: str, by_key: Callable[[pl.LazyFrame], pl.LazyFrame]
) -> pl.DataFrame:
    """Give what `by_key` makes of the rows of each key, some keys at a time, in any order."""
    turns = -(-rows.height // TURN)
    if turns <= 1:
        return by_key(rows.lazy()).collect(engine="in-memory")
    turn = rows.select(pl.col(key).hash() % turns).to_series()
    return pl.concat(
        by_key(rows.filter(turn == number).lazy()).collect(engine="in-memory")
        for number in range(turns)
    )
