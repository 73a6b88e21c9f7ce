"""Tables in parts, and work on some of their rows at a time."""

from __future__ import annotations

import polars as pl
import pytest

from threadgraph import parts


def test_keys_are_grouped_in_turns_as_all_at_once(monkeypatch: pytest.MonkeyPatch):
    rows = pl.DataFrame({"key": list("abcab"), "count": [1, 2, 3, 4, 5], "name": list("vwxyz")})

    def summed(some: pl.LazyFrame) -> pl.LazyFrame:
        firsts = pl.col("name").first()
        return some.group_by("key", maintain_order=True).agg(firsts, pl.col("count").sum())

    whole = parts.grouped(rows, "key", summed).sort("key")
    monkeypatch.setattr(parts, "TURN", 2)
    assert parts.grouped(rows, "key", summed).sort("key").equals(whole)
    assert whole["count"].to_list() == [5, 7, 3]
