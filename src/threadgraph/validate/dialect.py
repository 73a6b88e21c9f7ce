"""Compile a table's JSON Schema to polars expressions that judge every row at once.

The dialect is small on purpose; a keyword that it does not know is refused, since a check that
is skipped in silence looks like a check that was passed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import polars as pl

from threadgraph.errors import ThreadgraphError
from threadgraph.validate.patterns import refusal

if TYPE_CHECKING:
    from threadgraph.schema import Column, Table

__all__ = ["ColumnCheck", "compile_table", "split_type"]

_TIMESTAMP = "timestamp[us, tz=UTC]"
_ARROW_TYPES = {
    "string": {"string", _TIMESTAMP},
    "integer": {"int32", "int64"},
    "number": {"float64"},
    "boolean": {"bool"},
    "array": {"list<string>"},
}
_ANNOTATIONS = {"title", "description", "examples", "x-arrow", "x-unit", "x-references"}
_ROW_KEYWORDS = {
    "$schema", "$id", "title", "description", "examples", "type", "properties", "required",
    "additionalProperties", "x-key", "x-order",
}  # fmt: skip
_NUMBERS = {"int32", "int64", "float64"}
# JSON (RFC 3339) writes years in four digits, and Python's dates begin with year 1.
_YEARS = (1, 9999)


@dataclass(frozen=True, kw_only=True)
class ColumnCheck:
    """The checks of one column: by code, an expression that is true where the row is fine."""

    column: str
    by_code: Mapping[str, pl.Expr]

    @cached_property
    def fine(self) -> pl.Expr:
        """True where the row is fine in this column; never null."""
        return pl.all_horizontal(list(self.by_code.values())).alias(self.column)

    @property
    def code(self) -> pl.Expr:
        """The code of the first check that the row breaks; null where it breaks none."""
        broken = [pl.when(~fine).then(pl.lit(code)) for code, fine in self.by_code.items()]
        return pl.coalesce(broken).alias("code")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keyword:
    """One keyword at one place of a schema, applied to the values of `value`."""

    where: str
    name: str
    argument: Any
    arrow: str
    value: pl.Expr

    def refuse(self, problem: str) -> ThreadgraphError:
        return ThreadgraphError(
            self.where,
            f"the keyword `{self.name}` {problem}",
            "Keep to the dialect of the schemas, or extend validate/dialect.py.",
        )


@cache
def compile_table(table: Table) -> dict[str, ColumnCheck]:
    """Give the checks of the table's columns, in order, by column name.

    The expressions expect the columns' polars types. A keyword outside the dialect, or one that
    cannot be judged on its column, raises ThreadgraphError naming table, column and keyword.
    """
    _check_row_keywords(table)
    return {c.name: _compile_column(table, c) for c in table.columns}


def split_type(spec: Mapping[str, Any], where: str) -> tuple[str, bool]:
    """Give the JSON type of a column's schema and whether null is allowed beside it."""
    declared = spec.get("type")
    listed = cast("list[str]", declared if isinstance(declared, list) else [declared])
    types = [name for name in listed if name != "null"]
    if len(types) != 1 or types[0] not in _ARROW_TYPES:
        raise ThreadgraphError(
            where, f"the keyword `type` is {declared!r}", "Name one type, and null where allowed."
        )
    return types[0], "null" in listed


def _check_row_keywords(table: Table) -> None:
    spec = table.json_schema
    names = {c.name for c in table.columns}
    closed = spec.get("type") == "object" and spec.get("additionalProperties") is False
    wrong = sorted(set(spec) - _ROW_KEYWORDS)
    if not closed:
        wrong.append("type or additionalProperties")
    if set(spec.get("required", ())) != names:
        wrong.append("required")
    if not set(table.key) <= names:
        wrong.append("x-key")
    if wrong:
        raise ThreadgraphError(
            f"schema of {table.name}",
            f"the keyword `{wrong[0]}` of the row is outside the dialect",
            "A row is a closed object whose columns are all required.",
        )


def _compile_column(table: Table, column: Column) -> ColumnCheck:
    where = f"schema of {table.name}.{column.name}"
    spec = column.json_schema
    arrow = spec["x-arrow"]
    kind, _ = split_type(spec, where)
    dated = (spec.get("format") == "date-time") == (arrow == _TIMESTAMP)
    if arrow not in _ARROW_TYPES[kind] or not dated:
        raise ThreadgraphError(where, f"the keyword `x-arrow` {arrow!r} does not fit the type")
    checks = _checks(where, spec, arrow, pl.col(column.name))
    return ColumnCheck(column=column.name, by_code=checks)


