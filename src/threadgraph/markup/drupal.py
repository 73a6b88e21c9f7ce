"""Read comments of Drupal 6 to 11: core's templates and the themes built on their classes.

Who is answered shows by RDF (`sioc:reply_of`), by the hidden line "In reply to" of Drupal 8 and
later, or by `.indented` boxes around the answers. Last seen: 2026. Not read: forum topics' first
posts, comments that another service keeps (Disqus).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from threadgraph.dates import is_date
from threadgraph.markup._base import Thread
from threadgraph.markup._bylines import date_in, dated_line, names_in
from threadgraph.markup._counts import in_heading
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute, shown, up_from
from threadgraph.markup._enclosing import enclosing, has_class
from threadgraph.markup._forum import user_of
from threadgraph.markup._rules import Rules, family, nested
from threadgraph.markup._text import text_of
from threadgraph.markup._unknown.quotations import quoting
from threadgraph.markup._unknown.reading import PostReader
from threadgraph.markup._values import name_of, number_of

__all__ = ["FAMILY"]

_ID = re.compile(r"comment-(\d{1,12})\Z")
_LINKED = re.compile(r"(?:#comment-|/comment/)(\d{1,12})")
# "Ann (not verified)": what Drupal adds, in the site's language, to the names of guests
_GUEST = re.compile(r"(?<=\S)\s?\([^()]{1,30}\)\Z")
_POSTS = (
    '.comment[id^="comment-"]:not(.single-comment-node), [about*="#comment-"], '
    'a[id^="comment-"] + .comment, a[id^="comment-"] + article, article.comment.js-comment, '
    ".comment.js-comment[data-comment-user-id], "
    '[typeof~="schema:Comment"], [typeof~="sioct:Comment"]'
)
_HEADINGS = ".comments__count, .comments__title, #comments > h2, .comment-wrapper > h2"
_BYLINES = ".submitted, .comment-submitted, .comment__submitted"
# not the link to the comment itself
_NO_LINK = ':not([href*="#comment-"]):not([href*="/comment/"]):not(.permalink)'
_REPLY_OF = (
    '[rel="sioc:reply_of"], .parent a[href*="#comment-"], .visually-hidden a[href*="#comment-"]'
)
_ANSWERED = ".parent, .comment__meta .visually-hidden"
"""The hidden line of Drupal 8 and later: "In reply to TITLE by NAME"."""


def _native(node: Node) -> str | None:
    """Give the id of a comment: its own, that of its RDF address, or of the anchor before it."""
    for value in (attribute(node, "id"), attribute(node, "about", "data-comment-id")):
        match = _ID.search(value or "") or _LINKED.search(value or "")
        if match:
            return match[1]
    before = node.prev
    while before is not None and (before.tag or "-")[0] == "-":
        before = before.prev
    match = _ID.match(attribute(before, "id") or "") if before and before.tag == "a" else None
    return match[1] if match else None


def _indented(owners: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Count the boxes of answers around each post, or the posts, where they stand in posts."""
    if any(owners.around(post) is not None for post in posts):
        return nested(owners, posts)
    return [*enclosing(posts, has_class("indented"))]


def _expected(page: HtmlPage) -> int | None:
    """Read the count of the node that holds the comments, or of the heading above them.

    Pages have teasers of other nodes, which tell theirs.
    """
    if b"num_replies" not in page.source and b"commentCount" not in page.source:
        return in_heading(page, _HEADINGS)
    comment = page.first(_POSTS)
    around = {node.mem_id for node in up_from(comment)} if comment is not None else set[int]()
    for count in page.all('[property~="sioc:num_replies"], [property~="schema:commentCount"]'):
        node = next((n for n in up_from(count) if attribute(n, "about")), None)
        if node is not None and node.mem_id in around:
            return number_of(attribute(count, "content") or shown(count))
    return in_heading(page, _HEADINGS)


