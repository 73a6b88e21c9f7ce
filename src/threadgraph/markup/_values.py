"""Read the values that markup holds: names, moments, numbers, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from functools import lru_cache
from urllib.parse import urldefrag, urljoin

from threadgraph.dates import is_date, read_dates
from threadgraph.markup._dom import Node, attribute, one_line, shown
from threadgraph.names import author_state, without_unverified
from threadgraph.records import AuthorState

__all__ = [
    "SPOKEN",
    "absolute",
    "day_moment",
    "holds_name",
    "iso_moment",
    "link_of",
    "moment_of",
    "name_of",
    "number_of",
    "numbers_of",
    "usable",
]

MAX_NAME = 200
MAX_DATE_TEXT = 120
_EPOCH = re.compile(r"1?\d{9}(?:\d{3})?(?:\.\d{1,9})?\Z")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?")
# "2024-01-12 10:00:00 -0600"
_SPACED = re.compile(r"(?<=\d) (?=[+-]\d\d:?\d\d\Z)")
_DAY = len("2024-01-12")
_CLOCK = re.compile(r"\d[:.h]\d\d")
_NUMBER = re.compile(r"-?\d{1,3}(?:[., \u00a0']\d{3}){1,3}(?!\d)|[-\u2212]?\d{1,12}")
_ROUNDED = re.compile(r"(?:[.,]\d{1,2})?[km](?!\w)", re.IGNORECASE)
# "/2020/a-b/?p=1#c2", "item?id=1", "#c2": joined to a base they stay as they are
_PLAIN = re.compile(
    r"(?:(?:[\w~%@!$&'()*+,=-][\w~%@!$&'()*+,=.-]*|(?=/))"
    r"(?:/[\w~%@:!$&'()*+,=-][\w~%@:!$&'()*+,=.-]*)*/?(?:\?[\w/~%@:!$&'()*+,=.-]+)?)?"
    r"(?:#[\w/~%@:!$&'()*+,=.-]+)?\Z"
)
_VERBS = (
    "says",
    "said",
    "writes",
    "wrote",
    "wrote back",
    "replied",
    "dice",
    "sagt",
    "schreibt",
    "dit",
)
_SAYS = re.compile(rf"\s*(?:\b(?:{'|'.join(_VERBS)}))?\s*[:：]?\s*\Z")
SPOKEN = re.compile(rf"\s(?:{'|'.join(_VERBS)})\Z", re.IGNORECASE)
"""A verb behind a name, as themes print it before a colon: "Ann Said:"."""

# what Blogger and WordPress print behind names, with its sign: "Ana dijo...", "Yann a dit :",
# "Radek říká,", "安说道："
_SAID = re.compile(
    r"(?:\s(?:(?:said|says|wrote|replied) in reply to\s\S.{0,60}?|"
    r"said|dijo|disse|diz|comentou|comentó|escribió|escreveu|(?:a|à) (?:dit|écrit)|écrit|"
    r"ha (?:detto|scritto|dicho|dit)|scrive|hat (?:gesagt|geschrieben)|sagte|schrieb|meinte?|"
    r"zei|zegt|schreef|schrijft|skrev|skriver|sade|säger|sagde|siger|sier|sano[io]|kirjoitti|"
    r"pisze|mówi|napisał(?:\(a\))?|powiedział(?:\(a\))?|říká|píše|napsal(?:\(a\))?|"
    r"řekl(?:\(a\))?|hovorí|povedal(?:\(a\))?|kaže|pravi|írta|mondta|szerint|spune|a spus|"
    r"dedi ki|diyor ki|diyor|говорит|пишет|написал(?:\(а\))?|сказал(?:\(а\))?|комментирует|"
    r"каже|пише|сказав(?:\(ла\))?|коментує|каза|казва|είπε|λέει|viết|đã viết|berkata|rašo|saka|"
    r"ütles|ütleb|より|说|說|يقول|قال|گفت)|\s?(?:说道|說道|寫道|さんのコメント|님의 말))"
    r"\s?(?:\.{3}|…|[:：,])\Z"
)
# "Uta (Gast)": what boards and blogs print behind the names of people who have no account
_GUEST = re.compile(
    r"(?<=\S)\s?\((?:guest|gast|invité|invitado|convidado|visitante|ospite|gość|гость|гість|"
    r"gäst|gæst|gjest|vieras|vendég|misafir|ziyaretçi|host|návštěvník|ゲスト|游客|비회원)\)\Z",
    re.IGNORECASE,
)
_ENDS = (*_VERBS, ":", "：", "...", "…")
_MACHINE = ("datetime", "content", "data-time", "data-timestamp", "data-date", "data-epoch",
            "title", "data-original-title")  # fmt: skip
_TIPS = ("title", "data-original-title", "data-date-string")


def name_of(text: str, *, exact: bool = False) -> tuple[str | None, AuthorState | None]:
    """Give the name as shown and its state; (None, None) where there is no name.

    Words behind it that say that somebody speaks are none of the name, unless the text is known to
    be the name alone (`exact`), as in data.
    """
    name = without_unverified(one_line(text))
    if name.endswith(">") and "@" in name:  # "Ann Lee <ann@mill.example>"
        name = name.rpartition("<")[0].strip() or name
    if not exact and name.endswith(","):  # "Ann said,"
        name = _SAID.sub("", name).rstrip(" ,") or name
    if not exact and name.endswith(")"):
        name = _GUEST.sub("", name)
    if not exact and name.endswith(_ENDS):
        name = _SAYS.sub("", _SAID.sub("", name)).strip() or name
    if not name or len(name) > MAX_NAME:
        return None, None
    state = author_state(name)
    return (None if state == "deleted" else name), state


def holds_name(node: Node) -> bool:
    """Tell an element that holds a name and no word more: a link to the member, or `itemprop`."""
    return node.tag == "a" or "name" in (node.attributes.get("itemprop") or "").split()


def number_of(text: str) -> int | None:
    """Give the first number of a text: "1,204 comments" -> 1204; None without one.

    What is rounded ("37.6K") is no count.
    """
    match = _NUMBER.search(text)
    if match is None or _ROUNDED.match(text, match.end()):
        return None
    return _whole(match[0])


def numbers_of(text: str) -> list[int]:
    """Give all numbers of a text: "Results 11 to 20 of 1,204" -> 11, 20, 1204."""
    return [_whole(match[0]) for match in _NUMBER.finditer(text)]


def _whole(number: str) -> int:
    return int(re.sub(r"[., \u00a0']", "", number).replace("\u2212", "-"))


def moment_of(node: Node) -> tuple[str | None, str | None]:
    """Give the date as shown and the moment that a machine reads, in ISO 8601 with its zone.

    Where the text is no date, an age that only the tip makes a date of, or the day to which the tip
    adds the time, the tip is the date shown. Where machines read the day alone, the time that is
    shown counts.
    """
    said = node.attributes
    values = ((said.get(name) or "").strip() for name in _MACHINE if name in said)
    machine = _machine(values)
    text = shown(node) if node.tag != "meta" else ""
    if len(text) > MAX_DATE_TEXT:
        text = ""
    tips = (" ".join((said.get(name) or "").split()) for name in _TIPS if name in said)
    tip = next(filter(None, tips), "")
    if tip and is_date(tip) and (not is_date(text) or (not machine and _is_less(text, tip))):
        text = tip
    if machine and len(machine) == _DAY and _CLOCK.search(text):
        at = read_dates([text])[0].at
        machine = None if at is not None and at.date().isoformat() == machine else machine
    if machine is None and is_zoned(text):
        machine = iso_moment(text)
    return text or None, machine


def _machine(values: Iterable[str]) -> str | None:
    """Give the first moment that tells its zone, else the first."""
    found = None
    for value in values:
        moment = iso_moment(value) if value else None
        if moment and is_zoned(moment):
            return moment
        found = found or moment
    return found


def is_zoned(moment: str) -> bool:
    """Tell whether a moment for machines ends in a zone: "Z", "+01:00", "+0100", "UTC"."""
    return len(moment) > len("2020-03-01T10:00") and (
        moment[-1] in "ZC" or moment[-6] in "+-" or moment[-5] in "+-"
    )


def _is_less(text: str, tip: str) -> bool:
    """Tell an age, or the day with which the tip begins that tells the time as well."""
    if read_dates([text])[0].precision == "relative":
        return True
    return tip.startswith(text) and _CLOCK.search(tip, len(text)) is not None


def iso_moment(value: str) -> str | None:
    """Give an ISO 8601 moment or one in seconds since 1970 as ISO 8601; None for other text.

    Years 1 and 9999 are what programs write where they know no date; in UTC they may be none.
    """
    if _EPOCH.match(value):
        seconds = float(value)
        seconds = seconds / 1000 if seconds > 1e11 else seconds  # noqa: PLR2004 - milliseconds
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    if not _ISO.match(value):
        return None
    moment = _SPACED.sub("", value.strip()).replace(" UTC", "Z")
    try:
        year = datetime.fromisoformat(moment).year
    except ValueError:
        return None
    return moment if MINYEAR < year < MAXYEAR else None


def day_moment(year: str, month: str, day: str, clock: str | None) -> str | None:
    """Give a day, and the time where one is shown ("9:05"), as ISO 8601; None if there is none."""
    at = f"{year}-{int(month):02d}-{int(day):02d}"
    return iso_moment(f"{at}T{clock.zfill(len('09:05'))}" if clock else at)


def absolute(base: str | None, href: str | None) -> str | None:
    """Give a link as a full address, if the page's own address is known; fragments are kept."""
    if not href:
        return None
    if href.startswith(("https://", "http://")) and "[" not in href:
        return href
    if base and _PLAIN.match(href):
        start = _starts(base)[href[0] if href[0] in "/#" else ""]
        if start is not None:
            return start + href
    try:
        joined = urljoin(base, href) if base else href
        urldefrag(joined)
    except ValueError:
        return None
    return joined


def link_of(node: Node) -> str | None:
    """Give where the name links to: the element itself, a link in it, or the one around it."""
    found = attribute(node, "href")
    if found is None and (inner := node.css_first("a[href]")) is not None:
        found = attribute(inner, "href")
    if found is None and (around := node.parent) is not None and around.tag == "a":
        found = attribute(around, "href")
    return found if found and not found.startswith(("javascript:", "#")) else None


def usable(links: Iterable[str]) -> str | None:
    """Give the first link that leads to a page of its own."""
    return next((h for h in links if h and "#" not in h[:1] and "javascript:" not in h), None)


@lru_cache(maxsize=64)
def _starts(base: str) -> dict[str, str | None]:
    """Give what stands before links of a plain form by their first sign, None where none does."""
    starts: dict[str, str | None] = {}
    for sign, probe in (("/", "/a/b?c#d"), ("#", "#d"), ("", "a/b?c#d")):
        try:
            joined = urljoin(base, probe)
        except ValueError:
            joined = ""
        whole = joined.startswith(("https://", "http://")) and joined.endswith(probe)
        starts[sign] = joined.removesuffix(probe) if whole else None
    return starts
