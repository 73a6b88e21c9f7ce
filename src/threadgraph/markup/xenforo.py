"""Read threads of XenForo 1 and 2, and of the skin that Fora's sites put on XenForo 2.

Markup: `li.message` (1.x), `article.message--post` (2.x), `div.MessageCard` (Fora, where answers
may stand below the post they answer); posts that moderators removed or members ignore are kept.
Last seen: 2026 (2.3). Not read: reactions but their count, polls, media comments, profile posts.
"""

from __future__ import annotations

import re

from threadgraph.markup._base import Family, best
from threadgraph.markup._counts import with_replies
from threadgraph.markup._dom import Node, attribute, classes, shown
from threadgraph.markup._forum import dated, thread_of, user_of
from threadgraph.markup._quoted import Quoted, before, climb, head_of, quoted_in
from threadgraph.markup._rules import Rules, flat, read_rules
from threadgraph.markup._values import number_of

__all__ = ["FAMILY"]

_SOURCE = re.compile(r"\bpost:\s*(\d{1,20})")
_POST_ID = re.compile(r"\Apost-(\d{1,20})\Z")
_LATER_ID = re.compile(r"\A(?:js-)?post-(\d{1,20})\Z")


def _quoted(content: Node) -> Quoted:
    """Read `blockquote[data-quote][data-source="post: 12"]` around the quoted words."""
    quote = climb(content, lambda node: "bbCodeBlock--quote" in classes(node))
    if quote is None:
        return None, None
    source = _SOURCE.search(attribute(quote, "data-source") or "")
    title = head_of(quote, "bbCodeBlock-title")
    native, author = quoted_in(title)
    return source[1] if source else native, attribute(quote, "data-quote") or author


def _quoted_before(content: Node) -> Quoted:
    """Read `div.bbCodeQuote[data-author]` around the quoted words, and its link."""
    quote = climb(content, lambda node: "bbCodeQuote" in classes(node))
    if quote is None:
        return None, None
    native, author = quoted_in(head_of(quote, "attribution"))
    return native, attribute(quote, "data-author") or author


def _answered(post: Node) -> str | None:
    """Give the post that one of Fora's nested answers stands below: the one before its list."""
    if "nested-level-children" not in classes(post):
        return None
    here = climb(post, lambda node: "js-nested-children-wrapper" in classes(node))
    here = before(here) if here is not None else None
    return _own_id(here) if here is not None else None


def _own_id(post: Node) -> str | None:
    match = _LATER_ID.match(attribute(post, "id", "data-content") or "")
    return match[1] if match else None


def _liked(node: Node) -> int | None:
    """Count who is named in "Ann, Bob and 3 others", and the others; nobody where nothing stands.

    What machines read is the count itself.
    """
    if node.tag == "meta":
        return number_of(shown(node))
    found = node.css("bdi, a.username:not(:has(bdi))")
    names = [name for name in map(shown, found) if name]
    others = shown(node).rpartition(names[-1])[2] if names else ""
    return len(names) + (number_of(others) or 0)


_TWO = Rules(
    posts='.js-post[id^="js-post-"], article.message--post, .message[data-content^="post-"]',
    body=(".message-body .bbWrapper", ".message-body"),
    author=(
        ".message-name .username",
        ".message-name",
        ".message-articleUserName .username",
        ".MessageCard__user-info__name",
        '[itemprop="author"] [itemprop="name"]',
        ".username",
    ),
    user=user_of,
    when=dated,
    date=(
        ".message-attribution time",
        ".MessageCard__date-created time",
        ".message-attribution-main .u-dt",
        'time[itemprop="datePublished"]',
        'meta[itemprop="datePublished"]',
        ".message-header a",
        ".message-date time",
        ".message-main .u-dt",
    ),
    permalink=(
        '.message-attribution a[href*="post-"]',
        '.message-attribution a[href*="/posts/"]',
        ".MessageCard__date-created",
        'a[itemprop="url"][href*="post-"]',
        '.message-header a[href*="post-"]',
    ),
    score=('meta[itemprop="userInteractionCount"]', ".js-reactionsList"),
    points=_liked,
    drop=".bbCodeBlock-expandLink, .bbCodeBlock-shrinkLink, .message-signature, "
    ".message-lastEdit, .message-attachments, .js-selectToQuoteEnd, .bbCodeBlock-sourceJump--after",
    quote=".bbCodeBlock--quote > .bbCodeBlock-content",
    quoted=_quoted,
    native=_own_id,
    parent=_answered,
    depths=flat,
    gone=".messageNotice--deleted",
    hidden=".is-ignored, .messageNotice--ignored, .messageNotice--moderated",
    more=".js-nested-reply-label:not(.hidden) .js-left-to-load",
    marker=re.compile(r"""data-content=["']?post-\d"""),
    expected=with_replies,
    article=False,
    finish=thread_of(
        number=".message-attribution-opposite > li:last-child > a, .MessageCard__post-position, "
        ".message-attribution-opposite > a:last-child",
        current=".pageNav-page--current",
        title=".p-title-value",
        name="data-author",
        anchor="post-{}",
    ),
)

_ONE = Rules(
    posts='li.message[id^="post-"]',
    body=(".messageText:not(.signature)",),
    author=(
        ".messageUserBlock a.username",
        ".messageUserBlock .username",
        ".userText .username",
        ".placeholderContent .username",
    ),
    user=user_of,
    date=(
        ".messageMeta .DateTime",
        ".datePermalink .DateTime",
        ".messageDetails .DateTime",
        ".messageContent .DateTime",
        ".postDate .DateTime",
    ),
    score=('[id^="likes-post-"]',),
    points=_liked,
    permalink=("a.hashPermalink", "a.datePermalink", "a.postNumber"),
    drop=".quoteExpand, .messageTextEndMarker, .editDate, .signature, .attachedFiles, "
    ".media-heading",
    quote=".quoteContainer > .quote",
    quoted=_quoted_before,
    native=_POST_ID,
    depths=flat,
    gone="li.message.deleted.placeholder",
    hidden="li.message.ignored",
    marker=re.compile(r"""<li id=["']post-\d"""),
    article=False,
    finish=thread_of(
        number=".postNumber",
        current=".PageNav a.currentPage",
        name="data-author",
    ),
)
_read = best(lambda page: read_rules(page, _TWO), lambda page: read_rules(page, _ONE))

FAMILY = Family(marks=("js-post-", "message--post", "messageuserblock"), read=_read)
