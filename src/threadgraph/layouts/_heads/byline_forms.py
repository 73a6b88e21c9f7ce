"""Read the forms of a comment's header within one line, in the languages of `words`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from threadgraph.dates.scan import (
    DATE_WORDS,
    LATER,
    Found,
    leading_date,
    shape_of,
    trailing_date,
)
from threadgraph.joining import is_joined
from threadgraph.layouts._heads.byline_edges import (
    AGED,
    ANSWERED,
    DEED,
    JOINTS,
    MAX_BYLINE,
    PRONOUNS,
    clean_name,
    labels_date,
    past_joint,
    quotes_post,
    strip_controls,
    strip_tail,
)  # fmt: skip
from threadgraph.layouts._text.chrome import KEPT, is_chrome
from threadgraph.layouts._text.names import name_likeness, reads_as_text
from threadgraph.layouts._text.words import SAY_WORDS, SAYS, SAYS_FIRST, SAYS_GLUED, SUBMITTED

__all__ = [
    "CLOCK_FIRST", "DIGIT", "MAX_BYLINE", "MAX_NAME", "SAID_ENDS", "Byline", "before_date", "dated",
    "may_be_dated", "named", "said_late", "says", "says_glued", "tells_speech", "whole_date",
]  # fmt: skip

MAX_NAME = 80
MAX_WORDS = 12
MIN_LABEL = 5
FEW = 4
"""Blanks in a name that a word before it tells ("by")."""

# "20:00 - Reply", "at 12:19 PM", "2013 at 12:37 PM"
CLOCK_FIRST = re.compile(
    r"(?:(?:19|20)\d\d,? )?(?:(?:at|um|à|às|a las?|alle|om|kl\.?|klo|o|в) )?\d{1,2}[:.]\d{2}\b"
)
# "#1 | on 3 May 2010"
_LEADING = re.compile(r"^#\d{1,5}(?:\.\d{1,4})?\s{0,3}[|·:.–-]?\s+")
# "回答者：Ann回答日時：2017/11/20", of which only the time behind reads as a date
_DAY = re.compile(r"\d([./-])\d{1,2}\1(?:\d{1,4})?$")
_ENDINGS = frozenset("credit credits edit audit essays unsaid".split())
"""Words that end as a verb does, and stand before a colon."""

LONG = 6
# "She looked well. And here is what my aunt says:"
_SENTENCE = re.compile(r"[a-zß-ÿ]{3}[.!?] ")
_UNSAID = ("", ".")
"""What follows the verb in a sentence; before it stand so many blanks."""

_NUMBERED = re.compile(r"^#?\d{1,4}[.):] ")
DIGIT = re.compile(r"\d")
# "Ann on said:", whose date was dropped
_ON = re.compile(r"(?<=\S)\s(?:on|am|le|el|op|il|em)$")
# "Ann • a year ago", "Ann | vor einem Jahr"
_WORDED_AGE = re.compile(r"\s[|•·]\s(?:[^\W\d]{1,10}\s){1,4}[^\W\d]{1,10}$")
# "Ann2:14 pm on June 3, 2012": P2 prints the time right behind the name
_GLUED_CLOCK = re.compile(
    r"(?<=[^\W\d_.)])[012]?\d:[0-5]\d(?:\s?[ap]\.?m\.?)?(?:\son)?\s*$", re.IGNORECASE
)
_DATED = re.compile(r"\d|\b(?:an?|one|eine[mr]|une?|una|um|uma|een|et|ett)\b", re.IGNORECASE)
SAID_ENDS = (":", "...", "…")
"""What ends a row that ends with a verb, if not the verb."""

# "3 May", "(on 3 May", "AnnApril 12": its first digit or word
_FIRST = re.compile(r"[\s,;:|\-–—·•@/(]*(?:\d|$|([A-ZÀ-Þ]?[a-zß-ÿ]+(?![^\W\d_A-ZÀ-Þ])|[^\W\d_]+))")
_FIRST_WORDS = JOINTS | DATE_WORDS
_EDGE = " \t\u00a0,;:|-–—·•@/(~"

# "Ann said in reply to Bob..."
# "Ann says: Author": a badge behind, in the languages of themes that have one
_BADGE = re.compile(r"(?<=:) (?:author|autora?|auteure?|autore|autrice|автор)\Z", re.IGNORECASE)
_SAID_TO = re.compile(r"^(?P<name>\S.{0,60}?) said in reply to (?P<to>\S.{0,60}?)(?:\.{3}|…)$")


class Byline(NamedTuple):
    """A header: rows `first` to `last` of the page's rows, both included."""

    first: int
    last: int
    form: str
    name: str
    date: str | None = None
    label: str | None = None
    verb: str = ""


