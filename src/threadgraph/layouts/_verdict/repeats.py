"""Keep the posts of a page once that it prints twice, as it does for narrow screens and wide."""

from __future__ import annotations

from dataclasses import replace

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.records import Problem

__all__ = ["without_repeats"]

MIN_POSTS = 3
SHOWN = 200
"""Characters of a text that are compared; what follows the last post may stand in it."""


def without_repeats(page: TextPage, parse: Parse) -> Parse:
    """Give the parse without its second half where that repeats the first, post for post.

    Names, dates and texts must be the same. What is left out is chrome, and a problem tells it.
    """
    records = parse.records
    half, odd = divmod(len(records), 2)
    if odd or half < MIN_POSTS:
        return parse
    first, second = records[:half], records[half:]
    if any(_key(page, a) != _key(page, b) for a, b in zip(first, second, strict=True)):
        return parse
    gone = [place for record in second for place in _places(record)]
    last = first[-1]._replace(chrome=tuple(sorted([*first[-1].chrome, *gone])))
    told = Problem(
        code="TG136",
        reason=f"{half} posts stand twice, alike in names, dates and texts; the second copies are "
        "left out",
        span_start=gone[0].start,
        span_end=gone[-1].end,
    )
    return replace(parse, records=(*first[:-1], last), problems=(*parse.problems, told))


def _key(page: TextPage, record: Record) -> tuple[str | None, str | None, str]:
    text = "".join(page.text[start:end] for start, end in record.body)
    return record.author, record.date, " ".join(text[:SHOWN].split())


def _places(record: Record) -> list[Segment]:
    return sorted([*record.header, *record.body, *record.chrome])
