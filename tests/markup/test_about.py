"""What pages tell of their articles beside the head."""

from __future__ import annotations

import pytest

from threadgraph.markup._about import complete
from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._dom import HtmlPage
from threadgraph.markup._meta import Meta, read_meta


def about(html: str, first: str = "ol > li", posts: int = 2) -> tuple[Meta, Thread]:
    page = HtmlPage(html, html.encode())
    thread = Thread(comments=[Comment(node=page.first(first)) for _ in range(posts)])
    return complete(page, read_meta(page), thread), thread


@pytest.mark.parametrize(
    ("title", "heading", "expected"),
    [
        ("The pond is dry - Mill", "The pond is dry", "The pond is dry"),
        ("Mill: The pond is dry", "The pond is dry", "The pond is dry"),
        ("The pond - is dry | Page 5 | Mill", "The pond is dry", "The pond is dry"),
        ("The pond and the...", "The pond and the mill", "The pond and the mill"),
        ("The pond: it is dry", "The pond it is dry", "The pond: it is dry"),
        ("A story of the mill", "Mill", "A story of the mill"),
        ("Why the pond in May is dry", "pond in May", "Why the pond in May is dry"),
        ("Dry pond | The Log of the Mill", "Dry pond", "Dry pond"),
        ("Dry pond in the woods of May", "Dry pond", "Dry pond in the woods of May"),
        (
            "The pond of the mill is dry – Old Mill",
            "Old Mill",
            "The pond of the mill is dry – Old Mill",
        ),
    ],
)
def test_the_title_is_the_headline_without_the_site(
    title: str, heading: str, expected: str
) -> None:
    meta, _ = about(f"<title>{title}</title><h2>Mill</h2><h1>{heading}</h1>")
    assert meta.title == expected


@pytest.mark.parametrize("link", ["/", "https://mill.example", "//mill.example/index.php"])
def test_a_heading_that_leads_to_the_first_page_is_the_sites(link: str) -> None:
    title = "<title>The Log of the Old Mill » The pond is dry</title>"
    site = f'<h1><a href="{link}">The Log of the Old Mill</a></h1>'
    assert about(f"{title}{site}<h2>The pond is dry</h2>")[0].title == "The pond is dry"
    assert about(title + site)[0].title == "The Log of the Old Mill » The pond is dry"
    inner = site.replace(f'"{link}"', '"/log/pond"')
    assert about(f"{title}{inner}<h2>The pond is dry</h2>")[0].title == "The Log of the Old Mill"


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ('<h1 class="entry-title">Where the water went</h1>', "Where the water went"),
        ('<h1 class="entry-title">Water</h1><h1 class="entry-title">Wind</h1>', "Dry ponds - Mill"),
        ("<h1>Where the water went</h1>", "Dry ponds - Mill"),
    ],
)
def test_the_only_heading_that_is_called_the_entrys_title_is_it(
    headings: str, expected: str
) -> None:
    meta, _ = about(f"<title>Dry ponds - Mill</title>{headings}<ol><li>Ann</li></ol>")
    assert meta.title == expected


