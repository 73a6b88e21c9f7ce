"""Quotations: by native id, by name and words, by words alone; and the parents they show."""

from __future__ import annotations

import time

import pytest

from threadgraph.link._thread import Node, Thread
from threadgraph.link.quotes import resolve
from threadgraph.link.replies import link_document
from threadgraph.records import RawQuote

LONG = "The bridge was closed in May because its northern pillar had sunk by a hand."


def post(text: str, author: str | None = None, **more: object) -> dict[str, object]:
    return {"text": text, "author": author, **more}


def nodes_of(*posts: dict[str, object]) -> list[Node]:
    return [Node(post_id=f"p{i}", position=i, **p) for i, p in enumerate(posts)]  # type: ignore[arg-type]


def quote(nodes: list[Node], position: int, passage: str, **more: object) -> RawQuote:
    start = nodes[position].text.index(passage)
    return RawQuote(
        position=position,
        text_start=start,
        text_end=start + len(passage),
        **more,  # type: ignore[arg-type]
    )


def quoted(node: Node) -> list[tuple[str | None, str, bool]]:
    return [(q.post.post_id if q.post else None, q.method, q.sure) for q in node.quoted]


def linked(nodes: list[Node], *quotes: RawQuote) -> Thread:
    resolve(nodes, quotes)
    return link_document("key", None, [n for n in nodes if n.role != "article"])


def test_a_linked_quotation_is_of_the_post_with_that_id() -> None:
    nodes = nodes_of(post(LONG, "ann", native_id="7"), post(f"{LONG}\nNo.", "bob"))
    resolve(nodes, [quote(nodes, 1, LONG, native_id="7")])
    found = nodes[1].quoted[0]
    assert quoted(nodes[1]) == [("p0", "native_id", True)]
    assert (found.confidence, found.similarity, found.quoted_place) == (1.0, 1.0, (0, 75))


def test_a_linked_quotation_may_have_other_words() -> None:
    nodes = nodes_of(post("Something else was said", "ann", native_id="7"), post(LONG, "bob"))
    resolve(nodes, [quote(nodes, 1, LONG, native_id="7")])
    assert nodes[1].quoted[0].quoted_place == (None, None)
    assert nodes[1].quoted[0].similarity is None


def test_a_name_and_words_in_one_of_the_authors_posts() -> None:
    nodes = nodes_of(
        post("Well, good morning.", "ann"),
        post(f"I say: {LONG} Full stop.", "ann"),
        post(LONG, "eve"),
        post(f"{LONG}\nNo.", "bob"),
    )
    resolve(nodes, [quote(nodes, 3, LONG, author="Ann")])
    assert quoted(nodes[3]) == [("p1", "quote_label", True)]
    start, end = nodes[3].quoted[0].quoted_place
    assert nodes[1].text[start:end] == LONG.rstrip(".")


def test_words_in_several_of_the_authors_posts_mean_the_latest_and_are_not_sure() -> None:
    nodes = nodes_of(post(LONG, "ann"), post(f"Again: {LONG}", "ann"), post(f"{LONG} No.", "bob"))
    resolve(nodes, [quote(nodes, 2, LONG, author="ann")])
    assert quoted(nodes[2]) == [("p1", "quote_label", False)]
    assert nodes[2].quoted[0].confidence == 0.7


def test_a_shortened_quotation_of_a_named_author_is_known_but_not_its_place() -> None:
    short = "The bridge was closed [...] its northern pillar had sunk"
    nodes = nodes_of(post(LONG, "ann"), post(f"{short}\nNo.", "bob"))
    resolve(nodes, [quote(nodes, 1, short, author="ann")])
    found = nodes[1].quoted[0]
    assert (found.quoted_place, found.similarity) == ((None, None), 1.0)


def test_other_words_of_a_named_author_are_lost() -> None:
    nodes = nodes_of(post("Something else was said here", "ann"), post(f"{LONG}\nNo.", "bob"))
    assert resolve(nodes, [quote(nodes, 1, LONG, author="ann")]) == {1: 1}
    assert nodes[1].quoted == []


def test_a_named_quotation_may_be_of_a_post_whose_name_is_lost() -> None:
    nodes = nodes_of(post(LONG), post(f"{LONG}\nNo.", "bob"))
    resolve(nodes, [quote(nodes, 1, LONG, author="Ann")])
    assert quoted(nodes[1]) == [("p0", "text_match", True)]


def test_a_named_quotation_is_never_of_somebody_else() -> None:
    nodes = nodes_of(post(LONG, "eve"), post(f"{LONG}\nNo.", "bob"))
    assert resolve(nodes, [quote(nodes, 1, LONG, author="Ann")]) == {1: 1}


def test_words_alone_must_stand_in_one_post() -> None:
    nodes = nodes_of(post(LONG, "ann"), post(f"> {LONG}", "bob"))
    resolve(nodes, [quote(nodes, 1, f"> {LONG}")])
    assert quoted(nodes[1]) == [("p0", "text_match", False)]
    nodes = nodes_of(post(LONG, "ann"), post(LONG, "eve"), post(f"> {LONG}", "bob"))
    assert resolve(nodes, [quote(nodes, 2, f"> {LONG}")]) == {2: 1}


