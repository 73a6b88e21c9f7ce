"""Read comments of which only the control below each is left: "Reply", "Antworten", "Svara".

Main-content extractors drop names and dates, and keep the text and the button to answer it. The
first text is read where a count of comments, or nothing but a title, stands above it. Last seen:
2025. Not read: authors, dates, parents.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.caseless import Caseless
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._boards.words import FORUM_END
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import COUNT_HEADING

__all__ = ["LAYOUT"]

MIN_CONTROLS = 4
"""So many controls that are alike, with a text above each, are hardly chance."""

MAX_CONTROL = 40
TOP = 2
"""Rows above the first text that are the thread's title and nothing else."""

WORTH = 0.6
"""What such posts are worth: others that have names and dates explain more."""

# "Reply", "Reply Like", "Antworten", "Répondre à ce message", "Svara"
_ANSWER = Caseless(
    r"^(?:log in to )?(?:reply(?: to this)?|antworten|zitieren|répondre|citer|responder|citar|"
    r"rispondi|cita|reageer|beantwoorden|citeer|svara?|citera|besvar|vastaa|lainaa|odpowiedz|"
    r"cytuj|odpovědět|ответить|цитировать|відповісти|yanıtla|cevapla|alıntıla|válasz|răspunde|"
    r"απάντηση|balas|kutip|trả lời|trích dẫn|отговори|odgovori|odpovedať|atsakyti|vasta|ตอบกลับ|"
    r"رد|השב|پاسخ|返信|回复|回覆|답글|quote)\b(?! ?[:：] ?\d).{0,24}$|"
    r"^click to rate\s+rating\s+\(?\d{1,6}\)?$|"
    r"^\d{1,5} (?:\w{3,12} )?(?:found|fanden|ont trouvé|encontr\w{2,5}|vonden) .{0,24}"
    r"(?:helpful|hilfreich|utile|útil|nuttig)\b.{0,12}$"
)
_DIGITS = re.compile(r"\(?\d+\)?")


def _parse(page: TextPage) -> Parse | None:
    rows = read_rows(page)
    ends = _ends(rows)
    if len(ends) < MIN_CONTROLS:
        return None
    heading = _heading(rows, ends[0])
    first = _below_title(rows, ends[0]) if heading is None else heading + 1
    begins = [first, *(end + 1 for end in ends[:-1])]
    heads = [
        Head(first=begin, last=begin - 1, stop=end)
        for begin, end in zip(begins, ends, strict=True)
        if begin is not None and any(not is_chrome(row) for row in rows[begin:end])
    ]
    if len(heads) < len(ends) - 1:
        return None
    thread = Thread(page=page, rows=rows, chrome=is_chrome)
    parse = build_thread(thread, heads, marks=len(heads))
    if parse is None:
        return None
    front = parse.front if heading is None else None  # an article stands above a count of comments
    return replace(parse, regularity=WORTH, front=front)


def _ends(rows: Sequence[Row]) -> list[int]:
    """Give the rows of the control that closes most texts, up to the form below."""
    close = next((n for n, row in enumerate(rows) if n and _closes(row)), len(rows))
    found = [
        n
        for n, row in enumerate(rows[:close])
        if len(row.text) <= MAX_CONTROL and _ANSWER.match(row.text)
    ]
    shapes = {n: _DIGITS.sub("0", rows[n].text) for n in found}
    if not shapes:
        return []
    control, _ = Counter(shapes.values()).most_common(1)[0]
    return [n for n in found if shapes[n] == control]


def _closes(row: Row) -> bool:
    text = row.text[:200]
    return (is_form(text) and not _ANSWER.match(text)) or FORUM_END.match(text)


def _heading(rows: Sequence[Row], end: int) -> int | None:
    """Give the row that counts the comments."""
    return next(
        (n for n in range(end - 1, -1, -1) if COUNT_HEADING.match(rows[n].text[:300])), None
    )


def _below_title(rows: Sequence[Row], end: int) -> int | None:
    """Give the row of the first text where nothing but a title stands above it, else None."""
    texts = [n for n in range(end) if not is_chrome(rows[n])]
    return texts[1] if 1 < len(texts) <= TOP else None


LAYOUT = Layout(
    description="posts told by nothing but the control below each",
    parents="none",
    parse=_parse,
    generic=True,
    ceiling=WORTH,
)
