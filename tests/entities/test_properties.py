"""Whatever the text: matches are slices, whole words, and never overlap."""

import unicodedata
from dataclasses import replace
from unittest.mock import patch

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from threadgraph.gazetteer import Gazetteer
from threadgraph.link import _forms
from threadgraph.link.entities import find_entities

PIECES = (
    "NATO", "Russia", "Russian", "Russian Foreign Ministry", "Foreign", "US", "U.S.", "us",
    "Turkey",
    "United Nations Security Council", "UN", "al-Assad", "Bush", "Korea", "North Korea", "Chad",
    "Native American", "Jordan", "in", "the", " ", " ", "-", "’s", "'", "_", "@", "#", "/", "\n",
    "😀", "é", "e\u0301", "日本", "\u200d", "x", "9",
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.tuples(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
        st.sampled_from(PIECES),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    ).map("".join),
)
MASKS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 40), st.integers(0, 12)), max_size=5)


def _small() -> Gazetteer:
    """Give the builtin gazetteer with the forms of `PIECES` only: quick to search for."""
    whole = Gazetteer.load()
    return replace(whole, forms=whole.forms.filter(pl.col("form").is_in(PIECES)))


GAZETTEER = _small()


def _foreign() -> Gazetteer:
    """Give it with names in scripts without blanks, with marks, and with signs before letters."""
    names = pl.DataFrame({"form": ["日本", "e\u0301x", "-’s", "#9", "é 日"]})
    forms = GAZETTEER.forms
    like = names.join(forms.head(1).drop("form"), how="cross").select(forms.columns)
    return replace(GAZETTEER, forms=pl.concat([forms, like]))


FOREIGN = _foreign()


def _frame(texts: list[str]) -> pl.DataFrame:
    ids = [f"p{n}" for n in range(len(texts))]
    schema = {"post_id": pl.String, "document_id": pl.String, "text": pl.String}
    return pl.DataFrame(
        {"post_id": ids, "document_id": ["d"] * len(ids), "text": texts}, schema=schema
    )


def _is_word(char: str) -> bool:
    return char == "_" or unicodedata.category(char)[0] in "LMN"


@given(st.lists(TEXTS, max_size=4), MASKS)
def test_matches_are_whole_slices_without_overlap(
    texts: list[str], masks: list[tuple[int, int, int]]
):
    masked = pl.DataFrame(
        [(f"p{n}", start, start + size) for n, start, size in masks],
        schema={"post_id": pl.String, "text_start": pl.Int64, "text_end": pl.Int64},
        orient="row",
    )
    found = find_entities(_frame(texts), GAZETTEER, masked)
    ends: dict[str, int] = {}
    for row in found.filter(pl.col("rank") == 1).iter_rows(named=True):
        text = texts[int(row["post_id"][1:])]
        start, end = row["text_start"], row["text_end"]
        assert text[start:end] == row["surface"]
        assert start >= ends.get(row["post_id"], 0)
        ends[row["post_id"]] = end
        assert not (start and _is_word(text[start - 1]))
        if _is_word(text[end - 1]):  # "U.S." ends itself
            assert not (end < len(text) and _is_word(text[end]))
        for n, opened, size in masks:
            if f"p{n}" == row["post_id"] and size:
                assert end <= opened or start >= opened + size


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_a_text_is_read_alike_alone_and_among_others(texts: list[str]):
    frame = _frame(texts).with_columns(document_id="post_id")
    together = find_entities(frame, GAZETTEER)
    alone = pl.concat(find_entities(frame[n : n + 1], GAZETTEER) for n in range(len(texts)))
    assert together.equals(alone)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_few_texts_are_searched_for_the_same_forms_as_many(texts: list[str]):
    frame = _frame(texts)
    few = find_entities(frame, FOREIGN)
    with patch.object(_forms, "SMALL", -1):
        assert find_entities(frame, FOREIGN).equals(few)
