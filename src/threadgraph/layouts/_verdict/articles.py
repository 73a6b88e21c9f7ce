"""Leave out the article where a generic layout took it for a post: a heading ends it."""

from __future__ import annotations

from dataclasses import replace

from threadgraph.layouts._base import Parse
from threadgraph.layouts._heads.sections import MAX_SECTION
from threadgraph.layouts._heads.telling import folds
from threadgraph.layouts._text.outline import row_at, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import COUNT_HEADING

__all__ = ["without_article"]

MIN_POSTS = 3


def without_article(page: TextPage, parse: Parse) -> Parse:
    """Give the posts below the heading, if it stands in what was taken for the first of them."""
    records = parse.records
    if len(records) < MIN_POSTS or not records[0].body or not records[1].header:
        return parse
    table = page.once(rows)
    first, stop = row_at(page, records[0].body[0].start), row_at(page, records[1].header[0].start)
    headings = [n for n in range(stop) if _is_heading(table[n].text)]
    if not headings or headings[0] <= first:
        return parse
    start = page.lines[table[headings[-1]].first].start
    chrome = (page.lines[n].content for n in range(table[headings[-1]].first, table[stop].first))
    above = tuple(place for place in chrome if place.end > place.start)
    second = records[1]._replace(chrome=(*above, *records[1].chrome))
    return replace(parse, records=(second, *records[2:]), start=start)


def _is_heading(text: str) -> bool:
    return len(text) <= MAX_SECTION and COUNT_HEADING.match(text) and not folds(text)
