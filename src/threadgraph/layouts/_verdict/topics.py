"""Tell a board's list of topics from a topic: it has names and dates, and titles for texts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from threadgraph.accents import either
from threadgraph.layouts._base import Parse
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAST_POST", "lists_topics"]

REACH = 12
"""Lines above the first post in which the list's head is looked for."""

HEAD_LINES = 4
MAX_HEAD = 8
"""Words of a list's head."""

MIN_POSTS = 3
MAX_WORDS = 30
"""Words of a topic's title, with its counts, on the average."""

# "Topic  Replies  Last post", "Themen / Antworten / Zugriffe / Letzter Beitrag"
_TOPIC = (
    r"topics?|threads?|subjects?|themen?|sujets?|temas?|tópicos?|discussioni|argomenti|"
    r"onderwerpe?n?|ämne|emner|tematy|темы|тема"
)
_COUNTS = (
    r"replies|views|posts|answers|antworten|zugriffe|aufrufe|réponses|vues|respuestas|vistas|"
    r"respostas|visitas|exibições|risposte|visite|reacties|weergaven|svar|visningar|visninger|"
    r"odpowiedzi|wyświetleń|ответов|ответы|просмотров|просмотры|statistics|statistik"
)
LAST_POST = (
    r"last (?:post|message|reply|activity)|latest post|activity|letzter beitrag|letzte antwort|"
    r"dernier message|último (?:mensaje|post)|última (?:mensagem|resposta)|ultimo messaggio|"
    r"laatste (?:bericht|reactie)|senaste inlägg|siste innlegg|seneste indlæg|ostatni post|"
    r"последнее сообщение"
)
"""What boards print before the last post of a topic or a forum, as a pattern."""
_WORDS = tuple(
    re.compile(either(rf"(?:\b|(?<=[a-z]))(?:{words})(?=\W|\Z|(?-i:[A-Z]))"), re.IGNORECASE)
    for words in (_TOPIC, _COUNTS, LAST_POST)
)


def lists_topics(page: TextPage, parse: Parse) -> bool:
    """Tell whether the posts are topics, below a head that says so, without texts."""
    records = parse.records
    if len(records) < MIN_POSTS or not records[0].header:
        return False
    first = bisect_left(page.lines, records[0].header[0].start, key=attrgetter("first"))
    above = [line.text for line in page.lines[max(0, first - REACH) : first + 1] if line.text]
    if not any(_is_head(above[n : n + HEAD_LINES]) for n in range(len(above))):
        return False
    words = sum(
        len(page.text[start:end].split()) for record in records for start, end in record.body
    )
    return words <= MAX_WORDS * len(records)


def _is_head(lines: Sequence[str]) -> bool:
    """Tell the head of a list: its words and hardly another, in a line or each on its own."""
    for count in range(1, len(lines) + 1):
        text = " ".join(lines[:count])
        if len(text.split()) > MAX_HEAD:
            return False
        if all(pattern.search(text) for pattern in _WORDS):
            return True
    return False
