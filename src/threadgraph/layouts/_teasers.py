"""Tell a list of articles, which has names, dates and texts as well, from a discussion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

from threadgraph.accents import either
from threadgraph.caseless import Caseless
from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._page import Segment, TextPage

__all__ = ["lists_articles"]

MOST = 0.6
"""Share of the posts that count their own comments, or break off with a link to the rest."""

MIN_POSTS = 3
MAX_LINE = 160
TAIL = 80

# "12 comments", "No comments yet", "Leave a comment": below each article of a blog's home page
_COUNTED = Caseless(
    either(
        r"\b(?:\d{1,5}|no|zero|keine|aucun|sin|ningún|sem|nessun|geen|inga|ingen|brak|нет) "
        r"(?:comments?|kommentare?r?|commentaires?|comentarios?|comentários?|comment[oi]|"
        r"reacties|reactie|komentarz[ey]?|комментари[йяев]{1,2})\b|"
        r"\bcomments?(?: off|: \d|\s\(\d)|\b(?:leave|add|post|write) a comment\b|"
        r"\bkommentar (?:schreiben|hinterlassen|verfassen)\b|\blaisser un commentaire\b|"
        r"\bdeja(?:r)? un comentario\b|\blascia un commento\b"
    )
)
_GOES_ON = Caseless(
    either(
        r"\bread (?:more|the rest|full|on)\b[^.?!]{0,40}$|\bcontinue reading\b.{0,80}$|"
        r"\bmore ?[»→>]$|\b(?:weiterlesen|mehr lesen|lire la suite|leer más|seguir leyendo|"
        r"continuar lendo|ler mais|leggi tutto|continua a leggere|lees (?:meer|verder)|läs mer|"
        r"les mer|læs mere|czytaj (?:dalej|więcej)|читать (?:далее|дальше))\b.{0,60}$"
    )
)
# "Replies", "Views: 3K": a list of topics
_VIEWED = re.compile(
    either(
        r"^[^\S\n]*(?:views?|hits|reads|aufrufe|zugriffe|gelesen|vues|affichages|vistas|visitas|"
        r"visualizaç(?:ões|ão)|visite|visualizzazioni|weergaven|bekeken|visningar|visninger|"
        r"wyświetleń|wyświetlenia|odsłon|просмотр(?:ов|ы|а)?|görüntüleme)\s?:?\s?[\d.,]{0,9}[km]?$|"
        r"^[^\S\n]*(?:replies|antworten|réponses|respuestas|respostas|risposte|reacties|svar|odpowiedzi|"
        r"ответов|yanıt)\s?:?\s?\d[\d.,]{0,7}[km]?\s?[^\W\d_]{3,16}\s?:?\s?\d[\d.,]{0,7}[km]?$"
    ),
    re.IGNORECASE | re.MULTILINE,
)


def lists_articles(page: TextPage, parse: Parse) -> bool:
    """Tell whether most of the posts are the beginnings of articles."""
    records = parse.records
    if len(records) < MIN_POSTS:
        return False
    least = max(2, ceil(MOST * len(records)))
    counted = broken = viewed = 0
    for number, record in enumerate(records):
        if max(counted, broken, viewed) + len(records) - number < least:
            return False  # too few are left
        # the page's own heading and form stand beside the first post and the last
        controls = record.chrome if 0 < number < len(records) - 1 else ()
        ending = _last_line(page, record)
        below = [*_lines(page, controls), ending]
        counted += _tells(_COUNTED, [*_lines(page, record.header), *below])
        broken += _tells(_GOES_ON, below)
        shown = [*record.header, *record.body, *controls]
        viewed += any(_VIEWED.search(page.text, *place) for place in shown)
    return max(counted, broken, viewed) >= least


def _tells(pattern: Caseless, lines: Sequence[str]) -> bool:
    return any(map(pattern.search, lines))


def _lines(page: TextPage, places: Sequence[Segment]) -> list[str]:
    return [page.text[start : min(end, start + MAX_LINE)].strip() for start, end in places]


def _last_line(page: TextPage, record: Record) -> str:
    if not record.body:
        return ""
    start, end = record.body[-1]
    return page.text[max(start, end - TAIL) : end].rstrip().rpartition("\n")[2]
