"""Mentions that need no list: names, handles, hashtags, URLs, domains, and what is none."""

from __future__ import annotations

import polars as pl
import pytest

import threadgraph
from threadgraph.link._marks import find_marks
from threadgraph.link.mentions import text_mentions


def mentions(text: str, *names: str, author: str = "Me Myself") -> list[tuple[str, str, str]]:
    """Give (surface, method, target) of the mentions in a text of a page with these authors."""
    people = [author, *names]
    posts = pl.DataFrame(
        {
            "document_id": ["d"] * len(people),
            "post_id": [f"p{i}" for i in range(len(people))],
            "author_id": [f"a:{name}" for name in people],
            "author_name": people,
            "text": [text, *([""] * len(names))],
        }
    )
    found = text_mentions(posts).filter(pl.col("kind") != "email")
    for surface, start, end in found.select("surface", "text_start", "text_end").iter_rows():
        assert text[start:end] == surface
    return found.select("surface", "method", "target_id").rows()


@pytest.mark.parametrize(
    ("text", "surface", "target"),
    [
        ("see https://example.org/a_(b)?q=1.", "https://example.org/a_(b)?q=1", None),
        ("(https://Example.ORG/Path)", "https://Example.ORG/Path", "https://example.org/Path"),
        ("www.Example.org, yes", "www.Example.org", "www.example.org"),
        ("read antiwar.com today", "antiwar.com", "antiwar.com"),
        ("on RT. com / News", "RT. com", "rt.com"),
        ("example [dot] org", "example [dot] org", "example.org"),
        ("at zeitung.de/politik/x", "zeitung.de/politik/x", "zeitung.de/politik/x"),
        ("thanks @some_one-x.", "@some_one-x", "@some_one-x"),
        ("#NoWar!", "#NoWar", "#nowar"),
        ("日本語😀 #平和", "#平和", "#平和"),
    ],
)
def test_marks(text: str, surface: str, target: str | None) -> None:
    found = [(text[m.start : m.end], m.target) for m in find_marks(text)]
    assert found == [(surface, target if target is not None else surface)]


@pytest.mark.parametrize(
    "text",
    [
        "nothing to do with it.Best scenario would be",
        "no more Mr.Nice Guy",
        "im pretty sure.lets see how",
        "a 5 @ 10 each, C# and #1 and &#39;",
        "the U.S. and the E.U.",
        "built on some.js/thing.js",
        "see how?#part2",
        "{name}@example.org, [name]@example.org",
    ],
)
def test_no_marks(text: str) -> None:
    assert [text[m.start : m.end] for m in find_marks(text)] == []


@pytest.mark.parametrize(
    "text",
    ["ann [at] example.org", "ann(at)example.org", "ann <@> example [dot] org", "ann[]example.org"],
)
def test_a_mail_address_in_disguise_is_no_domain(text: str) -> None:
    assert [mark.kind for mark in find_marks(text)] == ["email"]


def test_urls_that_only_a_comma_parts_are_two() -> None:
    text = "http://example.org/a,https://example.com/b, done"
    found = [text[mark.start : mark.end] for mark in find_marks(text)]
    assert found == ["http://example.org/a", "https://example.com/b"]


def test_a_domain_may_stand_in_brackets_and_behind_at() -> None:
    text = "have a look at example.org (at example.com)"
    assert [mark.kind for mark in find_marks(text)] == ["domain", "domain"]


def test_an_address_that_a_site_cut_leads_nowhere_known() -> None:
    cut = "https://kilns.example/2014/05/which-kiln-do"
    for dots in ("...", "…"):
        assert [mark.target for mark in find_marks(f"see {cut}{dots} there")] == [None]
    assert [mark.target for mark in find_marks("see https://kilns.example...")] == [
        "https://kilns.example"
    ]


def test_nothing_is_found_inside_urls_and_mail_addresses() -> None:
    text = "http://x.org/@tom#bar tom.lee@example.org www.tom.com/Tom"
    assert [m for _, m, _ in mentions(text, "Tom", "Tom Lee")] == ["url", "url"]


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("Ann Lee, you are wrong", "address"),
        ("ann lee: wrong", "address"),
        ("Hello Ann Lee, wrong", "address"),
        ("Liebe Ann Lee, nein", "address"),
        ("@ann lee wrong", "at_name"),
        ("Thanks! @ ann lee: wrong", "at_name"),
        ("As Ann Lee said above", "name"),
    ],
)
def test_names_of_other_participants(text: str, method: str) -> None:
    assert [(m, t) for _, m, t in mentions(text, "Ann Lee")] == [(method, "a:Ann Lee")]


