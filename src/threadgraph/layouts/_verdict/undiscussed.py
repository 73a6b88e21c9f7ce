"""Tell lists of articles, products, events and people by what is missing: nobody talks in them.

They have names, dates and texts as well. What people write to each other stands below a heading
that says so or above a form, has "Reply" or "Report" beside it, answers somebody, or has a voice:
it asks, exclaims, says "I".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import attrgetter

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._heads.anchors import discussion_words
from threadgraph.layouts._heads.byline_forms import tells_speech
from threadgraph.layouts._heads.telling import ANSWER, LATEST
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.layouts._text.stamps import falling, joins_clock, mostly_rising, written_at
from threadgraph.layouts._verdict.headings import counts_in, headings
from threadgraph.layouts._verdict.titled import is_title
from threadgraph.voice import has_voice

__all__ = ["MEMBER", "lines_beside", "nobody_talks", "several", "talk_below_heading"]

NEAR, BELOW = 30, 16
"""Lines above the posts in which a heading is looked for, and below them, a form."""
MAX_LINE, MAX_TOP = 90, 12
SEVERAL = 3
RISING, AGAIN, MANY = 4, 5, 10
MIN_WORDS = 5
FEW = 0.34
"""Share of the posts that have a control, or in whose texts people speak."""

_STOPS = frozenset(".…)")

MIN_ITEMS, ITEM_WORDS = 4, 5
"""Items of a menu at least, and words of one on the average at most."""
_ITEMS = frozenset(("• ", "* ", "+ ", "- ", "o "))

LOUD = 0.75
"""Share in which they speak where the newest stands first, as in lists."""

# "Report", "Melden": what stands beside posts only
_REPORT = re.compile(
    r"\b(?:report|flag|melden|signaler|alerter|denunciar|reportar|segnala|пожаловаться|жалоба|"
    r"quote|zitieren|citer|citar|cita|цитировать|upvote|downvote)\b",
    re.IGNORECASE,
)


# "#12", "12" at the end of a line
_COUNT = re.compile(r"#\s?(\d{1,6})\b")
# "Posts: 12", "Joined May 2014", "Beiträge: 7", "Guest": the card of a member of a board
MEMBER = re.compile(
    r"\b(?:posts|joined|join date|beiträge|registriert|mitglied|messages|registered|member|"
    r"location|reputation|likes|inscrit|mensajes|messaggi|berichten|inlägg|сообщени[йя]|"
    r"guest|gast|invité|invitado|ospite|visitante|convidado|гость|gość|gäst|gjest|gæst)\b",
    re.IGNORECASE,
)


def nobody_talks(page: TextPage, parse: Parse) -> bool:
    """Tell whether nothing in or around the posts is a sign of a discussion."""
    records = parse.records
    texts = [page.text[r.body[0].start : r.body[-1].end] for r in records if r.body]
    if any(record.label for record in records) or _are_words(records, texts):
        return False
    if 2 * sum(map(_is_menu, texts)) > len(texts):
        return True
    falls = _falls(records)
    around = _headed(page, parse, falls=falls) or (not falls and _closed(page, records))
    return not (around or _talk(page, records, texts, falls=falls))


def talk_below_heading(page: TextPage, parse: Parse) -> bool:
    """Tell a heading of comments above, and people who speak in as many posts as in discussions."""
    texts = [page.text[r.body[0].start : r.body[-1].end] for r in parse.records if r.body]
    voiced = several(map(_speaks, texts), FEW * len(parse.records))
    return voiced and _headed(page, parse, falls=_falls(parse.records))


def _falls(records: Sequence[Record]) -> bool:
    return falling([record.date or "" for record in records])


def _are_words(records: Sequence[Record], texts: Sequence[str]) -> bool:
    """Tell posts that are too short for a voice, but have names or dates: a game of words."""
    named = any(record.author or record.date for record in records)
    return named and sum(len(text.split()) for text in texts) < MIN_WORDS * len(records)


def _talk(page: TextPage, records: Sequence[Record], texts: Sequence[str], *, falls: bool) -> bool:
    """Tell voices in the texts, controls of posts, or times and numbers of posts that rise.

    Where the newest post stands first, as news do, most must speak. What nests, or is numbered,
    without names, must only be no menu.
    """
    least = FEW * len(records)
    if any(record.depth for record in records) or _are_numbered(page, records):
        return several((_speaks(text) or _is_prose(text) for text in texts), least)
    if several(map(_speaks, texts), LOUD * len(records) if falls else least):
        return True
    controls = (any(map(_answers, lines_beside(page, record))) for record in records)
    return several(controls, least) or _rise(records) or _counted(page, records)


def _speaks(text: str) -> bool:
    return has_voice(text, titled=True) and not _is_menu(text)


def _is_prose(text: str) -> bool:
    """Tell a line of several words that ends as a sentence does."""
    return any(line[-1:] in _STOPS and line.count(" ") >= MIN_WORDS for line in text.split("\n"))


def _is_menu(text: str) -> bool:
    """Tell a list of few words each: "• My Account", "• Need help?"."""
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    items = sum(line[:2] in _ITEMS for line in lines)
    return items >= MIN_ITEMS and len(text.split()) <= ITEM_WORDS * len(lines)


def several(signs: Iterable[bool], least: float) -> bool:
    """Tell whether as many show a sign; the others are not asked any more."""
    return any(count >= least for count in accumulate(signs))


def _are_numbered(page: TextPage, records: Sequence[Record]) -> bool:
    """Tell a numbered list that shows neither names nor dates: its layout knows more of it."""
    if any(r.author or r.date for r in records) or not records[0].body:
        return False
    start = records[0].body[0].start
    return page.text[page.text.rfind("\n", 0, start) + 1 : start].strip().startswith("1.")


def _answers(line: str) -> bool:
    """Tell a control of a post; "12 comments" counts those of an article."""
    if not 0 < len(line) <= MAX_LINE or LATEST.search(line):
        return False
    if line[-1] in ".,;" and not line.endswith("..."):
        return False
    counts = any(map(str.isdigit, line)) and (line[0].isdigit() or not tells_speech(line))
    told = discussion_words(line) and not counts
    return bool(told or _REPORT.search(line) or MEMBER.search(line) or ANSWER.match(line))


def lines_beside(page: TextPage, record: Record) -> Iterator[str]:
    """Give the lines of a record beside its text, and the last ones of that."""
    for start, end in (*record.header, *record.chrome[:BELOW]):
        yield page.text[start:end].strip()
    if record.body:
        start, end = record.body[-1]
        yield from page.text[max(start, end - 3 * MAX_LINE) : end].split("\n")[-3:]


def _rise(records: Sequence[Record]) -> bool:
    """Tell times of writing that rise; few must be written as weblogs do: "3 May 2010 at 6:44"."""
    dates = [record.date or "" for record in records]
    if written_at(dates, 2 if all(map(joins_clock, dates)) else RISING):
        return True
    again = len({record.author for record in records}) < len(records)
    return mostly_rising(dates, AGAIN if again else MANY)


def _counted(page: TextPage, records: Sequence[Record]) -> bool:
    """Tell posts that are counted one by one: "#1", "#2", beside dates."""
    shown = [" ".join((*lines_beside(page, record), _top(page, record))) for record in records]
    numbers = [{int(n) for n in _COUNT.findall(text)} for text in shown]
    begins = numbers[0] if len(records) >= SEVERAL else set[int]()
    return any(all(n + k in told for k, told in enumerate(numbers)) for n in begins)


def _top(page: TextPage, record: Record) -> str:
    """Give what a text begins with: "#12 At last!"."""
    return page.text[record.body[0].start : record.body[0].end][:MAX_TOP] if record.body else ""


def _headed(page: TextPage, parse: Parse, *, falls: bool) -> bool:
    """Tell a heading of comments above the first post; one in each post counts an article's.

    Where the newest stands first, a title between is that of another list.
    """
    records = parse.records
    start = records[0].body[0].start if records[0].body else parse.start
    heads = headings(page, _above(page, start))
    if heads and falls:
        start = min(place.start for place in (*records[0].header, Segment(start, start)))
        above = _above(page, start)
        titles = [n for n, text in enumerate(above) if is_title(text) and not _tells(text)]
        heads = headings(page, above[titles[-1] if titles else 0 :])
    counts = map(counts_in, heads)
    return any(not told or max(told) + SEVERAL >= len(records) for told in counts)


def _above(page: TextPage, start: int) -> list[str]:
    first = bisect_left(page.lines, start, key=attrgetter("first"))
    return [line.text for line in page.lines[max(0, first - NEAR) : first]]


def _tells(text: str) -> bool:
    return discussion_words(text) or is_form(text)


def _closed(page: TextPage, records: Sequence[Record]) -> bool:
    """Tell a form for comments below the last post."""
    ends = [record.body[-1].end for record in records if record.body]
    last = bisect_left(page.lines, max(ends, default=0), key=attrgetter("first"))
    below = [line.text for line in page.lines[last : last + BELOW] if line.text]
    return any(
        is_form(text) and discussion_words(text) and not LATEST.search(text) for text in below
    )
