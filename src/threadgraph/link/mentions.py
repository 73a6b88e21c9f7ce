"""Find mentions that need no list: participants' names, handles, hashtags, URLs, domains.

Texts are searched for cheap marks first (columnar); only texts that have one are read word by
word, which gives places in code points. Nothing inside URLs or e-mail addresses counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby, starmap
from operator import attrgetter
from typing import NamedTuple

import polars as pl

from threadgraph.ids import columns_of, hashed_ids
from threadgraph.link._marks import HINT, Mark, find_marks
from threadgraph.link._people import NameAt, People, names_in
from threadgraph.schema import empty, table
from threadgraph.text import fold_name

__all__ = ["label_mentions", "text_mentions"]

CONFIDENCE = {
    "at_name": 0.97, "handle_name": 0.9, "address": 0.9, "name": 0.85, "one_word_name": 0.7,
    "reply_label": 0.99, "handle": 0.95, "hashtag": 0.95, "url": 0.99, "domain": 0.95,
    "broken_domain": 0.9,
}  # fmt: skip
"""Confidence by method; a name of one word may be an ordinary word, "@AnnLee" another account."""

_KINDS = {"domain": "url", "broken_domain": "url"}
# "Hello ", "Thanks, ", "Lieber "
_GREETING = re.compile(
    r"\s*(?:(?:hi|hey|hello|hallo|dear|yes|no|sorry|thanks|thank you|well|ok|lol|huhu|moin|"
    r"liebe[rs]?|danke|hola|gracias|bonjour|salut|merci|ciao|grazie|olá|obrigad[oa]|hej|tack|"
    r"cześć|dzięki|привет|спасибо)[,!]?\s+)?",
    re.IGNORECASE,
)
_MAX_GREETING = 20
MANY = 64
"""Names from which on looking up a text's words costs less than seeking each name."""
_WORD = re.compile(r"\w+")
# the "Lee" of "Ann Lee"; not the link of "Originally Posted by Ann View Post"
_NEXT = re.compile(
    r"[ \u00a0](?!View [Pp]ost|Beitrag anz|Ver mens|Voir le|Visualizza|Bekijk|Visa in|Se ind|"
    r"Vis inn|Zobacz|Zobrazit|Посмотреть)([^\W\d_]{2})"
)
_ADDRESS_END = frozenset(",:!\n–—")


class _Text(NamedTuple):
    document_id: str
    post_id: str
    author_id: str | None
    author_name: str | None
    text: str
    by_mark: bool


class _Found(NamedTuple):
    start: int
    end: int
    kind: str
    target_id: str | None
    method: str
    confidence: float


class _Page:
    """The authors of a document, and how its texts use their names."""

    def __init__(self, people: People, texts: Sequence[str]) -> None:
        """Take the authors and all texts of the document."""
        self.people = people
        self._texts = texts
        self._known: dict[str, bool] = {}

    def is_common(self, word: str) -> bool:
        """Tell whether a name of one word is also used as a word in lower case, as given.

        "Hope" may be a name or a hope: where both are used, only an address tells them apart.
        """
        if word not in self._known:
            self._known[word] = self.people.is_single(word) and self._is_used(word)
        return self._known[word]

    def _is_used(self, word: str) -> bool:
        if len(self._known) < MANY:
            return any(word in text and word in _WORD.findall(text) for text in self._texts)
        return word in self._words

    @cached_property
    def _words(self) -> set[str]:
        return {word for text in self._texts for word in _WORD.findall(text)}


def text_mentions(posts: pl.DataFrame) -> pl.DataFrame:
    """Give the mentions in the posts' texts: rows of `mentions`, in order.

    `posts` has document_id, post_id, author_id, author_name and text, whole documents. E-mail
    addresses come as kind `email`: no mentions, but nothing else is to be found inside them.
    A text is searched for the names of its own document alone: a search for the names of all
    documents at once finds in most texts those of others.
    """
    columns = posts.select(
        "document_id",
        "post_id",
        "author_id",
        "author_name",
        "text",
        by_mark=pl.col("text").str.contains(HINT),
    ).drop_nulls("text")
    texts = list(map(_Text._make, columns.iter_rows()))
    people = _participants(posts)
    grouped = [(d, list(group)) for d, group in groupby(texts, key=attrgetter("document_id"))]
    pages = [(People(people.get(d, {})), [text.text for text in own]) for d, own in grouped]
    rows = [
        _row(text, found)
        for (_, own), page, names in zip(
            grouped, starmap(_Page, pages), names_in(pages), strict=True
        )
        for number, text in enumerate(own)
        if text.by_mark or number in names
        for found in _mentions(text, page, names.get(number, ()))
    ]
    _, ids, kinds, targets, _, starts, *_ = columns_of(rows, 10)
    return _frame(rows, hashed_ids("m", ids, kinds, starts, targets))


