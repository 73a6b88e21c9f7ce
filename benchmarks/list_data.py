"""Hold what made lists say and how they look: their kinds, words and markup, from TOML files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["ENGLISH", "KINDS", "LANGUAGES", "MARKUP", "NAMES", "SLOTS", "TEXTS", "Kind", "Language"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of list: what its items say, and in which orders (see `list_kinds.toml`)."""

    orders: list[str]
    headings: list[str]
    bylines: list[str]
    titles: list[str]
    texts: list[str]
    facts: list[str]
    controls: list[str]
    size: list[int]
    spoken: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What a page of a language says; `spoken` are sentences in which somebody speaks."""

    code: str
    months: list[str]
    titles: list[str]
    sentences: list[str]
    spoken: list[str]
    labels: Mapping[str, str]


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))


MARKUP = _load("list_markup.toml")
_KINDS, _WORDS = _load("list_kinds.toml"), _load("list_words.toml")
TEXTS: Mapping[str, list[str]] = _KINDS["texts"]
"""The sentences of articles: `story` and `blog`."""

KINDS = {name: Kind(**kind) for name, kind in _KINDS["kinds"].items()}
NAMES: list[str] = _WORDS["names"]
SLOTS: Mapping[str, list[str]] = _WORDS["slots"]
ENGLISH = Language(code="en", labels={}, **_WORDS["english"])
LANGUAGES = [Language(code=code, **words) for code, words in _WORDS["languages"].items()]
