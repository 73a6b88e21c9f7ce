"""Tell lists of headlines from a discussion: boxes of links that stand on every page of a site.

Whole renderings of pages hold menus, buttons to share, and boxes with the latest articles, videos
and events: a section or an author where a name would stand, an age or a length as the date, a
headline as the text. What people say to each other has sentences, or is longer than a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._heads.byline_forms import tells_speech
from threadgraph.layouts._text.chrome import is_chrome
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import COUNT_HEADING
from threadgraph.layouts._verdict.no_people import names_no_people
from threadgraph.voice import PEOPLE, SPACELESS

__all__ = ["lists_headlines"]

MIN_POSTS = 3
MOST = 0.6
"""Share of the posts that are headlines or controls, and"""
FEW = 0.25
"""share of those that are sentences, at most, in a list of headlines."""

TIMED = 0.8
"""Share of the posts with a name and a moment from which on they are no headlines."""

MOMENT = 4
"""Numbers in a day, its year and a time of day, at least; months may be words."""

ABOVE, NEAR = 400, 3
"""Letters, and lines with text, above the first post in which a count of the posts may stand."""

MAX_HEADLINE = 140
MIN_MENU = 6
MIN_WORDS = 3
# "Reply", "• Antworten", "[Reply](...)", "Reply 0", "Marked as spam", "Report abuse"
_REPLY = re.compile(
    r"^[^\S\n]*[^\w\n]{0,4}(?:reply|antworten|répondre|responder|rispondi|beantwoorden|reageer|svara?|"
    r"odpowiedz|ответить|yanıtla|cevapla|balas|返信|回复|回覆|답글|marked as spam|melden|signaler|"
    r"denunciar|(?:report|flag)(?: (?:abuse|spam|(?:this )?comment|as (?:inappropriate|spam)))?)\b"
    r"[^\n\w]{0,4}\d{0,4}(?:\(\S{0,300})?$",
    re.IGNORECASE | re.MULTILINE,
)
_NUMBER = re.compile(r"\d+")
_TIME = re.compile(r"\d[:.h]\d\d(?!\d)")
_LINK = re.compile(r"!?\[|\]\([^()\s]{0,400}\)?|(?m:^[#>*+•\s-]+)")
# a stop behind a word of two letters, maybe bracketed, or behind a number; no end is "Jr. Smith"
_ABBREVIATED = "".join(rf"(?<!\b{word}\.)" for word in ("vs", "Mr", "Dr", "St", "Jr", "Sr", "No"))
_SENTENCE = re.compile(
    r"[.…。](?:(?<=[^\W\d_]{2}.)|(?<=[^\W\d_]{2}[)\"”’].)|(?<=[^\W\d_]\s\d.)|(?<=[^\W\d_]\s\d\d.))"
    rf"{_ABBREVIATED}[\"'”’)\]]{{0,2}}(?:$|\s+[^\W\d_a-z])",
    re.MULTILINE,
)
_WEAK = re.compile(r"[!?？！؟]")
# "2678 Recommendations", "21", "+1", "3:53"
_COUNTER = re.compile(r"\W{0,2}\d[\d.,:]{0,9}[km]?\W{0,2}(?:[^\W\d_]{2,20})?$", re.IGNORECASE)
_SHARE = frozenset(
    "tweet tweets facebook twitter google linkedin pinterest tumblr reddit digg stumbleupon fark "
    "myspace del.icio.us delicious email e-mail mail print share comments more google+ whatsapp "
    "pocket buffer".split()
)


def lists_headlines(page: TextPage, parse: Parse) -> bool:
    """Tell whether most posts are headlines or controls, and hardly any a sentence."""
    records = parse.records
    if any(record.label for record in records):
        return False  # "Reply to Ann": no headline answers another
    nobody, read_so = names_no_people(records), _read_so(page, records)
    if not (nobody or read_so) or _tell_posts(page, records):
        return False
    return (nobody and read_so) or not _are_counted(page, records)


def _read_so(page: TextPage, records: Sequence[Record]) -> bool:
    """Tell posts whose words are those of headlines or controls."""
    if len(records) < MIN_POSTS:
        texts = [_text(page, record) for record in records]
        return all(map(_shares, texts)) or all(map(_is_menu, texts))
    spoken = headlines = 0
    for record in records:
        text = None if _has_sentence(page, record) else _text(page, record)
        if text is None or _speaks(text):
            spoken += 1
            if spoken > FEW * len(records):
                return False
        else:
            headlines += _is_headline(text)
    return headlines >= MOST * len(records)


def _tell_posts(page: TextPage, records: Sequence[Record]) -> bool:
    """Tell posts, however short and whatever their names, by what stands beside them.

    "Ann, March 3, 2014 at 10:15 am", "Ann says:", "Reply".
    """
    timed = sum(bool(r.author and r.date and _is_moment(r.date)) for r in records)
    said = sum(_is_said(page, record) for record in records)
    if len(records) >= MIN_POSTS and max(timed, said) >= TIMED * len(records):
        return True
    return 2 * len(_REPLY.findall(page.text, *_extent(records))) >= len(records)


def _are_counted(page: TextPage, records: Sequence[Record]) -> bool:
    """Tell posts below a heading that counts them: "4 Comments"."""
    first, _ = _extent(records)
    above = page.text[max(0, first - ABOVE) : first].split("\n")[1:]
    return any(_counts(line.strip()) for line in [line for line in above if line][-NEAR:])


def _extent(records: Sequence[Record]) -> tuple[int, int]:
    """Give where the first record begins and the last one ends."""
    places = [place for r in (records[0], records[-1]) for place in (*r.header, *r.body, *r.chrome)]
    first = min((place.start for place in places), default=0)
    return first, max((place.end for place in places), default=0)


def _counts(line: str) -> bool:
    """Tell a heading that counts posts: "4 Comments", "4 Responses to The Kiln"."""
    return any(sign in "123456789" for sign in line) and bool(COUNT_HEADING.match(line))


def _is_said(page: TextPage, record: Record) -> bool:
    """Tell a header that says who speaks: "Ann says:"."""
    header = page.text[record.header[0].start : record.header[0].end] if record.header else ""
    line = header.split("\n", 1)[0]
    return record.author is not None and line.endswith(":") and tells_speech(line)


def _is_moment(date: str) -> bool:
    """Tell a day with its year and a time of day: boxes print ages, or one of them."""
    return len(_NUMBER.findall(date)) >= MOMENT and _TIME.search(date) is not None


def _text(page: TextPage, record: Record) -> str:
    return _LINK.sub(" ", "\n".join(page.text[start:end] for start, end in record.body)).strip()


def _has_sentence(page: TextPage, record: Record) -> bool:
    return any(_SENTENCE.search(page.text, start, end) for start, end in record.body)


def _speaks(text: str) -> bool:
    """Tell a sentence, what begins small, or a long text; headlines ask and exclaim, too."""
    if any(len(line) > 2 * MAX_HEADLINE for line in text.split("\n")) or SPACELESS.search(text):
        return True
    return bool(text[:1].islower() or _SENTENCE.search(text) or PEOPLE.search(_WEAK.sub(" ", text)))


def _is_headline(text: str) -> bool:
    if _COUNTER.match(text) or _shares(text):
        return True
    lines = [line for line in text.split("\n") if len(line.split()) >= MIN_WORDS]
    return any(not _WEAK.search(line) for line in lines)


def _is_menu(text: str) -> bool:
    """Tell many lines of few words."""
    lines = text.split("\n")
    few = all(len(line.split()) <= MIN_WORDS for line in lines)
    return few and len(lines) >= MIN_MENU and not SPACELESS.search(text)


def _shares(text: str) -> bool:
    """Tell buttons to share with their counts: "21", "Tweet", "+1"."""
    lines = [line.strip() for line in text.split("\n")]
    return all(
        not line or _COUNTER.match(line) or line.lower() in _SHARE or is_chrome(line)
        for line in lines
    ) and any(line.lower() in _SHARE for line in lines)
