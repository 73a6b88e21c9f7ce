"""Give heads their depths, with the place in the page that shows each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from threadgraph.layouts._heads.heads import Head
from threadgraph.layouts._heads.nesting import by_indent
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["indented", "with_depths"]


def indented(
    page: TextPage, table: Sequence[Row], heads: Sequence[Head], of: Literal["first", "last"]
) -> list[Head]:
    """Nest posts as the first or the last row of their headers is indented, if that tells."""
    numbers = [head.first if of == "first" else head.last for head in heads]
    return with_depths(page, table, heads, numbers, by_indent(table, numbers))


def with_depths(
    page: TextPage,
    table: Sequence[Row],
    heads: Sequence[Head],
    numbers: Sequence[int],
    depths: Sequence[int | None],
) -> list[Head]:
    """Give the heads these depths; the rows with these `numbers` show them. None is not known."""
    places = [page.lines[table[number].first].content for number in numbers]
    return [
        head if depth is None else replace(head, depth=depth, evidence=place)
        for head, depth, place in zip(heads, depths, places, strict=True)
    ]
