"""Find the name in a user card: the rows between a post's end and the next post's date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.dates import is_date
from threadgraph.layouts._forum import Head, is_chrome
from threadgraph.layouts._forum_rows import Row
from threadgraph.layouts._names import MAX_NAME, looks_like_name
from threadgraph.names import is_role

__all__ = [
    "card_top",
    "dates_joining",
    "is_filtered",
    "is_joined",
    "is_stats",
    "joined_cards",
    "name_in_card",
    "name_twice",
    "past_counters",
]

# "Joined", "Messages", "Joined Dec 17, 2016 Messages 924", "Registriert"
_STATS = re.compile(
    r"^(?:joined|messages|posts|reaction score|points|trophy points|solutions|location|likes|age|"
    r"website|media|resources|gender|vehicle|registriert|beiträge|lösungen|webseite|geschlecht|"
    r"punkte|reaktionspunkte|alter|ort|inscrit|score de réaction|points|lieu|localisation|"
    r"solutions|âge|registrado|desde|mensajes|puntuación|puntos|ubicación|edad|registrato|"
    r"messaggi|punteggio|reazioni|punti|località|età|berichten|reactiescore|waarderingsscore|"
    r"punten|woonplaats|leeftijd|inlägg|meddelanden|reaktionspoäng|poäng|plats|indlæg|beskeder|"
    r"reaktionsscore|innlegg|meldinger|postów|posty|wiadomości|punkty|wynik|miejscowość|"
    r"mensagens|pontuação|pontos|localização|сообщения|сообщений|реакции|баллы|симпатии|адрес|"
    r"mesajlar|tepkime puanı|beğeniler|puanlar|konum|yaş|viestit|viestejä|příspěvky|"
    r"reakční skóre)\b",
    re.IGNORECASE,
)
# "Joined Jan 16, 2011 · 1,119 Posts": the card in one row
_SUMMARY = re.compile(
    r"^(?:Joined|Registriert|Inscrit|Registrado) \S.{5,24}? · [\d.,]{1,9}[kK]? [^\W\d_]{3,12}$"
)
# "Start date Feb 3, 2020": what stands above the first post
_THREAD = re.compile(r"^(?:start date|thread starter|erstellt am|tags?)\b", re.IGNORECASE)
MAX_BANNERS = 3
MIN_CARDS = 3
MOST = 0.8
"""Share of cards with a row above that can be a name, from which those are names."""

MAX_LABEL = 30
# "Mitglied seit", "Joined:"
_JOINED = frozenset(
    word + end
    for word in (
        "joined", "member since", "join date", "registered", "mitglied seit", "registriert",
        "registriert seit", "dabei seit",
        "inscrit", "inscrit le", "membre depuis", "miembro desde", "registrado", "desde",
        "se incorporó", "ingresado", "iscritto dal", "registrato", "iscritto", "lid sinds",
        "lid geworden", "lid geworden op", "medlem sedan", "gick med", "registrerad", "blev medlem",
        "tilmeldt",
        "medlem siden", "ble medlem", "dołączył", "dołączył(a)", "rejestracja", "entrou",
        "entrou em", "cadastro", "регистрация", "katılım", "üyelik", "liittynyt",
        "registrace", "připojen", "csatlakozott", "înscris", "εγγραφή",
    )
    for end in ("", ":", " :")
)  # fmt: skip
_SCORE = frozenset(
    ("reaction score", "punkte reaktionen", "score réaction", "score de réaction",
     "punteggio reazioni")
)  # fmt: skip
_CARD_WORDS = _JOINED | _SCORE


def name_in_card(rows: Sequence[Row], low: int, high: int) -> int | None:
    """Give the row of the name in the card that ends before row `high`, or None.

    In this order: a heading; a name below its own avatar's text or letter; where the card is
    indented, its outermost first row; a row that stands alone above the counters.
    """
    top = high
    while top > low and _short(rows[top - 1]):
        top -= 1
    for finder in (_heading, _doubled, _outermost, _alone):
        found = finder(rows, top, high)
        if found is not None:
            return found
    return None


def card_top(rows: Sequence[Row], low: int, name: int) -> int:
    """Give the first row of the card: the avatar's text or letter above the name, if shown."""
    above = name - 1
    while above >= low and not rows[above].text:
        above -= 1  # a picture without a text
    if above >= low and _avatar(rows[above].text, rows[name].text):
        return above
    return above + 1


def joined_cards(rows: Sequence[Row]) -> list[Head]:
    """Find the cards with a date of joining in posts that show no other date.

    A name is told where the avatar's text repeats it, or where most cards have one that stands
    alone above the rest. One or two cards may be chance, but for those.
    """
    words = [
        number
        for number, row in enumerate(rows)
        if len(row.text) <= MAX_LABEL and row.text.lower() in _CARD_WORDS
    ]
    whole = {n for n, row in enumerate(rows) if "·" in row.text and _SUMMARY.match(row.text[:80])}
    heads: list[Head] = []
    low = 0
    beside = {n for word in words for n in (word - 1, word + 1) if 0 < n < len(rows)}
    for number in sorted(beside | whole):
        first = number if number in whole else _joined(rows, number)
        if first is None or first < low:
            continue
        name = _doubled(rows, max(low, first - 2 * MAX_BANNERS), first)
        last = past_counters(rows, number)
        if name is not None:
            first = card_top(rows, low, name)
        top = first if name is not None else max(low, number - MAX_BANNERS)
        while first > top and rows[first].gap == 0:
            first -= 1
        author = None if name is None else rows[name].text
        heads.append(Head(first=first, last=last, author=author))
        low = last + 1
    named = _with_names(rows, heads)
    return named if len(heads) >= MIN_CARDS or all(head.author for head in named) else []


