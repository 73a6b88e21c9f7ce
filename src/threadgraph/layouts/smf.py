"""Read Simple Machines Forum: a card, "Re: subject", "« Reply #3 on: DATE »", the text, "Logged".

Version 2.1 prints "#3" and the date alone below the subject; the view for printers has no cards
(see `smf_printed`). Last seen: 2.1, 2023. Not read: parents (quotes stay in the text), signatures
that an author has once, without a rule above, attachments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._boards.card_words import is_filtered
from threadgraph.layouts._boards.forum import Head, Thread, build_thread, is_chrome
from threadgraph.layouts._boards.rows import Row, linked_name, numbers_alone, read_rows
from threadgraph.layouts._boards.signature import cut_repeated
from threadgraph.layouts._boards.smf_headers import Header, numbered_headers, quoted_headers
from threadgraph.layouts._boards.smf_names import names_alone
from threadgraph.layouts._boards.smf_printed import printed_posts
from threadgraph.layouts._text.column_pages import cards
from threadgraph.layouts._text.names import MAX_NAME, looks_like_name
from threadgraph.layouts._text.page import TextPage
from threadgraph.names import is_role

__all__ = ["LAYOUT"]

_LOGGED = re.compile(
    r"^(?:Logged|Gespeichert|Protokolliert|Journalisée|IP archivée|En línea|Registrado|Registrato|"
    r"Connesso|Loggad|Gelogd|Zapisane|Report to moderator.{0,20}|Записан)$"
)
# "offline", "desconectado": the text of the picture before a name
_STATES = (
    r"(?:offline|online|desconectado|conectado|hors ligne|en ligne|(?:не )?в сети|оффлайн|"
    r"non in linea)"
)
# "Posts: 123", "Offline", "Karma: +1/-0"; "Posts" alone is a heading
_CARD = re.compile(
    r"^(?:(?:posts|beiträge|messages|mensajes|mensagens|messaggi|karma|gender|activity|berichten)\b"
    rf".{{0,20}}[:\d].{{0,60}}|(?:{_STATES} ?){{1,2}}|сообщений.{{0,60}}|wiadomości:.{{0,60}}|"
    r"\*{1,9}|https?://.{1,80})$",
    re.IGNORECASE,
)
# "Offline Ann", "Desconectado Ann"
_STATE = re.compile(rf"^{_STATES} (?!{_STATES}$)(?=\S)", re.IGNORECASE)
# "« Last Edit: May 09, 2010, 10:00:00 AM by Ann »"
_EDITED = re.compile(r"^« ?[^\W\d_][\w ]{4,28}: .{6,90} »$")
# "Author Topic: Which mill? (Read 812 times)": above the first card
_COLUMNS = re.compile(
    r"^(?:Author|Autor|Auteur|Autore|Författare|Forfatter|Kirjoittaja|Yazar|Szerző|Автор)\s+"
    r"(?:Topic|Tema|Thema|Sujet|Fil de discussion|Tópico|Discussione|Onderwerp|Topik|Ämne|Emne|"
    r"Aihe|Konu|Téma|Wątek|Тема)\s?:"
)
_REACH = 24
_STARTER = frozenset(("thread starter", "topic starter", "themenstarter", "topic author"))
"""Items of a card that end no post."""


def _parse(page: TextPage) -> Parse | None:
    rows = read_rows(page)
    printed = list(printed_posts(rows))
    if printed:
        thread = Thread(page=page, rows=rows, chrome=_is_chrome)
        parse = build_thread(thread, printed, marks=3 * len(printed))
        return parse and replace(parse, front=())  # the forum's name stands above
    found = _headers(page)
    if not found and " - " not in page.dense:
        return None
    if not found:
        heads = names_alone(rows)
        thread = Thread(page=page, rows=rows, chrome=_is_chrome)
        return build_thread(thread, heads, marks=2 * len(heads))
    lows = [0] + [header.last + 1 for header in found[:-1]]
    heads = [_head(page, low, header) for low, header in zip(lows, found, strict=True)]
    if not any(head.author for head in heads) and cards(page):
        return None  # version 1 with its columns side by side: see `two_columns`
    return build_thread(
        Thread(page=page, rows=rows, chrome=_is_chrome),
        cut_repeated(rows, _until_logged(rows, heads)),
        marks=2 * len(heads),
    )


def _headers(page: TextPage) -> list[Header]:
    """Give the headers of one of the versions; one "«" may be a quotation."""
    if "«" in page.dense and "»" in page.dense:
        found = list(quoted_headers(read_rows(page)))
        if len(found) > 1 or any(header.date for header in found):
            return found
    return numbered_headers(read_rows(page)) if numbers_alone(page) else []


def _until_logged(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """End each post at "Logged": what stands below is the signature."""
    ends = [*(head.first for head in heads[1:]), len(rows)]
    stops = (
        next((n for n in range(head.last + 2, end) if _is_logged(rows[n])), None)
        for head, end in zip(heads, ends, strict=True)
    )
    return [replace(head, stop=stop) for head, stop in zip(heads, stops, strict=True)]


def _is_logged(row: Row) -> bool:
    """Tell "Logged", alone or behind the notice of an edit, which version 1 prints beside it."""
    text = row.text.rpartition("»")[2].strip(" |\t") if row.text[:1] == "«" else row.text
    return _LOGGED.match(text) is not None


def _head(page: TextPage, low: int, header: Header) -> Head:
    """Read the card above the subject: its first row is the name."""
    rows = read_rows(page)
    subject = header.row - 1
    while subject > low and not rows[subject].text:
        subject -= 1
    name = _name(page, low, subject)
    linked = None if name is None else linked_name(page, rows[name])
    return Head(
        first=_top(rows, low, subject) if name is None else name,
        last=header.last,
        author=linked if name is None or linked else _STATE.sub("", rows[name].text),
        date=header.date,
        opening=header.number == 0,
    )


def _top(rows: Sequence[Row], low: int, subject: int) -> int:
    """Give where a card without a name begins: its rank, or its counters."""
    near = range(max(low, subject - _REACH), subject)
    top = next((n for n in near if rows[n].text and _CARD.match(rows[n].text)), None)
    if top is None:
        return max(low, subject)
    return top - 1 if top > low and is_role(rows[top - 1].text) else top


def _name(page: TextPage, low: int, subject: int) -> int | None:
    """Give the row of the name: below the end of the post before, or above the card's list."""
    rows = read_rows(page)
    top = max(low, subject - _REACH)
    for number in range(subject - 1, top - 1, -1):
        if rows[number].text and _ends(rows[number]) and not _is_listed(rows[number]):
            top = number + 1
            break
    near = range(subject - 1, top - 1, -1)
    heading = next((n for n in near if _is_profile(page, rows[n])), None)
    if heading is not None:
        return heading
    shown = next((n for n in near if _STATE.match(rows[n].text)), None)
    if shown is not None:
        return shown
    name = _above_list(rows, top, subject) if _is_listed(rows[subject - 1]) else None
    name = _above_card(page, top, subject) if name is None else name
    named = name is not None and 0 < len(rows[name].text) <= MAX_NAME
    if not named or _CARD.match(rows[name or 0].text):
        return None
    doubt = is_filtered(rows) and not looks_like_name(rows[name or 0].text)
    return None if doubt else name  # a signature, where the name has one word


