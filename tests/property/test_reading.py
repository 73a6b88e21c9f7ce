"""Promises of reading, on pages made at random: tiling, the text law, stable ids."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

import threadgraph
from threadgraph.pipeline import read_document
from threadgraph.records import Page
from threadgraph.source import Refusal
from threadgraph.text import decode

word = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12)
line = st.lists(word, max_size=8).map(" ".join)
mark = st.sampled_from(
    ["  • Ann Lee", "    • Bob", "• x", "11-12-22 13:13", "Reply to  Ann Lee", "Ann Lee", "",
     "", "\n\n\n", "March 3, 2020 9:05 am", "… Read more »", "34 Comments", "by Ann Lee", "\t"]
)  # fmt: skip
page_text = st.lists(mark | line, max_size=40).map("\n".join)
page_bytes = page_text.map(str.encode) | st.binary(max_size=300) | page_text.map(
    lambda text: text.replace("\n", "\r\n").encode("utf-16")
)  # fmt: skip


def read(data: bytes) -> Page | None:
    try:
        return read_document(data, "page", "page").page
    except Refusal:
        return None


@settings(max_examples=400)
@given(data=page_bytes)
def test_any_bytes_are_refused_or_tiled(
    data: bytes, obeys_contract: Callable[[bytes, Page], None]
) -> None:
    page = read(data)
    if page is not None:
        obeys_contract(data, page)


@settings(max_examples=200)
@given(data=page_bytes)
def test_every_word_is_in_a_span_that_is_not_lost(data: bytes) -> None:
    page = read(data)
    if page is None:
        return
    kept = b"".join(data[s.span_start : s.span_end] for s in page.spans if s.kind != "chrome")
    chrome = [data[s.span_start : s.span_end] for s in page.spans if s.kind == "chrome"]
    assert len(kept) + sum(map(len, chrome)) == len(data)


@settings(max_examples=40)
@given(text=page_text)
def test_a_page_gives_valid_tables_and_the_same_twice(text: str) -> None:
    data = text.encode()
    if read(data) is None:
        return
    first, again = threadgraph.parse(data, "x"), threadgraph.parse(data, "x")
    for name in ("posts", "replies", "mentions", "spans", "diagnostics", "authors"):
        assert first.table(name).collect().equals(again.table(name).collect())


@settings(max_examples=100)
@given(data=st.binary(max_size=400))
def test_byte_offsets_lead_back_to_the_text(data: bytes) -> None:
    try:
        decoded = decode(data)
    except ValueError:
        return
    places = [decoded.byte_offset(i) for i in range(len(decoded.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(data)


names = st.sampled_from(["Ann Lee", "Bob", "New Guy", "Kay Elm"])
comment = st.tuples(st.integers(0, 3), names, st.sampled_from(["Yes.", "No, never.", "Why?"]))


def disqus(comments: list[tuple[int, str, str]]) -> str:
    """Write a Disqus list; depths are cut to what nesting allows."""
    lines = ["A Title Of Words", "", "The article says this.", "", ""]
    last = -1
    for wanted, name, text in comments:
        last = min(wanted, last + 1)
        indent = "  " * (last + 1)
        lines += [f"{indent}• {name}", "", f"{indent}  {text}", ""]
    return "\n".join(lines)


@settings(max_examples=30)
@given(comments=st.lists(comment, min_size=2, max_size=12), more=st.lists(comment, max_size=5))
def test_ids_survive_added_comments_and_changed_chrome(
    comments: list[tuple[int, str, str]], more: list[tuple[int, str, str]]
) -> None:
    before = threadgraph.parse(disqus(comments), "x").posts.collect()
    after = threadgraph.parse(disqus([*comments, *more]), "x").posts.collect()
    assert set(before["post_id"]) <= set(after["post_id"])
    spaced = disqus(comments).replace("\n\n", "\n\n\n").replace("\n", "\r\n")
    changed = threadgraph.parse(spaced, "x").posts.collect()
    assert set(before["post_id"]) == set(changed["post_id"])
    assert before.select(pl.col("parent_id")).equals(changed.select("parent_id"))