def tells_speech(text: str) -> bool:
    """Tell whether a line has a word that every "Ann says:" has."""
    low = text.lower().replace(":", " ").replace("…", " ").replace(".", " ").replace(",", " ")
    return not SAY_WORDS.isdisjoint(low.split())


@lru_cache(maxsize=KEPT)
def says(text: str) -> Byline | None:
    """Read "Ann says:", "Ann says 3 May 2020 at 10:00", "Ann said..."."""
    if not tells_speech(text) or "↑" in text:
        return None  # "Ann wrote: ↑" stands above a quotation
    answers = _SAID_TO.match(text)
    return _answering(answers) if answers else _says(_BADGE.sub("", text))


def _says(text: str) -> Byline | None:
    if (first := SAYS_FIRST.match(text)) and (name := clean_name(first[2])):
        return Byline(0, 0, "says", name, verb=f"{first[1]}:")
    match = SAYS.match(text)
    if match is None or len(match[1]) > MAX_NAME:
        return None
    if match[3] and (again := SAYS.match(f"_{match[3]}")) and again[1] == "_":
        found = says(f"_{match[3]}")  # "Someone Said said..."
        return found and found._replace(name=clean_name(text[: match.end(2)]))
    rest = (match[3] or "").strip()
    late = bool(rest.strip(" :.…,"))
    date = _date_in(rest.lstrip(" :.…")) if late else None
    if late and (date is None or match[1].rpartition(" ")[2].lower() in JOINTS):
        return None  # "Verfasst von Ann am Sa, 14.08.2010": a weekday
    end = ":" if rest.endswith(":") else "" if date else rest[-3:]
    when = strip_tail(match[1]) if date is None and DIGIT.search(match[1]) else ""
    before = trailing_date(when)
    if before and before.start and before.certain and not _is_late(when):
        return _said_on(when, before, match[2].lower() + end)
    who = _ON.sub("", match[1])
    name = who if _is_late(who) else clean_name(who)
    long = name.count(" ") >= LONG  # "A lock is held on short writes."
    sentence = long and (rest in _UNSAID or _SENTENCE.search(name) is not None)
    told = name and not sentence and name.lower() not in PRONOUNS
    return Byline(0, 0, "says", name, date, verb=match[2].lower() + end) if told else None


def _answering(match: re.Match[str]) -> Byline | None:
    """Read "Ann said in reply to Bob...", as TypePad prints it."""
    name, label = clean_name(match["name"]), clean_name(match["to"])
    return Byline(0, 0, "says", name, label=label, verb="said...") if name else None


def _is_late(text: str) -> bool:
    """Tell a name below the text above, whose date stands before it: `said_late` parts them."""
    begins = text[0].isdigit() or text.partition(" ")[0].rstrip(".,").lower() in _FIRST_WORDS
    found = leading_date(text := past_joint(text)) if begins else None
    return found is not None and found.certain and found.end < len(text)


def said_late(found: Byline) -> Byline:
    """Part the date that was taken for the name's begin: "1. Le 3 mai 2010 à 10:15, Ann a dit:"."""
    late = None if found.date else dated(past_joint(_NUMBERED.sub("", found.name)))
    return found._replace(name=late.name, date=late.date) if late else found


def says_glued(text: str) -> Byline | None:
    """Read "Annsagt:"; the line below must be a date."""
    match = SAYS_GLUED.match(text) if text.endswith((":", "：")) else None
    name = clean_name(match[1]) if match else ""
    if match is None or not name or reads_as_text(name):
        return None
    if text.rstrip(" :：").rpartition(" ")[2].lower() in _ENDINGS or not name[0].isalnum():
        return None
    return Byline(0, 0, "says", name, verb=f"{match[2]}:")


def _said_on(text: str, found: Found, verb: str) -> Byline | None:
    """Read what stands before the verb in "Ann on 3 May 2020 at 10:00 said:"."""
    name = clean_name(before_date(text, found))
    return Byline(0, 0, "says", name, text[found.start :], verb=verb) if name else None


@lru_cache(maxsize=KEPT)
def whole_date(text: str) -> str | None:
    """Give the date that a text is, but for words before it and controls after it."""
    date = _date_in(text)
    return None if date is None or date.endswith(LATER) else date


def _date_in(text: str) -> str | None:
    """Give the same, or "3 days later", which is a date behind a verb alone."""
    text = _LEADING.sub("", text) if text[:1] == "#" else text
    text = AGED.sub("", text) if text[-1:] == ")" else text
    if not _begins(text) or not _DATED.search(text):
        return None
    place = _whole(shape_of(text))
    return None if place is None else text[place[0] : place[1]]


