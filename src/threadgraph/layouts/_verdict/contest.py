"""Weigh parses of one page against each other: a wrong family swallows the heads of posts.

A family that reads pages of another finds some of the posts and takes the others for their text.
Then rows that look like heads (a date, with a name or alone) stand inside of texts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from operator import attrgetter

from threadgraph.dates import is_date
from threadgraph.dates.scan import countable, holds_date, trailing_date
from threadgraph.dates.words import MONTHS, WEEKDAYS
from threadgraph.joining import is_joined
from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._boards.words import FORUM_CHROME
from threadgraph.layouts._heads.anchors import MAX_ROW, anchor
from threadgraph.layouts._heads.byline_forms import MAX_BYLINE, Byline, says, tells_speech
from threadgraph.layouts._heads.bylines import byline_at, marked_bylines
from threadgraph.layouts._heads.leads import BADGES
from threadgraph.layouts._text.chrome import KEPT
from threadgraph.layouts._text.outline import LineRows, Row, row_texts, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import ANSWERS, COUNT_HEADING, ROLES
from threadgraph.layouts._verdict.led_names import are_led

__all__ = ["names_can_be", "trust_of"]

MAX_DATED = MAX_BYLINE + 20
"""Letters of a row that `bylines` reads, with a list's mark and blanks."""

MAX_HEADER = 16
"""Rows of a header that `bylines` reads, at most."""

LED = 0.6
"""What names are worth with which words of the header were read."""

FOUNDED = 2
"""Layouts with so telling marks are boards' where "Admin" can be a name."""

MANY = 4
"""So many posts are hardly one author's."""

_SIGNS = frozenset("·•|»–—:,+>#")
"""What no name begins with."""

_BOXES = frozenset(
    "archives archiv archivos archivi arkiv archiwum categories category kategorien catégories "
    "categorías categorie kategorier kategorie tags schlagwörter étiquettes etiquetas meta méta "
    "pages seiten links blogroll search suche recherche buscar menu navigation".split()
) | {"recent posts", "recent comments", "neueste beiträge", "neueste kommentare", "follow us",
     "articles récents", "commentaires récents", "entradas recientes", "comentarios recientes",
     "articoli recenti", "commenti recenti", "recente berichten", "recente reacties",
     "popular posts", "related posts", "blog archive", "about me"}  # fmt: skip
"""Titles of the boxes beside a blog's articles."""

_LABELS = (
    "published released release version updated modified copyright created veröffentlicht "
    "aktualisiert publié publiée publicado publicada pubblicato gepubliceerd opublikowano"
)
"""What stands before dates in lists of releases and episodes."""
_POSTS = (
    "post posts posted beitrag message mensaje mensagem messaggio bericht inlägg innlegg indlæg "
    "wiadomość příspěvek сообщение повідомлення сообщения пользователи старый stary старое "
    "geschrieben verfasst"
)
"""What forums print where a name could stand, before a date or in a profile."""

_NOBODY = _BOXES.union(_LABELS.split(), _POSTS.split())

_SUBJECT = re.compile(rf"(?:{ANSWERS}): ", re.IGNORECASE)
# "LocationVictoria, BC", "Gender:Male": a field of Invision's cards
_FIELD = re.compile(r"(?:Location|Gender|Interests):?[^\Wa-z]")
_DIGITS = re.compile(r"\d+")
_INSIDE = ("--- ", "+++ ", "Sent: ")
"""How rows with dates begin that stand inside of texts."""

CHANCE = 0.15
"""Heads inside of texts a record, up to which they may be quotes and lists of readers."""


_RANKS = ROLES - {"admin"}
"""Who founds a board is mostly called so; the rank is "Administrator" or "Site Admin"."""


def trust_of(page: TextPage, layout: Layout, parse: Parse) -> float:
    """Give how far a parse is trusted: the share of names that can be some and of heads outside.

    Heads inside of texts are counted against it, unless they are few. A generic layout looks at
    names itself.
    """
    return 1.0 if layout.generic else _weight(page, parse, founded=layout.telling >= FOUNDED)


def _weight(page: TextPage, parse: Parse, *, founded: bool) -> float:
    heads = page.once(_Heads)
    inside = [
        heads.inside(record.body[0].start, record.body[-1].end) if record.body else 0
        for record in parse.records
    ]
    swallowed = sum(inside)
    if inside[-1] <= len(inside):
        swallowed -= inside[-1]  # the last one may end with links to other pages
    swallowed += sum(_repeats_head(page, record) for record in parse.records)
    share = swallowed / len(parse.records)
    named = _names(parse, _RANKS if founded else ROLES)
    if are_led([record.author for record in parse.records if record.author]):
        named *= LED
    return named / (1 + share if share > CHANCE else 1.0)


def names_can_be(parse: Parse) -> bool:
    """Tell whether some of the names can be names."""
    return _names(parse, ROLES) > 0


def _repeats_head(page: TextPage, record: Record) -> bool:
    """Tell a text that begins with its author and a date or a verb: "Ann said on May 3, 2020"."""
    if not record.author or not record.body:
        return False
    start, end = record.body[0]
    if not page.text.startswith(record.author, start, end):
        return False
    row = page.text[start : min(end, start + MAX_DATED + 1)].split("\n", 1)[0]
    if len(row) > MAX_DATED:
        return False
    said = says(row.strip())
    return holds_date(row) or (said is not None and said.name == record.author)


