"""Gephi's importer has of each exported graph what the tables have.

The other half records what Gephi does to forms that our writer therefore avoids; a test of that
half that fails after an update of Gephi is good news: the work-around may go.
"""

from __future__ import annotations

import copy
import struct
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tests.conftest import Expected
    from tests.gephi.conftest import Gephi

    Opened = Mapping[str, Any]
    ExpectedOf = Callable[[Path], tuple[Expected, Expected]]

JDK_XML_READER = "com.sun.xml.internal.stream.XMLInputFactoryImpl"
PROPERTIES = {"label", "size", "color", "weight"}
TYPES = {
    "boolean": "Boolean",
    "int": "Integer",
    "long": "Long",
    "float": "Float",
    "double": "Double",
    "string": "String",
}
SAME_IN_POSTS = (
    "post_id",
    "document_id",
    "thread_id",
    "author_name",
    "author_state",
    "role",
    "depth",
    "parent_state",
    "status",
    "url",
    "language",
)
PIECE = 500
"""Woodstox hands over text in pieces of this many characters; Gephi skips a blank piece."""


def compare(opened: Opened, nodes: Expected, edges: Expected) -> list[str]:
    """Give every difference between what Gephi has and what it should have, in words."""
    have_nodes = {row["id"]: row for row in opened["nodes"]}
    have_edges = {(row["source"], row["target"]): row for row in opened["edges"]}
    counts = (opened["node_count"], opened["edge_count"])
    found = [
        *_different("error", opened["error"], None),
        *_different("issues", opened["issues"], []),
        *_different("counts", counts, (len(nodes.rows), len(edges.rows))),
        *_different("directed", opened["directed"], True),
        *_different("kinds of edges", opened["edge_types"], [None] if edges.rows else []),
        *_different("node columns", _columns(opened["node_columns"]), _declared(nodes)),
        *_different("edge columns", _columns(opened["edge_columns"]), _declared(edges)),
        *_different("node ids", sorted(have_nodes), sorted(nodes.rows)),
        *_different("edge ends", sorted(have_edges), sorted(edges.rows)),
    ]
    return found or [
        *_different_rows("node", have_nodes, nodes),
        *_different_rows("edge", have_edges, edges),
        *_different_sizes(have_nodes, nodes),
    ]


def _different(what: str, have: object, want: object) -> Iterator[str]:
    if have != want:
        yield f"{what}: Gephi has {have!r}, the file {want!r}"


def _columns(columns: list[dict[str, Any]]) -> dict[str, str]:
    return {c["title"]: c["type"] for c in columns if not c["property"]}


def _declared(expected: Expected) -> dict[str, str]:
    return {name: TYPES[t] for name, t in expected.columns.items() if name not in PROPERTIES}


def _different_rows(
    what: str, have: Mapping[Any, dict[str, Any]], expected: Expected
) -> Iterator[str]:
    """Compare the values; sizes are left to `_different_sizes`."""
    for key, want in expected.rows.items():
        row = have[key]
        for name in sorted({*row["values"], *want} - {"size"}):
            got = row[name] if name in PROPERTIES else row["values"].get(name)
            shown = _shown(name, want.get(name))
            if not _same(got, shown):
                yield f"{what} {key!r}, {name}: Gephi has {got!r}, the file {want.get(name)!r}"


def _shown(name: str, value: object) -> object:
    """Give a value as Gephi shows it: the known changes, and nothing else."""
    if name == "weight":
        return struct.unpack("f", struct.pack("f", value))[0]  # read as 32 bit
    if isinstance(value, str) and name != "label":
        return value.replace("INF", "Infinity") if value.strip() else None
    return value


def _same(have: object, want: object) -> bool:
    """Compare exactly, but leave blanks out of a text so long that Gephi may lose one."""
    if isinstance(have, str) and isinstance(want, str) and len(want) >= PIECE:
        return "".join(have.split()) == "".join(want.split())
    return have == want


def _different_sizes(have: Mapping[Any, dict[str, Any]], nodes: Expected) -> Iterator[str]:
    """Check that sizes keep their proportions: Gephi stretches them from 4 to at most 100.

    How far depends on the random places that it gives to nodes without any.
    """
    sizes = {key: want["size"] for key, want in nodes.rows.items() if "size" in want}
    if not sizes:
        return
    least, most = min(sizes.values()), max(sizes.values())
    largest = next(have[key]["size"] for key, size in sizes.items() if size == most)
    stretch = (largest - 4) / (most - least) if most > least else 0
    for key, size in sizes.items():
        want = 4 + (size - least) * stretch
        if have[key]["size"] != pytest.approx(want, rel=1e-4):
            yield f"node {key!r}, size: Gephi has {have[key]['size']}, expected {want}"


@pytest.fixture(scope="module")
def graphs(gephi: Gephi, exported_datasets: list[Path]) -> dict[Path, Opened]:
    """Give what Gephi has of every graph of the datasets, by file."""
    files = [file for dataset in exported_datasets for file in sorted(dataset.glob("graphml/*"))]
    return dict(zip(files, gephi.open(files), strict=True))


def test_gephi_has_what_the_datasets_hold(
    graphs: dict[Path, Opened], expected_of: ExpectedOf
) -> None:
    assert graphs
    found = {str(file): compare(opened, *expected_of(file)) for file, opened in graphs.items()}
    assert found == {str(file): [] for file in graphs}


