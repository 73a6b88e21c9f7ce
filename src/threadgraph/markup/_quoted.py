"""Read what stands above a quotation: who is quoted, and which post.

All walks are bounded, as quotations may stand in quotations to any depth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from threadgraph.dates import is_date
from threadgraph.markup._dom import Node, attribute, classes
from threadgraph.markup._values import name_of

__all__ = [
    "Quoted",
    "before",
    "climb",
    "head_in",
    "head_of",
    "linked_post",
    "name_said",
    "quoted_in",
]

Quoted = tuple[str | None, str | None]
"""The native id and the author of a quotation's source."""

MAX_CLIMB = 8
MAX_WALK = 30
MAX_ATTRIBUTION = 200
# "#post-12", "#p12", "#msg12", "#pid12", "#entry12", "#findComment-12", "#Comment_12"
_ANCHOR = re.compile(
    r"#(?:post|p|msg|pid|entry|findComment|comment)[-_]?(\d{1,20})\Z", re.IGNORECASE
)
# "?p=12", "&pid=12", "/posts/12/", "goto/post?id=12", "?do=findComment&comment=12"
_QUERY = re.compile(
    r"[?&;](?:p|pid|post|postID|comment)=(\d{1,20})\b"
    r"|/(?:posts?(?:/|[?&]id=)|node/)(\d{1,20})\b"
)
_VERBS = (
    r"said|says|wrote|writes|schrieb|schreibt|sagte|hat gesagt|hat (?:folgendes )?geschrieben|"
    r"a écrit|a dit|"
    r"dijo|escribió|ha dicho|ha escrito|ha scritto|ha detto|disse|escreveu|skrev|sa|schreef|zei|"
    r"napisał(?:\(a\)|a)?|pisze|powiedział(?:\(a\))?|napsal(?:\(a\)|a)?|написал(?:\(а\)|а)?|"
    r"писал(?:\(а\)|а)?|сказал(?:\(а\)|а)?|kirjoitti|sanoi|írta|a scris|dedi ki|yazdı|έγραψε|"
    r"さんは書きました|написав|пише|je napisao(?:/la)?|je napisal(?:/a)?|ha escrit|написа|demiş ki|"
    r"写道|寫道|写到|寫到|说|說"
)
# "Ann said:", "Ann wrote: ↑ Sat Feb 24, 2024 12:41 pm"
_SAID = re.compile(
    rf"\A(.{{1,100}}?)\s(?:{_VERBS})\s?\.{{0,3}}\s?[:：]?(?:\s?↑)?(?:\s.{{0,60}})?\Z", re.IGNORECASE
)
# "Ann wrote: the words", "Ann said" on a line of its own, where a quotation's words begin
_BEGUN = re.compile(
    rf"([^\n:.,!?]{{1,40}}?)\s(?:{_VERBS})(?:\s?[:：]\s?|\s{{0,3}}\n\s{{0,3}})", re.IGNORECASE
)
# "Zitat - Ann hat folgendes geschrieben:": the title of the box, in bold on some boards
_TITLE = re.compile(
    r"\A(?:quote|zitat|citation|cita|citat|citaat|cytat|citace|цитата|idézet|lainaus)\s?[-–—]\s?",
    re.IGNORECASE,
)
_PRONOUNS = frozenset(
    "i he she it we they you one who somebody someone er sie es ich wir man il elle on je él ella "
    "ello lui lei egli io hij zij ik on ona oni ja он она они я мы кто".split()
)
# "Vor 5 Stunden schrieb Ann:", "Op 3-5-2021 om 10:02 zei Ann:"
_SAID_BY = re.compile(r"\A(?=\D{0,40}\d).{4,60}?\s(?:schrieb|zei)\s(.{1,100}?)\s?:\Z")
# "QUOTE(Ann @ Jan 3 2006, 09:13 AM)"
_AT = re.compile(r"\A\w{3,12}\s?\((.{1,80}?)\s@\s.{4,40}\Z")
# "(03-05-2012, 10:02 AM)Ann"; "Ann, on 03 May 2012 - 10:02,"
_BEFORE = re.compile(r"\A\([^()]{0,40}\)\s?")
_AFTER = re.compile(r",\s(?:on|am|le|el|il|den|op)\s[^,]{0,20}\d.{0,30}\Z", re.IGNORECASE)
# "10 hours ago, Ann", "On 3 May 2021 at 10:02, Ann"
_WHEN = re.compile(
    r"\A.{0,80}(?:\d(?:\s?[ap]\.?m\.?)?,?|\b(?:ago|yesterday|today|now),)\s", re.IGNORECASE
)
# "Originally Posted by Ann", "Zitat von Ann", "Quote from: Ann on May 3, 2021, 10:02"
_POSTED = re.compile(
    r"\A(?:(?:quote|zitat|citation|cita|citat|cytat|цитата):?\s)?(?:originally posted by|"
    r"originally by|originalmente (?:publicado|escrito) por|originariamente inviato da|"
    r"envoyé par|oorspronkelijk geplaatst door|zitat von|quote from|quote by|citation de|"
    r"citazione di|citazione da|cita de|citat från|cytat z|сообщение от|цитата)\s?:?\s(.{1,100}?)"
    r"(?:\s?:|\s(?:on|am|le|el|il|em|den|op|dnia)\s.{0,14}\d.{0,40})?\Z",
    re.IGNORECASE,
)


