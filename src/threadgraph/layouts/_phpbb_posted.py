"""Read version 2 of phpBB and its later style: "Posted: DATE" above or below the profile."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.layouts._forum import Head, dateish, is_chrome
from threadgraph.layouts._forum_card_words import STATS, is_joined
from threadgraph.layouts._forum_rows import Row
from threadgraph.layouts._names import looks_like_name
from threadgraph.layouts._phpbb_cells import SUBJECTS, VERBS
from threadgraph.layouts._phpbb_marks import COUNT, MAX_PROFILE, PROFILE, closes, is_column, parts

__all__ = ["posted"]

_REACH = 16
MAX_RANKS = 3
# "PostPosted: Sat Jan 01, 2010 10:00 am", "Posted: Mon Jan 01, 2005 5:43 pm Post subject: Re: Bees"
# "Post #81 Posted: Thu Feb 23, 2023 9:45 am"
_POSTED = re.compile(
    r"^(?:[^|]{0,60}\| ?\| ?)?(?:Post(?: #\d{1,6})?|"
    r"Beitrag|Message|Mensaje|Unread post|New post|Bericht|"
    r"Messaggio|Mensagem|Inlägg|Indlæg|Innlegg|Příspěvek|Hozzászólás|Mesaj|Сообщение|"
    r"(?:Новое|Непрочитанное) сообщение)? ?"
    rf"{VERBS} ?: ?(?P<date>.{{6,45}}?)"
    r"(?: ?(?:Reply with quote|Odpowiedz z cytatem|Antworten mit Zitat|Répondre en citant|"
    r"Responder citando))?(?: Back to top)?"
    rf"(?: ?{SUBJECTS} ?:.{{0,200}})?$"
)
_ABOVE = re.compile(rf"^{SUBJECTS} ?:")
# "by ann", "von ann": below the date in the view for printers
_BY = re.compile(r"^(?:by|von|par|por|da|di|door|av|af|przez) (?P<name>\S.{0,40})$")
# "Offline": above or below the subject, and below the date above the name
_STATES = frozenset(("offline", "online", "hors ligne", "en ligne", "desconectado", "conectado"))
_PICTURE = re.compile(r"^(?:user avatar|benutzeravatar|avatar de l[’']utilisateur)$", re.IGNORECASE)
# "Posté le: DATE Sujet du message: Publicité": what hosts print as a post
_ADVERT = re.compile(rf"{SUBJECTS} ?: ?(?:Publicité|Publicidad|Werbung|Advertisement)$")


def posted(rows: Sequence[Row]) -> Iterator[Head]:
    """Read version 2 and its later style: "Posted: DATE" with the profile above or below.

    The name stands above the profile, with a rank; a line filter that dropped one of them leaves
    no way to tell which.
    """
    low = 0
    held: Head | None = None
    for number, row in enumerate(rows):
        found = _POSTED.match(row.text) if ":" in row.text and len(row.text) <= 260 else None  # noqa: PLR2004
        if found is None or not dateish(found["date"]):
            continue
        head = _head(rows, low, number, found["date"])
        low = head.last + 1
        if held is not None and _ADVERT.search(row.text):
            held = replace(held, stop=held.stop or head.first)
            continue
        if held is not None:
            yield held
        held = head
    if held is not None:
        yield held


def _head(rows: Sequence[Row], low: int, number: int, date: str) -> Head:
    """Read the rows around a date: subject, profile and name."""
    first, last = number, number
    if number > low and _ABOVE.match(rows[number - 1].text):
        first = number - 1
    above = first - 1
    last = _past_ranks(rows, last)
    while last + 1 < len(rows) and not rows[last + 1].gap and _is_known(rows[last + 1]):
        last += 1
    first, author = _profile_above(rows, low, first)
    if author is None and last > number:
        if first == above + 1 and _names(rows, low, above):
            first, author = above, rows[above].text  # with its profile below
        else:
            author = _named_below(rows, number)
    elif author is None and (author := _by(rows, number)):
        first, last = max(low, number - 1), number + 1
    return Head(first=first, last=last, author=author, date=date)


def _named_below(rows: Sequence[Row], number: int) -> str | None:
    """Give the name between "Offline" and the profile; a line filter would have dropped both."""
    if not _is_state(rows[number + 1]) or number + 2 >= len(rows):
        return None
    text = rows[number + 2].text
    told = text and len(text) <= MAX_PROFILE and not _PICTURE.match(text)
    return text if told and not PROFILE.match(text) and not closes(text) else None


def _is_state(row: Row) -> bool:
    return row.text.lower() in _STATES


def _by(rows: Sequence[Row], number: int) -> str | None:
    """Give the name below the date, as the view for printers has it."""
    if number + 1 == len(rows) or rows[number + 1].gap:
        return None
    found = _BY.match(rows[number + 1].text[:MAX_PROFILE])
    return found["name"] if found and looks_like_name(found["name"]) else None


def _names(rows: Sequence[Row], low: int, number: int) -> bool:
    """Tell a name alone below what ended the post before: "Top", "Profile"."""
    if number <= low or rows[number].gap or closes(rows[number].text):
        return False
    above, told = rows[number - 1], looks_like_name(rows[number].text)
    if not told or is_chrome(rows[number]) or is_column(rows[number].text):
        return False
    return parts(above.text) or is_chrome(above) or bool(COUNT.match(above.text))


def _past_ranks(rows: Sequence[Row], last: int) -> int:
    """Give the row of the first field below a header, name and ranks, or the header's last.

    A rank stands right below the header, texts do not.
    """
    if last + 1 == len(rows) or (rows[last + 1].gap and not _joined(rows[last + 1])):
        return last
    begin = last + 1 + _is_state(rows[last + 1])
    for number in range(begin, min(len(rows), begin + MAX_RANKS + 1)):
        if closes(rows[number].text):
            break
        if _is_known(rows[number]):
            return number
    return last


def _is_known(row: Row) -> bool:
    """Tell a field of the profile that all boards have: "Posts: 12"; texts have colons, too."""
    label, colon, value = row.text[:MAX_PROFILE].partition(":")
    return bool(colon and value.strip()) and (is_joined(label) or bool(STATS.match(label)))


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
        if text and not closes(text) and above is not None and parts(rows[above].text):
            return name, text if len(text) <= MAX_PROFILE else None
    return card, None


def _is_card(row: Row) -> bool:
    return not row.text or bool(PROFILE.match(row.text[:MAX_PROFILE]))
