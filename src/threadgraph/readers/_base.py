"""Fix what a reader of pages is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from threadgraph.readers._report import Report, TextReport
from threadgraph.records import Page

__all__ = ["PageReader"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReader:
    """Read the bytes of ONE document.

    `sniff` takes the first bytes and the name and gives how likely they are its format, 0 to 1.
    `read` gives the page; it raises `text.NotText` for what it cannot read at all.

    A reader whose parser may take for ever gives `risk`: what about the bytes looks as if it could,
    None if nothing does. Builds run it in a process that can be killed, whatever it says.
    `report` tells of a page how it was read.
    """

    description: str
    sniff: Callable[[bytes, str], float]
    read: Callable[[bytes], Page]
    risk: Callable[[bytes], str | None] | None = None
    report: Callable[[bytes], Report | TextReport] | None = None
