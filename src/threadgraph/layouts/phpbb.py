"""Read phpBB: a profile, "Re: subject", "Post by Ann » Sat Feb 24, 2024 5:12 pm", the text.

The profile (name, "Posts:", "Joined:") stands above the header (3.1 and later) or below the text
(3.0). Line filters keep "Post by Ann »" even where the date is lost. Last seen: 2025. Not read:
parents (quotes stay in the text), signatures without a rule above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from threadgraph.caseless import Caseless
from threadgraph.dates import is_date
from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._forum import Head, Thread, build_thread, dateish, is_chrome
from threadgraph.layouts._forum_card_words import is_joined
from threadgraph.layouts._forum_rows import Row, is_markdown, read_rows
from threadgraph.layouts._forum_signature import before_rules, cut_repeated
from threadgraph.layouts._names import looks_like_name
from threadgraph.layouts._page import TextPage
from threadgraph.layouts._phpbb_cells import SUBJECTS, VERBS, celled_posts

__all__ = ["LAYOUT"]

# "Post by invest4 » Sat Feb 24, 2024 5:12 pm", "Beitragvon Ann » 05.06.2012 10:02", "by Bob »"
_HEAD = re.compile(
    r"^(?:[^\w\s]{1,3} ?)?(?:(?:Post|Beitrag|Message|Mensaje|Mensagem|Messaggio|Bericht|Inlägg|"
    r"Unread post|Ungelesener Beitrag|Сообщение|Indlæg|Viesti)\s?)?(?:#\d{1,6}\s)?"
    r"(?:by|von|par|por|da|door|av|af|przez|przez:|Autor:|Автор|kirjoittaja) ?:?\s?"
    r"(?P<name>\S.{0,58}?) »(?: (?P<date>\S.{5,45}))?$",
    re.IGNORECASE,
)
# "Сообщение Ann » 12 июн 2010, 10:02": in any language the words before the name are the same
_DATED = re.compile(r"^(?P<name>\S.{0,70}?) » (?P<date>\S.{5,45})$")
# "Posts: 2630", "Joined: Wed Apr 24, 2019 2:19 am", "Has thanked: 3 times"
_PROFILE = re.compile(r"^[^\W\d_][\w '’/.-]{1,28}:(?: .{0,120})?$")
_SUBJECT = re.compile(r"^(?:Re|Aw|Odp|Ответ|Rép|Sv|Vs): ?\S", re.IGNORECASE)
# "PostPosted: Sat Jan 01, 2010 10:00 am", "Posted: Mon Jan 01, 2005 5:43 pm Post subject: Re: Bees"
_POSTED = re.compile(
    r"^(?:[^|]{0,60}\| ?\| ?)?(?:Post|Beitrag|Message|Mensaje|Unread post|New post|Bericht)? ?"
    rf"{VERBS} ?: ?(?P<date>.{{6,45}}?)"
    r"(?: ?(?:Reply with quote|Odpowiedz z cytatem|Antworten mit Zitat|Répondre en citant|"
    r"Responder citando))?"
    rf"(?: ?{SUBJECTS} ?:.{{0,200}})?$"
)
_ABOVE = re.compile(rf"^{SUBJECTS} ?:")
_TOP = re.compile(
    r"^(?:Top|Back to top|Nach oben|Haut|Revenir en haut|Retour en haut|Arriba|Volver arriba|Topo|"
    r"Voltar ao topo|Torna in cima|Torna su|Top page|Omhoog|Naar boven|Till toppen|Til toppen|"
    r"Tilbage til toppen|Powrót do góry|Do góry|Nahoru|Zpět nahoru|Vissza a tetejére|Başa dön|"
    r"Sayfa başı|Вернуться к началу|Вернуться наверх|Наверх)$"
)
# "[ Profil ] [ PM ] [ WWW ]", "View user's profile Send private message", "Profile"
_BUTTONS = Caseless(
    r"^(?:(?:\[ ?[^\[\]]{1,20} ?\] ?){1,8}|"
    r"(?:profile?|perfil|profilo|profiel|профиль|e-?mail|www|website|pm|icq|aim|msnm?|offline|\s){1,9}|"
    r"(?:view user's profile|profil anzeigen|voir le profil|"
    r"ver perfil|profiel bekijken|zobacz profil autora)\b.{0,120})$"
)
_AVATAR = re.compile(
    r"^(?:user avatar|benutzeravatar|avatar.{0,30}|imagen|аватара.{0,20})?$",
    re.IGNORECASE,
)
# "[ 14 posts ]": above the first post
_COUNT = re.compile(r"^\[ ?\d{1,6} [^\W\d_]{3,12} ?\]$")
# "AuthorMessage": the titles of the table's columns
_COLUMNS = re.compile(
    r"^(?:author|autore?|auteur|автор)[\s|]*(?:message|nachricht|mensa(?:je|gem)|messaggio|bericht|"
    r"wiadomość|сообщение)$",
    re.IGNORECASE,
)
_REACH = 16
MAX_RANKS = 3
MAX_PROFILE = 60


class _Header(NamedTuple):
    row: int
    name: str
    date: str | None


def _parse(page: TextPage) -> Parse | None:
    rows = read_rows(page)
    found = sorted(_headers(rows)) if "»" in page.text else []
    if len(found) == 1 and found[0].date is None:
        return None  # "By Ann »" is an article's byline
    if not found:
        heads = list(_posted(rows)) if ":" in page.text else []
        celled = list(celled_posts(page, rows)) if is_markdown(page) else []
        heads = celled if len(celled) >= len(heads) else heads
        if len(heads) < 2:  # noqa: PLR2004 - one may be chance
            return None
        thread = Thread(page=page, rows=rows, chrome=_is_chrome)
        return build_thread(thread, before_rules(page, rows, heads), marks=2 * len(heads) - 2)
    lows = [0] + [header.row + 1 for header in found[:-1]]
    heads = [
        Head(
            first=_first(rows, low, header),
            last=header.row,
            author=header.name,
            date=header.date,
            opening=number == 0 and not _SUBJECT.match(_subject(rows, low, header)),
        )
        for number, (low, header) in enumerate(zip(lows, found, strict=True))
    ]
    return build_thread(
        Thread(page=page, rows=rows, chrome=_is_chrome),
        cut_repeated(rows, _before_profiles(rows, heads)),
        marks=2 * len(heads),
    )


def _headers(rows: Sequence[Row]) -> Iterator[_Header]:
    dated: list[_Header] = []
    for number, row in enumerate(rows):
        if "»" not in row.text or len(row.text) > 140:  # noqa: PLR2004 - a header line
            continue
        if found := _HEAD.match(row.text):
            yield _Header(number, found["name"], found["date"])
        elif (found := _DATED.match(row.text)) and is_date(found["date"]):
            dated.append(_Header(number, found["name"], found["date"]))
    yield from _without_words(dated)


def _without_words(headers: Sequence[_Header]) -> Iterator[_Header]:
    """Give headers without the words that all names begin with; one header shows none."""
    names = [header.name.split() for header in headers]
    columns = list(zip(*names, strict=False))
    shared = next((n for n, words in enumerate(columns) if len(set(words)) > 1), len(columns))
    if any(len(words) == shared for words in names):
        return
    for header, words in zip(headers, names, strict=True):
        yield header._replace(name=" ".join(words[shared:]))


def _posted(rows: Sequence[Row]) -> Iterator[Head]:
    """Read version 2 and its later style: "Posted: DATE" with the profile above or below.

    The name stands above the profile, with a rank; a line filter that dropped one of them leaves
    no way to tell which.
    """
    low = 0
    for number, row in enumerate(rows):
        found = _POSTED.match(row.text) if ":" in row.text and len(row.text) <= 260 else None  # noqa: PLR2004
        if found is None or not dateish(found["date"]):
            continue
        first, last = number, number
        if number > low and _ABOVE.match(rows[number - 1].text):
            first = number - 1
        above = first - 1
        last = _past_ranks(rows, last)
        while last + 1 < len(rows) and _PROFILE.match(rows[last + 1].text[:MAX_PROFILE]):
            if rows[last + 1].gap:
                break
            last += 1
        first, author = _profile_above(rows, low, first)
        if author is None and last > number and first == above + 1 and _names(rows, low, above):
            first, author = above, rows[above].text  # with its profile below
        yield Head(first=first, last=last, author=author, date=found["date"])
        low = last + 1


def _names(rows: Sequence[Row], low: int, number: int) -> bool:
    """Tell a name alone below what ended the post before: "Top", "Profile"."""
    if number <= low or rows[number].gap or _closes(rows[number].text):
        return False
    above, told = rows[number - 1], looks_like_name(rows[number].text)
    if not told or is_chrome(rows[number]) or _COLUMNS.match(rows[number].text):
        return False
    return _closes(above.text) or is_chrome(above) or bool(_COUNT.match(above.text))


def _past_ranks(rows: Sequence[Row], last: int) -> int:
    """Give the row of "Joined: DATE" below a header and ranks, or the header's last.

    A rank stands right below the header, texts do not.
    """
    if last + 1 == len(rows) or (rows[last + 1].gap and not _joined(rows[last + 1])):
        return last
    for number in range(last + 1, min(len(rows), last + MAX_RANKS + 2)):
        if _closes(rows[number].text):
            break
        if _joined(rows[number]):
            return number
    return last


def _joined(row: Row) -> bool:
    label, colon, _ = row.text[:MAX_PROFILE].partition(":")
    return bool(colon) and is_joined(label)


def _profile_above(rows: Sequence[Row], low: int, high: int) -> tuple[int, str | None]:
    """Give the first row of the profile above a header, and the name.

    The name is told where it and ranks stand between "Back to top" or buttons and the counters.
    """
    card = high
    while card > max(low, high - _REACH) and _is_card(rows[card - 1]):
        card -= 1
    if card == high:
        return card, None
    for name in range(card - 2, max(low, card - MAX_RANKS - 1) - 1, -1):
        above = next((n for n in range(name - 1, low - 1, -1) if rows[n].text), None)
        text = rows[name].text
        if text and not _closes(text) and above is not None and _closes(rows[above].text):
            return name, text if len(text) <= MAX_PROFILE else None
    return card, None


def _is_card(row: Row) -> bool:
    return not row.text or bool(_PROFILE.match(row.text[:MAX_PROFILE]))


def _closes(text: str) -> bool:
    """Tell what stands below a post: "Back to top", "[ Profil ] [ PM ]"."""
    return len(text) <= MAX_PROFILE and (bool(_TOP.match(text)) or _BUTTONS.match(text))


def _before_profiles(rows: Sequence[Row], heads: Sequence[Head]) -> list[Head]:
    """End each post at the profile below it: the author's name, ranks, "Posts: 12"."""
    ends = [*(head.first for head in heads[1:]), len(rows)]
    found: list[Head] = []
    for head, end in zip(heads, ends, strict=True):
        low = max(head.last + 2, end - _REACH)
        names = (n for n in range(end - 1, low - 1, -1) if rows[n].text == head.author)
        name = next((n for n in names if _ranked(rows, n + 1, end)), None)
        if name is not None and name > low and _AVATAR.match(rows[name - 1].text):
            name -= 1
        found.append(head if name is None else replace(head, stop=name))
    return found


