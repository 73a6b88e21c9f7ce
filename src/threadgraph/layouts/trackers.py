"""Read trackers: Bugzilla, Launchpad, Roundup, Mantis, Trac and GitHub's issues (to 2024).

Each prints a header of its own above a comment: "Comment 1 Ann Lee 2016-11-15 10:17:10 UTC", "Ann
Lee (annlee) wrote on 2009-05-14:". What was reported is the first post. Changes of fields alone are
no posts. Not read: answers ("In reply to comment #2"), and lists of comments that were left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._heads.anchors import name_of
from threadgraph.layouts._heads.heads import Head, parse_heads, serves, stop_at
from threadgraph.layouts._heads.tracker_forms import FORMS, Form, Report
from threadgraph.layouts._text import outline
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.layouts._text.story import title_in

__all__ = ["LAYOUT"]

MAX_ROW = 320
REACH = 4
"""Rows of a header above and below that with the name, at most."""

MAX_TOP = 80
"""Rows in which it stands who reported what."""

MAX_TITLE = 200
_FIELD = re.compile(r"^(?:Opened|Closed|Viewing Issue|Skip|Reported)\b")
MARKS = 3
"""What a header is worth: hardly another system prints one."""


def _parse(page: TextPage) -> Parse | None:
    for form in FORMS:
        hinted = any(hint in page.dense for hint in form.hints)
        if hinted and (not form.needs or any(sign in page.dense for sign in form.needs)):
            parse = _read(page, page.once(outline.rows), form)
            if parse is not None:
                return parse
    return None


def _read(page: TextPage, rows: Sequence[Row], form: Form) -> Parse | None:
    heads = [
        head
        for number, row in enumerate(rows)
        if (match := _matched(row, form)) and (head := _head(rows, number, match, form))
    ]
    heads = [head for head in heads if _has_text(rows, head, form)]
    report = _report(page, rows, heads[0].first if heads else len(rows), form)
    if report and (heads or report.date):
        heads = [report, *heads]
    elif heads and _opens(rows, heads, form):
        heads = [replace(heads[0], depth=0, role="opening"), *heads[1:]]
    if len(heads) < (form.least if report is None else 1):
        return None
    stop = stop_at(rows, heads, form.ends) if form.ends else len(rows)
    parse = parse_heads(page, rows, heads, stop, lambda row: _is_chrome(row, form))
    return replace(parse, marks=MARKS * len(heads), front=_title(page, rows[: heads[0].first]))


def _title(page: TextPage, above: Sequence[Row]) -> tuple[Segment, ...]:
    """Give the place of the title, the page's first row, if it is none of the report's fields."""
    row = above[0] if above and not _FIELD.match(above[0].text) else None
    return title_in(page, row, MAX_TITLE)


def _matched(row: Row, form: Form) -> re.Match[str] | None:
    """Match the row of a header with the name; what it must hold is asked for first."""
    text = row.text
    holds = len(text) <= MAX_ROW and any(sign in text for sign in form.within)
    return form.head.match(text) if holds else None


def _opens(rows: Sequence[Row], heads: Sequence[Head], form: Form) -> bool:
    """Tell whether the first comment is what was reported: a row above says who did, or when."""
    match = _found(rows[: heads[0].first], form.opens) if form.opens else None
    if match is None:
        return False
    name = match.groupdict().get("name")
    return name == heads[0].author if name else (heads[0].date or "") <= (heads[-1].date or "")


def _head(rows: Sequence[Row], number: int, match: re.Match[str], form: Form) -> Head | None:
    """Give the header around a row with a name."""
    first = last = number
    while (
        form.above and number - first < REACH and first and form.above.match(rows[first - 1].text)
    ):
        first -= 1
    told = match.groupdict()
    above = _above(rows, first, form)
    first -= above is not None
    date = told.get("date") or told.get("age")
    while form.below and last - number < REACH and last + 1 < len(rows):
        below = form.below.match(rows[last + 1].text)
        if below is None:
            break
        last += 1
        date = date or below.groupdict().get("date")
    if date is None and first == number and "title" not in told and not form.undated:
        return None
    opening = bool(told.get("first"))
    return Head(
        first=first,
        last=last,
        author=told.get("name") or above,
        date=date,
        depth=0 if opening else None,
        role="opening" if opening else "comment",
    )


def _above(rows: Sequence[Row], first: int, form: Form) -> str | None:
    """Give the name in the row before a header, if that is not all that the post above says."""
    if not form.named_above or not first:
        return None
    alone = first > 1 and form.head.match(rows[first - 2].text[:MAX_ROW])
    return None if alone else name_of(rows[first - 1])


def _report(page: TextPage, rows: Sequence[Row], end: int, form: Form) -> Head | None:
    """Give the header of what was reported, if the form tells it above the comments."""
    report, above = form.report, rows[: min(MAX_TOP, end)]
    begins = _begins(above, report) if report else None
    if report is None or begins is None:
        return None
    reporter = _found(above[: begins + 1], report.reporter)
    since = _found(above[: begins + 1], report.since) if report.since else reporter
    if reporter is None:
        return None
    line = page.lines[rows[begins].first]
    match = report.begins.match(rows[begins].text)
    rest = len(rows[begins].text) - match.end() if match else 0
    below = range(begins + 1, end)
    foot = (n for n in below if report.ends and report.ends.match(rows[n].text))
    return Head(
        first=begins,
        last=begins,
        author=reporter["name"],
        date=since.groupdict().get("date") if since else None,
        depth=0,
        start=line.end - rest if rest else None,
        role="opening",
        foot=next(foot, None),
    )


def _begins(above: Sequence[Row], report: Report) -> int | None:
    """Give the last row above the text of what was reported, or its own first row."""
    for number, row in enumerate(above):
        if report.begins.match(row.text):
            return number
    for number, row in enumerate(above):
        if report.table and report.reporter.match(row.text):
            below = range(number + 1, len(above))
            last = next((n for n in below if above[n].gap), len(above)) - 1
            return last if report.table.match(above[last].text) else None
    return None


def _found(rows: Sequence[Row], pattern: re.Pattern[str]) -> re.Match[str] | None:
    return next((m for row in rows if (m := pattern.match(row.text[:MAX_ROW]))), None)


def _has_text(rows: Sequence[Row], head: Head, form: Form) -> bool:
    """Tell a comment from a change of fields alone: that has no text below its header."""
    if head.role == "opening" or form.chrome is None:
        return True
    for row in rows[head.last + 1 :]:
        if form.head.match(row.text[:MAX_ROW]) or (form.ends and form.ends.match(row.text)):
            return False
        if not _is_chrome(row, form):
            return True
    return False


def _is_chrome(row: Row, form: Form) -> bool:
    """Tell what belongs to no text: changes of fields, headers of such changes, ends of a part."""
    text = row.text
    if len(text) > MAX_ROW:
        return False
    patterns = (form.chrome, form.head, form.above)
    return serves(row) or any(pattern.match(text) for pattern in patterns if pattern)


LAYOUT = Layout(
    description="trackers of bugs: Bugzilla, Launchpad, Roundup, Mantis, Trac, GitHub's issues",
    parents="none",
    telling=2,
    parse=_parse,
)