def _checks(where: str, spec: Mapping[str, Any], arrow: str, value: pl.Expr) -> dict[str, pl.Expr]:
    """Give, by code, expressions over `value` that are true where it is fine, and never null."""
    _, nullable = split_type(spec, where)
    present: list[tuple[str, pl.Expr]] = []
    if not nullable:
        present.append(("TG204", value.is_not_null()))
    if arrow == "float64":  # JSON has neither NaN nor infinity
        present.append(("TG206", value.is_null() | value.is_finite()))
    for name, argument in spec.items():
        if name == "type" or name in _ANNOTATIONS:
            continue
        keyword = _Keyword(where=where, name=name, argument=argument, arrow=arrow, value=value)
        present.append(_compile_keyword(keyword))
    checks: dict[str, pl.Expr] = {}
    for code, fine in present:
        checks[code] = checks[code] & fine if code in checks else fine
    return checks or {"TG204": value.is_null() | value.is_not_null()}


def _compile_keyword(keyword: _Keyword) -> tuple[str, pl.Expr]:
    known = _KEYWORDS.get(keyword.name)
    if known is None:
        raise keyword.refuse("is not in the dialect")
    code, arrows, build = known
    if keyword.arrow not in arrows:
        raise keyword.refuse(f"does not apply to {keyword.arrow}")
    fine = build(keyword)
    if keyword.name not in {"enum", "const"}:  # these two may forbid null
        fine = keyword.value.is_null() | fine
    return code, fine.fill_null(value=False)


def _listed(keyword: _Keyword) -> pl.Expr:
    listed = cast("list[Any]", keyword.argument if keyword.name == "enum" else [keyword.argument])
    wanted = {"string": str, "bool": bool}.get(keyword.arrow, int)
    values = [value for value in listed if value is not None]
    if any(type(value) is not wanted for value in values):
        raise keyword.refuse("lists a value of another type")
    # A bare literal would give one row, whatever the number of rows.
    nothing = keyword.value.is_null() & keyword.value.is_not_null()
    found = keyword.value.is_in(values) if values else nothing
    return found | keyword.value.is_null() if None in listed else found


def _number(keyword: _Keyword) -> float:
    bound = keyword.argument
    if type(bound) not in {int, float} or not math.isfinite(bound):
        raise keyword.refuse("is not a number")
    return bound


def _length(keyword: _Keyword) -> int:
    if type(keyword.argument) is not int or keyword.argument < 0:
        raise keyword.refuse("is not a length")
    return keyword.argument


def _pattern(keyword: _Keyword) -> pl.Expr:
    problem = refusal(keyword.argument)
    if problem:
        raise keyword.refuse(problem)
    return keyword.value.str.contains(keyword.argument)


def _date_time(keyword: _Keyword) -> pl.Expr:
    if keyword.argument != "date-time":
        raise keyword.refuse("knows only date-time")
    return keyword.value.dt.year().is_between(*_YEARS)


def _items(keyword: _Keyword) -> pl.Expr:
    spec = keyword.argument
    if not isinstance(spec, dict) or cast("dict[str, Any]", spec).get("type") != "string":
        raise keyword.refuse("must describe strings")
    item = cast("dict[str, Any]", spec)
    checks = _checks(f"{keyword.where}[]", item, "string", pl.element())
    return keyword.value.list.eval(pl.all_horizontal(list(checks.values()))).list.all()


_Builder: TypeAlias = Callable[[_Keyword], pl.Expr]
_KEYWORDS: dict[str, tuple[str, set[str], _Builder]] = {
    "enum": ("TG205", {"string", "int32", "int64"}, _listed),
    "const": ("TG205", {"string", "int32", "int64", "bool"}, _listed),
    "minimum": ("TG206", _NUMBERS, lambda k: k.value >= _number(k)),
    "maximum": ("TG206", _NUMBERS, lambda k: k.value <= _number(k)),
    "minLength": ("TG207", {"string"}, lambda k: k.value.str.len_chars() >= _length(k)),
    "maxLength": ("TG207", {"string"}, lambda k: k.value.str.len_chars() <= _length(k)),
    "pattern": ("TG208", {"string"}, _pattern),
    "format": ("TG209", {_TIMESTAMP}, _date_time),
    "items": ("TG210", {"list<string>"}, _items),
}
