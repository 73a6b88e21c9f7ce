"""What links say that serve the reader is nobody's name."""

from __future__ import annotations

import pytest

from threadgraph.markup._base import Comment
from threadgraph.markup._unknown.names import is_name, serves, without_edges


@pytest.mark.parametrize("words", ["Like", "Report abuse", "Kommentar melden", "删除"])
def test_words_of_controls_are_no_names(words: str) -> None:
    assert serves(words)
    assert not is_name(words)


@pytest.mark.parametrize("words", ["Ann Lee", "Reporter", "melden_ann"])
def test_names_are_no_controls(words: str) -> None:
    assert not serves(words)
    assert is_name(words)


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        (["Ann am", "Bo Lee am"], ["Ann", "Bo Lee"]),
        (["Ann am", "Bo Lee"], ["Ann am", "Bo Lee"]),
        (["Sam I am", "Sam I am"], ["Sam I am", "Sam I am"]),
    ],
)
def test_what_leads_to_dates_is_no_part_of_names(shown: list[str], names: list[str]) -> None:
    comments = [Comment(author=name) for name in shown]
    without_edges(comments, "")
    assert [comment.author for comment in comments] == names
