"""Posts of unknown markup: what classes and places tell, and at what cost."""

from __future__ import annotations

import time

import pytest

from threadgraph.markup import families
from threadgraph.markup._base import Comment
from threadgraph.markup._bylines import date_in, names_beside, names_in
from threadgraph.markup._dom import HtmlPage, Node, Owners
from threadgraph.markup._enclosing import enclosing, has_class
from threadgraph.markup._places import start_tags
from threadgraph.markup._unknown.outline import role_of
from threadgraph.markup._unknown.reading import PostReader

DATE = "May 3, 2020 at 10:22 am"


def read(html: str) -> Comment:
    """Read the one `article` of a page."""
    page = HtmlPage(html, html.encode())
    node = page.all("article")[0]
    reader = PostReader([node])
    comment = Comment(node=node)
    reader.fill(comment, node)
    reader.settle()
    return comment


@pytest.mark.parametrize(
    ("tag", "classes", "field", "surer"),
    [
        ("b", "fn", "author", "vcard"),
        ("span", "comment-author-name", "author", "author"),
        ("div", "comment-content", "body", "content"),
    ],
)
def test_exact_classes_are_surer_than_words_in_them(
    tag: str, classes: str, field: str, surer: str
) -> None:
    assert getattr(role_of(tag, classes), field) > getattr(role_of(tag, surer), field) > 0


@pytest.mark.parametrize("classes", ["author-img", "comment-author-petra", "says", "text-1"])
def test_classes_of_other_things_are_neither_name_nor_text(classes: str) -> None:
    role = role_of("span", classes)
    assert (role.author, role.body) == (0, 0)


@pytest.mark.parametrize(
    "head",
    [
        f"<div class='comment-author'><b>Ann</b> <span class='says'>says</span></div><i>{DATE}</i>",
        f"<h4>Ann <time>{DATE}</time></h4>",
        f"<cite>Ann</cite> wrote: <small><a href='#comment-7'>{DATE}</a></small>",
        f"<div class='x'><span>Ann</span><span>{DATE}</span></div>",
        f"<p><a href='http://ann.example'>Ann</a> <a href='#comment-7'>{DATE}</a></p>",
    ],
)
def test_name_and_date_are_found_by_class_or_by_place(head: str) -> None:
    comment = read(f"<article>{head}<p>One.</p><p>Two <b>Three</b>.</p></article>")
    assert (comment.author, comment.date, comment.text) == ("Ann", DATE, "One.\n\nTwo Three.")


def test_a_name_in_the_text_is_no_author() -> None:
    comment = read(f"<article><i>{DATE}</i><p>As <b>Ann</b> said.</p></article>")
    assert (comment.author, comment.text) == (None, "As Ann said.")


def test_controls_are_no_text() -> None:
    comment = read(
        f"<article><b class='fn'>Ann</b> {DATE}<div class='text'><p>One.</p>"
        "<p class='likes'>3 people like this</p><a href='?replytocom=7#respond'>Answer</a></div>"
    )
    assert comment.text == "One."


def test_names_stand_between_the_words_of_the_other_bylines() -> None:
    lines = [(f"Verfasst von {name} am 3. Mai 2020", None) for name in ("Ann Lee", "Bob Lee")]
    assert names_in(lines) == ["Ann Lee", "Bob Lee"]


def test_two_people_of_one_name_keep_it() -> None:
    assert names_beside(["Ann Lee", "Bob Lee"], None) == ["Ann Lee", "Bob Lee"]
    assert names_beside(["Ann Lee", "Ann Wood"], None) == ["Ann Lee", "Ann Wood"]


def test_one_byline_alone_does_not_tell_the_name() -> None:
    assert names_in([("Submitted by Ann on May 3, 2020", None)]) == [None]


def test_a_date_is_cut_out_of_its_line() -> None:
    assert date_in("Ann | May 3, 2020") == "May 3, 2020"
    assert date_in("Ann and 3 others") is None


