"""Read a mail as list archives show it: pipermail, MHonArc and Hypermail (last seen 2024).

All three mark in comments of the page where the mail begins and ends; Hypermail tells there also
who sent it, MHonArc in a list of fields ("From", "Date"), Mailman's pipermail in bold and italics
above the mail. Not read: the links to the mails before and after, pages that hold many mails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from threadgraph.markup._base import Comment, Family, Quote, Thread
from threadgraph.markup._dom import HtmlPage, Node, one_line, shown
from threadgraph.markup._quoted import name_said
from threadgraph.markup._text import Text, text_of
from threadgraph.markup._values import iso_moment, name_of

__all__ = ["FAMILY"]

_MARKS = (
    ("<!--beginarticle-->", "<!--endarticle-->"),
    ("<!--x-body-of-message-->", "<!--x-body-of-message-end-->"),
    ('<!-- body="start" -->', '<!-- body="end" -->'),
)
# `<!-- name="Ann Lee" -->`, `<!-- isosent="20100505194142" -->`
_TOLD = re.compile(r"""<!-- (name|sent|received)="([^"<>]{1,200})" -->""")
# "From: Ann Lee <ann@host.example>", "From: ann@host.example (Ann Lee)"
_FIELD = re.compile(r"(?P<field>from|date)\s?:\s?(?P<told>\S.*)", re.IGNORECASE)
_ADDRESS = re.compile(r"\s(?:via|through)\s.*|\s?[<(]?\S*(?:@|\(at\)|_at_)\S*[>)]?|<[^<>]{1,100}>")
_QUOTED = re.compile(r"(?:^[>|].*(?:\n|\Z))+", re.MULTILINE)
MAX_FIELDS = 40
"""Elements before a mail among which its fields are sought."""
MAX_FIELD = 100
MAX_ABOVE = 1000
"""Letters above a quotation in which its lines say who wrote it."""


class _Head(NamedTuple):
    """Who sent a mail, and when."""

    author: str
    date: str | None


def _read(page: HtmlPage) -> Thread | None:
    source = page.lower
    begin, end = next((pair for pair in _MARKS if pair[0].encode() in source), ("", ""))
    if not begin or source.count(begin.encode()) != 1 or page.tree.body is None:
        return None
    mark = _mark(page.tree.body, begin)
    if mark is None:
        return None
    parts = [*_between(mark, end)]
    text = Text()
    for part in parts:
        text_of(part, into=text)
    head = _said(page) or _listed(mark) or _bold(page)
    node = next((part for part in parts if part.is_element_node), None)
    if head is None or not str(text).strip() or node is None:
        return None
    words = str(text).strip()
    quotes = [*_quotes(words)]
    mail = Comment(
        node=node,
        text=words,
        quotes=quotes,
        label=next((quote.author for quote in quotes if quote.author), None),
        rules={"text": begin, **dict.fromkeys(("author", "date"), "the mail's head")},
    )
    mail.author, mail.author_state = name_of(head.author)
    mail.date, mail.moment = head.date, iso_moment(head.date or "")
    return Thread(comments=[mail], markers=1, article=False)


def _quotes(text: str) -> Iterator[Quote]:
    """Give the lines that begin with ">", and who wrote them by the line or two above."""
    for match in _QUOTED.finditer(text):
        near = text[max(0, match.start() - MAX_ABOVE) : match.start()].split("\n")
        above = [line for line in near if line.strip()][-2:]
        lines = (" ".join(above[first:]) for first in (1, 0) if above[first:])
        name = next((name for line in lines if (name := name_said(line))), None)
        yield Quote(start=match.start(), end=match.end(), author=name and _sender(name))


def _mark(body: Node, begin: str) -> Node | None:
    """Give the comment of the page that begins the mail."""
    nodes = (node for node in body.traverse(include_text=True) if (node.tag or "-")[0] in "-_!")
    return next((node for node in nodes if (node.html or "").strip().lower() == begin), None)


def _between(mark: Node, end: str) -> Iterator[Node]:
    """Give what stands behind the mark up to the one that ends the mail, which may lie deeper."""
    here = mark.next
    while here is not None:
        source = (here.html or "").lower()
        if source.strip() == end:
            return
        yield here
        if end in source:
            return
        here = here.next


def _said(page: HtmlPage) -> _Head | None:
    """Read what Hypermail says in comments of the page."""
    fields = {match[1]: match[2] for match in _TOLD.finditer(page.html)}
    name = fields.get("name")
    return _Head(name, fields.get("sent") or fields.get("received")) if name else None


def _listed(mark: Node) -> _Head | None:
    """Read the fields above a mail: `<li><em>From</em>: Ann Lee`, `<td>Date:</td><td>...`."""
    fields: dict[str, str] = {}
    for node in _before(mark):
        for item in node.css("li, tr, p, div, strong"):
            match = _FIELD.fullmatch(shown(item))
            if match and len(match["told"]) <= MAX_FIELD:
                fields.setdefault(match["field"].lower(), match["told"])
    name = _sender(fields.get("from", ""))
    return _Head(name, fields.get("date")) if name else None


def _before(mark: Node) -> Sequence[Node]:
    found: list[Node] = []
    here = mark.prev
    while here is not None and len(found) < MAX_FIELDS:
        if here.is_element_node:
            found.append(here)
        here = here.prev
    return found


def _sender(told: str) -> str:
    """Give the name without the address: "Ann Lee <ann@host.example>"; one alone is the name."""
    name = one_line(_ADDRESS.sub("", told)).strip("\"'() ")
    return name or told


def _bold(page: HtmlPage) -> _Head | None:
    """Read Mailman's head: the name in bold below the subject, the date in italics."""
    title = page.first("h1")
    above = [*takewhile(lambda node: node.tag not in ("hr", "pre"), _behind(title))]
    name = next((shown(node) for node in above if node.tag == "b"), "")
    date = next((shown(node) for node in above if node.tag == "i"), "")
    return _Head(name, date or None) if name else None


def _behind(node: Node | None) -> Iterator[Node]:
    here = node.next if node is not None else None
    while here is not None:
        if here.is_element_node:
            yield here
        here = here.next


FAMILY = Family(elsewhere=tuple(begin for begin, _ in _MARKS), read=_read)
