"""What a page says of posts that it does not hold."""

from __future__ import annotations

import pytest

from threadgraph.markup._counts import in_heading, in_results, offers, with_replies
from threadgraph.markup._dom import HtmlPage


def page(html: str) -> HtmlPage:
    return HtmlPage(html, html.encode())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Load 12 more comments", [12]),
        ("View more replies (3)", [3]),
        ("Show more replies", [None]),
        ("12 weitere Kommentare anzeigen", [12]),
        ("Weitere Antworten laden", [None]),
        ("Afficher 7 autres réponses", [7]),
        ("Ver 5 comentarios más", [5]),
        ("Ver comentarios", []),
        ("See more posts", []),
        ("Show all 12 comments", []),
    ],
)
def test_an_offer_to_load_says_how_many(words: str, told: list[int | None]) -> None:
    assert offers(page(f"<p>{words}</p><button> {words} </button>")) == told


@pytest.mark.parametrize(
    ("heading", "count"),
    [("1,204 responses to x", 1204), ("Comments (12)", 12), ("One thought on 10 ways", None)],
)
def test_a_heading_counts_where_the_number_begins_or_ends_it(
    heading: str, count: int | None
) -> None:
    assert in_heading(page(f"<h2>{heading}</h2>"), "h2") == count


@pytest.mark.parametrize(
    ("words", "count"),
    [("Results 11 to 20 of 1,234", 1234), ("37 sonuçtan 11 ile 20 arası", 37),
     ("Page 2 of 3", None)],
)  # fmt: skip
def test_the_greatest_of_three_numbers_counts_the_results(words: str, count: int | None) -> None:
    assert in_results("b")(page(f"<b>{words}</b>")) == count


def test_replies_are_counted_for_machines_but_not_those_who_like_or_view() -> None:
    count = '"interactionType": "https://schema.org/{}Action", "userInteractionCount": {}'
    like, reply = count.format("Like", 9), count.format("Comment", 4)
    assert with_replies(page(f"<script>{like}, {reply}</script>")) == 5
    assert with_replies(page(f"<script>{like}</script>")) is None
