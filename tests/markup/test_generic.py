"""Pages that no family knows: what must not be taken for a discussion, and when they are asked."""

from __future__ import annotations

import pytest

from threadgraph.markup import choose, families
from threadgraph.markup._base import Comment
from threadgraph.markup._dom import HtmlPage
from threadgraph.markup.generic import FAMILY

CARD = (
    '<div class="{kind}"><h3><a href="/story/{n}">A kettle that sings in the night {n}</a></h3>'
    '<a class="user-name" href="/profile/{n}">Ann {n}</a> <time datetime="2024-01-1{n}">May</time>'
    "<p>It sings whenever somebody sleeps on the sofa, and stops at {n} in the morning.</p></div>"
)
COMMENT = (
    '<div class="comment"><b class="comment-author">Ann {n}</b> <span class="date">May {n}, 2021'
    '</span><p class="comment-text">It sings at {n} in the morning.</p></div>'
)


def read(html: str) -> list[Comment]:
    found = choose(HtmlPage(html, html.encode()))
    assert all(item.name == "generic" for item in found)
    return found[0].thread.comments if found else []


def rows(row: str, count: int = 4, **values: str) -> str:
    return "".join(row.format(n=n, **values) for n in range(1, count + 1))


@pytest.mark.parametrize(
    "body",
    [
        rows(CARD, kind="teaser"),
        rows(CARD, kind="post"),
        f'<section class="comments-promo">{rows(CARD, kind="card")}</section>',
        f'<div class="recent-comments">{rows(COMMENT)}</div>',
        f"<aside>{rows(COMMENT)}</aside><nav>{rows(COMMENT)}</nav>",
        '<ul class="menu"><li class="user">Ann, May 3, 2021</li><li class="user">Bob</li></ul>',
        # one article in what holds article and comments
        ('<div class="comment-area-wrap"><b class="author">Ann</b> <span class="date">May 3, 2021'
        "</span><p>It sings whenever somebody sleeps on the sofa.</p></div>"),
        # controls below each comment that was removed
        '<div class="comments">' + '<div class="comment-tools"><a href="/user/1">Ann</a> '
        "May 3, 2021 <p>Reply</p></div>" * 5 + "</div>",
        # products with a price, a seller and no date
        rows('<div class="product"><a class="user-name" href="/profile/{n}">Shop {n}</a><p>A kettle'
             " of red steel that sings whenever it boils, for {n} euro.</p></div>"),
        # sayings, without a time
        "<table><tr><th>Author</th><th>Message</th></tr>" + rows("<tr><td><b>Ann {n}</b></td><td>It"
        " sings whenever somebody sleeps on the sofa, {n} times.</td></tr>") + "</table>",
        # books, with the day they came
        "<table><tr><th>Author</th><th>Title</th></tr>" + rows("<tr><td><b>Ann {n}</b><br>May {n},"
        " 2021</td><td>The kettle that sang whenever it rained, part {n}</td></tr>") + "</table>",
        # what guests said, as a shop shows it
        rows('<div class="testimonial"><blockquote><p>We came for a weekend and stayed for a week,'
             ' {n} of us.</p></blockquote><cite class="author">Ann {n}</cite> <span class="date">'
             "May {n}, 2021</span></div>"),
        # openings at a firm
        rows('<div class="posting"><h5><a href="/jobs/{n}">Kettle smith {n}</a></h5><span class="'
             'location">Leeds</span> <span class="date">May {n}, 2021</span></div>'),
        # small ads that can be answered, without anybody's name
        "<table>" + rows('<tr><td><b>A kettle of red steel {n}</b></td><td>May {n}, 2021</td><td>It'
                         ' sings whenever it boils, and that for {n} euro only.</td><td><a '
                         'href="#">Antworten</a></td></tr>') + "</table>",
        # articles whose forms stand in pages of their own
        rows('<div class="post"><div class="title"><a href="/p/{n}">Kettles {n}</a></div><b class="'
             'author">Ann {n}</b> May {n}, 2021<div>It sings whenever somebody sleeps on the sofa.'
             '</div><a href="/p/{n}#respond">Reply</a></div>'),
        # what a council heard, one below the other
        "<h1>Comments on the budget</h1>" + rows("<h3>Kettles {n}</h3><p>May {n}, 2021</p><p>They"
                                                 " sing whenever somebody sleeps, said {n}.</p>"),
        # a blog's articles between rules
        rows("<h3>Kettles {n}</h3><p>It sings whenever somebody sleeps on the sofa.</p><p>Posted by"
             ' <a href="/user/{n}">Ann {n}</a> on May {n}, 2021 | <a href="/p/{n}">'
             "Comments</a></p><hr>"),
        # what stands below the heading of comments that nobody wrote
        "<h3>0 Comments</h3>" + rows('<div class="item"><b>Ann {n}l</b> May {n}, 2021<p>It sings'
                                     " whenever somebody sleeps, said {n}.</p></div>"),
        # news below a form, with titles in bold
        "<h3>Leave a comment</h3>" + rows("<b>{n}nd kettle sings on the sofa</b><br>May {n}, 2021"
                                          "<br>It sings whenever somebody sleeps {n}.<hr>"),
        # files
        "<table><tr><th>Name</th><th>Date</th><th>Comment</th></tr>" + rows("<tr><td>kettle{n}.zip"
        "</td><td>May {n}, 2021</td><td>It sings when somebody sleeps {n}.</td></tr>") + "</table>",
    ],
    ids=["teasers", "posts of a blog", "cards", "recent comments", "aside", "menu", "one article",
         "controls", "products", "sayings", "books", "what guests said", "openings", "small ads",
         "articles to answer", "a council", "articles between rules", "no comments",
         "news below a form", "files"],
)  # fmt: skip
def test_what_only_looks_like_comments_is_no_discussion(body: str) -> None:
    assert read(f"<body><article><h1>Kettles</h1><p>They sing.</p></article>{body}</body>") == []


