"""Read version 2 of phpBB and its later style: "Posted: DATE" above or below the profile."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadgraph.joining import is_joined
from threadgraph.layouts._boards.card_words import STATS, is_filtered
from threadgraph.layouts._boards.forum import Head, dateish, is_chrome
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._boards.title import is_column
from threadgraph.layouts._phpbb.cells import SUBJECTS, VERBS
from threadgraph.layouts._phpbb.forumotion import ICON, SUBJECTED, dated_alone
from threadgraph.layouts._phpbb.marks import COUNT, MAX_PROFILE, PROFILE, closes, parts
from threadgraph.layouts._text.names import looks_like_name
from threadgraph.names import is_role

__all__ = ["columned", "is_subjected", "posted", "reviewed"]

_REACH = 16
MAX_RANKS = 3
# "PostPosted: Sat Jan 01, 2010 10:00 am", "Posted: Mon Jan 01, 2005 5:43 pm Post subject: Re: Bees"
# "Post #81 Posted: Thu Feb 23, 2023 9:45 am"
_POSTED = re.compile(
    rf"^(?:[^|]{{0,60}}\| ?\| ?)?(?:{ICON}(?: #\d{{1,6}})?)? ?"
    rf"{VERBS} ?: ?(?P<date>.{{6,45}}?)"
    r"(?: ?(?:Reply with quote|Odpowiedz z cytatem|Antworten mit Zitat|Répondre en citant|"
    r"Responder citando|Rispondi quotando|Reageren met citaat|Svara med citat))?(?: Back to top)?"
    rf"(?: ?{SUBJECTS} ?:.{{0,200}})?$"
)
# "Posted: 2010-01-01, 10:00 Re: Bees"
_SORTED = re.compile(rf"^{ICON}? ?{VERBS} ?: ?(?P<date>\d{{4}}-\d\d-\d\d,? \d\d:\d\d) \S")
_ABOVE = re.compile(rf"^{SUBJECTS} ?:")
_EMPTY = " Empty"
"""What Forumotion's picture above a header says behind the subject."""

_URL = re.compile(r"^(?:https?://\S+)?$")
CELL = "|"
_GUESTS = ("guest", "gast", "invité", "invitado", "convidado", "ospite", "gość", "гость")
MAX_HEAD = 420
MAX_FIELDS = 5
# "Has thanked: 3 times"
_THANKS = re.compile(
    r"^(?:(?:has|been|have) thanked|hat sich bedankt|danksagung|a (?:été )?remercié|podzięk|"
    r"otrzymał\w* podzięk|ha ringraziato|è stato ringraziato|agradec|"
    r"ha (?:dado|recibido) las gracias|"
    r"благодарил|поблагодарили|спасибо)",
    re.IGNORECASE,
)
# "by ann", "von ann": below the date in the view for printers
_BY = re.compile(r"^(?:by|von|par|por|da|di|door|av|af|przez) (?P<name>\S.{0,40})$")
# "Offline": above or below the subject, and below the date above the author's rank
_STATES = frozenset(("offline", "online", "hors ligne", "en ligne", "desconectado", "conectado"))
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
        if ":" not in row.text or len(row.text) > MAX_HEAD:
            continue
        date, alone = _date(row.text), None
        if date is None and (alone := dated_alone(row.text)) is None:
            continue
        head = _head(rows, low, number, date) if date else _dated_alone(rows, low, number, alone)
        if head is None:
            continue
        low = head.last + 1
        if held is not None and _ADVERT.search(row.text):
            held = replace(held, stop=held.stop or head.first)
            continue
        if held is not None:
            yield held
        held = head
    if held is not None:
        yield held


def _dated_alone(rows: Sequence[Row], low: int, number: int, date: str | None) -> Head | None:
    """Read the rows around "on DATE"; a date in a text has no profile above."""
    head = _head(rows, low, number, date, alone=True)
    return head if any(map(_is_known, rows[head.first : number])) else None


def _head(
    rows: Sequence[Row], low: int, number: int, date: str | None, *, alone: bool = False
) -> Head:
    """Read the rows around a date: subject, profile and name."""
    first = number - (number > low and (alone or _is_above(rows[number - 1].text)))
    if alone and first > low and closes(rows[first - 1].text):
        first -= 1  # "Voir le profil de l'utilisateur"
    above = first - 1
    last = _past_fields(rows, _past_ranks(rows, number))
    first, author = _profile_above(rows, low, first)
    if author is None and last > number:
        if first == above + 1 and _names(rows, low, above):
            first, author = above, rows[above].text  # with its profile below
    elif author is None and (author := _by(rows, number)):
        first, last = max(low, number - 1), number + 1
    if author is None and first > low:
        first, author = _cell_above(rows, low, first)
    return Head(first=first, last=last, author=author, date=date)


def _is_state(row: Row) -> bool:
    return row.text.lower() in _STATES


def _by(rows: Sequence[Row], number: int) -> str | None:
    """Give the name below the date, as the view for printers has it."""
    if number + 1 == len(rows) or rows[number + 1].gap:
        return None
    found = _BY.match(rows[number + 1].text[:MAX_PROFILE])
    return found["name"] if found and looks_like_name(found["name"]) else None


