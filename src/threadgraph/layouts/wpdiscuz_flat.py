"""Read wpDiscuz comments of themes that leave nothing but names and blank lines.

A comment is its author's name on a line of its own, or on two (a picture's words before it), then
its paragraphs. Names of one word were
dropped by the corpus's line filter and leave a longer run of blank lines; after the filter one
blank line stands between paragraphs, so every further one is a dropped line. Nesting is gone.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, pairwise
from math import log

from threadgraph.dates import is_date
from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._chrome import is_chrome, is_form
from threadgraph.layouts._names import name_likeness, reads_as_text
from threadgraph.layouts._page import Paragraph, Segment, TextPage
from threadgraph.layouts._words import COMMENT_COUNT, COUNT_HEADING
from threadgraph.records import Problem

__all__ = ["LAYOUT"]

MIN_NAMED = 3
MAX_HEADING = 60
MIN_REPEATED = 30
_HEADINGS = ("#", "**", "==")
_ITEM = re.compile(r"(?:\d{1,4}\.|[•*+])\s")
_DIGITS = re.compile(r"\d{1,4}")
# "Login with", "Notify of", "newest oldest most voted", "Inline Feedbacks", "View all comments"
_SIGN = re.compile(
    r"^(?:(?:login|connect) with|notify of|inline feedbacks|view all comments|"
    r"newest ?(?:oldest )?most voted|(?:sort by )?newest oldest\b.{0,20}|"
    r"kommentare abonnieren\?|benachrichtig\w{1,3} (?:bei|über)\b.{0,20}|"
    r"alle kommentare (?:anzeigen|ansehen)|neue?ste älteste\b.{0,20}|"
    r"(?:se connecter|connexion) avec|voir tous les commentaires|(?:le )?plus récents?\b.{0,30}|"
    r"ver todos los comentarios|(?:el )?más nuevo\b.{0,30}|vedi tutti i commenti|"
    r"(?:il )?più (?:recenti|nuovi)\b.{0,30}|ver todos os comentários|"
    r"mais (?:novos|recentes)\b.{0,30}|"
    r"(?:bekijk )?alle reacties(?: bekijken)?|nieuwste oudste\b.{0,20}|"
    r"najnowsze najstarsze\b.{0,20}|посмотреть все комментарии|новые старые\b.{0,20})\W*$",
    re.IGNORECASE,
)
LOST_POST = 4
"""Blank lines between two posts from which on a whole post was probably lost (three lines)."""


def _parse(page: TextPage) -> Parse | None:
    if page.linked:
        return None  # html2text prints runs of blank lines by itself
    paragraphs = _parted(page)
    counted = _counted(page, paragraphs)
    lost = page.text.count("\n\n\n") + page.text.count("\r\n\r\n\r\n")
    if lost > 1 and page.unfiltered:
        lost = 0  # the filter that leaves runs of blank lines would have dropped those words
    if counted is None and lost < 2:  # noqa: PLR2004 - one may be chance
        return None
    names, repeated = _names(page, paragraphs)
    opens = [p.gap > 1 or i in names for i, p in enumerate(paragraphs)]
    opens = [o and i - 1 not in names for i, o in enumerate(opens)]
    begin = _below_count(counted, names, opens)
    told = begin is not None
    signed = _below_sign(page, paragraphs) if begin is None and lost > 1 else None
    begin = signed if begin is None else begin
    if begin is None and lost > 1:
        begin = _change_point(opens)
    if begin is None:
        return None
    opens[begin] = True
    starts = [i for i in range(begin, len(paragraphs)) if opens[i]]
    ends = [*starts[1:], len(paragraphs)]
    records = [
        _record(page, paragraphs[start:end], named=start in names)
        for start, end in zip(starts, ends, strict=True)
    ]
    if _repeats(page, records):
        return None
    inside = sum(
        1 for i in starts if i in names and page.lines[paragraphs[i].first].text in repeated
    )
    gaps = sum(paragraphs[i].gap > 1 for i in starts) if signed is not None else 0
    return Parse(
        records=tuple(records),
        start=page.lines[paragraphs[begin].first].start,
        marks=sum(i in names for i in starts) if told else max(0, inside - 1, gaps),
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
    return len(text) <= MAX_HEADING and _SIGN.match(text) is not None


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
            match = COUNT_HEADING.match(text)
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


def _below_count(counted: tuple[int, int] | None, names: set[int], opens: list[bool]) -> int | None:
    """Give where the comments begin if a name opens them right below their count, and it fits."""
    if counted is None or counted[0] not in names:
        return None
    begin, count = counted
    found = sum(opens[begin:])
    named = sum(i >= begin for i in names)
    fits = count <= 3 * found and 10 * found <= 11 * count
    return begin if fits and named >= MIN_NAMED and 2 * named >= found else None


def _names(page: TextPage, paragraphs: list[Paragraph]) -> tuple[set[int], set[str]]:
    """Give the paragraphs that are names, and the names that stand more than once.

    A name is one line, or the same twice, and text follows after one blank line. Of two candidates
    in a row the better one is the name: a name that the page repeats, else the one more like a
    name.
    """
    single = [
        i for i, (p, following) in enumerate(pairwise(paragraphs))
        if _is_line(page, p) and following.gap == 1
        and not reads_as_text(page.lines[p.first].text) and not is_chrome(page.lines[p.first].text)
        and not _is_other(page.lines[p.first].text)
    ]  # fmt: skip
    text = {i: page.lines[paragraphs[i].first].text for i in single}
    counts = Counter(text.values())
    repeated = {name for name, count in counts.items() if count > 1}
    weight = {i: name_likeness(t) + (1.0 if t in repeated else 0.0) for i, t in text.items()}
    names: set[int] = set()
    for i in single:
        if weight[i] < 0.5:  # noqa: PLR2004 - see name_likeness
            continue
        if i - 1 in names:  # the paragraph below a name is text, unless it is the better name
            if weight[i] <= weight[i - 1]:
                continue
            names.discard(i - 1)
        names.add(i)
    return names, repeated


def _is_other(text: str) -> bool:
    """Tell a count, "Leave a comment", a date, an item, and a heading: "** Bug fixes"."""
    other = text.startswith(_HEADINGS) or _ITEM.match(text) is not None or is_date(text)
    return other or COMMENT_COUNT.match(text) is not None or is_form(text)


def _is_line(page: TextPage, paragraph: Paragraph) -> bool:
    first, last = paragraph.first, paragraph.last
    return first == last or (last == first + 1 and page.lines[first].text == page.lines[last].text)


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
        body=tuple(page.body(rest[0].first, rest[-1].last)),
        author=head.text if named else None,
        author_state="named" if named else "missing",
    )


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
)
