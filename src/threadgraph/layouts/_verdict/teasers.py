"""Tell a list of articles or events from a discussion: it has names, dates and texts as well."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from math import ceil
from operator import attrgetter

from threadgraph.accents import either
from threadgraph.caseless import Caseless
from threadgraph.joining import is_joined
from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["breaks_off", "counts_comments", "counts_views", "lists_articles"]

MOST = 0.6
"""Share of the posts that count their own comments, or break off with a link to the rest."""

MIN_POSTS = 3
MIN_TITLE = 12
MAX_LINES = 12
MAX_LINE = 160
_BULLETS = ("•", "*", "-")
_TOPIC = "» "
"""What stands before each title in a board's list of the latest topics."""

TAIL = 80
MAX_EXCERPT = 400
_ELLIPSES = ("…", "[…]", "[...]")
"""What ends the excerpts of articles."""

# "12 comments", "No comments yet", "Leave a comment": below each article of a blog's home page
_COUNTED = Caseless(
    either(
        r"\b(?:\d{1,5}|no|zero|keine|aucun|sin|ningún|sem|nessun|geen|inga|ingen|brak|нет) "
        r"(?:comments?|responses?|kommentare?r?|commentaires?|comentarios?|comentários?|comment[oi]|"
        r"reacties|reactie|komentarz[ey]?|комментари[йяев]{1,2})\b|"
        r"\bcomments?(?: off|: \d|\s\(\d)|\b(?:leave|add|post|write) a comment\b|"
        r"\bkommentar (?:schreiben|hinterlassen|verfassen)\b|\blaisser un commentaire\b|"
        r"\bdeja(?:r)? un comentario\b|\blascia un commento\b"
    )
)
# "Ann (12 comments.) says:": how many she wrote
_WROTE = re.compile(r"\(\d{1,6} comments?\.?\) [^\W\d]")
_GOES_ON = Caseless(
    either(
        r"\bread (?:more|the rest|full|on)\b[^.?!]{0,40}$|\bcontinue reading\b.{0,80}$|"
        r"^(?:apply(?: now)?|(?:buy )?tickets|book now|view details|add to (?:cart|basket))$|"
        r"\b(?:more|mehr|plus|más|mais|altro|meer|mer|więcej|далее) ?[»→>]$|"
        r"\b(?:weiterlesen|mehr lesen|lire la suite|leer más|seguir leyendo|"
        r"continuar lendo|ler mais|leggi tutto|continua a leggere|lees (?:meer|verder)|läs mer|"
        r"les mer|læs mere|czytaj (?:dalej|więcej)|читать (?:далее|дальше))\b.{0,60}$"
    )
)
# "Replies", "Views: 3K", "3 replies, last post by Ann": a list of topics
_VIEWED = re.compile(
    either(
        r"^[^\S\n]*(?:views?|hits|reads|aufrufe|zugriffe|gelesen|vues|affichages|vistas|visitas|"
        r"visualizaç(?:ões|ão)|visite|visualizzazioni|weergaven|bekeken|visningar|visninger|"
        r"wyświetleń|wyświetlenia|odsłon|просмотр(?:ов|ы|а)?|görüntüleme)\s?:?\s?[\d.,]{0,9}[km]?$|"
        r"^[^\S\n]*(?:replies|antworten|réponses|respuestas|respostas|risposte|reacties|svar|odpowiedzi|"
        r"ответов|yanıt)\s?:?\s?\d[\d.,]{0,7}[km]?\s?[^\W\d_]{3,16}\s?:?\s?\d[\d.,]{0,7}[km]?$|"
        r"^[^\S\n]*(?:\d{1,5} replies.{1,3})?(?:last (?:post|reply) by|letzter beitrag von|"
        r"dernier message (?:par|de)|último mensaje (?:por|de)|ultimo messaggio di|"
        r"laatste bericht door|senaste inlägg av|ostatni post|última mensagem (?:por|de)|"
        r"последнее сообщение)\s\S|"
        r"^[^\S\n]*\d{1,5} (?:replies|posts|antworten|réponses|respuestas|risposte|reacties|svar|"
        r"odpowiedzi|ответов|respostas)\W{1,3}\d[\d.,]{0,7}[km]? [^\W\d_]{3,16}$"
    ),
    re.IGNORECASE | re.MULTILINE,
)
# "Ort: Café Linde", "Veranstalter: ADFC": a list of events
_EVENT = re.compile(
    either(
        r"(?:venue|location|where|when|admission|organi[sz]er|doors|veranstalter|"
        r"veranstaltungsort|ort|eintritt|beginn|treffpunkt|lieu|entrée|tarif|organisateur|lugar|"
        r"entrada|organiza|luogo|ingresso|organizzatore|locatie|toegang|organisatie|plats|inträde|"
        r"arrangör|miejsce|wstęp|organizator|место|вход|организатор)\s?:\s?\S"
    ),
    re.IGNORECASE,
)


def counts_comments(line: str) -> bool:
    """Tell what a blog prints below each article: "12 comments", "Leave a comment"."""
    return _COUNTED.search(line)


