"""Check the tables against each other: every rule of the graph over whole columns."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import polars as pl

from threadgraph.validate import contents, forest, offsets, parents, references
from threadgraph.validate.failures import FAILURE_LIMIT, Findings
from threadgraph.validate.rules import Rule, findings_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from threadgraph.schema import Tables

__all__ = ["check_graph", "rules"]


@cache
def rules() -> tuple[Rule, ...]:
    """Give all rules in the order in which they are checked."""
    parts = (references, forest, parents, contents, offsets)
    return tuple(rule for part in parts for rule in part.rules())


def check_graph(
    tables: Tables,
    limit: int | None = FAILURE_LIMIT,
    *,
    in_memory: bool = False,
    without_rows: Collection[str] = (),
) -> Findings:
    """Apply every rule whose tables are all there; at most `limit` failures of a rule are kept.

    The tables have the columns and types of their schemas. A rule that reads a table which is
    not in `tables` is left out, and so is one on the rows of a table that has none
    (`without_rows`). Tables that are in memory as a whole are asked all at once, which takes a
    third of the time.
    """
    frames: dict[str, pl.LazyFrame] = dict(tables)
    if "posts" in frames:
        frames["climb"] = forest.climb(frames["posts"]).lazy()
    asked = [
        rule
        for rule in rules()
        if rule.table not in without_rows and frames.keys() >= set(rule.reads)
    ]
    plans = (rule.find(frames) for rule in asked)
    found = (
        pl.collect_all(list(plans), engine="in-memory")
        if in_memory
        else (plan.collect() for plan in plans)
    )
    findings = Findings(limit=None)
    for rule, broken in zip(asked, found, strict=True):
        findings.merge(findings_of(rule, broken, limit))
    return findings
