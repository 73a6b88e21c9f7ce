"""Read gazetteer files: CSV with a header and the columns name, alias, kind and id.

Other columns are ignored, save `case` (see `forms`). A cell of `alias` may hold several names
with `|` between them; the name itself is always one of the names. Rows with the same id add up.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from threadgraph.errors import UsageError
from threadgraph.ids import hashed_id
from threadgraph.text import show

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["COLUMNS", "KINDS", "read_entries", "suggest_id"]

COLUMNS = ("name", "alias", "kind", "id")
KINDS = ("person", "organisation", "place", "other")
CASES = ("", "exact", "usual", "any")

_ID = re.compile(r"e_[A-Za-z0-9_.:-]{1,128}")
_LONGEST_NAME = 200
_SHOWN_PROBLEMS = 5


class _Entry(NamedTuple):
    """One row of a gazetteer: an entity and some of its names."""

    entity_id: str
    name: str
    kind: str
    alias: str
    case: str


def read_entries(path: Path, source: str) -> pl.DataFrame:
    """Give the rows of a gazetteer file: entity_id, name, kind, alias, case and source.

    Raises UsageError that lists the lines and columns that are wrong.
    """
    problems: list[str] = []
    entries: list[_Entry] = []
    kinds: dict[str, str] = {}
    for line, row in _rows(path):
        entry, found = _entry(row)
        if kinds.setdefault(entry.entity_id, entry.kind) != entry.kind:
            found.append(
                f"column kind: expected {kinds[entry.entity_id]} as in the first row of "
                f"{entry.entity_id}, found {entry.kind}"
            )
        problems += [f"line {line}, {problem}" for problem in found]
        entries.append(entry)
    if problems:
        more = len(problems) - _SHOWN_PROBLEMS
        tail = f"; and {more} more" if more > 0 else ""
        raise UsageError(
            str(path),
            "; ".join(problems[:_SHOWN_PROBLEMS]) + tail,
            f"Kinds are {', '.join(KINDS)}; an id is e_ and letters, digits, '_', '.', ':' or '-'.",
        )
    schema = dict.fromkeys(_Entry._fields, pl.String)
    frame = pl.DataFrame(entries, schema=schema, orient="row")
    return frame.with_columns(source=pl.lit(source))


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Give the rows of a CSV file with their last line's number; a byte order mark is skipped."""
    hint = f"A gazetteer is a UTF-8 CSV file whose first line is {','.join(COLUMNS)}."
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            _check_header(path, reader.fieldnames or (), hint)
            for row in reader:
                yield reader.line_num, _cells(path, reader.line_num, row, hint)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(str(path), f"cannot be read: {error}", hint) from error


def _check_header(path: Path, found: Sequence[str], hint: str) -> None:
    missing = [column for column in COLUMNS if column not in found]
    if missing:
        shown = show(",".join(found)) or "nothing"
        raise UsageError(
            f"{path}: line 1", f"column {', '.join(missing)} missing; found {shown}", hint
        )


def _cells(path: Path, line: int, row: dict[str | None, str | None], hint: str) -> dict[str, str]:
    if None in row:
        raise UsageError(f"{path}: line {line}", "more cells than columns in the header", hint)
    return {column: (cell or "").strip() for column, cell in row.items() if column is not None}


def _entry(row: dict[str, str]) -> tuple[_Entry, list[str]]:
    name, kind, given, case = row["name"], row["kind"], row["id"], row.get("case", "")
    names = [part.strip() for part in (name, *row["alias"].split("|"))]
    names = list(dict.fromkeys(part for part in names if part))
    entity_id = f"e_{given.removeprefix('e_')}" if given else suggest_id(name)
    problems = [f"column {problem}" for problem in _name_problems(name, names)]
    if kind not in KINDS:
        found = repr(show(kind)) if kind else "nothing"
        problems.append(f"column kind: expected one of {', '.join(KINDS)}, found {found}")
    if not _ID.fullmatch(entity_id):
        problems.append(f"column id: found {show(given)!r}, which is no id")
    if case not in CASES:
        problems.append(f"column case: expected exact, usual or any, found {show(case)!r}")
    return _Entry(entity_id, name, kind, "|".join(names), case or "usual"), problems


def _name_problems(name: str, names: Sequence[str]) -> Iterator[str]:
    if not name:
        yield "name: found nothing"
    for part in names:
        column = "name" if part == name else "alias"
        if len(part) > _LONGEST_NAME:
            yield f"{column}: {show(part, 20)!r} is longer than {_LONGEST_NAME} characters"
        elif not any(c.isalnum() for c in part):
            yield f"{column}: {show(part)!r} has no letter or digit"


def suggest_id(name: str) -> str:
    """Give an id made of the name's letters; a hash where it has none of ASCII."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:128]
    return f"e_{slug}" if slug else hashed_id("e", name)
