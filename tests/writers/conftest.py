"""Read the sample dataset, and make hostile ones of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import polars as pl
import pytest

from threadgraph import schema
from threadgraph.writers import writers

if TYPE_CHECKING:
    from threadgraph.schema import Table, Tables
    from threadgraph.writers import Writer

_HERE = Path(__file__).parent


def _read(table: Table) -> pl.LazyFrame:
    times = [c.name for c in table.columns if c.polars_type.is_temporal()]
    frame = pl.read_ndjson(
        _HERE / "sample" / f"{table.name}.jsonl",
        schema=dict(table.polars_schema) | dict.fromkeys(times, pl.String()),
    )
    parsed = [pl.col(name).str.to_datetime("%+", time_unit="us", time_zone="UTC") for name in times]
    return frame.with_columns(parsed).cast(dict(table.polars_schema)).lazy()


@pytest.fixture(scope="session")
def sample() -> Tables:
    """Give a news page and a forum thread with every kind of post, edge and mention."""
    return {name: _read(table) for name, table in schema.tables().items()}


@pytest.fixture(scope="session")
def nothing() -> Tables:
    """Give nine tables without rows."""
    return {name: schema.empty(name).lazy() for name in schema.tables()}


class Spoil(Protocol):
    """Put texts, one row after the other, wherever the sample's tables hold free text."""

    def __call__(self, *texts: str) -> Tables: ...  # noqa: D102


@pytest.fixture(scope="session")
def spoil(sample: Tables) -> Spoil:
    """Give the function that makes the sample hostile."""

    def spoilt(*texts: str) -> Tables:
        every = pl.lit(pl.Series(texts, dtype=pl.String))
        hostile = every.gather(pl.int_range(pl.len()) % len(texts))
        known = pl.col("kind").is_in(["url", "hashtag"])
        target = pl.when(known).then(pl.concat_str("kind", hostile)).otherwise("target_id")
        return {
            **sample,
            "posts": sample["posts"].with_columns(text=hostile, author_name=hostile, url=hostile),
            "authors": sample["authors"].with_columns(name=hostile),
            "documents": sample["documents"].with_columns(title=hostile),
            "mentions": sample["mentions"].with_columns(surface=hostile, target_id=target),
        }

    return spoilt


@pytest.fixture(params=sorted(writers()))
def writer(request: pytest.FixtureRequest) -> Writer:
    """Give every writer there is, one after the other."""
    return writers()[request.param]