def before(node: Node) -> Node | None:
    """Give the element that stands before this one in the same parent."""
    here = node.prev
    while here is not None and (here.tag or "-")[0] in "-!":
        here = here.prev
    return here


def climb(node: Node, found: Callable[[Node], object]) -> Node | None:
    """Give the nearest element around (or the element itself) of which `found` is true."""
    here: Node | None = node
    for _ in range(MAX_CLIMB):
        if here is None or found(here):
            break
        here = here.parent
    return here if here is not None and found(here) else None


def head_of(quote: Node, *names: str) -> Node | None:
    """Give the element with one of these tags or classes near a quotation's beginning.

    What belongs to a quotation inside this one is not looked at.
    """
    wanted = set(names)
    for node in _walk(quote):
        if node.tag in wanted or not wanted.isdisjoint(classes(node)):
            return node
    return None


def _walk(node: Node) -> Iterator[Node]:
    """Give the first elements inside, in page order, none of inner quotations."""
    waiting: list[Node] = []
    here = node.child
    for _ in range(MAX_WALK):
        while here is None and waiting:
            here = waiting.pop()
        if here is None:
            return
        if here.next is not None:
            waiting.append(here.next)
        inner = here.tag == "blockquote" or "bbcode_quote" in classes(here)
        if (here.tag or "-")[0] not in "-!" and not inner:
            yield here
        here = here.child if not inner else None


def linked_post(href: str | None) -> str | None:
    """Give the id of the post that a link leads to; None for other links."""
    if not href:
        return None
    match = _ANCHOR.search(href) or _QUERY.search(href)
    return next((group for group in match.groups() if group), None) if match else None


def quoted_in(attribution: Node | None, href: str | None = None) -> Quoted:
    """Give what the line above a quotation tells; `href` is known to link the quoted post.

    A name is taken only where the words around it are known, or where it has an element of its
    own: an unknown verb would become part of it.
    """
    if attribution is None:
        return linked_post(href), None
    near = [attribution, *_walk(attribution)]
    links = [attribute(node, "href") for node in near if node.tag == "a"]
    native = next((post for link in (href, *links) if (post := linked_post(link))), None)
    named = (_text(node) for node in near[1:] if _is_name(node))
    name = next((text for text in named if text and not _TITLE.fullmatch(text)), "")
    if not name or name[-1] in ":：":
        name = name_said(name or _TITLE.sub("", _text(attribution))) or ""
    return native, name_of(name.lstrip("@").strip('»«„“”"'))[0] if name else None


def _is_name(node: Node) -> bool:
    """Tell whether the element sets a name off: bold, of that class, or a link to a profile."""
    if node.tag == "a":
        href = attribute(node, "href") or ""
        return "profile" in href or "member" in href
    return node.tag in ("strong", "b") or "username" in classes(node)


def _text(node: Node) -> str:
    """Give the words of a line; of what is longer the beginning, which is no line above a quote."""
    parts: list[str] = []
    waiting: list[Node] = [node.child] if node.child is not None else []
    for _ in range(MAX_WALK):
        if not waiting:
            break
        here = waiting.pop()
        if here.next is not None:
            waiting.append(here.next)
        if here.tag == "-text":
            parts.append((here.text_content or "")[: MAX_ATTRIBUTION + 1])
        elif here.child is not None and here.tag not in ("script", "style"):
            waiting.append(here.child)
    return " ".join("".join(parts).split())


def head_in(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Give the name that a quotation's own words begin with, and where the words after it begin.

    "Ann wrote: the words", or "Quote from: Ann" on a line of its own: templates without an element
    for the head set it into the text. What a pronoun begins was said in the quotation.
    """
    match = _BEGUN.match(text, start, end)
    if match is not None:
        said, begin = match[1], match.end()
    else:
        begin = text.find("\n", start, min(end, start + MAX_ATTRIBUTION))
        line = text[start : max(start, begin)].strip()
        said = (name_said(line) or "") if _POSTED.match(line) or _AT.match(line) else ""
    if said.casefold() in _PRONOUNS:
        return None
    while begin < end and text[begin].isspace():
        begin += 1
    name = name_of(said.strip('@»«„“”"'))[0]
    return (name, begin) if name and begin < end else None


def _without_age(name: str) -> str:
    """Leave out what tells when, in any language: "12 minuti fa, Ann"."""
    head, comma, rest = name.partition(", ")
    return rest.strip() if comma and is_date(head) else name


def name_said(text: str) -> str | None:
    """Give the name in "Ann said:", "10 hours ago, Ann wrote:", "Zitat von Ann"; "you" is none."""
    if len(text) > MAX_ATTRIBUTION:
        return None
    match = _POSTED.match(text) or _SAID_BY.match(text) or _SAID.match(text) or _AT.match(text)
    if match is None:
        return None
    name = _without_age(_BEFORE.sub("", match[1]))
    name = _AFTER.sub("", name) if _AFTER.search(name) else _WHEN.sub("", name)
    name = name.strip(" ,:@")
    return name if name and name.casefold() not in _PRONOUNS else None
