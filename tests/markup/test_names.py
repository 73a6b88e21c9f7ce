"""What links say that serve the reader is nobody's name."""

from __future__ import annotations

import pytest

from threadgraph.markup._unknown.names import is_name, serves


@pytest.mark.parametrize("words", ["Like", "Report abuse", "Kommentar melden", "删除"])
def test_words_of_controls_are_no_names(words: str) -> None:
    assert serves(words)
    assert not is_name(words)


@pytest.mark.parametrize("words", ["Ann Lee", "Reporter", "melden_ann"])
def test_names_are_no_controls(words: str) -> None:
    assert not serves(words)
    assert is_name(words)
