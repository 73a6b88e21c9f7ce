"""Load one table from JSON Lines, line by line: a bad line is a failure, and the rest goes on.

Polars is not used to parse: it refuses a file for one bad line, casts values of other types and
resolves repeated names in silence.
"""

from __future__ import annotations

import json
from array import array
from codecs import BOM_UTF8
from dataclasses import dataclass, field
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, NoReturn, cast

import polars as pl

from threadgraph.errors import InputRefused
from threadgraph.schema import empty
from threadgraph.text import show
from threadgraph.validate.failures import Findings, RowFailure, moved
from threadgraph.validate.json_values import Misfit, converter
from threadgraph.validate.judge import shown
from threadgraph.validate.loading import Loaded
from threadgraph.validate.rows import examine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from threadgraph.schema import Table

__all__ = ["load_jsonl"]

_BATCH = 20_000
_LINE_BYTES = 64 << 20


def load_jsonl(table: Table, name: str, path: Path) -> Loaded:
    """Check a JSON Lines file; `name` is what users are told.

    A value of a wrong type counts as null for the checks that follow; a line that is no object
    is left out of them. A file that cannot be read raises InputRefused.
    """
    loaded = Loaded(table=table)
    frames = [empty(table.name)]
    lines = array("Q")
    try:
        with path.open("rb") as file:
            numbered = enumerate(_lines(file), start=1)
            while batch := list(islice(numbered, _BATCH)):
                loaded.rows += len(batch)
                read = _Reader(table=table, name=name)
                frames.append(read.read(batch, loaded.findings))
                lines.extend(read.lines)
    except OSError as error:
        raise InputRefused(
            str(path), f"cannot be read ({error.strerror})", "Check permissions and the disk."
        ) from error
    loaded.frame = pl.concat(frames).lazy()
    loaded.place = lambda failure: _placed(failure, name, lines[failure.row or 0])
    return loaded


def _placed(failure: RowFailure, name: str, line: int) -> RowFailure:
    return moved(failure, line - 1, f"{name}, line {line}")


def _lines(file: IO[bytes]) -> Iterator[bytes | None]:
    """Give the lines; null for one that is too long to hold."""
    while line := file.readline(_LINE_BYTES):
        if len(line) < _LINE_BYTES or line.endswith(b"\n"):
            yield line
            continue
        while (rest := file.readline(_LINE_BYTES)) and not rest.endswith(b"\n"):
            pass
        yield None


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Read one batch of lines into columns; `lines` has the line of each row kept."""

    table: Table
    name: str
    lines: list[int] = field(default_factory=list[int])
    values: dict[str, list[Any]] = field(default_factory=dict[str, "list[Any]"])
    known: dict[str, set[int]] = field(default_factory=dict[str, "set[int]"])
    found: Findings = field(default_factory=Findings)

    def read(self, batch: list[tuple[int, bytes | None]], findings: Findings) -> pl.DataFrame:
        """Give the batch as a frame, and add what is wrong in it to the findings."""
        self.values = {c.name: [] for c in self.table.columns}
        self.known = {c.name: set() for c in self.table.columns}
        self.found.limit = findings.room
        converters = {c.name: converter(c) for c in self.table.columns}
        for line, raw in batch:
            try:
                self._take(line, _parse(raw), converters)
            except Misfit as misfit:
                self._fail(line, None, {}, misfit)
        frame = pl.DataFrame(
            [
                pl.Series(name, values, dtype=_physical(dtype), strict=True).cast(dtype)
                for (name, values), dtype in zip(
                    self.values.items(), self.table.polars_schema.dtypes(), strict=True
                )
            ]
        )
        rows = examine(self.table, frame, skip=self.known, limit=self.found.limit)
        self.found.merge(rows, lambda f: _placed(f, self.name, self.lines[f.row or 0]))
        self.found.failures.sort(key=lambda failure: failure.row or 0)
        findings.merge(self.found)
        return frame

    def _take(
        self,
        line: int,
        record: dict[str, object],
        converters: dict[str, Callable[[object], Any]],
    ) -> None:
        """Append one row; a value that does not fit is a failure, and null in the column."""
        row = len(self.lines)
        self.lines.append(line)
        for name, convert in converters.items():
            value = None
            try:
                if name not in record:
                    message = f"{name}: expected in every line, found no such name"
                    raise Misfit("TG201", message)  # noqa: TRY301 - one way for all misfits
                value = convert(record[name])
            except Misfit as misfit:
                self.known[name].add(row)
                self._fail(line, name, record, misfit)
            self.values[name].append(value)
        for name in record.keys() - converters.keys():
            message = f"{show(name)}: expected no such column in {self.table.name}"
            self._fail(line, name, record, Misfit("TG202", message))

    def _fail(
        self, line: int, column: str | None, record: dict[str, object], misfit: Misfit
    ) -> None:
        failure = RowFailure(
            table=self.table.name,
            row=line - 1,
            column=column,
            key={name: record[name] for name in self.table.key if name in record},
            message=f"{self.name}, line {line}: {misfit.message}",
            code=misfit.code,
        )
        self.found.add(failure)


def _physical(dtype: pl.DataType) -> pl.DataType:
    return pl.Int64() if isinstance(dtype, pl.Datetime) else dtype


def _parse(raw: bytes | None) -> dict[str, object]:
    """Give the object of a line; raises Misfit where there is none."""
    if raw is None:
        raise _no_object(f"a line of more than {_LINE_BYTES >> 20} MiB")
    if not raw.strip():
        raise _no_object("an empty line")
    if raw.startswith(BOM_UTF8):
        raise _no_object("a byte order mark")
    try:
        value = _DECODER.decode(raw.decode())
    except UnicodeDecodeError as error:
        raise _no_object(f"bytes that are not UTF-8 (byte {error.start})") from None
    except json.JSONDecodeError as error:
        raise _no_object(f"no JSON ({show(error.msg)}, character {error.pos})") from None
    except RecursionError:
        raise _no_object("too many nested lists") from None
    except ValueError as error:
        if isinstance(error, Misfit):
            raise
        raise _no_object(f"a number out of range ({show(str(error))})") from None
    if not isinstance(value, dict):
        raise _no_object(shown(value))
    return cast("dict[str, object]", value)


def _no_object(found: str) -> Misfit:
    return Misfit("TG220", f"expected one JSON object, found {found}")


def _unrepeated(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Misfit("TG221", f"{show(twice)}: expected once in a line, found again")
    return record


def _finite(text: str) -> float:
    number = float(text)
    if number in {float("inf"), float("-inf")}:
        raise ValueError(text)
    return number


def _refuse_constant(name: str) -> NoReturn:
    raise _no_object(f"{name}, which is not JSON")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unrepeated, parse_float=_finite, parse_constant=_refuse_constant
)
