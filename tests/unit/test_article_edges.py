"""The title of an article, and the lines of names and dates below it, are no part of its text."""

from __future__ import annotations

import pytest

from threadgraph.readers._article_edges import above_comments, below_title

TITLE = "The pond is dry"


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("The pond is dry\n\nNobody knows why.", "Nobody knows why."),
        ("THE POND is “dry”!\nNobody knows why.", "Nobody knows why."),
        ("News\nMill\n\nThe pond is dry\n\nNobody knows why.", "Nobody knows why."),
        ("The pond is dry\n\nBy Ann Lee\n\nNobody knows why.", "Nobody knows why."),
        ("The pond is dry\nVon\nAnn Lee\n-\nNobody knows why.", "Nobody knows why."),
        (
            "The pond is dry\nAnn Lee | Last updated on May 3, 2019\nNobody knows why.",
            "Nobody knows why.",
        ),
        ("The pond is dry\n3. Mai 2019 um 9:12\n\n- why?\n- who?", "- why?\n- who?"),
        ("The pond is dry\n\nAnn Lee went there.", "Ann Lee went there."),
        ("The pond is dry\n\nBy Ann Lee and Bob Moss", "By Ann Lee and Bob Moss"),
        ("The pond is dry\n\nOn May 3, 2019 it was full.", "On May 3, 2019 it was full."),
        ("The pond is dry", "The pond is dry"),
        ("The pond is dry, and nobody knows why.", "The pond is dry, and nobody knows why."),
    ],
)
def test_the_text_begins_below_the_title_and_its_byline(text: str, below: str) -> None:
    assert below_title(text, TITLE, "Ann Lee") == below


def test_a_title_far_down_is_of_something_else() -> None:
    text = f"{'All of this was said before. ' * 20}\n{TITLE}\nNobody knows why."
    assert below_title(text, TITLE, None) == text


def test_a_text_without_a_known_title_is_left_as_it_is() -> None:
    assert below_title("The pond\nis dry", None, None) == "The pond\nis dry"


@pytest.mark.parametrize(
    ("last", "ends"),
    [("3 Comments", True), ("Kommentare (3)", True), ("Discussion", True),
     ("There was no discussion.", False), ("In all 3 comments were lost", False)],
)  # fmt: skip
def test_the_heading_of_the_comments_is_none_of_the_article(last: str, *, ends: bool) -> None:
    text = f"Nobody knows why.\n\n{last}"
    assert above_comments(text) == ("Nobody knows why." if ends else text)


def test_a_text_that_is_nothing_but_such_a_heading_stays() -> None:
    assert above_comments("Discussion") == "Discussion"
