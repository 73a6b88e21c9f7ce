"""Tell items of lists by what they state: a price, a size, the same label as the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import ceil

from threadgraph.joining import is_joined
from threadgraph.layouts._base import Record
from threadgraph.layouts._boards.card_words import STATS
from threadgraph.layouts._heads.anchors import discussion_words
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["MARKS", "MAX_FACT", "amount", "have_facts", "lines_of"]

MOST = 0.6
"""Share of the posts that state the same kind of fact, at least."""

MIN_POSTS = 3
MAX_FACT = 60
MARKS = " \t#*_•-–>|[]"
"""What stands at the edges of a line: blanks, the marks of lists, of headings and of emphasis."""

# "Agent: Ann Lee", "Ref. 12", "Seller: bob (7)"
_LABEL = re.compile(r"([^\W\d_a-z][^\W_ ]{1,14}(?: [^\W\d_]{1,14})?)(?::|\.(?=\s?\d))\s?\S")
_SAID = frozenset("quote zitat cita citation edit edited update pros cons ps nb note".split())
# "£12.50", "672 zł", "Price: 12 €"
_PRICE = re.compile(
    r"(?:[^\W\d_]{2,14}: )?(?:[£€$¥₽]\s?\d[\d.,]{0,9}|"
    r"\d[\d., ]{0,9}\s?(?:[£€$¥₽]|zł|kr|Kč|CHF|EUR|USD))\b.{0,12}"
)
# "34 KB", "1.2 MB", "22 min", "87 m²"
_SIZE = re.compile(r"(?:\S{2,12}: )?\d[\d.,]{0,9}\s?(?:[KMG]i?B|bytes|min|pages|m²|m2)\W{0,2}")


def have_facts(page: TextPage, records: Sequence[Record]) -> bool:
    """Tell whether most posts state the same kind of fact: a price, a size, a labelled one."""
    if len(records) < MIN_POSTS:
        return False
    least = ceil(MOST * len(records))
    found = Counter[str]()
    for number, record in enumerate(records):
        if max(found.values(), default=0) + len(records) - number < least:
            return False  # too few are left
        below = record.chrome if 0 < number < len(records) - 1 else ()  # else the page's own
        facts = {amount(line) or _joins(line, record) for line in lines_of(page, record.header)}
        facts |= {_fact(line) for line in lines_of(page, (*record.body, *below))}
        found.update(facts - {""})
    return max(found.values(), default=0) >= least


def _fact(line: str) -> str:
    """Give the kind of fact that a line is; nothing where it is none."""
    label = _LABEL.match(line) if len(line) <= MAX_FACT else None
    if label is None or not label[1][0].isupper():
        return amount(line)
    word = label[1].lower()
    told = word in _SAID or discussion_words(word) or STATS.match(label[1])  # of a board's member
    return "" if told else word


def _joins(line: str, record: Record) -> str:
    """Tell a date since when somebody is a member in place of the post's."""
    label, date, _ = line.partition(record.date or "\n")
    words = label.strip(" :").split()
    told = date and any(is_joined(" ".join(words[n:])) for n in (-1, -2) if words)
    return "joined" if told else ""


def amount(line: str) -> str:
    """Give the kind of amount that a line is: a price or a size; nothing where it is none."""
    if len(line) > MAX_FACT:
        return ""
    return "price" if _PRICE.fullmatch(line) else "size" if _SIZE.fullmatch(line) else ""


def lines_of(page: TextPage, places: Sequence[Segment]) -> list[str]:
    """Give the lines in some places, without what stands at their edges."""
    return [line.strip(MARKS) for s, e in places for line in page.text[s:e].split("\n")]
