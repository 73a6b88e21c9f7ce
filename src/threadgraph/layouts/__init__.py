"""Recognise the comment systems whose marks an extractor left in a page's text.

Each module is one family: it finds the records of its system in a `TextPage` and says what is
header, body and chrome. `choose` tries all and keeps the one that explains the page best.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from threadgraph.layouts._base import Layout, Parse, Scored, score
from threadgraph.plugins import discover

if TYPE_CHECKING:
    from threadgraph.layouts._page import TextPage

__all__ = ["FLOOR", "MARKS_FLOOR", "choose", "layouts"]

FLOOR = 0.5
"""A layout must explain at least this much of a page to be believed."""

MARKS_FLOOR = 0.25
"""From here to FLOOR a page has marks that no layout explains: its outcome is `unclear`."""


def layouts() -> dict[str, Layout]:
    """Give all layouts by name."""
    return discover("threadgraph.layouts", "LAYOUT", "threadgraph.layouts")


def choose(page: TextPage) -> list[Scored]:
    """Parse the page with every layout and give the parses, best first.

    A generic layout stands behind every other that reaches FLOOR.
    """
    scored: list[Scored] = []
    own: set[str] = set()
    for name, layout in layouts().items():
        parse: Parse | None = layout.parse(page)
        if parse is not None and parse.records:
            found = Scored(name=name, parse=parse, score=score(page, parse))
            scored.append(found)
            if found.score >= FLOOR and not layout.generic:
                own.add(name)
    return sorted(scored, key=lambda s: (s.name not in own, -s.score, -s.parse.marks, s.name))
