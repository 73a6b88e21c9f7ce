"""Choices of words match what their patterns match, and ask the pattern for few lines only."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

import threadgraph.layouts
from threadgraph.choice import Choice, Need, Opening, needs, opening_of

CASES = Path(__file__).parents[1] / "cases"


def _choices() -> dict[str, Choice]:
    """Give all choices of the package by the name of their module and their own."""
    folders = pkgutil.walk_packages(threadgraph.layouts.__path__, "threadgraph.layouts.")
    names = [module.name for module in folders]
    modules = [importlib.import_module(name) for name in [*names, "threadgraph.names"]]
    found = {
        value: f"{module.__name__.removeprefix('threadgraph.layouts.')}.{name}"
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, Choice)
    }
    return {name: choice for choice, name in found.items()}


CHOICES = _choices()
LINES = sorted(
    {
        line.strip()[:200]
        for path in CASES.rglob("*.txt")
        for line in path.read_bytes().decode(errors="replace").splitlines()
    }
)


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_matches_what_its_pattern_matches(name: str) -> None:
    choice = CHOICES[name]
    for line in LINES:
        for shown in (line, line.upper(), line.title(), line.replace("i", "ı").replace("S", "ſ")):
            assert choice.match(shown) == (choice.pattern.pattern.match(shown) is not None), shown


@pytest.mark.parametrize("name", CHOICES)
def test_most_long_lines_are_refused_by_their_first_letters(name: str) -> None:
    lines = [line for line in LINES if line.isascii() and len(line) > 60]
    assert sum(map(CHOICES[name].may_match, lines)) < 0.5 * len(lines)


@pytest.mark.parametrize(
    ("source", "letters"),
    [
        ("^(?:reply|répondre)$", {"rep"}),  # "rép" is not of ASCII
        ("to?p", {"top", "tp"}),
        (r"\d{1,2} x", set("0123456789")),
        ("(?:the )?end", {"the", "end"}),
        ("[ab]c$", {"ac", "bc"}),
        ("ıd", {"id"}),  # a dotless i is alike without case
        (".{0,3}end", {"", "end"}),
    ],
)
def test_the_first_letters_of_a_pattern(source: str, letters: set[str]) -> None:
    found = opening_of(source)
    assert found.ended | found.open == letters


def test_what_follows_an_open_beginning_is_not_told() -> None:
    assert opening_of("a.b") == Opening(frozenset(), frozenset({"a"}))


@pytest.mark.parametrize(
    ("source", "need"),
    [
        (r".{0,9}\ball rights reserved\b", Need(False, ("all rights reserved",))),
        (r".{0,5}\d{1,6} (?:likes?|votes?)", Need(True, ("like", "vote"))),
        (r".{0,5}(?:ä|x)", Need(False, ())),
    ],
)
def test_what_all_matches_hold(source: str, need: Need) -> None:
    assert needs(source) == need


@pytest.mark.parametrize(
    ("text", "matched"),
    [("Reply", True), ("reply", True), ("Replies", False), ("12 REPLIES", True), ("", False)],
)
def test_a_choice_tells_whether_a_text_matches(text: str, *, matched: bool) -> None:
    choice = Choice(r"^(?:reply|.{1,4} (?P<what>replies))$")
    assert choice.match(text) is matched
