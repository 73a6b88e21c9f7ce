"""What is counted as right: pairs, authors, parents; on made-up posts."""

from __future__ import annotations

from datetime import UTC, datetime

from threadgraph.commands._figures import figures, mean, weighed
from threadgraph.commands._scoring import Found, TruePage, Truth, match, score_page

FIRST = "the bridge over the river opens on monday"
SECOND = "nobody asked the ferry people about that"
THIRD = "they will get a new pier further down"


def page(*posts: Truth, opening_missing: bool = False) -> TruePage:
    return TruePage(name="p", family="f", posts=posts, opening_missing=opening_missing)


def test_pairs_are_one_to_one_and_the_most_alike_first() -> None:
    truths = [Truth(text=FIRST, author=None, parent=None)]
    pairs = match(truths, [Found(text=FIRST + " and more words here"), Found(text=FIRST)])
    assert pairs.true == {1: 0}
    assert pairs.alike == {0: 1.0}


def test_equal_texts_pair_in_order() -> None:
    truths = [Truth(text="Yes.", author=None, parent=None) for _ in range(3)]
    assert match(truths, [Found(text="Yes.") for _ in range(3)]).found == {0: 0, 1: 1, 2: 2}


def test_posts_of_nearly_the_same_words_pair_with_their_own() -> None:
    """Of a thread with thousands of them not each is compared with all."""
    texts = [f"this is answer number {number} of a long thread" for number in range(4_000)]
    truths = [Truth(text=text, author=None, parent=None) for text in texts]
    pairs = match(truths, [Found(text=text) for text in reversed(texts)])
    assert pairs.found == {number: 3_999 - number for number in range(4_000)}


def test_found_posts_without_a_pair_are_wrong_but_those_of_lost_posts_are_neutral() -> None:
    true = page(
        Truth(text=FIRST, author=None, parent=None),
        Truth(text=SECOND, author=None, parent=None, survives=False),
        Truth(text=THIRD, author=None, parent=None, counted=False),
    )
    found = [Found(text=t) for t in (FIRST, SECOND, THIRD, "never written by anyone", "☺")]
    counts = score_page(true, found)
    assert (counts["gold"], counts["right"], counts["wrong"]) == (1, 1, 1)


def test_what_stands_before_the_first_pair_is_neutral_where_the_opening_is_missing() -> None:
    truths = Truth(text=FIRST, author=None, parent=None)
    found = [Found(text="never written by anyone"), Found(text=FIRST)]
    assert score_page(page(truths), found)["wrong"] == 1
    assert score_page(page(truths, opening_missing=True), found)["wrong"] == 0


def test_a_date_is_right_within_a_day_and_a_half_and_counts_only_where_both_are_known() -> None:
    noon = datetime(2020, 5, 3, 12, tzinfo=UTC)
    true = page(
        Truth(text=FIRST, author=None, parent=None, created=noon),
        Truth(text=SECOND, author=None, parent=None, created=noon),
        Truth(text=THIRD, author=None, parent=None),
    )
    found = [
        Found(text=FIRST, created=noon.replace(day=4)),
        Found(text=SECOND, created=noon.replace(day=5)),
        Found(text=THIRD, created=noon),
    ]
    assert figures(score_page(true, found))["date"] == 0.5
    assert figures(score_page(true, [Found(text=FIRST)]))["date"] is None


def test_a_name_that_did_not_survive_is_invented() -> None:
    true = page(
        Truth(text=FIRST, author="Ann Lee", parent=None),
        Truth(text=SECOND, author="Bob", parent=None, author_survives=False),
        Truth(text=THIRD, author=None, parent=None, nameless=True),
    )
    found = [
        Found(text=FIRST, author="ann  LEE"),
        Found(text=SECOND, author="Bob"),
        Found(text=THIRD, author=None),
    ]
    made = figures(score_page(true, found))
    assert (made["author_recall"], made["author_precision"], made["invented"]) == (1.0, 0.5, 0.5)


def test_names_of_signs_alone_are_compared_as_they_are() -> None:
    true = page(
        Truth(text=FIRST, author="^_^", parent=None),
        Truth(text=SECOND, author="***", parent=None),
        Truth(text=THIRD, author="°°°", parent=None),
    )
    found = [
        Found(text=FIRST, author="^_^"),
        Found(text=SECOND, author=None),
        Found(text=THIRD, author="+++"),
    ]
    made = figures(score_page(true, found))
    assert (made["author_recall"], made["author_precision"]) == (round(1 / 3, 4), 0.5)


def test_an_ancestor_that_is_lost_is_passed_over() -> None:
    true = page(
        Truth(text=FIRST, author=None, parent=None),
        Truth(text=SECOND, author=None, parent=0, survives=False),
        Truth(text=THIRD, author=None, parent=1, printed=True),
    )
    made = figures(score_page(true, [Found(text=FIRST), Found(text=THIRD, parent=0)]))
    assert (made["parent"], made["parent_printed"], made["edge_precision"]) == (1.0, 1.0, 1.0)
    lost = figures(score_page(true, [Found(text=FIRST), Found(text=THIRD)]))
    assert (lost["parent"], lost["parent_printed"], lost["edge_precision"]) == (0.5, 0.0, None)


def test_a_parent_that_is_no_true_post_is_wrong() -> None:
    true = page(Truth(text=FIRST, author=None, parent=None))
    found = [Found(text="never written by anyone"), Found(text=FIRST, parent=0)]
    assert figures(score_page(true, found))["parent"] == 0.0


def test_each_quoted_post_is_right() -> None:
    true = page(
        Truth(text=FIRST, author=None, parent=None, parent_source="unknown"),
        Truth(text=SECOND, author=None, parent=None, parent_source="unknown"),
        Truth(text=THIRD, author=None, parent=0, parent_source="quote", quotes=(0, 1)),
    )
    made = figures(
        score_page(true, [Found(text=FIRST), Found(text=SECOND), Found(text=THIRD, parent=1)])
    )
    assert (made["quote"], made["parent"]) == (1.0, None)


def test_families_are_weighed_and_the_mean_is_not() -> None:
    truths = page(Truth(text=FIRST, author=None, parent=None))
    groups = {
        "hn": score_page(truths, []),
        "lemmy": score_page(truths, [Found(text=FIRST)]),
    }
    assert weighed(groups, {})["recall"] == 0.5
    assert weighed(groups, {"hn": 0.1})["recall"] == round(1 / 1.1, 4)
    assert mean(map(figures, groups.values()))["recall"] == 0.5
    assert weighed(groups, {"hn": 0.1})["posts"] == 2
