"""Read MyBB: a card with "Posts:", "Threads:", "Joined:", then "#2" and the date, the text.

Last seen: 1.8. Not read: parents (quotes stay in the text), reputation, signatures without a rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from threadgraph.caseless import Caseless
from threadgraph.dates import is_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.card_words import is_filtered
from threadgraph.layouts._boards.cards_below import beside_field, card_below
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, dateish, is_chrome
from threadgraph.layouts._boards.mybb_cells import read_cells
from threadgraph.layouts._boards.rows import Row, numbers_alone, read_rows
from threadgraph.layouts._boards.signature import cut_repeated
from threadgraph.layouts._text.names import MAX_NAME
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

# "#2", "Post: #2"
_NUMBER = re.compile(r"^(?P<word>(?:Post|Beitrag|Message|Mensaje): ?)?#(\d{1,6})$")
_SUBJECT = re.compile(r"^RE: \S.{0,120}$")
# "Posts: 1,234", "Threads: 3", "Joined: Mar 2010", "Posts: 12 Threads: 3 Joined: Mar 2010"
_CARD = Caseless(
    r"^(?:posts|threads|joined|reputation|likes (?:received|given)|thanks (?:received|given)|"
    r"beiträge|themen|registriert seit|bewertung|messages|sujets|inscription|mensajes|temas|"
    r"registro en|reputación|inlägg|trådar|gick med|anseende|berichten|onderwerpen|discussies|"
    r"lid sinds|reputatie|réputation|"
    r"messaggi|discussioni|registrato|mensagens|tópicos|registrado em|posty|wątki|dołączył|"
    r"сообщений|тем|регистрация|mesajlar|konular|katılım|"
    r"kiriman|topik|bergabung|reputasi|příspěvky|témata|registrován|reputace|indlæg|tråde|"
    r"tilmeldt|omdømme|innlegg|tråder|registrert|viestit|aiheet|liittynyt|maine)\s?:.{0,120}$"
)
# "03-04-2012, 11:23 AM (This post was last modified: 03-05-2012, 09:00 AM by Ann.)"
_DATE = re.compile(r"^(.{6,32}?)(?: \([^()]{10,140}\))?$")
# "Ann Offline": the text of the picture behind the name
_STATE = re.compile(
    r"\s(?:Offline|Online|Away|Hors ligne|En ligne|Luring|Daring|Не в сети|В сети)$"
)
_BUTTONS = Caseless(
    r"^(?:find(?: all posts(?: by this user)?)?|reply|quote(?: this message in a reply)?|"
    r"suchen|hitta|svara|zoek(?:en)?|antwoord|reageren|citeer|"
    r"trova|szukaj|buscar|"
    r"encontrar|trouver|найти|bul|cari|balas|kutip|website|pm|\*{1,9})$"
)
# "Threads: 3", "Reputation: 2": the cards of vBulletin and XenForo have none
_TOPICS = Caseless(
    r"\b(?:threads|themen|sujets|temas|trådar|onderwerpen|discussies|discussioni|tópicos|wątki|тем|konular|"
    r"reputation|bewertung|reputación|anseende|réputation|reputatie|reputazione|reputação|"
    r"reputacja|репутация|rep puanı|topik|reputasi|témata|reputace|tråde|omdømme|tråder|aiheet)\b"
)
# "14:12", "14h12"
_CLOCK = re.compile(r"\d[:h]\d\d")
_REACH = 18
MAX_DATE = 32
MIN_ALONE = 2
_HINTS = (
    "Thread Rating:", "Users browsing this thread", "Forum Jump:", "Themabewertung:",
    "Benutzer, die gerade dieses Thema anschauen", "Utilisateur(s) parcourant ce sujet",
    "Usuarios navegando en este tema", "Utenti che stanno guardando questa discussione",
    "Gebruikers die dit topic lezen", "Пользователи, просматривающие эту тему",
)  # fmt: skip
"""What stands above or below a thread, from which numbers alone tell posts."""


class _Anchor(NamedTuple):
    first: int
    last: int
    number: int
    date: str
    name: int | None
    worded: bool
    stop: int | None = None


def _parse(page: TextPage) -> Parse | None:
    if ":" not in page.dense or not numbers_alone(page):
        return None
    rows = read_rows(page)
    anchors = list(_anchors(rows))
    if len(anchors) < 2 and (cells := read_cells(page)):  # noqa: PLR2004 - one may be chance
        return cells
    if not anchors and any(hint in page.dense for hint in _HINTS):
        alone = _alone(rows)
        thread = Thread(page=page, rows=rows, chrome=_is_chrome)
        return build_thread(thread, alone, marks=2 * len(alone))
    if not any(anchor.name is not None or anchor.worded for anchor in anchors):
        return None
    filtered = is_filtered(rows)
    heads = [
        Head(
            first=anchor.first if anchor.name is None else min(anchor.first, anchor.name),
            last=anchor.last,
            author=_author(rows, anchor.name, filtered=filtered),
            date=anchor.date,
            opening=anchor.number == 1,
            whole=anchor.name is not None or anchor.worded,
            stop=anchor.stop,
        )
        for anchor in anchors
    ]
    return build_thread(
        Thread(page=page, rows=rows, chrome=_is_chrome),
        cut_repeated(rows, heads),
        marks=2 * len(heads),
    )


def _alone(rows: Sequence[Row]) -> list[Head]:
    """Cut at "#2" alone, all that main-content extractors leave of the headers of version 1.8."""
    found = [(n, match) for n, row in enumerate(rows) if (match := _NUMBER.match(row.text))]
    numbers = [int(match[2]) for _, match in found]
    if len(found) < MIN_ALONE or any(below != above + 1 for above, below in pairwise(numbers)):
        return []
    return [
        Head(first=n, last=n, opening=number == 1)
        for (n, _), number in zip(found, numbers, strict=True)
    ]


def _author(rows: Sequence[Row], number: int | None, *, filtered: bool) -> str | None:
    """Give the name of a card; a line filter drops those of a word, where no picture follows."""
    name = "" if number is None else beside_field(rows[number].text, _CARD.match)
    if filtered and not _STATE.search(name):
        return None
    return _STATE.sub("", name) or None


def _anchors(rows: Sequence[Row]) -> Iterator[_Anchor]:
    """Find "#2" with the date in the row before or after, and a card above."""
    low = 0
    for number, row in enumerate(rows):
        top = low
        found = _NUMBER.match(row.text) if "#" in row.text else None
        if found is None or row.mark:
            continue
        for beside in (number + 1, number - 1):
            if not low <= beside < len(rows) or rows[beside].mark:
                continue
            if _CARD.match(rows[beside].text):
                continue  # "Joined: Mar 2010"
            date = _DATE.match(rows[beside].text)
            if date and dateish(date[1]) and any(c.isdigit() for c in date[1]):
                first, last = min(number, beside), max(number, beside)
                below = card_below(rows, last, _CARD.match) if found["word"] else None
                last = below or last
                if last + 1 < len(rows) and _is_subject(rows, last + 1, first if below else 0):
                    last += 1
                name = max(first, number, beside) + 1 if below else _name(rows, low, first)
                yield _Anchor(first, last, int(found[2]), date[1], name, bool(found["word"]))
                low = last + 1
                break
        else:
            below = _dated_below(rows, number) if found["word"] else None
            if below is not None:
                low = below + 1
                name = _name(rows, top, number)
                yield _Anchor(number, number, int(found[2]), rows[below].text, name, True, below)


def _is_subject(rows: Sequence[Row], number: int, top: int) -> bool:
    """Tell "RE: Scythes", or the thread's title, that stands right above row `top`, too."""
    text = rows[number].text[:130]
    return bool(_SUBJECT.match(text)) or text in (row.text for row in rows[max(0, top - 4) : top])


