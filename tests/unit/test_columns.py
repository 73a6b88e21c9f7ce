"""What stands at one place in all posts of a page is told by all values together."""

from __future__ import annotations

import pytest

from threadgraph.attributes import bare_names
from threadgraph.columns import are_counts, are_titles, best_names, depends

NAMES = ["Ann Lee", "oarsman_12", "Cem", "Ann Lee", "Dora K."]


@pytest.mark.parametrize(
    "values",
    [
        ["Great value", "Not what I hoped for", "Brilliant"],
        ["Too Small For Us", "Old Story", "About The Price", "The Other Side"],
    ],
)
def test_titles_have_words_of_sentences(values: list[str]) -> None:
    assert are_titles(values)


@pytest.mark.parametrize(
    "values", [NAMES, ["Marie van den Berg", "Luis de la Cruz", "Kim"], ["clay foot", "Zoë", "x9"]]
)
def test_names_are_no_titles(values: list[str]) -> None:
    assert not are_titles(values)


@pytest.mark.parametrize(
    ("values", "counted"),
    [
        (["Rating: 4", "Rating: 1", "Rating: 4"], True),
        (["★★☆☆☆", "★★★★★", "★☆☆☆☆"], True),
        (["Joined 2009", "Joined 2014", "Joined 2011"], True),
        (["No.", "No.", "No."], True),
        (["Guest 9", "Guest 14", "Guest 2"], False),
        (["Ann 1", "Ann 2", "Ann 3"], False),
        (["ann9", "ann14", "ann2"], False),
        (["Ann", "Ann", "Ann"], False),
    ],
)
def test_counts_differ_in_numbers_alone(values: list[str], counted: bool) -> None:  # noqa: FBT001
    assert are_counts(values) == counted


def test_places_depend_on_names_and_not_the_other_way_round() -> None:
    places = ["Hove", "Kent", "Hove", "Hove", "Kent"]

    assert depends(places, NAMES)
    assert not depends(NAMES, places)


def test_a_title_of_each_post_tells_nothing_of_two_who_talk() -> None:
    talk = ["Ann", "Bob", "Ann", "Bob"]

    assert not depends(talk, ["Works", "Overpriced", "Thanks", "Brilliant"])


def test_names_are_in_the_column_with_most_different_values() -> None:
    places = ["Hove", "Kent", "Hove", "Hove", "Kent"]

    assert best_names([places, NAMES]) == 1
    assert best_names([NAMES, ["Fig", "Elm", "Oak", "Ash", "Fir"]]) is None


@pytest.mark.parametrize(
    ("names", "bare"),
    [
        (["Ann | Leeds", "Bob | Hove", "Cem"], ["Ann", "Bob", "Cem"]),
        (["Ann, Leeds", "Bob, Hove", "Cem, Leeds"], ["Ann", "Bob", "Cem"]),
        (["Ann 12 posts", "Bob 7 posts", "Cem 9 posts"], ["Ann", "Bob", "Cem"]),
        (["AnnKent", "BobKent", "CemHove", "DoraHove"], ["Ann", "Bob", "Cem", "Dora"]),
        (["Ann Lee", "Bob Moss", "Cem Kaya"], ["Ann Lee", "Bob Moss", "Cem Kaya"]),
        (["Ann | The Mill", "Bob", "Cem", "Dora", "Ed"], ["Ann | The Mill", "Bob"]),
        (["Guest 7", "Guest 8", "Guest 9"], ["Guest 7", "Guest 8", "Guest 9"]),
        (["New member", "Senior member", "Junior member"], []),
    ],
)
def test_what_stands_behind_several_names_is_none_of_theirs(
    names: list[str], bare: list[str]
) -> None:
    found = bare_names(names)

    assert [found[name] for name in names if name in found][: len(bare)] == bare
