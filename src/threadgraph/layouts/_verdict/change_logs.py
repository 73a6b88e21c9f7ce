"""Tell a log of changes from a discussion: it has names, dates and texts as well.

"2021-09-10 Ann Lee" above "* src/all.c: sync", "Release 2.2.38" above "- Fix a crash", commits
with "Author: Ann Lee <ann@kite.example>": changelogs, notes on releases, logs of repositories.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

from threadgraph.dates import is_date
from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["lists_changes"]

MOST = 0.6
"""Share of the posts that are changes."""

MIN_POSTS = 2
HEAD = 400
"""Letters of a text in which the signs of a change are looked for."""

# "Version 2.14", "## Release v2.6.28", "Changes in 23.6", "6.00c (1 Feb 05)", "iso-codes 3.78"
_VERSION = re.compile(
    r"\b(?:version|release[ds]?|changes (?:in|since)|release notes for)\W{0,3}v?\.?\d|"
    r"^\W{0,4}v?\d{1,3}\.\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?\d?(?=$|\s?[:(\s-])|"
    r"^\W{0,4}(?!on |at |am )[a-z][\w.+-]{1,30}[ -]v?\d{1,3}\.\d{1,3}(?:\.\d{1,3}){0,2}\b(?!:)",
    re.IGNORECASE,
)
# "### Kite 1.26", "Kite 1.25 (March 2024)"
_RELEASE = re.compile(
    r"\W{0,5}[a-z][\w.+-]{1,30} v?\d{1,3}\.\d{1,3}(?:\.\d{1,3}){0,2}(?: \([^()]{4,30}\))?",
    re.IGNORECASE,
)
# "(cur | prev) 12:31, 3 May 2012 Ann"; "Ann committed May 3, 2020"; "commit 8f677eaea0",
# "Author: Ann Lee <ann@kite.example>", "Signed-off-by: Ann Lee <...>"
_COMMIT = re.compile(
    r"^\W{0,3}commit [0-9a-f]{7,40}\b|^author:\s.{1,60}<\S+>$|^\s*signed-off-by: \S|"
    r"^\W{0,3}[0-9a-f]{40}$|"
    r"\((?:cur|diff|aktuell|actu|act|corr) \| (?:prev|hist|vorherige|diff|prec)\)|"
    r"^\S.{0,60} (?:committed|authored|pushed) .{0,12}\d.{0,24}$",
    re.MULTILINE,
)
_NUMBER = re.compile(
    r"(?!\d\d\.\d\d\b(?!\.))v?\d{1,3}\.\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?\s*[-–:(]?\s+"
)
# "* src/all.c: sync", "- NEWS, lib/Makefile.am (clean): Remove"
_FILE = re.compile(
    r"\W{0,4}(?:[\w./+-]{1,80}(?:\s?\([^()\n]{1,80}\))?,\s){0,9}"
    r"(?:[\w+-]{1,60}/)*[\w+-]{1,60}\.[a-z]{1,8}\s?(?:[(\[][^()\n]{1,80}[)\]])?:\s"
)
# "v4.4.34", "[6.63.0] - October 29, 2010"
_ALONE = re.compile(
    r"\W{0,4}(?:\d{1,3}\. )?v\d{1,3}(?:\.\d{1,3}){1,2}\W{0,2}$|"
    r"\W{0,4}\[v?\d{1,3}(?:\.\d{1,3}){1,2}\](?:\s|$)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*[-+*•o–]\s+\S")


def lists_changes(page: TextPage, parse: Parse) -> bool:
    """Tell whether most of the posts are entries of a log of changes."""
    records = parse.records
    least = max(MIN_POSTS, ceil(MOST * len(records)))
    found = 0
    for number, record in enumerate(records):
        if found + len(records) - number < least:
            return False  # too few are left
        found += _is_change(page, record)
    return found >= least


def _is_change(page: TextPage, record: Record) -> bool:
    head = _lines(page, record.header)
    text = _begin(page, record)
    if any(map(_COMMIT.search, [*head, text])) or _FILE.match(text):
        return True
    versions = any(map(_VERSION.search, head))
    author = record.author or ""
    if versions and ("<" in author or _VERSION.search(author)):
        return True
    if not author and any(_is_dated_version(line) or _RELEASE.fullmatch(line) for line in head):
        return True
    if any(_ALONE.match(line) for line in head):
        return True
    bare = not author or "<" in author
    return bool(head) and (versions or bare) and _ITEM.match(text) is not None


def _is_dated_version(line: str) -> bool:
    """Tell "0.08 - 21 Mar 2007", not a clock: "22.15 - 21 Mar 2007"."""
    found = _NUMBER.match(line)
    return found is not None and is_date(line[found.end() :])


def _lines(page: TextPage, places: Sequence[Segment]) -> list[str]:
    return [page.text[start:end].strip() for start, end in places]


def _begin(page: TextPage, record: Record) -> str:
    """Give the begin of a text, with the mark of a list before it."""
    if not record.body:
        return ""
    start, end = record.body[0].start, record.body[-1].end
    line = page.text.rfind("\n", 0, start) + 1
    return page.text[line : min(end, start + HEAD)]
