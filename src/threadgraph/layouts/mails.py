"""Read threads of mails as list archives print them: a block of header fields, then the text.

A block has "From:" and one more of Date, Subject, To, Message-ID. "On May 3, 2020, Ann wrote:" in
front of quoted lines names whom a mail answers; the quoted lines stay in its text. The first mail
opens the thread. Not read: quotes without that line, and folded fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.answered import answered
from threadgraph.layouts._heads.archive_links import ARCHIVE_LINKS
from threadgraph.layouts._heads.heads import Head, build_records, serves
from threadgraph.layouts._heads.mail_fields import header_fields
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import TextPage

__all__ = ["LAYOUT"]

MIN_MAILS = 2
TOP = 8
"""Rows above the only mail of a page, at most."""

MAX_ABOVE = 400
"""Letters in these rows, at most."""
MAX_LINK = 240
"""Letters of a row of an archive's links, at most."""

_CLOCK = re.compile(r"\d:\d\d")
# "This is what she wrote that day.": no link, no title
_SENTENCE = re.compile(r"(?: [a-zß-ÿ’']{1,20}){3}[.!?:]$")
# "(Ann Lee)", where the address was taken out
_BRACKETED = re.compile(r"^\(([^()]{1,60})\)$")
# "Ann Lee <ann at a.example>", "ann@a.example (Ann Lee)", "\"Lee, Ann\" via list"
_ANGLED = re.compile(r"^\"?([^\"<>()]{1,60}?)\"?\s*(?:<[^<>]{0,100}>|\bvia\b.{0,60})?$")
# "[personal profile] ann": the words of Dreamwidth's picture before a name
_ICON = re.compile(r"^\[[\w. ]{2,40} profile\] ?")
# "Ann Lee (ann@a.example)", "Ann Lee (ann_at_[hidden])"
_BESIDE = re.compile(r"^\"?([^\"<>()@]{1,60}?)\"? \(\S{1,60}(?:@| at |_at_)\S{1,60}\)$")
_ROUND = re.compile(r"^\S{1,80}(?:@| at )\S{1,80}\s*\(([^()]{1,60})\)$")


def _parse(page: TextPage) -> Parse | None:
    if "From:" not in page.dense:
        return None
    rows = page.once(outline.rows)
    blocks = list(_blocks(rows))
    if len(blocks) < MIN_MAILS and not any(_is_alone(rows, block) for block in blocks):
        return None
    ends = [*(first for first, _, _ in blocks[1:]), len(rows)]
    heads = [
        _head(page, rows, block, end, opening=not number)
        for number, (block, end) in enumerate(zip(blocks, ends, strict=True))
    ]
    records = build_records(page, rows, heads, len(rows), _is_chrome)
    return Parse(
        records=records,
        start=page.lines[rows[heads[0].first].first].start,
        marks=2 * len(records),
        regularity=sum(bool(r.body) for r in records) / len(records),
    )


def _is_alone(rows: Sequence[Row], block: tuple[int, int, dict[str, str]]) -> bool:
    """Tell a page's only mail: sender, subject, date and time on top. A memo has no time.

    An article that shows a mail has more text above it.
    """
    first, _, fields = block
    timed = "subject" in fields and _CLOCK.search(fields.get("date", "")) is not None
    above = rows[:first]
    told = any(_SENTENCE.search(row.text) for row in above)
    return timed and not told and first <= TOP and sum(len(row.text) for row in above) <= MAX_ABOVE


def _blocks(rows: Sequence[Row]) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Give runs of header fields that have a sender."""
    number = 0
    while number < len(rows):
        first, fields = number, header_fields(rows, number)
        number += len(fields) or 1
        if "from" in fields and len(fields) > 1 and not _is_quoted(rows, first):
            yield first, number - 1, fields


def _head(
    page: TextPage,
    rows: Sequence[Row],
    block: tuple[int, int, dict[str, str]],
    end: int,
    *,
    opening: bool,
) -> Head:
    first, last, fields = block
    label, place = (None, None) if opening else answered(page, rows, last + 1, end)
    return Head(
        first=first,
        last=last,
        author=_sender(fields["from"]),
        date=fields.get("date") or fields.get("sent") or None,
        depth=0 if opening else None,
        label=label,
        evidence=page.lines[rows[first].first].content if opening else place,
        role="opening" if opening else "comment",
    )


def _sender(text: str) -> str | None:
    text = _ICON.sub("", text)
    matches = (form.match(text) for form in (_BESIDE, _ROUND, _BRACKETED, _ANGLED))
    match = next(filter(None, matches), None)
    name = match[1].strip(" '\"") if match else None
    return name if name and not ("@" in name and " " in name) else None


def _is_chrome(row: Row) -> bool:
    """Tell a rule between mails, a link of an archive, or a control of Dreamwidth's: "• Reply"."""
    linked = len(row.text) <= MAX_LINK and ARCHIVE_LINKS.match(row.text) is not None
    return linked or (bool(row.mark) and serves(row)) or _is_rule(row)


def _is_rule(row: Row) -> bool:
    return not any(c.isalnum() for c in row.text)


# "-----Original Message-----", "Begin forwarded message:": what stands above a quoted header
_QUOTED = re.compile(
    r"^(?:-{2,12} ?(?:original|forwarded) message.{0,40}|begin forwarded message:|_{10,80})$",
    re.IGNORECASE,
)


def _is_quoted(rows: Sequence[Row], first: int) -> bool:
    return first > 0 and _QUOTED.match(rows[first - 1].text) is not None


LAYOUT = Layout(
    description="mails with From, Date and Subject; 'On ..., X wrote:' names the parent",
    parents="labels",
    telling=3,
    parse=_parse,
)
