"""Read the tables' JSON Schemas and derive the polars and Arrow schemas from them.

The files in `schemas/` are the source of truth: names, order, types, keys and descriptions of all
columns come from them and are repeated nowhere. An installed package carries them beside this
module; an editable install reads them from the checkout.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import polars as pl
import pyarrow as pa

from threadgraph.errors import ThreadgraphError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SCHEMA_VERSION", "Column", "Table", "Tables", "empty", "table", "tables"]

Tables: TypeAlias = "Mapping[str, pl.LazyFrame]"
"""All nine tables by name, each sorted by its document, then by page order, then by key."""

SCHEMA_VERSION = "1"
"""The version of the published tables; columns are only ever added within a version."""

_TYPES: dict[str, tuple[pl.DataType, pa.DataType]] = {
    "string": (pl.String(), pa.string()),
    "int32": (pl.Int32(), pa.int32()),
    "int64": (pl.Int64(), pa.int64()),
    "float64": (pl.Float64(), pa.float64()),
    "bool": (pl.Boolean(), pa.bool_()),
    "timestamp[us, tz=UTC]": (pl.Datetime("us", "UTC"), pa.timestamp("us", tz="UTC")),
    "list<string>": (pl.List(pl.String()), pa.list_(pa.string())),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, types, and the JSON Schema that its values obey."""

    name: str
    description: str
    unit: str | None
    references: str | None
    nullable: bool
    polars_type: pl.DataType
    arrow_type: pa.DataType
    json_schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """One table: its key, its columns in order, and the JSON Schema of a row.

    There is one object for each table, so tables are compared by identity.
    """

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    json_schema: Mapping[str, Any]

    @property
    def polars_schema(self) -> pl.Schema:
        """The columns' polars types, in order."""
        return pl.Schema({c.name: c.polars_type for c in self.columns})

    @property
    def arrow_schema(self) -> pa.Schema:
        """The Arrow schema, with descriptions, units and the schema version as metadata."""
        fields = [
            pa.field(c.name, c.arrow_type, nullable=c.nullable, metadata=_field_metadata(c))
            for c in self.columns
        ]
        metadata: dict[bytes | str, bytes | str] = {
            "threadgraph.table": self.name,
            "threadgraph.schema_version": SCHEMA_VERSION,
            "description": self.description,
        }
        return pa.schema(fields, metadata=metadata)


def _field_metadata(column: Column) -> dict[str, str]:
    unit = {"unit": column.unit} if column.unit else {}
    return {"description": column.description} | unit


def _folder() -> Path:
    here = Path(__file__).resolve().parent
    for folder in (here / "schemas", here.parents[1] / "schemas"):
        if (folder / "posts.schema.json").is_file():
            return folder
    raise ThreadgraphError(
        "schemas", "the table schemas are not installed", "Reinstall threadgraph."
    )


def _column(name: str, spec: Mapping[str, Any]) -> Column:
    polars_type, arrow_type = _TYPES[spec["x-arrow"]]
    return Column(
        name=name,
        description=spec["description"],
        unit=spec.get("x-unit"),
        references=spec.get("x-references"),
        nullable="null" in spec["type"],
        polars_type=polars_type,
        arrow_type=arrow_type,
        json_schema=spec,
    )


@cache
def tables() -> dict[str, Table]:
    """Give all tables by name, in the order in which they are shown."""
    specs = [
        cast("dict[str, Any]", json.loads(path.read_text(encoding="utf-8")))
        for path in _folder().glob("*.schema.json")
    ]
    specs.sort(key=lambda spec: spec["x-order"])
    return {
        spec["title"]: Table(
            name=spec["title"],
            description=spec["description"],
            key=tuple(spec["x-key"]),
            columns=tuple(_column(name, column) for name, column in spec["properties"].items()),
            json_schema=spec,
        )
        for spec in specs
    }


def table(name: str) -> Table:
    """Give one table; an unknown name raises UsageError with the names there are."""
    found = tables().get(name)
    if found is None:
        known = ", ".join(tables())
        raise UsageError(name, "no such table", f"Known tables: {known}.")
    return found


def empty(name: str) -> pl.DataFrame:
    """Give a frame of the table with no rows."""
    return pl.DataFrame(schema=table(name).polars_schema)
