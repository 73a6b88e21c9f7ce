"""Build the records of a page from the rows that open them.

A layout finds the heads; what stands between two heads is the first one's text, without the rows
of controls at both ends. Of Markdown's links only the words are text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._text.chrome import is_chrome
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.records import AuthorState, Role, Status

__all__ = [
    "Head", "build_records", "by_names", "heads_apart", "parse_heads", "serves", "stop_at",
    "visible", "with_footer",
]  # fmt: skip

HALF = 0.5

GONE: dict[str, Status] = {
    "[deleted]": "deleted", "[removed]": "removed", "deleted by creator": "deleted",
    "removed by mod": "removed", "comment deleted by user": "deleted",
    "comment removed by moderator": "removed", "[flagged]": "removed", "comment removed": "removed",
}  # fmt: skip
"""Texts that stand where a post was."""

# "![a](http://a.example/b.png)", "[the plans](http://a.example "Plans")"
_PICTURE = re.compile(r"!\[[^\[\]]{0,300}\]\([^()]{0,2500}(?:\([^()]{0,100}\)[^()]{0,500})?\)")
_LINK = re.compile(
    r"(?<!!)\[([^\[\]]{1,400})\](\([^()]{0,2500}(?:\([^()]{0,100}\)[^()]{0,500})?\))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The rows `first` to `last` that open a post, and what they tell.

    `start` is the code point where the text begins in the last of them, if it does; `foot` is the
    row of the name below the text, if it stands there.
    """

    first: int
    last: int
    author: str | None = None
    author_state: AuthorState | None = None
    date: str | None = None
    depth: int | None = None
    label: str | None = None
    evidence: Segment | None = None
    start: int | None = None
    role: Role = "comment"
    foot: int | None = None


def serves(row: Row) -> bool:
    """Tell a control by its words: what layouts that know no others of theirs take for chrome."""
    return is_chrome(row.text)


def heads_apart(heads: Iterable[Head]) -> list[Head]:
    """Give the heads without those that begin in the rows of the one before."""
    found: list[Head] = []
    for head in heads:
        if not found or head.first > found[-1].last:
            found.append(head)
    return found


def stop_at(
    rows: Sequence[Row], heads: Sequence[Head], footer: re.Pattern[str], *, apart: bool = False
) -> int:
    """Give the row after the last head at which a footer begins, else the end.

    With `apart` only rows below a blank line begin one.
    """
    below = range(heads[-1].last + 1, len(rows))
    begins = (n for n in below if (rows[n].gap or not apart) and footer.match(rows[n].text))
    return next(begins, len(rows))


def parse_heads(
    page: TextPage,
    rows: Sequence[Row],
    heads: Sequence[Head],
    stop: int,
    chrome: Callable[[Row], bool],
) -> Parse:
    """Parse a page whose heads are found: two marks a record, regular where it has a text.

    What stands from the row `stop` on is chrome of the last record.
    """
    records = build_records(page, rows, heads, stop, chrome)
    records = (*records[:-1], with_footer(page, records[-1], rows, stop))
    return Parse(
        records=records,
        start=page.lines[rows[heads[0].first].first].start,
        marks=2 * len(records),
        regularity=sum(bool(r.body) for r in records) / len(records),
    )


def by_names(parse: Parse, certainty: float) -> Parse:
    """Give a parse of no known system: a mark a record, worth `certainty` if all have names.

    Where none has one, half of it; less where texts are missing.
    """
    count = len(parse.records)
    named = sum(record.author is not None for record in parse.records)
    share = (HALF + HALF * named / count) * parse.regularity
    return replace(parse, marks=count, regularity=round(certainty * share, 6))


def build_records(
    page: TextPage,
    rows: Sequence[Row],
    heads: Sequence[Head],
    stop: int,
    chrome: Callable[[Row], bool],
) -> tuple[Record, ...]:
    """Make a record of each head; the last one's text ends before the row `stop`.

    `chrome` tells rows that are controls; they are left out at both ends of a text.
    """
    ends = [*(head.first for head in heads[1:]), stop]
    return tuple(
        _record(page, rows, head, end, chrome) for head, end in zip(heads, ends, strict=True)
    )


def with_footer(page: TextPage, record: Record, rows: Sequence[Row], stop: int) -> Record:
    """Give the last record with what stands from the row `stop` on as its chrome."""
    below = [place for row in rows[stop:] for place in _row(page, row)]
    return record._replace(chrome=(*record.chrome, *below))