def _ranked(rows: Sequence[Row], first: int, end: int) -> bool:
    below = rows[first : min(end, first + MAX_RANKS + 1)]
    return any(_PROFILE.match(row.text[:MAX_PROFILE]) for row in below)


def _first(rows: Sequence[Row], low: int, header: _Header) -> int:
    """Give the first row of the header: the name above it, else its subject."""
    first = header.row
    for above in range(header.row - 1, max(low, header.row - _REACH) - 1, -1):
        text = rows[above].text
        if text == header.name or text.startswith(header.name + " Posts:"):
            return above
        if _TOP.match(text):
            break
        near = header.row - above <= 4  # noqa: PLR2004 - subject and buttons
        if _SUBJECT.match(text) and near:
            first = above
    if first < header.row:
        while first > low and _PROFILE.match(rows[first - 1].text[:MAX_PROFILE]):
            first -= 1
    return first


def _subject(rows: Sequence[Row], low: int, header: _Header) -> str:
    """Give the subject above the header, past the buttons between."""
    for above in range(header.row - 1, max(low, header.row - 5) - 1, -1):
        if rows[above].text and not is_chrome(rows[above]):
            return rows[above].text
    return ""


def _is_chrome(row: Row) -> bool:
    return is_chrome(row) or _closes(row.text)


LAYOUT = Layout(
    description="phpBB: 'Post by name » date' above each text",
    parents="none",
    telling=2,
    parse=_parse,
)
