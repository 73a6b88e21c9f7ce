"""Write a date with the signs, clocks and zones of other pages in the form that `dates` reads.

Abbreviated zones are those of RFC 5322, of Europe, East Asia and New Zealand that mean one zone
only; IST and BST mean several, and stay.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta
from typing import NamedTuple

from threadgraph.dates.halves import in_english

__all__ = ["Plain", "plain"]

_HOURS = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "eet": 2,
    "eest": 3, "msk": 3, "мск": 3, "hkt": 8, "sgt": 8, "jst": 9, "kst": 9, "nzst": 12, "nzdt": 13,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
"""Hours that a zone is ahead of UTC."""

EDGES = " \t\u00a0|·•–—-,;:()[]*"
_DIGIT = re.compile(r"\d")
# "10:02 GMT+1", "10:02 pm (UTC)", "10:02:33 +0200", "10:02 PST"
_ZONE = re.compile(
    r"(?<=[\dm.])\s*\(?(?P<name>[a-zа-я]{1,5})?\s?(?P<ahead>[+\u2212-]\d{1,2}(?::?\d{2})?)?\)?$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d[:.h]\d{2}")
_OFFSET = re.compile(r"[+\u2212-]\d{2}:?\d{2}")
_CHANGES = (
    # "2020年9月22日(火) 午後 7:04", "2020년 5월 3일 오후 3:22"
    (
        re.compile(
            r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일](?:\s?[(（][^\d()（）]{1,3}[)）])?,?"
        ),
        r"\1-\2-\3 ",  # in Chinese the time stands right behind
    ),
    # "2020/05/03(日) 10:15"
    (re.compile(r"(?<=\d)\s?[(（](?:[月火水木金土日]|[월화수목금토일])[)）]"), ""),
    # "2020/5/3", "3 tháng 5, 2020"
    (re.compile(r"\b(\d{1,2}) (?:tháng|thg) (\d{1,2}),? (\d{4})"), r"\3-\2-\1"),
    # "2020. 5. 3. 10:15", "2020.05.03. 10:15"
    (re.compile(r"^(\d{4})\.\s?(\d{1,2})\.\s?(\d{1,2})\.?(?=\s|$)"), r"\1-\2-\3"),
    (re.compile(r"(?<=\d{4})([-/.])(\d)(?=\1\d)"), r"\g<1>0\2"),
    (re.compile(r"(?<=\d{4}[-/.]\d{2}[-/.])(\d)(?!\d)"), r"0\1"),
    # "3.5.2020 (22:12)"
    (re.compile(r"(?<=\d)\s\((\d{1,2}:\d\d(?::\d\d)?)\)?$"), r" \1"),
    # "3. 5. 2020"
    (re.compile(r"\b(\d{1,2})\.\s(\d{1,2})\.\s(?=\d{4}\b)"), r"\1.\2."),
    # "22 ago 2020", "ago. 22, 2020": August in Spanish, Portuguese and Italian
    (re.compile(r"\bago\b(?=\.?(?: de)? \d)", re.IGNORECASE), "aug"),
    # "10 h 22 min", "10h22", "10:24 h"
    (re.compile(r"(\d{1,2})\s?h\s?(\d{2})(?:\s?min)?\b"), r"\1:\2"),
    (re.compile(r"(?<=[:.]\d{2})\s?(?:h|hrs?|Uhr)\b\.?"), ""),
    # "29.07.2020 // 12:56", "06.03.06 / 1:06pm", "3.5.2020 v 10:22"
    (
        re.compile(
            r"(?<=\d)\s+(?:●|//?|\||v|ve|lúc|γύρω στις|στις|στο|о|ob|ás|kell|plkst\.|เวลา|ที่|को|"
            r"الساعة|בשעה|pukul|pada|kl)\s+"
            r"(?=\d{1,2}[:.]\d)"
        ),
        " ",
    ),
    # "Sun Mar 16 15:48:39 EDT 2014", "Mon Sep 2 19:57:00 2002": of mails
    (
        re.compile(
            r"^([A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2}) (\d{1,2}:\d\d:\d\d)"
            r"( [A-Z]{3,5}| [+-]\d{4})? (\d{4})$"
        ),
        r"\1 \4 \2\3",
    ),
    # "22:12:00 +0100 (CET)"
    (re.compile(r"(?<=[+-]\d{4})\s\([A-Z]{3,5}\)?$"), ""),
    # "10:22 (UTC 2)"
    (re.compile(r"(?<=[\s(])(UTC|GMT)\s(?=\d{1,2}\)?$)"), r"\1+"),
    # "2019-09-21.11:13:43"
    (re.compile(r"(?<=\d{4}-\d\d-\d\d)\.(?=\d\d:\d\d)"), " "),
    # "10:22 03.05.2020", "10:22, 3 May 2020 (UTC)"
    (
        re.compile(
            r"^(\d{1,2}:\d\d(?::\d\d)?(?:\s?[apAP]\.?[mM]\.?)?)[,|\s–-]{1,4}(\d.{6,}?)"
            r"(\s\(?[A-Z]{3,5}\)?)?$"
        ),
        r"\2 \1\3",
    ),
)  # fmt: skip


class Plain(NamedTuple):
    """A date without its zone, and how far that zone is ahead of UTC; None if none is shown."""

    text: str
    ahead: timedelta | None


def plain(text: str) -> Plain:
    """Give the date in plain signs; a text that is none comes back as it is, or nearly."""
    if not text.isascii():
        text = _DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0])), text)
    text = in_english(text.replace("\\", "").strip(EDGES))
    for pattern, plainer in _CHANGES:
        text = pattern.sub(plainer, text)
    text, ahead = _zone(text)
    return Plain(" ".join(text.split()), ahead)


def _zone(text: str) -> tuple[str, timedelta | None]:
    """Take the zone off a clock's end."""
    found = _ZONE.search(text)
    if found is None or not _CLOCK.search(text):
        return text, None
    name, ahead = found["name"], found["ahead"] or ""
    known = _HOURS.get((name or "").lower())
    if known is None and (name or not _OFFSET.fullmatch(ahead)):
        return text, None
    if known and ahead:
        return text, None  # "CET+1" can mean two things
    digits = ahead[1:].replace(":", "")
    hours, minutes = (int(digits[:2] or 0), int(digits[2:] or 0))
    away = timedelta(hours=hours, minutes=minutes)
    signed = away if ahead[:1] == "+" else -away
    return text[: found.start()], timedelta(hours=known or 0) + signed
