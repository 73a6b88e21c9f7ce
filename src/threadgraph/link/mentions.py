"""Find mentions that need no list: participants' names, handles, hashtags, URLs, domains.

Texts are searched for cheap marks first (columnar); only texts that have one are read by regular
expressions, which give places in code points. Nothing inside URLs or e-mail addresses counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

import polars as pl

from threadgraph.ids import author_key, hashed_id
from threadgraph.schema import empty, table
from threadgraph.text import fold_name

__all__ = ["Found", "label_mentions", "masked", "text_mentions"]

CONFIDENCE = {
    "at_name": 0.97, "address": 0.9, "name": 0.85, "one_word_name": 0.7, "reply_label": 0.99,
    "handle": 0.95, "hashtag": 0.95, "url": 0.99, "domain": 0.95, "broken_domain": 0.9,
}  # fmt: skip

_TAIL = ".,;:!?'\"»”’…)]}>*"
_TLD = r"(?:com|org|net|edu|gov|mil|co\.uk|org\.uk|gov\.uk|ac\.uk|com\.au)"
_TLD_WITH_PATH = r"[a-z]{2,12}"
# One pass from left to right: what begins first wins, so nothing is found inside a URL.
_MARKS = re.compile(
    # "https://example.org/a(b)", "www.example.org"
    r"(?P<url>\bhttps?://[^\s<>\"“”«»]+|\bwww\.[^\s<>\"“”«»]+\.[^\s<>\"“”«»]+)"
    r"|(?P<email>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})"
    # "RT. com", "example [dot] org"
    rf"|(?P<broken>(?<![\w@.-])[A-Za-z0-9-]{{2,63}}(?:\.\ (?=com\b)|\s?[\[(]dot[\])]\s?){_TLD}"
    r"(?![\w-]))"
    # "antiwar.com", "example.de/path"
    rf"|(?P<domain>(?<![\w@.-])(?:[A-Za-z0-9-]{{1,63}}\.){{1,4}}"
    rf"(?:{_TLD}(?:/[^\s<>\"“”«»]*)?(?![\w-])|{_TLD_WITH_PATH}/[^\s<>\"“”«»]+))"
    r"|(?P<handle>(?<![\w@./])@[^\W\d][\w.-]{1,63})"
    r"|(?P<hashtag>(?<![\w#&/])\#\w*[^\W\d]\w*)"
)
_HINT = r"://|www\.|@|#|(?i:[\[(]dot[\])])|\.\s?(?:com|org|net|edu|gov|mil|co\.uk|ac\.uk)|\.[a-z]{2,12}/"
_GREETING = r"(?:(?:hi|hey|hello|hallo|dear|yes|no|sorry|thanks|thank you|well|ok|lol)[,!]?\s+)?"


class Found(NamedTuple):
    """A mention in a text: its kind, its place in code points, and what it points at."""

    kind: str
    target_id: str | None
    start: int
    end: int
    method: str
    confidence: float


class _Text(NamedTuple):
    document_id: str
    post_id: str
    author: str | None
    text: str
    by_mark: bool
    by_name: bool


def text_mentions(posts: pl.DataFrame) -> pl.DataFrame:
    """Give the mentions in the posts' texts: rows of `mentions`, in page order.

    `posts` has document_id, post_id, author_id, author_name and text, whole documents.
    """
    people = _participants(posts)
    names = sorted({name for known in people.values() for name in known})
    hits = posts.select(
        "document_id",
        "post_id",
        "author_id",
        "text",
        by_mark=pl.col("text").str.contains(_HINT),
        by_name=pl.col("text").str.contains_any(names, ascii_case_insensitive=True)
        if names
        else pl.lit(False),
    ).filter(pl.col("by_mark") | pl.col("by_name"))
    patterns = {document: _pattern(known) for document, known in people.items()}
    common = _common_words(posts, people)
    rows: list[tuple[object, ...]] = []
    for row in map(_Text._make, hits.iter_rows()):
        known = people.get(row.document_id, {})
        found = list(_marks(row.text, known) if row.by_mark else ())
        if row.by_name and known:
            found += _names(row, known, patterns[row.document_id], common, found)
        rows += [_row(row, f) for f in sorted(found, key=lambda f: f.start) if f.kind != "email"]
    return _frame(rows)


def masked(text: str) -> list[tuple[int, int]]:
    """Give the places of URLs, e-mail addresses, domains, handles and hashtags in a text."""
    return [(found.start, found.end) for found in _marks(text, {})]


def label_mentions(posts: pl.DataFrame) -> pl.DataFrame:
    """Give the names in reply labels as mentions; they stand outside the text: no offsets."""
    people = _participants(posts)
    labelled = posts.filter(pl.col("parent_label").is_not_null())
    rows = [
        (
            hashed_id("m", post, "reply_label", label), document, post, "author",
            people.get(document, {}).get(label)
            or {fold_name(n): a for n, a in people.get(document, {}).items()}.get(fold_name(label)),
            label, None, None, "reply_label", CONFIDENCE["reply_label"], 1,
        )
        for document, post, label in labelled.select(
            "document_id", "post_id", "parent_label"
        ).iter_rows()
    ]  # fmt: skip
    return _frame(rows)


def _frame(rows: list[tuple[object, ...]]) -> pl.DataFrame:
    schema = table("mentions").polars_schema
    return pl.DataFrame(rows, schema=schema, orient="row") if rows else empty("mentions")


def _row(text: _Text, found: Found) -> tuple[object, ...]:
    surface = text.text[found.start : found.end]
    key = hashed_id("m", text.post_id, found.kind, found.start, found.target_id)
    return (
        key, text.document_id, text.post_id, found.kind, found.target_id, surface,
        found.start, found.end, found.method, found.confidence, 1,
    )  # fmt: skip


def _participants(posts: pl.DataFrame) -> dict[str, dict[str, str]]:
    """Give for each document the names of its authors as shown, with their ids."""
    people: dict[str, dict[str, str]] = defaultdict(dict)
    named = posts.filter(pl.col("author_id").is_not_null())
    for document, name, author in named.select(
        "document_id", "author_name", "author_id"
    ).iter_rows():
        if len(name) > 1:
            people[document].setdefault(name, author)
    return people


def _pattern(names: dict[str, str]) -> re.Pattern[str]:
    """Compile a document's names, the longest first; case is judged afterwards."""
    longest = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in longest)})(?!\w)", re.IGNORECASE
    )


