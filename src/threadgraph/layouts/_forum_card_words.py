"""Tell the words in user cards of forums: counters, roles, the date of joining."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._forum_rows import Row
from threadgraph.layouts._names import MAX_NAME

__all__ = [
    "CARD_WORDS",
    "MAX_LABEL",
    "MIN_CARDS",
    "SCORE",
    "STATS",
    "dates_joining",
    "is_filtered",
    "is_joined",
    "is_stats",
    "past_counters",
]

# "Joined", "Messages", "Joined Dec 17, 2016 Messages 924", "Registriert"
STATS = re.compile(
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

MAX_LABEL = 30
MIN_CARDS = 3

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

SCORE = frozenset(
    ("reaction score", "punkte reaktionen", "score réaction", "score de réaction",
     "punteggio reazioni")
)  # fmt: skip

CARD_WORDS = _JOINED | SCORE


def past_counters(rows: Sequence[Row], number: int) -> int:
    """Give the last row of the counters below; line filters drop values of one word and labels."""
    while number + 1 < len(rows) and STATS.match(rows[number + 1].text[:MAX_NAME]):
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
    return number < len(rows) and bool(STATS.match(rows[number].text[:MAX_LABEL]))
