"""Explaining a page of HTML: a tree of its posts, and the rule behind each field."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

Run: TypeAlias = Callable[..., Any]
ROOT = Path(__file__).parents[2]

COMMENT = (
    '<li class="comment" id="comment-{0}"><div class="comment-author vcard">'
    '<cite class="fn">{1}</cite></div><div class="comment-meta"><a href="#comment-{0}">'
    "March {0}, 2020 at 10:00 am</a></div><p>{2}</p>"
)
ARTICLE = (
    "<article><h1>Tea</h1><p>How long should tea draw? Longer than you think, says a cook.</p>"
)


def page(*posts: str) -> str:
    return (
        f"<!DOCTYPE html><title>Tea</title>{ARTICLE}</article>"
        f'<ol class="commentlist">{"".join(posts)}</ol>'
    )


NESTED = page(
    COMMENT.format(1, "Ann", "Four minutes."),
    "<ul class='children'>", COMMENT.format(2, "Bob", "Five."), "</li></ul></li>",
    COMMENT.format(3, "Cleo\x1b[31m", "Never \u202e."), "</li>",
)  # fmt: skip


def test_posts_stand_below_what_they_answer(run: Run, here: Path) -> None:
    (here / "p.html").write_text(NESTED, encoding="utf-8")
    result = run("explain", "p.html")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[0] == "p.html: discussion, reader html"
    assert lines[1].startswith("taken: wordpress, 3 posts, score 1.00, 3 marks in the source")
    for field in ("author", "date", "text"):
        assert any(line.split()[0] == field and line.endswith("(3)") for line in lines[2:8]), field
    assert "  parent  top level (2), nesting 0.99 (1)" in lines
    posts = [line for line in lines if line.lstrip().startswith("#")]
    assert [len(line) - len(line.lstrip()) for line in posts] == [0, 0, 2, 0]
    assert posts[2] == "  #2 Bob · March 2, 2020 at 10:00 am · Five."


def test_foreign_text_cannot_move_the_cursor(run: Run, here: Path) -> None:
    (here / "p.html").write_text(NESTED, encoding="utf-8")
    told = run("explain", "p.html").out
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_json_has_families_and_the_rules_of_each_post(run: Run, here: Path) -> None:
    (here / "p.html").write_text(NESTED, encoding="utf-8")
    told = json.loads(run("explain", "p.html", "--json").out)
    (found,) = told["families"]["found"]
    assert (found["family"], found["posts"], found["markers"]) == ("wordpress", 3, 3)
    assert "wordpress" not in told["families"]["unfit"]
    article, *posts = told["posts"]
    assert article["rules"] == {}
    assert all({"author", "date", "text", "parent"} <= set(post["rules"]) for post in posts)
    assert [post["parents"][0]["method"] for post in posts] == ["top_level", "nesting", "top_level"]


def test_what_is_missing_or_unusual_is_shown(run: Run, here: Path) -> None:
    bare = '<li class="comment" id="comment-9"><p>No name, no date.</p></li>'
    more = "<div class='vbmenu_popup'>quoted</div><form class='dsq-comment'></form>"
    (here / "p.html").write_text(NESTED + more + page(bare), encoding="utf-8")
    told = run("explain", "p.html").out
    assert "a mark in the source, but no posts: disqus ('dsq-comment')" in told
    assert "[no name] · [no date] · No name, no date." in told
    assert "none (1)" in told


def test_posts_that_are_not_there_or_say_nothing_are_told_apart(run: Run, here: Path) -> None:
    empty = '<li class="comment" id="comment-9"><cite class="fn">Dan</cite><p> </p></li>'
    (here / "p.html").write_text(page(empty) + page(NESTED), encoding="utf-8")
    told = run("explain", "p.html").out
    assert "Dan · [no date] [no text]" in told
    (texts,) = (line for line in told.splitlines() if line.startswith("  text "))
    assert texts.endswith(" (3), none (1)")


def test_how_a_parent_is_known_is_told(run: Run) -> None:
    told = run("explain", str(ROOT / "docs" / "pages" / "lathe.html")).out
    assert "  parent  unknown (2), quote 0.95 (1)" in told


def test_a_page_without_posts_says_so(run: Run, here: Path) -> None:
    (here / "p.html").write_text(page(), encoding="utf-8")
    result = run("explain", "p.html")
    assert result.code == 0
    assert "no family of markup found posts" in result.out
    assert "#0 [article]" in result.out


def test_posts_of_any_depth_are_drawn(run: Run, here: Path) -> None:
    opened = "<ul class='children'>".join(
        COMMENT.format(n, f"Name {n}", f"Text {n}.") for n in range(300)
    )
    (here / "p.html").write_text(page(opened), encoding="utf-8")
    lines = run("explain", "p.html").out.splitlines()
    posts = [line for line in lines if line.lstrip().startswith("#")]
    assert len(posts) == 301
    assert max(len(line) - len(line.lstrip()) for line in posts) == 40
    assert "(depth 299)" in posts[-1]


def test_markup_that_was_simplified_is_told(run: Run, here: Path) -> None:
    attributes = " ".join(f"a{n}=1" for n in range(20_000))
    (here / "p.html").write_text(f"<!DOCTYPE html><p {attributes}>x</p>{NESTED}", encoding="utf-8")
    told = run("explain", "p.html").out
    assert "warning TG133: markup was simplified before reading: 20000 attributes" in told
    assert "taken: wordpress, 3 posts" in told


def test_a_terminal_gets_a_tree(here: Path) -> None:
    pty = pytest.importorskip("pty")
    (here / "p.html").write_text(NESTED, encoding="utf-8")
    master, terminal = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    subprocess.run(
        [sys.executable, "-m", "threadgraph", "explain", "p.html"],
        cwd=here, env=environment, stdout=terminal, check=True,
    )  # fmt: skip
    os.close(terminal)
    shown = os.read(master, 1 << 16).decode()
    os.close(master)
    assert "└── " in shown
    assert "│   └── " in shown


SAID = (
    "How long does tar take to dry on a shed roof in the spring?",
    "Two weeks, if the wind is from the east, and longer below trees.",
    "Mine never did, and the hens walked it into the kitchen.",
)
HEAD = "<b>Wyn {1}</b> <i>{1} May 2016</i>"


@pytest.mark.parametrize(
    ("heading", "block", "why"),
    [
        ("3 murmurs", HEAD + "<p>{0}</p>", "no class, heading or control calls them comments"),
        ("3 comments", "<p>{0}</p>", "of 3 that were read 0 have a name, 0 a date, 3 a text"),
        (
            "3 comments",
            "<h4><a href='/{1}'>Tar {1}</a></h4><p>{0}</p>",
            "teasers of articles",
        ),
    ],
)
def test_blocks_that_are_no_posts_are_told_with_the_reason(
    run: Run, here: Path, heading: str, block: str, why: str
) -> None:
    blocks = [
        f"<div class='murmur'>{block.format(said, n)}</div>" for n, said in enumerate(SAID, 3)
    ]
    html = f"<!DOCTYPE html>{ARTICLE}<h3>{heading}</h3>{''.join(blocks)}</article>"
    (here / "p.html").write_text(html, encoding="utf-8")
    (told,) = [line for line in run("explain", "p.html").out.splitlines() if "div.murmur" in line]
    assert told.startswith("seen: 3 x div.murmur, no posts: ")
    assert why in told
    seen = json.loads(run("explain", "p.html", "--json").out)["families"]["seen"]
    assert {"blocks", "selector", "why"} == set(seen[0])
