"""Tell the comments of a weblog from a list of its article, where no header of theirs is left.

Blogger prints the day above the title of an article, and its threaded comments as a numbered list
with blank lines between the items. Corpora drop the line with their count, extractors the names:
what is left is a list at the page's end, below two blank lines, whose items are talk. Where the
day was dropped, too, there must be several, and somebody who says "I" in most, or all must begin
as answers do, or there are answers to one, further in. One comment is a list of one, which
articles hardly have.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.dates import is_date
from threadgraph.layouts._heads.talk import SHARE, TALK, talk_in
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.outline import Row

__all__ = ["ends_weblog"]

MAX_DAY = 40
MAX_BELOW = 3
"""Rows below the list, at most: what a blog's owner says above the form."""

# "I", "I'm", a smile
_FIRST_PERSON = re.compile(r"\bI\b|[:;]-?[)D]")
MIN_UNDATED = 3

# "So cute", "What a lovely card", "Oh no", "This is so pretty", "Thanks for": how answers begin;
# "Thanks to Ann" begins footnotes
_ANSWERS = re.compile(
    r"(?:so+ )+(?:adorable|beautiful|clever|cool|cute|excited|fun|funny|glad|good|gorgeous|happy|"
    r"lovely|nice|pretty|proud|sad|sorry|sweet|true|very)\b|(?:what|such) an? |"
    r"(?:oh+|o{2,}h*|ah+|aw{2,}e?|wow+|yay|ye[sp]|hey|hi|hello|omg|lol|(?:ha){2,}|yum\w{0,2})\b(?!-)|"
    r"(?:i )?(?:just )?lov(?:e|ed|ing) (?:it|this|that|these|those|your)\b|"
    r"(?:this|that|it|he|she|they|these|those)(?:[’']s| is| are|[’']re| looks?)(?: all)? "
    r"(?:(?:so|such|too|absolutely|really|adorable|awesome|beautiful|cute|gorgeous|lovely)\b|"
    r"an? (?:amazing|awesome|beautiful|fantastic|good|great|lovely|nice|wonderful)\b)|"
    r"i(?:[’']m| am) (?:so|very|really) (?:excited|glad|happy|jealous|proud|sorry)\b|"
    r"thanks?(?: you)? (?:for|so|very)\b|thank you[,!]|"
    r"(?:congrat\w+|happy birthday|welcome back|good luck)\b|"
    r"(?:great|nice|lovely|beautiful|awesome|amazing) (?:card|idea|job|photos?|pictures?|pics|post|"
    r"quilt|recipe|shots?|work)\b",
    re.IGNORECASE,
)


def ends_weblog(table: Sequence[Row], items: Sequence[int], end: int) -> bool:
    """Tell comments: the items begin at such rows, and the last one ends before row `end`."""
    first = table[items[0]]
    below = table[end : end + 1]
    last = len(table) - end <= MAX_BELOW or bool(below and is_form(below[0].text))
    if first.number != 1 or not last:
        return False
    if len(items) == 1:
        return _is_alone(table, items[0], end)
    spoken = sum(_is_talk(table, a, b) for a, b in zip(items, [*items[1:], end], strict=True))
    parted = items[0] == 0 or first.gap > 1
    answered = spoken == len(items) and any(table[n].indent > first.indent for n in items)
    return parted and (answered or _are_comments(table, items, end, spoken))


def _are_comments(table: Sequence[Row], items: Sequence[int], end: int, spoken: int) -> bool:
    """Tell comments below a dropped line, `spoken` of which are talk."""
    if not items[0]:
        return False
    if _has_day(table):
        return spoken >= SHARE * len(items)
    if all(_ANSWERS.match(table[number].text) for number in items):
        return True
    many = len(items) >= MIN_UNDATED and spoken == len(items)
    return many and talk_in(table, items, end, _FIRST_PERSON) >= SHARE * len(items)


def _has_day(table: Sequence[Row]) -> bool:
    """Tell whether the page begins with a day, as Blogger's do."""
    return len(table[0].text) <= MAX_DAY and is_date(table[0].text)


def _is_talk(table: Sequence[Row], begin: int, end: int) -> bool:
    answers = _ANSWERS.match(table[begin].text) is not None
    return answers or any(TALK.search(row.text) for row in table[begin:end])


def _is_alone(table: Sequence[Row], number: int, end: int) -> bool:
    """Tell the only comment: the page's only number, before talk.

    It begins as answers do, or stands below a dropped line on a page with a day.
    """
    if not number or sum(row.number is not None for row in table) > 1:
        return False
    parted = table[number].gap > 1 and _has_day(table)
    told = parted or _ANSWERS.match(table[number].text) is not None
    return told and bool(talk_in(table, [number], end))
