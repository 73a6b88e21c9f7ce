"""Take JSON values into columns without changing them: what does not fit is refused, not cast."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from threadgraph.validate.judge import expected_type, parse_date_time, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from threadgraph.schema import Column

__all__ = ["Misfit", "converter"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_EXACT = 2**53
"""Beyond this a JSON number written as a float may already have lost digits."""


class Misfit(ValueError):  # noqa: N818 - named for what was found
    """Tell why a value does not fit its column: the code, and expected against found."""

    def __init__(self, code: str, message: str) -> None:
        """Keep the parts beside the text."""
        self.code = code
        self.message = message
        super().__init__(message)


def converter(column: Column) -> Callable[[object], Any]:
    """Give the function that turns a JSON value into what the column holds, or raises Misfit.

    Null passes: whether the column may be null is judged with all other rows. Times become
    microseconds since 1970, since Python's dates would be slower and polars would guess zones.
    """
    by_arrow: dict[str, Callable[[Column, object], Any]] = {
        "string": _string,
        "int32": partial(_integer, 31),
        "int64": partial(_integer, 63),
        "float64": _number,
        "bool": _boolean,
        "timestamp[us, tz=UTC]": _timestamp,
        "list<string>": _strings,
    }
    convert = by_arrow[column.json_schema["x-arrow"]]
    return lambda value: None if value is None else convert(column, value)


def _wrong_type(column: Column, value: object) -> Misfit:
    expected = expected_type(column.json_schema)
    return Misfit("TG203", f"{column.name}: expected {expected}, found {shown(value)}")


def _string(column: Column, value: object) -> str:
    if not isinstance(value, str):
        raise _wrong_type(column, value)
    try:
        value.encode()
    except UnicodeEncodeError:
        message = f"{column.name}: expected Unicode text, found half a surrogate pair in"
        raise Misfit("TG222", f"{message} {shown(value)}") from None
    return value


def _integer(bits: int, column: Column, value: object) -> int:
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        value = int(value)  # 1.0 is an integer in JSON Schema
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong_type(column, value)
    if not -(2**bits) <= value < 2**bits:
        message = f"{column.name}: expected an integer of {bits + 1} bits, found {shown(value)}"
        raise Misfit("TG206", message)
    return value


def _number(column: Column, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise _wrong_type(column, value)
    if isinstance(value, int) and abs(value) > _EXACT:
        message = f"{column.name}: expected a number that a float holds, found {shown(value)}"
        raise Misfit("TG206", message)
    return float(value)


def _boolean(column: Column, value: object) -> bool:
    if not isinstance(value, bool):
        raise _wrong_type(column, value)
    return value


def _timestamp(column: Column, value: object) -> int:
    text = _string(column, value)
    try:
        return (parse_date_time(text) - _EPOCH) // _MICROSECOND
    except ValueError:
        expected = "an RFC 3339 date-time, no finer than microseconds"
        message = f"{column.name}: expected {expected}, found {shown(text)}"
        raise Misfit("TG209", message) from None


def _strings(column: Column, value: object) -> list[str | None]:
    if not isinstance(value, list):
        raise _wrong_type(column, value)
    items = cast("list[object]", value)
    for place, item in enumerate(items):
        if item is not None and not isinstance(item, str):
            message = f"{column.name}[{place}]: expected text, found {shown(item)}"
            raise Misfit("TG210", message)
    return [None if item is None else _string(column, item) for item in items]
