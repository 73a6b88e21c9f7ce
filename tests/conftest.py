"""Options and fixtures of all tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import settings

from threadgraph import BuildOptions, GraphOptions, WriteOptions, build
from threadgraph.records import Page
from threadgraph.text import encoding_of

settings.register_profile("threadgraph", deadline=None, derandomize=True)
settings.load_profile("threadgraph")

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless", action="store_true", help="write the expected records of the cases anew"
    )


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def seeds(root: Path) -> list[Path]:
    """Give the seed pages in order."""
    return sorted((root / "seeds").glob("*.txt"))


def check_page(data: bytes, page: Page) -> None:
    """Assert the reader's contract: spans tile the bytes, and texts are their decoded spans."""
    check_spans(data, page)
    check_texts(data, page)
    assert [post.position for post in page.posts] == list(range(len(page.posts)))
    for post in page.posts:
        assert post.text == post.text.strip() or post.role == "article"
        if post.role != "article":
            assert post.author_state is not None
            unnamed = post.author_state in ("missing", "deleted")
            assert (post.author_name is None) == unnamed or post.author_state == "anonymous"
    check_places(data, page)
    if page.document.outcome != "discussion":
        assert all(post.role == "article" for post in page.posts)


def check_spans(data: bytes, page: Page) -> None:
    """Assert that spans cover every byte once, and that neighbours differ."""
    end = 0
    for span in page.spans:
        assert span.span_start == end, "spans leave no gap and do not overlap"
        assert span.span_end > span.span_start
        end = span.span_end
    assert end == len(data), "spans reach the end"
    pairs = zip(page.spans, page.spans[1:], strict=False)
    assert all((a.kind, a.position) != (b.kind, b.position) for a, b in pairs), "merged"


def check_texts(data: bytes, page: Page) -> None:
    """Assert that texts are their spans; the text of markup is resolved: tags, entities, white."""
    if any(span.kind == "markup" for span in page.spans):
        return
    encoding, mark = encoding_of(data)
    for post in page.posts:
        kind = "article" if post.role == "article" else "body"
        parts = [
            data[max(s.span_start, mark) : s.span_end]
            for s in page.spans
            if s.position == post.position and s.kind == kind
        ]
        told = b"".join(parts).decode(
            encoding, "surrogateescape" if encoding == "utf-8" else "replace"
        )
        assert post.text == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in told)


def check_places(data: bytes, page: Page) -> None:
    """Assert that evidence, problems and quotes lie in what they are places of."""
    for post in page.posts:
        if post.evidence_start is not None and post.evidence_end is not None:
            assert 0 <= post.evidence_start < post.evidence_end <= len(data)
    texts = {post.position: post.text for post in page.posts}
    for quote in page.quotes:
        assert 0 <= quote.text_start < quote.text_end <= len(texts[quote.position])
    for problem in page.problems:
        if problem.span_start is not None and problem.span_end is not None:
            assert 0 <= problem.span_start <= problem.span_end <= len(data)


@pytest.fixture(scope="session")
def obeys_contract() -> Callable[[bytes, Page], None]:
    """Give the check that every reader's pages must pass."""
    return check_page


@pytest.fixture(scope="session")
def exported_datasets(seeds: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Give the folders of datasets: one by hand with hard values, and the seeds, plain and full.

    Each has `graphml/*.graphml`; those that were built have `parquet/*.parquet` too.
    """
    parent = tmp_path_factory.mktemp("datasets")
    built = [parent / "plain", parent / "full"]
    full = GraphOptions(text=True, inferred=True, domains=True)
    for folder, graph in zip(built, (GraphOptions(), full), strict=True):
        build(seeds, folder, BuildOptions(write=WriteOptions(graph=graph)))
    return [ROOT / "tests" / "gephi" / "fixtures" / "dataset", *built]


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What the nodes or the edges of a graph should be in any reader.

    `columns` maps names to GraphML types. `rows` maps ids (of an edge: source and target) to the
    values by name; a missing value is left out.
    """

    columns: Mapping[str, str]
    rows: Mapping[Any, Mapping[str, Any]]


def _expected_of(path: Path) -> tuple[Expected, Expected]:
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


@pytest.fixture(scope="session")
def expected_of() -> Callable[[Path], tuple[Expected, Expected]]:
    """Give what tells the nodes and edges that any reader should have of a graph's file."""
    return _expected_of
