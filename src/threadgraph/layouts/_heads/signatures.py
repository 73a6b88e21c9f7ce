"""Read the lines that sign texts, below them: "Posted by: Ann | 3 May 2008", "Ann, Hove – 3/5".

A signature may go on in the next line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.dates.scan import closes_date, holds_date, leading_date, trailing_date
from threadgraph.layouts._base import Record
from threadgraph.layouts._heads.byline_deeds import LATE, submitted, submitter
from threadgraph.layouts._heads.byline_edges import is_account, quotes_post
from threadgraph.layouts._heads.byline_forms import (
    Byline,
    dated,
    named,
    says,
    tells_speech,
    whole_date,
)
from threadgraph.layouts._text.chrome import is_chrome, is_form
from threadgraph.layouts._text.names import reads_as_text
from threadgraph.layouts._text.outline import Row
from threadgraph.layouts._text.page import Segment

__all__ = ["BRACKETS", "foot_at", "may_sign", "without_links"]

MAX_PLACES = 3
MAX_WRAPPED = 80
MIN_TEXT = 3
"""Words of a text's last line, at least."""

OPEN = frozenset("@ at um à às las om".split())
"""What a line ends with when the time follows on the next one."""

_HALVES = frozenset(("am", "pm"))
"""What follows a time, of which html2text makes a row of its own."""

_LATE = tuple(f" {word}" for word in sorted(LATE))
_DASHES = (" --", " —", " –")
_DIGIT = re.compile(r"\d")
# "Ann added these pithy words on 3 May 2008": stands below the words
_ADDED = re.compile(
    r"(?<=\S)\s(?:added|left) these(?: [a-z]{3,12})? (?:words|thoughts|lines)(?= on\s)"
)
# "Comment by Ann -- 4 August" / "2006 @ 16:17"
_YEAR = re.compile(r"(?:19|20)\d\d\b")
# "Comment by Ann -- 2006-08-04" / "20:10 #"
_TIME = re.compile(r"\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?\W{0,3}$", re.IGNORECASE)
# "Pingback by The bridge at last - Lune News -- 4 August 2006 @ 20:10": a page that links here
# "Posted at 2:11AM on Mar 3rd 2006 by Ann + -", Weblogs Inc.'s
_POSTED = re.compile(
    r"Posted (?P<date>(?:at \d{1,2}:\d\d\s?[AP]M )?on [A-Z][a-z]{2,8} \d.{6,12}?) by "
    r"(?P<name>\S.{0,48}?)(?:\s[+\u2212-]){0,2}$"
)
# "隔壁老王7年前 (2017-05-08)回复": DUX, a theme of WordPress
_AGED = re.compile(
    r"(?P<name>[^\d\s].{0,40}?)\s?\d{1,3}\s?(?:年|个?月|個?月|周|天|小时|小時|分钟|分鐘|秒)前\s?"
    r"\((?P<date>\d{4}-\d\d-\d\d)\)\s?(?:回复|回覆)?$"
)
_LINKED = re.compile(r"(?:ping|track)back(?: by| from|:)\s", re.IGNORECASE)
# "| Reply", " - Reply", "#12", "(Reply)": what opens the controls behind a date
_SIGN = re.compile(r"[|#()\[\]]|\s[-–·•]")
BRACKETS = "()"
"""The verb of "(Ann) 2022/08/31 09:28"."""

# "Rated 4 out of 5": a review's stars
_RATED = re.compile(r"(?:Rated |Bewertet mit |Note )?\d(?:[.,]\d\d?)? (?:out of|von|sur) \d\b")

_OPENING = ("(", "（")
_BRACKETED = re.compile(
    r"[(（](?P<name>[^()（）]{1,40})[)）] ?(?P<date>\d.{5,30}\d:\d\d(?::\d\d)?)$"
)
_OF_SIGNS = re.compile(r"(?P<name>[^\w\s]{1,10}) \((?P<date>[^()]{8,60}\d[:.]\d\d)\)$")
# "by Ann on 3 May at 20:01 (the author)"
_REMARK = re.compile(r"(?<=\d)\s\([^()\d]{1,30}\)$")
# "[ 3 favorites ]", as inscriptis prints links in brackets
_SPACED = re.compile(r"(?<=[(\[])\s|\s(?=[)\]])")


def may_sign(table: Sequence[Row], number: int) -> bool:
    """Tell whether a row has a number, and a date, or one begins below: the cheap question."""
    text = table[number].text
    below = table[number + 1].text if number + 1 < len(table) else ""
    if text.endswith(_LATE):  # "Posted by Ann on", whose date was dropped
        return True
    if text.endswith(_DASHES):  # "Comment by Ann --" / "4 August 2006 @ 20:10"
        return below[:1].isdigit() and holds_date(below)
    if not _DIGIT.search(text):  # "on Oct" / "27 08 at 4:01 pm"
        if len(below) >= MAX_WRAPPED:
            return False
        return (below[:1].isdigit() and holds_date(text)) or _by_date(table, number)
    return holds_date(text) or _begins_date(below)


def _by_date(table: Sequence[Row], number: int) -> bool:
    """Tell "By Ann" with a date on the next line ("May 3, 2008", "4 years ago"), below a text.

    Teasers print it below "More →".
    """
    above = table[number - 1].text if number else ""
    signed = submitter(table[number].text) is not None and len(above.split()) >= MIN_TEXT
    below = table[number + 1].text if number + 1 < len(table) else ""
    return signed and whole_date(below) is not None


