"""Find who wrote an article and when, in the lines above a discussion.

A line that begins with "by", or has that behind a date or a rule ("3 May 2020 | by Ann"), names the
author. Near the title it may have nothing else; elsewhere a date or a verb ("Posted by Ann at
10:15"), and all such lines must say the same: links to other articles have authors, too, and what
is done "by night" has none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from threadgraph.dates import is_date, read_dates
from threadgraph.dates.scan import closes_date, holds_date, leading_date, trailing_date
from threadgraph.layouts._text.names import looks_like_name, name_likeness, reads_as_text
from threadgraph.layouts._text.outline import plain
from threadgraph.layouts._text.page import TextPage

__all__ = ["Signature", "find_signature", "says_who_and_when"]

MAX_LINE = 160
MAX_ENTRY = 600
MAX_WRAPPED = 4
"""Lines that the address of a link is wrapped onto."""

MANY = 3
"""Dates that make a list of articles, a log or a programme."""
FIRST_YEAR = 1991
MOST_YEARS = 20
"""Age of a page that shows its age, at most."""

MIN_NAME = 2
LIKELY = 0.75
"""Likeness of a name whose words have capitals."""

# verbs of pages; a book or a film was written by somebody, too
_POSTED = (
    r"posted|published|submitted|veröffentlicht|gepostet|publié|posté|publicado|enviado|pubblicato|"
    r"postato|authored|geplaatst|gepubliceerd|publicerad|publiceret|publisert|opublikowan[ey]|dodan[ey]"
)
_VERBS = (
    rf"{_POSTED}|written|added|created|verfasst|geschrieben|erstellt|écrit|rédigé|escrito|scritto|"
    r"inserito|geschreven|skrivet|skriven|skrevet|napisan[ey]"
)
_BY = r"by|von|par|por|door|da|di|de|av|af|przez"
# "Author: Ann", "Autor: Ann"
_WRITER = r"author|autorin|autor|autora|auteur|autrice|autore|auteure|författare|forfatter|автор"
# "Posted on", "Veröffentlicht am": a date stands behind it
_LEAD = re.compile(
    rf"^(?:{_VERBS})(?:\s+(?:on|am|le|el|il|em|op|den|dne))?(?:\s?:)?\s+", re.IGNORECASE
)
_NAMED = re.compile(
    rf"^(?:(?:(?P<posted>{_POSTED})|{_VERBS}|\d{{1,5}} points?)\s+)?"
    rf"(?:(?:{_BY})\s?:?|(?:{_WRITER})\s?:)\s+"
    r"(?P<name>\S.{0,78})$",
    re.IGNORECASE,
)
# "De Standaard", "Da Vinci Code", "Di Maria": names of papers, books and people, not "di Ann Lee"
_SURNAME = re.compile(r"(?:De|Da|Af|Av)\s|Di\s\S+$")
_HINTS = frozenset(f"{_BY}|{_WRITER}".split("|"))
# "Posted by Picasa", "Posted by Hello": programs that put pictures into a blog; "by Published on
# 3 May": the name was dropped; "By Ann Lee Sun Staff": where the name ends is not told
_NOBODY = re.compile(
    rf"(?:picasa(?: web albums)?|hello|shozu|flickr|{_VERBS}|"
    r"(?:.*\s)?(?:staff(?: writer| reporter)?|correspondent|columnist))$",
    re.IGNORECASE,
)
# "by Ann Lee (Ohio, USA)": where she is from
_ASIDE = re.compile(r"\s+[(\[][^()\[\]]*[)\]]$")
_OPENS = frozenset("this dieser cette cet esta este questo dit detta denna".split())
"""What a line that _ENTRY matches begins with."""

_PARTS = re.compile(r"\s*[|·•–—]\s*|\s+-\s+|\s+/\s+|\.\s\s+")
# "16 Comments", "4 Kommentare", "Leave a comment": behind a byline
_COUNT = re.compile(
    r"[\s,(\[]*(?:\d{1,5}|no|kein|keine|aucun|sin|leave a|add)\s?"
    r"(?:comments?|responses?|repl(?:y|ies)|kommentare?|commentaires?|comentarios?|comentários?|"
    r"comment[oi]|reacties?|kommentarer|komentarz[ey]?)\b[\s)\]]*$",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"[\s,]+(?:at|um|à|a las?|alle|om|kl\.?|@)?\s?\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?$",
    re.IGNORECASE,
)
# "Last updated on 3 May", "in News", "in News at 21:00", "from the tea dept.": behind name and date
_REST = re.compile(
    r"[.,;]?\s+(?:last\s)?(?:updated|modified|edited|aktualisiert|actualizado|mis à jour)\b.*$|"
    r"\s+(?:in|under|unter|dans|en|em|from the)\s\D{2,80}(?:\d{1,2}[:.h]\d\d(?:\s?[ap]m)?)?$",
    re.IGNORECASE,
)
# "This entry was posted in News and tagged tea on 3 May 2020 by Ann. Bookmark the permalink."
_ENTRY = re.compile(
    r"^(?:this (?:entry|post|article) was|dieser (?:eintrag|beitrag|artikel) wurde|"
    r"cette entrée a été|cet article a été|esta entrada fue|este (?:artigo|post) foi|"
    r"questo articolo è stato|dit bericht (?:werd|is)|detta inlägg|denna post)\s.{0,400}?"
    rf"\s(?P<said>(?:{_BY})\s[^.]{{1,60}})(?:\.\s?.{{0,200}})?$",
    re.IGNORECASE,
)
# "28 years ago", "vor 28 Jahren"
_AGE = re.compile(
    r"\D{0,16}(\d{1,4}) (?:years?|jahren?|ans|años|anos|anni|jaar|år|lat|лет)\b", re.IGNORECASE
)
_GLUED = re.compile(r"(?<=\b\d{4})(?=\d{1,2}[./]|[^\W\d_])|(?<=\.\d{4})(?=\d{2}\.)")
_SEVERAL = re.compile(r",\s|\s(?:&|and|und|et|y|e|en|och|og|i)\s", re.IGNORECASE)
_MARK = re.compile(r"^(?:[•*+»-]|>>|#{1,6})\s+")
# "3 May 2020 | Category Tea", "3 May 2020 | Filed under: Tea"
_SORTED = re.compile(
    r"\s*[|·•]\s*(?:categor(?:y|ies)|filed (?:under|in)|posted in|tags|kategorien?|abgelegt unter|"
    r"catégories?|categorías?|categorias?|categorie)\b.{0,80}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What says who wrote an article and when, as shown: `lines` are its numbers in the page.

    `byline` is the line with the name. `sure` tells a line that says more than "by Ann".
    """

    lines: tuple[int, ...] = ()
    byline: str | None = None
    author: str | None = None
    date: str | None = None
    sure: bool = False