@pytest.mark.parametrize(
    ("html", "author"),
    [
        ("<p><a rel=author href=/a>Ann Lee</a></p>", "Ann Lee"),
        ("<p class=byline>By Ann Lee</p>", "Ann Lee"),
        ("<p><a rel=author href=/a>Von Moos</a></p>", "Von Moos"),
        ("<p class=byline>von Ann Lee</p>", "Ann Lee"),
        (
            "<p class=byline>3 May 2020 | by <a href=/a>Ann Lee</a> in <a href=/n>News</a></p>",
            "Ann Lee",
        ),
        ("<p class=byline>Posted in <a href=/n>News</a> by Ann Lee</p>", None),
        ("<span itemprop=author>Ann Lee <a href=/f>Follow</a></span>", None),
        ("<p class=byline><a href=/a></a> <a href=/a>Ann Lee</a></p>", "Ann Lee"),
        ("<span class='author vcard'><a href=/a>View all posts by Ann Lee</a></span>", "Ann Lee"),
        ("<div><h3><a rel=author href=/a>Ann Lee</a></h3></div>", "Ann Lee"),
        ("<div><h3><a href=/o>Other</a></h3><a rel=author href=/o>Odd</a></div>", None),
        ("<p class='author vcard'>Author <a class=fn href=/a>Ann Lee</a></p>", "Ann Lee"),
        ("<nav><a rel=author href=/o>Odd</a></nav>", None),
        ("<div class=sidebar><a rel=author href=/o>Odd</a></div>", None),
        ("<a rel=author href='https://plus.google.com/1'>Odd</a>", None),
        ("<ol><li><a rel=author href=/o>Odd</a></li></ol>", None),
    ],
)
def test_the_author_stands_by_the_headline(html: str, author: str | None) -> None:
    assert about(f"<title>Pond</title><h1>Pond</h1>{html}<ol><li>Hi</li></ol>")[0].author == author


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("<a href='#comments'>21 Comments</a>", 21),
        ("<a href='/other#comments'>21 Comments</a>", None),
        ("<h3>6 Kommentare zu Der Weiher</h3>", 6),
        ("<h3>Comments (5 of 23)</h3>", 23),
        ("<h3>10 ways to dry a pond</h3>", None),
        ("<h3>1 comment</h3>", 1),
        ("<h3>One comment</h3>", None),
    ],
)
def test_the_page_tells_how_many_comments_it_has(html: str, count: int | None) -> None:
    assert about(f"<h1>Pond</h1>{html}<ol><li>Hi</li></ol>")[1].expected == count


def test_a_count_of_far_less_than_the_posts_counts_something_else() -> None:
    assert about("<h1>Pond</h1><h3>1 comment</h3><ol><li></ol>", posts=3)[1].expected is None


@pytest.mark.parametrize(
    ("html", "at"),
    [
        ("<p><time class=entry-date datetime='2020-05-03T10:00:00+02:00'>May 3</time></p>",
         "2020-05-03T10:00:00+02:00"),
        ("<p>May 3, 2020 | by Ann | 2 comments</p>", "2020-05-03"),
        ("<p><b>By Ann</b> <i><b>23.05.2020, 10:22</b> in Ponds</i></p>", None),
        ("<p><b>By Ann</b> <span>23.05.2020, 10:22</span></p>", "2020-05-23T10:22Z"),
        ("<p>May 3, 0143 at 10:22 am | by Ann</p>", "0143-05-03T10:22Z"),
        (f"<p>May 3, 1820{', and since then it was never dry' * 5}.</p>", None),
        ("<nav><time class=entry-date>May 3, 2020</time></nav>", None),
        ("<ol><li>May 3, 2020</li></ol>", None),
    ],
)  # fmt: skip
def test_the_date_stands_by_the_headline(html: str, at: str | None) -> None:
    page = f"<title>Pond</title><div><header><h1>Pond</h1></header>{html}</div><ol><li>Hi</ol>"
    assert about(page)[0].published_at == at


@pytest.mark.parametrize(
    ("shown", "kept"),
    [
        ("03/04/2019", "03/04/2019"),
        ("May 3, 2019, 9:15pm PT", "May 3, 2019, 9:15pm PT"),
        ("Room 4, 9:15", None),
    ],
)
def test_a_date_that_means_several_days_or_hours_is_kept_as_shown(
    shown: str, kept: str | None
) -> None:
    page = f"<h1>The pond is dry</h1><p>{shown}</p><p>Nobody knows why.</p><ol><li>Ann</li></ol>"
    meta, _ = about(page)
    assert (meta.published_text, meta.published_at) == (kept, None)


@pytest.mark.parametrize(
    ("headline", "author"), [("Pond", "Ann Lee"), ("Pond is dry", "Ann Lee"), ("The mill", None)]
)
def test_json_tells_of_the_article_with_the_pages_title(headline: str, author: str | None) -> None:
    item = f'{{"@type":"Article","headline":"{headline}","author":{{"name":"Ann Lee"}}}}'
    script = f"<script type='application/ld+json'>{item}</script>"
    assert (
        about(f"<title>Pond</title>{script}<h1>Pond</h1><ol><li>Hi</li></ol>")[0].author == author
    )
