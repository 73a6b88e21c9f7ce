"""Read comments of Drupal of which subjects and texts are left: each text begins with its subject.

Who gives no subject gets the first 29 letters of the text as one. The headers hold links, which
main-content extractors drop. Last seen: 2024. Not read: comments with a subject of their own (they
stand at the end of the one above, which a warning says), authors, dates, parents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.page import TextPage
from threadgraph.records import Problem

__all__ = ["LAYOUT"]

MAX_SUBJECT = 29
"""Letters that Drupal takes."""

FULL = 20
"""Letters of a subject cut by Drupal and the next word, at least; entities count more."""

_ENTITIES = re.compile(r"[&<>\"'’‘“”]")
MIN_SUBJECT = 5
MIN_POSTS = 3
WORTH = 0.7
"""What such posts are worth: others that have names and dates explain more."""


def _parse(page: TextPage) -> Parse | None:
    rows = read_rows(page)
    begins = [n for n in range(len(rows) - 1) if _repeats(rows, n)]
    longer = [n for n in begins if len(rows[n + 1].text) > len(rows[n].text)]
    if len(longer) < MIN_POSTS:
        return None
    form = next((n for n in range(begins[-1] + 1, len(rows)) if is_form(rows[n].text)), len(rows))
    heads = [Head(first=n, last=n, stop=form) for n in begins if n >= longer[0]]
    thread = Thread(page=page, rows=rows, chrome=is_chrome)
    parse = build_thread(thread, heads, marks=2 * len(longer))
    if parse is None:
        return None
    told = f"{len(heads)} posts begin with their subjects; those with one of their own are not told"
    warning = Problem(code="TG129", reason=told, span_start=parse.start, span_end=len(page.text))
    return replace(parse, regularity=WORTH, front=None, problems=(warning,))


def _repeats(rows: Sequence[Row], number: int) -> bool:
    """Tell a short row, below a blank one, with which the text below begins."""
    text = rows[number].text
    if not MIN_SUBJECT <= len(text) <= MAX_SUBJECT or not rows[number].gap:
        return False
    below = rows[number + 1].text
    return rows[number + 1].gap > 0 and below.startswith(text) and _is_whole(text, below)


def _is_whole(subject: str, text: str) -> bool:
    """Tell a subject into which no further word goes, from a heading: "Tokens" / "Tokens are".

    Drupal cuts at blanks: "func Main" above "func Main(match func() bool)" is a heading. Entities
    count with all their letters.
    """
    following = text[len(subject) :].split(None, 1)
    if not following:
        return True
    if subject[-1].isalnum() and not text[len(subject)].isspace():
        return False
    least = FULL if _ENTITIES.search(text, 0, 2 * MAX_SUBJECT) else MAX_SUBJECT
    return len(subject) + 1 + len(following[0]) > least


LAYOUT = Layout(
    description="Drupal without headers: subjects, and the texts that begin with them",
    parents="none",
    parse=_parse,
    generic=True,
    ceiling=WORTH,
)
