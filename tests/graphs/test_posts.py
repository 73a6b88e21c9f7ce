"""The reply graph: an edge for every post that can have one, and a label for every node."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from threadgraph.graphs import GraphOptions, graph_kinds, to_networkx

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx

    from threadgraph.schema import Tables

ARTICLE = {
    "post_id": "p:0", "role": "article", "parent_state": None, "author_state": None,
}  # fmt: skip


def _graph(tables: Tables, **options: Any) -> nx.DiGraph:  # noqa: ANN401 - any option
    return to_networkx(graph_kinds()["posts"].build(tables, GraphOptions(**options)))


def _left_out(tables: Tables, **options: Any) -> dict[str, int]:  # noqa: ANN401 - any option
    graph = graph_kinds()["posts"].build(tables, GraphOptions(**options))
    return graph.left_out.collect().row(0, named=True)


def _post(number: int, **values: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    return {"post_id": f"p:{number}", "position": number, "thread_id": f"p:{number}"} | values


def test_edges_run_from_the_reply_to_what_it_answers(make: Callable[..., Tables]):
    tables = make(
        posts=[ARTICLE, _post(1), _post(2, parent_state="observed", parent_id="p:1")],
        replies=[
            {"child_id": "p:1", "parent_id": "p:0", "relation": "comments_on"},
            {"child_id": "p:2", "parent_id": "p:1", "method": "native_id", "confidence": 1.0},
        ],
    )
    assert list(_graph(tables).edges(data=True)) == [
        ("p:1", "p:0", {"weight": 1.0, "kind": "comments_on", "method": "nesting",
                        "confidence": 0.9, "inferred": False}),
        ("p:2", "p:1", {"weight": 1.0, "kind": "replies_to", "method": "native_id",
                        "confidence": 1.0, "inferred": False}),
    ]  # fmt: skip


def test_a_post_whose_parent_is_unknown_hangs_on_its_article(make: Callable[..., Tables]):
    tables = make(posts=[ARTICLE, _post(1, parent_state="unknown")])
    on_page = {"weight": 1.0, "kind": "on_page", "inferred": False}
    assert list(_graph(tables).edges(data=True)) == [("p:1", "p:0", on_page)]
    assert _left_out(tables) == {"unknown_parents": 0}


def test_without_an_article_such_a_post_has_no_edge_and_is_counted(make: Callable[..., Tables]):
    other_page = ARTICLE | {"document_id": "d:2"}
    tables = make(posts=[_post(1, parent_state="unknown"), other_page])
    assert not _graph(tables).edges
    assert _left_out(tables) == {"unknown_parents": 1}


def test_inferred_edges_are_added_on_request_and_never_replace_what_is_shown(
    make: Callable[..., Tables],
):
    tables = make(
        posts=[ARTICLE, _post(1), _post(2, parent_state="unknown"), _post(3)],
        replies=[
            {"child_id": "p:2", "parent_id": "p:1", "inferred": True, "confidence": 0.4},
            {"child_id": "p:2", "parent_id": "p:0", "inferred": True, "confidence": 0.9},
            {"child_id": "p:3", "parent_id": "p:1", "inferred": True, "confidence": 1.0},
            {"child_id": "p:3", "parent_id": "p:1", "method": "reply_label", "confidence": 0.2},
        ],
    )  # fmt: skip
    assert set(_graph(tables).edges) == {("p:2", "p:0"), ("p:3", "p:1")}
    edges = _graph(tables, inferred=True).edges
    assert set(edges) == {("p:2", "p:0"), ("p:2", "p:1"), ("p:3", "p:1")}
    assert edges["p:2", "p:1"]["inferred"]
    assert edges["p:2", "p:0"]["kind"] == "on_page"
    assert edges["p:3", "p:1"]["method"] == "reply_label"


def test_of_two_proofs_of_an_edge_the_surer_one_is_shown(make: Callable[..., Tables]):
    tables = make(
        posts=[_post(1), _post(2)],
        replies=[
            {"child_id": "p:2", "parent_id": "p:1", "method": "quote", "confidence": 0.5},
            {"child_id": "p:2", "parent_id": "p:1", "method": "nesting", "confidence": 0.8},
        ],
    )
    graph = _graph(tables)
    assert graph.edges["p:2", "p:1"]["method"] == "nesting"
    assert graph.edges["p:2", "p:1"]["weight"] == 1.0
    assert graph.nodes["p:1"]["reply_count"] == 1


def test_nodes_stand_in_page_order_and_edges_in_the_order_of_their_sources(
    make: Callable[..., Tables],
):
    tables = make(
        posts=[_post(9, position=0), _post(5, position=1), _post(7, position=2)],
        replies=[
            {"child_id": "p:7", "parent_id": "p:9"},
            {"child_id": "p:7", "parent_id": "p:5", "method": "quote"},
            {"child_id": "p:5", "parent_id": "p:9"},
        ],
    )
    assert list(_graph(tables).nodes) == ["p:9", "p:5", "p:7"]
    assert list(_graph(tables).edges) == [("p:5", "p:9"), ("p:7", "p:5"), ("p:7", "p:9")]


def test_self_loops_stay_unless_they_are_not_wanted(make: Callable[..., Tables]):
    tables = make(posts=[_post(1)], replies=[{"child_id": "p:1", "parent_id": "p:1"}])
    assert list(_graph(tables).edges) == [("p:1", "p:1")]
    assert not _graph(tables, self_loops=False).edges
    assert _left_out(tables, self_loops=False)["self_loops"] == 1


def test_size_is_one_more_than_the_edges_to_the_node(make: Callable[..., Tables]):
    tables = make(
        posts=[ARTICLE, _post(1), _post(2, parent_state="unknown")],
        replies=[{"child_id": "p:1", "parent_id": "p:0", "relation": "comments_on"}],
    )
    nodes = _graph(tables).nodes
    assert [nodes[f"p:{n}"]["size"] for n in range(3)] == [3.0, 1.0, 1.0]
    assert nodes["p:0"]["reply_count"] == 1  # on_page is no reply


def test_times_are_shown_as_text_and_as_milliseconds(make: Callable[..., Tables]):
    created = datetime(2022, 12, 11, 13, 13, 0, 250_000, tzinfo=UTC)
    node = _graph(make(posts=[_post(1, created_at=created)])).nodes["p:1"]
    assert node["created_at"] == "2022-12-11T13:13:00.250Z"
    assert node["created_ms"] == 1670764380250


def test_the_full_text_comes_on_request(make: Callable[..., Tables]):
    tables = make(posts=[_post(1, text="One\nTwo")])
    assert "text" not in _graph(tables).nodes["p:1"]
    assert _graph(tables, text=True).nodes["p:1"]["text"] == "One\nTwo"


def test_missing_values_are_left_out(make: Callable[..., Tables]):
    placeholder = _post(1, status="missing", text=None, author_state="missing")
    node = _graph(make(posts=[placeholder])).nodes["p:1"]
    assert not {"author_name", "created_at", "created_ms", "depth", "url", "snippet"} & set(node)


@pytest.mark.parametrize(
    ("post", "label"),
    [
        ({"author_name": "Tom", "text": " One\n two\u2028three "}, "Tom: One two three"),
        ({"author_name": "Tom", "text": "x" * 100}, "Tom: " + "x" * 74 + "…"),
        ({"author_name": "n" * 100, "text": "Text"}, "n" * 39 + "…: Text"),
        ({"author_name": "Tom", "text": "", "status": "empty"}, "Tom: [no text]"),
        ({"author_name": "Tom", "text": " \n", "status": "removed"}, "Tom: [removed]"),
        ({"author_name": "\x00", "text": "\x01"}, "[no name]: [no text]"),
        ({"author_name": None, "author_state": "missing", "text": "Hi"}, "[no name]: Hi"),
        ({"author_name": None, "author_state": "deleted", "text": "Hi"}, "[deleted]: Hi"),
        ({"author_name": None, "author_state": "anonymous", "text": "Hi"}, "[anonymous]: Hi"),
        ({"status": "missing", "author_name": "Tom", "text": None}, "[missing]"),
        (ARTICLE | {"text": "Body"}, "The title"),
        (ARTICLE | {"text": "Body", "document_id": "d:2"}, "Body"),
        (ARTICLE | {"text": "", "document_id": "d:2"}, "[article]"),
    ],
)
def test_labels_are_one_line_of_at_most_80_characters_and_never_empty(
    make: Callable[..., Tables], post: dict[str, Any], label: str
):
    documents = [{"title": "The title"}, {"document_id": "d:2"}]
    graph = _graph(make(documents=documents, posts=[_post(0) | post]))
    assert graph.nodes["p:0"]["label"] == label
    assert len(label) <= 80


def test_snippets_have_at_most_200_characters(make: Callable[..., Tables]):
    node = _graph(make(posts=[_post(1, text="a \n " * 300)])).nodes["p:1"]
    assert node["snippet"] == "a " * 99 + "a…"
