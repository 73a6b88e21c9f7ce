"""Read how many posts a page of text says it has, and say that fewer were read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, takewhile
from operator import attrgetter

from threadgraph.layouts import MARKS_FLOOR, Scored
from threadgraph.layouts._base import Parse
from threadgraph.layouts._text.article import Article, count_of
from threadgraph.layouts._text.page import TextPage

__all__ = ["expected_posts", "fewer"]

HEADINGS, MAX_HEADING = 8, 200
"""Lines above the first post among which a heading counts the posts, and how long it may be."""


def expected_posts(page: TextPage, article: Article, ranked: list[Scored]) -> int | None:
    """Give how many posts the page says it has: in the article, in the marks, above the posts."""
    told = article.expected_post_count
    if told is not None or not ranked or ranked[0].score < MARKS_FLOOR:
        return told
    parse = ranked[0].parse
    return parse.expected if parse.expected is not None else _counted(page, parse)


def _counted(page: TextPage, parse: Parse) -> int | None:
    """Read the heading that a layout took to the first post: "9 comments to Title"."""
    first = parse.records[0]
    end = min((place.start for place in (*first.header, *first.body)), default=parse.start)
    number = bisect_left(page.lines, parse.start, key=attrgetter("start"))
    above = takewhile(lambda line: line.end <= end, islice(page.lines, number, number + HEADINGS))
    counts = (count_of(line.text.lstrip("# ")) for line in above if len(line.text) < MAX_HEADING)
    return next((count for count in counts if count is not None), None)


def fewer(expected: int | None, read: int) -> Iterator[tuple[str, str]]:
    """Give code and reason where a page says that it has more posts than the `read` ones."""
    if expected is not None and expected > read:
        yield "TG138", f"the page says that it has {expected} posts, {read or 'none'} were read"