def find_signature(page: TextPage, numbers: Sequence[int], near: Collection[int]) -> Signature:
    """Give author and date of an article among its lines; `near` are those about its title."""
    found = [signed for number in numbers if (signed := _read(page, number))]
    beside = [signed for signed in found if signed.lines[0] in near]
    named = [signed for signed in found if signed.author and (signed in beside or signed.sure)]
    top = next((signed for signed in named if signed in beside), None)
    if top is not None and len({s.date for s in named if s.date}) < MANY:
        return top if top.date else _with_date(top, beside)
    dates = {signed.date for signed in found if signed.date}
    doubtful = any(signed.author is None and signed.date is None for signed in found)
    same = len({(signed.author, signed.date) for signed in named}) == 1
    if top is None and same and not doubtful and len(dates) < MANY:
        return named[0]
    return _with_date(Signature(), beside) if len(dates) == 1 else Signature()


def says_who_and_when(text: str) -> bool:
    """Tell "3 May 2020 by Ann", which is no title."""
    if len(text) > MAX_LINE or not holds_date(text):
        return False
    found = _named(_COUNT.sub("", text).strip())
    return found is not None and found.author is not None and found.date is not None


def _with_date(signed: Signature, beside: Sequence[Signature]) -> Signature:
    """Give the byline with the date that stands in a line of its own near the title."""
    dated = [other for other in beside if other.date and not other.author]
    if len({other.date for other in dated}) != 1:
        return signed  # of two, one is that of a change
    return replace(signed, lines=(*signed.lines, *dated[0].lines), date=dated[0].date)


