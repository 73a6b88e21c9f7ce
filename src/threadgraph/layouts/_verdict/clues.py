"""Say what a page of text without posts has of what posts have: dates, names, controls, speech."""

from __future__ import annotations

from collections.abc import Iterator

from threadgraph.dates.scan import leading_date, trailing_date
from threadgraph.layouts._heads.anchors import discussion_words
from threadgraph.layouts._text.chrome import is_chrome
from threadgraph.layouts._text.names import MAX_NAME, looks_like_name
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.text import show

__all__ = ["clues"]

MAX_HEADER = 120
SHOWN = 40


def clues(page: TextPage) -> Iterator[str]:
    """Give a sentence a kind, with the first line of it."""
    table = page.once(rows)
    short = [row for row in table if 0 < len(row.text) <= MAX_HEADER]
    yield f"{len(table)} lines, {len(page.paragraphs)} paragraphs, {len(short)} short lines"
    kinds = {
        "with a date at its beginning or end": [row for row in short if _is_dated(row)],
        "that can be a name": [row for row in short if _can_name(row)],
        "with words of a discussion": [row for row in short if discussion_words(row.text)],
        "with a list's mark": [row for row in short if row.mark],
    }
    for kind, found in kinds.items():
        first = f", the first: {show(found[0].text, SHOWN)!r}" if found else ""
        yield f"{len(found)} short lines {kind}{first}"


def _is_dated(row: Row) -> bool:
    found = trailing_date(row.text) or leading_date(row.text)
    return found is not None and found.certain


def _can_name(row: Row) -> bool:
    return len(row.text) <= MAX_NAME and looks_like_name(row.text) and not is_chrome(row.text)
