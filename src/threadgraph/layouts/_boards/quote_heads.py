"""Read the lines that say who is quoted: "Ann said:", "Originally Posted by Ann", "Ann:"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from threadgraph.choice import Choice
from threadgraph.dates import is_date
from threadgraph.layouts._boards.quoted_lines import PICTURE, POSTED, VERBS, Line, head_in
from threadgraph.text import fold_name

__all__ = [
    "BARE",
    "MAX_HEAD",
    "MAX_WRAPPED",
    "POSTED_WORDS",
    "head_at",
    "head_of",
    "head_wrapped",
    "past_date",
]

MAX_HEAD = 200
MAX_WRAPPED = 4
_HALVES = ("AM", "PM")
"""What is left of a date whose line is wrapped."""

MAX_WHEN = 51
"""Letters of a head from its verb's colon on."""

# "Ann said:", "10 hours ago, Ann said:", "On 3 May 2021 at 10:02, Ann <a@b.example> wrote:",
# "Ann wrote: Sat Feb 24, 2024 12:41 pm", "Pepe hat gesagt.:"
_SAID = re.compile(
    rf"^(?P<who>\S.{{0,150}}?)\s(?:{VERBS})\s?\.?\s?:(?:\s?↑)?(?P<when>.{{0,48}})$", re.IGNORECASE
)
# "Ann wrote on Mar 3rd, 2009 at 10:02am:", "@Ann said in Old bells:"
_SAID_THEN = re.compile(
    rf"^@?(?P<who>\S.{{0,80}}?),?\s(?:{VERBS}),?\s(?:in|dans|en|on|am|le|el|il|at)\s(?P<then>.{{3,150}}?)\s?:$",
    re.IGNORECASE,
)
# "Ann, on 16 Sep 2023 - 17:07, said:"
_THEN_SAID = re.compile(
    rf"^(?P<who>\S.{{0,80}}?),\s(?:on|am|le|el|il|den|op)\s[^,]{{0,24}}\d.{{0,24}},\s(?:{VERBS})\s?:$",
    re.IGNORECASE,
)
# "Ann said" without a colon, which only a name of the page's makes a head
BARE = tuple(
    " said| wrote| says| writes| schrieb| hat geschrieben| a écrit| escribió| dijo".split("|")
)
# "Am 3.5.2021 schrieb Ann Lee:"
_VERB_FIRST = re.compile(
    r"^(?:Am|Den|Op|W dniu)\s.{4,80}?\s(?:schrieb|skrev|schreef|napisał\(?a?\)?)\s"
    r"(?P<who>.{1,80}?)\s?:$"
)
# "Originally Posted by Ann View Post", "Zitat Zitat von Ann Beitrag anzeigen",
# "Quote from: Ann on May 3, 2021, 10:02", "Citation de Ann"
_POSTED_PATTERN = (
    rf"^{POSTED}\s?:?\s(?P<who>.{{1,60}}?)(?:\s?:|"
    r"\s(?:view post|beitrag anzeigen|ver mensaje|voir le message|visualizza messaggio|ver post|"
    r"bekijk bericht|visa inlägg|se indlæg|vis innlegg|zobacz posta|zobrazit příspěvek|"
    r"посмотреть сообщение|go to quoted post)|"
    r"\s(?:on|am|le|el|il|em|en|op|skrivet|dnia|w|от|-)\s.{0,12}\d.{0,30})?$"
)
_POSTED = re.compile(_POSTED_PATTERN, re.IGNORECASE)
POSTED_WORDS = Choice(_POSTED_PATTERN)
"""Tells how those lines begin; all other lines that name an author have a colon."""

