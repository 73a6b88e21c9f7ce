"""Tell comments whose headers and heading were lost from a list of the article: they are talk.

What is left of them is a list with blank lines between its items, below a dropped line or at the
page's top, and right above the form or the heading of pingbacks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._heads.anchors import discussion_words
from threadgraph.layouts._heads.heads import Head
from threadgraph.layouts._heads.telling import LATEST, Told
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.names import name_likeness
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.stamps import mostly_rising
from threadgraph.layouts._text.words import ROLES
from threadgraph.voice import PEOPLE

__all__ = [
    "SHARE",
    "TALK",
    "begins_text",
    "converse",
    "is_prose",
    "names_of_some",
    "speaks",
    "talk_in",
    "talks_above_form",
    "talks_to_the_end",
]

SHARE = 0.66
"""Items that must be talk; some comments are not."""

HALF = 0.5
"""Share of the posts that must be talk where names and dates stand above them."""

MIN_PEOPLE = 3
MIN_ITEMS = 3
MANY_ITEMS = 5
MAX_CLOSING = 3
"""Rows of a form, at most, that a filter left of the page below a list."""
CHOSEN = 0.3
"""Share of the names that people gave themselves, where nobody comes twice, and of the talk."""

# "Love this!", "I am so glad", "Thanks for the recipe", ":)"
TALK = re.compile(
    r"!|[:;]-?[)DP(]|[\U0001F600-\U0001F64F]|\b(?:I|I[’'](?:m|ve|d|ll)|me|my|we)\b"
    r"|\b(?:thanks?|thank you|congrat\w*|lol|ha ?ha|merci|danke|gracias|obrigad[oa]|grazie)\b"
    r"|\b(?:your|this|great|nice|lovely) (?:post|blog|site|photos?|pictures?|article)\b",
)
# What begins a text as a line of its own, capitalised as a name is
_FIRST = frozenset(
    """agreed amazing amen and aww awesome beautiful best bonjour bravo brilliant ciao classic
    congrats congratulations cool cute danke dear ditto edit excellent fantastic first funny
    genau good gorgeous great haha hallo happy hello hey hi hilarious hola how huhu interesting
    just keep liebe lieber lol love lovely many merci merry much nice no not ok okay omg oh perfect
    please ps right sad same so sorry sweet thank thanks this true update very wait welcome well
    what why woo wonderful wow yay yep yes you""".split()
)
# "kite77", "7kites"; a number alone is a lesson's, a room's, a year
_GLUED = re.compile(r"[^\W\d]\d|\d[^\W\d]")
# "Liked by 2 people", what WordPress.com prints below comments that somebody liked
_LIKED = re.compile(
    r"^(?:like)?(?:liked by|gefällt|aimé par|le gusta a|piace a|curtido por) \d{1,4} \S+$",
    re.IGNORECASE,
)
_SPEAK = re.compile(r"speak your mind|join the conversation", re.IGNORECASE)


def talks_above_form(
    table: Sequence[Row], items: Sequence[int], end: int, names: Sequence[str] = ()
) -> bool:
    """Tell comments: the items begin at such rows, the last one ends before row `end`.

    `names` stand alone on items: where most have one and somebody comes again, they are comments.
    """
    first = table[items[0]]
    if first.number != 1 or not (items[0] == 0 or first.gap > 1):
        return False
    if end >= len(table) or not _closes(table[end].text):
        return False
    if len(items) == 1 and (items[0] == 0 or sum(row.number is not None for row in table) > 1):
        return False  # one comment is a list of one; articles part theirs by pictures
    again = len(set(names)) < len(names) and SHARE * len(items) <= len(names) <= len(items)
    return again or talk_in(table, items, end) >= SHARE * len(items)


def talks_to_the_end(table: Sequence[Row], items: Sequence[int], end: int) -> bool:
    """Tell comments by their talk: a list below a dropped line, and nothing of the page below it.

    "12 comments" is such a line, and forms are dropped as well.
    """
    first, below = table[items[0]], table[end:]
    if len(below) > MAX_CLOSING or not all(is_form(row.text) for row in below):
        return False
    if first.gap <= 1 or first.number not in (None, 1):
        return False
    if talk_in(table, items, end, _LIKED) > 1:
        return True
    if len(items) < MIN_ITEMS or not is_prose(table, items):
        return False
    levels = len({table[n].indent for n in items})
    share = SHARE if levels == 1 and len(items) < MANY_ITEMS else HALF / min(levels, 2)
    return talk_in(table, items, end, PEOPLE) >= share * len(items)


def talk_in(
    table: Sequence[Told], items: Sequence[int], end: int, pattern: re.Pattern[str] = TALK
) -> int:
    """Count the items in which something matches: talk, or what is asked for."""
    stops = [*items[1:], end]
    return sum(
        any(pattern.search(row.text) for row in table[begin:stop])
        for begin, stop in zip(items, stops, strict=True)
    )


def speaks(table: Sequence[Told], items: Sequence[int], end: int) -> bool:
    """Tell items in which people speak of themselves, ask and exclaim: rules and steps do not."""
    return talk_in(table, items, end, PEOPLE) >= HALF * len(items)


def is_prose(table: Sequence[Row], items: Sequence[int]) -> bool:
    """Tell a list whose items are mostly sentences of some length."""
    long = sum(len(table[n].text) > 60 or table[n].text[-1] in ".!?)…" for n in items)  # noqa: PLR2004
    return long * 2 > len(items)


def converse(table: Sequence[Row], heads: Sequence[Head], end: int) -> bool:
    """Tell people who talk, some more than once, where a filter dropped the words of a heading.

    So do times of writing that rise, but for those of answers that stand below older posts; and
    names that people gave themselves, as no list of articles has.
    """
    names = [head.author for head in heads if head.author]
    different = len(set(names))
    if different < MIN_PEOPLE:
        return False
    texts = [head.last + 1 for head in heads]
    if different < len(names) and talk_in(table, texts, end) >= HALF * len(texts):
        return True
    chosen = sum(_is_chosen(name) for name in set(names)) >= CHOSEN * different
    if chosen and talk_in(table, texts, end, PEOPLE) >= CHOSEN * len(texts):
        return True
    if different == len(names):
        return False
    dates = [head.date for head in heads if head.date]
    return len(dates) == len(heads) and mostly_rising(dates, least=MANY_ITEMS)


def _is_chosen(name: str) -> bool:
    """Tell "kite77", "~ann", "old_mill", "grumpy", "Guest"; not "Weaving 2"."""
    marked = name[:1] in "~@" or "_" in name or _GLUED.search(name)
    return bool(marked) or name[:1].islower() or name.lower() in ROLES


def names_of_some(names: Sequence[str]) -> bool:
    """Tell names on lines of their own, where those of others were links and were lost.

    At least two people, and no line that may as well begin a text.
    """
    told = (name_likeness(name) >= 1 and not begins_text(name) for name in names)
    return len(set(names)) > 1 and all(told)


def begins_text(name: str) -> bool:
    """Tell a line that may as well be the first of a text: "Hello Ann", "Lovely"."""
    return not _FIRST.isdisjoint(name.lower().replace(",", " ").split())


def _closes(text: str) -> bool:
    """Tell a form for comments, or the heading of what links here."""
    told = discussion_words(text) or _SPEAK.match(text) or "back" in text
    return bool(is_form(text) and told and not LATEST.search(text))
