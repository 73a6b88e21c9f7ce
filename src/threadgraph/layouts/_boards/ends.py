"""Cut a thread whose headers are gone at the marks of where its texts end.

XenForo prints a no-break space alone on a line below each text; main-content extractors keep it.
Of the user cards they keep the first one at best.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from threadgraph.caseless import Caseless
from threadgraph.dates import is_date
from threadgraph.joining import is_joined
from threadgraph.layouts._boards.card import name_row
from threadgraph.layouts._boards.card_words import (
    SCORE,
    is_counter,
    is_stats,
    past_counters,
)
from threadgraph.layouts._boards.forum import Head, is_chrome
from threadgraph.layouts._boards.rows import Row, is_markdown
from threadgraph.layouts._boards.titles_above import with_titles
from threadgraph.layouts._boards.words import EXPAND, FORUM_SOFT, LAST_EDITED
from threadgraph.layouts._text.names import MAX_NAME
from threadgraph.layouts._text.page import TextPage
from threadgraph.names import is_role
from threadgraph.voice import has_voice

__all__ = [
    "ADVERT",
    "MOST",
    "Opening",
    "below_title",
    "carded",
    "ended_posts",
    "first_text",
    "forum_words",
    "opening_of",
    "past_list",
]

GLUED = 0.8
"""Share of the no-break spaces that stand right below or above a row, not in a gap of their own."""

_STOPS = frozenset(".!?…)")
ENOUGH, FEW = 5, 3
"""So many marks tell a thread without any word that forums print; fewer do above wide gaps only."""

WIDE = 2
"""Lines between a text and the next card: the mark, and a blank one."""

SAID, VOICED = 40, 0.34
"""Letters that most of its posts have then, and the share of those in which somebody speaks."""

NEAR_TOP = 12
"""Rows among which the title and the first user card stand."""

NOTICES = 2
"""Rows with news of the site that may stand between the title and the first card."""

MOST = 0.75
"""Share of the posts that marks end from which cards are told to open all of them."""

_LISTED = 4
"""Rows below a card among which the post's number stands."""

_CARD = 7
"""Rows above the date of joining: name, title and banners."""

# "Reaction score", "Top Bottom", MyBB's "Users browsing this thread: 1 Guest(s)"
_WORD = Caseless(
    rf"^(?:(?:{'|'.join(sorted(SCORE))})\b.{{0,20}}|"
    r"(?:top|oben|haut|arriba|in alto|boven|topp|góra|üst|начало) (?:bottom|unten|bas|abajo|"
    r"in basso|in fondo|onder|botten|dół|alt|конец)|"
    r"users who are viewing this thread|you must log in or register to reply here\.?|"
    r"users browsing this thread:.{0,60}|forum jump:)$"
)
# which reports print as well
_SAYS = Caseless(
    r"^(?:.{1,50} (?:said|hat gesagt\.?|schrieb|a dit|dijo|ha scritto|ha detto|zei|schreef|sa|"
    r"skrev|napisał\(a\)|сказал\(а\)|dedi ki|disse) ?: ?↑?)$"
)
ADVERT = re.compile(
    r"^(?:advert(?:isement|entie)?|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|"
    r"annons|annonse|reklama?)\b.{0,60}$",
    re.IGNORECASE,
)
# "Reactions: ann and Bo", below "• Like"
_REACTIONS = re.compile(
    r"^(?:reactions|reaktionen|réactions|reacciones|reazioni|reacties|reações|reaktioner|reakcje|"
    r"реакции) ?: \S",
    re.IGNORECASE,
)
_STARTERS = frozenset(("original poster", "thread starter", "discussion starter"))
_NUMBER = re.compile(r"^#\d{1,6}$")
_SENTENCE = re.compile(r"[.!?…,:;]$")


class Opening(NamedTuple):
    """The first row of a post's card and its last (`first - 1` without one), and the author."""

    first: int
    last: int
    author: str | None


