"""Find the story that a thread is about: its title stands above the line of who sent it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._text.article_title import MAX_TITLE, is_bar
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["story_line", "title_above", "title_in"]

MAX_LINE = 200
# " (github.com/ann) 139": the site that the link leads to, and the number of comments; a filter
# that drops addresses leaves " ("
_SITE = re.compile(r"\s?\((?:[\w.-]{1,60}(?:/\S{0,60})?\)(?:\s?\d{1,5})?)?$")


def story_line(rows: Sequence[Row], pattern: re.Pattern[str]) -> int | None:
    """Give the first of the rows that says who sent the story."""
    for number, row in enumerate(rows):
        if len(row.text) <= MAX_LINE and pattern.match(row.text):
            return number
    return None


def title_in(page: TextPage, row: Row | None, most: int) -> tuple[Segment, ...]:
    """Give the place of the title in a row; what is wrapped, or longer than `most`, is none."""
    if row is None or row.first != row.last or len(row.text) > most:
        return ()
    return (page.lines[row.first].content,)


def title_above(page: TextPage, rows: Sequence[Row], story: int | None) -> Segment | None:
    """Give the place of the title right above a story's line; what is wrapped there is none."""
    if not story:
        return None
    row = rows[story - 1]
    line = page.lines[row.first]
    whole = row.first == row.last and line.text == row.text and len(line.text) <= MAX_TITLE
    if not whole or is_bar(line.text):
        return None
    shown = _SITE.sub("", line.text) or line.text
    return Segment(line.first, line.first + len(shown))
