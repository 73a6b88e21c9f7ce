"""Lay out what a post consists of, in order, with the part that each element's class names.

For markup whose classes differ from theme to theme and yet speak: `comment-author`, `authorname`,
`c-date`, `entry-text`. Only what belongs to the post itself is laid out, not the posts inside it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from threadgraph.markup._dom import Node, one_line
from threadgraph.markup._unknown.names import PROFILE, names_user
from threadgraph.markup._unknown.tags import SILENT

__all__ = ["NO_ROLE", "Part", "Role", "outline", "role_of", "test_name"]


class Role(NamedTuple):
    """What the classes of an element call it: 0 not at all, else the surer the higher.

    `tool` is what serves the reader and is nobody's text, `answers` that of which only words of
    answering say so; `meta` holds author and date.
    """

    author: int = 0
    date: int = 0
    body: int = 0
    tool: bool = False
    meta: bool = False
    answers: bool = False


NO_ROLE = Role()


@dataclass(slots=True)
class Part:
    """An element, or a run of text (`tag` is "-text"), of a post.

    `above` is the number of the part around it (-1: none), `end` that of the part after all in it.
    """

    node: Node
    tag: str
    above: int
    role: Role = NO_ROLE
    text: str = ""
    end: int = 0
    href: str = ""


_SILENT = SILENT | {"form", "label"}
_TESTS = ("data-testid", "data-test", "data-test-id", "data-qa", "data-cy")
_WORDS = re.compile(r"[a-z]+")
# "quick-edit-target", "js-edit-hide": what is edited, not what serves to edit it
_EDITED = re.compile(r"edit-?(?:target|hide|able)")
# what builders put behind names: "Comment_text__3xKd9"
_HASH = re.compile(r"__(?=[\w-]{0,9}(?:\d|[a-z][A-Z]|[A-Z]{2}))[\w-]{3,10}(?=\s|\Z)")
# "fAutor", "cBoxNick", "abCommentText"
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
# "ctl00_Main_rptComments_ctl03_lblUserName", "ViewEntry_lstComments_lblCommentDate_0": controls of
# ASP.NET, which have ids where others have classes
_CONTROL = re.compile(r"_(?:lbl|lit|lnk|lb|hl|hyp|ltl|label)([A-Z][A-Za-z]{2,30})(?:_\d{1,6})?\Z")
_AUTHORS = (
    (
        5,
        re.compile(
            r"(?:\Afn|(?:comment|cmt|author|commenter|user|nick|display|poster|actor)[-_]?name|"
            r"comment[-_](?:info|meta|head|author|user)[-_]?name(?:[-_]?text)?)\Z"
        ),
    ),
    (
        4,
        re.compile(
            r"(?:comment(?:ed)?[-_]?(?:author|by)(?:[-_]?link)?|commenter|nickname|ljuser)\Z|"
            r"(?:user|nick|author|member)[-_]?name[-_]"  # "user-name-gw"
        ),
    ),
    (
        2,
        re.compile(
            r"author|(?:user|member|profile)[-_]?link\Z|vcard|commenter|poster|auteur|verfasser|pseudo(?!-)|usuario|utente|"
            r"nutzer(?:name)?\Z|(?:\b|[-_])(?:autore?s?|naam|namn|navn|nome|nombre|nm|isim|imie|imya|"
            r"jmeno|nimi|avtor|nick|utilisateur|podpis|gebruiker|kullanici|bruker|uzytkownik|avsandare|yorumcu)(?:\Z|[-_])|"
            r"\A(?:who|wer|qui|quien|quem|kim|kdo|kto|vem|hvem|kuka)\Z"
        ),
    ),
    (1, re.compile(r"(?:\b|[-_])(?:name|user|by|member|writer|user-?id)\Z|\Apost[-_]author\Z")),
)
NAME = 5
"""An author's role of what its class calls a name, and nothing else."""
_BY_RELATION = 4
"""The role of a link that says `rel="author"`."""
_NOT_AUTHORS = re.compile(
    r"avatar|image|img|photo|badge|byuser|bypostauthor|author-comment|date|time|role|rank|label|"
    r"content|text|body|comment-author-(?!link|wrap|info|meta|line)|count|bio|says|"
    r"(?:\b|[-_])tags?[-_]|(?:\b|[-_])icon\Z"
)
_DATE = re.compile(
    r"(?:\b|[-_]|comment|author)(?:date|time|timestamp|datetime|when|posted|published|age|ago|"
    r"datum|fecha|heure|tijd|tid|zeit|tarih|saat|hora)"
    r"(?:\b|[-_])|(?:date|time)\Z|"
    r"\A(?:data|dato|dt|ts|ora|kdy|kiedy|czas|quando|cuando|quand|klockan|cas|vreme|aika|laikas|zaman)\Z"
)
_BODIES = (
    (3, re.compile(r"[ck]omm?ent(?:aire|ario|ar|o)?[-_]{0,2}"
                   r"(?:content|text|body|entry|message|copy|post|txt|c)\Z")),
    (2, re.compile(r"comment.{0,12}(?:content|text|body|entry|message)|"
                   r"(?:\b|[-_])(?:user|cmt|memo|msg|message|post|push|note)[-_]{0,2}"
                   r"(?:text|txt|contents?|body)\Z")),
    (1, re.compile(r"\A(?:comments?|kommentar|commentaire|comentario)\Z|"
                   r"content|text(?!-(?:\d|right|left|center|start|end|muted|small|xs|sm|lg|bold|"
                   r"primary|secondary|dark|light|white|black|gr[ae]y|danger|success|info|warning|"
                   r"uppercase|nowrap))|body|entry|message|copy|prose|wysiwyg|richtext|\bdesc|inhalt|conten[iu]d|contenu|"
                   r"nachricht|mensa[jg]|testo|tekst|tresc")),
)  # fmt: skip
_NOT_BODIES = re.compile(
    r"(?:justify|align|place)-content|content-(?:start|end|center|between|around)|"
    r"meta|header|head\Z|footer|title|author|date|avatar|reply|info|context|wrap|form|nobody|screen|"
    r"rank"
)
# "reply_content", "answer-body": the text of an answer; of "reply-text" the tag must tell that it
# is no word on a button
_ANSWERS = re.compile(
    r"(?:\b|[-_])(?:repl(?:y|ies)|answer|respon[cs]e)[-_]{0,2}(?:contents?|body|message|(te?xt))\Z"
)
_OF_TEXT = frozenset(("div", "p", "blockquote", "td", "section"))
_TOOLS = frozenset(
    "reply replylink edit share sharing sharedaddy like likes dislike vote votes voting rating "
    "ratings rate karma report flag permalink avatar gravatar moderation action actions tool "
    "tools toolbar respond subscribe spam toggle btn button buttons social number num counter "
    "count screen badge says respond controls control menu upvote downvote thumbs jp wpulike "
    "awaiting arrow bypostauthor origin acties aktionen acciones azioni reageer reageren antworten "
    "repondre responder rispondi odpowiedz svara melden cluv commentluv edited lastedit "
    "selection".split()
)
_PICTURES = frozenset(("avatar", "gravatar"))
_REPLIES = frozenset(
    "reply replylink respond reageer reageren antworten repondre responder rispondi odpowiedz "
    "svara".split()
)
_METAS = frozenset(
    "meta metadata commentmetadata commentmeta header head info details footer byline "
    "naglowek kopf cabecera entete".split()
)
_META_TAGS = frozenset(("header", "footer"))
_PROPS = {
    "author": Role(author=3), "name": Role(author=4), "creator": Role(author=3),
    "datepublished": Role(date=2), "datecreated": Role(date=2), "commenttime": Role(date=2),
    "text": Role(body=3), "commenttext": Role(body=3), "description": Role(body=2),
}  # fmt: skip