def _with_names(rows: Sequence[Row], heads: list[Head]) -> list[Head]:
    """Give the cards the names that stand alone above them, if most cards have one."""
    found = [
        head if head.author or not _names(rows, head.first) else _named(rows, head)
        for head in heads
    ]
    alone = sum(head.author is not None for head in found)
    return found if alone >= MOST * len(heads) and len(heads) > 1 else heads


def _names(rows: Sequence[Row], first: int) -> bool:
    """Tell whether the row above a card can be a name that stands alone."""
    if first < 1 or not rows[first].gap:
        return False
    row = rows[first - 1]
    told = (
        row.text
        and not row.mark
        and not is_role(row.text)
        and not row.text.endswith((":", "?"))
        and row.gap > 0
    )
    return bool(told) and looks_like_name(row.text) and not is_chrome(row)


def _named(rows: Sequence[Row], head: Head) -> Head:
    return replace(head, first=head.first - 1, author=rows[head.first - 1].text)


def name_twice(rows: Sequence[Row], low: int, high: int) -> bool:
    """Tell whether a name stands below its own avatar's text."""
    return _doubled(rows, low, high) is not None


def past_counters(rows: Sequence[Row], number: int) -> int:
    """Give the last row of the counters below; line filters drop values of one word and labels."""
    while number + 1 < len(rows) and _STATS.match(rows[number + 1].text[:MAX_NAME]):
        label = rows[number + 1].text
        if len(label) > MAX_LABEL:
            break
        number += 1
        value = rows[number + 1].text if number + 1 < len(rows) else ""
        if len(value) <= MAX_NAME and (" " not in label or value[:1].isdigit()):
            number += 1
    return number


def is_joined(text: str) -> bool:
    """Tell "Joined", "Mitglied seit": the row above the date of joining."""
    return text.lower() in _JOINED


def dates_joining(rows: Sequence[Row], number: int) -> bool:
    """Tell that a row stands below "Member since": its date is no post's."""
    return number > 0 and is_joined(rows[number - 1].text)


def is_filtered(rows: Sequence[Row]) -> bool:
    """Tell a page that went through a line filter: no row of one word is left."""
    return len(rows) > MIN_CARDS and not any(row.text and " " not in row.text for row in rows)


def is_stats(rows: Sequence[Row], number: int) -> bool:
    """Tell a row that begins with a counter's name."""
    return number < len(rows) and bool(_STATS.match(rows[number].text[:MAX_LABEL]))


def _joined(rows: Sequence[Row], number: int) -> int | None:
    """Give the first row of "Member since / 28 June 2014" or "28 June 2014 / Reaction score"."""
    if not is_date(rows[number].text) or rows[number].mark:
        return None
    if dates_joining(rows, number):
        return number - 1
    following = rows[number + 1].text if number + 1 < len(rows) else ""
    return number if following.lower() in _SCORE else None


def _short(row: Row) -> bool:
    return len(row.text) <= 2 * MAX_NAME or bool(_STATS.match(row.text))


def _avatar(text: str, name: str) -> bool:
    return text == name or (len(text) == 1 and text.casefold() == name[:1].casefold())


def _heading(rows: Sequence[Row], top: int, high: int) -> int | None:
    """Give the name that is a heading; html2text prints the name below the heading's mark, too."""
    for number in range(high - 1, top - 1, -1):
        if rows[number].mark.startswith("#"):
            if rows[number].text:
                return _first_heading(rows, top, number)
            if number + 1 < high and rows[number + 1].text:
                return number + 1
    return None


def _first_heading(rows: Sequence[Row], top: int, number: int) -> int:
    """Give the first of the headings that end with `number`: a title is one, below the name."""
    found = number
    above = number - 1
    while above >= top and (rows[above].mark.startswith("#") or not rows[above].text):
        found = above if rows[above].text else found
        above -= 1
    return found


def _doubled(rows: Sequence[Row], top: int, high: int) -> int | None:
    """Give the nearest name below its avatar's text; banners may be doubled, without a gap."""
    close: int | None = None
    for number in range(high - 1, top, -1):
        name = rows[number].text
        if 1 < len(name) <= MAX_NAME and _avatar(rows[number - 1].text, name) and not is_role(name):
            if rows[number].gap:
                return number
            close = number if close is None else close
    return close


def _outermost(rows: Sequence[Row], top: int, high: int) -> int | None:
    """Give the first row of the card that stands further out than the date.

    Between such rows a few banners may stand deeper; texts and bars do not stand so far out.
    """
    indent = rows[high].indent if high < len(rows) else 0
    name: int | None = None
    deeper = 0
    for number in range(high - 1, top - 1, -1):
        row = rows[number]
        outside = row.indent < indent
        deeper = 0 if outside else deeper + 1
        if deeper > MAX_BANNERS or _THREAD.match(row.text) or (row.text and is_chrome(row)):
            break
        if outside and row.text and row.text[-1] != ":" and not is_role(row.text):
            name = number
    if name is None or len(rows[name].text) > MAX_NAME or _STATS.match(rows[name].text):
        return None
    return name


def _alone(rows: Sequence[Row], top: int, high: int) -> int | None:
    """Give the nearest row with blank lines around it that is no counter."""
    for number in range(high - 1, top - 1, -1):
        row = rows[number]
        after = rows[number + 1].gap if number + 1 < len(rows) else 1
        if is_role(row.text):
            continue
        if row.gap and after and len(row.text) <= MAX_NAME and not _STATS.match(row.text):
            return None if is_chrome(row) else number
        if is_chrome(row) and row.text:
            return None
    return None
