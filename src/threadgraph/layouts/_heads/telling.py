"""Tell whether what looks like posts stands in a discussion, by the words around."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from threadgraph.layouts._heads.anchors import counts_posts, discussion_words
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.words import ANSWERS, COUNT_HEADING, NO_COMMENTS

__all__ = [
    "ANSWER", "LATEST", "MAX_HEADING", "Told", "before_footer", "denied", "denies", "folds",
    "heads_comments", "in_discussion", "past_heading", "talked_of",
]  # fmt: skip

NEAR = 12
"""Rows before the first post in which words of a discussion are looked for."""

MAX_HEADING = 300
BELOW, MAX_DENIAL = 3, 60
"""Rows below a list in which "No comments" is looked for, and letters of such a row."""

LATEST = re.compile(
    r"recent|latest|neueste|letzte|dernier|últimos|ultimi|laatste|senaste|ostatnie|最近|последние",
    re.IGNORECASE,
)
"""What boxes beside an article call the comments in them."""

# "Comments (0)"
_NONE = re.compile(r"(?<![\d.,])0(?![\d.,])")
_NUMBER = re.compile(r"\d+")
# "2 Antworten ausblenden", "Hide 2 replies": below the first post it heads no discussion
_FOLDED = re.compile(
    r"(?:(?:hide|view|show|masquer|afficher|voir(?: les)?|ocultar|mostrar|ver|nascondi|mostra|"
    r"visualizza|verberg|toon|скрыть|показать) )?\d{1,5} (?:repl|antwort|répons|respuest|respost|"
    r"rispost|antwoord|odpowied|svar|ответ)\w{0,4}(?: (?:ausblenden|anzeigen|einblenden|verbergen|"
    r"weergeven|tonen|bekijken|skrýt|zobrazit))?$",
    re.IGNORECASE,
)
ANSWER = re.compile(rf"^#?\s?(?:{ANSWERS})\s?: \S", re.IGNORECASE)
"""The subject of an answer: "re: Why?", "# AW: Warum?"."""


class Told(Protocol):
    """A row or a line: what has a text."""

    @property
    def text(self) -> str: ...


def in_discussion(rows: Sequence[Row], firsts: Sequence[int], stop: int) -> bool:
    """Tell whether the page says that these are comments: before them, or by their controls.

    The posts begin at the rows `firsts`, the last one ends before `stop`.
    """
    first = firsts[0]
    above = [row.text for row in rows[max(0, first - NEAR) : first]]
    if any(map(_tells, above)) or any(map(heads_comments, above)):
        return True
    if any(counts_posts(row.text) for row in rows[:first]):
        return True
    near = [row.text for row in rows[max(first, stop - 1) : stop + 1]]
    if stop < len(rows) and _is_reply_form(near[-1]) and not any(map(heads_comments, near)):
        return True  # a heading of comments below tells that these are none
    answered = sum(
        any(discussion_words(row.text) for row in rows[begin:end])
        for begin, end in zip(firsts, [*firsts[1:], stop], strict=True)
    )
    about = sum(
        any(ANSWER.match(row.text) for row in rows[max(0, begin - 1) : begin + 2])
        for begin in firsts
    )
    return max(answered, about) > len(firsts) / 2


def heads_comments(text: str) -> bool:
    """Tell a heading of comments, but for those of a whole site's latest, or of none."""
    if len(text) > MAX_HEADING or not COUNT_HEADING.match(text):
        return False
    return not LATEST.search(text) and not _NONE.search(text)


def talked_of(lines: Sequence[Told], first: int, last: int) -> bool:
    """Tell words of a discussion above row `first`, or between it and `last`."""
    return any(_tells(line.text) for line in lines[max(0, first - NEAR) : last])


def denied(rows: Sequence[Told], stop: int) -> bool:
    """Tell whether the page says right below, from row `stop` on, that nobody commented."""
    return any(denies(row.text) for row in rows[stop : stop + BELOW])


def denies(text: str) -> bool:
    """Tell a row that says that nobody commented."""
    return len(text) <= MAX_DENIAL and NO_COMMENTS.match(text)


def _tells(text: str) -> bool:
    """Tell words of a discussion, but for those of a box with recent comments."""
    return discussion_words(text) and not LATEST.search(text)


def _is_reply_form(text: str) -> bool:
    """Tell what opens the form below a discussion."""
    return is_form(text) and _tells(text)


def past_heading(rows: Sequence[Told], places: Sequence[tuple[int, int]]) -> int:
    """Give how many of the first headers (first and last row) stand above the comments' heading.

    They are the article's own, which are alike. A control of each post is no heading.
    """
    between = _between(rows, places)
    for first in range(len(places) // 3, 0, -1):
        for number in range(places[first][0] - 1, places[first - 1][1], -1):
            text = rows[number].text
            once = between[_NUMBER.sub("0", text)] == 1
            if once and COUNT_HEADING.match(text) and not folds(text):
                return first
    return 0


def folds(text: str) -> bool:
    """Tell a control that shows or hides a post's answers; "3 replies" alone is a heading."""
    match = _FOLDED.match(text)
    return match is not None and not (text[0].isdigit() and text.count(" ") == 1)


def before_footer(rows: Sequence[Told], places: Sequence[tuple[int, int]]) -> int:
    """Give how many headers stand above the form or the links to other pages, which are alike."""
    between = _between(rows, places)
    for last in range(len(places) - len(places) // 3, len(places)):
        for number in range(places[last - 1][1] + 1, places[last][0]):
            text = rows[number].text
            if between[_NUMBER.sub("0", text)] == 1 and is_form(text):
                return last
    return len(places)


def _between(rows: Sequence[Told], places: Sequence[tuple[int, int]]) -> Counter[str]:
    """Count the texts of the short rows between headers; numbers are alike: "3 reviews"."""
    return Counter(
        _NUMBER.sub("0", row.text)
        for above, below in pairwise(places)
        for row in rows[above[1] + 1 : below[0]]
        if len(row.text) <= MAX_HEADING
    )