@pytest.mark.parametrize("words", ["I think so", "a b c d e", "so it is I"])
def test_few_words_alone_tell_nothing(words: str) -> None:
    nodes = nodes_of(post(f"Well, {words} too", "ann"), post(f"> {words}", "bob"))
    assert resolve(nodes, [quote(nodes, 1, f"> {words}")]) == {1: 1}


def test_a_short_post_can_be_quoted_whole_by_name() -> None:
    nodes = nodes_of(post("Yes!", "ann"), post("yes\nNo.", "bob"))
    resolve(nodes, [quote(nodes, 1, "yes", author="ann")])
    assert quoted(nodes[1]) == [("p0", "quote_label", True)]


def test_two_words_of_a_named_author_are_found_inside_a_post() -> None:
    nodes = nodes_of(
        post("Why, though? It held for years.", "ann"), post("why though\nRust.", "bob")
    )
    resolve(nodes, [quote(nodes, 1, "why though", author="ann")])
    assert quoted(nodes[1]) == [("p0", "quote_label", True)]


def test_what_a_post_quotes_is_not_its_own() -> None:
    nodes = nodes_of(post(LONG, "ann"), post(f"> {LONG}\nNo.", "bob"), post(f"> {LONG}", "eve"))
    resolve(nodes, [quote(nodes, 1, f"> {LONG}"), quote(nodes, 2, f"> {LONG}")])
    assert quoted(nodes[2]) == [("p0", "text_match", False)]


def test_later_posts_are_not_quoted() -> None:
    nodes = nodes_of(post(f"> {LONG}", "bob"), post(LONG, "ann"))
    assert resolve(nodes, [quote(nodes, 0, f"> {LONG}")]) == {0: 1}


def test_the_article_can_be_quoted_but_is_no_parent() -> None:
    nodes = nodes_of(post(LONG, role="article"), post(f"> {LONG}", "bob"))
    thread = linked(nodes, quote(nodes, 1, f"> {LONG}"))
    assert quoted(nodes[1]) == [("p0", "text_match", False)]
    assert (thread.edges, nodes[1].parent_state) == ([], "unknown")


def test_a_quotation_inside_another_is_of_another_post() -> None:
    mine = "That is what I read in the paper as well this morning."
    text = f">> {LONG}\n> {mine}\nNo."
    nodes = nodes_of(post(LONG, "ann"), post(f"> {LONG}\n{mine}", "bob"), post(text, "eve"))
    thread = linked(
        nodes,
        quote(nodes, 1, f"> {LONG}", author="ann"),
        quote(nodes, 2, f">> {LONG}\n> {mine}", author="bob"),
        quote(nodes, 2, f">> {LONG}", author="ann"),
    )
    assert quoted(nodes[2]) == [("p1", "quote_label", True), ("p0", "quote_label", True)]
    assert [(e.child.post_id, e.parent_id, e.inferred) for e in thread.edges] == [
        ("p1", "p0", False),
        ("p2", "p1", False),
    ]


def test_an_open_quotation_ends_where_the_words_part() -> None:
    text = f"Ann said:\n{LONG}\nI have seen it too"
    nodes = nodes_of(post(LONG, "ann"), post(text, "bob"), post("> I have seen it too, bob", "eve"))
    begin = RawQuote(position=1, text_start=10, text_end=len(text), author="Ann", open=True)
    resolve(nodes, [begin, quote(nodes, 2, "> I have seen it too", author="bob")])
    start, end = nodes[1].quoted[0].place
    assert text[start:end] == LONG.rstrip(".")
    assert quoted(nodes[2]) == [("p1", "quote_label", True)]


def test_an_open_quotation_that_is_none_is_not_lost() -> None:
    nodes = nodes_of(post("Hello to you all", "ann"), post("Ann said:\nnothing at all", "bob"))
    begin = RawQuote(position=1, text_start=10, text_end=20, author="Ann", open=True)
    assert resolve(nodes, [begin]) == {}
    assert nodes[1].quoted == []


@pytest.mark.parametrize(("author", "known"), [("bob", True), ("ann", False)])
def test_a_post_may_begin_with_what_another_author_wrote(author: str, *, known: bool) -> None:
    text = f"{LONG} I doubt it"
    nodes = nodes_of(post(LONG, "ann"), post(text, author))
    resolve(nodes, [RawQuote(position=1, text_start=0, text_end=len(text), open=True)])
    assert bool(nodes[1].quoted) == known


def test_the_same_post_twice_quotes_nothing() -> None:
    nodes = nodes_of(post(LONG, "ann"), post(LONG, "bob"))
    resolve(nodes, [RawQuote(position=1, text_start=0, text_end=len(LONG), open=True)])
    assert nodes[1].quoted == []


@pytest.mark.parametrize(("start", "end"), [(0, 99), (-1, 3), (5, 5), (7, 3)])
def test_a_place_outside_of_the_text_is_lost(start: int, end: int) -> None:
    nodes = nodes_of(post("Some words", "ann"), post("Some words", "bob"))
    bad = RawQuote(position=1, text_start=start, text_end=end, author="ann")
    assert resolve(nodes, [bad]) == {1: 1}