@pytest.mark.parametrize(
    "text",
    ["as ann lee said above", "Joann Lee said", "Ann Leeds said", "the new guys"],
)
def test_names_need_their_spelling_and_word_boundaries(text: str) -> None:
    assert mentions(text, "Ann Lee", "new guy") == []


def test_a_name_of_one_word_that_the_page_uses_as_a_word_needs_an_address() -> None:
    assert mentions("Hope is what I hope for", "Hope") == []
    assert [m for _, m, _ in mentions("Hope, is there hope?", "Hope")] == ["address"]
    assert [m for _, m, _ in mentions("What Hope says is right", "Hope")] == ["name"]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("I have read Ann Quist on this", []),
        ("I have read Ann_7 Often", ["Ann_7"]),
        ("I think Ann IS right", ["Ann"]),
        ("Hello Ann Where do you live?", ["Ann"]),
        ("As for Ann, Quist knows her", ["Ann"]),
        ("Originally Posted by Ann View Post\nNo.", ["Ann"]),
    ],
)
def test_a_first_name_that_goes_on_may_be_somebody_elses(text: str, surfaces: list[str]) -> None:
    assert [s for s, _, _ in mentions(text, "Ann", "Ann_7")] == surfaces


def test_ones_own_name_is_no_mention() -> None:
    assert mentions("Ann Lee here again", author="Ann Lee") == []


def test_the_own_name_of_an_articles_author_without_id_is_no_mention() -> None:
    posts = pl.DataFrame(
        {
            "document_id": ["d"] * 3,
            "post_id": ["p0", "p1", "p2"],
            "author_id": [None, "a:ann", "a:bob"],
            "author_name": ["Ann Lee", "Ann Lee", "Bob Moss"],
            "text": ["This was Ann Lee with Bob Moss.", "Thanks!", "And Ann Lee"],
        }
    )
    found = text_mentions(posts).select("post_id", "surface").rows()
    assert found == [("p0", "Bob Moss"), ("p2", "Ann Lee")]


@pytest.mark.parametrize(
    ("text", "method", "target"),
    [
        ("@RenéQuist yes", "at_name", "a:Rene Quist"),
        ("@ReneQuist yes", "at_name", "a:Rene Quist"),
        ("@Rene yes", "handle", "@rene"),
        ("@AnnLee yes", "handle", "@annlee"),
    ],
)
def test_a_handle_may_be_a_name_without_its_blanks_and_accents(
    text: str, method: str, target: str
) -> None:
    found = mentions(text, "Rene Quist", "Ann Lee", "Ann-Lee")
    assert [(m, t) for _, m, t in found] == [(method, target)]


def test_the_longest_name_wins() -> None:
    assert [s for s, _, _ in mentions("As Ann Lee Junior said", "Ann Lee", "Ann Lee Junior")] == [
        "Ann Lee Junior"
    ]


def test_a_name_at_the_end_is_not_as_long_as_another_that_begins_like_it() -> None:
    assert [s for s, _, _ in mentions("@Ann", "Ann", "Ann Lee")] == ["@Ann"]


def test_offsets_are_code_points() -> None:
    assert [s for s, _, _ in mentions("😀é日 As Ann Lee said", "Ann Lee")] == ["Ann Lee"]


def test_the_name_in_a_reply_label_stands_outside_the_text(root: object, seeds: list) -> None:  # type: ignore[type-arg]
    del root
    page = threadgraph.parse(seeds[2].read_bytes(), "002")
    row = page.mentions.filter(pl.col("method") == "reply_label").collect().row(0, named=True)
    assert (row["surface"], row["text_start"], row["kind"]) == ("Lola Lopez", None, "author")
    assert row["target_id"] in page.authors.collect()["author_id"].to_list()


def test_many_names_cost_time_linear_in_the_text() -> None:
    names = [f"User {i}" for i in range(3000)]
    text = "As User 17 said. " * 3000
    assert len(mentions(text, *names)) == 3000
