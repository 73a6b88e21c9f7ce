"""Tell lists of articles, products, events and people by what is missing: nobody talks in them.

They have names, dates and texts as well. What people write to each other stands below a heading
that says so or above a form, has "Reply" or "Report" beside it, answers somebody, or has a voice:
it asks, exclaims, says "I".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._heads.anchors import discussion_words
from threadgraph.layouts._heads.sections import heads_section
from threadgraph.layouts._heads.talk import PEOPLE
from threadgraph.layouts._heads.telling import LATEST
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.page import TextPage

__all__ = ["nobody_talks"]

MIN_POSTS = 1
NEAR, BELOW = 30, 16
"""Lines above the posts in which a heading is looked for, and below them, a form."""
MAX_LINE = 90
BEGIN = 200
SEVERAL = 3
MIN_WORDS = 5
FEW = 0.34
"""Share of the posts that have a control, or in whose texts people speak."""

# "Report", "Melden": what stands beside posts only
_REPORT = re.compile(
    r"\b(?:report|flag|melden|signaler|alerter|denunciar|reportar|segnala|пожаловаться|жалоба|"
    r"quote|zitieren|citer|citar|cita|цитировать|upvote|downvote)\b",
    re.IGNORECASE,
)
# scripts whose people PEOPLE does not know
_OTHER = re.compile(r"[\u0590-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


_NUMBER = re.compile(r"\d+")
# what Italian has before nouns: "I lavori"
_ARTICLE = re.compile(r"\bI (?=[^\W\d_]{2,20}i\b)")
_LINK = re.compile(r"!?\[|\]\([^()\s]{0,400}\)?")


def nobody_talks(page: TextPage, parse: Parse) -> bool:
    """Tell whether nothing in or around the posts is a sign of a discussion."""
    records = parse.records
    if len(records) < MIN_POSTS or any(r.label or r.depth for r in records):
        return False
    least = FEW * len(records)
    texts = [_text(page, r) for r in records if r.body]
    if sum(len(text.split()) for text in texts) < MIN_WORDS * len(records):
        return False  # too short for a voice: a game of words
    if sum(map(_has_voice, texts)) >= least:
        return False
    if sum(any(map(_answers, _lines(page, r))) for r in records) >= least:
        return False
    return not (_headed(page, records) or _closed(page, records))


def _text(page: TextPage, record: Record) -> str:
    return _LINK.sub(" ", page.text[record.body[0].start : record.body[-1].end])


def _has_voice(text: str) -> bool:
    """Tell a text in which somebody speaks; a question above it is a title."""
    title, _, rest = text.partition("\n")
    said = rest if rest and title.rstrip().endswith("?") else text
    return bool(PEOPLE.search(_ARTICLE.sub(" ", said)) or _OTHER.search(said[:BEGIN]))


def _answers(line: str) -> bool:
    """Tell a control of a post; "12 comments" counts those of an article."""
    if not 0 < len(line) <= MAX_LINE or line[-1] in ".,;" or LATEST.search(line):
        return False
    told = discussion_words(line) and not any(map(str.isdigit, line))
    return bool(told or _REPORT.search(line))


def _lines(page: TextPage, record: Record) -> Iterator[str]:
    """Give the lines of a record beside its text, and the last ones of that."""
    for start, end in (*record.header, *record.chrome[:BELOW]):
        yield page.text[start:end].strip()
    if record.body:
        start, end = record.body[-1]
        yield from page.text[max(start, end - 3 * MAX_LINE) : end].split("\n")[-3:]


def _headed(page: TextPage, records: Sequence[Record]) -> bool:
    """Tell a heading of comments above the first post; "12 comments" in each counts an article's."""
    places = [*records[0].header, *records[0].body, *records[0].chrome]
    first = bisect_left(page.lines, min(p.start for p in places), key=attrgetter("first"))
    above = page.lines[max(0, first - NEAR) : first + 1]
    heads = {_shape(line.text) for line in above if line.text and heads_section(line.text)}
    if not heads:
        return False
    shapes = Counter(_shape(text) for text in page.texts if len(text) <= MAX_LINE)
    return any(shapes[head] < SEVERAL for head in heads)


def _shape(text: str) -> str:
    return _NUMBER.sub("0", text)


def _closed(page: TextPage, records: Sequence[Record]) -> bool:
    """Tell a form for comments below the last post."""
    ends = [record.body[-1].end for record in records if record.body]
    last = bisect_left(page.lines, max(ends, default=0), key=attrgetter("first"))
    below = [line.text for line in page.lines[last : last + BELOW] if line.text]
    return any(is_form(text) and discussion_words(text) and not LATEST.search(text) for text in below)
