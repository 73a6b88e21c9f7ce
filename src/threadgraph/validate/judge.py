"""Ask `jsonschema` what is wrong with a row, in words a user understands.

Three of its habits are corrected, so that it agrees with the columnar checks: `$` matches at the
end of the text only, NaN and infinity are no numbers, and `date-time` is checked without extra
packages.
"""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from threadgraph.text import show
from threadgraph.validate.patterns import as_python

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jsonschema import Draft202012Validator, FormatChecker, TypeChecker, ValidationError

    from threadgraph.schema import Table

__all__ = ["expected_type", "explain", "parse_date_time", "shown", "validator"]

# 2022-12-11T13:13:00.000001Z
_DATE_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.([0-9]{1,6})0*)?"
    r"([Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_ARTICLES = {
    "string": "text",
    "integer": "an integer",
    "number": "a finite number",
    "boolean": "true or false",
    "array": "a list",
    "null": "null",
}


def parse_date_time(text: str) -> datetime:
    """Give the instant of an RFC 3339 date-time, in UTC; raises ValueError where it is none.

    Finer fractions than microseconds and leap seconds are refused: a timestamp cannot hold them.
    """
    found = _DATE_TIME.fullmatch(text)
    if found is None:
        raise ValueError(text)
    fraction, zone = found.groups()
    offset = "+00:00" if zone in "Zz" else zone
    micros = (fraction or "0").ljust(6, "0")
    try:
        return datetime.fromisoformat(f"{text[:19].upper()}.{micros}{offset}").astimezone(UTC)
    except OverflowError as error:  # year 1 or 9999 left by the shift to UTC
        raise ValueError(text) from error


def validator(table: Table, columns: Sequence[str] | None = None) -> Draft202012Validator:
    """Give the corrected validator for rows of the table, or for these columns of it."""
    spec = dict(table.json_schema)
    if columns is not None:
        spec["properties"] = {name: spec["properties"][name] for name in columns}
        spec["required"] = list(columns)
    return _validator_class()(spec, format_checker=_formats())


def explain(judge: Draft202012Validator, record: Mapping[str, Any]) -> dict[str, str]:
    """Give what is wrong with a row, by column: `column: expected ..., found ...`."""
    errors = cast("Iterator[ValidationError]", cast("Any", judge).iter_errors(record))
    placed = sorted((e for e in errors if e.absolute_path), key=lambda e: e.validator != "type")
    messages: dict[str, str] = {}
    for error in placed:
        column, *items = error.absolute_path
        name = f"{column}{''.join(f'[{item}]' for item in items)}"
        text = f"{name}: expected {_expected(error)}, found {_found(error)}"
        messages.setdefault(str(column), text)
    return messages


def expected_type(spec: Mapping[str, Any]) -> str:
    """Name the JSON types that a column takes, as `an integer or null`."""
    declared = spec["type"]
    types = cast("list[str]", declared if isinstance(declared, list) else [declared])
    return " or ".join(_ARTICLES[name] for name in types)


def shown(value: object) -> str:
    """Show a value as JSON would write it: one line, shortened, control characters escaped."""
    if isinstance(value, str):
        return f'"{show(value, 60)}"'
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return f"a list of {len(cast('list[object]', value))}"
    if isinstance(value, int) and abs(value) > 10**60:
        return f"an integer of {value.bit_length()} bits"
    return str(value)


@cache
def _validator_class() -> Callable[..., Draft202012Validator]:
    from jsonschema import Draft202012Validator, validators  # noqa: PLC0415 - heavy, seldom asked

    base = Draft202012Validator
    types = base.TYPE_CHECKER.redefine("number", _is_number)
    extend = cast("Any", validators).extend  # the stubs leave its types open
    return extend(base, validators={"pattern": _pattern}, type_checker=types)


@cache
def _formats() -> FormatChecker:
    from jsonschema import FormatChecker  # noqa: PLC0415 - heavy, seldom asked

    checker = FormatChecker(formats=())
    checker.checks("date-time", raises=ValueError)(_is_date_time)
    return checker


def _is_date_time(value: object) -> bool:
    return not isinstance(value, str) or bool(parse_date_time(value))


def _is_number(_: TypeChecker, value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _pattern(
    _judge: object, pattern: str, value: object, _spec: object
) -> Iterator[ValidationError]:
    from jsonschema import ValidationError  # noqa: PLC0415 - heavy, seldom asked

    if isinstance(value, str) and not re.search(as_python(pattern), value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def _expected(error: ValidationError) -> str:
    keyword, argument = str(error.validator), cast("Any", error.validator_value)
    if keyword == "type":
        return expected_type({"type": argument})
    if keyword == "enum":
        return f"one of {', '.join(shown(value) for value in argument)}"
    if keyword == "format":
        return "an RFC 3339 date-time, no finer than microseconds"
    phrases = {
        "const": f"{shown(argument)}",
        "minimum": f"at least {argument}",
        "maximum": f"at most {argument}",
        "minLength": f"at least {argument} characters",
        "maxLength": f"at most {argument} characters",
        "pattern": f"text that matches {argument}",
    }
    return phrases.get(keyword, f"what `{keyword}` asks")


def _found(error: ValidationError) -> str:
    value = cast("object", error.instance)
    if isinstance(value, str) and str(error.validator) in {"minLength", "maxLength"}:
        return f"{len(value)}: {shown(value)}"
    return shown(value)
