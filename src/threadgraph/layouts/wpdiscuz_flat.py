"""Read wpDiscuz comments of themes that leave nothing but names and blank lines.

A comment is its author's name on a line of its own, or on two (a picture's words before it), then
its paragraphs. Names of one word were
dropped by the corpus's line filter and leave a longer run of blank lines; after the filter one
blank line stands between paragraphs, so every further one is a dropped line. Nesting is gone.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from math import log
from typing import NamedTuple

from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._heads.lone_names import name_in, names_alone
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.page import Paragraph, Segment, TextPage
from threadgraph.layouts._text.words import COUNT_HEADING, FORM_SIGN
from threadgraph.records import Problem

__all__ = ["LAYOUT"]

MIN_NAMED = 3
MAX_HEADING = 60
MIN_REPEATED = 30
MAX_FORM = 3
"""Paragraphs of the form between the count and the comments, at most."""
_DIGITS = re.compile(r"\d{1,4}")
# "12 Messages", "9 reviews for A Blue Kettle"
_MESSAGES = re.compile(r"^\d{1,4} (?:messages|reviews|posts)(?: for .{1,100})?$", re.IGNORECASE)
LOST_POST = 4
"""Blank lines between two posts from which on a whole post was probably lost (three lines)."""


class _Found(NamedTuple):
    """The paragraphs of a page, which of them are names, and which can open a comment."""

    page: TextPage
    paragraphs: list[Paragraph]
    names: set[int]
    opens: list[bool]


class _Place(NamedTuple):
    """The paragraphs of the comments; `told` if names below a count or the form tell them."""

    begin: int
    end: int
    told: bool
    gapped: bool = False


def _parse(page: TextPage) -> Parse | None:
    if page.linked:
        return None  # html2text prints runs of blank lines by itself
    paragraphs = _parted(page)
    counted, signed = _counted(page, paragraphs), _below_sign(page, paragraphs)
    lost = page.text.count("\n\n\n") + page.text.count("\r\n\r\n\r\n")
    if lost > 1 and page.unfiltered:
        lost = 0  # the filter that leaves runs of blank lines would have dropped those words
    if counted is None and signed is None and lost < 2:  # noqa: PLR2004 - one may be chance
        return None
    names, repeated = names_alone(page, paragraphs)
    opens = [p.gap > 1 or i in names for i, p in enumerate(paragraphs)]
    opens = [o and i - 1 not in names for i, o in enumerate(opens)]
    found = _Found(page, paragraphs, names, opens)
    place = _below_count(found, counted)
    if place is None and not lost:
        place = _below_form(found, signed)
    elif place is None and lost > 1:
        begin = _change_point(opens) if signed is None else signed
        gapped = signed is not None
        place = None if begin is None else _Place(begin, len(paragraphs), told=False, gapped=gapped)
    return None if place is None else _told(found, place, repeated)


def _told(found: _Found, place: _Place, repeated: set[str]) -> Parse | None:
    page, paragraphs, names, opens = found
    starts = [i for i in range(place.begin, place.end) if opens[i] or i == place.begin]
    ends = [*starts[1:], place.end]
    records = [
        _record(page, paragraphs[start:end], named=start in names)
        for start, end in zip(starts, ends, strict=True)
    ]
    if _repeats(page, records):
        return None
    below = [
        page.lines[n].content for p in paragraphs[place.end :] for n in range(p.first, p.last + 1)
    ]
    records[-1] = records[-1]._replace(chrome=tuple(below))
    inside = sum(1 for i in starts if i in names and name_in(page, paragraphs[i]) in repeated)
    gaps = sum(paragraphs[i].gap > 1 for i in starts) if place.gapped else 0
    return Parse(
        records=tuple(records),
        start=page.lines[paragraphs[place.begin].first].start,
        marks=sum(i in names for i in starts) if place.told else max(0, inside - 1, gaps),
        regularity=sum(
            r.author is not None or paragraphs[s].gap > 1
            for r, s in zip(records, starts, strict=True)
        )
        / len(records),
        problems=tuple(_lost(page, paragraphs, starts[1:])),
    )


def _parted(page: TextPage) -> list[Paragraph]:
    """Give the paragraphs, parted below the last line of the form: a name may follow at once."""
    found: list[Paragraph] = []
    for p in page.paragraphs:
        signs = [n for n in range(p.first, p.last) if _is_sign(page.lines[n].text)]
        if signs:
            found += [p._replace(last=signs[-1]), Paragraph(signs[-1] + 1, p.last, 1)]
        else:
            found.append(p)
    return found


def _is_sign(text: str) -> bool:
    return len(text) <= MAX_HEADING and FORM_SIGN.match(text) is not None


def _repeats(page: TextPage, records: list[Record]) -> bool:
    """Tell whether pieces are captions and teasers between an article's paragraphs.

    They stand there twice, or once as a text and once as what would be a name.
    """
    texts = Counter("".join(page.text[a:b].strip() for a, b in r.body) for r in records)
    names = {record.author for record in records}
    return any((n > 1 and len(t) >= MIN_REPEATED) or t in names for t, n in texts.items())


def _counted(page: TextPage, paragraphs: list[Paragraph]) -> tuple[int, int] | None:
    """Give the paragraph below the line that counts the comments, and how many it says."""
    for i, p in enumerate(paragraphs[:-1]):
        text = page.lines[p.first].text
        if p.first == p.last and len(text) <= MAX_HEADING and text[0].isalnum():
            match = COUNT_HEADING.match(text) or _MESSAGES.match(text)
            digits = _DIGITS.search(text) if match else None
            if digits:
                return i + 1, int(digits[0])
    return None


def _below_sign(page: TextPage, paragraphs: list[Paragraph]) -> int | None:
    """Give the first paragraph below the form, which wpDiscuz prints above the comments."""
    found = None
    for i, p in enumerate(paragraphs[:-1]):
        if any(_is_sign(page.lines[number].text) for number in range(p.first, p.last + 1)):
            found = i + 1
    return found


def _below_count(found: _Found, counted: tuple[int, int] | None) -> _Place | None:
    """Give where the comments stand if a name opens them right below their count, and it fits.

    The form may stand between.
    """
    if counted is None:
        return None
    page, paragraphs, names, opens = found
    begin, count = counted
    near = range(begin, min(len(paragraphs), begin + MAX_FORM))
    begin = next((i for i in near if not _serves(page, paragraphs[i])), begin)
    if begin not in names:
        return None
    end = _form_below(page, paragraphs, begin)
    posts = sum(opens[begin:end])
    fits = count <= 3 * posts and 10 * posts <= 11 * count
    return _Place(begin, end, told=True) if fits and _named(found, begin, end) else None


def _below_form(found: _Found, signed: int | None) -> _Place | None:
    """Give where the comments stand if a name opens them right below wpDiscuz' own form."""
    if signed is None or signed not in found.names:
        return None
    end = _form_below(found.page, found.paragraphs, signed)
    return _Place(signed, end, told=True) if _named(found, signed, end) else None


