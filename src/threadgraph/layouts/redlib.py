"""Read Redlib, by which many sites mirror Reddit: "u/ann Baker 12h ago", the score above it.

The submission stands below "r/bread • u/ann • 13h ago" and its title. Last seen: 2025. Not read:
who answers whom (lines, no text, show it), the flairs of authors and submissions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MAX_HEADER = 140
MAX_TITLE = 320
MIN_ROWS = 3
_DELETED = "[deleted]"
_NAME = r"u/(?P<name>[\w-]{2,20}|\[deleted\])"
# "13h ago", "4d ago", "Sep 04 '23", "just now"
_WHEN = r"(?:\d{1,4}(?:s|m|h|d|w|mo|y) ago|[A-Z][a-z]{2} \d\d?(?: '\d\d|, \d{4})?|just now)"
# "r/bread • u/ann • 13h ago"
_OPENING = re.compile(rf"^r/[\w-]{{2,24}} [•·] {_NAME}(?: .{{1,60}})? [•·] (?P<date>{_WHEN})$")
# "r/bread 13h ago": the author, a link, dropped
_UNNAMED = re.compile(rf"^r/[\w-]{{2,24}}(?: [•·])? (?P<date>{_WHEN})$")
# "u/ann Baker 12h ago edited 11h ago"
_COMMENT = re.compile(rf"^{_NAME}(?: .{{1,64}}?)? (?P<date>{_WHEN})(?: edited {_WHEN})?$")
# "13", "1.2k", "•" where it is hidden
_SCORE = re.compile(r"^(?:-?\d{1,3}(?:,?\d{3})?|\d{1,3}\.\dk|[•·])$")
_SCORED = ("Upvotes", "Upvote")
"""What stands below the submission, behind its score."""

_CHROME = re.compile(
    r"^(?:upvotes?|\d{1,3}(?:\.\d)?%|\d{1,6} comments?|permalink|reddit|dup|moderator)$",
    re.IGNORECASE,
)
_MORE = re.compile(r"^→ more replies\b|^more replies\b", re.IGNORECASE)


def _parse(page: TextPage) -> Parse | None:
    if "u/" not in page.dense and not page.text.startswith("r/"):
        return None
    rows = read_rows(page)
    heads = list(_heads(rows))
    scored = next((n for n, row in enumerate(rows) if row.text in _SCORED), 0)
    if opening := _unnamed(rows):
        heads.insert(0, opening)
    elif len(heads) + bool(scored) < 2:  # noqa: PLR2004 - one may be a text's
        return None
    elif 1 < scored < heads[0].first and len(rows[0].text) <= MAX_TITLE:
        # without its header: the title, the text, the score
        heads.insert(0, Head(first=0, last=0, opening=True, stop=scored - 1))
    thread = Thread(page=page, rows=rows, chrome=_is_chrome)
    parse = build_thread(thread, heads, marks=2 * len(heads))
    return parse and replace(parse, records=tuple(map(_without_account, parse.records)))


def _without_account(record: Record) -> Record:
    """Name nobody where the account is deleted."""
    if record.author != _DELETED:
        return record
    return record._replace(author=None, author_state="deleted")


def _unnamed(rows: Sequence[Row]) -> Head | None:
    """Give the submission whose header tops the page; where more rows are such, it is a list."""
    found = [m for row in rows if row.text[:2] == "r/" and (m := _UNNAMED.match(row.text))]
    if len(found) != 1 or rows[0].text != found[0].string or len(rows) < MIN_ROWS:
        return None
    last = int(len(rows[1].text) <= MAX_TITLE)
    return Head(first=0, last=last, date=found[0]["date"], opening=True)


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    for number, row in enumerate(rows):
        if len(row.text) > MAX_HEADER or "u/" not in row.text:
            continue
        if found := _OPENING.match(row.text):
            last = min(number + 1, len(rows) - 1)
            last = last if len(rows[last].text) <= MAX_TITLE else number
            yield Head(
                first=number, last=last, author=found["name"], date=found["date"], opening=True
            )
        elif found := _COMMENT.match(row.text):
            first = number - (number > 0 and _is_score(rows[number - 1]))
            yield Head(first=first, last=number, author=found["name"], date=found["date"])


def _is_score(row: Row) -> bool:
    return _SCORE.match(row.text or row.mark) is not None


def _is_chrome(row: Row) -> bool:
    return is_chrome(row) or bool(_CHROME.match(row.text[:40]) or _MORE.match(row.text[:40]))


LAYOUT = Layout(
    description="Redlib, mirrors of Reddit: 'u/name 12h ago' below the score",
    parents="none",
    telling=3,
    parse=_parse,
)
