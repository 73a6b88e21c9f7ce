"""Posts of unknown markup, told by what stands at the same place in all of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadgraph.markup import choose
from threadgraph.markup._base import Comment
from threadgraph.markup._dom import HtmlPage
from threadgraph.markup._unknown.aligned import aligned
from threadgraph.markup._unknown.names import is_name

NAMES = ("Ann Lee", "bob_k", "Cem", "Ann Lee", "Dora Vance", "e.moss")
RANKS = ("Old hand", "Newcomer", "Newcomer", "Old hand", "Old hand", "Newcomer")
TEXTS = (
    "I saw it turn last Sunday! The flour is fine, though they sell it by the sack.",
    "Can one bring a dog? Ours is quiet and likes boats.",
    "My dog was there, nobody minded, and the miller had one of his own.",
    "Mine is afraid of the wheel, I must say, but the children fed him.",
    "What a day it was! Thank you all for the bread.",
    "Is it open in winter? The road is closed from the bridge on.",
)
ARTICLE = "<p>The mill on the pond was built in 1840 and stood empty for thirty years.</p>" * 5
PARTS = {
    "name": "<b class='xq7'>{name}</b>",
    "rank": "<b class='xr2'>{rank}</b>",
    "date": "<i class='xd9'>May {n}, 2021</i>",
    "text": "<div class='xm1'><p>{text}</p></div>",
    "votes": "<b class='xv5'>{n} ▲</b>",
    "tool": "<a class='xb4' href='#x'>Alert the editors</a>",
}


def posts(order: Sequence[str], count: int = 6) -> str:
    rows = zip(range(1, count + 1), NAMES, RANKS, TEXTS, strict=False)
    return "".join(
        "<div class='xk3'>"
        + "".join(PARTS[part].format(n=n, name=name, rank=rank, text=text) for part in order)
        + "</div>"
        for n, name, rank, text in rows
    )


def aligned_in(html: str) -> list[Comment]:
    nodes = HtmlPage(html, html.encode()).all(".xk3")
    return aligned(nodes, nodes)


def read(html: str) -> list[Comment]:
    found = choose(HtmlPage(html, html.encode()))
    return found[0].thread.comments if found else []


@given(st.permutations(list(PARTS)))
def test_the_order_of_the_parts_does_not_matter(order: list[str]) -> None:
    found = aligned_in(posts(order))

    assert [comment.author for comment in found] == list(NAMES)
    assert [comment.date for comment in found] == [f"May {n}, 2021" for n in range(1, 7)]
    assert [comment.text for comment in found] == list(TEXTS)


def test_of_columns_that_tie_none_is_the_names() -> None:
    towns = dict(zip(NAMES, ("Hove", "Kent", "Leeds", "Hove", "York", "Bath"), strict=True))
    rows = "".join(
        f"<div class='xk3'><i class='xr2'>{towns[name]}</i><b class='xq7'>{name}</b>"
        f"<i class='xd9'>May {n}, 2021</i><p>{text}</p>{{picture}}</div>"
        for n, (name, text) in enumerate(zip(NAMES, TEXTS, strict=True), 1)
    )

    assert aligned_in(rows.replace("{picture}", "")) == []
    shown = aligned_in(rows.replace("{picture}", "<img src='/p.png' alt='Avatar of Dora Vance'>"))
    assert [comment.author for comment in shown] == list(NAMES)


def test_names_stand_at_one_place_with_a_link_and_without() -> None:
    linked = posts(list(PARTS)).replace("Ann Lee", "<a class='url' href='/ann'>Ann Lee</a>")

    assert [comment.author for comment in aligned_in(linked)] == list(NAMES)


def test_texts_are_whole_whatever_stands_in_them() -> None:
    text = "Boil it.<br>Twice, says <a href='/e'>the <em>miller</em></a>.<ul><li>Salt</li></ul>"
    html = posts(list(PARTS)).replace(TEXTS[2], text)

    assert aligned_in(html)[2].text == "Boil it.\nTwice, says the miller.\n\nSalt"


def test_posts_without_a_date_or_a_name_are_left_as_they_are() -> None:
    html = posts(list(PARTS)).replace("May 3, 2021", "").replace("Dora Vance", "")
    found = aligned_in(html)

    assert (found[2].date, found[4].author, found[4].author_state) == (None, None, None)


@pytest.mark.parametrize(
    ("html", "count"),
    [
        (ARTICLE + posts(["name", "rank", "date", "text", "tool"]), 6),
        # nothing tells that these are no lists of a front page
        (posts(["name", "rank", "date", "text", "tool"]), 0),
        # teasers: each leads on
        (ARTICLE + posts(["name", "date", "text", "tool"]).replace("Alert the editors", "More"), 0),
        # the words of the editors
        (ARTICLE + posts(["name", "rank", "date", "text"])
         .replace("I ", "They ").replace("My", "Their").replace("Mine", "Theirs")
         .replace("?", ".").replace("!", "."), 0),
        # two posts show no columns
        (ARTICLE + posts(["name", "rank", "date", "text"], count=2), 0),
        # without dates: below a heading that calls them comments, and only there
        (ARTICLE + "<h3>6 comments</h3>" + posts(["rank", "text", "name", "tool"]), 6),
        (ARTICLE + posts(["rank", "text", "name", "tool"]), 0),
    ],
)  # fmt: skip
def test_posts_are_told_from_lists(html: str, count: int) -> None:
    assert len(read(f"<html><body><div>{html}</div></body></html>")) == count


def test_scraps_of_posts_yield_to_the_posts() -> None:
    lines = "".join(
        f"<div class='xk3'><h4>{title}</h4><br><b>{name}</b> | <i>May {n}, 2021</i><br>"
        f"<a href='#x'>Like ({n})</a><br>{text}<br></div>"
        for n, (title, name, text) in enumerate(zip(RANKS, NAMES, TEXTS, strict=True), 1)
    )
    found = read(f"<html><body><h3>6 comments</h3><div>{lines}</div></body></html>")

    assert [comment.text for comment in found] == list(TEXTS)


def test_the_post_that_all_others_answer_is_one() -> None:
    first, *answers = posts(list(PARTS)).split("<div class='xk3'>")[1:]
    inner = "".join(f"<div class='xk3'>{answer}" for answer in answers)
    nested = f"<div class='xk3'>{first.removesuffix('</div>')}<div class='xs9'>{inner}</div></div>"
    found = read(f"<html><body><div>{ARTICLE}{nested}</div></body></html>")

    assert [comment.author for comment in found] == list(NAMES)
    assert [comment.depth for comment in found] == [0, 1, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("lines", "answered"),
    [
        (["", "answering Ann Lee", "answering bob_k", "", "", ""],
         [None, "Ann Lee", "bob_k", None, None, None]),
        (["", "↪ Ann Lee", "", "", "", ""], [None, "Ann Lee", None, None, None, None]),
        (["", "Last edited by Ann Lee", "Last edited by Ann Lee", "", "", ""], [None] * 6),
        # one line alone may say anything, and so may one that names who writes
        (["", "friend of Ann Lee", "", "", "", ""], [None] * 6),
        (["by Ann Lee", "by bob_k", "by Cem", "by Ann Lee", "by Dora Vance", "by e.moss"],
         [None] * 6),
    ],
)  # fmt: skip
def test_names_of_others_beside_a_text_tell_whom_it_answers(
    lines: list[str], answered: list[str | None]
) -> None:
    html = posts(["name", "date", "rank", "text", "tool"])
    for rank, line in zip(RANKS, lines, strict=True):
        html = html.replace(f">{rank}<", f"><u>{line}</u><", 1)
    found = read(f"<html><body><div>{ARTICLE}{html}</div></body></html>")

    assert [comment.label for comment in found] == answered
    assert [comment.author for comment in found] == list(NAMES)


def test_quotations_are_told() -> None:
    html = posts(["name", "rank", "date", "text", "tool"]).replace(
        f"<p>{TEXTS[2]}</p>", f"<blockquote>{TEXTS[1]}</blockquote><p>{TEXTS[2]}</p>"
    )
    comment = read(f"<html><body><div>{ARTICLE}{html}</div></body></html>")[2]

    assert comment.author == "Cem"
    assert [comment.text[q.start : q.end] for q in comment.quotes] == [TEXTS[1]]


def test_words_before_all_names_make_no_titles_of_them() -> None:
    html = posts(["name", "rank", "date", "text", "tool"])
    for name in dict.fromkeys(NAMES):
        html = html.replace(f">{name}<", f">Escrito por {name.lower()}<")
    found = read(f"<html><body><div>{ARTICLE}<h3>6 comments</h3>{html}</div></body></html>")

    assert [comment.author for comment in found] == [name.lower() for name in NAMES]


@pytest.mark.parametrize(
    "text", ["Like 22", "Recommend (3)", "▲ 28", "+7", "£124", "803 zł", "2 years", "Last edited"]
)
def test_what_stands_beside_names_is_none(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize("text", ["Like2", "Ann 2", "Guest 12", "123456", "A", "Years"])
def test_names_may_look_like_it(text: str) -> None:
    assert is_name(text)


def test_counters_with_a_badge_among_them_are_no_names() -> None:
    rows = "".join(
        f"<div class='xk3'><b>Ann Lee</b><u>{'Staff' if n == 2 else f'Useful {n * 7 % 10}'}</u>"
        f"<i>May {n}, 2021</i><p>{text}</p></div>"
        for n, text in enumerate(TEXTS, 1)
    )

    assert aligned_in(rows) == []


def test_days_of_joining_are_no_dates() -> None:
    joined = "<b class='xk4'><small>Joined: 1 June 2009</small></b>"
    html = posts(["name", "date", "text"]).replace("<i class='xd9'>", f"{joined}<i class='xd9'>")
    assert [comment.date for comment in aligned_in(html)][:2] == ["May 1, 2021", "May 2, 2021"]
