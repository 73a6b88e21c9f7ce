"""Read posts of HTML by its text alone, where no element or class tells them.

Classes may mean nothing (`css-1x9ab`), and names stand in any element: what a reader sees is rows
of the same kinds in each post, as in the text that extractors make of pages.
"""

from __future__ import annotations

import re
from itertools import islice

from threadgraph.layouts import parse_with
from threadgraph.layouts._base import Record
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts.cycles import LAYOUT
from threadgraph.markup import Found
from threadgraph.markup._base import Comment, Thread, weight
from threadgraph.readers._article import plain_text

__all__ = ["begins_at", "found_by_text"]

NAME = "generic"
RULE = "the rows of the page's text"
BEGIN, REACH = 40, 3000
"""Letters of a text by which it is sought in the source; bytes before it for the name."""
# what stands otherwise in the source: "&", quotation marks, further lines
_UNLIKE = re.compile(r"[&<>\"'\n]")
MIN_TALK = 3
"""Controls in the source from which on a page may be a discussion: its text costs to be made."""
# ">Reply<", ">\n Antworten <", ">Report abuse<", in small letters
_TALK = re.compile(
    r">\s{0,40}(?=[^\s<])(?:reply|answer|respond|quote|report|flag|like|helpful|upvote|antworten|zitieren|"
    r"melden|gefällt|hilfreich|répondre|citer|signaler|j['’]aime|utile|responder|citar|denunciar|"
    r"reportar|me gusta|útil|rispondi|segnala|mi piace|cita|ответить|цитировать|пожаловаться|"
    r"жалоба|нравится|svara|svar|odpowiedz|beantwoord|reageer)(?![^\W_])"
)
MIN_SCORE = 0.5
"""What a thread must be worth: a name for most posts, a text for each."""


def found_by_text(html: str) -> Found | None:
    """Give the thread that the page's text shows, None if it shows none."""
    if len(list(islice(_TALK.finditer(html.lower()), MIN_TALK))) < MIN_TALK:
        return None
    page = TextPage(plain_text(html))
    parse = parse_with(page, LAYOUT)
    if parse is None or parse.regularity < MIN_SCORE:
        return None
    thread = Thread(comments=[_comment(page, record) for record in parse.records])
    return Found(NAME, thread, weight(thread))


def begins_at(data: bytes, encoding: str, first: Comment) -> int | None:
    """Give the byte before the first post's name, or before its text, where these stand so.

    None for posts that were found otherwise.
    """
    if first.rules.get("text") != RULE:
        return None
    words = _UNLIKE.split(first.text, maxsplit=1)[0][:BEGIN].encode(encoding, "ignore")
    place = data.find(words) if words else -1
    if place < 0:
        return None
    name = (first.author or "").encode(encoding, "ignore")
    above = data.rfind(name, max(0, place - REACH), place) if name else -1
    tag = data.rfind(b"<", 0, place if above < 0 else above)
    return tag if tag >= 0 else None


def _comment(page: TextPage, record: Record) -> Comment:
    return Comment(
        text="".join(page.text[start:end] for start, end in record.body).strip(),
        author=record.author,
        author_state=record.author_state if record.author else None,
        date=record.date,
        depth=record.depth,
        label=record.label,
        status=record.status,
        rules=dict.fromkeys(("author", "date", "text"), RULE),
    )
