"""Marks are sought in few places of a text: nothing is missed in the others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from threadgraph.link._marks import MARKS, find_marks

_PIECES = (
    " ", "  ", "\n", "\xa0", ".", "www", "www.", "http://", "://", "x", "Ann", "a-b", "com", "org",
    "co.uk", "@", "#", "(dot)", "[dot]", " (dot) ", "(", ")", "[", "]", "/", "de/", "é", "日本",
    "1", ":", ";", "_", "-", "+", "?", '"', ">", ". com", ".com", "com.au",
)  # fmt: skip


@given(text=st.lists(st.sampled_from(_PIECES)).map("".join))
def test_marks_are_those_of_a_search_over_the_whole_text(text: str) -> None:
    whole = [match.start() for match in MARKS.finditer(text)]
    assert [mark.start for mark in find_marks(text)] == whole
