"""Tell texts that begin with the names of their authors, which a layout did not find."""

from __future__ import annotations

from threadgraph.layouts._base import Parse
from threadgraph.layouts._text.page import TextPage

__all__ = ["begin_with", "may_hold"]

MOST = 0.8
SEVERAL = 3
MAX_HEAD = 60
"""Letters of a line that may name a post's author."""


def may_hold(page: TextPage, parse: Parse) -> bool:
    """Tell posts without names, most of which begin with a short line above others.

    The first may have a name: a heading.
    """
    if sum(record.author is not None for record in parse.records) > 1:
        return False
    held = 0
    for record in parse.records:
        if not record.body:
            continue
        start, end = record.body[0]
        rows = len(record.body) > 1 and end - start <= MAX_HEAD
        held += rows or page.text.find("\n", start, min(end, start + MAX_HEAD)) >= 0
    return held >= max(SEVERAL, MOST * (len(parse.records) - 1))


def begin_with(page: TextPage, parse: Parse, other: Parse) -> bool:
    """Tell whether most texts begin with the names that another layout gives, in their order."""
    names = iter([record.author for record in other.records if record.author])
    starts = [record.body[0].start for record in parse.records if record.body]
    held = sum(any(page.text.startswith(name, start) for name in names) for start in starts)
    return held >= max(SEVERAL, MOST * (len(parse.records) - 1))
