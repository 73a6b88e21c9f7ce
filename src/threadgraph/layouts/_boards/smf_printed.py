"""Find the posts in the view for printers of Simple Machines Forum, and of YaBB before it.

"Title: Re: Which mill?", below it "Post by: Ann on June 05, 2012, 10:02:12 PM", then the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from threadgraph.dates.scan import leading_date
from threadgraph.layouts._boards.forum import Head
from threadgraph.layouts._boards.rows import Row

__all__ = ["printed_posts"]

# "Title: Re: Which mill?", "Titel: Aw: Welche Mühle?"
_TITLE = re.compile(
    r"^(?:Title|Titel|Titre|Título|Titolo|Tytuł|Titul|Otsikko|Başlık|Cím|Titlu|Tittel|Заголовок|"
    r"Название|Тема) ?: ?(?=\S)"
)
# "Post by: Ann on June 05, 2012", "Beitrag von: Ann am 05. Juni 2012", "Post by: Ann on Today at"
_BY = re.compile(
    r"^(?:Post(?:ed)? by|Beitrag von|Posté par|Message (?:de|par)|Publicado por|Mensaje por|"
    r"Enviado por|Inserito da|Inviato da|Post di|Bericht door|Geplaatst door|"
    r"Wiadomość wysłana przez|Skrivet av|Inlägg av|Indlæg af|Innlegg av|"
    r"Kirjoittanut|Gönderen|Сообщение от|Отправлено|Написано) ?: ?"
    r"(?P<name>\S.{0,58}) (?:on|online|am|le|en|em|su|il|op|den|på|od|dnia|w|dne|от|в)(?: :)? "
    r"(?=(?P<date>\S.{5,44})$)"
)
_TITLE_SIGNS = frozenset("TOBCЗНТ")
MAX_BY = 150


def printed_posts(rows: Sequence[Row]) -> Iterator[Head]:
    """Give the posts by their pairs of rows; both stand in no other page together."""
    opening = True
    for number, (title, row) in enumerate(pairwise(rows), 1):
        if title.text[:1] not in _TITLE_SIGNS or row.gap or len(row.text) > MAX_BY:
            continue
        found = _BY.match(row.text)
        date = leading_date(found["date"]) if found and _TITLE.match(title.text) else None
        if found is None or date is None or found["date"][date.end :].strip(" .,"):
            continue  # of a date with words behind it nothing tells where the text begins
        yield Head(
            first=number - 1,
            last=number,
            author=found["name"].strip(),
            date=found["date"],
            opening=opening,
        )
        opening = False