def _ends(row: Row) -> bool:
    """Tell what stands above a card: the end of a post, or the titles of the columns."""
    ends = bool(_is_logged(row) or _COLUMNS.match(row.text)) or is_chrome(row)
    return ends and row.text.lower() not in _STARTER


def _above_list(rows: Sequence[Row], top: int, subject: int) -> int | None:
    """Give the row right above the list of rank and counters; a line filter drops short names."""
    first = subject
    while first > top and _is_listed(rows[first - 1]):
        first -= 1
    return first - 1 if first > top and not is_filtered(rows) else None


def _above_card(page: TextPage, top: int, subject: int) -> int | None:
    """Give the row of the name above counters that are no list."""
    rows = read_rows(page)
    card = [n for n in range(top, subject) if _CARD.match(rows[n].text)]
    if not card:
        return None
    name = next((n for n in range(top, card[0]) if linked_name(page, rows[n])), None)
    return _above_rank(rows, top, card[0]) if name is None else name


def _is_listed(row: Row) -> bool:
    """Tell an item of the card's list: a rank, a counter, a picture of stars."""
    return bool(row.mark) and row.mark[0] not in "#>"


def _is_profile(page: TextPage, row: Row) -> bool:
    """Tell a heading that is a link to a profile, as html2text prints the name."""
    return row.mark.startswith("#") and linked_name(page, row) is not None


def _above_rank(rows: Sequence[Row], top: int, card: int) -> int | None:
    """Give the row of the name, above the rank, which stands above stars and counters.

    A signature of the post before may stand above the name.
    """
    filled = [n for n in range(top, card) if rows[n].text]
    if len(filled) < 2:  # noqa: PLR2004 - no rank
        return filled[0] if filled else None
    return filled[-2] if rows[filled[-1]].gap == 0 else filled[-1]


def _is_chrome(row: Row) -> bool:
    edited = len(row.text) <= 140 and _EDITED.match(row.text)  # noqa: PLR2004 - a line
    return is_chrome(row) or bool(edited or _LOGGED.match(row.text))


LAYOUT = Layout(
    description="Simple Machines Forum: '« Reply #3 on: DATE »' above each text",
    parents="none",
    telling=3,
    parse=_parse,
)
