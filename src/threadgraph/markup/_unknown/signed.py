"""Read "by Ann from Hove on 12 January 2021": a run of text that tells a post's name and date.

Shops print their answers into the review they answer, signed in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from threadgraph.markup._bylines import EDGE, date_in
from threadgraph.markup._dom import Node
from threadgraph.markup._unknown.names import MAX_NAME, is_name
from threadgraph.markup._unknown.outline import Part, outline

__all__ = ["SIGNED", "answers_in", "signed_runs"]

SIGNED = "the words before a date"
"""The rule that finds such names."""

# "by Ann from Hove on 12 January 2021", "Answer from Ann, 3 May 2020", "Geschrieben von Ann am ..."
# and "- Ann, Hove, UK, 12/01/2021 10:22" below letters to a paper
_BY = re.compile(
    r"(?:(?:answer|reply|response|review|comment|question|message|feedback)\s(?:from|of)|"
    r"(?:[^\W\d_]{3,12}\s)?(?:by|von|par|por|door|av|af|przez|от)(?P<colon>:)?|"
    r"(?P<dash>[-–—]))\s+(?=[^\W\d_]|(?(colon)\S|(?!)))",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?:(?:\sfrom\s[^,]{2,40}?)?\s(?:on|at|am|le|el|op|den|em|dnia))?$")


def signed_runs(parts: Sequence[Part]) -> list[tuple[int, str]]:
    """Give the numbers of such runs in a post, and the names."""
    runs = ((n, part.text) for n, part in enumerate(parts) if part.text)
    return [(n, name) for n, text in runs if (name := signed_by(text))]


def answers_in(node: Node, stop: Collection[int]) -> list[Node]:
    """Give the elements in a post that hold further signed runs, each with what stands beside."""
    parts = outline((node,), stop)
    numbers = [number for number, _ in signed_runs(parts)]
    found: list[Node] = []
    for before, number in pairwise(numbers):
        here = number
        while (above := parts[here].above) >= 0 and not above <= before < parts[above].end:
            here = above
        if here != number:
            found.append(parts[here].node)
    return found


def signed_by(text: str) -> str | None:
    """Give the name in "by Ann from Hove on 12 January 2021", less the place."""
    lead = _BY.match(text) if len(text) <= MAX_NAME else None
    date = date_in(text[lead.end() :]) if lead else None
    if lead is None or date is None:
        return None
    name = _BEHIND.sub("", text[lead.end() :].partition(date)[0].rstrip(EDGE)).rstrip(EDGE)
    if lead["dash"]:
        name = name.partition(",")[0]
    return name if is_name(name) else None
