"""Read the line or two that name a comment's author and date, in the forms that blogs print.

`says`: "Ann says:" with or without a date, `by`: "Submitted by Ann on DATE", `named`: "Ann | DATE"
on one line, `two`: name and date on two lines, `bare`: a name alone behind a list's mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.dates.scan import leading_date
from threadgraph.layouts._heads.alike_bylines import unnumbered, with_alike
from threadgraph.layouts._heads.byline_deeds import (
    ALONE,
    behind_dash,
    is_badge,
    may_submit,
    speaks_alone,
    submitted,
    submitter,
)
from threadgraph.layouts._heads.byline_edges import (
    clean_name,
    is_account,
    is_avatar,
    late_answer,
    names_again,
    quotes_post,
    without_avatar,
    without_control,
)
from threadgraph.layouts._heads.byline_forms import (
    CLOCK_FIRST,
    MAX_BYLINE,
    MAX_NAME,
    SAID_ENDS,
    Byline,
    dated,
    may_be_dated,
    named,
    said_late,
    says,
    says_glued,
    whole_date,
)
from threadgraph.layouts._heads.byline_wrapped import MAX_WRAPPED, wrapped
from threadgraph.layouts._heads.dashes import dash_signatures
from threadgraph.layouts._heads.rows_below import with_rows_below
from threadgraph.layouts._text.chrome import PINGBACK, is_chrome, is_form, is_picture
from threadgraph.layouts._text.names import begin_alike, fold_letters, name_likeness, reads_as_text
from threadgraph.layouts._text.outline import Row, rows
from threadgraph.layouts._text.page import TextPage
from threadgraph.layouts._text.words import AVATAR
from threadgraph.names import without_unverified

__all__ = ["OUTSIDE", "Byline", "byline_at", "bylines", "date_head", "marked_bylines"]

MAX_BELOW = 5
OUTSIDE = "outside"
"""The verb of headers behind a bullet's control: see `_outside`."""

_NUMBER = re.compile(r"\d+")
LEVEL_MARKS = ("+", "o", "-")
"""The marks of lists inside of others, by level, in Inscriptis."""

MIN_SIGNS = 5
"""What has fewer signs and no letter is no name."""


def bylines(page: TextPage) -> list[Byline]:
    """Give all headers of a page in order; ask by `page.once(bylines)`."""
    found: list[Byline] = []
    table = page.once(rows)
    marked = {byline.first: byline for byline in page.once(marked_bylines)}
    after = 0
    for number, row in enumerate(table):
        if number < after or len(row.text) > MAX_BYLINE:
            continue
        if row.mark:
            byline = marked.get(number)
            byline = None if byline and byline.verb == OUTSIDE else byline
        elif _may_open(table, number) and not PINGBACK.match(row.text):
            byline = byline_at(table, number)
        else:
            continue
        if byline is not None:
            found.append(byline)
            after = byline.last + 1
    return with_alike(table, found)


def _may_open(table: Sequence[Row], number: int) -> bool:
    """Tell a row with a number, a verb or "Submitted by", or a date or a wrapped verb below."""
    text = without_avatar(table[number].text)
    if may_be_dated(text) or says(text) or may_submit(text):
        return True
    below = [row.text for row in table[number + 1 : number + 3]]
    said = bool(below) and len(below[0]) <= MAX_WRAPPED and below[0].endswith(SAID_ENDS)
    return said or any(whole_date(line[:MAX_BYLINE]) is not None for line in below)


def marked_bylines(page: TextPage) -> list[Byline]:
    """Give the headers that begin with a list's mark; no other header reaches over a mark."""
    found: list[Byline] = []
    table = page.once(rows)
    signatures = {foot.first for _, foot in page.once(dash_signatures)}
    after = 0
    for number, row in enumerate(table):
        if not row.mark or number < after or len(row.text) > MAX_BYLINE or number in signatures:
            continue
        if PINGBACK.match(row.text):
            continue
        byline = byline_at(table, number)
        if byline is not None:
            outside = _outside(table, number)
            found.append(byline._replace(verb=OUTSIDE) if outside else byline)
            after = byline.last + 1
    return unnumbered(found)


