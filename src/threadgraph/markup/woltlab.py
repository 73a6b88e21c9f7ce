"""Read threads of WoltLab Suite Forum and Burning Board 3 to 6.

Markup: `article.message[data-post-id]` (4 and later), `div.message` with `#postText12` (3). Last
seen: 2026 (6.1). Not read: comments below articles, reactions, polls.
"""

from __future__ import annotations

import re
from dataclasses import replace

from threadgraph.markup._base import Family, best
from threadgraph.markup._dom import Node, attribute, classes
from threadgraph.markup._forum import dated, thread_of, user_of
from threadgraph.markup._quoted import Quoted, climb, head_of, quoted_in
from threadgraph.markup._rules import Rules, flat, read_rules

__all__ = ["FAMILY"]


def _quoted(words: Node) -> Quoted:
    """Read `blockquote.quoteBox[cite]` around the quoted words, and its title."""
    quote = climb(words, lambda node: "quoteBox" in classes(node))
    if quote is None:
        return None, None
    return quoted_in(head_of(quote, "quoteBoxTitle", "header", "h3"), attribute(quote, "cite"))


_FOUR = Rules(
    posts='article.message[data-post-id], article.wbbPost, article.message[id^="post"]',
    body=(".messageBody .messageText", ".messageText"),
    author=(
        ".messageAuthor .username",
        ".messageAuthor [itemprop='name']",
        ".messageSidebar .username",
        ".userDetails .username",
        ".messageAuthor",
    ),
    user=user_of,
    when=dated,
    date=(
        ".messagePublicationTime time",
        ".messageHeader time",
        ".messageHeaderMetaData time",
        "meta[itemprop='dateCreated']",
        "time[datetime]",
        "woltlab-core-date-time",
    ),
    permalink=(".messagePublicationTime", "a.permalink", ".messageQuickOptions a[href*='#post']"),
    drop=".messageSignature, .messageFooterNote, .quoteBoxIcon, .attachmentThumbnailList",
    quote=".quoteBoxContent, .quoteBox > div:not([class])",
    quoted=_quoted,
    native=lambda post: attribute(post, "data-post-id", "data-object-id"),
    depths=flat,
    gone=".messageDeleted, article.wbbPostDeleted",
    hidden=".messageDisabled, article.ignoredUserMessage",
    marker=re.compile(r"""<article\s[^<>]{0,400}data-post-id\s*="""),
    article=False,
    finish=thread_of(
        number=".messageQuickOptions a[href*='#post'], .messageNumber",
        current=".pagination .active span, .pageNavigation .active",
        title=".contentTitle, .boxTitle h1",
        anchor="post{}",
    ),
)

_THREE = replace(
    _FOUR,
    posts='.message:has([id^="postText"])',
    body=('[id^="postText"]',),
    author=(".messageAuthor .userName", ".userName", ".messageAuthor"),
    date=(".messageHeader .smallFont.light", ".messageHeader p.light", ".messageHeader .smallFont"),
    permalink=(".messageNumber a[href]", "a.messageNumber", "a[href*='#post']"),
    drop=".signature, .editNote",
    quote=".quoteBody",
    native=re.compile(r"\ApostRow(\d{1,20})\Z"),
    ids=('[id^="postText"]',),
    gone=".deleted > .message, .message.deleted",
    marker=re.compile(r"""id=["']postText\d"""),
)

FAMILY = Family(
    marks=("wbbpost", "messagesidebarorientation", "posttext"),
    read=best(lambda page: read_rules(page, _FOUR), lambda page: read_rules(page, _THREE)),
)
