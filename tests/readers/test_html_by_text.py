"""Pages of HTML whose elements tell nothing are read by the rows of their text."""

from __future__ import annotations

from threadgraph.readers.pages.html import READER

PAGE = """<!DOCTYPE html><html lang="en"><head><title>The mill pond</title></head><body>
<article><h1>The mill pond</h1><p>The pond was drained in March, and the ducks have gone to the
river, where the boys of the town feed them.</p></article><div class="css-5a1">{heading}{items}
</div></body></html>"""
POST = (
    '<div class="css-9f2"><div class="css-b07"><span class="css-c11">{name}</span> - <em '
    'class="css-d40">{day}</em></div><span class="css-e77">{text}</span><div class="css-f03">'
    '<button class="css-a9a">{control}</button></div></div>\n'
)
SAID = (
    ("Ann Lee", "Jan 5, 2014", "Who has the key of the sluice?"),
    ("duckfriend", "Aug 18, 2014", "The miller had it, and he moved away."),
    ("T. Moss", "Jun 5, 2015", "Then we need a locksmith."),
)


def page(heading: str, control: str) -> bytes:
    posts = (POST.format(name=n, day=d, text=t, control=control) for n, d, t in SAID)
    return PAGE.format(heading=heading, items="".join(posts)).encode()


def test_posts_are_read_by_their_rows() -> None:
    read = READER.read(page("<p>All comments</p>", "I agree 3"))
    posts = [(p.author_name, p.created_text, p.text) for p in read.posts if p.role == "comment"]
    assert posts == [*SAID]
    assert read.document.layout == "generic"


def test_the_article_ends_where_the_posts_begin() -> None:
    read = READER.read(page("<p>All comments</p>", "I agree 3"))
    article = read.posts[0]
    assert article.role == "article"
    assert "drained in March" in article.text
    assert "Ann Lee" not in article.text


def test_a_list_without_a_word_of_a_discussion_is_none() -> None:
    read = READER.read(page("<p>Latest stories</p>", "Read more"))
    assert read.document.outcome == "none"
