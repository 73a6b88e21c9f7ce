"""Read the forums of CommentCaMarche and its sisters in other languages (CCM, Kioskea).

The header holds the card, label above value: "Ann / Messages postés / 12 / Date d'inscription / ...
/ Dernière intervention / DATE", then votes and the post's own date, twice. Older pages have all of
it in one row. Last seen: 2024. Not read: parents (comments on answers), names of guests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.dates.scan import trailing_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.rows import Row, read_rows
from threadgraph.layouts._text.names import MAX_NAME
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

POSTED = ("Messages postés", "Mensajes enviados", "Mensagens postadas", "Messaggi", "Beiträge")
SEEN = (
    "Dernière intervention", "Última intervención", "Última visita", "Ultimo intervento",
    "Zuletzt online",
)  # fmt: skip
MAX_CARD = 10
MAX_BELOW = 6
MAX_ROW = 420
_VOTES = re.compile(r"^-?\d[\d  .,]{0,8}$|^[-–]$")
# "ann 12 Messages postés lundi 7 décembre 2009 Date d'inscription ... Dernière intervention - DATE"
_WHOLE = re.compile(
    rf"^(?P<name>\S.{{0,48}}?)(?: \d[\d  ]{{0,8}})? (?:{'|'.join(POSTED)})\b.{{10,160}}"
    rf"\b(?:{'|'.join(SEEN)})(?P<rest>.{{0,60}}?) ?- ?(?P<date>\S.{{8,40}}?)"
    r"(?: - (?:Dernière réponse|Última respuesta|Última resposta|Ultima risposta) ?: .{0,240})?$"
)
# "A voir également:" and the links below, "3 réponses"
_ALSO = re.compile(
    r"^(?:a voir également|consulta también|veja também|vedi anche|siehe auch) ?:$|"
    r"^\d{1,4} (?:réponses?|respuestas?|respostas?|risposte|antworten)$",
    re.IGNORECASE,
)


def _parse(page: TextPage) -> Parse | None:
    if not any(word in page.dense for word in SEEN):
        return None
    rows = read_rows(page)
    heads = [_ended(rows, head) for head in _heads(rows)]
    heads = [head for head in heads if head.stop is None or head.stop > head.last + 1]
    if not heads:
        return None
    thread = Thread(page=page, rows=rows, chrome=_is_chrome)
    return build_thread(thread, heads, marks=2 * len(heads))


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers in page order; the last answer, named above the first text, is none."""
    low = 0
    for number, row in enumerate(rows):
        if number < low or len(row.text) > MAX_ROW:
            continue
        whole = _WHOLE.match(row.text)
        head = _in_one_row(rows, number, whole) if whole else _in_rows(rows, low, number)
        if head is not None:
            yield head
            low = head.last + 1


def _in_one_row(rows: Sequence[Row], number: int, whole: re.Match[str]) -> Head | None:
    date = trailing_date(whole["date"])
    if date is None or date.start > 0 or date.end < len(whole["date"]):
        return None
    last = number
    while last + 1 < len(rows) and _is_last_answer(rows[last + 1]):
        last += 1
    return Head(first=number, last=last, author=whole["name"], date=whole["date"])


def _is_last_answer(row: Row) -> bool:
    """Tell "- 16 janv. 2010 à 20:20", and the header of the last answer once more."""
    dash, _, rest = row.text.partition(" ")
    dated = dash == "-" or row.mark == "-"
    text = rest if dash == "-" else row.text
    found = trailing_date(text) if dated and len(text) <= MAX_NAME else None
    return (found is not None and found.start == 0) or bool(_WHOLE.match(row.text[:MAX_ROW]))


def _in_rows(rows: Sequence[Row], low: int, number: int) -> Head | None:
    """Read a card whose last label stands in this row."""
    if rows[number].text not in SEEN:
        return None
    near = range(number - 1, max(low, number - MAX_CARD) - 1, -1)
    top = next((n for n in near if rows[n].text in POSTED), None)
    if top is None or top <= low or not 0 < len(rows[top - 1].text) <= MAX_NAME:
        return None
    last, shown = number + 1, None
    for below in range(number + 2, min(len(rows), number + 2 + MAX_BELOW)):
        text = rows[below].text
        date = trailing_date(text) if len(text) <= MAX_NAME and ":" in text else None
        if date is not None and date.start == 0:
            shown = text
        elif text and not _VOTES.match(text):
            break
        last = below
    while last + 1 < len(rows) and _WHOLE.match(rows[last + 1].text[:MAX_ROW]):
        last += 1
    return Head(first=top - 1, last=last, author=rows[top - 1].text, date=shown) if shown else None


def _ended(rows: Sequence[Row], head: Head) -> Head:
    """End a text above what else is worth reading."""
    below = range(head.last + 1, len(rows))
    stop = next((n for n in below if _ALSO.match(rows[n].text[:MAX_NAME])), None)
    return replace(head, stop=stop)


def _is_chrome(row: Row) -> bool:
    return is_chrome(row) or bool(_ALSO.match(row.text[:MAX_NAME]))


LAYOUT = Layout(
    description="CommentCaMarche: 'Name / Messages postés / 12 / ... / Dernière intervention'",
    parents="none",
    telling=2,
    parse=_parse,
)