PLAIN = (
    '<div class="x"><div class="y"><b>Ann {n}</b> <i>May {n}, 2021</i></div>'
    "<div>It sings whenever somebody sleeps on the sofa, at {n} in the morning.</div></div>"
)


@pytest.mark.parametrize(
    "heading",
    [
        "<h2>4 comments so far</h2>",
        "<h3>There are 4 comments</h3>",
        "<h3>4 Kommentare zu „Kettles“</h3>",
        "<h3>4 commentaires sur cet article</h3>",
        "<h3>4 responses to the kettle</h3>",
        "<h2>Comments to this article</h2>",
        "<h2>All comments</h2>",
        "<h2>Vos réactions</h2>",
        "<h2>Opiniones de los lectores</h2>",
        "<h2>Diskussion zum Artikel</h2>",
        "<h2>网友评论</h2>",
        "<div>Comments (4)</div>",
        "<p><span>4 Kommentare</span></p>",
    ],
)
def test_rows_below_what_says_comments_are_posts(heading: str) -> None:
    found = read(f"<h1>Kettles</h1>{heading}<div>{rows(PLAIN)}</div>")
    assert [c.author for c in found] == ["Ann 1", "Ann 2", "Ann 3", "Ann 4"]


@pytest.mark.parametrize(
    "heading",
    ["<h2>Recent comments</h2>", "<h1>Comments on the budget</h1>", "<h2>Meinung</h2>", "<p>4</p>"],
)
def test_rows_below_other_words_are_none(heading: str) -> None:
    assert not read(f"<h1>Kettles</h1>{heading}<div>{rows(PLAIN)}</div>")


