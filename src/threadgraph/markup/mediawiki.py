"""Read talk pages of MediaWiki: paragraphs and items of lists, of which the last one is signed.

A signature links its author's page and ends with time and zone. DiscussionTools (since 2021) also
gives each comment an id with name and time. Answers stand further in. Last seen: 2025. Not read:
texts without a signature, which are the next one's; who signs without a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from threadgraph.dates.scan import trailing_date
from threadgraph.markup._base import Comment, Family, Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute, shown, up_from
from threadgraph.markup._text import text_of
from threadgraph.markup._values import iso_moment, link_of, name_of

__all__ = ["FAMILY"]

MIN_SIGNED = 2
"""Signed texts of a page without DiscussionTools: one alone may be quoted."""
MAX_SIGNATURE = 300
"""Letters at the end of a text in which its signature stands."""

# "ns-talk", "ns-1", "ns-3", "ns-4": talk has odd numbers, that of projects is 4
_TALK = re.compile(r"(?:\A|\s)ns-(?:talk|\d{0,4}[13579]|4)(?=\s|\Z)")
_ROOTS = (".mw-parser-output", "#mw-content-text", "#bodyContent", "#content")
_BLOCKS = "p, dd, li, blockquote, h1, h2, h3, h4, h5, h6"
_ASIDE = "table, .toc, #toc, .catlinks, .printfooter, .navbox, .mw-editsection, .editsection"
_SILENT = "[class*='discussiontools-init-replylink'], dl, ul, ol, table"
_LISTS = frozenset(("dl", "ul", "ol"))
# "14:02, 3. Mär. 2022 (CET)", with "[reply]" behind it where scripts were read as text
_ZONE = re.compile(r"(\((?:[A-Z]{2,5}|UTC ?[+-]\d{1,2}(?::\d\d)?)\))(?:\s?\[[^\W\d_]{2,16}\])?\Z")
_CLOCK, _YEAR = re.compile(r"\d[:.h]\d\d"), re.compile(r"(?:19|20)\d\d")
# "2009年3月12日 (木) ": the day of the week parts date and time
_DAY = re.compile(r"\d{4}[年년] ?[^()]{3,12}(?:\([^()]\) ?)?$")
# "/wiki/Benutzer:Ann_Lee", "title=User:Ann&action=edit", not "User talk:Ann", "User:Ann/Drafts"
_USER = re.compile(
    r"(?:[/=]|\A)(?:user|u|benutzer(?:in)?|utilisat(?:eur|rice)|usuari[oa]|usuária|utente|"
    r"gebruiker|wikipedyst(?:a|ka)|użytkowni(?:k|czka)|участни(?:к|ца)|користувач(?:ка)?|användare|"
    r"bruker|bruger|käyttäjä|wikipedist(?:a|ka)|uživatel(?:ka)?|szerkesztő|kullanıcı|utilizator|"
    r"потребител|корисни(?:к|ца)|suradni(?:k|ca)|korisnik|uporabni(?:k|ca)|χρήστης|משתמש(?:ת)?|"
    r"مستخدم|کاربر|利用者|用户|用戶|使用者|사용자|lietotājs|naudotojas|vartotojas|kasutaja|thành_viên|"
    r"pengguna|lankide):[^/#&?]{1,120}(?:[&?].{0,200})?\Z",
    re.IGNORECASE,
)
# "/wiki/Special:Contributions/192.0.2.7"
_ADDRESS = re.compile(
    r":[^/]{1,40}/((?:\d{1,3}\.){3}\d{1,3}|(?:[0-9A-F]{1,4}:){4,7}[0-9A-F]{1,4})\Z"
)
# "c-Dr._Balken-20220303174500", with the id of what it answers behind: "c-Ann-2022-03-03T17:45:00"
_ID = re.compile(
    r"c-(?P<name>.{1,120}?)-(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)T?"
    r"(?P<hour>\d\d):?(?P<minute>\d\d):?(?P<second>\d\d)(?:\.000Z)?(?:-|\Z)"
)
_MOMENT = "{}-{}-{}T{}:{}:{}Z"
_EDGE = " \t\n\u00a0–—-~"


class _Line(NamedTuple):
    """A paragraph or an item: its own words, links and ids, and how far in it stands."""

    node: Node
    text: str
    level: int
    links: Sequence[Node]
    ids: Sequence[Node]


class _Signature(NamedTuple):
    """Where in a line's text the signature begins, its date, and the link that names its author."""

    begin: int
    date: str
    link: Node | None


