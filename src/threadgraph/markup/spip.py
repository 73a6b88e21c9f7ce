"""Read the forum below articles of SPIP, a system of many French-speaking sites.

The byline of a message is "DATE, par Ann", with the title of the article or of the answer before
it; the name has an element of its own since SPIP 2.1. Last seen: 2024. Not read: titles.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._bylines import date_in, names_in
from threadgraph.markup._dom import HtmlPage, Node, shown
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._values import name_of

__all__ = ["FAMILY"]

_CARDS = ".forum-chapo, .comment-meta"
_TITLES = "forum-titre", "comment-titre"
# "20 janvier 2010 12:54, par"
_PAR = re.compile(r",?\s(?:par|by|von|por|di|de|da|door|av|od|от)\s?:?\Z", re.IGNORECASE)
_NUMBER = re.compile(r"\A\W{0,3}\d{1,5}\.\s{0,3}")


def _finish(_: HtmlPage, thread: Thread) -> None:
    """Name the posts whose names stand only in their bylines, and date them."""
    bare = [c for c in thread.comments if c.author_state is None and c.node is not None]
    names = names_in([(_byline(comment), None) for comment in bare])
    for comment, name in zip(bare, names, strict=True):
        comment.author, comment.author_state = name_of(name or "")
    for comment in thread.comments:
        if not (comment.date or comment.moment):
            line = _byline(comment)
            before = line.rpartition(comment.author)[0].strip() if comment.author else line
            comment.date = date_in(_PAR.sub("", before))


def _byline(comment: Comment) -> str:
    """Give "14 mars 2012, par Ann": the card without its title."""
    card = comment.node.css_first(_CARDS) if comment.node is not None else None
    if card is None:
        return ""
    small = card.css_first("small, .date")
    line, title = shown(small or card), _title(card)
    return _NUMBER.sub("", line.removeprefix(title).lstrip(" ,"))


def _title(card: Node) -> str:
    found = card.css_first(", ".join(f".{name}" for name in _TITLES))
    return shown(found) if found is not None else ""


FAMILY = family(
    Rules(
        posts="li:has(> .forum-message > .forum-chapo), li:has(> .forum > .forum-chapo), "
        "li:has(> .comment > .comment-meta .dtreviewed), li.comment-item",
        body=(".forum-texte", ".comment-content"),
        author=(".forum-chapo small > span:not(.sep)", ".comment-meta small > span:not(.sep)",
                ".forum-chapo .auteur", ".comment-meta .auteur", ".forum-chapo small strong",
                ".forum-chapo > strong:last-child"),
        date=("abbr.dtreviewed", "abbr.published", "time"),
        permalink=("a[rel~=bookmark]", ".forum-titre a"),
        drop=".hyperlien, .comment-notes, .repondre, .forum-repondre-message",
        finish=_finish,
    ),
    "forum-chapo", "comment-fil",
)  # fmt: skip