_ANGLED = re.compile(r"\s?[<\[(][^<>()\[\]]{0,100}@[^<>()\[\]]{0,100}[>\])]$")
# what stands before a name: "On May 3, 2020 at 10:02 AM ", "10 hours ago, ", "Hace 2 horas, "
_WHEN = re.compile(
    r"^.{0,120}(?:\d [^\W\d_]{2,12}(?: (?:fa|temu|назад|тому|geleden|sedan|siden|önce))?,|"
    r"\d(?:\s?[ap]\.?m\.?)?(?:\s[+-]\d{4})?\)?,?|\b(?:ago|yesterday|today|now),)\s",
    re.IGNORECASE,
)
_EDGE = " \t,\"'*_[]↑"


class Wrapped(NamedTuple):
    """The author that a head names, and where it ends in the text."""

    author: str
    end: int


def head_of(text: str, names: Collection[str]) -> str | None:
    """Give the name in a line that says who is quoted; an author of the page if one fits."""
    if len(text) > MAX_HEAD:
        return None
    text = PICTURE.sub("", text)
    if text.endswith((*BARE, ":")):
        who = _known(text, names)
        if who is not None:
            return who
    if not (":" in text or POSTED_WORDS.may_match(text)):
        return None
    # the verb is closed by a colon with nothing but a date behind
    said = _SAID.match(text) if ":" in text[-MAX_WHEN:] else None
    if said and said["when"].strip() and not is_date(said["when"].strip()):
        said = None
    match = said or _VERB_FIRST.match(text) or _POSTED.match(text)
    if match is None:
        return None
    who = _ANGLED.sub("", match["who"]).strip(_EDGE)
    tail = _WHEN.sub("", who).strip(_EDGE)
    told = (who, tail, who.lstrip("@"))
    return next((name for name in told if fold_name(name) in names), tail or None)


def _known(text: str, names: Collection[str]) -> str | None:
    """Read the forms that need an author of the page: "Ann:", "Ann said", "Ann said in Bells:"."""
    then = (_THEN_SAID.match(text) or _SAID_THEN.match(text)) if text[-1] == ":" else None
    who = then["who"] if then else None
    if who is None or fold_name(who) not in names:
        verb = next((end for end in BARE if text.endswith(end)), ":")
        who = text.removesuffix(verb).lstrip("@").strip()
    return who if fold_name(who) in names else None


def head_at(lines: Sequence[Line], number: int, names: Collection[str]) -> str | None:
    """Read the head in a line, or in that one and the line above, where a wrapped one ends."""
    text = lines[number].text
    name = head_of(text, names)
    if number and text.endswith(":") and lines[number - 1].text and not _is_known(name, names):
        whole = head_of(f"{lines[number - 1].text} {text}", names)
        return whole if _is_known(whole, names) else name
    return name


def _is_known(name: str | None, names: Collection[str]) -> bool:
    return name is not None and fold_name(name) in names


def past_date(lines: Sequence[Line], begin: int, stop: int) -> int:
    """Give the line below the date that boards print in a line of its own below a head."""
    first = next((n for n in range(begin, stop) if lines[n].text), stop)
    text = lines[first].text if first + 1 < stop else ""
    dated = text in _HALVES or (len(text) <= MAX_WHEN and is_date(text))
    return first + 1 if text and dated else begin


def head_wrapped(lines: Sequence[Line], level: int, names: Collection[str]) -> Wrapped | None:
    """Read a head that is wrapped before the words, which stand in its last line.

    "Quote from: Ann on May 3, 2021, 10:02:12" and below it "PM the words".
    """
    joined = ""
    starts: list[int] = []
    for line in lines[:MAX_WRAPPED]:
        if not line.text or line.level != level:
            break
        starts.append(len(joined))
        joined += f"{line.text} "
    begin, last = head_in(joined, 0, names) if len(starts) > 1 else (0, 0)
    author = head_of(joined[begin:last].strip(), names) if last else None
    if author is None:
        return None
    number = max(n for n, start in enumerate(starts) if start <= last)
    line = lines[number]
    return Wrapped(author, line.end - len(line.text) + last - starts[number])
