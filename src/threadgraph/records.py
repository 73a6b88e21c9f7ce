"""Fix the form in which readers of pages hand over what they read.

A reader computes no ids and no parents; it says what stands where. Offsets are bytes of the
document after decompression, half-open; `None` means that the document does not say.

Of posts, quotes and spans a build makes millions: they are named tuples, which are made in a
fraction of the time that frozen dataclasses take. Name the fields all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

__all__ = [
    "AuthorState", "Outcome", "Page", "Problem", "RawDocument", "RawPost", "RawQuote", "RawSpan",
    "Role", "SpanKind", "Status",
]  # fmt: skip

Outcome = Literal["discussion", "none", "unclear"]
Role = Literal["article", "opening", "comment"]
AuthorState = Literal["named", "missing", "deleted", "anonymous"]
Status = Literal["complete", "truncated", "empty", "deleted", "removed"]
SpanKind = Literal["article", "header", "body", "chrome", "markup", "unparsed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """What a page says of itself, and how it was understood."""

    outcome: Outcome
    layout: str | None = None
    layout_score: float | None = None
    title: str | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    published_text: str | None = None
    published_at: str | None = None
    captured_at: str | None = None
    expected_post_count: int | None = None
    extra: str | None = None


class RawPost(NamedTuple):
    """One post in page order; `depth` is 0 only where the page shows top level."""

    position: int
    role: Role
    text: str
    status: Status = "complete"
    depth: int | None = None
    author_name: str | None = None
    author_state: AuthorState | None = None
    author_native_id: str | None = None
    author_url: str | None = None
    created_text: str | None = None
    created_at: str | None = None
    created_precision: str | None = None
    parent_label: str | None = None
    native_id: str | None = None
    native_parent_id: str | None = None
    url: str | None = None
    score: int | None = None
    evidence_start: int | None = None
    evidence_end: int | None = None
    extra: str | None = None


class RawQuote(NamedTuple):
    """A passage a post quotes: where it stands in the text of the post at `position`.

    `text_start` and `text_end` are half-open code points of that text; quotes may lie inside
    quotes. `native_id` is the id of the quoted post where the quote links it, `author` the name
    printed at the quote. Where `open`, only the beginning is marked: `text_end` is the latest
    place where the passage can end, and what was taken for a quote may be none.
    """

    position: int
    text_start: int
    text_end: int
    native_id: str | None = None
    author: str | None = None
    open: bool = False


class RawSpan(NamedTuple):
    """What a run of bytes is, and the position of the post it belongs to."""

    span_start: int
    span_end: int
    kind: SpanKind
    position: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What was refused or is doubtful, and where."""

    code: str
    reason: str
    span_start: int | None = None
    span_end: int | None = None
    excerpt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One document as a reader understood it; the spans tile its bytes."""

    document: RawDocument
    posts: tuple[RawPost, ...]
    spans: tuple[RawSpan, ...]
    problems: tuple[Problem, ...] = ()
    quotes: tuple[RawQuote, ...] = ()
