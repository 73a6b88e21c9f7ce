"""What selectors find belongs to the nearest post around it."""

from __future__ import annotations

from threadgraph.markup._base import Comment
from threadgraph.markup._dom import HtmlPage, Owners, holder
from threadgraph.markup._places import places_of, start_tags
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


def test_the_holder_is_the_nearest_around_all() -> None:
    found = page()
    one, two, three = found.all(".c")
    assert holder([one]).mem_id == one.mem_id
    assert holder([two, one]).mem_id == holder([one, two]).mem_id == one.mem_id
    assert (
        holder([one, two, three]).mem_id == holder([three, two]).mem_id == found.all("ul")[0].mem_id
    )


def test_selectors_inside_know_what_is_around() -> None:
    found = page()
    inner = found.all(".c")[1]
    assert [node.text() for node in found.inside(inner, "body .c > ul p")] == ["two"]
    assert len(found.all("p")) == len(found.inside(inner, "p")) > 1  # known already


def test_posts_without_ids_begin_where_their_classes_stand() -> None:
    data = b"""<ul><LI id=a class="c d"><li class='c d' id=a><li\nclass = "c d">
    <li class=c><li class="d c"><div class="c d"></ul>"""
    found = page(data)
    posts = [Comment(node=node) for node in found.all('li[class="c d"], li[class="c"]')]
    starts = (b"<LI", b"<li class='c d'", b"<li\nclass", b"<li class=c>")
    assert places_of(found, posts) == [data.index(start) for start in starts]


def test_a_class_that_the_source_has_elsewhere_tells_no_place() -> None:
    found = page(b"""<!-- <li class="c"> --><li class="c"><p>x</p>""")
    assert places_of(found, [Comment(node=found.all(".c")[0])]) == [None]


def test_posts_of_many_classes_each_have_their_place() -> None:
    tags = [f"<li CLASS='c depth-{number % 20}'>" for number in range(40)]
    html = f"<ul><li>none</li>{'</li>'.join(tags)}</li></ul>"
    found = page(html.encode())
    posts = [Comment(node=node) for node in found.all(".c")]
    places = places_of(found, posts)
    assert [html[place : place + len(tag)] for place, tag in zip(places, tags, strict=True)
            if place is not None] == tags  # fmt: skip