def _dated_below(rows: Sequence[Row], number: int) -> int | None:
    """Give the row of the date below the text, as version 1.6 has it, above the next card."""
    for below in range(number + 1, len(rows)):
        text = rows[below].text
        if _NUMBER.match(text) or _CARD.match(text):
            break
        if len(text) <= MAX_DATE and _CLOCK.search(text) and is_date(text):
            return below
    return None


def _name(rows: Sequence[Row], low: int, high: int) -> int | None:
    """Give the row of the name: the first of the run that ends with the card's counters."""
    card = [n for n in range(max(low, high - _REACH), high) if _CARD.match(rows[n].text)]
    if not card or not any(_TOPICS.search(rows[n].text) for n in card):
        return None
    stated = [n for n in range(max(low, card[0] - 5), card[0]) if _STATE.search(rows[n].text)]
    if stated:
        return stated[-1]
    name = card[0] - 1
    if name < low:
        return None
    while name > max(low, card[0] - 5) and _goes_on(rows, name):
        name -= 1
    while name < card[0] and not rows[name].text:
        name += 1
    told = name < card[0] and len(rows[name].text) <= MAX_NAME
    return name if told and rows[name].text[-1:] not in ".!?" else None


def _goes_on(rows: Sequence[Row], number: int) -> bool:
    """Tell that the row above belongs to the same card: close, as far in, and no control."""
    above = rows[number - 1]
    out = above.indent < rows[number].indent
    return rows[number].gap == 0 and not out and not _is_chrome(above)


def _is_chrome(row: Row) -> bool:
    return is_chrome(row) or _BUTTONS.match(row.text)


LAYOUT = Layout(
    description="MyBB: a card with posts, threads and joined, then '#2' and the date",
    parents="none",
    telling=3,
    parse=_parse,
)