def date_head(table: Sequence[Row], number: int) -> Byline | None:
    """Read an item's date whose name was lost: a link, which main-content extractors drop.

    The words of its picture may stand above the date.
    """
    last = number + (is_picture(table[number].text) and number + 1 < len(table))
    if table[last].mark and last > number:
        return None
    date = whole_date(table[last].text[: MAX_BYLINE + 1])
    return None if date is None else Byline(number, last, "date", "", date)


def _outside(table: Sequence[Row], number: int) -> bool:
    """Tell a bullet with a control behind which a header stands outside of the item, as it seems.

    "* Reply" ends a comment, and the next one's header follows; or html2text printed a picture
    and a control of the item before its header, which it never indents.
    """
    top, below = table[number], table[min(number + 1, len(table) - 1)]
    if top.number is not None or not top.text or not is_chrome(top.text):
        return False
    return below.indent <= top.indent or below.gap > 0


def byline_at(table: Sequence[Row], number: int) -> Byline | None:
    """Read the header that begins in this row."""
    marked = bool(table[number].mark)
    at = _name_row(table, number) if marked else number
    if at is None or not table[at].text:
        return None
    text = _uncounted(table[at], without_avatar(table[at].text))
    if not text or len(text) > MAX_BYLINE or quotes_post(text, table[at].mark):
        return None
    found = _byline_at(table, number, at, text)
    return None if found is None or is_form(text) else found


def _uncounted(row: Row, text: str) -> str:
    """Take the item's number away that stands before the name again: "1. 3 May, 10:52 pm1 Ann"."""
    again = row.number is not None and f"{row.number} " in text
    match = re.search(rf"(:\d\d(?:\s?[ap]m)?)\s?{row.number} (?=\S)", text) if again else None
    return f"{text[: match.end(1)]} {text[match.end() :]}" if match else text


def _byline_at(table: Sequence[Row], number: int, at: int, text: str) -> Byline | None:
    """Read the header that begins in row `number` and has its name in row `at`."""
    marked = bool(table[number].mark)
    below = table[at + 1] if at + 1 < len(table) else None
    if marked and text.rstrip(" :").lower() in ALONE:
        return with_rows_below(table, Byline(number, at, "says", "", verb=text.lower()))
    found = says(text)
    if found and at == number and marked:
        found = said_late(found)  # elsewhere it stands above a quotation
    found = found or submitted(text, below.text if below and not below.mark else "")
    found = found or _named(text, marked=marked) or behind_dash(text)
    if found is None and marked and (other := dated(text)) is not None:
        found = other._replace(form="named")
    if found is None and marked and below and not below.mark and names_again(text, below.text):
        found = says(below.text) or named(below.text, marked=True)
        at += found is not None
    joins = below is not None and below.gap == 0 and not below.mark
    if below and joins and (found is None or (found.date and CLOCK_FIRST.match(below.text))):
        whole = wrapped(text, below.text, marked=marked)
        at += whole is not None
        found = whole or found
    if found is None and below and whole_date(below.text[:MAX_BYLINE]):
        found = says_glued(text)
    if found is None and marked and below and is_badge(table, at + 1):
        said = Byline(number, at + 2, "says", clean_name(text), verb="says:")
        return with_rows_below(table, said)
    if found is None:
        found = _two(table, at, text, marked=marked)
        return with_rows_below(table, found._replace(first=number)) if found else None
    if (
        found.form == "says"
        and (not marked or found.verb.endswith(","))
        and not (found.date or found.verb.endswith((":", "…", "...")))
        and (below is None or leading_date(below.text) is None)
        and not (marked and speaks_alone(found, text, below))
    ):
        return None
    return with_rows_below(table, found._replace(first=number, last=at))


def _named(text: str, *, marked: bool) -> Byline | None:
    """Read a name and a date, and whom the row says behind them that the post answers."""
    late = late_answer(text)
    found = named(text[: late.start()] if late else text, marked=marked)
    return found._replace(label=late["to"]) if found and late else found


