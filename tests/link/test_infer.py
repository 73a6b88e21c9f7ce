"""Candidates for unknown parents: which cues name them, how sure they are, and what they leave."""

from __future__ import annotations

import time

import pytest

from threadgraph.link._thread import Node, Thread
from threadgraph.link.infer import CONFIDENCE, infer
from threadgraph.link.replies import link_document


def inferred(*posts: tuple[str | None, str], host: str | None = None, **first: object) -> Thread:
    """Link posts, given as author and text; `first` is more of the first post."""
    nodes = [
        Node(post_id=f"p{i}", position=i, author=author, text=text, **(first if i == 0 else {}))  # type: ignore[arg-type]
        for i, (author, text) in enumerate(posts)
    ]
    thread = link_document("key", "article", nodes)
    infer(thread, nodes, host)
    return thread


def candidates(thread: Thread) -> list[tuple[str, str, str, int]]:
    assert all(edge.inferred for edge in thread.edges)
    return [(e.child.post_id, e.parent_id, e.method, e.rank) for e in thread.edges]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("@Ann Lee that is wrong", "@Ann Lee"),
        ("@ann lee: wrong", "@ann lee"),
        ("Ann Lee, that is wrong", "Ann Lee"),
        ("Ann Lee: wrong", "Ann Lee"),
        ("Hello Ann Lee, wrong", "Ann Lee"),
        ("Danke, Ann Lee!", "Ann Lee"),
        ("Привет, Ann Lee!", "Ann Lee"),
        ("Ann, that is wrong", "Ann"),
        ("@Ann that is wrong", "@Ann"),
        ("@Ann", "@Ann"),
    ],
)
def test_a_post_that_opens_with_a_name_may_answer_the_latest_post_of_that_author(
    text: str, place: str
) -> None:
    thread = inferred(("ann lee", "Hello"), ("ann lee", "More"), ("eve", "I"), ("bob", text))
    assert candidates(thread) == [("p3", "p1", "address", 1)]
    edge = thread.edges[0]
    assert edge.place is not None
    assert text[slice(*edge.place)] == place
    assert edge.confidence == CONFIDENCE["address"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee is wrong",
        "Ann Leeds, you are wrong",
        "Anna, you are wrong",
        "As @Ann Lee says",
        "Ann Lee",
        "@Annette no",
        "Lee, you are wrong",
        "",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert candidates(inferred(("ann lee", "Hello"), ("bob", text))) == []


def test_a_first_name_that_two_authors_have_names_nobody() -> None:
    posts = (("ann lee", "Hello"), ("ann mey", "Hello"), ("bob", "Ann, you are wrong"))
    assert candidates(inferred(*posts)) == []


def test_the_longest_name_wins() -> None:
    posts = (("ann", "Hello"), ("ann lee", "Hello"), ("bob", "@Ann Lee, no"))
    assert candidates(inferred(*posts)) == [("p2", "p1", "address", 1)]


def test_nobody_answers_himself_by_name_and_no_later_post() -> None:
    assert candidates(inferred(("ann", "Hello"), ("ann", "Ann, again"))) == []
    assert candidates(inferred(("eve", "Hi"), ("bob", "Ann, you"), ("ann", "What?"))) == []


def test_an_address_to_the_articles_author_says_nothing() -> None:
    """It was the author's post before in 7 of 100 cases, and the article in most."""
    assert candidates(inferred(("ann", "Hello"), ("bob", "Ann, you are wrong"), host="ann")) == []


def test_the_articles_author_answers_the_post_before() -> None:
    thread = inferred(("bob", "Hello"), ("ann", "Welcome"), ("ann", "More"), host="ann")
    assert candidates(thread) == [("p1", "p0", "adjacency", 1)]
    assert thread.edges[0].confidence == CONFIDENCE["host"]


@pytest.mark.parametrize(
    "text",
    ["I agree with that", "Exactly!", "Genau so ist es", "Tout à fait, oui", "Sí, así es", "+1",
     "Да, конечно", "You’re right there"],
)  # fmt: skip
def test_who_agrees_answers_the_post_before(text: str) -> None:
    assert candidates(inferred(("ann", "Hello"), ("bob", text))) == [("p1", "p0", "adjacency", 1)]


@pytest.mark.parametrize("text", ["Yesterday it rained", "No.", "Thanks for that", "Genauer: no"])
def test_other_openings_say_nothing(text: str) -> None:
    assert candidates(inferred(("ann", "Is it so?"), ("bob", text))) == []


def test_the_first_post_answers_nobody() -> None:
    assert candidates(inferred(("ann", "Exactly!"))) == []
    thread = inferred(("ann", "Hi"), ("bob", "Ann, hello"))
    assert [n.parent_state for n in thread.nodes] == ["unknown", "unknown"]


def test_two_cues_are_ranked_and_share_the_confidence() -> None:
    thread = inferred(("ann", "Hi"), ("eve", "I"), ("cy", "Ann, no"), ("bob", "Yes, Ann, so it is"))
    ours = [e for e in thread.edges if e.child.post_id == "p3"]
    assert [(e.parent_id, e.method, e.rank) for e in ours] == [
        ("p0", "address", 1),
        ("p2", "adjacency", 2),
    ]
    assert sum(e.confidence for e in ours) <= 1


def test_what_the_document_shows_gets_no_candidates() -> None:
    thread = inferred(("ann", "Hello"), ("bob", "Exactly!"), depth=0)
    assert [e.inferred for e in thread.edges if e.child.post_id == "p0"] == [False]
    nodes = [
        Node(post_id="p0", position=0, author="ann", text="Hi", depth=0),
        Node(post_id="p1", position=1, author="bob", text="Exactly!", depth=0),
    ]
    thread = link_document("key", "article", nodes)
    infer(thread, nodes, None)
    assert [e.inferred for e in thread.edges] == [False, False]


def test_opening_posts_answer_nobody() -> None:
    nodes = [
        Node(post_id="p0", position=0, author="ann", text="Hi"),
        Node(post_id="p1", position=1, author="bob", text="Exactly!", role="opening"),
    ]
    thread = link_document("key", None, nodes)
    infer(thread, nodes, None)
    assert thread.edges == []


def test_many_authors_of_one_first_name_cost_linear_time() -> None:
    def cost(count: int) -> float:
        posts = [(f"ann {i}", f"Ann {i - 1}, exactly") for i in range(count)]
        begun = time.process_time()
        inferred(*posts)
        return time.process_time() - begun

    cost(500)
    assert min(cost(8000) for _ in range(3)) < 30 * min(cost(1000) for _ in range(3))
