"""Read Stack Exchange: a question, answers to it, comments below each (last seen 2025).

Comments answer the post they stand below. Their ids count apart from those of posts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadgraph.markup._base import Comment, Thread
from threadgraph.markup._dom import HtmlPage, Node, Owners, attribute, shown
from threadgraph.markup._rules import Rules, family
from threadgraph.markup._values import iso_moment, name_of, number_of

__all__ = ["FAMILY"]

_USER = re.compile(r"/users/(-?\d{1,12})(?:/|\Z)")
# ids count apart: an answer's is its bare number, as a question's is
_ID = re.compile(r"\A(?:answer-)?((?:comment-)?\d{1,12})\Z")
_ASKED = re.compile(r"/q/(\d{1,12})(?:/|\Z)")


def _own_id(node: Node) -> str | None:
    """Give the id that the element has, or, of a question without, the one of its short link."""
    match = _ID.match(attribute(node, "data-questionid", "id") or "")
    if match is None and node.tag == "div":
        link = node.css_first("a.js-share-link, a.short-link")
        match = _ASKED.search(attribute(link, "href") or "") if link is not None else None
    return match[1] if match else None


def _points(node: Node) -> int | None:
    return number_of(attribute(node, "data-comment-score") or shown(node))


def _user(node: Node) -> str | None:
    match = _USER.search(attribute(node, "href") or "")
    return match[1] if match else None


def _when(node: Node) -> tuple[str | None, str | None]:
    """Read `<span title="2014-03-28 15:35:05Z, License: CC BY-SA 3.0">Mar 28, 2014 at 15:35`."""
    stamp = (attribute(node, "title", "datetime") or "").split(",")[0]
    return shown(node) or None, iso_moment(stamp)


def _depths(owners: Owners, posts: Sequence[Node]) -> list[int | None]:
    """Hang answers below the question, comments below the post that holds them."""
    depths: list[int | None] = []
    asked = False
    for post in posts:
        above = owners.around(post)
        if above is not None and above < len(depths):
            depth = depths[above]
            depths.append(None if depth is None else depth + 1)
        elif attribute(post, "id") == "question":
            asked = True
            depths.append(0)
        else:
            depths.append(1 if asked else None)
    return depths


def _finish(page: HtmlPage, thread: Thread) -> None:
    posts = [comment.node for comment in thread.comments if comment.node is not None]
    owners = Owners(posts)
    signed = owners.group(page.all(".post-signature .user-details, .fw .user-details"))
    badges = owners.group(page.all("a > .mod-flair, a > .s-badge"))
    for number, comment in enumerate(thread.comments):
        for badge in badges.get(number, ()):
            comment.author = (comment.author or "").removesuffix(shown(badge)).rstrip() or None
        if comment.author_state is None and number in signed:
            _name(comment, signed[number][-1])
        if comment.rules.get("text") == ".comment-text":
            comment.text = comment.text.removesuffix("–").rstrip()  # to 2012 the name's dash, too
    count = page.first('[itemprop="answerCount"]') if thread.expected else None
    answers = sum((attribute(post, "id") or "").startswith("answer-") for post in posts)
    if count is not None and (number_of(shown(count)) or 0) > answers:
        thread.expected = None  # other answers, with their comments, stand on further pages
    first = thread.comments[0]
    if first.depth == 0:
        first.role = "opening"


def _name(comment: Comment, details: Node) -> None:
    """Take the words before a user's reputation: who left has no link."""
    first = details.child
    if first is not None and first.tag == "-text":
        comment.author, comment.author_state = name_of(first.text_content or "")
        comment.rules["author"] = ".user-details"


_LINKS = (
    '.user-details[itemprop="author"] > a:not([href*="/revisions"])',
    '.user-details[itemprop="author"] > [itemprop="name"]',
    '.user-details[itemprop="author"]',
    '.post-signature:last-child .user-details > a:not([href*="/revisions"])',
    ".fw td:last-child .user-details > a",
    "a.comment-user",
    ".comment-user",
)

FAMILY = family(
    Rules(
        posts='div#question, div.answer[id^="answer-"], '
        'li.comment[id^="comment-"], tr.comment[id^="comment-"]',
        body=(".js-post-body", ".post-text", ".comment-copy", ".comment-text"),
        author=_LINKS,
        user=_user,
        date=(
            ".post-signature.owner .user-action-time .relativetime",
            ".post-signature:last-child .user-action-time .relativetime",
            ".fw td:last-child .user-action-time .relativetime",
            ".comment-date [title]",
            'time[itemprop="dateCreated"]',
        ),
        when=_when,
        permalink=(".js-share-link", ".short-link", ".comment-link"),
        score=(".js-vote-count", ".vote-count-post", "[data-comment-score]", ".comment-score"),
        points=_points,
        quote=".js-post-body > blockquote, .post-text > blockquote",
        drop=".js-post-notice, .question-status, .post-notice, .user-details .-flair, "
        ".comment-text .comment-user, .comment-text .comment-date",
        native=_own_id,
        depths=_depths,
        gone=".deleted-answer",
        marker=re.compile(
            r"""<div[^<>]{0,900}\sid=["']?(?:question["'\s>]|answer-\d)|"""
            r"""<(?:li|tr)[^<>]{0,60}\sid=["']?comment-\d"""
        ),
        more=".js-show-link:not(.dno)",
        article=False,
        finish=_finish,
    ),
    "js-post-body",
    "post-text",
)
