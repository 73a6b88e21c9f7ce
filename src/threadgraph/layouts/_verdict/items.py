"""Tell items of lists from posts: they have titles or facts, and nobody answers any of them.

What stands around a discussion stands around lists, too: a count of an article's comments far
above, a form below, and people who exclaim.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from threadgraph.joining import is_joined
from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._heads.anchors import discussion_words
from threadgraph.layouts._heads.telling import LATEST, denied
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.stamps import falling
from threadgraph.layouts._verdict.facts import have_facts
from threadgraph.layouts._verdict.headings import counts_in, headings
from threadgraph.layouts._verdict.teasers import counts_comments
from threadgraph.layouts._verdict.titled import are_titles, have_titles, own_titles
from threadgraph.layouts._verdict.undiscussed import lines_beside, several, talk_below_heading

__all__ = ["lists_items", "tell_nobody"]

NEAR, BELOW = 30, 16
"""Lines above the posts among which the nearest with text are, and below them."""

SEVERAL = 3
ALL = 3
"""So many posts of one person are no discussion."""

BEGIN = 2
"""Words by which lines that count replies are alike: "3 replies, last post by Ann"."""

MAX_LINE = 90
FEW = 0.34
"""Share of the posts that can be answered, at least, in a discussion."""

# what ends a sentence; the mark of an item
_SENTENCE = re.compile(r"[.!?…](?=\s|$)")
_ITEM = re.compile(r"^[^\S\n]*[•*] ", re.MULTILINE)


def lists_items(page: TextPage, parse: Parse) -> bool:
    """Tell whether the posts have what items of lists have, and no sign of a discussion."""
    records = parse.records
    if any(r.label or r.depth for r in records) or _are_headed(page, parse):
        return False
    if _have_cards(page, records):
        return False
    listed = _are_denied(page, records) or _are_empty(records) or _are_few(page, records)
    listed = listed or _say_all(records) or have_titles(page, records) or have_facts(page, records)
    return listed and not (_are_answered(page, records) or talk_below_heading(page, parse))


def _have_cards(page: TextPage, records: Sequence[Record]) -> bool:
    """Tell posts of which most have a member's card, which says since when: "Joined: May 2005"."""
    cards = 0
    for record in records:
        places = sorted((*record.header, *record.chrome))
        lines = (line for a, b in places for line in page.text[a:b].splitlines())
        cards += any(is_joined(line.partition(":")[0].strip()) for line in lines if ":" in line)
    return len(records) >= SEVERAL and 2 * cards > len(records)


def tell_nobody(_page: TextPage, parse: Parse) -> bool:
    """Tell posts without texts, with titles for names, or without names, the newest first."""
    records = parse.records
    empty = len(records) >= SEVERAL and not any(record.body for record in records)
    nobody = not any(record.author for record in records)
    falls = nobody and falling([record.date or "" for record in records])
    return empty or falls or are_titles(records)


def _are_denied(page: TextPage, records: Sequence[Record]) -> bool:
    """Tell whether the page says, right below the last post, that nobody commented."""
    end = max((place.end for r in records[-1:] for place in (*r.header, *r.body)), default=0)
    last = bisect_left(page.lines, end, key=attrgetter("end"))
    return denied([line for line in page.lines[last : last + BELOW] if line.text], 0)


def _are_empty(records: Sequence[Record]) -> bool:
    """Tell posts of which half say nothing."""
    empty = sum(not record.body for record in records)
    return len(records) >= SEVERAL and 2 * empty >= len(records)


def _are_few(page: TextPage, records: Sequence[Record]) -> bool:
    """Tell one or two items that name nobody and say no sentence, or hold other items."""
    if len(records) >= SEVERAL or any(record.author for record in records):
        return False
    return not any(_SENTENCE.search(page.text, *p) for r in records for p in r.body[:1]) or any(
        len(_ITEM.findall(page.text, r.body[0].start, r.body[-1].end)) >= SEVERAL
        for r in records
        if r.body
    )


def _say_all(records: Sequence[Record]) -> bool:
    """Tell posts of which one person wrote all: nobody answers."""
    names = [record.author for record in records if record.author]
    return len(names) >= ALL and 2 * len(names) > len(records) and len(set(names)) == 1


def _are_headed(page: TextPage, parse: Parse) -> bool:
    """Tell a heading of comments right above the first post, a title between; it counts right."""
    records = parse.records
    start = min((p.start for p in (*records[0].header, *records[0].body)), default=parse.start)
    first = bisect_left(page.lines, start, key=attrgetter("end"))
    lines = [line.text for line in page.lines[max(0, first - NEAR) : first] if line.text]
    above = lines[-1:] if own_titles(page, records[0]) else lines[-2:]
    counts = [counts_in(heading) for heading in headings(page, above, BEGIN)]
    return any(
        not told or any(n / 2 <= len(records) <= n + SEVERAL for n in told) for told in counts
    )


def _are_answered(page: TextPage, records: Sequence[Record]) -> bool:
    """Tell posts that can be answered one by one: "Reply", "Log in to post comments"."""
    told = (
        any(map(_is_answering, lines_beside(page, record))) for record in records[:-1] or records
    )
    return several(told, FEW * len(records))  # below the last one stands the page's own form


def _is_answering(line: str) -> bool:
    if not 0 < len(line) <= MAX_LINE or any(map(str.isdigit, line)) or counts_comments(line):
        return False
    return bool(discussion_words(line) and line[-1] not in ".,;:" and not LATEST.search(line))
