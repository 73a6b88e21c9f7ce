"""Read mirrors of Stack Exchange in other languages (QA Stack, Stackovercoder): votes above texts.

"264", a blank line and the text of a question or answer, which ends with "Ann / fonte" (source);
"17", the text and the name right below it are a comment on what stands above. "Respuestas:" parts
the question from its answers. Last seen: 2023. Not read: names that extractors leave without the
word for the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from threadgraph.caseless import Caseless
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.forum import Head, Thread, build_thread
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._text.names import reads_as_text
from threadgraph.layouts._text.page import Segment, TextPage

__all__ = ["LAYOUT"]

MAX_NAME = 40
MIN_MARKS = 2
_ANSWERS = frozenset(
    """Respuestas: Respostas: Antworten: Réponses: Risposte: Antwoorden: Odpowiedzi: Ответы:
    Відповіді: Svar: Vastaukset: Odpovědi: Odpovede: Cevaplar: Yanıtlar: Răspunsuri: Válaszok:
    Απαντήσεις: Отговори: Odgovori: Jawaban: 回答： 回答: 答案： 答案: 답변: คำตอบ:
    الإجابات:""".split()
) | {"Các câu trả lời:", "câu trả lời:"}
_SOURCE = frozenset(
    """fuente fonte Quelle source bron źródło источник джерело källa kilde lähde zdroj kaynak sursă
    sursa forrás πηγή izvor sumber ソース 来源 來源 資源 소스 nguồn المصدر मूल""".split()
) | {"la source"}
_VOTES = re.compile(r"^-?\d{1,5}$")
# "Ann 29/06", "Ann 29/06/12"
_SIGNED = re.compile(r"^(?P<name>\S.{0,39}?)(?: (?P<date>\d{1,2}/\d{1,2}(?:/\d{2}(?:\d{2})?)?))?$")
_END = Caseless(
    r"^(?:licensed under cc by-sa\b.{0,80}|(?:al usar nuestro sitio|ao usar nosso site|durch die "
    r"nutzung unserer|en utilisant notre site|utilizzando il nostro sito).{0,200})$"
)


@dataclass(slots=True)
class _Post:
    """A post whose text stands below its votes; a `remark` is a comment on another."""

    first: int
    depth: int
    author: str | None = None
    date: str | None = None
    stop: int | None = None
    opening: bool = False
    sourced: bool = False
    remark: bool = False


def _parse(page: TextPage) -> Parse | None:
    if _ANSWERS.isdisjoint([line.text for line in page.lines]):
        return None
    rows = read_rows(page)
    parted = next((n for n, row in enumerate(rows) if row.text in _ANSWERS), None)
    if parted is None:
        return None
    posts = list(_posts(rows, parted))
    below = [post for post in posts if post.first > parted and not post.remark]
    marks = sum(post.sourced or post.author is not None for post in posts)
    if not below or marks < MIN_MARKS:
        return None
    asked = posts[0].opening
    heads = [
        Head(
            first=post.first,
            last=post.first,
            author=post.author,
            date=post.date,
            depth=post.depth if asked else max(0, post.depth - 1),
            opening=post.opening,
            stop=post.stop,
            evidence=_place(page, rows[post.first]),
        )
        for post in posts
    ]
    thread = Thread(page=page, rows=rows, chrome=_is_chrome, end=_END)
    return build_thread(thread, heads, marks=marks + len(below))


def _place(page: TextPage, row: Row) -> Segment:
    return page.lines[row.first].content


def _posts(rows: Sequence[Row], parted: int) -> Iterator[_Post]:
    """Give the posts in page order; the row that parts question and answers ends a text."""
    post: _Post | None = None
    known = False  # what stands above ends a post beyond doubt
    number = 0
    while number < len(rows):
        row = rows[number]
        if number == parted or _is_source(rows, number):
            post = _closed(rows, post, number)
            known = True
        elif not _VOTES.match(row.text):
            known = False
        elif (post or number > parted) and (comment := _comment(rows, number, parted)):
            if post is not None and post.stop is None:
                post.stop = number
            comment.depth = 2 if number > parted else 1
            yield comment
            number, known = number + 2, True
        elif _opens(rows, number, parted, begun=post is not None, known=known):
            post = _Post(number, 1 if number > parted else 0, opening=number < parted)
            yield post
            known = False
        number += 1


def _closed(rows: Sequence[Row], post: _Post | None, number: int) -> _Post | None:
    """End a post above its source, and take the name that stands there."""
    if post is None or post.stop is not None:
        return post
    post.stop = number
    if _is_source(rows, number):
        post.author, post.stop, post.sourced = rows[number - 1].text, number - 1, True
    return post


def _is_source(rows: Sequence[Row], number: int) -> bool:
    """Tell the word for the source below a name."""
    if rows[number].text not in _SOURCE or number == 0 or rows[number].gap:
        return False
    return _can_name(rows[number - 1].text)


def _can_name(text: str) -> bool:
    return 0 < len(text) <= MAX_NAME and not reads_as_text(text) and not _VOTES.match(text)


def _comment(rows: Sequence[Row], number: int, parted: int) -> _Post | None:
    """Read votes, text and name in three rows without a blank between, parted from the next."""
    if number + 2 >= len(rows) or number < parted <= number + 2:
        return None
    text, sign = rows[number + 1], rows[number + 2]
    if text.gap or sign.gap or _VOTES.match(text.text):
        return None
    after = rows[number + 3] if number + 3 < len(rows) else None
    if after is not None and not (after.gap or _VOTES.match(after.text)):
        return None
    match = _SIGNED.match(sign.text[: MAX_NAME + 12])
    if match is None or not _can_name(match["name"]):
        return None
    return _Post(number, 1, match["name"], match["date"], number + 2, remark=True)


def _opens(rows: Sequence[Row], number: int, parted: int, *, begun: bool, known: bool) -> bool:
    """Tell the votes of a question or answer: alone between blanks, below what ends a post."""
    if number + 1 == len(rows) or not rows[number + 1].gap or number + 1 == parted:
        return False
    if number < parted:
        return not begun and number > 0
    return known or rows[number].gap > 1


def _is_chrome(row: Row) -> bool:
    return not row.text or row.text in _ANSWERS


LAYOUT = Layout(
    description="QA Stack: votes above the text, 'Name / fonte' below, 'Respuestas:' between",
    parents="nesting",
    telling=2,
    parse=_parse,
)