def test_scripts_without_blanks_are_compared_by_characters() -> None:
    passage = "橋は五月に閉鎖されました。北側の柱が沈んだためです。"
    nodes = nodes_of(post(f"昨日、{passage}以上", "ann"), post(f"> {passage}", "bob"))
    resolve(nodes, [quote(nodes, 1, f"> {passage}")])
    assert quoted(nodes[1]) == [("p0", "text_match", False)]


def test_the_first_sure_quotation_shows_the_parent_and_others_are_candidates() -> None:
    other = "Nobody told us about the pillar before the very last week."
    text = f"> {LONG}\n> and\n{other}\nNo."
    nodes = nodes_of(post(LONG, "ann"), post(other, "eve"), post(text, "bob"))
    thread = linked(nodes, quote(nodes, 2, LONG), quote(nodes, 2, other, author="eve"))
    assert [(e.parent_id, e.method, e.inferred, e.rank) for e in thread.edges] == [
        ("p1", "quote", False, 1),
        ("p0", "quote", True, 2),
    ]
    assert nodes[2].parent_state == "observed"


def test_words_alone_give_a_candidate_only() -> None:
    nodes = nodes_of(post(LONG, "ann"), post(f"> {LONG}", "bob"))
    thread = linked(nodes, quote(nodes, 1, f"> {LONG}"))
    assert [(e.parent_id, e.inferred, e.rank) for e in thread.edges] == [("p0", True, 1)]
    assert nodes[1].parent_state == "unknown"


@pytest.mark.parametrize("shown", [{"depth": 0}, {"native_parent_id": "1"}, {"label": "ann"}])
def test_what_is_shown_otherwise_goes_before(shown: dict[str, object]) -> None:
    nodes = nodes_of(
        post("Hello there", "ann", native_id="1", depth=0),
        post(LONG, "eve", depth=0),
        post(f"> {LONG}", "bob", **shown),
    )
    thread = linked(nodes, quote(nodes, 2, LONG, author="eve"))
    assert "quote" not in [e.method for e in thread.edges]


def test_a_quotation_tells_which_post_of_the_labels_author_is_meant() -> None:
    nodes = nodes_of(
        post(LONG, "ann", depth=0),
        post("Good night to all of you", "ann", depth=0),
        post(f"> {LONG}", "bob", label="Ann"),
    )
    thread = linked(nodes, quote(nodes, 2, LONG, author="ann"))
    assert [(e.parent_id, e.method) for e in thread.edges] == [("p0", "quote")]
    assert thread.problems == []


def test_a_linked_post_that_is_not_here_gets_a_placeholder() -> None:
    nodes = nodes_of(post(f"{LONG} No.", "bob"), post(f"{LONG} Yes.", "eve"))
    thread = linked(
        nodes,
        quote(nodes, 0, LONG, native_id="9", author="Ann"),
        quote(nodes, 1, LONG, native_id="9"),
    )
    assert [n.position for n in thread.nodes] == [None, 0, 1]
    assert thread.nodes[0].author_name == "Ann"
    assert [n.parent_state for n in nodes] == ["missing", "missing"]
    assert [p.code for p in thread.problems] == ["TG123"]


def test_where_no_post_shows_its_id_a_link_yields_to_name_and_words() -> None:
    nodes = nodes_of(post(LONG, "ann"), post(f"{LONG} No.", "bob"), post("It was. Yes.", "eve"))
    resolve(
        nodes,
        [
            quote(nodes, 1, LONG, native_id="7", author="ann"),
            quote(nodes, 2, "It was.", native_id="8", author="cem"),
        ],
    )
    assert [quoted(node) for node in nodes[1:]] == [
        [("p0", "quote_label", True)],
        [(None, "native_id", True)],
    ]


def test_posts_that_link_each_other_make_no_circle() -> None:
    nodes = nodes_of(
        post(f"{LONG} No.", "bob", native_id="1"), post(f"{LONG} Yes.", "eve", native_id="2")
    )
    thread = linked(
        nodes, quote(nodes, 0, LONG, native_id="2"), quote(nodes, 1, LONG, native_id="1")
    )
    assert [p.code for p in thread.problems] == ["TG126"]


def _all_quote_all(count: int) -> tuple[list[Node], list[RawQuote]]:
    """Give posts of which each quotes the one before, all of the same words."""
    nodes = nodes_of(*(post(f"> {LONG}\n{LONG} {i}", f"user {i % 7}") for i in range(count)))
    return nodes, [quote(nodes, i, f"> {LONG}", author=f"user {i % 5}") for i in range(count)]


def test_posts_that_all_quote_each_other_cost_linear_time() -> None:
    def cost(count: int) -> float:
        nodes, quotes = _all_quote_all(count)
        begun = time.process_time()
        linked(nodes, *quotes)
        return time.process_time() - begun

    cost(500)
    assert min(cost(8000) for _ in range(3)) < 30 * min(cost(1000) for _ in range(3))