def test_levels_are_the_boxes_around() -> None:
    html = "<div class='in'><p>1</p><div class='in'><p>2</p></div></div><p>3</p>"
    page = HtmlPage(html, html.encode())
    assert enclosing(page.all("p"), has_class("in")) == [1, 2, 0]


def test_the_place_of_an_id_is_not_spoilt_by_an_anchor_of_its_name() -> None:
    html = "<dt id='c7'><a name='c7'></a></dt><p id='x'></p><p id='x'></p><a name='y'></a>"
    page = HtmlPage(html, html.encode())
    known = {"c7": 0, "y": html.index("<a name='y")}
    assert start_tags(page.data, ["c7", "x", "y"]) == known
    assert Owners(page.all("dt")).of(page.all("a")[0]) == 0


def hostile(kind: str, count: int) -> str:
    item = '<li id="comment-{}" class="comment"><b class="fn">A</b>'
    if kind == "posts in posts":
        return "".join(f"<ul class='children'>{item.format(n)}<p>x" for n in range(count))
    if kind == "names in names":
        return item.format(1) + "<b>" * count + DATE
    return item.format(1) + f"<{kind}>x" * count


@pytest.mark.parametrize(
    "kind", ["posts in posts", "names in names", "div class='comment-content'"]
)
def test_cost_grows_with_the_page(kind: str) -> None:
    family = families()["wordpress"]
    costs: list[float] = []
    for count in (1000, 4000):
        html = hostile(kind, count)
        rounds: list[float] = []
        for _ in range(3):  # the garbage of other tests may be collected in one of them
            page = HtmlPage(html, html.encode())
            begin = time.process_time()
            family.read(page)
            rounds.append(time.process_time() - begin)
        costs.append(min(rounds))
    assert costs[1] < 10 * costs[0] + 0.2


HEAD = "<div class='vcard'><cite class='fn'>{name}</cite></div>"
MOMENT = f"<div class='meta'><a href='#c'>{DATE}</a></div>"
REPLY = "<div class='reply'><a href='?replytocom=7'>Reply</a></div>"
LONG = "<p>The kettle boils for an hour and a half, then the lid comes off by itself.</p>"


@pytest.mark.parametrize(
    "frame",
    [
        f"<div>{HEAD}{MOMENT}{{text}}{REPLY}</div>",
        f"{HEAD}{MOMENT}{{text}}{REPLY}",
        f"<div>{HEAD}{{text}}{MOMENT}</div>",
        f"<p><a href='/u/1'>{{name}}</a> <a class='at'>{DATE}</a></p><p></p>{{text}}<p><i></i></p>",
        f"{HEAD}{MOMENT}<div class='content'>{{text}}</div>",
        f"Comment {HEAD}<br>{MOMENT}{{text}}",
    ],
)
@pytest.mark.parametrize(
    "other",
    [
        "<p>One.</p>",
        "<p>One.</p><p>Two.</p>",
        "<p>One.</p><ul><li>Two.</li></ul>",
        "<blockquote><p>One.</p></blockquote><p>Two.</p>",
        "Bare words are a text as well, where they are many. <p>One.</p>",
        "<p>One.</p>Bare words behind.",
        "<div class='spoiler'><p>One, and some more words of it.</p></div><p>Two.</p>",
        "<p class='note'>One.</p>",
        "<p>Ann: <b>One</b></p>",
    ],
)
def test_posts_are_read_in_a_row_as_each_is_alone(frame: str, other: str) -> None:
    texts = (LONG * 2, LONG, other, LONG)
    posts = [frame.format(name=f"Ann {n}", text=text) for n, text in enumerate(texts)]
    html = "".join(f"<article>{post}</article>" for post in posts)
    page = HtmlPage(html, html.encode())
    nodes = page.all("article")
    together = PostReader(nodes)

    def fields(reader: PostReader, node: Node) -> tuple[str | None, ...]:
        comment = Comment(node=node)
        reader.fill(comment, node)
        return comment.author, comment.author_url, comment.date, comment.text

    assert [fields(together, n) for n in nodes] == [fields(PostReader(nodes), n) for n in nodes]
