"""Readers in JavaScript, Java and C++ have of each exported graph what networkx has of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tests.conftest import Expected
    from tests.readers_of_graphml.conftest import Reader

REFUSING = {
    "repeated_edge_ids": {"graphology", "jgrapht"},
    "edge_without_target": {"jgrapht"},
    "control_character": {"jgrapht", "graph-tool"},
    "property_as_key_id": {"graph-tool"},  # for the milliseconds in an int
}


def compare(reader: Reader, have: Mapping[str, Any], nodes: Expected, edges: Expected) -> list[str]:
    """Give every difference between what the reader has and what it should have, in words."""
    if "error" in have:
        return [f"refused: {have['error']}"]
    return [
        *_different(reader, have["nodes"], have["node_columns"], nodes),
        *_different(
            reader, [[(s, t), v] for s, t, v in have["edges"]], have["edge_columns"], edges
        ),
    ]


def _different(
    reader: Reader, have: list[Any], columns: Mapping[str, str], expected: Expected
) -> Iterator[str]:
    rows = dict(have)
    if len(have) != len(rows) or rows.keys() != expected.rows.keys():
        yield f"has {sorted(key for key, _ in have)}, the file {sorted(expected.rows)}"
        return
    used = {name for row in expected.rows.values() for name in row}
    for name in sorted(used | columns.keys()):
        declared = reader.types.get(expected.columns.get(name, ""))
        if columns.get(name) != declared:
            yield f"column {name} is {columns.get(name)}, the file says {declared}"
    for key, want in expected.rows.items():
        for name in sorted(rows[key].keys() | want.keys()):
            value = rows[key].get(name)
            if name not in want and value in reader.missing:
                continue
            if value != _shown(reader, want.get(name)):
                yield f"{key!r}, {name}: has {value!r}, the file {want.get(name)!r}"


def _shown(reader: Reader, value: object) -> object:
    if isinstance(value, str):
        return value.translate(dict.fromkeys(map(ord, reader.line_ends), "\n"))
    return value


def test_a_reader_has_what_the_datasets_hold(
    reader: Reader,
    exported_datasets: list[Path],
    expected_of: Callable[[Path], tuple[Expected, Expected]],
) -> None:
    files = [file for dataset in exported_datasets for file in sorted(dataset.glob("graphml/*"))]
    assert files
    differences = {
        str(file): compare(reader, have, *expected_of(file))
        for file, have in zip(files, reader.read(files), strict=True)
    }
    assert differences == {str(file): [] for file in files}


@pytest.mark.parametrize("form", REFUSING)
def test_forms_that_we_do_not_write_are_refused(
    reader: Reader, refused_form: Callable[[str], Path], form: str
) -> None:
    [have] = reader.read([refused_form(form)])
    assert ("error" in have) == (reader.name in REFUSING[form])
