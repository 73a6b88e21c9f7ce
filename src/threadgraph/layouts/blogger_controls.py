"""Read Blogger's threaded comments of which texts and the controls below them are left.

Names and dates are lost, and the two controls of a comment stand in one word right before the next
text: "ReplyDeleteThanks, that helped". Where the first text begins is told by a count of comments
above it, else it stays with the article. Last seen: 2024. Not read: authors, dates, parents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import COUNT_HEADING

__all__ = ["LAYOUT"]

WORTH = 0.65
"""What such posts are worth: others that have names and dates explain more."""

MARKS = 4
"""What a word is worth that is the names of both controls."""

_CONTROLS = """
Reply Delete, Antworten Löschen, Répondre Supprimer, Responder Eliminar, Responder Excluir,
Rispondi Elimina, Respon Elimina, Respon Suprimeix, Beantwoorden Verwijderen, Svara Radera,
Svar Slet, Svar Slett, Vastaa Poista, Odpowiedz Usuń, Odpovědět Vymazat, Odpovědět Odstranit,
Odpovedať Odstrániť, Válasz Törlés, Răspundeți Ștergeți, Răspundeţi Ştergere, Odgovori Izbriši,
Ответить Удалить, Відповісти Видалити, Отговор Изтриване, Απάντηση Διαγραφή, Yanıtla Sil,
Balas Hapus, Trả_lời Xóa, 返信 削除, 답글 삭제, 回复 删除, 回覆 刪除, رد حذف, השב מחק
"""
_PAIRS = [
    [word.replace("_", " ") for word in pair.split()]
    for pair in " ".join(_CONTROLS.split()).split(", ")
]
_DELETE = frozenset(delete for _, delete in _PAIRS)
_BOTH = re.compile("|".join(re.escape(reply + delete) for reply, delete in _PAIRS))
# below an answer stands "Delete", and below the last one "Reply" to the first comment
_LATER = re.compile(
    "|".join(rf"{re.escape(delete)}(?:{re.escape(reply)})?" for reply, delete in _PAIRS)
)
# the heading above the answers to a comment
_ANSWERS = frozenset(
    "Replies Antworten Réponses Respuestas Respostas Risposte Reacties Svar Odpowiedzi Ответы "
    "Yanıtlar Balasan".split()
)


class _End(NamedTuple):
    """A row that begins with the controls below a text, and where the next text begins."""

    row: int
    begin: int | None


def _parse(page: TextPage) -> Parse | None:
    if _BOTH.search(page.dense) is None:
        return None
    rows = read_rows(page)
    ends = list(_ends(page, rows))
    heads = list(_heads(rows, ends))
    if not heads:
        return None
    thread = Thread(page=page, rows=rows, chrome=_is_chrome)
    parse = build_thread(thread, heads, marks=MARKS * len(ends))
    return parse and replace(parse, regularity=WORTH, front=None)  # below an article


def _ends(page: TextPage, rows: Sequence[Row]) -> Iterator[_End]:
    """Give the rows with the controls; an answer to a comment has only one of them."""
    begun = False
    for number, row in enumerate(rows):
        both = _BOTH.match(row.text)
        found = both or (_LATER.match(row.text) if begun else None)
        rest = row.text[found.end() :] if found else ""
        if found is None or (both is None and (rest[:1].islower() or rest[:1].isspace())):
            continue  # "Eliminarlo no sirve"
        begun = True
        line = page.lines[row.first]
        place = page.text.find(found[0], line.first, line.end) + found.end()
        yield _End(number, place if rest.strip() else None)


def _heads(rows: Sequence[Row], ends: Sequence[_End]) -> Iterator[Head]:
    """Give the texts between the controls, and the first one where its begin is told."""
    if not ends:
        return
    counts = (n for n in range(ends[0].row) if COUNT_HEADING.match(rows[n].text[:300]))
    heading = next(counts, None)
    if heading is not None and heading + 1 < ends[0].row:
        yield Head(first=heading, last=heading, stop=ends[0].row)
    stops = [*(end.row for end in ends[1:]), len(rows)]
    for end, stop in zip(ends, stops, strict=True):
        if end.begin is not None:
            form = (n for n in range(end.row + 1, stop) if is_form(rows[n].text[:200]))
            yield Head(first=end.row, last=end.row - 1, begin=end.begin, stop=next(form, stop))
        elif stop < len(rows) and any(not _is_chrome(row) for row in rows[end.row + 1 : stop]):
            yield Head(first=end.row, last=end.row, stop=stop)


def _is_chrome(row: Row) -> bool:
    return is_chrome(row) or row.text in _ANSWERS or row.text in _DELETE


LAYOUT = Layout(
    description="Blogger: texts between 'ReplyDelete'",
    parents="none",
    parse=_parse,
    generic=True,
    ceiling=WORTH,
)
