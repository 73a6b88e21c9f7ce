"""Check the tables against each other: every rule of the graph over whole columns."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from threadgraph.validate import contents, forest, offsets, parents, references
from threadgraph.validate.failures import FAILURE_LIMIT, Findings
from threadgraph.validate.rules import Rule, apply_rule

if TYPE_CHECKING:
    import polars as pl

    from threadgraph.schema import Tables

__all__ = ["check_graph", "rules"]


@cache
def rules() -> tuple[Rule, ...]:
    """Give all rules in the order in which they are checked."""
    parts = (references, forest, parents, contents, offsets)
    return tuple(rule for part in parts for rule in part.rules())


def check_graph(tables: Tables, limit: int | None = FAILURE_LIMIT) -> Findings:
    """Apply every rule whose tables are all there; at most `limit` failures of a rule are kept.

    The tables have the columns and types of their schemas. A rule that reads a table which is
    not in `tables` is left out.
    """
    frames: dict[str, pl.LazyFrame] = dict(tables)
    if "posts" in frames:
        frames["climb"] = forest.climb(frames["posts"]).lazy()
    findings = Findings(limit=None)
    for rule in rules():
        if set(rule.reads) <= set(frames):
            findings.merge(apply_rule(rule, frames, limit))
    return findings
