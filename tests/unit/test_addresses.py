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
        ("/t/kiln.12/page-3#post-9", "/t/kiln.12"),
        ("/t/kiln.12/", "/t/kiln.12"),
        ("/index.php?t/kiln.12/page-3", "/index.php?t/kiln.12"),
        ("/index.php?t/kiln.12/", "/index.php?t/kiln.12"),
        ("/topic/12-kiln/page/2/", "/topic/12-kiln"),
        ("/topic/12-kiln/page__st__20", "/topic/12-kiln"),
        ("/kiln/comment-page-2/", "/kiln"),
        ("/threads/12-kiln/page4", "/threads/12-kiln"),
        ("/showthread.php?12-kiln/page4", "/showthread.php?12-kiln"),
        ("/showthread.php?12-kiln&page=4", "/showthread.php?12-kiln"),
        ("/discussion/12/kiln/p2", "/discussion/12/kiln"),
        ("/thread-12-page-2.html", "/thread-12.html"),
        ("/thread-12-3-1.html", "/thread-12-1-1.html"),
        ("/pots/kiln-t12-25.html", "/pots/kiln-t12.html"),
        ("/topic12-25.html", "/topic12.html"),
        ("/thread/12-kiln/?pageNo=2", "/thread/12-kiln"),
        ("/viewtopic.php?f=3&t=12&start=30", "/viewtopic.php?f=3&t=12"),
        ("/viewtopic.php?id=12&p=2", "/viewtopic.php?id=12"),
        ("/viewtopic.php?p=12", "/viewtopic.php?p=12"),
        (f"/kiln.html?s={'0a' * 16}", "/kiln.html"),
        ("/kiln?s=0&q=a%20b+c", "/kiln?s=0&q=a%20b+c"),
        ("/kiln?page=0%2C1", "/kiln"),
        ("/kiln.html?commentPage=2", "/kiln.html"),
        ("/index.php?topic=12.40", "/index.php?topic=12.0"),
        ("/index.php?topic=12.msg99", "/index.php?topic=12.0"),
        ("/index.php/topic,12.40.html", "/index.php/topic,12.0.html"),
        ("/?p=12", "?p=12"),
        ("/list?start=abc", "/list?start=abc"),
        ("/a/homepage-2020/x", "/a/homepage-2020/x"),
    ],
)
def test_the_number_of_a_page_is_no_part_of_the_discussion(page: str, whole: str) -> None:
    assert discussion_url(HOST + page) == HOST + whole


@given(st.text(st.characters(exclude_characters="[]", exclude_categories=["Cs"])))
def test_two_places_of_one_page_are_one_discussion(place: str) -> None:
    page = "https://forum.example/t/kiln.12/page-3"
    assert discussion_url(f"{page}#{place}") == discussion_url(page)


def test_what_is_no_address_comes_back() -> None:
    assert discussion_url("https://[half") == "https://[half"
