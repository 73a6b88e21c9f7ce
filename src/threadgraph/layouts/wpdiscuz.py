"""Read wpDiscuz comments with their headers: name, date, and the label of the comment answered.

A header is a run of lines without a blank between: the avatar's text (the name again), the name,
"Reply to  Name", the date. Line filters may have dropped any of them but the date or the label.
Nesting is shown by labels only: on a page that prints one, a comment without is at top level.
Drupal's "In reply to ... by Name" stands above answers in some themes and below them in others: of
a page that keeps nothing else it parts the posts, and names no parent.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from threadgraph.dates import is_date
from threadgraph.layouts._base import Layout, Parse, Record
from threadgraph.layouts._heads.telling import past_heading, talked_of
from threadgraph.layouts._heads.tickers import dates_entry, have_headlines
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.names import looks_like_name, reads_as_text
from threadgraph.layouts._text.page import Line, Paragraph, Segment, TextPage
from threadgraph.layouts._text.words import (
    COUNT_HEADING,
    FORM_SIGN,
    IN_REPLY_BELOW,
    READ_MORE,
    REPLY_TO,
    ROLES,
)
from threadgraph.records import Problem, Status

__all__ = ["LAYOUT"]

MAX_HEADER = 5
MANY = 4
MAX_ABOVE = 120
MAX_FORM = 14
"""Lines above the first header, at most: "Login", "9 Comments", "Oldest"."""

MARKS = "•*+"
_DIGITS = re.compile(r"\d+")
_HALF = re.compile(r"[ap](?=\.?m\b)", re.IGNORECASE)


class _Header(NamedTuple):
    first: int
    last: int
    names: tuple[Line, ...]
    date: Line | None
    label: Line | None
    late: bool = False
    """Whether the label stands below a blank line: boards print it with the text, where meant."""


def _parse(page: TextPage) -> Parse | None:
    found = [_header(page, paragraph) for paragraph in page.paragraphs]
    headers = _with_late_labels(page, [header for header in found if header is not None])
    if headers and found[0] is not None and not _alike(headers):
        headers = headers[1:]  # the name and date of the article
    while len(headers) > MANY and not headers[0].names and all(h.names for h in headers[1:MANY]):
        headers = headers[1:]  # dates above the discussion: the article's, that of a teaser
    headers = headers[past_heading(page.lines, [(h.first, h.last) for h in headers]) :]
    if not headers or _controls(headers) or _closing(page, headers):
        return None
    if page.linked or _apart(page, headers):
        return None  # `generic` reads names and controls that stand apart
    if len(headers) == 1 and not _alone(page, headers[0]):
        return None
    if page.unfiltered and _are_bylines(page, headers):
        return None
    sideless = _is_sideless(headers)
    labelled = not sideless and any(h.label and not h.late for h in headers)
    nameless = not any(header.label or header.names for header in headers)
    if nameless and (page.unfiltered or _is_ticker(page, headers)):
        return None  # no filter took the names away
    ends = [header.first for header in headers[1:]] + [len(page.lines)]
    records = [
        _record(page, header, end, labelled=labelled)
        for header, end in zip(headers, ends, strict=True)
    ]
    return Parse(
        records=tuple(records),
        start=page.lines[headers[0].first].start,
        marks=sum(_marks(header) for header in headers),
        regularity=sum(bool(r.body) for r in records) / len(records),
        problems=(_warning(page, len(records), headers[0]),) if sideless else (),
    )


def _with_late_labels(page: TextPage, headers: list[_Header]) -> list[_Header]:
    """Join "In reply to Ann:" to the name and date right above it, a blank line between."""
    found: list[_Header] = []
    for header in headers:
        above = found[-1] if found else None
        alone = header.label and not (header.names or header.date)
        if (
            above is not None
            and alone
            and above.names
            and above.date
            and above.label is None
            and page.next_text(above.last + 1) == header.first
        ):
            found[-1] = above._replace(last=header.last, label=header.label, late=True)
        else:
            found.append(header)
    return found


def _is_sideless(headers: list[_Header]) -> bool:
    """Tell Drupal's labels without names and dates: which text answers is not shown."""
    if any(header.names or header.date for header in headers):
        return False
    labels = [header.label.text for header in headers if header.label]
    return len(labels) > 1 and all(IN_REPLY_BELOW.match(label) for label in labels)


def _warning(page: TextPage, count: int, first: _Header) -> Problem:
    return Problem(
        code="TG129",
        reason=f"{count} labels of answers are all that parts the posts: whether they stand above "
        "or below the answer is not shown, and some posts may stand together",
        span_start=page.lines[first.first].start,
        span_end=len(page.text),
    )


def _alone(page: TextPage, header: _Header) -> bool:
    """Tell a page's only comment: one name with one date, or with text below, is the article's."""
    return _marks(header) > 1 and page.blank(header.last + 1)


def _are_bylines(page: TextPage, headers: list[_Header]) -> bool:
    """Tell two headers of articles: one has no name, no words of a discussion stand by them."""
    if len(headers) > 2 or all(header.label or header.names for header in headers):  # noqa: PLR2004
        return False
    return not talked_of(page.lines, headers[0].first, headers[-1].first)


def _is_ticker(page: TextPage, headers: list[_Header]) -> bool:
    """Tell a programme, a diary or a ticker by its dates, or by its headlines."""
    dates = [header.date.text if header.date else "" for header in headers]
    return all(map(dates_entry, dates)) or have_headlines(page, [h.last for h in headers])


