"""Check every row of a frame against its table's schema, whole columns at a time.

Polars expressions judge all rows; only rows that fail go to `jsonschema`, which words the message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from threadgraph.codes import CODES
from threadgraph.text import show
from threadgraph.validate import judge
from threadgraph.validate.dialect import ColumnCheck, compile_table
from threadgraph.validate.failures import FAILURE_LIMIT, Findings, RowFailure
from threadgraph.validate.references import duplicate_keys
from threadgraph.validate.rules import apply_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from threadgraph.schema import Column, Table

__all__ = ["check_rows", "examine", "fitting", "frame_types", "json_rows", "structure"]


def check_rows(
    table: Table, frame: pl.DataFrame, columns: Sequence[str] | None = None
) -> list[RowFailure]:
    """Give every failure of the frame: wrong columns, then failing rows, then duplicate keys.

    `columns` restricts the check to some columns of the table; others may be there or not. The
    first thousand failures tell expected against found, further ones only what rule they break.
    """
    findings = Findings(limit=None)
    for failure in structure(table, frame_types(table, frame.schema), columns):
        findings.add(failure)
    fit = fitting(table, frame_types(table, frame.schema), columns)
    findings.merge(examine(table, frame.select(fit), limit=None))
    if set(table.key) <= set(fit):
        findings.merge(apply_rule(duplicate_keys(table), {table.name: frame.lazy()}, limit=None))
    return findings.failures


def frame_types(table: Table, schema: Mapping[str, pl.DataType]) -> dict[str, str]:
    """Name the type of each column: as the schemas do where it is the column's own type."""
    own = {c.name: c for c in table.columns}
    return {
        name: own[name].json_schema["x-arrow"]
        if name in own and own[name].polars_type == dtype
        else str(dtype)
        for name, dtype in schema.items()
    }


def structure(
    table: Table, found: Mapping[str, str], columns: Sequence[str] | None = None
) -> list[RowFailure]:
    """Give missing columns, columns of a wrong type, and columns that the table does not have.

    `found` has the type of each column that is there, named as in `x-arrow`.
    """
    failures: list[RowFailure] = []
    for column in _wanted(table, columns):
        name, wanted = column.name, column.json_schema["x-arrow"]
        if name not in found:
            message = f"{name}: expected a column of {wanted}, found no such column"
            failures.append(_whole(table, name, message, "TG201"))
        elif found[name] != wanted:
            message = f"{name}: expected a column of {wanted}, found {show(found[name])}"
            failures.append(_whole(table, name, message, "TG203"))
    known = {c.name for c in table.columns}
    extra = [] if columns is not None else [name for name in found if name not in known]
    for name in extra:
        message = f"{show(name)}: expected no such column in {table.name}"
        failures.append(_whole(table, name, message, "TG202"))
    return failures


def fitting(
    table: Table, found: Mapping[str, str], columns: Sequence[str] | None = None
) -> list[str]:
    """Give the wanted columns that are there with the right type, in the table's order."""
    wanted = _wanted(table, columns)
    return [c.name for c in wanted if found.get(c.name) == c.json_schema["x-arrow"]]


def examine(
    table: Table,
    frame: pl.DataFrame,
    *,
    skip: Mapping[str, AbstractSet[int]] | None = None,
    limit: int | None = FAILURE_LIMIT,
) -> Findings:
    """Check the rows of a frame whose columns are the table's or some of them, rightly typed.

    `skip` has, by column, rows whose failure is already known. Keys are not compared.
    """
    findings = Findings(limit=limit)
    checks = [c for name, c in compile_table(table).items() if name in frame.columns]
    cells = _failing_cells(frame, checks, skip or {})
    if cells is None:
        return findings
    for code, count in cells.group_by("code").len().iter_rows():
        findings.counts[code] = count
    findings.failures.extend(_failures(table, frame, cells[:limit]))
    return findings


def _wanted(table: Table, columns: Sequence[str] | None) -> list[Column]:
    return [c for c in table.columns if columns is None or c.name in columns]


def _whole(table: Table, column: str, message: str, code: str) -> RowFailure:
    return RowFailure(table=table.name, row=None, column=column, key={}, message=message, code=code)


def _failing_cells(
    frame: pl.DataFrame, checks: Sequence[ColumnCheck], skip: Mapping[str, AbstractSet[int]]
) -> pl.DataFrame | None:
    """Give `row`, `column` and `code` of the failing cells, in the order of rows and columns."""
    if frame.is_empty():
        return None
    found: list[pl.DataFrame] = []
    verdicts = frame.select([check.fine for check in checks])
    for order, check in enumerate(checks):
        if verdicts[check.column].all():
            continue
        rows = (~verdicts[check.column]).arg_true().cast(pl.UInt32)
        known = pl.Series(sorted(skip.get(check.column, ())), dtype=pl.UInt32)
        rows = rows.filter(~rows.is_in(known.implode()))
        cells = frame[rows].select(
            pl.lit(rows).alias("row"),
            pl.lit(check.column).alias("column"),
            check.code,
            pl.lit(order, dtype=pl.Int32).alias("order"),
        )
        found.append(cells)
    return pl.concat(found).sort("row", "order") if found else None


def _failures(table: Table, frame: pl.DataFrame, cells: pl.DataFrame) -> Iterator[RowFailure]:
    rows = cells["row"].unique().sort()
    records = dict(zip(rows, json_rows(frame[rows]), strict=True))
    asked = judge.validator(table, frame.columns)
    words: dict[int, dict[str, str]] = {}
    for row, column, code, _ in cells.iter_rows():
        if row not in words and len(words) < FAILURE_LIMIT:
            words[row] = judge.explain(asked, records[row])
        plain = f"{column}: {CODES[code].meaning}"
        yield RowFailure(
            table=table.name,
            row=row,
            column=column,
            key={name: records[row][name] for name in table.key if name in records[row]},
            message=words.get(row, {}).get(column, plain),
            code=code,
        )


def json_rows(frame: pl.DataFrame) -> list[dict[str, Any]]:
    """Give the rows as JSON would hold them: times as text, even those Python cannot hold."""
    times = pl.col(pl.Datetime).dt.strftime("%Y-%m-%dT%H:%M:%S%.6fZ")
    return frame.with_columns(times).to_dicts()
