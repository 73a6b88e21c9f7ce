"""Both judges, the polars expressions and `jsonschema`, agree on generated rows of all tables."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from threadgraph.schema import Column, Table, tables
from threadgraph.validate.dialect import compile_table
from threadgraph.validate.jsonl import load_jsonl
from threadgraph.validate.judge import explain, validator
from threadgraph.validate.patterns import as_python
from threadgraph.validate.rows import json_rows

SETTINGS = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
INT_BITS = {"int32": 31, "int64": 63}
# Code points that judges count or match differently when they err.
CHARACTERS = st.sampled_from(
    [*"aZ_:-19 ", "\n", "\r", "\t", "\0", "é", "ß", "𝕳", "\u2028", "\ufffd"]
)
TEXT = st.text(CHARACTERS, max_size=40)


def good(column: Column) -> st.SearchStrategy[Any]:
    """Generate values that the schema allows."""
    spec = column.json_schema
    arrow = spec["x-arrow"]
    if "enum" in spec:
        return st.sampled_from(spec["enum"])
    if "pattern" in spec:
        values = st.from_regex(as_python(spec["pattern"]), fullmatch=True)
    elif arrow == "string":
        shortest = spec.get("minLength", 0)
        values = st.text(CHARACTERS, min_size=shortest, max_size=shortest + 20)
    elif arrow in INT_BITS:
        values = st.integers(spec.get("minimum", -9), spec.get("maximum", 2**62))
    elif arrow == "float64":
        values = st.floats(spec.get("minimum"), spec.get("maximum"))
    elif arrow == "bool":
        values = st.booleans()
    elif arrow == "list<string>":
        values = st.lists(st.text(CHARACTERS, min_size=1, max_size=5), max_size=3)
    else:
        values = st.integers(-62_135_596_800_000_000, 253_402_300_799_999_999)
    return st.none() | values if column.nullable else values


def odd(column: Column) -> st.SearchStrategy[Any]:
    """Generate values that the column's type can hold, most of them wrong."""
    arrow = column.json_schema["x-arrow"]
    longest = column.json_schema.get("maxLength", 10)
    if arrow == "string":
        mutated = good(column).map(lambda value: None if value is None else f"{value}\n")
        return st.none() | TEXT | mutated | st.just("é" * (longest + 1)) | st.just("𝕳" * longest)
    if arrow in INT_BITS:
        bound = 2 ** INT_BITS[arrow]
        return st.none() | st.integers(-bound, bound - 1) | st.sampled_from([-1, 0, 1, bound - 1])
    if arrow == "float64":
        return st.none() | st.floats() | st.sampled_from([math.nan, math.inf, -0.0, 1.0, 1.1])
    if arrow == "bool":
        return st.none() | st.booleans()
    if arrow == "list<string>":
        return st.none() | st.lists(st.none() | TEXT, max_size=3)
    return st.none() | st.integers(-(10**18), 10**18)


def values(column: Column) -> st.SearchStrategy[Any]:
    return st.one_of(good(column), good(column), odd(column))


def rows(table: Table) -> st.SearchStrategy[list[dict[str, Any]]]:
    row = st.fixed_dictionaries({c.name: values(c) for c in table.columns})
    return st.lists(row, min_size=1, max_size=4)


def frame_of(table: Table, listed: list[dict[str, Any]]) -> pl.DataFrame:
    schema = {
        c.name: pl.Int64() if isinstance(c.polars_type, pl.Datetime) else c.polars_type
        for c in table.columns
    }
    return pl.DataFrame(listed, schema=schema, orient="row").cast(dict(table.polars_schema))


@pytest.mark.parametrize("table", tables().values(), ids=lambda table: table.name)
def test_judges_agree_on_every_cell(table: Table):
    checks = compile_table(table)
    judge = validator(table)

    @SETTINGS
    @given(rows(table))
    def agree(listed: list[dict[str, Any]]) -> None:
        frame = frame_of(table, listed)
        verdicts = frame.select(check.fine for check in checks.values()).to_dicts()
        for verdict, record in zip(verdicts, json_rows(frame), strict=True):
            assert {name for name, fine in verdict.items() if not fine} == set(
                explain(judge, record)
            )

    agree()


@pytest.mark.parametrize("table", tables().values(), ids=lambda table: table.name)
def test_good_rows_are_good_to_both(table: Table):
    judge = validator(table)
    checks = compile_table(table)

    @settings(SETTINGS, max_examples=10)
    @given(st.fixed_dictionaries({c.name: good(c) for c in table.columns}))
    def agree(row: dict[str, Any]) -> None:
        frame = frame_of(table, [row])
        assert frame.select(pl.all_horizontal([c.fine for c in checks.values()])).item()
        assert judge.is_valid(json_rows(frame)[0])

    agree()


JSON_VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**31), 2**31),
    st.sampled_from([0.0, 1.0, 0.5, -1.0, 1e15]),
    TEXT, st.lists(TEXT | st.none() | st.integers(), max_size=2), st.just({}),
    st.sampled_from([
        "2022-12-11T13:13:00Z", "2022-12-11t13:13:00.5+02:00", "2022-12-11", "2022-02-30T00:00:00Z",
        "2022-12-11T13:13:00.1234567Z", "2022-12-11T13:13:60Z", "2022-12-11T13:13:00",
        "0000-01-01T00:00:00Z",
        "2022-12-11T13:13:00Z\n", "9999-12-31T23:59:59-01:00",
    ]),
)  # fmt: skip


def json_good(column: Column) -> st.SearchStrategy[Any]:
    if column.json_schema.get("format") == "date-time":
        return st.none() | st.just("2022-12-11T13:13:00.000001Z")
    return good(column)


@pytest.mark.parametrize("table", tables().values(), ids=lambda table: table.name)
def test_lines_of_json_are_judged_as_jsonschema_does(table: Table, tmp_path: Path):
    judge = validator(table)
    columns = {c.name: st.one_of(json_good(c), json_good(c), JSON_VALUES) for c in table.columns}
    path = tmp_path / f"{table.name}.jsonl"

    @settings(SETTINGS, max_examples=20)
    @given(st.fixed_dictionaries({}, optional=columns | {"extra_column": st.just(1)}))
    def agree(record: dict[str, Any]) -> None:
        path.write_text(json.dumps(record) + "\n", encoding="utf-8")
        found = load_jsonl(table, "file", path).findings.failures
        missing = {c.name for c in table.columns} - set(record)
        extra = set(record) - {c.name for c in table.columns}
        assert {f.column for f in found} == set(explain(judge, record)) | missing | extra
        assert (not found) == judge.is_valid(record)

    agree()