def breaks_off(page: TextPage, parse: Parse) -> bool:
    """Tell whether most of the posts break off with a link to the rest."""
    left = len(parse.records)
    least = max(MIN_POSTS, MOST * left)
    for record in parse.records:
        if left < least:
            return False
        left -= not _tells(_GOES_ON, [_last_line(page, record), *_ends(page, record)])
    return left >= least


def counts_views(page: TextPage, parse: Parse) -> bool:
    """Tell whether most posts say how often they were seen, or who answered last: topics."""
    left = len(parse.records)
    least = max(MIN_POSTS, MOST * left)
    for record in parse.records:
        if left < least:
            return False
        places = (*record.header, *record.body, *record.chrome)
        left -= not any(_VIEWED.search(page.text, *place) for place in places)
    return left >= least


def lists_articles(page: TextPage, parse: Parse) -> bool:
    """Tell whether most of the posts are the beginnings of articles."""
    records = parse.records
    if len(records) < MIN_POSTS:
        return False
    least = max(2, ceil(MOST * len(records)))
    if _titles_again(page, records) >= least:
        return True
    counted = broken = viewed = events = topics = 0
    for number, record in enumerate(records):
        if max(counted, broken, viewed, events, topics) + len(records) - number < least:
            return False  # too few are left
        # the page's own heading and form stand beside the first post and the last
        controls = record.chrome if 0 < number < len(records) - 1 else ()
        ending = _last_line(page, record)
        below = [*_lines(page, controls), ending]
        heads = [line for line in _lines(page, record.header) if not _WROTE.search(line)]
        counted += _tells(_COUNTED, [*heads, *below])
        more = _tells(_GOES_ON, [*below, *_ends(page, record)])
        broken += more or _is_excerpt(page, record)
        shown = [*record.header, *record.body, *controls]
        viewed += any(_VIEWED.search(page.text, *place) for place in shown)
        texts = _text_lines(page, record)
        events += any(map(_EVENT.match, texts)) and not _has_card(texts)
        topics += len(texts) == 1 and texts[0][:2] == _TOPIC
    return max(counted, broken, viewed, events, topics) >= least


def _has_card(lines: Sequence[str]) -> bool:
    """Tell the card of a board's member, where "Location: Kent" stands by "Join Date: May 2010"."""
    return any(is_joined(line.partition(":")[0].strip()) for line in lines if ":" in line)


def _is_excerpt(page: TextPage, record: Record) -> bool:
    """Tell the beginning of an article: "the camera do not see […]"; the next title may follow."""
    if not record.body:
        return False
    start, end = record.body[0].start, record.body[-1].end
    above, _, last = page.text[max(start, end - MAX_EXCERPT) : end].rstrip().rpartition("\n\n")
    return last.endswith(_ELLIPSES) or above.rstrip().endswith(_ELLIPSES)


def _ends(page: TextPage, record: Record) -> list[str]:
    """Give the ends of the paragraphs before the last: the next title may stand behind them."""
    tails = [page.text[max(start, end - 2 * TAIL) : end] for start, end in record.body]
    above = [tail.rpartition("\n\n")[0] for tail in tails[-1:]]
    ends = [text.rstrip().rsplit("\n", 2) for text in (*tails[:-1], *above)]
    return [line for lines in ends for line in lines[-2:]]  # the next article's rubric stands below


def _titles_again(page: TextPage, records: Sequence[Record]) -> int:
    """Count the posts below an item of a list that stands elsewhere in a list, too: titles."""
    again = page.once(_items_again)
    if not again:
        return 0
    begins = [place.start for record in records for place in record.header[:1]]
    found: list[str] = []
    for begin in begins:
        above = bisect_left(page.lines, begin, key=attrgetter("first")) - 1
        while above >= 0 and not page.lines[above].text:
            above -= 1
        text = page.lines[above].text if above >= 0 else ""
        found += [text] if text in again else []
    return len(set(found))


def _items_again(page: TextPage) -> frozenset[str]:
    """Give the items of lists that stand twice on the page."""
    texts = (line.text for line in page.lines)
    items = Counter(text for text in texts if text[:1] in _BULLETS and len(text) >= MIN_TITLE)
    return frozenset(text for text, times in items.items() if times > 1)


def _tells(pattern: Caseless, lines: Sequence[str]) -> bool:
    return any(map(pattern.search, lines))


def _lines(page: TextPage, places: Sequence[Segment]) -> list[str]:
    return [page.text[start : min(end, start + MAX_LINE)].strip() for start, end in places]


def _text_lines(page: TextPage, record: Record) -> list[str]:
    texts = (page.text[start:end] for start, end in record.body)
    return [line.strip() for text in texts for line in text.split("\n", MAX_LINES)[:MAX_LINES]]


def _last_line(page: TextPage, record: Record) -> str:
    if not record.body:
        return ""
    start, end = record.body[-1]
    return page.text[max(start, end - TAIL) : end].rstrip().rpartition("\n")[2]
