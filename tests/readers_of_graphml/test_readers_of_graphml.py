"""Readers in JavaScript, Java and C++ have of each exported graph what networkx has of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tests.readers_of_graphml.conftest import Reader

REFUSING = {
    "repeated_edge_ids": {"graphology", "jgrapht"},
    "edge_without_target": {"jgrapht"},
    "control_character": {"jgrapht", "graph-tool"},
    "property_as_key_id": {"graph-tool"},  # for the milliseconds in an int
}


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What the nodes or the edges of a graph should be in any reader.

    `columns` maps names to GraphML types. `rows` maps ids (of an edge: source and target) to the
    values by name; a missing value is left out.
    """

    columns: Mapping[str, str]
    rows: Mapping[Any, Mapping[str, Any]]


def expected_of(path: Path) -> tuple[Expected, Expected]:
    """Give nodes and edges as networkx reads them, with the types that the keys declare."""
    types: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
    for key in ET.parse(path).getroot().iterfind("{*}key"):  # noqa: S314 - our own file
        types[key.attrib["for"]][key.attrib["attr.name"]] = key.attrib["attr.type"]
    graph = nx.read_graphml(path)
    edges = {
        (source, target): {name: value for name, value in row.items() if name != "id"}
        for source, target, row in graph.edges(data=True)
    }
    return (
        Expected(columns=types["node"], rows=dict(graph.nodes(data=True))),
        Expected(columns=types["edge"], rows=edges),
    )


def compare(reader: Reader, have: Mapping[str, Any], path: Path) -> list[str]:
    """Give every difference between what the reader has and what it should have, in words."""
    if "error" in have:
        return [f"refused: {have['error']}"]
    nodes, edges = expected_of(path)
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


def test_a_reader_has_what_the_datasets_hold(reader: Reader, exported_datasets: list[Path]) -> None:
    files = [file for dataset in exported_datasets for file in sorted(dataset.glob("graphml/*"))]
    assert files
    differences = {
        str(file): compare(reader, have, file)
        for file, have in zip(files, reader.read(files), strict=True)
    }
    assert differences == {str(file): [] for file in files}


@pytest.mark.parametrize("form", REFUSING)
def test_forms_that_we_do_not_write_are_refused(
    reader: Reader, refused_form: Callable[[str], Path], form: str
) -> None:
    [have] = reader.read([refused_form(form)])
    assert ("error" in have) == (reader.name in REFUSING[form])
