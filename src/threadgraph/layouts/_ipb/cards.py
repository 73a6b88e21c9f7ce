"""Find the dates and cards that open Invision Community's posts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from threadgraph.dates.scan import leading_date
from threadgraph.layouts._boards.card import card_top, name_in_card
from threadgraph.layouts._boards.card_words import MAX_TELLING
from threadgraph.layouts._boards.forum import dateish, is_chrome
from threadgraph.layouts._boards.rows import Row
from threadgraph.layouts._ipb.words import BAR, CONTROL, FOOT, NUMBERED, POSTED, may_be_posted
from threadgraph.layouts._text.names import MAX_NAME, reads_as_text
from threadgraph.names import is_role

__all__ = ["MAX_TITLES", "Anchor", "controls", "doubled", "in_list", "posted"]

# What begins a card whose name was dropped
_GROUP = re.compile(
    r"^(?:(?:advanced |new )?members?|moderators?|admin\w*|guests?|staff|mitglieder?|membres?|"
    r"modérateurs?|miembros?|utenti|moderatori|membri|membros?|leden|medlemm?ar|medlemmer|"
    r"użytkownicy|пользователи|\d[\d.,]{0,8} \w{4,10})$",
    re.IGNORECASE,
)
# "April 2, 20241 yr", "April 2, 2022 Apr 2": the date and its age or its short form
_AGED = re.compile(
    r"^(.{4,30}?(?:19|20)\d\d) ?(?:\d{1,3} ?[^\W\d_]{1,6}\.?|[^\W\d_]{3,4}\.? \d{1,2})$"
)
# "April 2Apr 2", "5 hours ago5 hr": the same in the year of the page
_TWICE = re.compile(r"^\S.{3,24}?(?:[^\W\d_](?=\d)|\d(?=[^\W\d_]))")
# "Helen Okafor 90": the name and, glued to it, the reputation that the card counts
_REPUTED = re.compile(r"^(?P<name>.*\S)\s+(?P<count>-?\d[\d.,]{0,8})$")
# "9:11 PM by Ann", "9:11 PM byAnn"; "9 avril" is a date
_SIGNED = re.compile(
    r"\d\s?(?:[ap]m)? (?:by|von|par|por|di|da|door|av|af)(?: \w|(?-i:[A-Z])|$)", re.IGNORECASE
)
_REACH = 20
MAX_BADGE = 20
MAX_DROPPED = 2
"""More blank lines between name and card show that a line filter dropped the name."""
MAX_TITLES = 4


class Anchor(NamedTuple):
    """The rows of a post's header, both included, with what they tell."""

    first: int
    last: int
    date: str | None
    author: str | None


def posted(rows: Sequence[Row]) -> list[Anchor]:
    """Find "Posted DATE" and the card above it; a date that stands above its card, too, is one."""
    return list(_merged(rows, _posted(rows)))


def doubled(rows: Sequence[Row]) -> Iterator[Anchor]:
    """Find the date that stands twice below "Ann Members", with "Ann" above: version 5."""
    low = 0
    seen: set[str] = set()
    for number, row in enumerate(rows):
        date = row.text
        if len(date) > 40:  # noqa: PLR2004 - dates are short
            continue
        again = date in seen
        seen.add(date)
        if not again or number < 2 or not _when(date):  # noqa: PLR2004 - a name, and the date
            continue
        above = _above(rows, number, low)
        if above is None or rows[above].text != date:
            continue
        group = _above(rows, above, low)
        if group is None:
            continue
        first, author = _named(rows, max(low, group - _REACH), group + 1)
        if author is not None:
            last = _past_badges(rows, number)
            yield Anchor(first, last, _shown_once(date), author)
            low = last + 1


def in_list(row: Row) -> bool:
    """Tell a short item of a list."""
    return bool(row.mark) and not row.mark.startswith("#") and len(row.text) <= MAX_NAME


