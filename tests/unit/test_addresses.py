"""Pages of one discussion share its address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadgraph.addresses import archived, discussion_url, plain_url

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


VISIT = "0123456789abcdef" * 2
COPY = "https://web.archive.org/web/20130307194448"


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        (f"{HOST}/topic.php?t=1&sid={VISIT}#p7", f"{HOST}/topic.php?t=1#p7"),
        (f"{HOST}/topic.php?sid={VISIT}&t=1", f"{HOST}/topic.php?t=1"),
        (f"{HOST}/topic.html?s={VISIT}", f"{HOST}/topic.html"),
        (f"{HOST}/?s=kiln&sid=7", f"{HOST}/?s=kiln&sid=7"),
        (f"{COPY}/{HOST}/t/1?page=2", f"{HOST}/t/1?page=2"),
        (f"{COPY}im_/{HOST}/a.png", f"{HOST}/a.png"),
        (f"{COPY}/about", f"{COPY}/about"),
        (f"{HOST}/members/Bob B.html", f"{HOST}/members/Bob%20B.html"),
    ],
)
def test_an_address_is_that_of_the_site_without_the_visit(address: str, plain: str) -> None:
    assert plain_url(address) == plain


def test_the_address_of_a_copy_tells_when_it_was_made() -> None:
    when = archived(f"{COPY}/{HOST}/")
    assert when is not None
    assert when.isoformat() == "2013-03-07T19:44:48+00:00"
    assert archived(f"https://web.archive.org/web/20139999999999/{HOST}/") is None
    assert archived(HOST) is None
