"""Read issues of MantisBT 1.1 to 2: what is reported, and the notes below (last seen 2024).

Before 1.3 the report's table has no names for its cells, whose labels are in the site's language:
the day is the fifth cell of the row that begins with the number, the reporter stands in the first
row below a spacer, the description in the row after the summary, which begins with the number. Not
read: the history, what notes were attached to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._base import Comment, Family, Thread
from threadgraph.markup._bylines import date_in
from threadgraph.markup._dom import HtmlPage, Node, attribute, shown
from threadgraph.markup._rules import Rules, flat, read_rules
from threadgraph.markup._text import text_of
from threadgraph.markup._values import name_of

__all__ = ["FAMILY"]

_ID = re.compile(r"c(\d{1,9})\Z")
# "(0001504)", "~0001504"
_NUMBER = re.compile(r"[(~]?\s?~?\d{1,9}\)?\Z")
_ISSUE = re.compile(r"\d{4,9}\Z")
_NOTE = 'td[class*="bugnote-note"]'
DAY = 4
"""Cells before the one with the day on which an issue was reported."""


def _read(page: HtmlPage) -> Thread | None:
    thread = read_rules(page, _RULES)
    for comment in thread.comments if thread is not None else ():
        _sign(comment)
    report = _named(page) or _told(page)
    if report is None:
        return thread
    notes = thread.comments if thread is not None else []
    return Thread(comments=[report, *notes], article=False)


def _sign(note: Comment) -> None:
    """Take name and day from the cell before the note: no element tells them in old versions."""
    cell = note.node.css_first("td") if note.node is not None else None
    lines = [" ".join(t.split()) for t in cell.text(separator="\n").split("\n")] if cell else []
    told = [line for line in lines if line and not _NUMBER.match(line) and line != "("]
    dates = [date for line in told if (date := date_in(line))]
    if note.author_state is None and told and not date_in(told[0]):
        note.author, note.author_state = name_of(told[0])
        note.rules["author"] = "the first line beside the note"
    if dates:
        note.date, note.rules["date"] = dates[0], "the first date beside the note"


def _named(page: HtmlPage) -> Comment | None:
    """Give what is reported, where classes name the cells."""
    text = page.first("td.bug-description")
    reporter, day = page.first("td.bug-reporter"), page.first("td.bug-date-submitted")
    return _report(text, reporter, day) if text is not None else None


def _told(page: HtmlPage) -> Comment | None:
    """Give what is reported by where it stands; the table above the notes holds it."""
    rows = [_cells(row) for row in page.all("tr")] if page.all("tr.bugnote, #bugnotes") else []
    first = next((n for n, row in enumerate(rows) if _begins(row)), None)
    if first is None:
        return None
    day, number = rows[first][DAY], shown(rows[first][0])
    said = next((n for n in range(first, len(rows)) if _sums_up(rows[n], number)), None)
    below = [row for row in rows[first + 1 : said] if len(row) > 1]
    if said is None or said + 1 >= len(rows) or len(rows[said + 1]) != 2 or not below:  # noqa: PLR2004 - label and text
        return None
    return _report(rows[said + 1][1], below[0][1], day)


def _cells(row: Node) -> Sequence[Node]:
    return [cell for cell in row.iter() if cell.tag in ("td", "th")]


def _begins(row: Sequence[Node]) -> bool:
    """Tell the row with number, project, category, who may see it, and two dates."""
    return (
        len(row) > DAY
        and _ISSUE.match(shown(row[0])) is not None
        and date_in(shown(row[DAY])) is not None
    )


def _sums_up(row: Sequence[Node], number: str) -> bool:
    return len(row) == 2 and shown(row[1]).startswith(f"{number}:")  # noqa: PLR2004 - label and text


def _report(text: Node, reporter: Node | None, day: Node | None) -> Comment:
    author, state = name_of(shown(reporter)) if reporter is not None else (None, None)
    link = reporter.css_first("a[href]") if reporter is not None else None
    return Comment(
        node=text,
        role="opening",
        text=str(text_of(text)).strip(),
        author=author,
        author_state=state,
        author_url=attribute(link, "href") if link is not None else None,
        date=date_in(shown(day)) if day is not None else None,
        rules={"text": "td.bug-description", "author": "td.bug-reporter"},
    )


_RULES = Rules(
    posts=f"tr.bugnote:has({_NOTE})",
    body=(_NOTE,),
    author=('a[href*="view_user_page"]',),
    native=_ID,
    depths=flat,
    permalink=('a[href*="#c"]',),
    article=False,
)

FAMILY = Family(marks=("bugnote", "bug-description"), read=_read)
