"""Count the posts that a page says its discussion has."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from threadgraph.markup._dom import HtmlPage, attribute, shown
from threadgraph.markup._values import number_of, numbers_of

__all__ = ["Expected", "count_told", "in_heading", "in_results", "with_offers", "with_replies"]

Expected = tuple[str, ...] | Callable[[HtmlPage], int | None]
"""Selectors of what shows the count, or what finds it in the page."""

RESULTS = 3
"""Numbers of "Results 11 to 20 of 37", the greatest of which counts all posts."""

# "3 Comments", "1,204 thoughts on", "Comments (3)"; not "One thought on 10 ways to ..."
_HEADING = re.compile(r"\A\d{1,3}(?:[.,]\d{3})?\s|\A\d{1,6}\s|\((\d{1,6})\)\Z")
# `"interactionType": "https://schema.org/CommentAction", "userInteractionCount": 36`, and
# `<meta itemprop="interactionType" content=".../ReplyAction"> <meta itemprop="..." content="5">`
_REPLIES = re.compile(
    r"""Action"(?:(?<=ReplyAction")|(?<=CommentAction"))
    (?:\s{0,99},\s{0,99}"userInteractionCount"\s?:|
    \s?/?>\s{0,99}<meta\sitemprop="userInteractionCount"\scontent=)\s{0,9}"?(\d{1,9})\b""",
    re.VERBOSE,
)


def count_told(page: HtmlPage, expected: Expected) -> int | None:
    """Give the count that the page prints where it is expected; none is printed as 0, too."""
    if callable(expected):
        return expected(page)
    told = (number_of(shown(node)) for selector in expected for node in page.all(selector))
    return next(filter(None, told), None)


def in_heading(page: HtmlPage, *headings: str) -> int | None:
    """Read the first of these headings: the count begins it, or ends it in brackets."""
    heading = page.first(*headings)
    match = _HEADING.search(shown(heading)) if heading is not None else None
    return number_of(match[0]) if match else None


def with_offers(posts: int, offers: Sequence[int | None]) -> int | None:
    """Count the posts with those that the page offers to load, if each offer tells how many."""
    told = [offer for offer in offers if offer]
    return posts + sum(told) if told and len(told) == len(offers) else None


def with_replies(page: HtmlPage) -> int | None:
    """Count the opening post and the replies that a forum counts for machines."""
    told = set(_REPLIES.findall(page.html))
    return int(told.pop()) + 1 if len(told) == 1 else None


def in_results(selector: str) -> Callable[[HtmlPage], int | None]:
    """Give what reads "Results 11 to 20 of 37", shown or as a tip, in any language."""

    def read(page: HtmlPage) -> int | None:
        for node in page.all(selector):
            numbers = numbers_of(attribute(node, "title") or shown(node))
            if len(numbers) == RESULTS:
                return max(numbers)
        return None

    return read