def _read(page: HtmlPage) -> Thread | None:
    body, root = page.tree.body, page.first(*_ROOTS)
    if body is None or root is None or not _TALK.search(attribute(body, "class") or ""):
        return None
    comments = [*_comments(_lines(root))]
    known = any(comment.native_id for comment in comments)
    if not known and sum(c.author is not None for c in comments) < MIN_SIGNED:
        return None
    title = page.first("h1")
    return Thread(
        comments=comments, title=shown(title) or None if title is not None else None, article=False
    )


def _lines(root: Node) -> Iterator[_Line]:
    """Give the paragraphs, items and headings of a page, not those of boxes and lists of contents.

    Headings have a level below zero.
    """
    aside = Owners(root.css(_ASIDE))
    blocks = [*{node.mem_id: node for node in root.css(_BLOCKS)}.values()]
    skip = {node.mem_id for node in (*blocks, *root.css(_SILENT))}
    owners = Owners(blocks)
    links, ids = owners.group(root.css("a[href]")), owners.group(root.css('span[id^="c-"]'))
    for number, block in enumerate(blocks):
        if aside.of(block) is not None:
            continue
        heading = (block.tag or "")[0] == "h"
        text = str(text_of(block, skip)).strip()
        if heading or text:
            level = -1 if heading else sum(n.tag in _LISTS for n in up_from(block.parent))
            yield _Line(block, text, level, links.get(number, ()), ids.get(number, ()))


def _comments(lines: Iterable[_Line]) -> Iterator[Comment]:
    """Give the texts that end with a signature, each with its level in its section."""
    waiting: list[_Line] = []
    above: list[int] = []
    for line in lines:
        if line.level < 0:
            waiting, above = [], []
            continue
        waiting.append(line)
        signature = _signature(line)
        if signature is None:
            continue
        while above and above[-1] >= line.level:
            above.pop()
        yield _comment(waiting, signature, len(above))
        above.append(line.level)
        waiting = []


def _signature(line: _Line) -> _Signature | None:
    zone = _ZONE.search(line.text, max(0, len(line.text) - 40))
    low = max(0, len(line.text) - MAX_SIGNATURE)
    found = trailing_date(line.text[low : zone.start()].rstrip()) if zone else None
    if zone is None or found is None:
        return None
    day = _DAY.search(line.text, low, low + found.start)
    start = day.start() if day else low + found.start
    date = line.text[start : zone.end(1)]
    if not (_CLOCK.search(date) and _YEAR.search(date)):
        return None
    for link in reversed(line.links):
        href = unquote(attribute(link, "href") or "")
        name = shown(link)
        place = line.text.rfind(name, low, start) if name else -1
        if place >= 0 and (_USER.search(href) or _ADDRESS.search(href)):
            return _Signature(place, date, link)
    return _Signature(start, date, None)


def _comment(lines: Sequence[_Line], signature: _Signature, depth: int) -> Comment:
    *before, last = lines
    words = [*(line.text for line in before), last.text[: signature.begin].rstrip(_EDGE)]
    gaps = ["\n\n" if line.node.tag == "p" else "\n" for line in lines]
    comment = Comment(
        node=lines[0].node,
        text="".join(part for pair in zip(gaps, words, strict=True) for part in pair).strip(),
        date=signature.date,
        depth=depth,
        rules=dict.fromkeys(("text", "author", "date"), "signature"),
    )
    comment.rules["parent"] = "indentation"
    told = next((m for line in lines for n in line.ids if (m := _ID.match(n.id or ""))), None)
    if told is not None:
        comment.native_id = told.string
        comment.anchors = (told.string,)
        comment.moment = iso_moment(_MOMENT.format(*told.groups()[1:]))
        comment.author, comment.author_state = name_of(told["name"].replace("_", " "), exact=True)
    if signature.link is not None:
        comment.author, comment.author_state = name_of(shown(signature.link), exact=True)
        comment.author_url = link_of(signature.link)
    comment.status = "complete" if comment.text else "empty"
    return comment


FAMILY = Family(marks=("ca-talk", "discussiontools", "ns-talk"), read=_read)
