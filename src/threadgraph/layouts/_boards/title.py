"""Find a thread's title among the rows before its first post."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from threadgraph.layouts._boards.rows import Row

__all__ = ["answered_title", "is_column", "thread_title", "unlabelled"]

MAX_TITLE = 250
MAX_WORDS = 60
"""Letters that may stand beside a title in its row."""

FEW = 6
"""Up to so many rows before the first post are no navigation: one of the first is the title."""

_NOTICE = ("•", "*", "+")
"""What begins a notice of the site, above a title that has no mark."""

# What stands below a title: "Thread starter ann", "Asked 6 years ago", "1.2K views 3 replies",
# "tools 631 views 2 replies"
_BELOW = re.compile(
    r"^(?:thread starter|discussion in |asked \d|ask question|by \S.{0,60}$|started by |"
    r"\d{1,6} (?:posts|beiträge|messages) • |(?:[^\W\d][\w ]{0,40} )?[\d.,]{1,9}[kK]? views \d|"
    r"[\d.,]{1,9}[kK]? views\b|author topic)",
    re.IGNORECASE,
)
# "Garden Forum banner", "Log in Register", "Skip to content", "1 of 20", "Hello There, Guest!",
# "Garden › Tools", "Market day moves to Friday ×": a notice of Invision's
_NOT = re.compile(
    r"^(?:sie sind nicht angemeldet\.?|vous n[’']êtes pas identifié\(?e?\)?\.?|vai al contenuto|"
    r"ir (?:para (?:o )?conteúdo|al contenido)|aller au contenu|"
    r"zum inhalt (?:springen|wechseln)|gå til (?:innhold|indhold)|gå till innehåll|"
    r"(?:ga naar|spring naar) (?:de )?inhoud|(?:przejdź|skocz) do zawartości|přejít na obsah|"
    r"перейти к (?:содержанию|содержимому|контенту|публикации)|siirry sisältöön|"
    r"içeriğe (?:geç|atla)|ugrás a tartalomhoz|sari la conținut|الانتقال إلى المحتوى|"
    r".{1,60} banner|log ?in\b.{0,40}|skip to .{1,30}|jump to .{1,30}|\W*\d{1,5} of \d{1,5}|"
    r"(?:results|ergebnis) \d.{0,40}|(?:page|seite|trang) \d.{0,40}|"
    r"(?:(?:hiển thị )?kết quả )?từ \d{1,6} (?:đến|tới) \d.{0,40}|"
    r"(?:search )?advanced search|post reply|print view|view single post|loading|featured replies|"
    r"[^,]{2,30}, ?(?:guest|gast|invité|invitado|visitante|visiteur|ospite|gość|gäst|gæst|гость|"
    r"ziyaretçi|misafir|tamu|vieras|host)\b.{0,80}|pages? \(\d.{0,40}|thread modes|"
    r"[^›»]{2,60}(?: ?[›»] ?[^›»]{2,80}){1,6}|.{1,240} ×)$",
    re.IGNORECASE,
)


# "Re: Which mill?", "Aw: Welche Mühle?", "Default Re: Which mill?"
_ANSWER = re.compile(
    r"(?:^|\s)(?:re|aw|antw|sv|vs|odp|rép|ynt|res|rif|ответ|отв|رد|trả lời|[ðđ]ề)\s?: ?(\S.*)$",
    re.IGNORECASE,
)


# "Thread: Which mill?"
_LABEL = re.compile(
    r"^(?:Thread|Topic|Thema|Tema|Discussion|Discussione|Sujet|Tópico|Konu|Onderwerp|Ämne|Emne|Hilo|"
    r"Wątek|Temat|Téma|Тема|[ÐĐ]ề tài|Chủ đề|الموضوع) ?: (?=\S)"
)
# "AuthorMessage": the titles of the table's columns
_COLUMNS = re.compile(
    r"^(?:author|autore?|auteur|автор|författare|forfatter|yazar|szerző|kirjoittaja|"
    r"συγγραφέας)[\s|]*(?:message|nachricht|mensa(?:je|gem)|messaggio|bericht|wiadomość|zpráva|"
    r"správa|сообщение|повідомлення|meddelande|besked|innlegg|melding|mesaj|üzenet|viesti|μήνυμα)$",
    re.IGNORECASE,
)


def unlabelled(title: str) -> str:
    """Give a title without the word before it: "Thread: Which mill?"."""
    return _LABEL.sub("", title)


def answered_title(
    rows: Sequence[Row], first: int, subjects: Sequence[str]
) -> tuple[int, str] | None:
    """Give the title that most answers' subjects repeat behind "Re:", and its row above `first`.

    It may stand between other words: "Author Topic: Tomatoes split (Read 812 times)".
    """
    answers = (_ANSWER.search(text) for text in subjects if len(text) <= MAX_TITLE)
    titles = Counter(found[1] for found in answers if found)
    title, count = next(iter(titles.most_common(1)), ("", 0))
    if 2 * count <= titles.total():
        return None
    holding = [n for n in range(first) if title in rows[n].text[: len(title) + MAX_WORDS]]
    whole = (n for n in holding if rows[n].text == title)
    number = next(whole, next(iter(holding), None))
    return None if number is None else (number, title)


def thread_title(rows: Sequence[Row], first: int, site_rows: int = 0) -> int | None:
    """Give the row of the title: a first heading, what stands above a thread's data, or a top row.

    `site_rows` top rows name the site where there are more. Where the rows before row `first`
    tell nothing, there is none: navigation is no title.
    """
    for number in range(first):
        if rows[number].mark == "#" and _fits(rows[number]):
            return number
    for number in range(first):
        if _BELOW.match(rows[number].text):
            above = next((n for n in range(number - 1, -1, -1) if _fits(rows[n])), None)
            if above is not None and number - above <= FEW:
                return above
    fitting = [n for n in range(first) if _fits(rows[n])] if first <= FEW else []
    fitting = [n for n in fitting if rows[n].mark not in _NOTICE] or fitting
    return next(iter(fitting[site_rows:] or fitting), None)


def _fits(row: Row) -> bool:
    whole = 0 < len(row.text) <= MAX_TITLE and any(c.isalpha() for c in row.text)
    return whole and not (_NOT.match(row.text) or _BELOW.match(row.text) or is_column(row.text))


def is_column(text: str) -> bool:
    """Tell the titles of the table's columns."""
    return bool(_COLUMNS.match(text))
