"""Read posts of old boards whose two columns stand side by side, as geometry is kept (inscriptis).

phpBB 2, vBulletin 3, IP.Board 1 and 2, SMF 1 and boards like them print a table: name, rank and
counters on the left; date, text and signature on the right, or the date above both. Text is what
stands on the right, above the rule of the signature and the controls that posts have in common.
Last seen: 2015. Not read: dates below the text (MyBB 1.6).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._boards.words import FORUM_CHROME
from threadgraph.layouts._text.column_pages import FIELDS, Card, cards, right_of
from threadgraph.layouts._text.page import Line, Segment, TextPage
from threadgraph.layouts._text.words import ANSWERS

__all__ = ["LAYOUT"]

SHARED = 0.6
"""Share of the posts whose last line on the right is the same: a control."""

MAX_CONTROLS = 3
"""Lines of controls below a text, at most."""

_RULE = re.compile(r"[_-]{5,60}$")
# "Post subject: Re: bells": right above the date
_SUBJECT_LABEL = re.compile(r"[^\W\d_][^:]{2,20}:\s\S")
# "Сообщение #3": right below the date
_NUMBERED = re.compile(r"[^\W\d_]{3,12}\s?#\d{1,6}$")
_ANSWER = re.compile(rf"(?:{ANSWERS})\s?: ?(\S.*)$", re.IGNORECASE)


class _Part(NamedTuple):
    """A line's part in the right column."""

    line: Line
    place: Segment


def _parse(page: TextPage) -> Parse | None:
    found = cards(page)
    if not found:
        return None
    tops = [_top(page, card) for card in found]
    stops = [*tops[1:], len(page.lines)]
    left = _left_of(page, found)
    texts = [_text(page, card, stop, left) for card, stop in zip(found, stops, strict=True)]
    _without_subjects(page, texts)
    _without_controls(page, texts)
    records = [
        _record(page, card, (top, stop), text)
        for card, top, stop, text in zip(found, tops, stops, texts, strict=True)
    ]
    told = sum(bool(record.body) for record in records)
    if told * 2 < len(records):
        return None  # a table of rates
    return Parse(
        records=tuple(records),
        start=page.lines[tops[0]].start,
        marks=2 * len(records),
        regularity=0.5 + 0.5 * told / len(records),
        front=(),
    )


def _top(page: TextPage, card: Card) -> int:
    """Give the first line of a post: the subject may stand above the date."""
    number = card.first
    while number and _is_subject(page.lines[number - 1], card.column):
        number -= 1
    return number


def _is_subject(line: Line, column: int) -> bool:
    return line.indent == column and bool(_SUBJECT_LABEL.match(line.text))


def _left_of(page: TextPage, found: Sequence[Card]) -> int:
    """Give where the cards begin: a name may be set into the middle of its column."""
    lines = (page.lines[n] for card in found[:-1] for n in range(card.first, card.named + FIELDS))
    return min(line.indent for line in lines if line.text)


def _text(page: TextPage, card: Card, stop: int, left: int) -> list[_Part]:
    """Give the parts of a post's text, as far as its columns go and no signature begins.

    What stands below the last post begins left of the table.
    """
    found: list[_Part] = []
    least = min(left, *(page.lines[n].indent for n in (card.first, card.named)))
    for line in page.lines[card.last + 1 : stop]:
        place = right_of(line, card.column)
        shown = "" if place is None else page.text[place.start : place.end]
        below = line.text and line.indent < least and stop == len(page.lines)
        if place is None or below or _RULE.match(shown):
            break
        if found or (shown and not _NUMBERED.match(shown)):
            found.append(_Part(line, place))
    return _stripped(found)


def _stripped(found: list[_Part]) -> list[_Part]:
    """Take away the parts behind the last that is not empty."""
    while found and found[-1].place.end <= found[-1].place.start:
        found.pop()
    return found


def _without_subjects(page: TextPage, texts: Sequence[list[_Part]]) -> None:
    """Take away the first lines that are subjects: "Re: bells", or "bells" where others answer."""
    firsts = [page.text[slice(*text[0].place)] if text else "" for text in texts]
    answers = [_ANSWER.match(first) for first in firsts]
    subjects = {answer[1] for answer in answers if answer}
    for text, first, answer in zip(texts, firsts, answers, strict=True):
        if answer or first in subjects:
            del text[0]
            while text and text[0].place.end <= text[0].place.start:
                del text[0]


def _without_controls(page: TextPage, texts: Sequence[list[_Part]]) -> None:
    """Take away the last lines that posts have in common, and those of editing."""
    for _ in range(MAX_CONTROLS):
        lasts = [page.text[slice(*text[-1].place)] if text else "" for text in texts]
        times = Counter(lasts)
        for text, last in zip(texts, lasts, strict=True):
            if last and (times[last] >= SHARED * len(texts) or FORUM_CHROME.match(last)):
                text.pop()
                _stripped(text)


def _record(page: TextPage, card: Card, reach: tuple[int, int], text: Sequence[_Part]) -> Record:
    lines, (top, stop) = page.lines, reach
    body: list[Segment] = []
    for part in text:
        start, end = part.place
        if part is text[0]:  # a quotation is indented
            start = end - len(page.text[start:end].lstrip())
        body += [Segment(start, end)] if end > start else []
        body += [Segment(part.line.after - 1, part.line.after)] if part is not text[-1] else []
    header = [line.content for line in lines[top : card.last + 1] if line.text]
    own = lines[card.named].first
    if card.named > card.last:
        header.append(Segment(own, own + len(card.name)))
    inner = {part.line.first: part.place.start for part in text}
    chrome = [
        Segment(line.first, min(line.end, inner.get(line.first, line.end)))
        for line in lines[card.last + 1 : stop]
        if line.text and line.first != own
    ]
    return Record(
        header=tuple(header),
        body=tuple(body),
        chrome=tuple(place for place in chrome if place.end > place.start),
        author=card.name,
        author_state="named",
        date=card.date,
        status="complete" if body else "empty",
    )


LAYOUT = Layout(
    description="two columns side by side: name and counters, date and text",
    parents="none",
    telling=3,
    parse=_parse,
)
