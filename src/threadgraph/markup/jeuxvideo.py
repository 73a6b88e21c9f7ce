"""Read topics of the boards of jeuxvideo.com (last seen 2023).

Not read: the pages for telephones.
"""

from __future__ import annotations

import re
from dataclasses import replace

from threadgraph.markup._base import Quote, Thread
from threadgraph.markup._dom import HtmlPage, attribute
from threadgraph.markup._forum import dated, thread_of
from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

# "Le 21 janvier 2018 à 16:05:47 Ann a écrit :", the first line of a quotation
_SAID = re.compile(
    r"Le \d{1,2} \S{3,10} \d{4} (?:à )?\d\d:\d\d(?::\d\d)? (\S.{0,60}?) a écrit\s?:\s*"
)


def _finish(page: HtmlPage, thread: Thread) -> None:
    _thread(page, thread)
    for comment in thread.comments:
        comment.quotes = [_attributed(quote, comment.text) for quote in comment.quotes]


def _attributed(quote: Quote, text: str) -> Quote:
    match = _SAID.match(text, quote.start, quote.end)
    if match is None or match.end() == quote.end:
        return quote
    return replace(quote, start=match.end(), author=match[1])


_thread = thread_of(
    current=".bloc-liste-num-page .page-active", title="#bloc-title-forum", anchor="post_{}"
)


FAMILY = family(
    Rules(
        posts=".bloc-message-forum[data-id]",
        body=(".bloc-contenu .txt-msg",),
        author=(".bloc-pseudo-msg",),
        when=dated,
        date=(".bloc-date-msg",),
        permalink=(".bloc-date-msg a[href]",),
        drop=".info-edition-msg, .signature-msg, .nested-quote-toggle-box",
        native=lambda post: attribute(post, "data-id"),
        depths=flat,
        gone=".msg-supprime",
        marker=re.compile(r"""class=["']bloc-message-forum\b"""),
        article=False,
        finish=_finish,
    ),
    "bloc-message-forum",
)