def _names(parse: Parse, nobody: frozenset[str]) -> float:
    """Give the share of the names that can be some: no dates, no labels of counters, no counts.

    One name for all posts is rather the label of a date: "Joined: Jul 2007", and who is named
    behind a date is quoted: "On 10/6/2015 at 7:15 PM, Ann".
    """
    names = [record.author for record in parse.records if record.author]
    if not names:
        return 1.0
    wrong = sum(map(_no_name, names)) + sum(map(_counts_comments, names))
    low = [name.lower() for name in names]
    months = sum(map(MONTHS.__contains__, low))
    if months > CHANCE * len(names):
        wrong += months  # of "June 15th, 2009"
    days = {name.rpartition(" ")[2] for name in low if " " in name} & WEEKDAYS
    if len(days) > 1:
        wrong += sum(name.rpartition(" ")[2] in days for name in low)  # of "Friday, June 15th"
    roles = sum(map(nobody.__contains__, low))
    wrong += roles if roles * 2 > len(names) else 0
    one = _DIGITS.sub("0", names[0])
    alone = len(names) >= MANY and all(_DIGITS.sub("0", name) == one for name in names)
    return (1 - wrong / len(names)) / (1 + alone)


def _counts_comments(name: str) -> bool:
    """Tell "2 comments", which stand below each article of a list: they tell most."""
    return name[:1].isdigit() and COUNT_HEADING.match(name)


def _quoted(name: str) -> bool:
    date = name.rpartition(", ")[0]
    return bool(date) and (is_date(date) or is_date(date.partition(" ")[2]))


@lru_cache(maxsize=KEPT)
def _no_name(name: str) -> bool:
    signs = name.endswith(":") or name[0] in _SIGNS or name.isdigit()
    date = countable(name) and (_dated(name) or _quoted(name))
    heading = COUNT_HEADING.match(name) or _SUBJECT.match(name) is not None
    label = name.lower() in _NOBODY or name.lower() in BADGES or is_joined(name)
    return signs or date or heading or label or _FIELD.match(name) is not None


def _dated(name: str) -> bool:
    """Tell a date, or a name that was not parted from one."""
    found = trailing_date(name)
    return is_date(name) or (found is not None and any(c.isalpha() for c in name[found.start :]))


class _Heads:
    """The rows of a page that can be heads; each is looked at when first asked for."""

    def __init__(self, page: TextPage) -> None:
        """Note where the rows begin."""
        lines = page.lines
        self._rows: Sequence[Row] | LineRows = page.once(rows) if page.linked else LineRows(lines)
        if page.linked:
            self._places = [lines[row.first].first for row in page.once(rows)]
            self._texts = page.once(row_texts)
        else:
            self._places = [line.first for line in lines]
            self._texts = [line.text for line in lines]
        self._known = [None if 0 < len(text) <= MAX_DATED else False for text in self._texts]
        self._page = page

    @cached_property
    def _dated(self) -> frozenset[int]:
        """The rows that begin a marked header with a date or "Ann says:"."""
        return frozenset(head.first for head in self._page.once(marked_bylines) if _tells(head))

    def _is_dated(self, number: int) -> bool:
        """Tell whether a marked row begins such a header; dates and verbs are asked for first.

        A header reaches over a few rows, blank ones not counted.
        """
        if any(len(t) <= MAX_DATED and tells_speech(t) for t in self._texts[number : number + 2]):
            return self._begins(number)
        left = MAX_HEADER
        for below in range(number, len(self._texts)):
            text = self._texts[below]
            if text and len(text) <= MAX_DATED and holds_date(text):
                return self._begins(number)
            left -= bool(text)
            if not left:
                break
        return False

    def _begins(self, number: int) -> bool:
        table = self._page.once(rows)
        if not self._page.linked:
            number = bisect_left(table, number, key=attrgetter("first"))
        head = byline_at(table, number)
        return head is not None and _tells(head) and number in self._dated

    def inside(self, start: int, end: int) -> int:
        """Count the heads that begin behind `start`, at `end` at the latest."""
        first = bisect_right(self._places, start)
        last = bisect_right(self._places, end, first)
        known = self._known
        for number in range(first, last):
            if known[number] is None:
                row = self._rows[number]
                listed = bool(row.mark) and self._is_dated(number)
                known[number] = listed or (_is_head(row) and not self._beside(number, row))
        return known[first:last].count(True)

    def _beside(self, number: int, row: Row) -> bool:
        """Tell the date of a quotation, below "Ann wrote:", and a picture above the name itself."""
        above = self._rows[number - 1].text if number else ""
        below = self._rows[number + 1].text if number + 1 < len(self._places) else ""
        return above.endswith(":") or bool(below and row.text.endswith(f" {below}"))


def _tells(head: Byline) -> bool:
    return head.date is not None or (head.form == "says" and head.verb.endswith(":"))


def _is_head(row: Row) -> bool:
    """Tell a head; "Ann wrote on 3 May" stands above quotes, too, "Edited by" below texts.

    So do "Ann wrote: ↑Sat May 3", the files of a patch ("--- a/kite.c Thu Jan 1 1970") and what
    Outlook quotes ("Sent: Sat May 3").
    """
    other = "↑" in row.text or row.text.startswith(_INSIDE)
    found = anchor(row) if len(row.text) <= MAX_ROW and not other else None
    if found is None or not found.shape[-1].endswith(" "):
        return False
    return not FORUM_CHROME.match(row.text)
