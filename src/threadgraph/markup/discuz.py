"""Read threads of Discuz! (X and before), the forum software of most Chinese forums.

Last seen: 2025 (X3.5). Not read: ratings, remarks below posts, polls.
"""

from __future__ import annotations

import re

from threadgraph.markup._dom import Node, attribute, shown
from threadgraph.markup._forum import thread_of, user_of
from threadgraph.markup._quoted import Quoted, head_of, linked_post
from threadgraph.markup._rules import Rules, family, flat
from threadgraph.markup._values import day_moment

__all__ = ["FAMILY"]

# "2012-3-4 10:00:00"
_DATE = re.compile(
    r"\b((?:19|20)\d\d)-(1[0-2]|0?[1-9])-(3[01]|[12]\d|0?[1-9])(?:\s(\d{1,2}:\d\d)(?::\d\d)?)?"
)
_LINE = re.compile(r"\A(\S.{0,60}?)\s?(?:发表于|發表於|于|wrote on|posted at)\s")


def _when(node: Node) -> tuple[str | None, str | None]:
    """Read "发表于 2012-3-4 10:00:00", or the date that is the tip of an age."""
    for text in (attribute(node, "title") or "", shown(node)):
        date = _DATE.search(text)
        if date:
            return date[0], day_moment(date[1], date[2], date[3], date[4])
    return shown(node) or None, None


def _quoted(quote: Node) -> Quoted:
    """Read the link that begins a quotation: "ann 发表于 2012-3-4 10:00"."""
    head = head_of(quote, "font", "i")
    if head is None:
        return None, None
    link = head_of(head, "a")
    author = _LINE.match(shown(head)[:200])
    return linked_post(attribute(link, "href")) if link else None, author[1] if author else None


FAMILY = family(
    Rules(
        posts='div[id^="post_"]:has([id^="postmessage_"]), '
        'table[id^="pid"]:has([id^="postmessage_"])',
        body=('[id^="postmessage_"]',),
        author=(".pi .authi a", ".authi a.xw1", ".postauthor cite a", ".postinfo a", ".authi"),
        user=user_of,
        when=_when,
        date=('[id^="authorposton"] > span[title]', '[id^="authorposton"]', ".authi em"),
        permalink=('a[id^="postnum"]',),
        drop=".pstatus, .sign, .signatures, .quote > h5, .attach_nopermission, .tip",
        quote="blockquote, div.quote:not(:has(> blockquote))",
        heads="blockquote > font:first-child",
        quoted=_quoted,
        native=re.compile(r"\A(?:post_|pid)(\d{1,20})\Z"),
        depths=flat,
        marker=re.compile(r"""id=["']postmessage_\d"""),
        article=False,
        finish=thread_of(
            number='a[id^="postnum"] em',
            current=".pg strong",
            title="#thread_subject",
            anchor="pid{}",
        ),
    ),
    "postmessage_",
)