def reviewed(rows: Sequence[Row], heads: list[Head]) -> list[Head]:
    """Give the heads of a topic's review with the names, which stand alone above the dates.

    There is no profile: the first name stands between the titles of the columns and its date.
    """
    first = heads[0].first if heads else 0
    if first < 2 or heads[0].author or not is_column(rows[first - 2].text):  # noqa: PLR2004
        return heads
    names = [rows[head.first - 1] for head in heads]
    if not all(map(_is_alone, names)):
        return heads
    return [
        replace(head, first=head.first - 1, author=row.text)
        for head, row in zip(heads, names, strict=True)
    ]


def _is_alone(row: Row) -> bool:
    told = looks_like_name(row.text) and not is_role(row.text)
    return told and not _is_state(row) and not is_chrome(row)


def columned(rows: Sequence[Row], heads: Sequence[Head]) -> bool:
    """Tell that the titles of the table's columns stand right above the first post."""
    return bool(heads) and heads[0].first > 0 and is_column(rows[heads[0].first - 1].text)


def is_subjected(rows: Sequence[Row], heads: Sequence[Head]) -> bool:
    """Tell the header of a page's only post: "PostSubject: Bees   Mon Jan 4 - 10:12"."""
    return len(heads) == 1 and SUBJECTED.match(rows[heads[0].last].text) is not None


def _date(text: str) -> str | None:
    """Give the date of a header."""
    found = _SORTED.match(text) or _POSTED.match(text)
    date = found["date"] if found else None
    if found is None and (found := SUBJECTED.match(text)):
        date = found["iconed"] or found["date"]
    return date if date and dateish(date) else None


def _is_above(text: str) -> bool:
    return bool(_ABOVE.match(text)) or text.endswith(_EMPTY)


def _names(rows: Sequence[Row], low: int, number: int) -> bool:
    """Tell a name alone below what ended the post before: "Top", "Profile"."""
    above, told = rows[number - 1], looks_like_name(rows[number].text)
    if number <= low or closes(rows[number].text):
        return False
    if rows[number].gap and not closes(above.text):
        return False
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
        if closes(rows[number].text) and not _is_state(rows[number]):
            break
        if _is_known(rows[number]):
            return number
    return last


def _past_fields(rows: Sequence[Row], last: int) -> int:
    """Give the last field below "Joined: DATE": the board's own stand between those all have."""
    if not _joined(rows[last]):
        while last + 1 < len(rows) and not rows[last + 1].gap and _is_known(rows[last + 1]):
            last += 1
        return last
    below = range(last + 1, min(len(rows), last + MAX_FIELDS + 1))
    return max((n for n in below if _is_known(rows[n])), default=last)


def _is_known(row: Row) -> bool:
    """Tell a field of the profile that all boards have: "Posts: 12"; texts have colons, too."""
    label, colon, value = row.text[:MAX_PROFILE].partition(":")
    known = is_joined(label) or bool(STATS.match(label)) or bool(_THANKS.match(label))
    return bool(colon and value.strip()) and known


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
    for name in range(card - 1, max(low, card - MAX_RANKS - 1) - 1, -1):
        above = _ending(rows, low, name)
        text = rows[name].text
        if text and not closes(text) and above is not None and parts(rows[above].text):
            told = len(text) <= MAX_PROFILE and text.lower() != "avatar"
            told = told and (name < card - 1 or not is_filtered(rows))
            return above + 1, text if told else None
    return _twice(rows, max(low, card - MAX_RANKS - 1), card) or (card, None)


def _twice(rows: Sequence[Row], first: int, card: int) -> tuple[int, str] | None:
    """Give a name that stands above the counters twice: the picture's text is the name again."""
    texts = [row.text for row in rows[first:card]]
    for number, text in enumerate(texts):
        if text in texts[number + 1 :] and looks_like_name(text):
            return first + number, text
    return None


def _ending(rows: Sequence[Row], low: int, name: int) -> int | None:
    """Give the row above a name, past the address of the author's page."""
    if _URL.match(rows[name].text):
        return None
    return next((n for n in range(name - 1, low - 1, -1) if not _URL.match(rows[n].text)), None)


def _cell_above(rows: Sequence[Row], low: int, first: int) -> tuple[int, str | None]:
    """Give the first row of the cell above a header, and the name if no rank is behind it.

    trafilatura prints a table's empty cells as lines of one "|"; name and rank share a line.
    """
    name = first - 1
    while name > low and (rows[name].text == CELL or _joined(rows[name])):
        name -= 1
    if name < low + 2 or rows[name - 1].text != CELL or rows[name - 2].text != CELL:
        return first, None
    words = rows[name].text.split(" ")
    alone = len(words) == 1 or (len(words) == 2 and _is_guest(words[1]))  # noqa: PLR2004
    return name, words[0] if alone else None


def _is_guest(word: str) -> bool:
    return is_role(word) or word.lower() in _GUESTS


def _is_card(row: Row) -> bool:
    return not row.text or bool(PROFILE.match(row.text[:MAX_PROFILE]))
