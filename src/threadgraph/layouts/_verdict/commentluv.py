"""Read the author's name where only CommentLuv prints it still, below the text.

The plug-in of WordPress (last seen 2020) adds "Ann recently posted..Title" to comments, in 2009
"Ann´s last blog ..Title". Main-content extractors drop the header and keep that line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._text.page import TextPage

__all__ = ["with_names_below"]

_LINE = re.compile(
    r"^\s*(?P<name>\S.{0,58}?)(?:[´'’`]s last blog(?: post)?|\srecently posted)\s?(?:\.\.|…)",
    re.MULTILINE,
)


def with_names_below(page: TextPage, parse: Parse) -> Parse:
    """Give the parse with those names; posts that have one keep it."""
    if "recently posted" not in page.dense and "s last blog" not in page.dense:
        return parse
    records = tuple(record if record.author else _named(page, record) for record in parse.records)
    return replace(parse, records=records)


def _named(page: TextPage, record: Record) -> Record:
    found = next(_lines(page, record), None)
    return record if found is None else record._replace(author=found, author_state="named")


def _lines(page: TextPage, record: Record) -> Iterator[str]:
    end = record.body[-1].end if record.body else 0
    for segment in record.chrome:
        if segment.start >= end and (found := _LINE.search(page.text[segment.start : segment.end])):
            yield found["name"]
