"""Hold one rule of the graph and apply it to the tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from threadgraph.schema import Tables, table
from threadgraph.text import show
from threadgraph.validate.failures import FAILURE_LIMIT, Findings, RowFailure

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Rule", "apply_rule", "findings_of", "numbered", "report", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: its code, the table whose rows may break it, and how to find these.

    `find` gives one row for each failure, as `report` makes it; `reads` names all tables that it
    looks at, so that it is left out where one of them lacks columns.
    """

    code: str
    table: str
    column: str | None
    reads: tuple[str, ...]
    expected: str
    find: Callable[[Tables], pl.LazyFrame]


def numbered(frames: Tables, name: str) -> pl.LazyFrame:
    """Give a table with the number of each row as `row`."""
    return frames[name].with_row_index("row")


def report(frame: pl.LazyFrame, name: str, found: pl.Expr) -> pl.LazyFrame:
    """Keep of failing rows of the table what a failure needs: `row`, the key, and `found`."""
    return frame.select("row", *table(name).key, found=found.cast(pl.String))


def text(value: pl.Expr) -> pl.Expr:
    """Write values as text for a message, null as `null`: `pl.format` loses rows with nulls."""
    return value.cast(pl.String).fill_null("null")


def apply_rule(rule: Rule, frames: Tables, limit: int | None = FAILURE_LIMIT) -> Findings:
    """Find the rows that break the rule, in order; a row counts once."""
    return findings_of(rule, rule.find(frames).collect(), limit)


def findings_of(rule: Rule, broken: pl.DataFrame, limit: int | None = FAILURE_LIMIT) -> Findings:
    """Word what `find` of a rule gave."""
    findings = Findings(limit=limit)
    if broken.is_empty():
        return findings
    broken = broken.sort("row", "found").unique("row", keep="first")
    findings.counts[rule.code] = broken.height
    key = table(rule.table).key
    for row in broken.sort("row")[:limit].iter_rows(named=True):
        found = "null" if row["found"] is None else show(row["found"], 200)
        name = f"{rule.column}: " if rule.column else ""
        failure = RowFailure(
            table=rule.table,
            row=row["row"],
            column=rule.column,
            key={part: row[part] for part in key},
            message=f"{name}expected {rule.expected}, found {found}",
            code=rule.code,
        )
        findings.failures.append(failure)
    return findings
