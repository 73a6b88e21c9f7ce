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
    assert all(item["why"] and not item["taken"] for item in others)


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
    assert "no layout found posts" in run("explain", "p.txt").out