@pytest.mark.parametrize(
    "head",
    [
        "<h4>On kettles {n}</h4><i>May {n}, 2021</i>",
        "<p>Version 1.{n} - May {n}, 2021</p>",
        "<p>Comment {n} - May {n}, 2021</p>",
        '<img class="avatar" alt="avatar"><i>May {n}, 2021</i>',
        '<i>May {n}, 2021</i><p><a href="https://kettle.example/{n}">On kettles {n}</a></p>',
    ],
)
def test_what_differs_by_numbers_alone_is_no_name(head: str) -> None:
    post = f'<div class="comment">{head}<p>It sings whenever somebody sleeps on the sofa.</p></div>'
    assert not [c for c in read(f"<h2>Comments</h2>{rows(post)}") if c.author]


@pytest.mark.parametrize(
    "post",
    [
        PLAIN.replace("<i>", '<a href="/p/{n}">The kettle that sang all night</a> <i>'),
        '<div class="x"><h3><a href="/p/{n}">Kettles</a></h3>' + PLAIN + "</div>",
        PLAIN.replace("</i>", '</i> <a href="/p/{n}">Read more</a>'),
        '<a href="/p/{n}">' + PLAIN + "</a>",
        PLAIN.replace("Ann {n}", "Version {n}.0"),
        '<div class="x"><b>Ann {n}</b> <i>May {n}, 2021</i> <p>PDF, {n} KB</p></div>',
    ],
)
def test_what_else_stands_below_such_a_heading_is_none(post: str) -> None:
    assert not read(f"<h1>Kettles</h1><h2>Discussion</h2><div>{rows(post)}</div>")


def test_what_links_serve_for_is_no_name() -> None:
    post = (
        '<li class="cmt"><p><a href="/m/{n}">Ann {n}</a></p><p>It sings on the sofa, at {n}.</p>'
        '<p><a href="#">Like</a> · <a href="#">Reply</a> · May {n}, 2021</p></li>'
    )
    found = read(f"<h3>Comments</h3><ul>{rows(post)}</ul>")
    assert [c.author for c in found] == ["Ann 1", "Ann 2", "Ann 3", "Ann 4"]
    assert found[0].text == "It sings on the sofa, at 1."


def test_titles_in_bold_are_no_names_where_names_stand_beside() -> None:
    shown = [
        ("Great value", "Ann Lee", "Hove"), ("Not what I hoped for", "bob7", "Kent"),
        ("Works as promised", "Cem", "Hove"), ("A few doubts", "Ann Lee", "Hove"),
    ]  # fmt: skip
    posts = "".join(
        f'<li class="zub"><h4>{title}</h4><div><i>{name}</i>, <small>{place}</small></div>'
        f"<p>I think it sings on the sofa, at {n}.</p><div>May {n}, 2021</div></li>"
        for n, (title, name, place) in enumerate(shown, 1)
    )
    found = read(f"<h3>Comments</h3><ul>{posts}</ul>")
    assert [c.author for c in found] == ["Ann Lee", "bob7", "Cem", "Ann Lee"]


def test_comments_beside_the_same_lists_are_found() -> None:
    page = f'<body>{rows(CARD, kind="teaser")}<div id="talk">{rows(COMMENT)}</div></body>'
    assert [comment.author for comment in read(page)] == ["Ann 1", "Ann 2", "Ann 3", "Ann 4"]


def test_a_single_comment_needs_a_name_of_its_own() -> None:
    assert len(read(f"<body>{rows(COMMENT, 1)}</body>")) == 1
    assert read(f"<body>{rows(COMMENT, 1).replace('comment', 'entry')}</body>") == []


@pytest.mark.parametrize("number", ["Reply #{n}", "Post #{n}", "#{n}"])
def test_numbers_of_posts_are_no_names(number: str) -> None:
    nameless = COMMENT.replace("Ann {n}", number).format(n=5)
    found = read(f"<body>{rows(COMMENT)}{nameless}</body>")
    assert [comment.author for comment in found] == ["Ann 1", "Ann 2", "Ann 3", "Ann 4", None]


