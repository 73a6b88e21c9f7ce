"""Find phpBB 3's posts in the table that html2text makes of the style subsilver2.

A row of "name | Post subject: ... Posted: DATE", then the profile, whose last field shares its row
with the beginning of the text: "Location: Ohio| It works again."
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._boards.forum import Head, dateish, stops_of
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["SUBJECTS", "VERBS", "before_bars", "celled_posts"]

SUBJECTS = (
    r"(?:Post subject|Subject|Titel|Betreff(?: des Beitrags)?|Sujet(?: du message)?|"
    r"Título(?: da Mensagem| del [Mm]ensaje)?|Asunto|Assunto|Oggetto(?: del messaggio)?|Titolo|"
    r"Onderwerp|Berichtonderwerp|Temat postu|Tytuł|Předmět(?: příspěvku)?|Rubrik|Emne|"
    r"Viestin otsikko|"
    r"(?:Hozzászólás )?[Tt]árgya?|Mesaj [Kk]onusu|Subiect(?:ul mesajului)?|Θέμα δημοσίευσης|"
    r"Konu|Заголовок (?:сообщения|повідомлення)|Тема|Thema|موضوع)"
)
VERBS = (
    r"(?:Posted|Verfasst(?: am)?|Posté le|Publié|Publicado|Enviad[oa]|Inviato|Geplaatst|Wysłany|"
    r"Napisane|Skrevet|Postat|Inlagt|Lagt inn|Zaslal|Napsal|Odesláno|Elküldve|Lähetetty|"
    r"Gönderilme zamanı|Tarih|Trimis|Scris|Δημοσιεύτηκε|Публикувано|Додано|Добавлено)"
)
_HEAD = re.compile(
    rf"^(?P<name>[^|]{{1,50}}?)\s?\|[\s|]*{SUBJECTS} ?:[^|]{{0,240}}?{VERBS} ?: ?"
    r"(?P<date>[^|]{6,45})$"
)
# "Posts: 29", "Location: Ohio| the text"
_FIELD = re.compile(r"^[^\W\d_][\w ]{1,28}:[^|]{0,60}(?P<text>\||$)")
MAX_HEAD = 400
MAX_PROFILE = 14
"""Rows of a profile: ranks, counters, what a broken table leaves between them."""


def celled_posts(page: TextPage, rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers with their profiles, and where in the last row of each the text begins."""
    for number, row in enumerate(rows):
        found = _HEAD.match(row.text) if len(row.text) <= MAX_HEAD and "|" in row.text else None
        if found is None or not dateish(found["date"]):
            continue
        last, begin = number, None
        for below in range(number + 1, min(len(rows), number + MAX_PROFILE)):
            field = _FIELD.match(rows[below].text)
            if field and field["text"]:
                last, begin = below - 1, page.text.find("|", page.lines[rows[below].first].first)
                break
            if last > number and rows[below].text and not field:
                break
            last = below if field else last
        yield Head(
            first=number,
            last=last,
            author=found["name"],
            date=found["date"],
            begin=None if begin is None else begin + 1,
        )


def before_bars(
    page: TextPage, rows: Sequence[Row], heads: Sequence[Head], chrome: Callable[[Row], bool]
) -> list[Head]:
    """End each text before the "|" at its end: the bar of its cell."""
    found: list[Head] = []
    for head, stop in zip(heads, stops_of(rows, heads), strict=True):
        below = range(stop - 1, head.last, -1)
        last = next((rows[n].last for n in below if not chrome(rows[n])), None)
        line = None if last is None else page.lines[last]
        text = "" if line is None else page.text[line.first : line.end]
        kept = len(text.rstrip(" |")) if text.endswith(" |") else 0
        found.append(replace(head, cut=line.first + kept) if line and kept else head)
    return found
