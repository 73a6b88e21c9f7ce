"""Read headers that tell a deed: "Submitted by Ann on 3 May 2020", "Comment by Ann"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from threadgraph.choice import Choice
from threadgraph.dates.scan import leading_date, trailing_date
from threadgraph.dates.words import WEEKDAYS
from threadgraph.layouts._heads.byline_edges import JOINTS, MAX_BYLINE, clean_name, strip_tail
from threadgraph.layouts._heads.byline_forms import MAX_NAME, Byline, before_date, whole_date
from threadgraph.layouts._text.chrome import KEPT
from threadgraph.layouts._text.names import name_likeness, reads_as_text
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.words import ROLES, SUBMITTED

__all__ = [
    "ALONE", "DASH", "DEED", "LATE", "behind_dash", "is_badge", "may_submit", "speaks_alone",
    "submitted", "submitter",
]  # fmt: skip

DEED = Choice(SUBMITTED.pattern)
"""The cheap question before `SUBMITTED` is asked."""
# "7 | Comment by Ann", "#1 by Ann", "# posted by Ann : 3:04 PM", "Commentaire n°3 posté par Ann"
_LED = re.compile(
    r"^(?:\d{1,5}\s?[|.:)·-]|#\d{0,5}|"
    r"(?:comment(?:aire)?|kommentar|comentario|comentário|commento|reactie|komentarz)\s"
    r"(?:n[°º.]|no\.?|nr\.?|#)\s?\d{1,5}\s?[:,–-]?)\s{1,3}",
    re.IGNORECASE,
)
_LEADS = frozenset("#0123456789cCkKrR")
_DAY_WORDS = JOINTS | WEEKDAYS
LATE = frozenset(("on", "am", "le", "il", "op", "el", "em"))
"""What a date stood behind."""
_SHORT = frozenset(("by", "von", "par", "por", "door", "da", "di"))
"""Words before names that tell no deed."""

DASH = "—"
"""The verb of `behind_dash`."""
_DASHED = re.compile(r"(\S.{6,40} - \d?\d:\d\d(?:\s?[ap]m)?) — (\S.{0,60})")

ALONE = frozenset("says said wrote sagt schreibt dit dice dijo disse zegt scrive".split())
"""What is left of a header in an item if a linked name was dropped."""


def is_badge(table: Sequence[Row], number: int) -> bool:
    """Tell a role in a row of its own above "says:"."""
    said = table[number + 1].text if number + 1 < len(table) else ""
    return table[number].text.lower() in ROLES and said.rstrip(" :").lower() in ALONE


def speaks_alone(found: Byline, text: str, below: Row | None) -> bool:
    """Tell "Ann Said," alone in its line: the date below it, a link, was dropped."""
    told = text.endswith((f" {found.verb}", f" {found.verb.capitalize()}"))
    return told and below is not None and below.gap > 0 and name_likeness(found.name) > 0


@lru_cache(maxsize=KEPT)
def submitter(text: str) -> str | None:
    """Give what follows "Submitted by", without controls at its end."""
    text = _LED.sub("", text) if text[:1] in _LEADS else text
    match = SUBMITTED.match(text) if DEED.may_match(text) else None
    return None if match is None else strip_tail(text[match.end() :])


def may_submit(text: str) -> bool:
    """Tell whether a line begins with "Submitted by"."""
    return submitter(text) is not None


def _submitted_above(text: str, below: str) -> Byline | None:
    """Read "Comment by Ann" with the date on the next line, or "Date: 3 May 2020" (Phorum)."""
    label, _, rest = below.partition(" ")
    labelled = rest if label == "Date:" else below
    words = text.split()
    while words and words[-1].strip(",.").lower() in _DAY_WORDS:
        words.pop()  # "on Thu,"
    name = clean_name(" ".join(words))
    dated = len(below) <= MAX_BYLINE and whole_date(labelled) is not None
    good = dated and name and len(name) <= MAX_NAME and not reads_as_text(name)
    return Byline(0, 0, "by", name) if good else None


def submitted(text: str, below: str = "") -> Byline | None:
    """Read "Submitted by Ann (not verified) on 3 May 2020", "by Ann - 10:15"."""
    rest = submitter(text)
    if rest is None:
        return None
    found = trailing_date(rest)
    if found is None:
        return _submitted_above(rest, below) or _commented(text, rest)
    if found.start == 0:
        return None
    name = clean_name(before_date(rest, found))
    good = name and len(name) <= MAX_NAME and not reads_as_text(name)
    return Byline(0, 0, "by", name, rest[found.start :]) if good else None


def behind_dash(text: str) -> Byline | None:
    """Read "Mi, 03/04/2009 - 14:56 — Ann", as themes of Drupal up to its version 6 print it.

    Any name stands so, "admin" too.
    """
    match = _DASHED.fullmatch(text) if " — " in text else None
    name = clean_name(match[2]) if match else ""
    if not match or not name or leading_date(match[1]) is None:
        return None
    return Byline(0, 0, "named", name, match[1], verb=DASH)


def _commented(text: str, rest: str) -> Byline | None:
    """Read "Comment by Ann:" whose date, a link, was dropped, and "Posted by Ann on"."""
    words = rest.split()
    late = len(words) > 1 and words[-1] in LATE
    if not (late or rest.endswith(":")) or text.partition(" ")[0].lower() in _SHORT:
        return None
    name = clean_name(" ".join(words[:-1] if late else words))
    good = name and len(name) <= MAX_NAME and not reads_as_text(name)
    return Byline(0, 0, "by", name, verb=words[-1] if late else "") if good else None
