"""Tell items of lists by their titles: most have one, and each another.

Articles, events, jobs and topics have titles; what people write to each other hardly has, and
where it has (subjects of Drupal's comments and of boards), something else tells that people talk.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from operator import attrgetter

from threadgraph.dates.scan import holds_date, leading_date, trailing_date
from threadgraph.layouts._base import Record
from threadgraph.layouts._heads.byline_forms import tells_speech
from threadgraph.layouts._text.chrome import KEPT, is_chrome, is_picture
from threadgraph.layouts._text.names import hides_address
from threadgraph.layouts._text.page import Line, TextPage
from threadgraph.layouts._text.words import ANSWERS
from threadgraph.layouts._verdict.facts import MARKS, MAX_FACT, amount, lines_of
from threadgraph.voice import SPACELESS

__all__ = [
    "are_silent", "are_titles", "have_titles", "is_title", "own_titles",
]  # fmt: skip

MOST = 0.6
"""Share of the posts that have a title, at least."""

MIN_POSTS, MIN_TITLES = 3, 2
MIN_WORDS, MAX_TITLE, MAX_NAME = 2, 80, 3
WRAPPED, WIDTH = 72, 80
"""Letters of a line that was not cut to a width, as the next word had found room on it; and those
of the widest line that was."""

_ENDS = frozenset(".,;:!…")
_OPENS = frozenset('“"‘«¿¡§„(')
_PARTICLES = frozenset(
    "van von der den de del della di da dos das du la le los las el al bin ibn ben af av zu zur "
    "y e and und et i ten ter".split()
)
# "[The mill](/mill)"
_LINK = re.compile(r"\]\([^()\s]{0,400}\)")
# "minutes-2004.pdf", "v4.2.10"
_FILE = re.compile(r"[\w+.-]{1,60}\.(?:[a-z]{2,4}|\d{1,3})", re.IGNORECASE)
# "minutes-2004.pdf", "Lantern 4.86.7": files and versions that stand where names do
_THING = re.compile(
    r"\.(?:pdf|jpe?g|png|gif|zip|gz|mp3|mp4|docx?|xlsx?|txt|csv)$|\w v?\d{1,3}(?:\.\d{1,3}){2}$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")
_DAY = re.compile(r"(?:19|20)\d\d|\d[./-]\d")
_STOP = re.compile(r"[.!…。](?=\s|$)")
# "Re: Which mill?", "[kite-users] Which mill?"
_SUBJECT = re.compile(rf"(?:{ANSWERS}|fwd?): |\[[^\]]{{2,30}}\] ", re.IGNORECASE)


def have_titles(page: TextPage, records: Sequence[Record]) -> bool:
    """Tell whether most posts stand below a title, begin with one, or have one in their header."""
    least = max(MIN_TITLES, ceil(MOST * len(records)))
    silent = are_silent(page, records)
    titled, titles = 0, set[str]()
    for number, record in enumerate(records):
        if titled + len(records) - number < least:
            return False  # too few are left
        above = _above(page, records, number) if len(records) >= MIN_POSTS else ""
        shown = (above, *own_titles(page, record, silent=silent))
        found = {_NUMBER.sub("0", title) for title in shown if title}
        titled += bool(found)
        titles.update(sorted(found - titles)[:1])
    return titled >= least and 2 * len(titles) > titled


def are_silent(page: TextPage, records: Sequence[Record]) -> bool:
    """Tell posts with texts, but without any sentence."""
    texts = sum(bool(record.body) for record in records)
    if 2 * texts <= len(records):
        return False
    return not any(_STOP.search(page.text, *place) for r in records for place in r.body)


def are_titles(records: Sequence[Record]) -> bool:
    """Tell whether most of the names are titles."""
    left = len(records)
    least = max(MIN_POSTS, MOST * left)
    for record in records:
        if left < least:
            return False
        left -= not (record.author and _is_called(record.author))
    return left >= least


@lru_cache(maxsize=KEPT)
def _is_called(name: str) -> bool:
    if _THING.search(name):
        return True
    return _is_phrase(name) and not (hides_address(name) or holds_date(name))


def _above(page: TextPage, records: Sequence[Record], number: int) -> str:
    """Give the title above a post that is not the first: taken for the end of the one before."""
    record, before = records[number], records[number - 1]
    places = (*record.header, *record.body)
    if not number or not places:
        return ""
    last = bisect_left(page.lines, min(places).start, key=attrgetter("end")) - 1
    while last >= 0 and _is_beside(page, last):
        last -= 1
    begin = page.lines[max(0, last)].first
    whole = before.body and begin <= before.body[0].start
    if last < 0 or whole or any(start <= begin < end for start, end in before.header):
        return ""  # all that the post before says, or its signature
    return page.lines[last].text if _is_own(page.lines, last, record) else ""


def _is_beside(page: TextPage, number: int) -> bool:
    """Tell a line that stands between a title and its text or the next item: nothing, a date."""
    text = page.lines[number].text.strip(MARKS)
    return not text or (len(text) <= MAX_FACT and (_is_dated(text) or bool(amount(text))))


def _first(page: TextPage, record: Record, *, silent: bool) -> str:
    """Give the title with which a text begins, or which is all of it.

    If not all posts are `silent`, without any sentence, a line alone is a short answer, and the
    subject of an answer above a text no title; alone it is that of a list of topics.
    """
    if not record.body:
        return ""
    first = bisect_left(page.lines, record.body[0].start, key=attrgetter("end"))
    while first + 1 < len(page.lines) and _is_beside(page, first):
        first += 1
    if first >= len(page.lines) or page.lines[first].first >= record.body[-1].end:
        return ""
    text = page.lines[first].text if _is_own(page.lines, first, record) else ""
    whole = page.lines[first].stop >= record.body[-1].end
    answers = _SUBJECT.match(text) is not None
    return text if silent or whole == answers else ""


def own_titles(page: TextPage, record: Record, *, silent: bool = False) -> list[str]:
    """Give the titles within a post: the first line of its text, its name, lines of its header."""
    first, author = _first(page, record, silent=silent), record.author
    lines = (line for line in lines_of(page, record.header) if is_title(line))
    lines = (line for line in lines if _is_phrase(line) or line.count(" ") > MAX_NAME)
    found = [line for line in lines if not (_names(line, record) or _SUBJECT.match(line))]
    found += [author] if author and _is_called(author) else []
    return [first, *found] if first else found


def _names(line: str, record: Record) -> bool:
    return record.author is not None and record.author in line


def _is_own(lines: Sequence[Line], number: int, record: Record) -> bool:
    """Tell a title that is no part of a paragraph; the name of a post that has none is none."""
    text = lines[number].text if number < len(lines) else ""
    if not is_title(text) or _names(text, record) or (not record.author and _is_name(text)):
        return False
    return not _is_wrapped(lines, number) and not (number and _is_wrapped(lines, number - 1))


def _is_wrapped(lines: Sequence[Line], number: int) -> bool:
    if number + 1 >= len(lines) or not lines[number].text:
        return False
    word = lines[number + 1].text.partition(" ")[0]
    length = len(lines[number].text)
    return bool(word) and length <= WIDTH and length + len(word) > WRAPPED


@lru_cache(maxsize=KEPT)
def is_title(text: str) -> bool:
    """Tell a short line that begins large and ends without a stop, no date and no control."""
    if SPACELESS.search(text):
        return False
    if _SUBJECT.match(text) and len(text) <= MAX_TITLE:
        return True
    text = _LINK.sub("", text).strip(MARKS)
    if not 0 < len(text) <= MAX_TITLE or len(text.split(None, MIN_WORDS)) < MIN_WORDS:
        return _FILE.fullmatch(text) is not None
    if text[-1] in _ENDS or text[0].islower() or not (text[0].isalnum() or text[0] in _OPENS):
        return False
    said = tells_speech(text)  # "Originally posted by Ann"
    return not (said or "://" in text or _is_dated(text) or is_chrome(text) or is_picture(text))


def _is_dated(text: str) -> bool:
    """Tell a line with a day, as bylines have; "84 years of glass" holds none."""
    if not holds_date(text) or _DAY.search(text):
        return holds_date(text)
    found = [leading_date(text), trailing_date(text)]
    return any(date is not None and date.certain for date in found)


def _is_name(text: str) -> bool:
    """Tell few words with capitals, which may be somebody's name."""
    words = text.strip(MARKS).split()
    return len(words) <= MAX_NAME and all(w[0].isupper() and w[-1].isalpha() for w in words)


@lru_cache(maxsize=KEPT)
def _is_phrase(text: str) -> bool:
    """Tell a phrase, which few people are called by: three words, one of them small or a number."""
    words = text.strip(MARKS).split()
    return len(words) > MIN_WORDS and any(_is_small(word) for word in words[1:])


def _is_small(word: str) -> bool:
    return (word[0].islower() and word not in _PARTICLES) or word.isdigit()
