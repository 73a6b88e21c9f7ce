"""Ids: the published form, and what they depend on."""

from __future__ import annotations

import base64
import hashlib

import polars as pl
from hypothesis import example, given
from hypothesis import strategies as st

from threadgraph.ids import (
    author_key,
    count_equals,
    fold_texts,
    hashed_id,
    hashed_ids,
)


@given(parts=st.lists(st.text()))
def test_ids_are_base32_of_blake2b_over_framed_parts(parts: list[str]) -> None:
    framed = [part.encode("utf-8", "surrogatepass") for part in parts]
    data = b"".join(len(part).to_bytes(8, "big") + part for part in framed)
    digest = hashlib.blake2b(data, digest_size=16).digest()
    expected = base64.b32encode(digest).decode().rstrip("=").lower()
    assert hashed_id("p", *parts) == f"p_{expected}"


@given(rows=st.lists(st.tuples(st.text(), st.none() | st.integers())))
def test_ids_of_columns_are_those_of_their_rows(rows: list[tuple[str, int | None]]) -> None:
    columns = [row[0] for row in rows], [row[1] for row in rows]
    assert hashed_ids("m", *columns).to_list() == [hashed_id("m", *row) for row in rows]


def test_texts_are_folded_to_letters_and_digits() -> None:
    texts = pl.Series(["It's 2 o'clock\n_", "Nai\u0308ve –  ÉTÉ!", ""])
    assert [text.decode() for text in fold_texts(texts)] == ["its2oclock", "naïveété", ""]


@given(texts=st.lists(st.text()))
@example(texts=["=\u0338", "don’t e\u0301", "“Ä“–Ω"])
def test_texts_are_folded_as_unicode_says(texts: list[str]) -> None:
    small = pl.Series(texts, dtype=pl.String).str.normalize("NFC").str.to_lowercase()
    letters = small.str.replace_all(r"[^\pL\pM\pN]+", "")
    assert [text.decode() for text in fold_texts(pl.Series(texts, dtype=pl.String))] == list(
        letters
    )


def test_parts_are_not_run_together() -> None:
    assert hashed_id("p", "ab", "c") != hashed_id("p", "a", "bc")


def test_an_authors_id_depends_on_scope_and_folded_name() -> None:
    assert author_key("d", "Ann  Lee") == author_key("d", "ann lee")
    assert author_key("d", "e\u0301") == author_key("d", "\u00e9")
    assert author_key("d", "Ann Lee") != author_key("e", "Ann Lee")


def test_equal_keys_are_numbered() -> None:
    assert count_equals([("a", "", ""), ("b", "", ""), ("a", "", "")]) == [0, 0, 1]
