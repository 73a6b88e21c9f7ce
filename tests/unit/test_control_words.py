"""Rows and ends of rows that are controls and their counts, in the languages of comments."""

from __future__ import annotations

import pytest

from threadgraph.layouts._text.control_words import are_controls, before_counts


@pytest.mark.parametrize(
    "text",
    ["Reply Agree 4 Disagree 0", "Απάντηση Συμφωνώ 7 Διαφωνώ 5", "responder concordo (0)",
     "Odpowiedz Zgłoś", "Vind ik leuk (3)"],
)  # fmt: skip
def test_rows_of_controls_are_told(text: str) -> None:
    assert are_controls(text)


@pytest.mark.parametrize("text", ["Agree", "4", "Reply to Ann 4", "Odpowiedz mi 3"])
def test_other_rows_are_not(text: str) -> None:
    assert not are_controls(text)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Ann on 3 May 2020 Reply Agree 4 Disagree 0", "Ann on 3 May 2020"),
        ("από Ann στις 3 Μαΐου 2012 Απάντηση Συμφωνώ 4", "από Ann στις 3 Μαΐου 2012"),
        ("Ann on 3 May 2020", "Ann on 3 May 2020"),
        ("Ann, Agree 123456", "Ann, Agree 123456"),
        ("Reply 3", "Reply 3"),
        ("", ""),
    ],
)
def test_controls_with_counts_are_taken_away(text: str, before: str) -> None:
    assert before_counts(text) == before
