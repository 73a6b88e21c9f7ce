"""Tell comments whose headers and heading were lost from a list of the article: they are talk.

What is left of them is a list with blank lines between its items, below a dropped line or at the
page's top, and right above the form or the heading of pingbacks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._anchors import discussion_words
from threadgraph.layouts._chrome import is_form
from threadgraph.layouts._outline import Row
from threadgraph.layouts._telling import LATEST

__all__ = ["talks_above_form"]

SHARE = 0.66
"""Items that must be talk; some comments are not."""

# "Love this!", "I am so glad", "Thanks for the recipe", ":)"
_TALK = re.compile(
    r"!|[:;]-?[)DP(]|[\U0001F600-\U0001F64F]|\b(?:I|I[’'](?:m|ve|d|ll)|me|my|we)\b"
    r"|\b(?:thanks?|thank you|congrat\w*|lol|ha ?ha|merci|danke|gracias|obrigad[oa]|grazie)\b"
    r"|\b(?:your|this|great|nice|lovely) (?:post|blog|site|photos?|pictures?|article)\b",
)
_SPEAK = re.compile(r"speak your mind|join the conversation", re.IGNORECASE)


def talks_above_form(table: Sequence[Row], items: Sequence[int], end: int) -> bool:
    """Tell comments: the items begin at such rows, the last one ends before row `end`."""
    first = table[items[0]]
    if len(items) < 2 or first.number != 1 or not (items[0] == 0 or first.gap > 1):  # noqa: PLR2004
        return False
    if end >= len(table) or not _closes(table[end].text):
        return False
    stops = [*items[1:], end]
    talk = sum(
        any(_TALK.search(row.text) for row in table[begin:stop])
        for begin, stop in zip(items, stops, strict=True)
    )
    return talk >= SHARE * len(items)


def _closes(text: str) -> bool:
    """Tell a form for comments, or the heading of what links here."""
    told = discussion_words(text) or _SPEAK.match(text) or "back" in text
    return bool(is_form(text) and told and not LATEST.search(text))
