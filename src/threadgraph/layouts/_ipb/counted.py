"""Find the headers of Invision Community's version 2: a name, "post DATE", "Post #2", a profile."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.accents import either
from threadgraph.dates import is_date
from threadgraph.dates.scan import trailing_date
from threadgraph.layouts._boards.card_words import is_filtered
from threadgraph.layouts._boards.forum import dateish
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._ipb.cards import MAX_TITLES, Anchor, controls
from threadgraph.layouts._text.names import MAX_NAME

__all__ = ["counted"]

# "post Jan 3 2006, 09:11 AM" above "Post #2", "Group: Members": version 2
_POST_WORD = re.compile(
    r"(?:^|\s)(?:post|posted|Beitrag|message|mensaje|messaggio|bericht|inlägg|wiadomość|"
    r"сообщение|отправлено):?\s*$",
    re.IGNORECASE,
)
# "Post #2", "Ann| Jan 3 2006, 09:11 AMPost #2"
_COUNTED = re.compile(
    r"^(?P<above>\S.{8,70}?)?\s?(?:Post|Beitrag|Message|Mensaje|Сообщение) #\d{1,6}$"
)
_COUNT_SIGNS = ("Post #", "Beitrag #", "Message #", "Mensaje #", "Сообщение #")
_PROFILE = re.compile(
    either(
        r"^(?:group|posts|joined|from|location|member no|gruppe|beiträge|mitglied seit|"
        r"mitglieds-nr|beigetreten|dabei seit|aus|gruppo|messaggi|iscritto il|groupe|"
        r"messages|inscrit|membre no|grupo|mensajes|registrado|miembro nº|"
        r"группа|сообщений|регистрация|пользователь №)\.? ?: ?.{0,60}$"
    ),
    re.IGNORECASE,
)


def counted(rows: Sequence[Row]) -> Iterator[Anchor]:
    """Find "post DATE" above "Post #2"; the name stands above, if no line filter dropped it."""
    ends = "\n".join(["", *(row.text[-24:] for row in rows)])
    if not any(sign in ends for sign in _COUNT_SIGNS):
        yield from _numbered(rows) if "\n#1\n" in ends or "\n#2\n" in ends else ()
        return
    filtered = is_filtered(rows)
    for number, row in enumerate(rows):
        found = _COUNTED.match(row.text) if "#" in row.text[-9:] else None
        if found is None or len(row.text) > 2 * MAX_NAME:
            continue
        first = number if found["above"] else number - 1
        text = found["above"] or (rows[first].text if number else "")
        date = trailing_date(text)
        if date is None or not dateish(text[date.start : date.end]):
            continue
        before = _POST_WORD.sub("", text[: date.start]).rstrip(" |")
        name = rows[first - 1] if not before and first and not filtered else None
        if name is not None and 0 < len(name.text) <= MAX_NAME and not controls(name):
            first, before = first - 1, name.text
        yield Anchor(
            first, _past_profile(rows, number), text[date.start : date.end], before or None
        )


def _numbered(rows: Sequence[Row]) -> Iterator[Anchor]:
    """Find the date between a name and "#2": the labels of the profile below are pictures."""
    for number in range(2, len(rows)):
        text = rows[number].text
        if text[:1] != "#" or not text[1:].isdecimal():
            continue
        name, date = rows[number - 2 : number]
        if is_date(date.text) and 0 < len(name.text) <= MAX_NAME and not controls(name):
            yield Anchor(number - 2, _past_figures(rows, number), date.text, name.text)


def _past_figures(rows: Sequence[Row], number: int) -> int:
    """Give the last row of a profile without labels: group, posts, the date of joining, place."""
    for below in range(number + 2, min(number + 3 + MAX_TITLES, len(rows))):
        if rows[below - 1].text.isdecimal() and is_date(rows[below].text):
            place = below + 1 < len(rows) and rows[below + 1].gap == 0
            return below + (place and len(rows[below + 1].text) <= MAX_NAME)
    return number


def _past_profile(rows: Sequence[Row], number: int) -> int:
    """Give the last row of the profile below a header, in which a title stands first."""
    last = number
    for below in range(number + 1, min(number + 2 + MAX_TITLES, len(rows))):
        if _PROFILE.match(rows[below].text[:90]):
            last = below
            break
        if len(rows[below].text) > MAX_NAME:
            break
    while last > number and last + 1 < len(rows) and _PROFILE.match(rows[last + 1].text[:90]):
        last += 1
    return last
