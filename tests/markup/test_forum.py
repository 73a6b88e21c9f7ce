"""What forums share: users' ids, dates among words, posts in tables, the opening post."""

from __future__ import annotations

import pytest

from threadgraph.markup._dom import HtmlPage
from threadgraph.markup._forum import beside, dated, thread_of, user_of
from threadgraph.markup._rules import Rules, flat, read_rules


def page(html: str) -> HtmlPage:
    return HtmlPage(html, html.encode())


@pytest.mark.parametrize(
    ("href", "user"),
    [
        ("/members/ann.12/", "12"),
        ("index.php?members/ann.12/", "12"),
        ("/members/3.14.159/", "159"),
        ("https://f.example/members/12_ann.html?s=77", "12"),
        ("member.php?u=12", "12"),
        ("member.php?12-Ann", "12"),
        ("./memberlist.php?mode=viewprofile&u=12&sid=5", "12"),
        ("profile.php?id=12", "12"),
        ("index.php?action=profile;u=12", "12"),
        ("index.php?/profile/12-ann/", "12"),
        ("user-12.html", "12"),
        ("space-uid-12.html", "12"),
        ("/user/2fast", None),
        ("/u/ann", None),
        ("viewtopic.php?t=12", None),
    ],
)
def test_a_link_to_a_profile_tells_the_id_of_a_user(href: str, user: str | None) -> None:
    found = page(f'<p><a href="{href}"><b>Ann</b></a></p>')
    assert user_of(found.all("a")[0]) == user
    assert user_of(found.all("b")[0]) == user


def test_a_guest_has_no_id() -> None:
    assert user_of(page('<a data-user-id="0" href="/members/x.12/">Guest</a>').all("a")[0]) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Posted: Mon Jan 03, 2005 5:43 pm    Post subject: Re: Bees", "Mon Jan 03, 2005 5:43 pm"),
        ("Post by Ann » Sat Jan 01, 2005 10:00 am", "Sat Jan 01, 2005 10:00 am"),
        ("« Reply #3 on: May 01, 2007, 10:00:00 AM »", "May 01, 2007, 10:00:00 AM"),
        ("« Antwort #3 am: 1. Januar 2007, 10:00:00 »", "1. Januar 2007, 10:00:00"),
        ("par Ann le Sam 03 Mai 2008 à 10:11", "Sam 03 Mai 2008 à 10:11"),
        ("05-12-2004, 10:00 AM", "05-12-2004, 10:00 AM"),
        ("Gestern, 10:00", "Gestern, 10:00"),
    ],
)
def test_a_date_is_cut_out_of_the_words_around_it(text: str, date: str) -> None:
    assert dated(page(f"<p>{text}</p>").all("p")[0]) == (date, None)


def test_the_moment_of_an_element_comes_first() -> None:
    time = page('<time datetime="2024-05-01T10:00:00Z">Posted May 1, 2024</time>').all("time")[0]
    assert dated(time) == ("Posted May 1, 2024", "2024-05-01T10:00:00Z")


ROW = '<tr><td><b class="name">{}</b></td><td><p class="body">{}</p></td></tr>'


def test_a_post_of_a_table_is_what_holds_a_name_and_a_text() -> None:
    rows = page("<table>" + ROW.format("Ann", "one") + ROW.format("Bo", "two") + "</table>")
    assert [node.tag for node in beside(rows, ".body", ".name")] == ["tr", "tr"]


def test_two_names_beside_one_text_are_no_posts() -> None:
    row = '<tr><td><b class="name">Ann</b><b class="name">Bo</b></td><td class="body">one</td></tr>'
    assert beside(page(f"<table>{row}</table>"), ".body", ".name") == []


@pytest.mark.parametrize(
    ("html", "role"),
    [
        ("<i>#1</i>", "opening"),
        ("<i>#21</i>", "comment"),
        ("", "opening"),
        ("</div><u>1</u><div>", "opening"),
        ("</div><u>2</u><div>", "comment"),
        ('</div><link rel="prev" href="?page=1"><div>', "comment"),
    ],
)
def test_the_opening_post_is_the_first_of_the_first_page(html: str, role: str) -> None:
    rules = Rules(
        posts="div[id]",
        body=("p",),
        depths=flat,
        finish=thread_of(number="i", current="u"),
    )
    thread = read_rules(page(f"<div id=p7><p>one</p>{html}</div>"), rules)
    assert thread is not None
    assert (thread.comments[0].role, thread.comments[0].depth) == (role, None)


def test_the_number_of_a_later_post_makes_no_opening() -> None:
    rules = Rules(posts="div", body=("p",), finish=thread_of(number="i"))
    thread = read_rules(page("<div><p>one</p></div><div><p>two</p><i>1</i></div>"), rules)
    assert thread is not None
    assert thread.comments[0].role == "comment"
