"""Read topics of Discourse: the view for readers without scripts, and a saved view of the scripts.

Native ids are numbers in the topic, as quotations name them. What a post answers stands in the
data that the page brings for its scripts; a post that quotes others of its topic is left to its
quotations, which readers see, unless the post it answers is one of them. Last seen: 2026 (2026.3).
Not read: categories, tags, polls, who liked what, the posts that only the scripts would load.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple, cast

from threadgraph.markup._base import Comment, Family, Quote, Thread, best
from threadgraph.markup._dom import HtmlPage, Node, attribute, classes, shown
from threadgraph.markup._forum import thread_of, user_of
from threadgraph.markup._json import loaded
from threadgraph.markup._quoted import Quoted, before, climb
from threadgraph.markup._rules import Rules, flat, read_rules
from threadgraph.markup._story import owners_of
from threadgraph.markup._text import text_of
from threadgraph.markup._values import name_of

__all__ = ["FAMILY"]

MAX_DATA = 20_000_000
_OWN = re.compile(r"\Apost_(\d{1,9})\Z")
# "ann — 2014-03-13 03:47:34 UTC — #6": the head of a post in plain views that give it no id
_BEHIND = re.compile(r"\s—\s#(\d{1,9})\Z")
_BY = re.compile(r"#(\d{1,9}) By: ")
# what stands in place of a text that its author deleted, in English
_WITHDRAWN = re.compile(r"\((?:post|topic) (?:deleted|withdrawn) by author\b[^()]{0,120}\)\Z")
_CONTROLS = ".quote-controls"
_TOPIC = re.compile(r"/t/(?:[^/?#]{1,300}/)?(\d{1,12})(?:[/?#]|\Z)")


def _quoted(words: Node) -> Quoted:
    """Read `aside.quote[data-username][data-topic][data-post]`; the id is "topic/post" for now."""
    quote = climb(words, lambda node: "quote" in classes(node))
    if quote is None:
        return None, None
    number = attribute(quote, "data-post")
    topic = attribute(quote, "data-topic") or ""
    return f"{topic}/{number}" if number else None, attribute(quote, "data-username")


def _own_number(post: Node) -> str | None:
    match = _OWN.match(attribute(post, "id") or "")
    if match is None and (head := post.css_first('div[itemprop="author"]')) is not None:
        match = _BEHIND.search(shown(head))
    return match[1] if match else None


_LIKES = (
    '[itemprop="interactionStatistic"]:has(> [content$="/LikeAction"]) > '
    '[itemprop="userInteractionCount"]'
)
_COMMON = Rules(
    posts="",
    body=(),
    quote="aside.quote > blockquote",
    quoted=_quoted,
    native=_own_number,
    ids=('[itemprop="position"]',),
    user=user_of,
    depths=flat,
    article=False,
)

_PLAIN = replace(
    _COMMON,
    posts='.crawler-post:not([role="navigation"]), .topic-body[itemscope]:not(.crawler-post), '
    "[itemscope]:has(> .creator + .post)",
    body=(".post",),
    author=(
        '.creator [itemprop="name"]',
        '.creator [itemprop="author"]',
        ".creator a",
        ".creator",
        '[itemprop="author"] [itemprop="name"]',
    ),
    author_url=(".creator a[href]", '[itemprop="author"] a[href]'),
    date=("time.post-time", "time[datetime]"),
    score=(_LIKES, ".post-likes"),
    drop=".quote-controls, .lightbox .meta, .crawler-linkback-list",
    marker=re.compile(r"""<div id=["']post_\d"""),
    finish=thread_of(number='.crawler-post [itemprop="position"]', title="#topic-title h1 > a"),
)

_SAVED = replace(
    _COMMON,
    posts="article[data-post-id]",
    body=(".contents > .cooked", "article > .row .cooked"),
    author=(
        "article > .row .names .username a",
        "article > .row .names .first a",
        "article > .row [data-user-card]",
    ),
    date=(".post-date .relative-date", ".post-date time", ".relative-date"),
    permalink=("a.post-date",),
    label=(".reply-to-tab",),
    score=(".like-count", ".discourse-reactions-counter"),
    drop=".quote-controls, .lightbox .meta, .embedded-posts, .cooked-selection-barrier, "
    ".expand-hidden",
    gone=".topic-post.deleted article",
    hidden=".post-hidden article",
    marker=re.compile(r"""<article [^<>]{0,300}data-post-id=["']\d"""),
    finish=thread_of(title="#topic-title .fancy-title"),
)


