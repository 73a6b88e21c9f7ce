"""Read the comments that a page tells machines in JSON-LD: schema.org, also in a `@graph`.

Comments of an article, answers to a question, replies to a forum's posting; nested comments, or
`parentItem`. The text may be HTML. Blocks that are no JSON are skipped: the page shows its posts to
readers, too, and a family that knows its markup wins where it finds as much. Not read: questions
with answers of the site's own (FAQPage).
"""

from __future__ import annotations

import re
from typing import cast

from selectolax.lexbor import LexborHTMLParser

from threadgraph.markup._base import Comment, Family, Thread
from threadgraph.markup._dom import HtmlPage
from threadgraph.markup._ld import MAX_DEPTH, Item, each, kinds_of, ld_items, string_of
from threadgraph.markup._quoted import linked_post
from threadgraph.markup._text import text_of
from threadgraph.markup._values import iso_moment, name_of, number_of

__all__ = ["FAMILY"]

TRUST = 0.8

_OPENINGS = frozenset(("discussionforumposting", "socialmediaposting", "question"))
_ANSWERS = frozenset(("comment", "usercomments", "answer"))
_REPLYING = frozenset(("commentaction", "replyaction"))
_LIKING = frozenset(("likeaction",))
_BELOW = ("comment", "acceptedAnswer", "suggestedAnswer")
_TEXTS = ("text", "articleBody", "commentText", "description")
_MARKED = re.compile(r"<[a-zA-Z/!]|&[#a-zA-Z]")
_NUMBER = re.compile(r"[#/=_-](\d{1,20})/?\Z")


class _Reader:
    """Collect the posts of all blocks, each once."""

    def __init__(self, items: list[Item]) -> None:
        self._by_id: dict[str, Item] = {}
        for item in items:
            name = item.get("@id")
            if isinstance(name, str) and len(item) > len(self._by_id.get(name, {})):
                self._by_id[name] = item
        self._done: set[int] = set()
        self.comments: list[Comment] = []
        self.expected: int | None = None
        self.flat = False

    def read(self, items: list[Item]) -> None:
        for item in items:
            below = any(True for key in _BELOW for _ in each(item.get(key)))
            if below and not kinds_of(item) & _ANSWERS:
                self._thread(item)
        for value in items:
            item = self._resolve(value) or value
            if kinds_of(item) & {"comment", "usercomments"} and id(item) not in self._done:
                self._post(item, None if _reference(item.get("parentItem")) else 0)

    def _thread(self, item: Item) -> None:
        """Read what has comments; an article is none of the posts."""
        kinds = kinds_of(item)
        depth = 0
        opens = bool(kinds & _OPENINGS and _text(item))
        count = item.get("commentCount", item.get("answerCount", _counted(item, _REPLYING)))
        if self.expected is None and (told := _number(count)) is not None:
            self.expected = told + opens
        if opens and id(item) not in self._done:
            opening = self._comment(item, 0)
            opening.role = "opening"
            self.flat = "question" not in kinds
            depth = 1
        self._done.add(id(item))
        self._below(item, depth)

    def _below(self, item: Item, depth: int) -> None:
        for key in _BELOW:
            for value in each(item.get(key)):
                below = self._resolve(value)
                if below is not None and id(below) not in self._done and depth <= MAX_DEPTH:
                    self._post(below, depth)

    def _resolve(self, value: object) -> Item | None:
        """Give the object itself, or the one elsewhere that it names."""
        if not isinstance(value, dict):
            return None
        item = cast("Item", value)
        name = item.get("@id")
        return self._by_id.get(name, item) if isinstance(name, str) else item

    def _post(self, item: Item, depth: int | None) -> None:
        self._done.add(id(item))
        if not _text(item) and "author" not in item:
            return  # names a post that the page does not tell
        self._comment(item, depth)
        self._below(item, (depth or 0) + 1)

    def _comment(self, item: Item, depth: int | None) -> Comment:
        comment = Comment(text=_text(item), depth=depth)
        author: object = next(each(item.get("author", item.get("creator"))), None)
        name = cast("Item", author).get("name") if isinstance(author, dict) else author
        if isinstance(name, str) and not name.startswith(("http:", "https:")):
            comment.author, comment.author_state = name_of(name, exact=True)
        if isinstance(author, dict):
            comment.author_url = string_of(cast("Item", author), "url")
        comment.moment = iso_moment(string_of(item, "datePublished", "dateCreated") or "")
        comment.url = string_of(item, "url", "@id")
        comment.native_id = _id_of(comment.url)
        parent = _reference(item.get("parentItem"))
        if parent is not None and depth in (None, 0):
            comment.native_parent_id = _id_of(parent)
            comment.depth = None
        comment.score = _number(item.get("upvoteCount", _counted(item, _LIKING)))
        if (string_of(item, "creativeWorkStatus") or "").lower() == "deleted":
            comment.status = "deleted"
        elif not comment.text:
            comment.status = "empty"
        comment.rules = dict.fromkeys(("author", "date", "text", "parent"), "JSON-LD")
        self.comments.append(comment)
        return comment


def _counted(item: Item, actions: frozenset[str]) -> object:
    """Give how often the item's statistics say that people did one of these."""
    for value in each(item.get("interactionStatistic")):
        counter = cast("Item", value) if isinstance(value, dict) else {}
        action: object = counter.get("interactionType")
        if isinstance(action, dict):
            action = cast("Item", action).get("@type")
        if str(action).rsplit("/", 1)[-1].lower() in actions:
            return counter.get("userInteractionCount")
    return None


def _number(value: object) -> int | None:
    return None if value is None else number_of(str(value))


def _reference(value: object) -> str | None:
    """Give the address of a comment that is answered; of an article there is none."""
    item = next(each(value), None)
    if isinstance(item, dict):
        found = cast("Item", item)
        kinds = kinds_of(found)
        return string_of(found, "@id", "url") if not kinds or kinds & _ANSWERS else None
    return item if isinstance(item, str) else None


def _id_of(address: str | None) -> str | None:
    match = _NUMBER.search(address) if address and "#" in address else None
    return match[1] if match else linked_post(address)


def _text(item: Item) -> str:
    text = string_of(item, *_TEXTS) or ""
    if not _MARKED.search(text):
        return text.strip()
    body = LexborHTMLParser(text.replace("\n", "<br>") if "<" not in text else text).body
    return str(text_of(body)) if body is not None else ""


def _read(page: HtmlPage) -> Thread | None:
    items = page.once(ld_items)
    reader = _Reader(items)
    reader.read(items)
    comments = reader.comments
    known = {comment.native_id for comment in comments}
    for comment in comments:
        if comment.native_parent_id is not None and comment.native_parent_id not in known:
            comment.native_parent_id = None
    if not any(comment.role == "comment" and comment.text for comment in comments):
        return None
    article = not any(comment.role == "opening" for comment in comments)
    if reader.flat and all((comment.depth or 0) < 2 for comment in comments):  # noqa: PLR2004
        for comment in comments[1:]:
            comment.depth = None  # a forum's row: who answers whom is not told
    return Thread(comments=comments, expected=reader.expected, article=article)


# as a key or a value of JSON, not as an attribute's value: `class="comment"`
_MARKS = tuple(
    f'"{word}"{end}'
    for word in ("comment", "answer")
    for end in (":", " :", ",", "}", "]", " }", " ]", "\n", "\r", "\t")
)

FAMILY = Family(elsewhere=(*_MARKS, "usercomments"), read=_read, trust=TRUST)
