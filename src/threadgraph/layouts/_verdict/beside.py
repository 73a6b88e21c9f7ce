"""Tell what is no post by what stands beside each: the last post of a forum, counts, "No comments".

Lists of forums and topics, and of articles and offers, have a name and a date in each item, too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from threadgraph.accents import either
from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._heads.telling import denies
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._verdict.topics import LAST_POST
from threadgraph.layouts._verdict.undiscussed import MEMBER

__all__ = ["counts_posts", "denies_comments", "lists_forums"]

MOST = 0.6
"""Share of the posts beside which it stands, at least."""

MAX_LAST = 80

# "Last Post:", "Dernier message : Bread", "Last post by Ann View the latest post", "Новое:"
_LAST = re.compile(either(rf"\W{{0,6}}(?:(?:{LAST_POST})\b|новое:\Z)"), re.IGNORECASE)
# "• Threads: 22", "Сообщений: 125"
_COUNT = re.compile(r"\W{0,6}[^\W\d_]{3,14}: ?\d[\d., ]{0,12}\Z")


def lists_forums(page: TextPage, parse: Parse) -> bool:
    """Tell whether beside most posts stands that another was the last one."""
    return _stand(page.once(_last_posts), parse.records)


def counts_posts(page: TextPage, parse: Parse) -> bool:
    """Tell whether beside most posts stands how many topics a forum has; members have posts."""
    nameless = not any(record.author for record in parse.records)
    return nameless and _stand(page.once(_counts), parse.records)


def denies_comments(page: TextPage, parse: Parse) -> bool:
    """Tell whether beside most posts stands that nobody commented on them."""
    return _stand(page.once(_denials), parse.records)


def _stand(lines: Sequence[int], records: Sequence[Record]) -> bool:
    """Tell whether most posts have one of the lines, told by their places; one alone tells nothing.

    What stands between two posts is of the one above.
    """
    least = max(2, MOST * len(records))
    if len(lines) < least:
        return False
    begun = (record.header or record.body for record in records)
    places = [*(segments[0].start for segments in begun if segments), _end_of(records[-1])]
    held = (bisect_left(lines, start) < bisect_left(lines, end) for start, end in pairwise(places))
    return sum(held) >= least


def _end_of(record: Record) -> int:
    return max(end for _, end in (*record.header, *record.body, *record.chrome))


def _last_posts(page: TextPage) -> list[int]:
    return [
        line.first for line in page.lines if len(line.text) <= MAX_LAST and _LAST.match(line.text)
    ]


def _counts(page: TextPage) -> list[int]:
    shown = (line for line in page.lines if line.text[-1:].isdigit())
    counts = (line for line in shown if _COUNT.match(line.text))
    return [line.first for line in counts if not MEMBER.search(line.text)]


def _denials(page: TextPage) -> list[int]:
    return [line.first for line in page.lines if line.text and denies(line.text)]