def ended_posts(page: TextPage, rows: Sequence[Row]) -> list[Head]:
    """Give the posts that end at a no-break space alone on a line; none if that is chance."""
    ends = _ends(page, rows)
    if not ends or not (_many_texts(rows, ends) or forum_words(rows) or _has_marks(rows)):
        return []
    heads: list[Head] = []
    begin = below_title(rows, ends[0])
    for number, end in enumerate(ends):
        first = first_text(rows, begin, end)
        if first is not None:
            opening = opening_of(rows, first, end, 0 if heads else NOTICES)
            heads.append(
                Head(
                    first=opening.first,
                    last=opening.last,
                    author=opening.author,
                    opening=number == 0 and first <= NEAR_TOP,
                    stop=end,
                )
            )
        begin = end
    return with_titles(rows, heads)


def carded(ended: list[Head], cards: list[Head]) -> list[Head]:
    """Give the posts that the cards open, or those that marks end, if those are more."""
    if len(cards) >= MOST * len(ended):
        told = {head.last: head for head in ended if head.author}
        lows = [0, *(card.last + 1 for card in cards)]
        return [
            _with_name(card, told[card.last], low) if card.last in told else card
            for card, low in zip(cards, lows, strict=False)
        ]
    shown = {card.last: card for card in cards}
    found: list[Head] = []
    lows = [0, *(head.stop or 0 for head in ended)]
    for head, low in zip(ended, lows, strict=False):
        card = None if head.author else shown.get(head.last)
        fits = card is not None and card.first >= low
        found.append(replace(card, stop=head.stop) if card is not None and fits else head)
    return found


def _with_name(card: Head, other: Head, low: int) -> Head:
    """Give a card without a name that of the same post, read otherwise."""
    if card.author or other.first < low:
        return card
    return replace(card, first=min(card.first, other.first), author=other.author)


def _ends(page: TextPage, rows: Sequence[Row]) -> list[int]:
    """Give the numbers of the rows above which a text ends."""
    if "\xa0" not in page.dense or is_markdown(page):
        return []
    ends: list[int] = []
    alone = after = 0
    for number, stop in enumerate([*(row.first for row in rows), len(page.lines)]):
        for at in range(after, stop):
            line = page.lines[at]
            if page.text.startswith("\xa0", line.start, line.stop):
                alone += 1
                if number and at in (after, stop - 1) and (not ends or ends[-1] != number):
                    ends.append(number)
        after = rows[number].last + 1 if number < len(rows) else stop
    return ends if len(ends) >= GLUED * alone else []


def _many_texts(rows: Sequence[Row], ends: Sequence[int]) -> bool:
    """Tell many marks below texts in which people speak: such spaces part menus and offers, too."""
    begins = [below_title(rows, ends[0]), *ends[:-1]]
    texts = [[r.text for r in rows[a:b]] for a, b in zip(begins, ends, strict=True)]
    long = [lines for lines in texts if sum(map(len, lines)) >= SAID]
    said = sum(any(line[-1:] in _STOPS for line in lines) for lines in long)
    wide = all(rows[n].gap >= WIDE for n in ends if n < len(rows))
    enough = len(ends) >= (FEW if wide else ENOUGH)
    if not enough or len(long) < MOST * len(texts) or said * 2 < len(long):
        return False
    return sum(has_voice("\n".join(lines)) for lines in texts) >= VOICED * len(texts)


def forum_words(rows: Sequence[Row], *, said: bool = True) -> int:
    """Count the rows with words that a forum prints; `said`: "Ann said:" among them."""
    short = [row.text for row in rows if len(row.text) <= MAX_NAME * 2]
    return sum(_is_word(text) or (said and _SAYS.match(text)) for text in short)


def _has_marks(rows: Sequence[Row]) -> bool:
    """Tell whether rows stand together as XenForo prints them: reactions, or the first card."""
    for number in range(1, len(rows)):
        above, row = rows[number - 1], rows[number]
        if above.mark and len(above.text) <= MAX_NAME and _REACTIONS.match(row.text[:40]):
            return True
        if number <= 2 * NEAR_TOP and row.text.lower() in _STARTERS and not row.mark:
            return True
        if number <= 2 * NEAR_TOP and is_joined(above.text) and is_date(row.text):
            return is_counter(rows, number + 1)
    return False


