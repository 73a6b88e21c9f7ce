"""What a page of HTML loses is told: posts that parsers do not show, characters that they drop."""

from __future__ import annotations

import pytest

import threadgraph

POST = '<li id="comment-{0}" class="comment"><b class="fn">Ann</b> <p>A kettle boils, {0}.</p></li>'
LIST = f"<ol class='commentlist'>{POST.format(1)}{POST.format(2)}</ol>"


def told(html: str) -> list[tuple[str, str]]:
    return threadgraph.parse(html, "a.html").diagnostics.select("code", "reason").collect().rows()


@pytest.mark.parametrize("hidden", [f"<template>{LIST}</template>", f"<!-- {LIST} -->"])
def test_posts_that_no_parser_shows_are_told(hidden: str) -> None:
    page = "<meta charset=utf-8><p>A text of its own.</p>{}"
    assert told(page.format(hidden)) == [
        ("TG130", "2 marks of posts stand in the source, none was read")
    ]
    assert told(page.format("<p>See <a href='#comment-1'>1</a> and <i id='comments-2'>2</i>")) == []


def test_control_characters_are_told() -> None:
    html = "<meta charset=utf-8>" + LIST.replace("boils", "bo\0ils\x07")
    assert sorted(told(html)) == [
        ("TG102", "2 characters U+0000, which parsers of HTML leave out"),
        ("TG102", "2 control characters, kept in the posts' texts and names"),
    ]