def _apart(page: TextPage, headers: list[_Header]) -> bool:
    """Tell whether lines are indented, or names stand in paragraphs of their own above dates."""
    indented = sum(page.lines[header.first].indent > 0 for header in headers)
    if indented * 2 > len(headers):
        return True
    if any(header.names for header in headers):
        return False
    dated = [header for header in headers if header.date] or headers
    above = [page.lines[header.first - 2] for header in dated if header.first > 1]
    named = sum(bool(line.text) and looks_like_name(line.text) for line in above)
    return named * 5 >= len(dated) * 4


def _controls(headers: list[_Header]) -> bool:
    """Tell lines above dates that are one control again and again ("Translate"), no names."""
    names = Counter(header.names[-1].text for header in headers if header.names)
    many = max(names.values(), default=0)
    return many >= MANY and many * 5 >= len(headers) * 4


def _closing(page: TextPage, headers: list[_Header]) -> bool:
    """Tell controls that close their own posts: the name that each tells stands alone above it."""
    if any(h.date or h.names or h.label is None for h in headers):
        return False
    below = page.next_text(headers[-1].last + 1)
    if below is not None and not is_form(page.lines[below].text):
        return False
    tops = [0] + [header.last + 1 for header in headers]
    own = 0
    for top, header in zip(tops, headers, strict=False):
        label = REPLY_TO.match(header.label.text) if header.label else None
        above = {line.text for line in page.lines[top : header.first]}
        own += label is not None and label[1].strip() in above
    return own > 1


def _alike(headers: list[_Header]) -> bool:
    """Tell whether the first header has the form of a later one."""
    forms = [(len(h.names), _form(h.date.text) if h.date else None) for h in headers]
    return forms[0] in forms[1:]


def _form(date: str) -> str:
    """Give a date as any other of its form: "4/22/22 10:02 p.m." as "9/9/9 9:9 a.m."."""
    return _HALF.sub("a", _DIGITS.sub("9", date))


def _marks(header: _Header) -> int:
    doubled = len({line.text for line in header.names}) < len(header.names)
    return bool(header.date) + bool(header.label) + doubled


def _ends_post(text: str) -> bool:
    return is_chrome(text) and not REPLY_TO.match(text)


def _below_form(page: TextPage, paragraph: Paragraph) -> int:
    """Give the line below what wpDiscuz prints above its list, where no blank line parts them."""
    first = paragraph.first
    if paragraph.last - first < MAX_HEADER:
        return first
    for number in range(min(paragraph.last, first + MAX_FORM) - 1, first, -1):
        text = page.lines[number].text
        if len(text) <= MAX_ABOVE and FORM_SIGN.match(text):
            return number + 1
    return first


def _stands_above(text: str) -> bool:
    """Tell the end of the post before, or what is printed above the first."""
    if len(text) > MAX_ABOVE:
        return False
    return _ends_post(text) or bool(COUNT_HEADING.match(text) or FORM_SIGN.match(text))


def _header(page: TextPage, paragraph: Paragraph) -> _Header | None:
    """Read the header at the start of a paragraph, or give None."""
    first = _below_form(page, paragraph)
    while first < paragraph.last and _stands_above(page.lines[first].text):
        first += 1  # "Last edited 1 year ago by Ann" ends the post before
    lines = page.lines[first : min(paragraph.last, first + MAX_HEADER - 1) + 1]
    names: list[Line] = []
    date = label = None
    last = -1
    for offset, line in enumerate(lines):
        if date is None and is_date(line.text):
            date, last = line, offset
        elif label is None and REPLY_TO.match(line.text):
            label, last = line, offset
        elif last < 0 and not reads_as_text(line.text) and line.text[0] not in MARKS:
            names.append(line)
        else:
            break
    if last < 0:
        return None
    return _Header(first, first + last, tuple(names), date, label)


def _record(page: TextPage, header: _Header, end: int, *, labelled: bool) -> Record:
    body, chrome, status = _body(page, header.last + 1, end)
    named = [line for line in header.names if line.text.lower() not in ROLES]
    name = _shorter(named or header.names)
    told = labelled or header.late
    label = REPLY_TO.match(header.label.text) if header.label and told else None
    shown = header.label or header.date
    return Record(
        header=tuple(line.content for line in page.lines[header.first : header.last + 1]),
        body=body,
        chrome=chrome,
        author=name.text if name else None,
        author_state="named" if name else "missing",
        date=header.date.text if header.date else None,
        label=label[1].strip(" :") if label else None,
        depth=0 if labelled and label is None else None,
        evidence=shown.content if told and shown else None,
        status=status,
    )


def _shorter(names: Sequence[Line]) -> Line | None:
    """Give the last of the names, or the avatar's text above where that ends with a rank."""
    if len(names) > 1 and names[-1].text.startswith(f"{names[-2].text} "):
        return names[-2]
    return names[-1] if names else None


def _body(
    page: TextPage, first: int, end: int
) -> tuple[tuple[Segment, ...], tuple[Segment, ...], Status]:
    """Give the body of lines `first` to `end` (excluded), the cut-off mark, and the status."""
    start = page.next_text(first)
    last = end - 1
    while last >= first and is_chrome(page.lines[last].text):
        last -= 1
    if start is None or start > last:
        return (), (), "empty"
    body = page.body(start, last, page.lines[start].indent)
    line = page.lines[last]
    cut = READ_MORE.search(line.text)
    if cut is None:
        return tuple(body), (), "complete"
    mark = Segment(line.first + cut.start(), line.end)
    body[-1] = Segment(body[-1].start, mark.start)
    return tuple(body), (mark,), "truncated"


LAYOUT = Layout(
    description="wpDiscuz with headers: name, date, 'Reply to' labels",
    parents="labels",
    parse=_parse,
    generic=True,
    bare=True,
)
