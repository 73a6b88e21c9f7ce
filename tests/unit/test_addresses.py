"""Pages of one discussion share its address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadgraph.addresses import discussion_url

HOST = "https://forum.example"


@pytest.mark.parametrize(
    ("page", "whole"),
    [
        ("/t/kiln.12/page-3#post-9", "/t/kiln.12/"),
        ("/t/kiln.12/page-3", "/t/kiln.12"),
        ("/topic/12-kiln/page/2/", "/topic/12-kiln/"),
        ("/kiln/comment-page-2/", "/kiln/"),
        ("/threads/12-kiln/page4", "/threads/12-kiln"),
        ("/viewtopic.php?f=3&t=12&start=30", "/viewtopic.php?f=3&t=12"),
        ("/index.php?topic=12.40", "/index.php?topic=12.0"),
        ("/index.php?topic=12.msg99", "/index.php?topic=12.0"),
        ("/?p=12", "/?p=12"),
        ("/list?start=abc", "/list?start=abc"),
        ("/a/homepage-2020/x", "/a/homepage-2020/x"),
    ],
)
def test_the_number_of_a_page_is_no_part_of_the_discussion(page: str, whole: str) -> None:
    assert discussion_url(HOST + page).rstrip("/") == (HOST + whole).rstrip("/")


@given(st.text(st.characters(exclude_characters="[]", exclude_categories=["Cs"])))
def test_two_places_of_one_page_are_one_discussion(place: str) -> None:
    page = "https://forum.example/t/kiln.12/page-3"
    assert discussion_url(f"{page}#{place}") == discussion_url(page)


def test_what_is_no_address_comes_back() -> None:
    assert discussion_url("https://[half") == "https://[half"