def _common_words(posts: pl.DataFrame, people: dict[str, dict[str, str]]) -> set[tuple[str, str]]:
    """Give (document, word) for names of one word that the document also uses in lower case.

    "Hope" may be a name or a hope: where both are used, only an address tells them apart.
    """
    single = {
        document: {name.lower() for name in known if " " not in name}
        for document, known in people.items()
    }
    wanted = sorted({word for words in single.values() for word in words})
    if not wanted:
        return set()
    hits = posts.filter(pl.col("text").str.contains_any(wanted))
    return {
        (document, word)
        for document, text in hits.select("document_id", "text").iter_rows()
        for word in single.get(document, set()) & set(re.findall(r"\w+", text))
    }


def _marks(text: str, known: dict[str, str]) -> Iterator[Found]:
    for match in _MARKS.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span()
        if kind in ("url", "domain"):
            end = start + len(_trim(match[0]))
            yield Found("url", _target(text[start:end]), start, end, kind, CONFIDENCE[kind])
        elif kind == "broken":
            target = re.sub(r"\.\s|\s?[\[(]dot[\])]\s?", ".", match[0], flags=re.I).lower()
            confidence = CONFIDENCE["broken_domain"]
            yield Found("url", target, start, end, "broken_domain", confidence)
        elif kind == "email":
            yield Found("email", None, start, end, "email", 1.0)
        elif kind == "hashtag":
            yield Found("hashtag", match[0].lower(), start, end, "hashtag", CONFIDENCE["hashtag"])
        else:
            yield _handle(text, start, end, known)


def _handle(text: str, start: int, end: int, known: dict[str, str]) -> Found:
    """Read what follows `@`: the longest name of a participant, else a handle."""
    after = text[start + 1 : start + 121]
    folded = after.casefold()
    for name in sorted(known, key=lambda name: (-len(name), name)):
        size = len(name)
        if folded.startswith(name.casefold()) and not after[size : size + 1].isalnum():
            stop = start + 1 + size
            return Found("author", known[name], start, stop, "at_name", CONFIDENCE["at_name"])
    end = start + len(text[start:end].rstrip(".-"))
    target = text[start:end].lower()
    return Found("handle", target, start, end, "handle", CONFIDENCE["handle"])


def _trim(url: str) -> str:
    """Cut punctuation of the sentence off the end; keep a bracket that the URL opened."""
    while url and url[-1] in _TAIL:
        if url[-1] == ")" and url.count("(") >= url.count(")"):
            break
        url = url[:-1]
    return url


def _target(url: str) -> str:
    """Normalise a URL: scheme and host in lower case, nothing else changed."""
    if "://" not in url:
        host, slash, path = url.partition("/")
        return host.lower() + slash + path
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[broken"
        return url
    return urlunsplit(parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower()))


def _names(
    row: _Text,
    known: dict[str, str],
    pattern: re.Pattern[str],
    common: set[tuple[str, str]],
    taken: list[Found],
) -> Iterator[Found]:
    """Find names of other participants outside of what is `taken`."""
    exact = known
    folded = {fold_name(name): author for name, author in known.items()}
    for match in pattern.finditer(row.text):
        start, end = match.span()
        author = exact.get(match[0]) or folded.get(fold_name(match[0]))
        inside = any(f.start < end and start < f.end for f in taken)
        if inside or author is None or author == row.author:
            continue
        how = _how(row, match, match[0] in exact, (row.document_id, match[0].lower()) in common)
        if how is not None:
            method = "name" if how == "one_word_name" else how
            yield Found("author", author, start, end, method, CONFIDENCE[how])


def _how(row: _Text, match: re.Match[str], as_shown: bool, is_common: bool) -> str | None:  # noqa: FBT001 - two facts of the match
    """Tell how a name is used: as an address, in the text, or as an ordinary word (None)."""
    before, after = row.text[: match.start()], row.text[match.end() : match.end() + 1]
    if re.fullmatch(_GREETING, before[-40:].lstrip(), re.IGNORECASE) and len(before) <= 40:  # noqa: PLR2004 - a greeting is short
        if after in {",", ":", "!", "\n", "–", "—"} or (after in {"", "-"} and not is_common):
            return "address"
    if not as_shown:
        return None
    if " " in match[0]:
        return "name" if match[0] != match[0].lower() else None
    if is_common or not any(c.isupper() or c.isdigit() or c == "_" for c in match[0]):
        return None
    return "one_word_name"