def _begins_date(below: str) -> bool:
    """Tell a row that can be the end of a signature, or its whole date."""
    return (
        below[:1].isdigit() or below[:1] in "hH" or (len(below) < MAX_WRAPPED and holds_date(below))
    )


def foot_at(table: Sequence[Row], number: int) -> Byline | None:
    """Read the signature that begins in a row."""
    row, last = table[number], number
    if row.text[:1] in _OPENING and not row.gap and (foot := _bracketed(row.text)):
        return foot._replace(first=number, last=number)
    late = row.text.endswith(_LATE)
    foot = _foot(row.text) if late or holds_date(row.text) else None
    below = table[number + 1] if number + 1 < len(table) else None
    if below and below.gap == 0 and not below.mark and len(below.text) < MAX_WRAPPED:
        going = _open(row.text) or _goes_on(below.text)
        wrapped = (foot is None or going) and _may_end(row.text, below.text)
        whole = _foot(f"{row.text} {below.text}") if wrapped else None
        foot, last = (whole, number + 1) if whole else (foot, number)
    if foot is None or _RATED.match(row.text):
        return None
    if is_form(row.text) or quotes_post(row.text, row.mark):
        return None
    return foot._replace(first=number, last=last)


def _goes_on(below: str) -> bool:
    """Tell a row that cannot begin a text: a year, a time, "pm"."""
    timed = _YEAR.match(below) or _TIME.match(below)
    return timed is not None or below.lower() in _HALVES


def _bracketed(text: str) -> Byline | None:
    """Read "(Ann) 2022/08/31 09:28", right below a text: who writes so signs."""
    found = _BRACKETED.match(text)
    date = found and leading_date(found["date"])
    if not found or not date or not date.certain or date.end < len(found["date"]):
        return None
    return Byline(0, 0, "by", found["name"], found["date"], verb=BRACKETS)


def _may_end(text: str, below: str) -> bool:
    """Tell whether a row and the one below can be one signature: the cheap question before.

    The date is in the row below, or across their border, or nothing but its last words and controls
    stand below; or a verb does, or the date comes first.
    """
    if _begins_date(below):
        return True
    if not holds_date(text):
        return False
    whole = f"{text} {below}"
    words = whole.rsplit(None, 2)
    return (
        closes_date(below)
        or bool(_SIGN.search(whole, max(0, len(whole) - 60)))
        or is_chrome(words[-1])
        or is_chrome(" ".join(words[-2:]))
        or tells_speech(whole)
        or leading_date(text) is not None
    )


def _open(text: str) -> bool:
    """Tell a row that html2text wrapped before the time: "Comment by Ann -- 3 May 2008 @"."""
    return text.rpartition(" ")[2].lower() in OPEN


def _foot(text: str) -> Byline | None:
    text = _SPACED.sub("", text.rstrip("¶ "))  # the link to the comment
    text = _REMARK.sub("", text) if text[-1:] == ")" else text
    if posted := _POSTED.match(text) or ("前" in text and _AGED.match(text)):
        return Byline(0, 0, "by", posted["name"], posted["date"])
    found = trailing_date(text)
    before = text[: found.start].strip(" ·|•–-") if found else ""
    served = bool(before) and is_chrome(before) and not is_account(before)
    date = text[found.start :] if found and served else whole_date(text)
    if date is not None:
        return Byline(0, 0, "date", "", date)
    if added := _ADDED.search(text):
        shown = named(f"{text[: added.start()]} {text[added.end() :]}", marked=False)
        return shown and shown._replace(form="by", verb=added[0])
    if found is not None and _LINKED.match(text):
        return Byline(0, 0, "by", "", text[found.start :])
    foot = says(text) or submitted(text.lstrip("–—- ")) or dated(text) or named(text, marked=False)
    if foot is None and found is not None:
        return _of_signs(text) or _placed(text[: found.start].rstrip(), date=text[found.start :])
    return foot if foot and (foot.date or foot.verb == text.rpartition(" ")[2]) else None


def _of_signs(text: str) -> Byline | None:
    """Read "??? (3 May 2008 - 20:01)": a name without a letter."""
    signs = _OF_SIGNS.match(text)
    return Byline(0, 0, "named", signs["name"], signs["date"]) if signs else None


def _placed(before: str, date: str) -> Byline | None:
    """Read "Ann, Hove – 3 May 2008", "Ann, Hove (3 May 2008)".

    The place belongs to the name as shown.
    """
    name = before.rstrip(" –—-(")
    parts = name.split(", ")
    if name == before or not 1 < len(parts) <= MAX_PLACES or any(map(reads_as_text, parts)):
        return None
    likely = all(part[:1].isupper() or " " not in part for part in parts)
    return Byline(0, 0, "named", name, date, verb="|") if likely else None


def without_links(records: Sequence[Record], signatures: Sequence[str]) -> list[Record]:
    """Leave out the pages that link here; their places go to the next comment, or to the last."""
    kept: list[Record] = []
    loose: tuple[Segment, ...] = ()
    for record, signature in zip(records, signatures, strict=True):
        if _LINKED.match(signature):
            loose += (*record.header, *record.body, *record.chrome)
            continue
        kept.append(record._replace(chrome=(*loose, *record.chrome)))
        loose = ()
    if kept and loose:
        kept[-1] = kept[-1]._replace(chrome=(*kept[-1].chrome, *loose))
    return kept
