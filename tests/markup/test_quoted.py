"""What stands above a quotation tells whom and what it quotes."""

from __future__ import annotations

import time

import pytest

from threadgraph.markup._dom import HtmlPage, Node
from threadgraph.markup._quoted import (
    before,
    climb,
    head_in,
    head_of,
    linked_post,
    quoted_in,
)
from threadgraph.markup._rules import Rules, read_rules


def first(html: str, selector: str) -> Node:
    return HtmlPage(html, html.encode()).all(selector)[0]


@pytest.mark.parametrize(
    ("href", "post"),
    [
        ("goto/post?id=12#post-12", "12"),
        ("index.php?goto/post&id=12", "12"),
        ("viewtopic.php?id=1#p12", "12"),
        ("viewtopic.php?p=12#12", "12"),
        ("/topic/1-x/?do=findComment&comment=12", "12"),
        ("index.php?topic=5.msg12#msg12", "12"),
        ("showthread.php?tid=3&pid=12#pid12", "12"),
        ("/node/12", "12"),
        ("/discussion/comment/12#Comment_12", "12"),
        ("/threads/lathe.9/", None),
        ("/topic/5/x/3", None),
        ("", None),
        (None, None),
    ],
)
def test_a_link_to_a_post_tells_its_id(href: str | None, post: str | None) -> None:
    assert linked_post(href) == post


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Ann said:", "Ann"),
        ("You said:", None),
        ("10 hours ago, Ann said:", "Ann"),
        ("12 minuti fa, Zia Ada ha scritto:", "Zia Ada"),
        ("il y a 12 minutes, Ann a dit :", "Ann"),
        ("Ann, Bob ha scritto:", "Ann, Bob"),
        ("Vor 5 Stunden schrieb Jörg:", "Jörg"),
        ("Am 3.5.2021 um 10:02 schrieb Jörg:", "Jörg"),
        ("Op 3-5-2021 om 10:02 zei Ann:", "Ann"),
        ("On 3 May 2021 at 10:02, Ann wrote:", "Ann"),
        ("Ann wrote: ↑ Sat Feb 24, 2024 12:41 pm", "Ann"),
        ("Ann, on 03 May 2012 - 10:02 AM, said:", "Ann"),
        ("(03-05-2012, 10:02 AM)Ann Wrote:", "Ann"),
        ("QUOTE(Ann @ Jan 3 2006, 09:13 AM)", "Ann"),
        ("Quote from: Ann on May 3, 2021, 10:02", "Ann"),
        ("Zitat von: Jörg am 3. Mai 2021", "Jörg"),
        ("Zitat von »Jörg«", "Jörg"),
        ("Ann Lee a écrit :", "Ann Lee"),
        ("Jörg hat geschrieben:", "Jörg"),
        ("<b>Jörg hat folgendes geschrieben:</b>", "Jörg"),
        ("<b>Zitat - </b>Jörg hat folgendes geschrieben:", "Jörg"),
        ("Ivo je napisao/la:", "Ivo"),
        ("阿明 写道：", "阿明"),
        ("@ann said in Which map?:", "ann"),
        ("Originally Posted by <strong>Ann Lee</strong>", "Ann Lee"),
        ("<b>Ann wrote:</b>", "Ann"),
        ("Ann napisze kiedyś:", None),
        ("Quote:", None),
        ("", None),
    ],
)
def test_an_attribution_tells_the_author(text: str, author: str | None) -> None:
    assert quoted_in(first(f"<p>{text}</p>", "p")) == (None, author)


def test_a_link_in_the_attribution_tells_the_post() -> None:
    line = first('<p>Ann said: <a href="/u/ann">x</a><a href="?p=12#post12">up</a></p>', "p")
    assert quoted_in(line) == ("12", "Ann")
    assert quoted_in(None, "?p=12#post12") == ("12", None)


def test_the_head_of_a_quotation_inside_is_not_that_of_the_one_around() -> None:
    html = "<blockquote id=a><p></p><blockquote><cite>Bo said:</cite>no</blockquote></blockquote>"
    assert head_of(first(html, "#a"), "cite") is None


def test_comments_and_blanks_between_elements_are_passed_over() -> None:
    above = before(first("<p>a</p> <!-- x --> <q>b</q>", "q"))
    assert above is not None
    assert above.tag == "p"


def test_climbing_ends_after_some_steps() -> None:
    html = "<section>" + "<div>" * 50 + "<q>x</q>"
    assert climb(first(html, "q"), lambda node: node.tag == "section") is None


def test_the_line_above_is_text_but_not_part_of_the_quotation() -> None:
    html = "<div id=p1><p>One.<blockquote><cite>Ann wrote:</cite>Two.</blockquote>Three.</div>"
    rules = Rules(
        posts="div",
        body=("div",),
        quote="blockquote",
        heads="cite",
        quoted=lambda node: quoted_in(head_of(node, "cite")),
    )
    thread = read_rules(HtmlPage(html, html.encode()), rules)
    assert thread is not None
    comment = thread.comments[0]
    assert comment.text == "One.\n\nAnn wrote:\nTwo.\n\nThree."
    assert [(comment.text[q.start : q.end], q.author) for q in comment.quotes] == [("Two.", "Ann")]


def test_quotations_in_quotations_cost_linear_time() -> None:
    def cost(n: int) -> float:
        quote = first("<blockquote id=a>" + "<b><cite>" * n + "x", "#a")
        start = time.process_time()
        for _ in range(200):
            quoted_in(head_of(quote, "em"))
            quoted_in(head_of(quote, "cite"))
        return time.process_time() - start

    cost(10)
    assert cost(20_000) < 4 * cost(200) + 0.05


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ann wrote: red clay", ("Ann", 11)),
        ("@Ann wrote:\n\nred clay", ("Ann", 13)),
        ("Ann said\nred clay", ("Ann", 9)),
        ("He wrote: red clay", None),
        ("Quote from: Ann\nred clay", ("Ann", 16)),
        ("Originally Posted by Ann\nred clay", ("Ann", 25)),
        ("Quote from: Ann, red clay", None),
        ("Ann wrote:\n", None),
        ("red clay", None),
    ],
)
def test_a_quotation_may_begin_with_its_head(text: str, told: tuple[str, int] | None) -> None:
    assert head_in(text, 0, len(text)) == told
