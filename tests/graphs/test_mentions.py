"""The mention graph: posts and authors on one side, what they mention on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from threadgraph.graphs import GraphOptions, graph_kinds, to_networkx
from threadgraph.graphs._mentioned import KINDS
from threadgraph.schema import table

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx

    from threadgraph.schema import Tables

POSTS = [
    {"post_id": "p:1", "author_id": "a:1", "author_name": "Ann", "thread_id": "p:1"},
    {"post_id": "p:2", "position": 1, "author_state": "missing", "thread_id": "p:2"},
    {"post_id": "p:3", "position": 2, "author_id": "a:1", "thread_id": "p:3"},
]
AUTHORS = [{"author_id": "a:1", "name": "Ann"}, {"author_id": "a:2", "name": "Bob"}]


def _mention(post: int, kind: str, target: str | None, **values: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    return {"mention_id": "m:1", "post_id": f"p:{post}", "kind": kind, "target_id": target} | values


def _graph(tables: Tables, **options: Any) -> nx.DiGraph:  # noqa: ANN401 - any option
    return to_networkx(graph_kinds()["mentions"].build(tables, GraphOptions(**options)))


def _left_out(tables: Tables, **options: Any) -> dict[str, int]:  # noqa: ANN401 - any option
    graph = graph_kinds()["mentions"].build(tables, GraphOptions(**options))
    return graph.left_out.collect().row(0, named=True)


def test_every_kind_of_mention_is_known_in_the_order_of_the_names():
    kinds = next(c for c in table("mentions").columns if c.name == "kind").json_schema["enum"]
    assert KINDS.categories.to_list() == sorted([*kinds, "domain"])


def test_the_post_and_its_author_point_to_the_target(make: Callable[..., Tables]):
    tables = make(
        posts=POSTS,
        authors=AUTHORS,
        mentions=[
            _mention(3, "author", "a:2", confidence=0.5),
            _mention(3, "author", "a:2", confidence=0.8),
            _mention(1, "author", "a:2", confidence=0.7),
            _mention(2, "author", "a:2"),
        ],
    )
    graph = _graph(tables)
    assert list(graph.edges) == [
        ("p:1", "a:2"), ("p:2", "a:2"), ("p:3", "a:2"), ("a:1", "a:2"),
    ]  # fmt: skip
    assert graph.edges["p:3", "a:2"] == {
        "weight": 2.0, "kind": "author", "mention_count": 2, "confidence": 0.8,
    }  # fmt: skip
    assert graph.edges["a:1", "a:2"]["mention_count"] == 3
    assert list(graph.nodes) == ["p:1", "p:2", "p:3", "a:1", "a:2"]
    assert graph.nodes["a:2"]["mention_count"] == 4
    assert graph.nodes["a:2"]["size"] == 5.0
    assert [graph.nodes[n]["label"] for n in graph.nodes] == [
        "Ann: Some text.", "[no name]: Some text.", "[no name]: Some text.", "Ann", "Bob",
    ]  # fmt: skip
    assert [graph.nodes[n]["kind"] for n in graph.nodes] == ["post"] * 3 + ["author"] * 2
    assert _left_out(tables)["without_author"] == 1


def test_posts_that_mention_nothing_are_no_nodes(make: Callable[..., Tables]):
    tables = make(posts=POSTS, mentions=[_mention(2, "hashtag", "#x")])
    assert list(_graph(tables).nodes) == ["p:2", "-.23x"]


def test_mentions_without_target_and_other_candidates_are_counted(make: Callable[..., Tables]):
    mentions = [
        _mention(1, "author", None),
        _mention(1, "handle", "\x00 "),
        _mention(1, "author", "a:2", rank=2),
    ]
    tables = make(posts=POSTS, mentions=mentions)
    assert not _graph(tables).nodes
    assert _left_out(tables) == {"unresolved": 2, "other_candidates": 1, "without_author": 0}


def test_entities_have_their_name_and_kind(make: Callable[..., Tables]):
    tables = make(
        posts=POSTS,
        entities=[{"entity_id": "e_nato", "name": "NATO"}],
        mentions=[_mention(2, "entity", "e_nato")],
    )
    node = _graph(tables).nodes["e_nato"]
    assert (node["label"], node["kind"], node["entity_kind"]) == ("NATO", "entity", "organisation")


@pytest.mark.parametrize(
    ("target", "kind", "host"),
    [
        ("example.org", "domain", "example.org"),
        ("http://www.example.org:8080/", "domain", "example.org"),
        ("https://example.org/page", "url", "example.org"),
        ("https://me@example.org?x=1", "url", "example.org"),
        ("example.org/page#x", "url", "example.org"),
        ("#", "url", None),
    ],
)
def test_a_url_without_a_path_is_a_domain_and_all_urls_are_on_request(
    make: Callable[..., Tables], target: str, kind: str, host: str | None
):
    tables = make(posts=POSTS, mentions=[_mention(2, "url", target)])
    plain = list(_graph(tables).nodes(data=True))[1][1]
    assert (plain["kind"], plain["original_id"]) == (kind, target)
    joined = list(_graph(tables, domains=True).nodes(data=True))[1][1]
    assert joined["original_id"] == (host or target)
    assert joined["kind"] == ("domain" if host else "url")


def test_an_id_mentioned_as_several_kinds_is_one_node_and_one_edge_of_the_most_frequent(
    make: Callable[..., Tables],
):
    mentions = [_mention(2, kind, "x") for kind in ("hashtag", "handle", "handle")]
    graph = _graph(make(posts=POSTS, mentions=mentions))
    assert graph.nodes["x"]["kind"] == graph.edges["p:2", "x"]["kind"] == "handle"
    assert graph.edges["p:2", "x"]["mention_count"] == 3


def test_self_loops_stay_unless_they_are_not_wanted(make: Callable[..., Tables]):
    tables = make(posts=POSTS, authors=AUTHORS, mentions=[_mention(1, "author", "a:1")])
    assert list(_graph(tables).edges) == [("p:1", "a:1"), ("a:1", "a:1")]
    assert list(_graph(tables, self_loops=False).edges) == [("p:1", "a:1")]
    assert _left_out(tables, self_loops=False)["self_loops"] == 1


def test_a_post_that_is_mentioned_by_its_id_is_one_node(make: Callable[..., Tables]):
    mentions = [_mention(1, "handle", "p:2"), _mention(2, "hashtag", "#x")]
    graph = _graph(make(posts=POSTS, mentions=mentions))
    assert list(graph.nodes) == ["p:1", "p:2", "-.23x", "a:1"]
    assert graph.nodes["p:2"]["kind"] == "post"
    assert graph.nodes["p:2"]["mention_count"] == 1