def _posted(rows: Sequence[Row]) -> Iterator[Anchor]:
    low = 0
    for number, row in enumerate(rows):
        if len(row.text) > 90 or not may_be_posted(row.text):  # noqa: PLR2004 - a header
            continue
        found = POSTED.match(row.text.replace("\\.", "."))
        if found is None or not _when(found["date"]):
            continue
        last = _past_badges(rows, number)
        first, author = _card(rows, max(low, number - _REACH), number)
        if author is not None and reads_as_text(author):
            first, author = number, None
        yield Anchor(first, last, _shown_once(found["date"]), author)
        low = last + 1


@lru_cache(maxsize=1 << 12)
def _when(text: str) -> bool:
    """Tell a date, one without a year ("April 2", "April 2Apr 2") included.

    "14 March 2018 at 9:11 PM by Ann" stands below the title of an article.
    """
    if _SIGNED.search(text):
        return False
    if dateish(text):
        return True
    text = _shown_once(text)
    found = leading_date(text)
    return found is not None and found.end == len(text)


def _shown_once(text: str) -> str:
    """Give a date without its age or short form: "April 2, 20241 yr", "April 2Apr 2"."""
    found = _AGED.match(text) or (None if dateish(text) else _TWICE.match(text))
    return text if found is None else found[0] if found.lastindex is None else found[1]


def _merged(rows: Sequence[Row], anchors: Iterable[Anchor]) -> Iterator[Anchor]:
    """Make one of "NAME, Posted DATE" for small screens and the card with the same date below."""
    held: Anchor | None = None
    for anchor in anchors:
        name = None if held is None else _name_again(rows, held, anchor)
        if held is not None and name is not None:
            held = Anchor(held.first, anchor.last, anchor.date, name)
            continue
        if held is not None:
            yield held
        held = anchor
    if held is not None:
        yield held


def _name_again(rows: Sequence[Row], held: Anchor, anchor: Anchor) -> str | None:
    """Give the name if only it and a list stand between two headers of one date."""
    if held.date != anchor.date or anchor.last - held.last > _REACH:
        return None
    lone = (
        row.text
        for row in rows[held.last + 1 : anchor.last]
        if not in_list(row) and not may_be_posted(row.text)
    )
    between = list(filter(None, lone))
    above = [row.text for row in rows[max(0, held.last - MAX_TITLES) : held.last]]
    name = between[0] if between and between[0] in above else anchor.author or held.author
    return name if name and all(text.startswith(name) for text in between) else None


def _card(rows: Sequence[Row], low: int, number: int) -> tuple[int, str | None]:
    """Give the first row of the card above a date, and the name in it."""
    low = next((n + 1 for n in range(number - 1, low - 1, -1) if FOOT.match(rows[n].text)), low)
    top, author = _by_number(rows, low, number)
    if author is not None:
        return top, author
    name = _listed(rows, low, number)
    first, _ = _named(rows, low, number)
    if name is None:
        while first > low and (in_list(rows[first - 1]) or _is_button(rows[first - 1])):
            first -= 1
        first -= first > low and is_role(rows[first - 1].text)
        return first, None
    if first == number:
        first = card_top(rows, low, name)
    return first, _without_group(rows, name) or _without_count(rows, name, number)


def _by_number(rows: Sequence[Row], low: int, number: int) -> tuple[int, str | None]:
    """Find the row of the card that holds the post's number and the name."""
    for above in range(number - 1, low - 1, -1):
        text = rows[above].text
        if len(text) > 2 * MAX_NAME or BAR.match(text):
            break
        found = NUMBERED.match(text) if "#" in text else None
        if found is not None:
            return above, (found["name"] or found["before"]).strip() or None
    return number, None


def _without_count(rows: Sequence[Row], name: int, number: int) -> str:
    """Give the name's text without the reputation, which the card shows again."""
    text = rows[name].text
    found = _REPUTED.match(text)
    if found is None:
        return text
    again = any(row.text in (found["count"], found["name"]) for row in rows[name + 1 : number])
    return found["name"] if again else text


