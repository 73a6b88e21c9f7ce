"""Count the posts that a page says its discussion has."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import chain

from threadgraph.markup._base import Thread
from threadgraph.markup._dom import HtmlPage, attribute, shown
from threadgraph.markup._values import number_of, numbers_of

__all__ = [
    "Expected",
    "add_offers",
    "count_told",
    "in_heading",
    "in_results",
    "offers",
    "with_replies",
]

Expected = tuple[str, ...] | Callable[[HtmlPage], int | None]
"""Selectors of what shows the count, or what finds it in the page."""

NEAR = 250
"""Bytes before and behind the word that counts a kind of action, in which both stand."""
MAX_OFFER = 60
RESULTS = 3
"""Numbers of "Results 11 to 20 of 37", the greatest of which counts all posts."""

# "3 Comments", "1,204 thoughts on", "Comments (3)"; not "One thought on 10 ways to ..."
_HEADING = re.compile(r"\A\d{1,3}(?:[.,]\d{3})?\s|\A\d{1,6}\s|\((\d{1,6})\)\Z")
# "Load 12 more comments", "View more replies (3)", "12 weitere Kommentare laden"
_OFFER = re.compile(
    r"\W{0,3}(?:load|show|view|see)\s(?:the\s|next\s)?(?:\d[\d.,]{0,6}\s)?(?:more|other|hidden)\s"
    r"(?:comments?|repl(?:y|ies)|answers?|responses?)(?:\s\(\d{1,6}\))?\W{0,3}\Z|"
    r"(?:\d{1,6}\s)?weitere\s(?:\d{1,6}\s)?(?:kommentare|antworten)\s(?:laden|anzeigen|ansehen)\Z|"
    r"(?:afficher|voir|charger)\s(?:les\s)?(?:\d{1,6}\sautres|plus\sde)\s(?:commentaires|réponses)\Z|"
    r"(?:ver|mostrar|cargar)\s(?:\d{1,6}\s)?(?:más\s(?:comentarios|respuestas)|"
    r"(?:comentarios|respuestas)\smás)\Z",
    re.IGNORECASE,
)
# `"interactionType": "https://schema.org/CommentAction", "userInteractionCount": 36`, and
# `<meta itemprop="interactionType" content=".../ReplyAction"> <meta itemprop="..." content="5">`
_COUNTER = b"userInteractionCount"
_REPLIES = re.compile(
    rb"""(?:Reply|Comment)Action"
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


def add_offers(thread: Thread, offered: Sequence[int | None]) -> None:
    """Count the posts that the page offers to load, and all, if each offer tells how many."""
    thread.more = sum(offer or 1 for offer in offered)
    if thread.expected is None and offered and all(offered):
        thread.expected = len(thread.comments) + thread.more


def offers(page: HtmlPage) -> list[int | None]:
    """Give what buttons and links say that they would load: "Load 12 more comments" -> 12."""
    words = (shown(node) for node in page.all("button, a") if len(node.text()) <= MAX_OFFER)
    found = (_OFFER.match(text) for text in words)
    return [number_of(match[0]) for match in found if match]


def with_replies(page: HtmlPage) -> int | None:
    """Count the opening post and the replies that a forum counts for machines."""
    place = page.source.find(_COUNTER)
    while place >= 0:
        match = _REPLIES.search(page.source, max(0, place - NEAR), place + NEAR)
        if match:
            return int(match[1]) + 1
        place = page.source.find(_COUNTER, place + 1)
    return None


def in_results(*selectors: str) -> Callable[[HtmlPage], int | None]:
    """Give what reads "Results 11 to 20 of 37", shown or as a tip, in any language."""

    def read(page: HtmlPage) -> int | None:
        for node in chain.from_iterable(map(page.all, selectors)):
            numbers = numbers_of(attribute(node, "title") or shown(node))
            if len(numbers) == RESULTS:
                return max(numbers)
        return None

    return read