def test_posts_in_gephi_are_the_rows_of_the_table(
    graphs: dict[Path, Opened], exported_datasets: list[Path]
) -> None:
    built = [dataset for dataset in exported_datasets if (dataset / "parquet").is_dir()]
    assert built
    for dataset in built:
        millisecond = pl.col("created_at").dt.epoch("ms").alias("created_ms")
        posts = pl.read_parquet(dataset / "parquet" / "posts.parquet")
        rows = [
            {name: _shown(name, value) for name, value in row.items()}
            for row in posts.select(*SAME_IN_POSTS, millisecond).iter_rows(named=True)
        ]
        have = [
            {name: node["values"].get(name) for name in (*SAME_IN_POSTS, "created_ms")}
            for node in graphs[dataset / "graphml" / "posts.graphml"]["nodes"]
        ]
        assert sorted(have, key=itemgetter("post_id")) == sorted(rows, key=itemgetter("post_id"))


@pytest.mark.parametrize("what", ["node", "edge"])
def test_the_comparison_sees_a_changed_value(
    graphs: dict[Path, Opened], expected_of: ExpectedOf, what: str
) -> None:
    file = next(iter(graphs))
    opened = copy.deepcopy(graphs[file])
    opened[f"{what}s"][0]["values"].popitem()
    [difference] = compare(opened, *expected_of(file))
    assert difference.startswith(f"{what} ")


def test_infinity_in_text_is_changed_but_labels_are_safe(refused_forms: dict[str, Opened]):
    """Gephi replaces INF in every value for the sake of numbers; nothing we write prevents it."""
    opened = refused_forms["inf_in_text"]
    rows = {row["id"]: (row["label"], row["values"]["word"]) for row in opened["nodes"]}
    assert rows == {"a": ("INFORMATION", "InfinityORMATION"), "b": ("-INF", "info")}
    assert opened["edges"][0]["values"]["kind"] == "Infinity"
    assert opened["issues"] == []


def test_blanks_between_entities_survive_in_gephi(refused_forms: dict[str, Opened]):
    """Gephi brings Woodstox, which joins a text with its entities."""
    texts = _texts(refused_forms["blanks_between_entities"])
    assert texts == {
        "ampersands": "a & & b",
        "escaped": "> > both said\n> one said",
        "raw": "> > both said\n> one said",
        "tags": " <p> <b> ",
    }


def test_blanks_between_entities_are_lost_with_the_xml_reader_of_java(
    gephi: Gephi, refused_forms: dict[str, Opened]
):
    """Where another reader is picked, only raw `>` saves quoted lines: so the writer leaves it."""
    path = refused_forms["blanks_between_entities"]["file"]
    [opened] = gephi.open([path], xml_reader=JDK_XML_READER)
    assert _texts(opened) == {
        "ampersands": "a && b",
        "escaped": ">> both said\n> one said",
        "raw": "> > both said\n> one said",
        "tags": "<p> <b> ",
    }


def _texts(opened: Opened) -> dict[str, str]:
    return {row["id"]: row["values"]["text"] for row in opened["nodes"]}


def test_parallel_edges_are_merged(refused_forms: dict[str, Opened]):
    """Weights are summed, the other columns take the last edge: so the writer aggregates."""
    opened = refused_forms["parallel_edges"]
    merged, single = sorted(opened["edges"], key=lambda row: row["source"])
    assert (merged["weight"], merged["values"]) == (3.5, {"kind": "mentions", "reply_count": 7})
    assert (single["weight"], single["values"]) == (4.0, {"kind": "replies_to", "reply_count": 2})
    assert [issue["severity"] for issue in opened["issues"]] == ["INFO"]


@pytest.mark.parametrize(
    ("form", "edges", "severities"),
    [
        ("repeated_edge_ids", 1, ["WARNING", "WARNING"]),
        ("zero_weight", 1, ["SEVERE"]),
    ],
)
def test_edges_are_lost(
    refused_forms: dict[str, Opened], form: str, edges: int, severities: list[str]
):
    opened = refused_forms[form]
    assert opened["edge_count"] == edges
    assert [issue["severity"] for issue in opened["issues"]] == severities


def test_the_id_of_a_key_can_be_taken_for_a_property(refused_forms: dict[str, Opened]):
    """`b` is blue, `id` is reserved, and milliseconds do not fit an int."""
    [node] = refused_forms["property_as_key_id"]["nodes"]
    assert (node["id"], node["color"], node["values"]) == ("a", "#0000c8", {})


@pytest.mark.parametrize("form", ["control_character", "edge_without_target"])
def test_the_whole_file_is_refused(refused_forms: dict[str, Opened], form: str):
    assert refused_forms[form]["error"]
    assert refused_forms[form]["node_count"] == 0


def test_a_picture_is_the_same_each_time(
    gephi: Gephi, exported_datasets: list[Path], tmp_path: Path
):
    file = exported_datasets[0] / "graphml" / "posts.graphml"
    pictures = []
    for name in ("one.png", "two.png"):
        said = gephi.draw(file, tmp_path / name, seed=7)
        assert "Exception" not in said
        pictures.append((tmp_path / name).read_bytes())
    assert pictures[0] == pictures[1]
    assert pictures[0].startswith(b"\x89PNG")
    assert struct.unpack(">II", pictures[0][16:24]) == (1600, 1000)
