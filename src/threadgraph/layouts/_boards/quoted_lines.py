"""Cut a quoting text into lines; a line that says who is quoted, with the words behind, is two."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from threadgraph.dates.scan import leading_date
from threadgraph.text import fold_name

__all__ = ["PICTURE", "POSTED", "VERBS", "Line", "head_in", "lines_of"]

MAX_LEVEL = 8
MAX_DATE = 48

VERBS = (
    r"said|says|wrote|writes|has said|schrieb|schreibt|hat gesagt|hat geschrieben|sagte|a écrit|"
    r"a dit|dijo|escribió|ha dicho|ha scritto|ha detto|disse|escreveu|skrev|schreef|zei|"
    r"napisał(?:\(a\)|a)?|powiedział(?:\(a\))?|написал(?:\(а\)|а)?|сказал(?:\(а\)|а)?|kirjoitti|"
    r"dedi ki|yazdı|pisze|menulis|napsal(?:\(a\))?|пишет|írta|a scris|έγραψε|написав(?:\(ла\))?"
)
POSTED = (
    r"(?:(?:quote|zitat|citation|citazione|citação|cita|citat|citaat|cytat|цитата|alıntı):?\s)?"
    r"(?:originally posted by|originalmente publicado por|publicado originalmente por|"
    r"postado originalmente por|originariamente inviato da|envoyé par|oorspronkelijk geplaatst "
    r"door|ursprungligen (?:postat|skrivet) av|oprindeligt (?:indsendt|skrevet) af|"
    r"opprinnelig (?:postet|skrevet) av|zamieszczone przez|původně odesláno uživatelem|"
    r"zitat von|quote from|citation de|citazione d[ia]|citação de|cita de|citat (?:från|fra)|"
    r"citaat van|cytat(?: z|:)|цитата:|alıntı yapılan:|сообщение от|quoting)"
)
# "View PostAnn, on 16 Sep 2023 - 17:07, said:": the words of the picture that leads to the post
PICTURE = re.compile(
    r"^(?:view post|beitrag anzeigen|voir le message|ver mensaje|visualizza messaggio|"
    r"bekijk bericht|visa inlägg|se indlæg|vis innlegg|zobacz post|ver post|"
    r"просмотр сообщения)\s?(?=[^\s:])",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"[>\s]*")
# "(02-20-2016, 4:22 PM)Ann Wrote: the words", as MyBB prints it
_DATED = re.compile(
    rf"\([^()]{{0,24}}\d[^()]{{0,24}}\)\s?(?P<head>\S.{{0,48}}?\s(?:{VERBS})\s?:)", re.IGNORECASE
)
# "Ann wrote: ↑Sat Feb 24, 2024 12:41 pmthe words", "Quote from: Ann on May 3, 2021, 10:02the words"
_BEFORE_DATE = re.compile(
    rf"(?:\S.{{0,60}}?\s(?:{VERBS})\s?:\s?(?:↑\s?)?|"
    rf"{POSTED}\s?:?\s.{{1,60}}?\s(?:on|am|le|el|il|em|en|op|skrivet|dnia|w|от|-)\s)(?=\S)",
    re.IGNORECASE,
)
# "Ann wrote: the words", as templates print it; what somebody said may be told in a text
_WORDS_BEHIND = re.compile(
    r"@?(?P<who>\S.{0,60}?)\s(?:wrote|schrieb|hat geschrieben|a écrit|escribió|ha scritto|escreveu|"
    r"skrev|schreef|napisał(?:\(a\)|a)?|написал(?:\(а\)|а)?|kirjoitti|yazdı|írta|a scris)\s?:"
    r"(?=\s?\S)",
    re.IGNORECASE,
)
# "Quote: | Originally Posted by **Ann** the words": version 3 of vBulletin in Markdown
_BOLD = re.compile(
    rf"(?:[^\W\d_]{{3,10}}: ?\|\s*)?(?P<head>{POSTED}\s\*\*[^*]{{1,60}}\*\*)(?=\s*[^\s\[\]|])",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:[,\s]{0,3}\d{1,2}:\d\d(?::\d\d)?)?(?:\s?(?:[AP]M|[ap]m(?![a-z])))?")
_DIGIT = re.compile(r"\d")
MAX_HEAD = 130


class Line(NamedTuple):
    """A line without ">": where it begins and ends, how many ">" it has, and its words."""

    start: int
    end: int
    level: int
    text: str


def lines_of(text: str, names: Collection[str] = ()) -> Iterator[Line]:
    """Give the lines in order, blank ones as well; `names` are the page's authors, folded."""
    start = 0
    for whole in text.splitlines(keepends=True):
        mark = _LEVEL.match(whole)
        lead = mark.end() if mark and ">" in mark[0] else 0
        level = min(whole.count(">", 0, lead), MAX_LEVEL)
        end = start + len(whole.rstrip())
        first, last = _bold_in(whole, lead) or head_in(whole, lead, names)
        if last:
            yield Line(start, start + last, level, whole[first:last].strip())
            start, lead, whole = start + last, 0, whole[last:]  # noqa: PLW2901 - its rest
        yield Line(start, end, level, whole[lead:].strip())
        start += len(whole)


def head_in(line: str, lead: int, names: Collection[str]) -> tuple[int, int]:
    """Give where a head with words behind begins and ends; twice 0 without one.

    The date before or behind the name is no part of what is read. Without a date the name must be
    that of an author of the page.
    """
    if line.find(":", lead, lead + MAX_HEAD) < 0:
        return 0, 0
    begin = _begin(line, lead)
    plain = _WORDS_BEHIND.match(line, begin) if names else None
    if plain and fold_name(plain["who"]) in names:
        after = line[plain.end() :].strip(" \u2191\n\r")
        date = leading_date(after[:MAX_DATE])
        if after and (date is None or not date.certain):
            return begin, _past_blanks(line, plain.end())
    if not _DIGIT.search(line, lead, lead + MAX_HEAD):
        return 0, 0
    if dated := _DATED.match(line, begin):
        return dated.start("head"), _past_blanks(line, dated.end())
    told = _BEFORE_DATE.match(line, begin)
    date = leading_date(line[told.end() : told.end() + MAX_DATE]) if told else None
    if told is None or date is None or not date.certain:
        return 0, 0
    clock = _CLOCK.match(line, told.end() + date.end)
    end = clock.end() if clock else told.end() + date.end
    return (begin, _past_blanks(line, end)) if line[end:].strip() else (0, 0)


def _begin(line: str, lead: int) -> int:
    return lead + len(line[lead:]) - len(line[lead:].lstrip())


def _bold_in(line: str, lead: int) -> tuple[int, int] | None:
    """Give where a head begins whose name is bold, and where the words behind it do."""
    if line.find("**", lead, lead + MAX_HEAD) < 0:
        return None
    bold = _BOLD.match(line, _begin(line, lead))
    return (bold.start("head"), _past_blanks(line, bold.end())) if bold else None


def _past_blanks(line: str, end: int) -> int:
    return len(line) - len(line[end:].lstrip()) if line[end:].strip() else end
