"""Find the headings of comments and of boards' posts, and what they count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from threadgraph.layouts._heads.sections import heads_section
from threadgraph.layouts._heads.telling import MAX_HEADING
from threadgraph.layouts._text.page import TextPage

__all__ = ["counts_in", "headings"]

MAX_LINE = 90
AGAIN = 3
"""A line that stands so often on a page counts the comments of each article."""

# "Featured Replies", "3 posts in this topic", "View all comments": above the posts of boards
_BOARD = re.compile(
    r"(?:featured|recommended) (?:replies|posts|comments)\b|\d{1,5} (?:posts|replies) in this|"
    r"(?:messaggi|empfohlene|messages|mensajes|anbefalte|rekomendowane) [^\W\d]{5,14}\Z|"
    r"(?:inline feedbacks|view all comments|user contributed notes)\b|replies\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")


def headings(page: TextPage, lines: Sequence[str], words: int = MAX_LINE) -> list[str]:
    """Give the headings of comments among lines, but for those that come again and again.

    They do if as many of their first words are the same, but for numbers.
    """
    heads = {text: _shape(text, words) for text in lines if text and _heads(text)}
    if not heads:
        return []
    begins = {shape[:1] for shape in heads.values()}
    alike = (t for t in page.texts if t[0] in begins or (t[0].isdigit() and "0" in begins))
    shapes = Counter(_shape(text[:MAX_HEADING], words) for text in alike)
    return [text for text, shape in heads.items() if shapes[shape] < AGAIN]


def counts_in(heading: str) -> list[int]:
    """Give the numbers in a heading."""
    return [int(number) for number in _NUMBER.findall(heading)]


def _heads(text: str) -> bool:
    text = text.strip("#*_ ")
    return heads_section(text) or (len(text) <= MAX_LINE and _BOARD.match(text) is not None)


def _shape(text: str, words: int) -> str:
    return " ".join(_NUMBER.sub("0", text).split(None, words)[:words])