def _name_row(table: Sequence[Row], number: int) -> int | None:
    """Give the row where a marked item's header stands: below its avatar, number or controls."""
    top = table[number]
    for at in range(number, min(len(table), number + MAX_BELOW)):
        row = table[at]
        if at > number and row.mark and (row.number is not None or not _is_inside(top, row)):
            return None
        below = table[at + 1].text if at + 1 < len(table) else ""
        control = is_chrome(row.text) and not (
            is_account(row.text) and whole_date(below[:MAX_BYLINE])
        )
        skipped = row.text.isdigit() or control or is_avatar(row.text, below)
        if row.text and not skipped:
            return at
    return None


def _is_inside(top: Row, row: Row) -> bool:
    """Tell an item of a list inside of another item; Inscriptis has a mark for each level."""
    return row.indent > top.indent and not (row.mark == top.mark and row.mark in LEVEL_MARKS)


def _two(table: Sequence[Row], at: int, text: str, *, marked: bool) -> Byline | None:
    """Read a name with the date on the next line, or a name alone behind a list's mark."""
    if marked and text[-1] == ":" and _date_below(table, at, text):
        text = text[:-1].rstrip()  # "Ann:" where others print "Ann says:"
    if len(text) > MAX_NAME or (reads_as_text(text) and " " in text):
        return None
    if marked and (date := whole_date(text)) is not None:
        return _name_below(table, at, date)
    found = _date_below(table, at, text)
    alone = marked and (at + 1 == len(table) or table[at + 1].gap > 0)
    control = is_chrome(text) and not (found and is_account(text))
    name = clean_name(text)
    if (found is None and not alone) or control or leading_date(text) or not _can_name(name):
        return None
    if found is not None:
        return Byline(at, found[0], "two", name, found[1])
    shown = "avatar" if AVATAR.search(text) else ""
    return Byline(at, at, "bare", name, verb=shown) if name_likeness(name) > 0 else None


def _can_name(text: str) -> bool:
    """Tell a name above a date: no votes ("0", "| Reply"), icons ("____"), addressees ("@ Ann")."""
    if not any(c.isalpha() for c in text):
        return len(text) >= MIN_SIGNS
    addressed = text[0] == "@" and " " in text
    spoken = " " in text and reads_as_text(text)  # "Ed." may be a name
    return not (addressed or spoken) and (not is_chrome(text) or is_account(text))


def _name_below(table: Sequence[Row], at: int, date: str) -> Byline | None:
    """Read a date behind a list's mark with the name on the next line."""
    below = table[at + 1] if at + 1 < len(table) else None
    if below is None or below.mark or below.gap > 1 or below.heading or reads_as_text(below.text):
        return None
    if len(_NUMBER.findall(date)) < 2:  # noqa: PLR2004 - "April 2020" is a list of archives
        return None
    name = clean_name(without_control(submitter(below.text) or below.text))
    good = name and name_likeness(name) > 0.5 and not is_chrome(below.text)  # noqa: PLR2004
    return Byline(at, at + 1, "two", name, date) if good else None


def _date_below(table: Sequence[Row], at: int, text: str) -> tuple[int, str] | None:
    """Give the row and text of the date that stands below a name, or below the name again."""
    for number in range(at + 1, min(len(table), at + 3)):
        below = table[number]
        if below.gap > 1 or (below.mark and not _beside(table[at], below)):
            break
        date = whole_date(below.text) if len(below.text) <= MAX_BYLINE else None
        if date is not None:
            return number, date
        name = without_unverified(below.text)
        again = begin_alike(text, name) and fold_letters(name) == fold_letters(text)
        if not again and not is_chrome(below.text):
            break
    return None


def _beside(row: Row, below: Row) -> bool:
    """Tell two items of one bulleted list: themes print name and date as such."""
    return bool(row.mark) and row.indent == below.indent and row.number is below.number is None