def _finish(page: HtmlPage, thread: Thread) -> None:
    posts = [c.node for c in thread.comments if c.node is not None]
    owners = Owners(posts)
    for link in page.all(_REPLY_OF):
        number = owners.of(link)
        match = _LINKED.search(attribute(link, "resource", "href") or "")
        if number is not None and match and match[1] != thread.comments[number].native_id:
            thread.comments[number].native_parent_id = match[1]
    _read_bylines(page, thread, owners)
    for comment in thread.comments:
        match = _LINKED.search(comment.url or "")
        if match and match[1] != comment.native_id:
            comment.url = None  # the link to the comment answered
    reader = PostReader([*posts, *page.all(_ANSWERED)], quoting(page))
    for comment in thread.comments:
        if comment.node is not None and not (comment.author_state and comment.text):
            reader.fill(comment, comment.node)
        comment.status = "complete" if comment.text else "empty"
    reader.settle()
    _without_guest(thread)
    for comment, post in zip(thread.comments, posts, strict=True):
        told = attribute(post, "data-comment-user-id")
        if told and told != "0" and comment.author_native_id is None:
            comment.author_native_id = told


def _without_guest(thread: Thread) -> None:
    """Leave out what several names have in common at their end: "(not verified)"."""
    ends = [_GUEST.search(comment.author or "") for comment in thread.comments]
    times = Counter(end[0].strip() for end in ends if end)
    for comment, end in zip(thread.comments, ends, strict=True):
        if end and times[end[0].strip()] > 1:
            comment.author, comment.author_state = name_of((comment.author or "")[: end.start()])


def _read_bylines(page: HtmlPage, thread: Thread, owners: Owners) -> None:
    """Part "Ann | 3 May 2020" and "Submitted by Ann (not verified) on 3 May 2020"."""
    lines = owners.group(page.all(_BYLINES))
    comments = thread.comments
    bylines = [
        (str(text_of(lines[n][0])).split("\n")[0], comment.author) if n in lines else ("", None)
        for n, comment in enumerate(comments)
    ]
    names = names_in(bylines)
    for comment, name, (line, _) in zip(comments, names, bylines, strict=True):
        if name:
            comment.author, comment.author_state = name_of(_GUEST.sub("", name))
        if not is_date(comment.date or ""):
            comment.date = date_in(comment.date or "") or dated_line(line) or comment.date


FAMILY = family(
    Rules(
        posts=_POSTS,
        body=(
            ".field--name-comment-body",
            ".field-name-comment-body",
            '[property="schema:text"]',
            '[property="content:encoded"]',
            ".comment__text-content",
            ".comment__content",
            ".comment-content",
            ".content",
        ),
        author=(
            ".submitted .username",
            ".comment-submitted .username",
            ".comment__submitted .username",
            ".comment__author",
            ".comment-author",
            '[rel="schema:author"]',
            '[rel="sioc:has_creator"]',
            ".author .username",
            "header .username",
            f".comment__submitted a{_NO_LINK}",
            f".submitted a{_NO_LINK}",
        ),
        date=(
            "time[datetime]",
            '[property="schema:dateCreated"]',
            '[property~="dc:date"]',
            ".comment__time",
            ".comment-time",
            ".comment-date",
        ),
        permalink=(".permalink:not(.parent *)", 'h3 a[href*="#comment-"]', ".comment__permalink a"),
        drop=".field-label, .field__label, ul.links, .comment__links, .user-signature, "
        ".parent, .new, mark, .expanding-formatter-ellipsis, .expanding-formatter-trigger",
        user=user_of,
        native=_native,
        depths=_indented,
        hidden=".unpublished, .comment-unpublished, .comment--unpublished",
        marker=re.compile(r"""id=["']comment-\d{1,12}["']"""),
        expected=_expected,
        finish=_finish,
    ),
    "field-name-comment-body",
    "field--name-comment-body",
    "js-comment",
    "clear-block",  # what Drupal 6 calls its boxes
    "comment_forbidden",  # its links below comments: "Login or register to post comments"
    "comment_reply",
    elsewhere=("drupal", "sioct:comment"),
)
