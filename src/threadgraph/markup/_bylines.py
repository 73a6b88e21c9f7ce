"""Part bylines without markup ("Submitted by Ann on 3 May 2020") into name and date.

The words around the name are learned from the page: they are the same in all its bylines. So no
list of words is needed, and any language will do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from threadgraph.dates import is_date
from threadgraph.dates.scan import leading_date, trailing_date

__all__ = [
    "EDGE",
    "Byline",
    "date_in",
    "dated_line",
    "names_beside",
    "names_in",
    "shared_words",
    "stands_in",
    "without_date",
    "without_shared",
    "worded",
]

MAX_LINE = 300
_OPEN, _CLOSED = frozenset("(["), frozenset(")]")
_COUNT = re.compile(r"\A#\d{1,6}\s")
# "posted on 3 May 2020 by", where a link with the name follows
_BY = re.compile(r"\s(?:by|von|par|por|da|door|av|af|przez|от)\Z", re.IGNORECASE)
# "Data: 2009-05-02 10:20:33 IP: 83.12.1.1"
_LABELLED = re.compile(r"(?:\A|\s)(?:date|data|datum|fecha|dato|дата)\s?:\s", re.IGNORECASE)
MAX_BEHIND = 3
"""Words that may stand behind a date and belong to nothing."""
MANY = 4
"""Bylines that have a first word in common by no chance."""
EDGE = " \t\u00a0|/·•,:;–—-¶§"

Byline = tuple[str, str | None]
"""The text of a byline, and the name where markup tells it."""
Words = tuple[str, str]
"""What stands before and after a name."""


def date_in(text: str) -> str | None:
    """Give the date that a short text is, ends or begins with."""
    if len(text) > MAX_LINE:
        return None
    if text[:1] in _OPEN and text[-1:] in _CLOSED:
        text = text[1:-1]
    if is_date(text):
        return text
    if label := _LABELLED.search(text):
        text = text[label.end() :]
    text = text.lstrip(EDGE)  # ", le 3 mai 2020, a écrit:"
    ends = (text.rstrip(" ."), _BY.sub("", text))
    for found in (trailing_date(ends[0]), leading_date(text), trailing_date(ends[1])):
        if found is not None and found.certain:
            date = text[found.start : found.end].strip(f"{EDGE}@").rstrip("[( ")
            return date.rstrip(")") if "(" not in date else date
    return None


def names_in(bylines: Sequence[Byline]) -> list[str | None]:
    """Give the name in each byline; None where the page does not show what is the name."""
    parted = [without_date(text) for text, _ in bylines]
    words = _known(bylines, parted) or shared_words([text for text in parted if text])
    return [
        told or (_name_between(text, words) if words else None)
        for (_, told), text in zip(bylines, parted, strict=True)
    ]


def names_beside(lines: Sequence[str], words: Words | None) -> list[str | None]:
    """Give the name in each line that holds little else; `words` stand around other names.

    Those count where most lines have them, else the words that the lines share. Lines that share
    no words are names as they are.
    """
    parted = [without_date(line) for line in lines]
    fits = words is not None and 2 * sum(stands_in(text, words) for text in parted) >= len(parted)
    known = (words if fits else None) or shared_words(parted) or words or ("", "")
    return [_name_between(text, known) for text in parted]


def without_shared(names: Sequence[str]) -> list[str]:
    """Give the names without the words, no names themselves, that all begin with: "posted by".

    Nor with what all end with, up to a sign: "Ann #- [ edit ]".
    """
    before = len(worded(_same([name.split() for name in names])))
    rows = [name.split()[before:] for name in names]
    same = _same([row[::-1] for row in rows]) if len(names) > 1 else []
    after = max(_signs(same), _spoken(same))
    kept = (row[: len(row) - after] for row in rows)
    return [" ".join(row).strip(EDGE) or name for row, name in zip(kept, names, strict=True)]


def _signs(words: Sequence[str]) -> int:
    """Give the number of words up to the last that is a sign: "#-", "[", "|"."""
    places = [n for n, word in enumerate(words, 1) if not any(map(str.isalnum, word))]
    return places[-1] if places else 0


def _spoken(words: Sequence[str]) -> int:
    """Give the number of words in small letters, "a écrit", with a sign behind the last."""
    signs = bool(words) and not any(map(str.isalnum, words[0]))
    told = [*takewhile(str.islower, words[signs:])]
    return len(told) + signs if told else 0


def stands_in(text: str, words: Words) -> bool:
    """Tell whether a text begins and ends with the words around a name."""
    before, after = (word.strip(EDGE) for word in words)
    return text.startswith(before) and text.endswith(after)


def _name_between(text: str, words: Words) -> str | None:
    """Give what stands between the words before and after a name."""
    before, after = (word.strip(EDGE) for word in words)
    return text.removeprefix(before).removesuffix(after).strip(EDGE) or None


def dated_line(text: str) -> str | None:
    """Give the date of a byline, also one with some words behind it."""
    return _dated(text)[1]


def _dated(text: str) -> tuple[str, str | None]:
    """Give a byline up to its date, and the date."""
    if (date := date_in(text)) is not None or len(text) > MAX_LINE:
        return text, date
    words = text.split()
    for behind in range(1, MAX_BEHIND + 1):
        shorter = " ".join(words[:-behind]).rstrip(EDGE)
        if (date := date_in(shorter)) is not None and date != shorter:
            return shorter, date
    return text, None


def without_date(text: str) -> str:
    """Give a byline without its date: the name and the words beside it.

    Some words may stand behind the date: "Ann | 3 May 2020 | Permalink".
    """
    text, date = _dated(_COUNT.sub("", text))
    if date is None:
        return text.strip(EDGE)
    before, _, after = text.partition(date)
    if before.strip(f"{EDGE}("):
        return before.strip(EDGE).rstrip("( ")
    return after.lstrip(")] ").strip(EDGE).rstrip("( ")  # "(3 May 2020) Ann"


def _known(bylines: Sequence[Byline], parted: Sequence[str]) -> Words | None:
    """Give the words before and after the names that markup tells."""
    found = Counter(
        (text[: text.find(told)], text[text.find(told) + len(told) :])
        for (_, told), text in zip(bylines, parted, strict=True)
        if told and told in text
    )
    return found.most_common(1)[0][0] if found else None


def shared_words(texts: Sequence[str]) -> Words | None:
    """Give the words that all bylines begin and end with; None if they tell nothing."""
    if len(set(texts)) < 2:  # noqa: PLR2004 - one byline has no other to compare it with
        return None
    words = [text.split() for text in texts]
    same = _same(words)
    before = worded(same) or (same[:1] if len(set(texts)) >= MANY else [])
    rest = [w[len(before) :] for w in words]
    after = worded(_same([w[::-1] for w in rest]))[::-1]
    if any(len(w) <= len(after) for w in rest):
        return None
    return " ".join(before) + " " * bool(before), " " * bool(after) + " ".join(after)


def worded(words: list[str]) -> list[str]:
    """Keep words up to one that is no name ("by", "says:", "|"): two may have one surname."""
    plain = (word.lstrip("([") for word in words)
    ends = [n for n, word in enumerate(plain, 1) if word.endswith((":", "|")) or word[:1].islower()]
    return words[: ends[-1]] if ends else []


def _same(rows: Sequence[Sequence[str]]) -> list[str]:
    return [column[0] for column in takewhile(lambda c: len(set(c)) == 1, zip(*rows, strict=False))]