def _is_word(text: str) -> bool:
    return _WORD.match(text) or LAST_EDITED.match(text) or EXPAND.match(text)


def first_text(rows: Sequence[Row], first: int, end: int) -> int | None:
    """Give the first row that is no chrome, else one that can be a whole answer ("Thanks")."""
    told = next((n for n in range(first, end) if not is_chrome(rows[n])), None)
    if told is None:
        told = next((n for n in range(first, end) if FORUM_SOFT.match(rows[n].text)), None)
    return told


def below_title(rows: Sequence[Row], end: int) -> int:
    """Give the row below the title: the first row that no list mark and no indent has."""
    top = min(end, NEAR_TOP)
    return next((n + 1 for n in range(top) if not rows[n].mark and not rows[n].indent), 0)


def opening_of(rows: Sequence[Row], first: int, end: int, notices: int = 0) -> Opening:
    """Read the user card that a post may begin with: name, title, date of joining, counters.

    The name is told where it stands alone above the rest; line filters drop it. Above the first
    card up to `notices` rows may stand below the title.
    """
    cards = (
        (n, _card_end(rows, n, min(end, n + _CARD + 1))) for n in range(first, first + notices + 1)
    )
    card, last = next((found for found in cards if found[1] is not None), (first, None))
    if last is None:
        return Opening(first, first - 1, None)
    first = _below_notices(rows, card, min(end, card + notices))
    last = max(last, _card_end(rows, first, min(end, first + _CARD + 1)) or 0)
    while last + 1 < end and (ADVERT.match(rows[last + 1].text) or _counted(rows[last + 1])):
        last += 1
    last = past_list(rows, last)
    name = name_row(rows, first, min(first + 2, last + 1))
    if name is not None:
        return Opening(first, last, rows[name].text)
    alone = rows[first].gap in (1, 2) and first < last and rows[first + 1].gap == 1
    told = alone and len(rows[first].text) <= MAX_NAME and not _SENTENCE.search(rows[first].text)
    told = told and not is_chrome(rows[first])
    return Opening(first, last, rows[first].text if told else None)


def _below_notices(rows: Sequence[Row], first: int, end: int) -> int:
    """Give the last of the rows that stand alone: above the name stand the site's and the title."""
    while first < end and all(row.gap == 1 for row in rows[first : first + 3]):
        if is_role(rows[first + 1].text):
            break
        first += 1
    return first


def _card_end(rows: Sequence[Row], first: int, end: int) -> int | None:
    """Give the last row of the card, or None: short rows with a date of joining or a title."""
    title: int | None = None
    for number in range(first, end):
        row = rows[number]
        if is_counter(rows, number):
            return past_counters(rows, number - 1)
        if is_joined(row.text) and number + 1 < end and is_date(rows[number + 1].text):
            return past_counters(rows, number + 1)
        if is_date(row.text) and (
            is_stats(rows, number + 1) or title is not None or _is_alone(rows, first, number)
        ):
            return past_counters(rows, number)
        if len(row.text) > 2 * MAX_NAME or _SENTENCE.search(row.text):
            return title
        if is_role(row.text) and number > first:
            title = number
    return title


def _is_alone(rows: Sequence[Row], first: int, number: int) -> bool:
    """Tell a date of joining below a name that stands alone, or where a filter dropped the name."""
    gap = rows[number].gap
    return gap > 1 if number == first else number == first + 1 and gap == 1 <= rows[first].gap


def _counted(row: Row) -> bool:
    """Tell a badge in a list of its own: "1. Pre-Medical"."""
    return bool(row.mark) and row.mark[0].isdigit() and len(row.text) <= MAX_NAME // 2


def past_list(rows: Sequence[Row], last: int) -> int:
    """Give the last row of the list below a card: "• New", "• #4"; a field may stand above it."""
    near = range(last + 1, min(len(rows), last + 1 + _LISTED))
    number = next((n for n in near if rows[n].mark and _NUMBER.match(rows[n].text)), last)
    short = all(len(rows[n].text) <= MAX_NAME // 2 for n in range(last + 1, number))
    return number if short else last
