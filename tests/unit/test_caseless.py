"""Patterns without case match what `re.IGNORECASE` matches."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import threadgraph.layouts
from threadgraph.caseless import Caseless

CASES = Path(__file__).parents[1] / "cases"


def _patterns() -> dict[str, Caseless]:
    """Give all such patterns of the layouts by the name of their module and their own."""
    folders = pkgutil.walk_packages(threadgraph.layouts.__path__, "threadgraph.layouts.")
    names = [module.name for module in folders]
    return {
        f"{module.__name__.removeprefix('threadgraph.layouts.')}.{name}": value
        for module in map(importlib.import_module, names)
        for name, value in vars(module).items()
        if isinstance(value, Caseless)
    }


PATTERNS = {pattern: name for name, pattern in _patterns().items()}
LINES = sorted(
    {
        line.strip()[:200]
        for path in CASES.rglob("*.txt")
        for line in path.read_bytes().decode(errors="replace").splitlines()
    }
)


@pytest.mark.parametrize("pattern", PATTERNS, ids=PATTERNS.values())
def test_it_matches_what_its_pattern_matches(pattern: Caseless) -> None:
    for line in LINES:
        for shown in (line, line.upper(), line.title(), line.replace("i", "ı").replace("S", "ſ")):
            assert pattern.match(shown) == (pattern.pattern.match(shown) is not None), shown


@pytest.mark.parametrize(
    "source",
    [
        r"^(?P<Name>Reply)\b",  # the group's name stays
        r"\S+\sAnn\D",  # so do escapes
        "yanıtla",  # a dotless i is alike without case, and so are a long s and the sign of kelvin
        "ſend",
        "\u212am",
        "[A-Z]{3}",
    ],
)
@pytest.mark.parametrize(
    "text", ["REPLY to", "reply", "to ANN.", "Yanitla", "YANITLA", "SEND", "5 KM", "abc", "ABC", ""]
)
def test_letters_of_ascii_match_as_without_case(source: str, text: str) -> None:
    expected = re.compile(source, re.IGNORECASE)
    assert Caseless(source).match(text) == (expected.match(text) is not None)
    assert Caseless(source).search(text) == (expected.search(text) is not None)


def test_other_letters_are_matched_without_case() -> None:
    assert Caseless("répondre").match("RÉPONDRE")
    assert Caseless("ответ").search("2 ОТВЕТА")
