"""Find the reader for a document."""

from __future__ import annotations

from typing import NamedTuple

from threadgraph.plugins import discover, pick
from threadgraph.readers._base import PageReader

__all__ = ["HEAD", "Choice", "choose", "readers"]

HEAD = 1 << 14
"""How many bytes of a document a reader sees to decide whether it is its format."""


class Choice(NamedTuple):
    """A reader and how sure it is of the document."""

    name: str
    reader: PageReader
    confidence: float


def readers() -> dict[str, PageReader]:
    """Give all readers of pages by name."""
    return discover("threadgraph.readers.pages", "READER", "threadgraph.readers")


def choose(head: bytes, name: str, wanted: str | None = None) -> list[Choice]:
    """Give the readers for a document, the surest first; `wanted` names the only one."""
    if wanted is not None:
        return [Choice(wanted, pick(readers(), wanted, "reader"), 1.0)]
    choices = [Choice(key, r, r.sniff(head[:HEAD], name)) for key, r in readers().items()]
    return sorted(choices, key=lambda c: (-c.confidence, c.name))