def _record(
    page: TextPage, rows: Sequence[Row], head: Head, end: int, chrome: Callable[[Row], bool]
) -> Record:
    first, last = head.last + 1, (end if head.foot is None else min(end, head.foot)) - 1
    while first <= last and head.start is None and chrome(rows[first]):
        first += 1
    while last >= first and chrome(rows[last]):
        last -= 1
    ranges = list(_lines(page, rows, first, last)) if first <= last else []
    if head.start is not None:
        here = page.lines[rows[head.last].last]
        blank = page.lines[rows[head.last].last + 1 : rows[first].first] if ranges else ()
        ranges[:0] = [
            Segment(head.start, here.after if ranges else here.end),
            *(Segment(line.stop, line.after) for line in blank),
        ]
    body, dropped = visible(page.text, ranges)
    controls = [*range(head.last + 1, first), *range(last + 1, end)]
    signed = [head.foot] if head.foot in controls else []
    controls = [number for number in controls if number not in signed]
    text = "".join(page.text[start:stop] for start, stop in body)
    status = GONE.get(text.lower(), "complete") if len(text) < 40 else "complete"  # noqa: PLR2004
    stop = head.start
    return Record(
        header=(
            *_covered(page, rows, head.first, head.last, stop),
            *(place for number in signed for place in _row(page, rows[number])),
        ),
        body=tuple(body),
        chrome=tuple(sorted([*dropped, *(s for n in controls for s in _row(page, rows[n]))])),
        author=head.author,
        author_state=head.author_state or ("named" if head.author else "missing"),
        date=head.date,
        label=head.label,
        depth=head.depth,
        evidence=head.evidence,
        role=head.role,
        status=status if body else "empty",
    )


def _covered(
    page: TextPage, rows: Sequence[Row], first: int, last: int, stop: int | None
) -> Iterator[Segment]:
    for number in range(first, last + 1):
        for place in _row(page, rows[number]):
            if stop is None or place.end <= stop:
                yield place
            elif place.start < stop:
                kept = page.text[place.start : stop].rstrip()
                yield Segment(place.start, place.start + len(kept))


def _row(page: TextPage, row: Row) -> Iterator[Segment]:
    for line in page.lines[row.first : row.last + 1]:
        if line.text:
            yield line.content


def _lines(page: TextPage, rows: Sequence[Row], first: int, last: int) -> Iterator[Segment]:
    """Give the rows' lines without their common indent and without trailing blanks."""
    indent = rows[first].indent
    final = rows[last].last
    for line in page.lines[rows[first].first : final + 1]:
        if line.text:
            yield Segment(line.start + min(indent, line.indent), line.end)
        if page.lines[final] is not line:
            lead = line.stop + (line.after - line.stop > 1)  # the `\r` of `\r\n` is no text
            yield Segment(lead, line.after)


def visible(text: str, ranges: Sequence[Segment]) -> tuple[list[Segment], list[Segment]]:
    """Part the ranges into what a reader sees and the Markdown of links."""
    if not ranges:
        return [], []
    first, last = ranges[0].start, ranges[-1].end
    hidden = sorted(_markdown(text, first, last)) if text.find("](", first, last) >= 0 else []
    body: list[Segment] = []
    for start, end in ranges:
        done = start
        for place in hidden:
            if place.end > done and place.start < end:
                _add(body, done, min(end, place.start))
                done = max(done, place.end)
        if end > done:
            _add(body, done, end)
    body = _stripped(text, body)
    gone = [Segment(max(s, first), min(e, last)) for s, e in hidden]
    return body, _apart(place for place in gone if place.end > place.start)


def _apart(places: Iterable[Segment]) -> list[Segment]:
    """Give places that are in order, those that overlap as one: a picture in a link's target."""
    found: list[Segment] = []
    for place in places:
        above = found.pop() if found and place.start < found[-1].end else place
        found.append(Segment(above.start, max(above.end, place.end)))
    return found


def _markdown(text: str, first: int, last: int) -> Iterator[Segment]:
    done = first
    for match in _PICTURE.finditer(text, first, last):
        yield Segment(*match.span())
    for match in _LINK.finditer(text, done, last):
        yield Segment(match.start(), match.start(1))
        yield Segment(match.end(1), match.end())


def _add(body: list[Segment], start: int, end: int) -> None:
    if end <= start:
        return
    if body and body[-1].end == start:
        body[-1] = Segment(body[-1].start, end)
    else:
        body.append(Segment(start, end))


def _stripped(text: str, body: list[Segment]) -> list[Segment]:
    """Take white space away from the start of the first and the end of the last piece."""
    while body and text[body[0].start].isspace():
        start, end = body[0]
        lead = text[start:end].lstrip()
        if lead:
            body[0] = Segment(end - len(lead), end)
            break
        del body[0]
    while body and text[body[-1].end - 1].isspace():
        start, end = body[-1]
        rest = text[start:end].rstrip()
        if rest:
            body[-1] = Segment(start, start + len(rest))
            break
        del body[-1]
    return body