@lru_cache(maxsize=1 << 13)
def role_of(tag: str, names: str, prop: str = "") -> Role:
    """Give what the classes and the `itemprop` of an element call it."""
    author = date = body = 0
    words: set[str] = set()
    for token in _parted(_HASH.sub("", names)).lower().split()[:20]:
        core = token.rpartition("__")[2] or token  # "review-reply__author": the author of a reply
        words.update(_WORDS.findall(_EDITED.sub("", core)))
        rank = _rank(_AUTHORS, token)
        if rank > author and (rank == NAME or not _NOT_AUTHORS.search(core)):
            author = rank
        if _DATE.search(token):
            date = 2
        answers = _ANSWERS.search(core)
        if answers and (answers[1] is None or tag in _OF_TEXT):
            body = max(body, 2)
        elif not _NOT_BODIES.search(core):
            body = max(body, _rank(_BODIES, token))
    if tag == "cite" or (tag == "a" and "url" in words):
        author = max(author, NAME if "user" in words else 3)  # Blogger's `cite.user`
    named = _PROPS.get(prop.lower(), NO_ROLE)
    serving = words & _TOOLS
    if author and serving <= _PICTURES:
        serving = set[str]()  # `class="avatar name"`: the name beside the picture, not the picture
    role = Role(
        author=max(author, named.author),
        date=3 if tag == "time" else max(date, named.date),
        body=max(body, named.body),
        tool=bool(serving),
        meta=tag in _META_TAGS or not _METAS.isdisjoint(words),
        answers=bool(serving) and serving <= _REPLIES,
    )
    return role if role != NO_ROLE else NO_ROLE


