"""Read discussions of Flarum: the data that a page brings for its scripts, or a saved view of it.

The view for readers without scripts has neither dates nor ids. What a post answers is the post
that its text mentions first of all. Last seen: 2026 (1.8, 2.0). Not read: tags, likes, events.
"""

from __future__ import annotations

import re
from typing import Any, cast

from threadgraph.markup._base import Comment, Family, Thread, best
from threadgraph.markup._dom import HtmlPage, Node, attribute, classes, shown
from threadgraph.markup._forum import dated, thread_of, user_of
from threadgraph.markup._json import loaded
from threadgraph.markup._rules import Rules, flat, read_rules
from threadgraph.markup._text import text_of
from threadgraph.markup._values import iso_moment, name_of

__all__ = ["FAMILY"]

MAX_DATA = 20_000_000
# "https://site/d/7-title/3": the third post
_PLACE = re.compile(r"/d/\d[^/?#]{0,300}/(\d{1,6})\Z")
_Row = dict[str, Any]


def _mentioned(body: Node | None) -> str | None:
    """Give the id of the post that the text mentions first."""
    mention = _first_mention(body)
    return attribute(mention, "data-id") if mention is not None else None


def _first_mention(body: Node | None) -> Node | None:
    """Give the mention of a post that begins the text: `<p><a class="PostMention" data-id>`."""
    here = body
    for _ in range(6):
        if here is None or (here.tag == "a" and "PostMention" in classes(here)):
            return here
        child = here.child
        while child is not None and child.tag == "-text" and not (child.text_content or "").strip():
            child = child.next
        here = child
    return None


def _answered(post: Node) -> str | None:
    return _mentioned(post.css_first(".Post-body"))


def _number_posts(page: HtmlPage, thread: Thread) -> None:
    """Give numbers to the posts of the plain view, if what their mentions link bears them out.

    `<a class="PostMention" href=".../d/7-title/3">Ann</a>` leads to the third post of the thread:
    that of this page, if it is by Ann, and if so are all.
    """
    thread_of(title="#flarum-content h1")(page, thread)
    comments = thread.comments
    answers: list[tuple[Comment, str]] = []
    for number, comment in enumerate(comments):
        body = comment.node.css_first(".Post-body") if comment.node is not None else None
        mention = _first_mention(body)
        match = _PLACE.search(attribute(mention, "href") or "") if mention is not None else None
        if mention is None or match is None:
            continue
        place = int(match[1]) - 1
        if not 0 <= place < number or comments[place].author != shown(mention).lstrip("@"):
            return
        answers.append((comment, match[1]))
    if answers:
        for number, comment in enumerate(comments, 1):
            comment.native_id = str(number)
        for comment, parent in answers:
            comment.native_parent_id, comment.rules["parent"] = parent, "post mentioned first"


_SAVED = Rules(
    posts=".PostStream-item[data-id]:has(.CommentPost), .PostStream-item[data-id]:has(.Post-body)",
    body=(".Post-body",),
    author=(".PostUser-name .username", ".PostUser .username", ".PostUser-name"),
    user=user_of,
    when=dated,
    date=(".PostMeta time", ".Post-header time[datetime]"),
    native=lambda post: attribute(post, "data-id"),
    parent=_answered,
    depths=flat,
    gone=".Post--hidden",
    marker=re.compile(r"""class=["']PostStream-item["']"""),
    article=False,
    finish=thread_of(title=".DiscussionHero-title"),
)

_PLAIN = Rules(
    posts="#flarum-content div:has(> .Post-body), #flarum-content article:has(> .Post-body)",
    body=(".Post-body",),
    author=("h3 .username", "h3", ".PostUser-name"),
    depths=flat,
    article=False,
    finish=_number_posts,
)


def _read_data(page: HtmlPage) -> Thread | None:
    """Read `#flarum-json-payload`: posts and users in the form of JSON:API."""
    node = page.first("#flarum-json-payload")
    text = node.text() if node is not None else ""
    payload = loaded(text) if 0 < len(text) <= MAX_DATA else None
    document = _row(_row(payload).get("apiDocument"))
    rows = [_row(row) for row in _rows(document.get("included"))]
    users = {str(r.get("id")): _row(r.get("attributes")) for r in rows if r.get("type") == "users"}
    posts = [r for r in rows if r.get("type") == "posts" and _is_comment(_row(r.get("attributes")))]
    posts.sort(key=lambda row: _number(_row(row.get("attributes"))))
    if not posts:
        return None
    about = _row(_row(document.get("data")).get("attributes"))
    count, title = about.get("commentCount"), about.get("title")
    return Thread(
        comments=[_comment(post, users) for post in posts],
        expected=count if isinstance(count, int) else None,
        article=False,
        title=title if isinstance(title, str) else None,
    )


def _row(value: object) -> _Row:
    return cast("_Row", value) if isinstance(value, dict) else {}


def _rows(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []


def _is_comment(post: _Row) -> bool:
    return post.get("contentType") == "comment" and isinstance(post.get("number"), int)


def _number(post: _Row) -> int:
    return cast("int", post.get("number"))


def _comment(row: _Row, users: dict[str, _Row]) -> Comment:
    post = _row(row.get("attributes"))
    user_id = _row(_row(_row(row.get("relationships")).get("user")).get("data")).get("id")
    user = users.get(str(user_id), {})
    comment = Comment(native_id=str(row.get("id")))
    comment.role = "opening" if _number(post) == 1 else "comment"
    name = user.get("displayName") or user.get("username")
    if isinstance(name, str):
        comment.author, comment.author_state = name_of(name, exact=True)
        comment.author_native_id = str(user_id)
    created = post.get("createdAt")
    comment.moment = iso_moment(created) if isinstance(created, str) else None
    html = post.get("contentHtml")
    if isinstance(html, str):
        tree = HtmlPage(html, b"").tree
        comment.text = str(text_of(tree.body)) if tree.body is not None else ""
        comment.native_parent_id = _mentioned(tree.body)
    if post.get("isHidden") is True or not comment.text:
        comment.status = "deleted" if post.get("isHidden") is True else "empty"
    return comment


FAMILY = Family(
    marks=("flarum-json-payload", "poststream-item", "flarum-content"),
    read=best(
        _read_data,
        lambda page: read_rules(page, _SAVED),
        lambda page: read_rules(page, _PLAIN),
    ),
)
