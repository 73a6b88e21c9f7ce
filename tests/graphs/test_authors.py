"""The interaction graph: who turns to whom, and what cannot be shown is counted."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from threadgraph.graphs import GraphOptions, graph_kinds, to_networkx

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx

    from threadgraph.schema import Tables

AUTHORS = [{"author_id": f"a:{name}", "name": name} for name in ("ann", "bob", "cat")]


def _graph(tables: Tables, **options: Any) -> nx.DiGraph:  # noqa: ANN401 - any option
    return to_networkx(graph_kinds()["authors"].build(tables, GraphOptions(**options)))


def _left_out(tables: Tables, **options: Any) -> dict[str, int]:  # noqa: ANN401 - any option
    graph = graph_kinds()["authors"].build(tables, GraphOptions(**options))
    return graph.left_out.collect().row(0, named=True)


def _post(
    number: int, author: str | None, parent: int | None = None, thread: int = 0
) -> dict[str, Any]:
    observed = {} if parent is None else {"parent_state": "observed", "parent_id": f"p:{parent}"}
    return {
        "post_id": f"p:{number}",
        "position": number,
        "thread_id": f"p:{thread}",
        "author_id": author and f"a:{author}",
        **observed,
    }


def test_replies_mentions_and_quotes_are_added_up(make: Callable[..., Tables]):
    tables = make(
        authors=AUTHORS,
        posts=[
            _post(0, "ann"),
            _post(1, "bob", 0),
            _post(2, "ann", 1),
            _post(3, "bob", 2),
            _post(4, "bob", thread=4),
        ],
        mentions=[{"mention_id": "m:1", "post_id": "p:4", "target_id": "a:ann"}],
        quotes=[{"post_id": "p:1", "quoted_id": "p:0"}],
    )
    assert list(_graph(tables).edges(data=True)) == [
        ("a:ann", "a:bob", {"weight": 1.0, "kind": "reply", "reply_count": 1, "mention_count": 0,
                            "quote_count": 0, "thread_count": 1, "mutual": True}),
        ("a:bob", "a:ann", {"weight": 4.0, "kind": "reply", "reply_count": 2, "mention_count": 1,
                            "quote_count": 1, "thread_count": 2, "mutual": True}),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("target", "method", "start", "counted"),
    [
        ("ann", "name", 0, 0),  # "Ann said:" above the quotation
        ("ann", "at_name", 0, 1),
        ("cat", "name", 0, 1),
        ("cat", "at_name", 30, 0),  # inside of it
        ("ann", "name", 70, 1),
    ],
)
def test_names_above_and_in_quotations_are_no_mentions_by_who_quotes(
    make: Callable[..., Tables], target: str, method: str, start: int, counted: int
):
    row = {"method": method, "text_start": start, "text_end": start + 3}
    tables = make(
        authors=AUTHORS,
        posts=[_post(0, "ann"), _post(1, "bob")],
        mentions=[{"mention_id": "m:1", "post_id": "p:1", "target_id": f"a:{target}"} | row],
        quotes=[{"post_id": "p:1", "quoted_id": "p:0", "text_start": 12, "text_end": 60}],
    )
    edges = _graph(tables).edges(data=True)
    assert sum(edge["mention_count"] for _, _, edge in edges) == counted
    assert sum(edge["quote_count"] for _, _, edge in edges) == 1


@pytest.mark.parametrize(
    ("mentions", "quotes", "kind"), [(1, 0, "mention"), (0, 1, "quote"), (1, 1, "mention")]
)
def test_the_kind_is_the_most_frequent_one(
    make: Callable[..., Tables], mentions: int, quotes: int, kind: str
):
    tables = make(
        authors=AUTHORS,
        posts=[_post(0, "ann"), _post(1, "bob")],
        mentions=[{"mention_id": "m:1", "post_id": "p:1", "target_id": "a:ann"}] * mentions,
        quotes=[{"post_id": "p:1", "quoted_id": "p:0"}] * quotes,
    )
    edge = _graph(tables).edges["a:bob", "a:ann"]
    assert edge["kind"] == kind
    assert not edge["mutual"]


def test_the_label_of_an_observed_reply_counts_as_the_reply_alone(make: Callable[..., Tables]):
    label = {"post_id": "p:1", "target_id": "a:ann", "method": "reply_label"}
    observed = make(
        authors=AUTHORS,
        posts=[_post(0, "ann"), _post(1, "bob", 0)],
        mentions=[label | {"mention_id": "m:1"}],
    )
    assert _graph(observed).edges["a:bob", "a:ann"]["weight"] == 1.0
    # the post answered is unknown, its author is not: the label is all that tells of it
    unknown = make(
        authors=AUTHORS,
        posts=[_post(0, "ann"), _post(1, "bob") | {"parent_state": "unknown"}],
        mentions=[label | {"mention_id": "m:1"}],
    )
    assert _graph(unknown).edges["a:bob", "a:ann"]["mention_count"] == 1


def test_what_has_no_author_at_one_end_is_counted(make: Callable[..., Tables]):
    tables = make(
        authors=AUTHORS,
        posts=[_post(0, None), _post(1, "bob", 0), _post(2, None, 1), _post(3, None, 2)],
        mentions=[
            {"mention_id": "m:1", "post_id": "p:0", "target_id": "a:ann"},
            {"mention_id": "m:2", "post_id": "p:1", "target_id": None},
            {"mention_id": "m:3", "post_id": "p:1", "kind": "hashtag", "target_id": "#x"},
        ],
        quotes=[{"post_id": "p:1", "quoted_id": "p:0"}],
    )
    assert not _graph(tables).edges
    assert _left_out(tables) == {
        "replies_without_author": 3,
        "mentions_without_author": 2,
        "quotes_without_author": 1,
    }


def test_only_observed_replies_and_the_best_target_of_a_mention_count(make: Callable[..., Tables]):
    tables = make(
        authors=AUTHORS,
        posts=[
            {**ARTICLE_BY_ANN},
            _post(1, "bob"),
            _post(2, "cat", 1) | {"parent_state": "missing"},
        ],
        replies=[{"child_id": "p:1", "parent_id": "p:0", "relation": "comments_on"}],
        mentions=[{"mention_id": "m:1", "post_id": "p:1", "target_id": "a:cat", "rank": 2}],
    )
    assert not _graph(tables).edges
    assert not any(_left_out(tables).values())


ARTICLE_BY_ANN = _post(0, None) | {"role": "article", "parent_state": None}


def test_nodes_tell_what_their_author_wrote_and_received(make: Callable[..., Tables]):
    first, last = (datetime(2022, 12, day, tzinfo=UTC) for day in (1, 2))
    ann = AUTHORS[0] | {
        "site": "x.example", "post_count": 2, "first_post_at": first, "last_post_at": last,
    }  # fmt: skip
    tables = make(
        authors=[AUTHORS[2], ann],
        posts=[_post(0, "ann"), _post(1, None, 0), _post(2, "ann", 1, thread=2)],
    )
    assert list(_graph(tables).nodes) == ["a:ann", "a:cat"]
    node = _graph(tables).nodes["a:ann"]
    assert {k: v for k, v in node.items() if k not in {"size", "color"}} == {
        "label": "ann", "author_id": "a:ann", "site": "x.example", "post_count": 2,
        "thread_count": 2, "replies_in": 1, "replies_out": 1,
        "first_ms": 1669852800000, "last_ms": 1669939200000,
    }  # fmt: skip


def test_self_loops_stay_unless_they_are_not_wanted(make: Callable[..., Tables]):
    tables = make(authors=AUTHORS, posts=[_post(0, "ann"), _post(1, "ann", 0)])
    assert not _graph(tables).edges["a:ann", "a:ann"]["mutual"]
    assert not _graph(tables, self_loops=False).edges
    assert _left_out(tables, self_loops=False)["self_loops"] == 1


def test_an_author_without_a_name_is_labelled_by_its_id(make: Callable[..., Tables]):
    nameless = [
        {"author_id": "x:1", "native_id": "one"},
        {"author_id": "x:2", "name": "\x00"},
    ]
    nodes = _graph(make(authors=nameless)).nodes
    assert [nodes[n]["label"] for n in ("x:1", "x:2")] == ["one", "x:2"]
