"""Texts of elements: what is shown, and where passages stand in it."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from threadgraph.markup._text import Text, text_of


def read(html: str, skip: str = "", marked: str = "") -> Text:
    tree = LexborHTMLParser(f"<body><div id=post>{html}</div>")
    post = tree.css_first("#post")
    assert post is not None
    found = {n.mem_id for n in tree.css(skip)} if skip else set[int]()
    quotes = {n.mem_id for n in tree.css(marked)} if marked else set[int]()
    return text_of(post, found, quotes)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("one<b> two</b>\n three", "one two three"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<p>one</p>\n<p>two</p>", "one\n\ntwo"),
        ("<ul><li>one<li>two</ul>after", "one\ntwo\n\nafter"),
        ("<pre>  a\n    b\n</pre>c", "  a\n    b\n\nc"),
        ("a<script>alert(1)</script><style>p{}</style>b<noscript>n</noscript>", "ab"),
        ("AT&amp;T &lt;b&gt; &#233;&nbsp;x", "AT&T <b> é x"),
        ('yes <img class="emoji" alt="🙂"> no <img alt="a cat">', "yes 🙂 no"),
        ("<b>bo<i>th</b> broken</i> nesting", "both broken nesting"),
        ("  ", ""),
        ("x<!-- hidden -->y", "xy"),
        ("x<?php echo 1 ?>y<b>z</b>", "xyz"),
    ],
)
def test_a_text_is_what_a_reader_sees(html: str, text: str) -> None:
    assert str(read(html)) == text


def test_left_out_elements_leave_no_trace() -> None:
    assert str(read("a <div class=sig>-- me</div> b", skip=".sig")) == "a b"


def test_a_passage_has_its_place_in_the_text() -> None:
    text = read("<p>See:</p><blockquote>old <i>words</i></blockquote><p>No.</p>", "", "blockquote")
    (passage,) = text.passages
    assert str(text)[passage.start : passage.end] == "old words"


def test_quotes_in_quotes_are_passages_of_their_own() -> None:
    html = "<blockquote>a<blockquote>b</blockquote>c</blockquote>d"
    text = read(html, marked="blockquote")
    assert [str(text)[p.start : p.end] for p in text.passages] == ["b", "a\n\nb\n\nc"]


def test_an_empty_passage_is_none() -> None:
    assert read("<blockquote> </blockquote>x", marked="blockquote").passages == []


def test_depth_needs_no_recursion() -> None:
    assert str(read("<i>" * 5 + "<span>" * 5000 + "deep")) == "deep"


words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)


@given(st.lists(st.tuples(words, st.sampled_from(["p", "q", "div", "b"])), max_size=8))
def test_every_word_is_kept_once_and_passages_hold_theirs(parts: list[tuple[str, str]]) -> None:
    html = " ".join(f"<{tag} class=m>{escape(word)}</{tag}>" for word, tag in parts)
    text = read(html, marked=".m")
    assert str(text).split() == [word for word, _ in parts]
    assert [str(text)[p.start : p.end] for p in text.passages] == [word for word, _ in parts]
