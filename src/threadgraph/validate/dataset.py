"""Validate whole datasets: tables in memory, or a folder that anybody wrote in our schema."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from threadgraph.errors import InputRefused, ThreadgraphError
from threadgraph.schema import Tables, empty
from threadgraph.schema import tables as all_tables
from threadgraph.validate.failures import Findings, RowFailure
from threadgraph.validate.graph import check_graph
from threadgraph.validate.jsonl import load_jsonl
from threadgraph.validate.loading import Loaded, load_frame, load_parquet
from threadgraph.validate.parquet import DAMAGE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import polars as pl

__all__ = ["Report", "validate_dataset", "validate_tables"]

_REQUIRED = ("documents", "posts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What validation found: rows checked in each table, failures, and what was left out.

    `failures` is capped for each table and rule, `failure_count` and `counts_by_code` are exact.
    """

    rows: dict[str, int]
    failures: tuple[RowFailure, ...]
    failure_count: int
    counts_by_code: dict[str, int]
    notes: tuple[str, ...]

    @property
    def valid(self) -> bool:
        """True where no row failed."""
        return self.failure_count == 0

    def as_dict(self) -> dict[str, Any]:
        """Give the report as plain values, ready for JSON."""
        return {"valid": self.valid} | asdict(self)


def validate_tables(tables: Tables) -> Report:
    """Check all rows and all rules of the graph; a table that is not given counts as empty."""
    schemas = all_tables()
    loaded = {name: load_frame(schemas[name], tables[name]) for name in schemas if name in tables}
    return _report(loaded)


def validate_dataset(path: Path) -> Report:
    """Check a dataset folder: `parquet/` or `jsonl/`, or the tables' files in the folder itself.

    Where both formats are there, each is checked as a dataset of its own; a table that one of them
    lacks is taken from the other. Raises InputRefused where the folder has no documents or no
    posts, or a file cannot be read.
    """
    parquet = {name: files for name in all_tables() if (files := _parquet_files(path, name))}
    jsonl = {name: file for name in all_tables() if (file := _jsonl_file(path, name))}
    for name in _REQUIRED:
        if name not in parquet and name not in jsonl:
            raise _not_a_dataset(path, name)
    reports: list[Report] = []
    try:
        if parquet:
            reports.append(
                _check_form(path, parquet, {n: jsonl[n] for n in jsonl.keys() - parquet})
            )
        if jsonl.keys() & parquet.keys() or not parquet:
            reports.append(
                _check_form(path, {n: parquet[n] for n in parquet.keys() - jsonl}, jsonl)
            )
    except DAMAGE as error:
        raise InputRefused(
            str(path), "a file changed, or cannot be read again", "Check the folder again."
        ) from error
    return _joined(reports)


def _check_form(path: Path, parquet: Mapping[str, list[Path]], jsonl: Mapping[str, Path]) -> Report:
    loaded: dict[str, Loaded] = {}
    for name, table in all_tables().items():
        if name in parquet:
            files = [(_inside(path, file), file) for file in parquet[name]]
            loaded[name] = load_parquet(table, files)
        elif name in jsonl:
            loaded[name] = load_jsonl(table, _inside(path, jsonl[name]), jsonl[name])
    return _report(loaded)


def _joined(reports: Sequence[Report]) -> Report:
    """Give one report of both formats; the rows are those of the first."""
    counts: Counter[str] = Counter()
    for report in reports:
        counts.update(report.counts_by_code)
    return Report(
        rows=reports[0].rows,
        failures=tuple(failure for report in reports for failure in report.failures),
        failure_count=sum(report.failure_count for report in reports),
        counts_by_code=dict(sorted(counts.items())),
        notes=tuple(dict.fromkeys(note for report in reports for note in report.notes)),
    )


def _report(loaded: Mapping[str, Loaded]) -> Report:
    findings = Findings(limit=None)
    notes: list[str] = []
    frames: dict[str, pl.LazyFrame] = {}
    for name in all_tables():
        if name not in loaded:
            frames[name] = empty(name).lazy()
            notes.append(f"{name}: no such table here; taken as empty")
            continue
        table = loaded[name]
        findings.merge(table.findings)
        if table.frame is None:
            notes.append(f"{name}: columns are missing or of a wrong type; rules need them")
        else:
            frames[name] = table.frame
    in_memory = all(table.in_memory for table in loaded.values())
    empty_ones = {name for name in frames if name not in loaded or not loaded[name].rows}
    broken = check_graph(frames, in_memory=in_memory, without_rows=empty_ones)
    findings.merge(broken, lambda f: loaded[f.table].place(f))
    return Report(
        rows={name: table.rows for name, table in loaded.items()},
        failures=tuple(findings.failures),
        failure_count=findings.counts.total(),
        counts_by_code=dict(sorted(findings.counts.items())),
        notes=tuple(notes),
    )


def _parquet_files(path: Path, name: str) -> list[Path]:
    """Give the file of a table, or the parts of its folder in order; none where it is not there."""
    for place in (path / "parquet" / f"{name}.parquet", path / f"{name}.parquet"):
        if place.is_file():
            return [place]
        parts = sorted(part for part in place.glob("part-*.parquet") if part.is_file())
        if parts:
            return parts
    return []


def _jsonl_file(path: Path, name: str) -> Path | None:
    places = (path / "jsonl" / f"{name}.jsonl", path / f"{name}.jsonl")
    return next((place for place in places if place.is_file()), None)


def _inside(path: Path, file: Path) -> str:
    return file.relative_to(path).as_posix()


def _not_a_dataset(path: Path, name: str) -> ThreadgraphError:
    expected = f"expected parquet/{name}.parquet or jsonl/{name}.jsonl in a folder"
    found = "found no such file" if path.is_dir() else "found no folder"
    return InputRefused(
        str(path), f"{expected}, {found}", "Name the folder that `threadgraph build` wrote."
    )