def named(node: Node, tag: str) -> str:
    """Give the classes of an element; the tag of one of the page's own speaks as they do."""
    names = node.attributes.get("class") or ""
    return f"{names} {tag}" if "-" in tag else names


def test_name(attributes: Mapping[str, str | None]) -> tuple[str, str] | None:
    """Give what a page's own tests call an element, where its classes are hashes.

    `<span class="sc-bZQynM" data-testid="comment-author">`: the attribute and its value.
    """
    return next(((key, name) for key in _TESTS if (name := attributes.get(key))), None)


def _parted(names: str) -> str:
    """Part words written together, as developers for .NET and Java do: "fAutor" -> "f-Autor"."""
    return names if names.islower() else _HUMP.sub("-", names)


def _rank(ranks: Sequence[tuple[int, re.Pattern[str]]], token: str) -> int:
    return next((rank for rank, pattern in ranks if pattern.search(token)), 0)


def outline(
    roots: Sequence[Node], stop: Collection[int] = (), frame: Node | None = None
) -> list[Part]:
    """Give the parts of a post that begins with `roots`, without the elements in `stop`.

    `frame` holds the roots, and other posts' as well: it stands for the element that they lack.
    Cost: linear in nodes, without recursion.
    """
    parts = [Part(frame, frame.tag or "-", -1)] if frame is not None else []
    top = len(parts) - 1
    for root in roots:
        _lay_out(root, top, stop, parts)
    if frame is not None:
        parts[0].end = len(parts)
    return parts


def _lay_out(root: Node, above: int, stop: Collection[int], parts: list[Part]) -> None:
    """Add an element, or a run of text, and what is in it; `above` is the number of its holder."""
    outer = above
    holders: list[Node] = []
    node = root
    while True:
        tag = node.tag or "-"
        if tag == "-text":
            if text := one_line(node.text_content or ""):
                parts.append(Part(node, tag, above, NO_ROLE, text, len(parts) + 1))
        elif _speaks(node, tag) and (above < 0 or node.mem_id not in stop):
            number = len(parts)
            parts.append(_element(node, tag, above))
            below = node.first_child
            if below is not None:
                holders.append(node)
                node, above = below, number
                continue
            parts[number].end = number + 1
        following = node.next if holders else None
        while following is None:
            if above == outer:
                return
            parts[above].end = len(parts)
            above = parts[above].above
            node = holders.pop()
            following = node.next if holders else None
        node = following


def _speaks(node: Node, tag: str) -> bool:
    """Tell what can hold a part of a post: a form that is none to write in, a user's button."""
    if tag == "form":
        return node.css_first("textarea") is None
    if tag == "button":
        return names_user(node)
    return tag[0] not in "-!" and tag not in _SILENT


def _element(node: Node, tag: str, above: int) -> Part:
    attributes = node.attributes
    names = named(node, tag)
    if len(attributes) and (tested := test_name(attributes)):
        names = f"{names} {tested[1]}"
    prop = attributes.get("itemprop") or ""
    role = role_of(tag, names, prop) if above >= 0 else NO_ROLE
    if role is NO_ROLE and (control := _CONTROL.search(attributes.get("id") or "")):
        role = role_of(tag, control[1])
    href = (attributes.get("href") or "") if tag == "a" else ""
    rel = attributes.get("rel") or "" if href else ""
    if role.author and "tag" in rel:
        role = role._replace(author=0)
    elif "author" in rel:
        role = role._replace(author=max(role.author, _BY_RELATION))
    elif href and not role.author and PROFILE.search(href):
        role = role._replace(author=1)
    return Part(node, tag, above, role, href=href)
