"""Read Forumotion's headers: "Post by Ann on Mon Jan 4 - 10:12", or the subject twice and a date.

Its boards look like phpBB's; the date begins with the day of the week, by which the name's end is
told, and stands behind a picture called Icon_minitime.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from threadgraph.layouts._boards.forum import dateish
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._phpbb.cells import SUBJECTS
from threadgraph.layouts._text.words import ANSWERS

__all__ = ["ICON", "SUBJECTED", "Posted", "answers", "dated_alone", "is_twice", "posted_by"]

_ICONS = (
    "Post", "Beitrag", "Message", "Mensaje", "Nota", "Unread post", "New post", "Bericht",
    "Messaggio", "Mensagem", "Inlägg", "Indlæg", "Innlegg", "Příspěvek", "Hozzászólás", "Mesaj",
    "Viesti", "Сообщение", "Повідомлення", "Δημοσίευση", "Новое сообщение",
    "Непрочитанное сообщение", "Neuer Beitrag", "Nouveau message", "Nuevo mensaje",
    "Nuovo messaggio", "Nieuw bericht", "Nova mensagem", "Nowy post", "Nytt inlägg",
)  # fmt: skip
ICON = rf"(?:{'|'.join(_ICONS)})"
"""Matches what the icon before a header says."""

_DAY = (
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Lun|Mar|Mer|Jeu|Ven|Sam|Dim|Seg|Ter|Qua|Qui|Sex|S[áa]b|"
    r"Dom|Mi[ée]r?|Jue|Vie|Gio|Mo|Di|Mi|Do|Fr|Sa|So|Пн|Вт|Ср|Чт|Пт|Сб|Вс|Pon|Wto|Śro|Czw|Pią|Sob|"
    r"Nie|Joi|Vin|S[âa]m|Dum|Mie)\.? |(?:Yesterday|Today) at |(?:Gestern|Heute) um |"
    r"(?:Hier|Aujourd[’']hui) à |(?:Ontem|Hoje) à |(?:Ayer|Hoy) a las |(?:Ieri|Oggi) alle )"
)
_DATE = rf"(?P<date>{_DAY}\S.{{3,36}}?)"
_BY = re.compile(
    rf"^{ICON}(?: (?i:by|par|por|da|von|door|av|od|автор))? (?P<name>\S.{{0,40}}?)(?<!:)"
    rf"(?: (?:on|le|em|el|il|am|op|в))? {_DATE}$"
)
# "PostSubject: Re: Bees   Re: Bees Icon_minitimeSat Jan 01, 2010 10:00 am"
SUBJECTED = re.compile(
    rf"^{ICON} ?{SUBJECTS} ?: ?\S.{{0,320}}?(?:Icon_minitime\d? ?(?P<iconed>\S.{{6,45}})|"
    rf" \[?{_DATE}\]?)$"
)
# "on Mon Jan 4 - 10:12": alone, below the subject, in later styles
_ON = re.compile(rf"^(?:on|le|em|el|il|am|op|в) {_DATE}$")
# "Post by Ann on Dec 16, 2010 3:03:11 GMT", ProBoards'
_ON_DATE = re.compile(
    r"^Post by (?P<name>\S.{0,40}?)(?<!:) on (?=(?P<date>[A-Z][a-z]{2}.{12,32})$)"
)
_SIGN = re.compile(rf"(?:\A|\n)[^\S\n]{{0,8}}{ICON} [^\n]{{2,60}}\d[:h]\d\d")


MAX_BY = 120
_RE = rf"(?:{ANSWERS}): ?"
_ANSWER = re.compile(rf"^{_RE}\S", re.IGNORECASE)
# "Bees Empty Re: Bees": the picture's text before the subject
_TWICE = re.compile(rf"^(?P<subject>.{{2,160}}) Empty (?P<re>{_RE})?(?P=subject)$", re.IGNORECASE)


class Posted(NamedTuple):
    """A header with the row of its line."""

    row: int
    name: str
    date: str


def dated_alone(text: str) -> str | None:
    """Give the date of a row that holds nothing else: "on Mon Jan 4 - 10:12"."""
    found = _ON.match(text) if len(text) <= 50 and ":" in text else None  # noqa: PLR2004
    return found["date"] if found and dateish(found["date"]) else None


def is_twice(text: str) -> bool:
    """Tell the subject with what its picture says before it."""
    return " Empty " in text and _TWICE.match(text) is not None


def answers(subject: str) -> bool:
    """Tell a subject that begins with "Re:"."""
    twice = _TWICE.match(subject) if " Empty " in subject else None
    return twice["re"] is not None if twice else _ANSWER.match(subject) is not None


def posted_by(text: str, rows: Sequence[Row]) -> Iterator[Posted]:
    """Give the headers "Post by NAME on DATE"."""
    iconed = [n for n, row in enumerate(rows) if row.text.startswith(_ICONS)]
    if not iconed or _SIGN.search(text) is None:
        return
    for number in iconed:
        row = rows[number]
        found = _BY.match(row.text) or _ON_DATE.match(row.text) if len(row.text) <= MAX_BY else None
        if found and dateish(found["date"]):
            yield Posted(number, found["name"], found["date"])