def test_a_list_that_the_page_has_twice_is_read_once() -> None:
    row = rows(COMMENT.replace('class="comment"', 'class="comment" id="c-{n}"'))
    assert len(read(f"<body><div>{row}</div><div>{row}</div></body>")) == 4


def test_levels_that_no_tree_has_are_unknown() -> None:
    row = COMMENT.replace('class="comment"', 'class="comment level-{n}"')
    page = "".join(row.format(n=n) for n in (1, 3, 2, 1))
    assert [comment.depth for comment in read(f"<body>{page}</body>")] == [None] * 4


def test_the_last_family_is_asked_only_where_no_other_found_posts() -> None:
    known = (
        '<ul class="comments"><li class="comment" itemscope itemtype="http://schema.org/Comment">'
        '<b itemprop="author">Ann</b><p itemprop="text">It sings.</p></li></ul>'
    )
    page = f"<body>{known}{rows(COMMENT)}</body>"
    names = [found.name for found in choose(HtmlPage(page, page.encode()))]
    assert "microdata" in names
    assert "generic" not in names
    assert [name for name, family in families().items() if family.last] == ["generic"]


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        (["Ann Lee", "Bob Moss", "cem", "Dora Q."], ["Ann Lee", "Bob Moss", "cem", "Dora Q."]),
        (["Visited the mill", "Saw the wheel", "Painted the door", "Swept the floor"], []),
    ],
)
def test_only_names_stand_before_a_dash_and_a_date(heads: list[str], names: list[str]) -> None:
    post = "<div><p>{} - {} May 2021</p><p>It took two days and three tins of paint, {}.</p></div>"
    posts = "".join(post.format(head, n, n) for n, head in enumerate(heads, 1))
    assert [comment.author for comment in read(f"<h2>Comments</h2>{posts}")] == names


@pytest.mark.parametrize(("link", "posts"), [("#r{n}", 4), ("/review/{n}", 0)])
def test_what_has_a_title_is_a_post_if_it_links_to_itself(link: str, posts: int) -> None:
    review = (
        '<div id="r{n}"><b>Ann {n}</b> <a href="LINK">1{n} May 2021</a><h3><a href="/review/{n}">'
        "A kettle that sings in the night {n}</a></h3><p>It sings whenever somebody sleeps on the "
        "sofa, and stops at {n}.</p></div>"
    )
    assert len(read(f"<body>{rows(review.replace('LINK', link))}</body>")) == posts


def test_small_ads_with_a_day_and_a_control_are_no_posts() -> None:
    ad = (
        '<li class="x2b"><b>Old ladder {n}</b> <span>{n} May 2016</span><p>It is of ash, has all '
        "its rungs but one, and can be fetched at the mill at any time.</p>"
        '<a href="#x5">Reply</a></li>'
    )
    assert read(f"<body><ul>{rows(ad)}</ul></body>") == []


def test_comments_in_one_post_alone_are_posts_of_their_own() -> None:
    comment = (
        '<li class="comment"><p class="comment-text">We painted the door in {n} days.</p>'
        '<b class="comment-author">Cem {n}</b> <span class="date">June {n}, 2021</span></li>'
    )
    post = (
        '<div class="layout"><p>It sings whenever I sleep on the sofa, and only stops at {n} in '
        'the morning.</p><a href="/users/{n}">Ann {n}</a> <i class="age">{when}</i>{comments}</div>'
    )
    whole = [
        post.format(n=n, when="" if n == 1 else f"May {n}, 2021", comments="" if n > 1 else inner)
        for n, inner in zip(range(1, 5), [f"<ul>{rows(comment, 3)}</ul>", "", "", ""], strict=True)
    ]
    html = f"<body>{''.join(whole)}</body>"
    thread = FAMILY.read(HtmlPage(html, html.encode()))
    assert thread is not None
    assert [comment.author for comment in thread.comments] == [
        "Ann 1", "Cem 1", "Cem 2", "Cem 3", "Ann 2", "Ann 3", "Ann 4",
    ]  # fmt: skip
