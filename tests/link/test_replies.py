"""Parents: by nesting, by label, by native id; placeholders, circles, and what stays unknown."""

from __future__ import annotations

import random

import pytest

from threadgraph.link._thread import Node, Thread
from threadgraph.link.replies import MAX_JUMP, link_document


def linked(*posts: dict[str, object], article: str | None = "article") -> Thread:
    nodes = [Node(post_id=f"p{i}", position=i, **post) for i, post in enumerate(posts)]  # type: ignore[arg-type]
    return link_document("key", article, nodes)


def depths(*values: int) -> Thread:
    return linked(*({"depth": value} for value in values))


def parents(thread: Thread) -> list[str | None]:
    """Give each post's parent; `?` for a placeholder."""
    return [
        None if n.parent is None else "?" if n.parent.position is None else n.parent.post_id
        for n in thread.nodes
        if n.position is not None
    ]


def states(thread: Thread) -> list[str]:
    return [n.parent_state for n in thread.nodes if n.position is not None]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((0, 0), [None, None]),
        ((0, 1, 2, 1, 0, 1), [None, "p0", "p1", "p0", None, "p4"]),
        ((0, 1, 2, 3, 1), [None, "p0", "p1", "p2", "p0"]),
        ((0, 2, 2), [None, "?", "?"]),
        ((1,), ["?"]),
    ],
)
def test_nesting_takes_the_nearest_earlier_post_one_level_up(
    given: tuple[int, ...], expected: list[str | None]
) -> None:
    assert parents(depths(*given)) == expected


def test_nesting_agrees_with_the_definition_on_random_trees() -> None:
    source = random.Random(7)  # noqa: S311 - a fixed sample, no secret
    for _ in range(200):
        given = [0]
        while len(given) < 30:
            given.append(source.randint(0, given[-1] + 1))
        expected = [
            None if depth == 0 else f"p{max(j for j in range(i) if given[j] == depth - 1)}"
            for i, depth in enumerate(given)
        ]
        assert parents(depths(*given)) == expected


def test_a_jump_makes_a_placeholder_for_each_missing_level() -> None:
    thread = depths(0, 3)
    missing = [n for n in thread.nodes if n.position is None]
    assert [n.depth for n in missing] == [1, 2]
    assert [n.parent_state for n in missing] == ["observed", "missing"]
    assert states(thread) == ["root", "missing"]
    assert {n.thread.post_id for n in thread.nodes if n.thread} == {"p0"}
    assert [p.code for p in thread.problems] == ["TG123"]


def test_placeholders_stand_before_the_post_that_answers_them() -> None:
    order = [n.position for n in depths(0, 2).nodes]
    assert order == [0, None, 1]


def test_a_jump_too_far_is_no_nesting() -> None:
    thread = depths(0, MAX_JUMP + 2, 1)
    assert states(thread) == ["root", "unknown", "observed"]
    assert [p.code for p in thread.problems] == ["TG125"]


def test_root_comments_on_the_article_if_there_is_one() -> None:
    assert [(e.parent_id, e.relation) for e in depths(0).edges] == [("article", "comments_on")]
    assert linked({"depth": 0}, article=None).edges == []


def test_what_shows_nothing_stays_unknown() -> None:
    thread = linked({}, {})
    assert states(thread) == ["unknown", "unknown"]
    assert thread.edges == []
    assert [n.thread.post_id for n in thread.nodes if n.thread] == ["p0", "p1"]


def test_a_label_means_the_one_earlier_post_of_that_name() -> None:
    thread = linked({"depth": 0, "author": "ann lee"}, {"label": "Ann  LEE", "author": "bob"})
    assert parents(thread) == [None, "p0"]
    assert thread.nodes[1].depth == 1
    assert [(e.method, e.inferred) for e in thread.edges] == [
        ("top_level", False),
        ("reply_label", False),
    ]


def test_a_label_that_fits_two_posts_stays_unknown_with_ranked_candidates() -> None:
    thread = linked(
        {"depth": 0, "author": "ann lee"},
        {"depth": 0, "author": "ann lee"},
        {"label": "Ann Lee", "author": "bob"},
    )
    assert states(thread)[-1] == "unknown"
    inferred = [(e.parent_id, e.rank, e.confidence) for e in thread.edges if e.inferred]
    assert inferred == [("p1", 1, 0.7), ("p0", 2, pytest.approx(0.3))]
    assert [p.code for p in thread.problems] == ["TG124"]


def test_a_label_without_a_post_gets_a_named_placeholder() -> None:
    thread = linked({"depth": 0, "author": "ann"}, {"label": "Gone Person", "author": "bob"})
    assert parents(thread) == [None, "?"]
    assert [n.author_name for n in thread.nodes if n.position is None] == ["Gone Person"]
    assert [n.parent_state for n in thread.nodes if n.position is None] == ["unknown"]


def test_a_label_may_mean_a_post_without_a_name_so_nothing_is_invented() -> None:
    thread = linked({"depth": 0}, {"label": "Tom", "author": "bob"})
    assert states(thread) == ["root", "unknown"]
    assert all(n.position is not None for n in thread.nodes)
    assert [p.code for p in thread.problems] == ["TG124"]


def test_two_labels_of_one_missing_name_may_mean_two_posts() -> None:
    thread = linked({"label": "Gone", "author": "a"}, {"label": "Gone", "author": "b"})
    assert len([n for n in thread.nodes if n.position is None]) == 2


def test_native_ids_join_forwards_and_backwards() -> None:
    thread = linked({"native_id": "7", "native_parent_id": "9"}, {"native_id": "9", "depth": 0})
    assert parents(thread) == ["p1", None]
    assert [n.depth for n in thread.nodes] == [1, 0]


def test_one_missing_native_parent_is_one_placeholder() -> None:
    thread = linked({"native_parent_id": "x"}, {"native_parent_id": "x"})
    assert len([n for n in thread.nodes if n.position is None]) == 1


def test_a_circle_of_native_ids_is_cut_and_told() -> None:
    thread = linked(
        {"native_id": "a", "native_parent_id": "b"},
        {"native_id": "b", "native_parent_id": "a"},
        {"native_id": "c", "native_parent_id": "c"},
    )
    assert [p.code for p in thread.problems] == ["TG126", "TG126"]
    assert states(thread).count("unknown") == 2
    assert all(n.thread is not None for n in thread.nodes)


def test_a_long_chain_needs_no_recursion() -> None:
    thread = depths(*range(20_000))
    assert thread.nodes[-1].depth == 19_999
