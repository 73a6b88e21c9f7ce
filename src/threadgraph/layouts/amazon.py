"""Read Amazon's customer reviews: the name, "5.0 out of 5 stars Title", "March 12, 2018", the text.

"Reviewed in Italy on" may stand before the date; what was bought and "Verified Purchase" stand
above the text, "2 people found this helpful" below. Last seen: 2022. Not read: pages until 2017,
where "By Ann on March 12, 2016" stands below the title; comments on reviews; stars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.dates.scan import trailing_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.heads import Head, heads_apart, parse_heads, serves
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.names import reads_as_text
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

HINTS = ("out of 5 stars", "von 5 Sternen", "sur 5 étoiles", "de 5 estrellas", "su 5 stelle")
MIN_POSTS = 2
MAX_NAME, MAX_TITLE, MAX_DATE = 60, 200, 80
MAX_LAST = 60
"""Rows of the last review, at most."""

_RATED = re.compile(
    r"_?[1-5][.,]0 (?:out of 5 stars|von 5 Sternen|sur 5 étoiles|de 5 estrellas|su 5 stelle)_?"
    r"(?:\s{0,2}(?P<title>\S.*))?$"
)
_REVIEWED = re.compile(
    r"(?:(?:Reviewed in|Rezension aus|Commenté (?:en|au|aux)|Revisado en|Recensito in) .{2,40} "
    r"(?:on|vom|le|el|il) |(?:on|am|le|el|il) )?(?P<date>\S.{5,30})$"
)
_CHROME = re.compile(
    r"(?:(?:\d[\d.,]{0,6}|One|Eine|Une|A una?) (?:people|persons?|personnes?|Person(?:en)?|"
    r"personas?)\b.{0,60}|Helpful.{0,40}|Nützlich.{0,40}|Utile.{0,40}|\d{0,4} ?Comments?|"
    r"Report(?: abuse)?|"
    r"Missbrauch melden|Read more|(?:Color|Size|Style|Format|Edition|Pattern(?: Name)?|Farbe|Größe|"
    r"Stil|Couleur|Taille|Colore|Tamaño|Colour)(?: Name)?:.{1,120}|Verified Purchase|"
    r"Verifizierter Kauf|Achat vérifié|Compra verificada|Acquisto verificato)$"
)
_LAST = re.compile(r"(?:Helpful|Nützlich|Utile|Report|Missbrauch melden|\d{1,4} people found)")


def _parse(page: TextPage) -> Parse | None:
    if not any(hint in page.dense for hint in HINTS):
        return None
    rows = page.once(outline.rows)
    heads = heads_apart(_heads(rows))
    if len(heads) < MIN_POSTS:
        return None
    return parse_heads(page, rows, heads, _end(rows, heads[-1].last + 1), _is_chrome)


def _heads(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the headers: the name right above the stars, the date below the title."""
    for number in range(1, len(rows) - 1):
        row, name = rows[number], rows[number - 1].text
        if len(row.text) > MAX_TITLE or not (match := _RATED.match(row.text)):
            continue
        last = number + 1 + (match["title"] is None)  # the title may stand in a row of its own
        for at in (last, last + _wraps(rows, last)):
            date = _date(rows[at].text) if at < len(rows) else None
            if date and 0 < len(name) <= MAX_NAME and not (" " in name and reads_as_text(name)):
                yield Head(first=number - 1, last=at, author=name, date=date)
                break


def _wraps(rows: Sequence[Row], number: int) -> int:
    """Tell a title that goes on in the next row."""
    return int(number + 1 < len(rows) and not rows[number].gap)


def _date(text: str) -> str | None:
    """Give the date that a row is."""
    match = _REVIEWED.match(text) if len(text) <= MAX_DATE else None
    found = trailing_date(match["date"]) if match else None
    return match["date"] if match and found and not found.start else None


def _end(rows: Sequence[Row], first: int) -> int:
    """Give the row below the controls of the last review."""
    near = range(first, min(len(rows), first + MAX_LAST))
    end = next((n for n in near if _LAST.match(rows[n].text)), None)
    while end is not None and end < len(rows) and _is_chrome(rows[end]):
        end += 1
    return near.stop if end is None else end


def _is_chrome(row: Row) -> bool:
    return serves(row) or _CHROME.match(row.text) is not None


LAYOUT = Layout(
    description="Amazon: the name, '5.0 out of 5 stars Title', the date, then the review",
    parents="none",
    telling=3,
    parse=_parse,
)
