"""Read the signatures that MediaWiki writes: "--Ann (talk) 12:33, 3 May 2008 (UTC)[reply]".

The name stands before the time: behind dashes, with links to its owner's pages in brackets, or
behind a sentence's end. Where nothing parts it from the text, no name is given.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from threadgraph.dates.scan import trailing_date
from threadgraph.layouts._heads.byline_edges import clean_name
from threadgraph.layouts._text.names import MAX_NAME, looks_like_name

__all__ = ["Signature", "name_alone", "signature_of", "zones"]

MAX_SIGNATURE = 240
MAX_WORDS = 3
"""Words of a name that nothing but a sentence's end parts from the text."""

_ANSWER = "Reply|Antworten|Répondre|Responder|Rispondi|Reageren|Svara|Odpowiedz|Ответить|返信"
_ZONE = re.compile(
    r"(?P<zone>\((?:[A-Z]{2,5}|UTC ?[+-]\d{1,2})\))"
    rf"(?:\s?\[ ?[^\W\d_]{{2,16}} ?\]|{_ANSWER})?[^\S\n]*$",
    re.MULTILINE,
)
# what nothing else has: a control to answer, links to the author's pages
_LINKED = re.compile(
    rf"\)\s?\[? ?(?:{_ANSWER}) ?\]?\s*$|"
    r"[(\[|•·]\s?(?:user )?(?:talk|diskussion|discuter|discusión|discussioni|overleg|dyskusja|"
    r"обсуждение)\b[^\d\n]{0,40}\d",
    re.IGNORECASE,
)
_CLOCK, _YEAR = re.compile(r"\d[:.h]\d\d"), re.compile(r"(?:19|20)\d\d")
# "2009年3月12日 (木) ": the day of the week parts date and time
_DAY = re.compile(r"\d{4}[年년] ?[^()]{3,12}(?:\([^()]\) ?)?$")
# "(talk · contribs)", "[Diskussion]", "| Talk", "((me))": links to the author's pages
_LINKS = re.compile(
    r"\s*(?:\(\([^\n]{1,80}\)\)|\([^()]{0,60}\)|\[[^\[\]]{0,60}\]|(?<=[\w.|•·]) (?:user )?"
    r"(?:talk|contribs|contributions|diskussion|discuter|discusión|discussioni|overleg|dyskusja)|"
    r"\\talk|[|•·/,~])\s*$",
    re.IGNORECASE,
)
_DASHED = re.compile(
    r"(?:(?:^|(?<=[\s.!?…)»”\"'。！？」]))(?P<long>--+|[—―~])|(?<=\S )[-–]) ?"
    r"(?P<name>[^\s—–-](?:(?! --)[^—–!?]){0,48})$"
)
_ADDRESS = re.compile(r"(?<!\S)(?P<name>\d{1,3}(?:\.\d{1,3}){3}|(?:[0-9A-F]{1,4}:){4,7}[0-9A-F]+)$")
# "... of the text. Ann Lee", "... of the text? Regards, Ann", "Ann Lee" on a line of its own
_BEHIND = re.compile(
    r"(?:^|(?<!\b[A-Z])(?<=[.!?…)\"”»]) )(?:[^\W\d_ ]{4,12}(?: [^\W\d_ ]{4,8})?, )?"
    r"(?P<name>[^.!?…:,;()\"”» ][^.!?…:,;()\"”»]{1,40})$"
)
# "- Ann Lee": three tildes write no time
_ALONE = re.compile(r"(?:--+|[-–—~]) ?(?P<name>[^\s\-–—~.!?…:,;()\"][^.!?…:,;()\"]{1,40})$")
# "Preceding unsigned comment added by Ann"
_ADDED = re.compile(
    r"^(?:(?:the )?preceding unsigned comment (?:was )?(?:added )?by|"
    r"nicht signierter beitrag von|comentario sin firmar de) ",
    re.IGNORECASE,
)


class Signature(NamedTuple):
    """Where in a line's text the signature begins, whose it is, and its date.

    `linked` tells one with links to its author's pages or to answer it, which nothing else has.
    """

    begin: int
    name: str | None
    date: str | None
    linked: bool = False


def zones(text: str) -> int:
    """Count the lines that end with a time's zone."""
    return sum(1 for _ in _ZONE.finditer(text))


def signature_of(text: str) -> Signature | None:
    """Read the signature that ends a line's text; None without one."""
    zone = _ZONE.search(text, max(0, len(text) - 30))
    if zone is None:
        return None
    low = max(0, zone.start() - MAX_SIGNATURE)
    before = text[low : zone.start()].rstrip()
    found = trailing_date(before)
    if found is None:
        return None
    day = _DAY.search(before, 0, found.start)
    begin = day.start() if day else found.start
    shown = before[begin:]
    if not (_CLOCK.search(shown) and _YEAR.search(shown)):
        return None
    name, start = _name(before[:begin])
    linked = name is not None and _LINKED.search(text, low + start) is not None
    return Signature(low + start, name, text[low + begin : zone.end("zone")], linked)


def name_alone(text: str) -> Signature | None:
    """Read "- Ann Lee" on a line of its own: a signature without a time."""
    match = _ALONE.match(text)
    name = match["name"].strip() if match else ""
    words = name.count(" ") + 1
    if not name or words > MAX_WORDS or not looks_like_name(name):
        return None
    return Signature(0, name, None)


def _name(before: str) -> tuple[str | None, int]:
    """Give the name at the end of what stands before the time, and where the signature begins."""
    whole = before.rstrip(" ,")
    left = _unlinked(whole)
    dashed = _DASHED.search(left)
    if dashed and (dashed["long"] or left != whole or " " not in dashed["name"]):
        name = clean_name(_ADDED.sub("", dashed["name"]).strip(" |·•"))
        likely = 0 < len(name) <= MAX_NAME
        return name if likely else None, dashed.start()
    found = _ADDRESS.search(left) or _BEHIND.search(left)
    if found is None:
        return None, len(left) if left != whole else len(before)
    name = found["name"].strip()
    words = name.count(" ") + 1
    if words > MAX_WORDS or (words > 1 and not looks_like_name(name)):
        return None, len(left) if left != whole else len(before)
    return name, found.start("name")


def _unlinked(text: str) -> str:
    while (shorter := _LINKS.sub("", text).rstrip()) != text:
        if not shorter:
            break
        text = shorter
    return text