def label_mentions(posts: pl.DataFrame, named: pl.DataFrame) -> pl.DataFrame:
    """Give the names in reply labels as mentions; they stand outside the text: no offsets.

    `posts` has document_id, post_id and parent_label; `named` has the authors that a label may
    mean, placeholders included: document_id, author_name and author_id.
    """
    labelled = posts.filter(pl.col("parent_label").is_not_null())
    columns = ("document_id", "post_id", "parent_label")
    documents, ids, labels = (labelled[column].to_list() for column in columns)
    asked = named.filter(pl.col("document_id").is_in(labelled["document_id"].implode()))
    index = {document: People(known) for document, known in _participants(asked).items()}
    nobody = People({})
    rows = [
        (
            document, post, "author", index.get(document, nobody).author(label), label, None, None,
            "reply_label", CONFIDENCE["reply_label"], 1,
        )
        for document, post, label in zip(documents, ids, labels, strict=True)
    ]  # fmt: skip
    return _frame(rows, hashed_ids("m", ids, ["reply_label"] * len(ids), labels))


def _frame(rows: Sequence[tuple[object, ...]], ids: pl.Series) -> pl.DataFrame:
    """Give the rows with their ids; the empty target of what is nobody's becomes null."""
    schema = table("mentions").polars_schema
    if not rows:
        return empty("mentions")
    columns = dict(zip(schema, [ids, *zip(*rows, strict=True)], strict=True))
    target = pl.col("target_id")
    frame = pl.DataFrame(columns, schema=schema)
    return frame.with_columns(target_id=pl.when(target != "").then(target))


def _row(text: _Text, found: _Found) -> tuple[object, ...]:
    """Give a row of `mentions` without its id."""
    return (
        text.document_id, text.post_id, found.kind, found.target_id,
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


def _mentions(text: _Text, page: _Page, names: Iterable[NameAt]) -> Iterator[_Found]:
    """Give a text's mentions in order: marks, and names outside of marks."""
    marks = find_marks(text.text) if text.by_mark else ()
    waiting = (_read(mark, text.text, page.people) for mark in marks)
    following = next(waiting, None)
    for name in names:
        while following is not None and following.end <= name.start:
            yield following
            following = next(waiting, None)
        if following is not None and following.start < name.end:
            continue
        if not _is_own(text, name) and (how := _use(text.text, name, page)):
            method = "name" if how == "one_word_name" else how
            yield _Found(name.start, name.end, "author", name.author_id, method, CONFIDENCE[how])
    if following is not None:
        yield following
    yield from waiting


def _is_own(text: _Text, name: NameAt) -> bool:
    """Tell the name of the text's own author; that of an article has no id."""
    if text.author_id is not None or text.author_name is None:
        return name.author_id == text.author_id
    return fold_name(text.text[name.start : name.end]) == fold_name(text.author_name)


def _read(mark: Mark, text: str, people: People) -> _Found:
    """Turn a mark into a mention; a handle that is a participant's name means the participant."""
    if mark.kind == "handle" and (name := people.after(text, mark.start + 1)):
        return _Found(
            mark.start, name.end, "author", name.author_id, "at_name", CONFIDENCE["at_name"]
        )
    if mark.kind == "handle" and (author := people.handle(text[mark.start + 1 : mark.end])):
        return _Found(mark.start, mark.end, "author", author, "at_name", CONFIDENCE["handle_name"])
    kind = _KINDS.get(mark.kind, mark.kind)
    return _Found(
        mark.start, mark.end, kind, mark.target, mark.kind, CONFIDENCE.get(mark.kind, 1.0)
    )


def _use(text: str, name: NameAt, page: _Page) -> str | None:
    """Tell how a name is used: as an address, in the text, or as an ordinary word (None)."""
    if text[max(0, name.start - 2) : name.start] in ("@ ", "@\u00a0"):
        return "at_name"
    surface = text[name.start : name.end]
    is_common = page.is_common(surface.lower())
    after = text[name.end : name.end + 1]
    begins = name.start <= _MAX_GREETING and _GREETING.fullmatch(text, 0, name.start)
    if begins and (after in _ADDRESS_END if after else not is_common):
        return "address"
    if not name.as_shown or surface == surface.lower() or is_common:
        return None
    if " " in surface:
        return "name"
    return "one_word_name" if begins or not _is_longer(text, name) else None


def _is_longer(text: str, name: NameAt) -> bool:
    """Tell a first name that goes on in the text: "Ann Lee" need not be the page's Ann."""
    following = _NEXT.match(text, name.end) if text[name.start : name.end].isalpha() else None
    return following is not None and following[1].istitle()
