"""What selectors find belongs to the nearest post around it."""

from __future__ import annotations

from threadgraph.markup._dom import HtmlPage, Owners
from threadgraph.markup._places import start_tags
from threadgraph.markup._rules import Rules, read_rules

PAGE = b"""<body><ul><li class=c id=c1><b>Ann</b><p>one</p>
<ul><li class=c id=c2><b>Bo</b><p>two</p></li></ul><p>one more</p></li>
<li class=c id=c3><p>three</p></li></ul><b>Menu</b>"""

RULES = Rules(posts=".c", body=("p",), author=("b",))


def page(data: bytes = PAGE) -> HtmlPage:
    return HtmlPage(data.decode(), data)


def test_fields_of_an_answer_are_not_those_of_the_post_around_it() -> None:
    thread = read_rules(page(), RULES)
    assert thread is not None
    told = [(c.author, c.text, c.depth, c.native_id) for c in thread.comments]
    assert told == [
        ("Ann", "one\n\none more", 0, "1"),
        ("Bo", "two", 1, "2"),
        (None, "three", 0, "3"),
    ]


def test_an_element_outside_all_posts_has_no_owner() -> None:
    found = page()
    owners = Owners(found.all(".c"))
    assert [owners.of(node) for node in found.all("b")] == [0, 1, None]


def test_an_element_of_the_same_post_is_no_second_post() -> None:
    thread = read_rules(page(b"<li class=c id=c1><div class=c id=div-c1><p>one</p></div>"), RULES)
    assert thread is not None
    assert len(thread.comments) == 1


def test_the_place_of_an_id_that_stands_twice_is_unknown() -> None:
    data = b'<p id="a">x</p><p id=b>y</p><p id="a">z</p>'
    assert start_tags(data, ["a", "b"]) == {"b": 15}


def test_the_places_of_ids_that_begin_alike() -> None:
    data = b"""<a href="#comment-1"></a><p id="comment-1"><p class=comment-2><p id='comment-2'>
    <p id=comment-12><p data-id="comment-2"><!-- id="comment-3" --><a name="comment-3">"""
    starts = ('<p id="comment-1"', "<p id='comment-2'", "<p id=comment-12", '<a name="comment-3"')
    places = [data.index(start.encode()) for start in starts]
    names = ["comment-1", "comment-2", "comment-12", "comment-3"]
    assert start_tags(data, names) == dict(zip(names, places, strict=True))
    assert start_tags(data, [*names, "x"]) == start_tags(data, names)


def test_selectors_give_each_element_once() -> None:
    assert len(page(b"<p class='a b'>x</p>").all(".a, .b")) == 1