def _named(found: _Found, begin: int, end: int) -> bool:
    """Tell whether names open at least half of the comments that were found."""
    named = sum(begin <= i < end for i in found.names)
    return named >= MIN_NAMED and 2 * named >= sum(found.opens[begin:end])


def _form_below(page: TextPage, paragraphs: list[Paragraph], begin: int) -> int:
    """Give the first paragraph that is the form below the comments."""
    below = range(begin + 1, len(paragraphs))
    return next(
        (i for i in below if is_form(page.lines[paragraphs[i].first].text)), len(paragraphs)
    )


def _serves(page: TextPage, paragraph: Paragraph) -> bool:
    """Tell a form or controls between the count and the comments."""
    text = page.lines[paragraph.first].text
    return is_form(text) or is_chrome(text)


def _change_point(opens: list[bool]) -> int | None:
    """Find where the comments begin: the best split into few and many opened paragraphs."""
    total = len(opens)
    before = [0, *accumulate(opens)]
    best: tuple[float, int] | None = None
    for i in range(1, total):
        if not opens[i]:
            continue
        gain = _likelihood(before[i], i) + _likelihood(before[total] - before[i], total - i)
        if best is None or gain > best[0]:
            best = (gain, i)
    if best is None:
        return None
    i = best[1]
    many = (before[total] - before[i]) / (total - i)
    return i if many > before[i] / i else None


def _likelihood(hits: int, trials: int) -> float:
    """Give the log-likelihood of Bernoulli trials at their own (smoothed) rate."""
    rate = (hits + 0.5) / (trials + 1)
    return hits * log(rate) + (trials - hits) * log(1 - rate)


def _record(page: TextPage, paragraphs: list[Paragraph], *, named: bool) -> Record:
    head = page.lines[paragraphs[0].first]
    rest = paragraphs[1:] if named else paragraphs
    return Record(
        header=(Segment(head.first, page.lines[paragraphs[0].last].end),) if named else (),
        body=_body(page, rest) if rest else (),
        author=name_in(page, paragraphs[0]) if named else None,
        author_state="named" if named else "missing",
    )


def _body(page: TextPage, rest: list[Paragraph]) -> tuple[Segment, ...]:
    return tuple(page.body(rest[0].first, rest[-1].last, page.lines[rest[0].first].indent))


def _lost(page: TextPage, paragraphs: list[Paragraph], starts: list[int]) -> list[Problem]:
    """Warn of runs of blank lines in which a whole comment may have stood."""
    return [
        Problem(
            code="TG121",
            reason=f"{paragraphs[i].gap} blank lines: {paragraphs[i].gap - 1} lines were dropped "
            "here, so a post was probably lost",
            span_start=page.lines[paragraphs[i].first - paragraphs[i].gap].start,
            span_end=page.lines[paragraphs[i].first].start,
        )
        for i in starts
        if paragraphs[i].gap >= LOST_POST
    ]


LAYOUT = Layout(
    description="wpDiscuz without headers: names and longer runs of blank lines",
    parents="none",
    parse=_parse,
    generic=True,
    bare=True,
)
