"""GraphML: every reader gets the same nodes, edges and values."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import igraph
import networkx as nx
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from threadgraph.errors import UsageError
from threadgraph.graphs import GraphOptions, graph_kinds, to_networkx
from threadgraph.writers import WriteOptions
from threadgraph.writers.graphml import WRITER

if TYPE_CHECKING:
    from collections.abc import Callable

    from threadgraph.schema import Tables

_GOLDEN = Path(__file__).parent / "golden"
_KINDS = sorted(graph_kinds())
_NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"
_FULL = WriteOptions(graph=GraphOptions(text=True, inferred=True))
_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _read(path: Path) -> nx.DiGraph:
    """Read with networkx, without the ids of the edges, which it takes for an attribute."""
    graph = nx.read_graphml(path)
    for *_, values in graph.edges(data=True):
        del values["id"]
    return graph


def _same(left: nx.DiGraph, right: nx.DiGraph) -> bool:
    return list(left.nodes(data=True)) == list(right.nodes(data=True)) and list(
        left.edges(data=True)
    ) == list(right.edges(data=True))


@pytest.mark.parametrize("kind", _KINDS)
def test_the_sample_gives_the_golden_file(
    kind: str, sample: Tables, tmp_path: Path, request: pytest.FixtureRequest
):
    """Run with --bless to write the golden files anew, then review them."""
    WRITER.write(sample, tmp_path, WriteOptions(graphs=(kind,)))
    written = (tmp_path / "graphml" / f"{kind}.graphml").read_bytes()
    golden = _GOLDEN / f"{kind}.graphml"
    if request.config.getoption("--bless"):
        golden.write_bytes(written)
    assert written == golden.read_bytes()


@pytest.mark.parametrize("kind", _KINDS)
def test_networkx_reads_what_to_networkx_gives(kind: str, sample: Tables, tmp_path: Path):
    WRITER.write(sample, tmp_path, _FULL)
    made = to_networkx(graph_kinds()[kind].build(sample, _FULL.graph))
    assert made.number_of_edges()
    assert _same(_read(tmp_path / "graphml" / f"{kind}.graphml"), made)


def _same_in_igraph(path: Path, made: nx.DiGraph) -> None:
    read = igraph.Graph.Read_GraphML(str(path))
    assert read.is_directed()
    assert read.vs["id"] == list(made.nodes)
    ends = [(read.vs[e.source]["id"], read.vs[e.target]["id"]) for e in read.es]
    assert ends == list(made.edges)
    pairs = [(v.attributes(), made.nodes[v["id"]]) for v in read.vs]
    pairs += [(e.attributes(), made.edges[end]) for e, end in zip(read.es, ends, strict=True)]
    for values, expected in pairs:
        assert {k: v for k, v in values.items() if k in expected} == expected
        assert all(_missing(v) for k, v in values.items() if k not in expected and k != "id")


def _missing(value: Any) -> bool:  # noqa: ANN401 - igraph gives "", NaN or False
    return value in ("", False) or value != value  # noqa: PLR0124 - NaN


_TEXT = st.text(max_size=30) | st.text(
    st.sampled_from("\x00\x08\t\n\x0b\r\x1f\x7f\x85\u2028\ufffe\uffff]>&<'\" ;#aé😀"), max_size=30
)


@settings(max_examples=20)
@given(texts=st.lists(_TEXT, min_size=1, max_size=10))
def test_random_text_is_read_back_by_networkx_and_igraph(
    spoil: Callable[..., Tables], tmp_path_factory: pytest.TempPathFactory, texts: list[str]
):
    root = tmp_path_factory.mktemp("out")
    tables = spoil(*texts)
    files = WRITER.write(tables, root, _FULL)
    for kind, file in zip(_KINDS, files, strict=True):
        made = to_networkx(graph_kinds()[kind].build(tables, _FULL.graph))
        assert _same(_read(root / file.path), made)
        _same_in_igraph(root / file.path, made)
        assert all(values["label"].strip() for _, values in made.nodes(data=True))
    _text_is_clean(tables, root / "graphml" / "posts.graphml")


def _text_is_clean(tables: Tables, path: Path) -> None:
    read = _read(path)
    for post_id, text in tables["posts"].select("post_id", "text").collect().iter_rows():
        cleaned = re.sub(r"\r\n?", "\n", _FORBIDDEN.sub("", text))
        assert read.nodes[post_id].get("text") == (cleaned if cleaned.strip() else None)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a & & b", "a &amp; &amp; b"),
        ("<p>x</p> <p>y</p>", "&lt;p>x&lt;/p> &lt;p>y&lt;/p>"),
        ("]]>", "]]&gt;"),
        ("]]]>>", "]]]&gt;>"),
        ("]\x00]>", "]]&gt;"),
        ("a\r\x00\nb\rc", "a\nb\nc"),
        ("\"'", "\"'"),
    ],
)
def test_only_what_must_be_is_escaped(
    spoil: Callable[..., Tables], tmp_path: Path, text: str, written: str
):
    """Gephi drops blanks between two entities and reads long texts with many slowly."""
    WRITER.write(spoil(text), tmp_path, _FULL)
    assert f'<data key="n_text">{written}</data>' in (
        tmp_path / "graphml" / "posts.graphml"
    ).read_text("utf-8")


@pytest.mark.parametrize("text", ["", " \n\t", "\x00\x07", "\u2003"])
def test_blank_values_are_missing(spoil: Callable[..., Tables], tmp_path: Path, text: str):
    WRITER.write(spoil(text), tmp_path, _FULL)
    for name in _KINDS:
        content = (tmp_path / "graphml" / f"{name}.graphml").read_text("utf-8")
        assert not re.search(r">\s*</data>", content)
        assert content.count('<data key="label">') == content.count("<node ")


def test_dropped_characters_are_counted(
    sample: Tables, spoil: Callable[..., Tables], tmp_path: Path
):
    posts = WriteOptions(graphs=("posts",), graph=GraphOptions(text=True))
    (tmp_path / "clean").mkdir()
    (file,) = WRITER.write(spoil("clean"), tmp_path / "clean", posts)
    assert file.counts["dropped_characters"] == 0
    (tmp_path / "dirty").mkdir()
    one = pl.when(pl.col("position") == 1).then(pl.lit("a\x00b\x01")).otherwise("url")
    tables = {**sample, "posts": sample["posts"].with_columns(url=one, text=pl.lit("x"))}
    (file,) = WRITER.write(tables, tmp_path / "dirty", posts)
    assert file.counts["dropped_characters"] == 2 * 2  # one post of each document


def test_numbers_that_are_not_finite_are_missing(sample: Tables, tmp_path: Path):
    for number, value in enumerate([float("nan"), float("inf"), float("-inf")]):
        odd = sample["replies"].with_columns(confidence=pl.lit(value))
        root = tmp_path / str(number)
        root.mkdir()
        WRITER.write({**sample, "replies": odd}, root, WriteOptions(graphs=("posts",)))
        assert 'e_confidence">' not in (root / "graphml" / "posts.graphml").read_text("utf-8")


@pytest.mark.parametrize("kind", _KINDS)
def test_the_form_is_what_readers_agree_on(kind: str, spoil: Callable[..., Tables], tmp_path: Path):
    WRITER.write(spoil("# <&\"'> INF"), tmp_path, _FULL)
    root = ET.parse(tmp_path / "graphml" / f"{kind}.graphml").getroot()  # noqa: S314 - our own file
    assert [child.tag for child in root][-1] == f"{_NAMESPACE}graph"
    keys = root.findall(f"{_NAMESPACE}key")
    assert {k.get("for") for k in keys} == {"node", "edge"}
    assert len({k.get("id") for k in keys}) == len(keys)
    for key in keys:
        name, kept = key.get("attr.name", ""), key.get("id")
        assert re.fullmatch(r"[a-z_][a-z0-9_]*", name)
        assert kept in {name, f"n_{name}", f"e_{name}"}
        assert (kept == name) == (name in {"label", "size", "color", "weight"})
        assert key.get("attr.type") in {"boolean", "int", "long", "float", "double", "string"}
        assert name not in {"id", "timeset", "interval", "source", "target", "type", "r", "g", "b"}
    nodes, edges = (root.findall(f".//{_NAMESPACE}{tag}") for tag in ("node", "edge"))
    assert [e.get("id") for e in edges] == [f"e{number}" for number in range(len(edges))]
    assert all(re.fullmatch(r"[A-Za-z0-9._:-]+", n.get("id", "")) for n in nodes)
    assert {e.get(end) for e in edges for end in ("source", "target")} <= {
        n.get("id") for n in nodes
    }
    assert not {"directed", "label"} & {name for e in edges for name in e.keys()}  # noqa: SIM118


def test_a_graph_that_is_not_known_is_refused_before_anything_is_written(
    sample: Tables, tmp_path: Path
):
    with pytest.raises(UsageError, match="Known graphs: authors, mentions, posts"):
        WRITER.write(sample, tmp_path, WriteOptions(graphs=("nope",)))
    assert not list(tmp_path.iterdir())