def _without_group(rows: Sequence[Row], name: int) -> str | None:
    """Give the name before a group in its row: "Ann Members", "Ann Rookie" above that."""
    words = rows[name].text.split(" ")
    group = next((n for n in range(1, len(words)) if _GROUP.match(" ".join(words[n:]))), None)
    if group is not None:
        return " ".join(words[:group])
    below = rows[name + 1].text.split(" ") if name + 1 < len(rows) else []
    same = next(
        (n for n, pair in enumerate(zip(words, below, strict=False)) if len({*pair}) > 1), 0
    )
    return " ".join(words[:same]) if same and _GROUP.match(" ".join(below[same:])) else None


def _listed(rows: Sequence[Row], low: int, high: int) -> int | None:
    """Give the row above the card's list (group, counters), or the card's name otherwise."""
    _, name = _named(rows, low, high)
    if name is not None:
        return next(n for n in range(high - 1, low - 1, -1) if rows[n].text == name)
    above = high - 1
    while above >= low and (in_list(rows[above]) or _is_button(rows[above])):
        above -= 1
    if not any(in_list(row) for row in rows[above + 1 : high]):
        grouped = above >= low and _without_group(rows, above) is not None
        return above if grouped else name_in_card(rows, low, high)
    if above >= low and len(rows[above].text) <= MAX_NAME and not controls(rows[above]):
        item = next(n for n in range(above + 1, high) if in_list(rows[n]))
        dropped = any(rows[n].gap > MAX_DROPPED for n in range(above + 1, item + 1))
        lost = dropped or is_role(rows[above].text)
        return None if lost and _lost_words(rows) else above
    items = (n for n in range(above + 1, high) if rows[n].text.lower() not in _PICTURES)
    shown = next((n for n in items if not _is_button(rows[n])), None)
    return None if shown is None or _GROUP.match(rows[shown].text) else shown


_PICTURES = frozenset(("photo", "foto", "zdjęcie", "фотография", "fotografie", "avatar"))
"""The text of the picture in a card of version 3."""


def _is_button(row: Row) -> bool:
    return not row.text or CONTROL.match(row.text[:MAX_NAME].rstrip(" ·*"))


def _lost_words(rows: Sequence[Row]) -> bool:
    """Tell that a line filter dropped lines of one word; an item's mark counts as a word."""
    return all(row.mark or not row.text or " " in row.text for row in islice(rows, MAX_TELLING))


def controls(row: Row) -> bool:
    return is_chrome(row) or _is_button(row) or FOOT.match(row.text)


def _past_badges(rows: Sequence[Row], number: int) -> int:
    """Give the last of the badges below a date ("• Author")."""
    while number + 1 < len(rows) and in_list(rows[number + 1]):
        if len(rows[number + 1].text) > MAX_BADGE:
            break
        number += 1
    return number


def _above(rows: Sequence[Row], number: int, low: int) -> int | None:
    """Give the nearest row above that holds text and no badge ("• Author")."""
    for above in range(number - 1, low - 1, -1):
        badge = in_list(rows[above]) and len(rows[above].text) <= MAX_BADGE
        if rows[above].text and not badge:
            return above
    return None


def _named(rows: Sequence[Row], low: int, high: int) -> tuple[int, str | None]:
    """Find the name that stands alone and, with the group behind it, in another row of the card."""
    short = [row.text for row in rows[low:high] if len(row.text) <= 2 * MAX_NAME]
    begins = "\n".join(["", *short])
    first, author = high, None
    for number in range(high - 1, low - 1, -1):
        text = rows[number].text
        nameable = author is None and text and not text.isdigit() and not _is_button(rows[number])
        if nameable and f"\n{text} " in begins and not is_role(text):
            first, author = number, text
        elif author is not None and (text == author or text.startswith(author + " ")):
            first = number
        elif BAR.match(text):
            break
    return first, author