def _read(page: TextPage, number: int) -> Signature | None:
    """Read one line."""
    text = shown = _unwrapped(page, number)
    if len(text) > MAX_ENTRY:
        return None
    opens = text.partition(" ")[0].lower() in _OPENS
    if len(text) > MAX_LINE and not opens:
        return None
    hinted = not _HINTS.isdisjoint(text.lower().replace(":", " ").split())
    if hinted and opens:
        return _entry(number, text)
    if len(text) > MAX_LINE or not (hinted or holds_date(text)):
        return None
    text = _COUNT.sub("", _SORTED.sub("", plain(_MARK.sub("", text)).strip()))
    lead = _LEAD.match(text)
    date = text[lead.end() :] if lead else text
    if is_date(date):
        return None if _before_the_web(date) else Signature(lines=(number,), date=date)
    found = _named(text) if hinted else None
    return found and replace(found, lines=(number,), byline=shown)


def _before_the_web(date: str) -> bool:
    """Tell the day of a match or a death, and "28 years ago", a title: no page is as old."""
    at = read_dates([date])[0].at
    if at is not None:
        return at.year < FIRST_YEAR
    age = _AGE.match(date)
    return age is not None and int(age[1]) > MOST_YEARS


def _unwrapped(page: TextPage, number: int) -> str:
    """Give a line as a reader sees it; where a link of Markdown goes on below, with its end."""
    text = page.lines[number].text
    if not page.linked or "[" not in text:
        return text
    for line in page.lines[number + 1 : number + 1 + MAX_WRAPPED]:
        if text.count("[") == text.count("]") and text.count("(") == text.count(")"):
            break
        text = f"{text} {line.text}"
    return plain(text).strip()


def _entry(number: int, text: str) -> Signature | None:
    """Read the sentence that themes print below an article."""
    match = _ENTRY.match(text)
    found = _named(match["said"]) if match else None
    if match is None or found is None:
        return None
    day = trailing_date(text[: match.start("said")].rstrip())
    date = text[day.start : day.end] if day and day.certain else None
    return replace(found, lines=(number,), byline=text, date=date, sure=True)


def _named(text: str) -> Signature | None:
    """Read a line whose parts are a name behind "by", a date, and others."""
    author = None
    posted = False
    dates: list[str] = []
    for part in _PARTS.split(_REST.sub("", _GLUED.sub(" ", text))):
        rest = _undated(_REST.sub("", _COUNT.sub("", part)).strip(" ,;"), dates)
        match = None if _SURNAME.match(rest) else _NAMED.match(rest)
        if match is None or author is not None:
            continue
        author = _ASIDE.sub("", match["name"].strip(" ,;:")).strip(" ,;:()[]")
        posted = match["posted"] is not None
        if _SEVERAL.search(author) or not _is_name(author, sure=posted or bool(dates)):
            return Signature() if dates else None  # "3 May 2020 by the river"
    if author is None:
        return None
    date = dates[0] if len(set(dates)) == 1 else None  # of two, one is that of a change
    return Signature(author=author, date=date, sure=posted or bool(dates))


def _is_name(name: str, *, sure: bool) -> bool:
    """Tell a name; with nothing but "by" before it, one in small letters may be a word."""
    if _NOBODY.match(name) or len(name) < MIN_NAME:
        return False
    likely = looks_like_name(name) and not reads_as_text(name)
    return likely and (sure or name_likeness(name) > LIKELY)


def _undated(text: str, dates: list[str]) -> str:
    """Give a text without the dates that begin or end it, which are added to `dates`."""
    while text:
        lead = _LEAD.match(text)
        begin = text[lead.end() :] if lead else text
        first = leading_date(begin)
        if first is not None and first.certain:
            dates.append(begin[: first.end].strip())
            text = begin[first.end :].strip(" ,;:@")
            continue
        last = trailing_date(text) if closes_date(text) else None
        if last is None or not last.start or not last.certain:
            break
        dates.append(text[last.start :])
        text = _before(text[: last.start])
    return _TIME.sub("", text)


def _before(text: str) -> str:
    """Give what stands before a date, without the word that joins them: "by Ann on"."""
    text = text.strip(" ,;:|·–—-@")
    head, _, last = text.rpartition(" ")
    return head.rstrip(" ,") if last.lower() in _JOINTS else text


_JOINTS = frozenset("on at am um le à el a il em às op om den kl dne".split())
