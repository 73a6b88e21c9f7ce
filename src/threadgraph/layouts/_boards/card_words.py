"""Tell the words in user cards of forums: counters, roles, the date of joining."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from threadgraph.joining import JOINED, is_joined
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._text.names import MAX_NAME

__all__ = [
    "CARD_WORDS",
    "MAX_LABEL",
    "MAX_TELLING",
    "MIN_CARDS",
    "SCORE",
    "STATS",
    "dates_joining",
    "is_counter",
    "is_filtered",
    "is_stats",
    "past_counters",
]


# The counters and fields of a card, a language a paragraph, words of one field joined by "_":
# English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian,
# Finnish, Polish, Czech, Russian and Ukrainian, Turkish, Hungarian and Romanian, Greek, others
_FIELDS = """
messages posts reaction_score points trophy_points solutions location likes likes_received age
website media resources gender vehicle occupation

beiträge lösungen webseite geschlecht punkte reaktionspunkte zustimmungen erhaltene_likes alter
ort wohnort

score_de_réaction score_réaction lieu localisation âge j'aime ville

mensajes puntuación puntos ubicación edad me_gusta soluciones reacciones ciudad

messaggi punteggio reazioni punti località età mi_piace residenza soluzioni

mensagens pontuação reações pontos localização idade gostos curtidas cidade

berichten reactiescore waarderingsscore punten woonplaats locatie leeftijd oplossingen

inlägg meddelanden reaktionspoäng poäng plats ort ålder gilla-markeringar

indlæg beskeder reaktionsscore reaktion_score lokation alder

innlegg meldinger reaksjonspoeng poeng sted bosted

viestit viestejä reaktiopisteet tykkäykset pisteet sijainti paikkakunta ikä

postów posty wiadomości punkty punktów wynik miejscowość lokalizacja polubienia wiek reakcje skąd

příspěvky zprávy reakční_skóre hodnocení_reakcí body bydliště věk

сообщения сообщений реакции оценка_реакций баллы симпатии адрес город откуда возраст
повідомлення реакції бали місто

mesajlar tepkime_puanı tepkime_skoru beğeniler puanlar puanları konum yaş şehir

üzenetek hozzászólások reakciópontszám pontok lakhely életkor mesaje scor_reacții puncte locație

μηνύματα σκορ_αντιδράσεων πόντοι τοποθεσία ηλικία

メッセージ リアクションスコア ポイント 메시지 반응_점수 消息 帖子 反馈评分 积分 積分 發表 威望
bài_viết điểm
"""
SCORE = frozenset(
    ("reaction score", "punkte reaktionen", "score réaction", "score de réaction",
     "punteggio reazioni", "punti reazioni", "puntos de reacción", "punkty reakcji",
     "reaktionspunkte", "reactiescore", "waarderingsscore", "puntuación de reacción",
     "pontuação de reação", "reaktionspoäng", "reaktionsscore", "reaksjonspoeng",
     "reaktiopisteet", "wynik reakcji", "reakční skóre", "реакции", "оценка реакций",
     "tepkime puanı", "reakciópontszám", "scor reacții", "σκορ αντιδράσεων")
)  # fmt: skip

_LABELS = (
    SCORE
    | {word.replace("_", " ") for word in _FIELDS.split()}
    | {word for word in JOINED if word[-1].isalnum()}
)
# "Messages", "Joined Dec 17, 2016 Messages 924", "Registriert"
STATS = re.compile(rf"^(?:{'|'.join(sorted(_LABELS, reverse=True))})\b", re.IGNORECASE)

MAX_LABEL = 30
MAX_VALUE = 9
MIN_CARDS = 3
MAX_TELLING = 1_000
"""Rows that tell how a page was filtered."""

CARD_WORDS = JOINED | SCORE


def past_counters(rows: Sequence[Row], number: int) -> int:
    """Give the last row of the counters below; line filters drop values of one word and labels."""
    while number + 1 < len(rows) and STATS.match(rows[number + 1].text[:MAX_NAME]):
        label = rows[number + 1].text
        if len(label) > MAX_LABEL:
            break
        number += 1
        value = rows[number + 1].text if number + 1 < len(rows) else None
        if value is None or len(value) > MAX_NAME:
            continue
        if " " not in label or value[:1].isdigit():
            number += 1
    return number


def is_counter(rows: Sequence[Row], number: int) -> bool:
    """Tell "Messages", the name of a counter alone, above its value."""
    if number + 1 >= len(rows) or rows[number].text.rstrip(": ").lower() not in _LABELS:
        return False
    value = rows[number + 1].text
    return value[:1].isdecimal() and len(value) <= MAX_VALUE


def dates_joining(rows: Sequence[Row], number: int) -> bool:
    """Tell that a row stands below "Member since": its date is no post's."""
    return number > 0 and is_joined(rows[number - 1].text)


def is_filtered(rows: Sequence[Row]) -> bool:
    """Tell a page that went through a line filter: no row of one word is left, but "• #1".

    The first rows tell; each card of a page asks, so that its whole length would cost too much.
    """
    return len(rows) > MIN_CARDS and not any(
        row.text and " " not in row.text and not row.mark for row in islice(rows, MAX_TELLING)
    )


def is_stats(rows: Sequence[Row], number: int) -> bool:
    """Tell a row that begins with a counter's name."""
    return number < len(rows) and bool(STATS.match(rows[number].text[:MAX_LABEL]))
