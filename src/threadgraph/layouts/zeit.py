"""Read comments of DIE ZEIT: "Ann Lee", "#1.2 — vor 2 Jahren Antwort auf #1 von Bob", the text.

Until 2013 the name, "02.11.2010 um 9:14 Uhr" and "3. Title" stand below each other. Last seen:
2020. Not read: which post a title names ('Antwort auf "Title"').
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.dates import is_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, heads_apart, parse_heads, serves, stop_at
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_POSTS = 2
MAX_NAME, MAX_ROW = 60, 160
MAX_WRAPPED = 2
HINTS = ("Antwort", "Kommentar")

# "#1.2 — vor 2 Jahren Antwort auf #1 von Bob", "#3 -- 11. August 2016, 8:12 Uhr"
_NUMBERED = re.compile(
    r"#(?P<number>\d{1,5}(?:\.\d{1,4})?)\s{1,3}(?:—|–|--)\s{1,3}(?P<date>\S.{3,40}?)"
    r"(?:\s{1,3}(?:Antwort auf )+#\d{1,5}(?:\.\d{1,4})? von (?P<to>\S.{0,58}))?$"
)
_DATED = re.compile(r"\d{1,2}\.\d{1,2}\.20\d\d um \d{1,2}:\d\d Uhr$")
_TITLE = re.compile(r"\d{1,5}\. \S")
_CHROME = re.compile(
    r"(?:(?:Antworten|Melden|Empfehlen|Reaktionen?|Leserempfehlung(?:en)?|Link|Redaktions?-?"
    r"[Ee]mpfehlung|\d{1,4})(?: (?:Antworten|Melden|Empfehlen|Link|\d{1,4})){0,4}|"
    r"(?:Antwort auf )+#\d{1,5}(?:\.\d{1,4})? von \S.{0,58}|Antwort schreiben|"
    r"Kommentar als bedenklich melden|Avatarbild von .{1,60}|"
    r"(?:\d{1,4} weitere )?Antworten (?:anzeigen|laden))$"
)
_END = re.compile(
    r"(?:Bitte melden Sie sich an|Seite \d{1,3} von \d|Kommentare schließen|Lesen Sie auch|"
    r"Mehr Kommentare|Artikel-Tools|Die Kommentare sind geschlossen|Anmelden|"
    r"Neuester Kommentar|Impressum)\b"
)


def _parse(page: TextPage) -> Parse | None:
    if not all(hint in page.dense for hint in HINTS) or not _may(page.dense):
        return None
    rows = page.once(outline.rows)
    heads = heads_apart(_numbered(page, rows)) or heads_apart(_dated(rows))
    if len(heads) < MIN_POSTS:
        return None
    return parse_heads(page, rows, heads, stop_at(rows, heads, _END), _is_chrome)


def _may(text: str) -> bool:
    """Tell what may hold such headers: the cheap question."""
    return "#1" in text or "Kommentar als bedenklich melden" in text


def _numbered(page: TextPage, rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers with numbers; what html2text wraps takes two rows."""
    for number in range(1, len(rows)):
        if rows[number].text[:1] != "#":
            continue
        match, last = _match(rows, number, MAX_WRAPPED if page.linked else 0)
        name = rows[number - 1].text
        if match is None or not 0 < len(name) <= MAX_NAME:
            continue
        yield Head(
            first=number - 1, last=last, author=name, date=match["date"],
            depth=match["number"].count("."), label=match["to"],
            evidence=page.lines[rows[number].first].content,
        )  # fmt: skip


def _match(rows: Sequence[Row], number: int, wrapped: int) -> tuple[re.Match[str] | None, int]:
    """Match the row with a number, with up to so many rows onto which it was wrapped."""
    best, end, text = None, number, ""
    for last in range(number, min(number + 1 + wrapped, len(rows))):
        if last > number and (rows[last].gap or rows[last].mark):
            break
        text = f"{text} {rows[last].text}".strip()
        match = _NUMBERED.match(text) if len(text) <= MAX_ROW else None
        if match and is_date(match["date"]):
            best, end = match, last
    return best, end


def _dated(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers of a name, a date and a title, which belongs to the text."""
    for number in range(1, len(rows) - 1):
        name = rows[number - 1].text
        titled = _TITLE.match(rows[number + 1].text) or rows[number + 1].number is not None
        if titled and _DATED.match(rows[number].text) and 0 < len(name) <= MAX_NAME:
            yield Head(first=number - 1, last=number, author=name, date=rows[number].text)


def _is_chrome(row: Row) -> bool:
    return serves(row) or _CHROME.match(row.text) is not None


LAYOUT = Layout(
    description="DIE ZEIT: the name, then '#1.2 — vor 2 Jahren Antwort auf #1 von Name'",
    parents="nesting",
    telling=3,
    parse=_parse,
)
