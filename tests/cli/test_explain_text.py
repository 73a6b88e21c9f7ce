"""Explaining a page of text: what each layout found in it, and why it was taken or not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from threadgraph.layouts import FLOOR, layouts

Run: TypeAlias = Callable[..., Any]

LISTED = "A title\n\nText.\n\n  • Ann\n\n    Hi.\n\n    • Bob\n\n      Ho.\n"

GAPS = """Next trend: your predictions


What do you guys think will be next, with all that was popular in this year?


  • Messages: 1,484
I have been out of watches for five years, and what attracts me are slim, clean ones.


  • Messages: 6,201
Slimmer watches with good movements.
"""


HATS = """  1. 12

    bob_moss avatar bob_moss Sysop 5 days ago | link

    Even for no wind?

    1. 7

      annlee avatar annlee Kite Maker edited 4 days ago | link

      For that one we bring a ladder.
"""

# in a system of boards "Admin" is a name
ADMINS = """我的茶壺一直響，有人知道原因嗎？ -- ※ 發信站: 批踢踢實業坊(ptt.cc), 來自: 1.2.3.4 (臺灣)

Admin: 蓋子鬆了 05/03 10:12

Admin: 水裝太滿也會這樣，我家的那一把也是裝滿就響 05/03 10:20
"""


def explain(run: Run, here: Path, text: str) -> dict[str, Any]:
    (here / "p.txt").write_text(text, encoding="utf-8", newline="")
    return json.loads(run("explain", "p.txt", "--json").out)


def test_every_layout_is_told_of_once(run: Run, here: Path) -> None:
    told = explain(run, here, LISTED)
    asked = told["layouts"]
    names = [item["layout"] for item in asked["found"]] + asked["without"]
    assert sorted(names) == sorted(layouts())
    assert "families" not in told
    assert all("rules" not in post for post in told["posts"])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_was_taken_says_where_it_begins(run: Run, here: Path, end: str) -> None:
    told = explain(run, here, LISTED.replace("\n", end))
    first, *others = told["layouts"]["found"]
    assert (first["layout"], first["taken"], first["why"]) == (told["layout"], True, "")
    assert (first["posts"], first["named"]) == (2, 2)
    assert (first["first_line"], first["first_text"]) == (5, "• Ann")
    assert first["score"] == told["layout_score"]
    assert others == []


def test_what_was_not_taken_stands_behind_with_its_reason(run: Run, here: Path) -> None:
    first, *others = explain(run, here, HATS)["layouts"]["found"]
    assert (first["layout"], first["taken"], first["why"]) == ("lobsters", True, "")
    told = [(item["layout"], item["taken"], item["why"]) for item in others]
    assert told == [("wordpress", False, "too few marks tell its posts from other text")]


def test_the_trust_is_the_one_that_decided(run: Run, here: Path) -> None:
    found = explain(run, here, ADMINS)["layouts"]["found"]
    assert [(item["layout"], item["trust"]) for item in found if item["taken"]] == [("ptt", 1.0)]


def test_a_layout_that_found_too_little_says_what_is_wanting(run: Run, here: Path) -> None:
    told = explain(run, here, GAPS)
    assert told["layout"] is None
    found = told["layouts"]["found"]
    assert found
    assert all(item["score"] < FLOOR and not item["taken"] for item in found)
    assert {item["why"] for item in found} == {"too few marks tell its posts from other text"}
    shown = run("explain", "p.txt").out.splitlines()[1]
    assert shown.startswith(f"not taken: {found[0]['layout']}, {found[0]['posts']} posts (")
    assert shown.endswith(": too few marks tell its posts from other text")


def test_a_page_without_posts_says_so(run: Run, here: Path) -> None:
    told = explain(run, here, "Nothing but a title\n\nand a sentence.\n")
    assert told["layouts"]["found"] == []
    lines = run("explain", "p.txt").out.splitlines()
    assert lines[1] == "no layout found posts; `threadgraph formats` lists them"
    assert lines[2:4] == [
        "seen: 2 lines, 2 paragraphs, 2 short lines",
        "seen: 0 short lines with a date at its beginning or end",
    ]
