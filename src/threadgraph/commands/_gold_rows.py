"""Read the rows of a `gold.jsonl`, and refuse those that cannot be the truth of a page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

from threadgraph.errors import InputRefused

__all__ = ["in_circle", "read_rows"]

_HINT = "docs/evaluate.md tells what a row has."
_WORDS = {"text": str, "author": str | None, "datetime": str | None}
_BY_RENDERING = ("survives", "author_survives")


def read_rows(path: Path, *, as_text: bool) -> list[dict[str, Any]]:
    """Give the row of the page and those of its posts; raises InputRefused naming file and row.

    Where the page has renderings `as_text`, each post must tell in which of them it survives.
    """
    rows = list(_objects(path))
    if not rows or rows[0].get("type") != "page" or not isinstance(rows[0].get("family"), str):
        raise InputRefused(str(path), "its first row does not describe a page (type, family)")
    posts = rows[1:]
    for number, row in enumerate(posts):
        if fault := _fault(row, len(posts), as_text=as_text):
            raise InputRefused(_where(path, number), fault, _HINT)
    circular = in_circle([row.get("parent") for row in posts])
    if circular is not None:
        raise InputRefused(_where(path, circular), "its parents lead in a circle", _HINT)
    return rows


def _where(path: Path, post: int) -> str:
    return f"{path}, row {post + 2} (post {post})"


def _objects(path: Path) -> Iterator[dict[str, Any]]:
    try:
        text = path.read_text(encoding="utf-8")
        rows = [json.loads(line) for line in text.split("\n") if line.strip()]
    except (OSError, ValueError) as error:
        raise InputRefused(str(path), f"cannot be read as JSON Lines: {error}") from error
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise InputRefused(f"{path}, row {number}", f"{row!r:.40} is no object", _HINT)
        yield cast("dict[str, Any]", row)


def _fault(row: dict[str, Any], posts: int, *, as_text: bool) -> str | None:
    """Say what is wrong with the row of a post, of which the page has so many."""
    for name, kind in _WORDS.items():
        if not isinstance(row.get(name), kind):
            return f"{name!r} is {_shown(row, name)}, not text"
    for name in (*_BY_RENDERING, "parent_printed"):
        needed = as_text and name in _BY_RENDERING
        if (needed or name in row) and not isinstance(row.get(name), dict):
            return f"{name!r} is {_shown(row, name)}, not an object with the renderings"
    if row.get("parent") is not None and not _is_place(row["parent"], posts):
        return f"'parent' is {_shown(row, 'parent')}, not the number of a post or null"
    quotes: object = row.get("quotes") or []
    if not isinstance(quotes, list) or not all(
        _is_place(quote, posts) for quote in cast("list[object]", quotes)
    ):
        return f"'quotes' is {_shown(row, 'quotes')}, not a list of numbers of posts"
    return None


def _shown(row: dict[str, Any], name: str) -> str:
    return f"{row[name]!r:.40}" if name in row else "missing"


def _is_place(value: object, posts: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < posts


def in_circle(parents: Sequence[int | None]) -> int | None:
    """Give a post whose parents lead back to it, if there is one.

    >>> in_circle([None, 2, 1]), in_circle([None, 0, 1])
    (1, None)
    """
    done: set[int] = set()
    for start in range(len(parents)):
        passed: set[int] = set()
        place: int | None = start
        while place is not None and place not in done:
            if place in passed:
                return place
            passed.add(place)
            place = parents[place]
        done |= passed
    return None