@lru_cache(maxsize=KEPT)
def _whole(shape: str) -> tuple[int, int] | None:
    """Give where the date stands in a text of this shape."""
    kept = strip_tail(shape).rstrip(" :")
    found = trailing_date(kept)
    return (found.start, len(kept)) if found and _joins(kept[: found.start]) else None


def _begins(text: str) -> bool:
    """Tell whether a text's first word can be a date's or join one: texts begin with others."""
    match = _FIRST.match(text)
    return match is not None and (match[1] is None or match[1].lower() in _FIRST_WORDS)


def _joins(before: str) -> bool:
    """Tell what may stand before a date: "on", "am", "le"."""
    return all(word in JOINTS for word in before.lower().strip(_EDGE).split())


@lru_cache(maxsize=KEPT)
def may_be_dated(text: str) -> bool:
    """Tell a line that can hold a date: it has a digit, or ends in an age set apart."""
    return DIGIT.search(text) is not None or _WORDED_AGE.search(text) is not None


def named(text: str, *, marked: bool) -> Byline | None:
    """Read "Ann | 3 May 2020", "Ann 3. Mai 2020 um 10:00 Uhr - Antworten"."""
    if not may_be_dated(text) or quotes_post(text):
        return None
    line = strip_tail(text)
    found = trailing_date(line)
    if found is None or found.start == 0:
        return None
    if ":" in line[: found.start] and (clock := _GLUED_CLOCK.search(line[: found.start])):
        found = found._replace(start=clock.start())
    before = line[: found.start]
    told = DEED.sub("", before_date(line, found))
    answers = ANSWERED.match(told)
    name = clean_name(answers["name"] if answers else told)
    if not name or len(name) > MAX_NAME or _is_no_name(name):
        return None
    parted = before.rstrip()[-1:] in "|·•–—-" and bool(before.strip())
    if marked and found.certain:
        if len(name.split()) > MAX_WORDS or name[-1] in "?:" or (name[-1] == "!" and " " in name):
            return None
    elif reads_as_text(name) or name_likeness(name) < (0.3 if parted else 0.5):
        return None
    kind = "named" if found.certain else "aged"
    joined = _is_joint(before.rstrip(_EDGE).rpartition(" ")[2])
    verb = "|" if parted else "on" * joined
    label = clean_name(answers["to"]) if answers else None
    return Byline(0, 0, kind, name, _closed(line[found.start :]), label, verb)


def _closed(date: str) -> str:
    """Give a date without the bracket that opened before it: "Ann [3 May 2020]:"."""
    date = date.partition("]")[0]
    return date if date.count("(") == date.count(")") else date.rstrip(" :").removesuffix(")")


def _is_no_name(name: str) -> bool:
    """Tell a sign, a post's number, a date's label ("Posted"), and what ends with another date."""
    if (not name[0].isalnum() and is_chrome(name)) or _DAY.search(name):
        return True
    word, sign, number = name.rpartition("#")
    if sign and number.isdigit() and is_chrome(word.strip()):
        return True  # "Reply #1"
    label = name.lower().rstrip(":")
    joint = label in JOINTS and len(label) >= MIN_LABEL  # "Le" is a name
    return joint or is_joined(name) or labels_date(label)


@lru_cache(maxsize=KEPT)
def dated(text: str) -> Byline | None:
    """Read "3 May 2020 | Ann", "Le 3 mai 2010, 10:15 par Ann": the date before the name."""
    found = leading_date(text)
    if found is None or not found.certain:
        return None
    rest = text[found.end :].lstrip(_EDGE)
    match = SUBMITTED.match(rest)
    name = clean_name(strip_controls(rest[match.end() :] if match else rest))
    worded = match is not None and name.count(" ") < FEW  # "par la tarte aux poires"
    worded = worded or "egistered Commenter" in rest[:24]  # Squarespace
    if not name or len(name) > MAX_NAME or (reads_as_text(name) and not worded):
        return None
    if not worded and is_chrome(name):
        return None  # "3 May 2020 | Edit Reply"
    likely = worded or name_likeness(name) >= (0.3 if match else 0.5)
    lead, _, date = text[: found.end].partition(" ")
    date = date if lead.lower() in JOINTS else text[: found.end]
    return Byline(0, 0, "dated", name, date) if likely else None


def before_date(line: str, found: Found) -> str:
    """Give what stands before a date without the words that join them."""
    before = line[: found.start].rstrip(_EDGE)
    for _ in range(2):  # "Ann w dniu 3 maja"
        *words, last = before.rsplit(None, 1) or [""]
        before = words[0].rstrip(_EDGE) if words and _is_joint(last) else before
    return before


def _is_joint(word: str) -> bool:
    """Tell a word that joins name and date, and no initial: "Ann W"."""
    return word.lower() in JOINTS and not (len(word) == 1 and word.isupper())
