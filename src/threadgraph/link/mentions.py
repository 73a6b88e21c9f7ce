"""Find mentions that need no list: participants' names, handles, hashtags, URLs, domains.

Texts are searched for cheap marks first (columnar); only texts that have one are read word by
word, which gives places in code points. Nothing inside URLs or e-mail addresses counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import polars as pl

from threadgraph.ids import hashed_id
from threadgraph.link._marks import HINT, Mark, find_marks
from threadgraph.link._people import NameAt, People
from threadgraph.schema import empty, table

__all__ = ["label_mentions", "text_mentions"]

CONFIDENCE = {
    "at_name": 0.97, "address": 0.9, "name": 0.85, "one_word_name": 0.7, "reply_label": 0.99,
    "handle": 0.95, "hashtag": 0.95, "url": 0.99, "domain": 0.95, "broken_domain": 0.9,
}  # fmt: skip
"""Confidence by method; a name of one word may be an ordinary word."""

_KINDS = {"domain": "url", "broken_domain": "url"}
# "Hello ", "Thanks, "
_GREETING = re.compile(
    r"\s*(?:(?:hi|hey|hello|hallo|dear|yes|no|sorry|thanks|thank you|well|ok|lol)[,!]?\s+)?",
    re.IGNORECASE,
)
_MAX_GREETING = 20
MANY = 64
"""Names from which on looking up a text's words costs less than seeking each name."""
_WORD = re.compile(r"\w+")
_ADDRESS_END = frozenset(",:!\n–—")


class _Text(NamedTuple):
    document_id: str
    post_id: str
    author_id: str | None
    text: str
    by_mark: bool
    by_name: bool


class _Found(NamedTuple):
    start: int
    end: int
    kind: str
    target_id: str | None
    method: str
    confidence: float


def text_mentions(posts: pl.DataFrame) -> pl.DataFrame:
    """Give the mentions in the posts' texts: rows of `mentions`, in order.

    `posts` has document_id, post_id, author_id, author_name and text, whole documents. E-mail
    addresses come as kind `email`: no mentions, but nothing else is to be found inside them.
    """
    nobody = People({})
    index = {document: People(known) for document, known in _participants(posts).items()}
    texts, common = _with_marks_or_names(posts, index)
    rows = [
        _row(text, found)
        for text in texts
        for found in _mentions(text, index.get(text.document_id, nobody), common)
    ]
    return _frame(rows)


def _with_marks_or_names(
    posts: pl.DataFrame, index: Mapping[str, People]
) -> tuple[list[_Text], set[tuple[str, str]]]:
    """Give the texts in which something may be found, and the names that are ordinary words.

    The latter are pairs of document and name, of those of one word that the document also uses in
    lower case. "Hope" may be a name or a hope: where both are used, only an address tells them
    apart. A text's words are looked up among the names of its own document: a search for the names
    of all documents at once finds in most texts those of others.
    """
    single = {document: known.single_words() for document, known in index.items()}
    found: list[_Text] = []
    common: set[tuple[str, str]] = set()
    columns = posts.select(
        "document_id", "post_id", "author_id", "text", by_mark=pl.col("text").str.contains(HINT)
    )
    for document, post, author, text, by_mark in columns.drop_nulls("text").iter_rows():
        by_name = False
        if document in single:
            common.update((document, word) for word in _ordinary(text, single[document]))
            by_name = index[document].may_stand_in(text)
        if by_mark or by_name:
            found.append(_Text(document, post, author, text, by_mark, by_name))
    return found, common


def _ordinary(text: str, names: set[str]) -> set[str]:
    """Give the names that stand in the text as words in lower case."""
    likely = names if len(names) > MANY else {name for name in names if name in text}
    return likely and likely & set(_WORD.findall(text))


def label_mentions(posts: pl.DataFrame, named: pl.DataFrame) -> pl.DataFrame:
    """Give the names in reply labels as mentions; they stand outside the text: no offsets.

    `posts` has document_id, post_id and parent_label; `named` has the authors that a label may
    mean, placeholders included: document_id, author_name and author_id.
    """
    index = {document: People(known) for document, known in _participants(named).items()}
    nobody = People({})
    labelled = posts.filter(pl.col("parent_label").is_not_null())
    rows = [
        (
            hashed_id("m", post, "reply_label", label), document, post, "author",
            index.get(document, nobody).author(label) or None, label, None, None, "reply_label",
            CONFIDENCE["reply_label"], 1,
        )
        for document, post, label in labelled.select(
            "document_id", "post_id", "parent_label"
        ).iter_rows()
    ]  # fmt: skip
    return _frame(rows)


def _frame(rows: Sequence[tuple[object, ...]]) -> pl.DataFrame:
    schema = table("mentions").polars_schema
    return pl.DataFrame(rows, schema=schema, orient="row") if rows else empty("mentions")


def _row(text: _Text, found: _Found) -> tuple[object, ...]:
    return (
        hashed_id("m", text.post_id, found.kind, found.start, found.target_id),
        text.document_id, text.post_id, found.kind, found.target_id or None,
        text.text[found.start : found.end], found.start, found.end, found.method,
        found.confidence, 1,
    )  # fmt: skip


def _participants(posts: pl.DataFrame) -> dict[str, dict[str, str]]:
    """Give for each document the names of its authors as shown, with their ids.

    A name of several people is nobody's: the empty id.
    """
    people: defaultdict[str, dict[str, str]] = defaultdict(dict)
    named = posts.filter(pl.col("author_id").is_not_null())
    for document, name, author in named.select(
        "document_id", "author_name", "author_id"
    ).iter_rows():
        if people[document].setdefault(name, author) != author:
            people[document][name] = ""
    return people


def _mentions(text: _Text, people: People, common: set[tuple[str, str]]) -> Iterator[_Found]:
    """Give a text's mentions in order: marks, and names outside of marks."""
    marks = (
        [_read(mark, text.text, people) for mark in find_marks(text.text)] if text.by_mark else []
    )
    waiting = iter(marks)
    following = next(waiting, None)
    for name in people.find(text.text) if text.by_name else ():
        while following is not None and following.end <= name.start:
            yield following
            following = next(waiting, None)
        if following is not None and following.start < name.end:
            continue
        if name.author_id != text.author_id and (how := _use(text, name, common)):
            method = "name" if how == "one_word_name" else how
            yield _Found(name.start, name.end, "author", name.author_id, method, CONFIDENCE[how])
    if following is not None:
        yield following
    yield from waiting


def _read(mark: Mark, text: str, people: People) -> _Found:
    """Turn a mark into a mention; a handle that is a participant's name means the participant."""
    if mark.kind == "handle" and (name := people.after(text, mark.start + 1)):
        return _Found(
            mark.start, name.end, "author", name.author_id, "at_name", CONFIDENCE["at_name"]
        )
    kind = _KINDS.get(mark.kind, mark.kind)
    return _Found(
        mark.start, mark.end, kind, mark.target, mark.kind, CONFIDENCE.get(mark.kind, 1.0)
    )


def _use(text: _Text, name: NameAt, common: set[tuple[str, str]]) -> str | None:
    """Tell how a name is used: as an address, in the text, or as an ordinary word (None)."""
    surface = text.text[name.start : name.end]
    is_common = (text.document_id, surface.lower()) in common
    after = text.text[name.end : name.end + 1]
    begins = name.start <= _MAX_GREETING and _GREETING.fullmatch(text.text, 0, name.start)
    if begins and (after in _ADDRESS_END if after else not is_common):
        return "address"
    if not name.as_shown or surface == surface.lower() or is_common:
        return None
    return "name" if " " in surface else "one_word_name"