def _first_view(page: HtmlPage) -> Thread | None:
    """Read the plain view of 2013: "#2 By: ann, DATE" in `div.creator`, and below it the post."""
    quotes = page.all("aside.quote > blockquote")
    marked, skip = ({node.mem_id for node in nodes} for nodes in (quotes, page.all(_CONTROLS)))
    comments: list[Comment] = []
    for post in page.all(".creator + .post"):
        head = before(post)
        line = _BY.match(shown(head)) if head is not None else None
        name = head.css_first("b") if head is not None else None
        if head is None or line is None or name is None:
            continue
        text = text_of(post, skip, marked)
        comment = Comment(node=head, text=str(text), native_id=line[1])
        comment.author, comment.author_state = name_of(shown(name))
        comment.date = shown(head).partition(shown(name) or ": ")[2].strip(" ,") or None
        comment.quotes = [
            Quote(start=p.start, end=p.end, native_id=native, author=author)
            for p in text.passages
            for native, author in (_quoted(p.node),)
        ]
        comment.status = "complete" if comment.text else "empty"
        comment.rules = dict.fromkeys(("author", "date", "text"), ".creator + .post")
        comments.append(comment)
    return Thread(comments=comments, article=False) if comments else None


_views = best(
    lambda page: read_rules(page, _PLAIN),
    lambda page: read_rules(page, _SAVED),
    _first_view,
)


class _Topic(NamedTuple):
    """The topic's id and address; of the data for scripts its size, each post's row by number."""

    topic: str | None
    url: str | None
    size: int | None
    posts: dict[str, dict[str, Any]]


def _read(page: HtmlPage) -> Thread | None:
    thread = _views(page)
    if thread is None:
        return None
    for number in owners_of(thread.comments).group(page.all(".expand-hidden")):
        thread.comments[number].status = "removed"
    topic = _topic(page)
    thread.expected = topic.size
    for comment in thread.comments:
        _name_quoted(comment, topic.topic)
        _answer(comment, topic.posts.get(comment.native_id or ""))
        _prefer_quoted(comment)
        if comment.url is None and topic.url and comment.native_id:
            comment.url = f"{topic.url}/{comment.native_id}"
        if _WITHDRAWN.match(comment.text):
            comment.status = "deleted"
        comment.role = "opening" if comment.native_id == "1" else "comment"
        if comment.author_native_id is None and comment.node is not None:
            comment.author_native_id = attribute(comment.node, "data-user-id")
    return thread


def _name_quoted(comment: Comment, topic: str | None) -> None:
    """Leave the topic out of quoted ids; of a quotation from elsewhere only the name is left.

    Posts that were moved into a topic of their own quote by the old one: words tell which.
    """
    for place, quote in enumerate(comment.quotes):
        if quote.native_id:
            of, _, number = quote.native_id.partition("/")
            own = not of or topic is None or of == topic
            comment.quotes[place] = replace(quote, native_id=number if own else None)


def _answer(comment: Comment, row: dict[str, Any] | None) -> None:
    if row is None:
        return
    if isinstance(number := row.get("reply_to_post_number"), int):
        quoted = {quote.native_id for quote in comment.quotes if quote.native_id}
        comment.extra["reply_to"] = number
        if not quoted or str(number) in quoted:
            comment.native_parent_id = str(number)
            comment.rules["parent"] = "reply_to_post_number"
    if isinstance(user := row.get("user_id"), int) and comment.author_native_id is None:
        comment.author_native_id = str(user)
    if row.get("user_deleted") is True:
        comment.status = "deleted"
    elif row.get("hidden") is True:
        comment.extra["hidden"], comment.status = True, "removed"


def _prefer_quoted(comment: Comment) -> None:
    """Leave a post that quotes others to its quotations, unless it answers one of them."""
    quoted = {quote.author for quote in comment.quotes if quote.native_id and quote.author}
    if quoted and comment.label not in quoted:
        comment.label = None


def _topic(page: HtmlPage) -> _Topic:
    """Read `#data-preloaded`: JSON texts by name, one of them "topic_12"."""
    link = page.first('link[rel="canonical"][href]', "#topic-title a[href]")
    href = attribute(link, "href") or "" if link is not None else ""
    own = _TOPIC.search(href)
    url = href[: own.end(1)] if own else None
    node = page.first("#data-preloaded")
    data = attribute(node, "data-preloaded") if node is not None else None
    for name, text in _objects(data):
        value = _loaded(text) if name.startswith("topic_") else None
        if isinstance(value, dict) and isinstance(value.get("post_stream"), dict):
            return _Topic(name.removeprefix("topic_"), url, _count(value), dict(_rows(value)))
    return _Topic(own[1] if own else None, url, None, {})


def _objects(data: str | None) -> Iterator[tuple[str, str]]:
    value = _loaded(data or "")
    if isinstance(value, dict):
        yield from ((k, v) for k, v in value.items() if isinstance(v, str))


def _loaded(text: str) -> dict[str, Any] | None:
    value = loaded(text) if len(text) <= MAX_DATA else None
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def _count(topic: dict[str, Any]) -> int | None:
    count = topic.get("posts_count")
    return count if isinstance(count, int) and count >= 0 else None


def _rows(topic: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    posts = topic["post_stream"].get("posts")
    for row in cast("list[object]", posts) if isinstance(posts, list) else ():
        if isinstance(row, dict):
            known = cast("dict[str, Any]", row)
            yield str(known.get("post_number")), known


FAMILY = Family(
    marks=("crawler-post", "onscreen-post", "topic-post", "topic-body", "creator"),
    read=_read,
)
