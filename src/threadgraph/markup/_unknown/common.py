"""Take the lines away with which most texts of a page begin or end: controls in any language.

"A favor 14 En contra 3" below each text, "IP: 31.179.*.*" above it: numbers in them are alike, and
what most posts have in common is nobody's text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from threadgraph.attributes import bare_names
from threadgraph.common_lines import MAX_LINE, MAX_TURNS, MIN_POSTS, MOSTLY, shared_lines
from threadgraph.markup._base import Comment
from threadgraph.markup._bylines import without_shared

__all__ = [
    "without_common",
    "without_common_lines",
    "without_common_words",
    "without_controls",
    "without_handles",
]

MIN_NAMES, FEW_NAMES = 3, 2
MAX_END = 400
"""Letters at a text's end in which its readers are asked what they think of it."""
MIN_NUMBERS = 3
SAME = 4
"""Comments that hardly one person wrote all."""
# "u/ann": a user as Reddit writes it
_SLASHED = re.compile(r"/?u/(?=[\w-]{2,40}\Z)")
# "Ann Lee (annlee-7)", "Ann Lee @annlee"
_HANDLE = re.compile(r"(?<=\S)\s(?:\(@?[\w.@-]{2,40}\)|@[\w.@-]{2,60})\Z")
# "みかん #799bf04c", "ann #-": the sign of who wrote it in FC2's blogs
_TRIP = re.compile(r"(?<=\S)\s#(?:-?|(?=\S{0,7}[a-z./])[\w./]{8})\Z", re.IGNORECASE)
# "Ann (guest)", "Ann [guest]", "Ann ✉"
_END = re.compile(
    r"(?<=\S)\s(?:\([^\W\d_][^()\d]{1,24}\)|\[[^\W\d_][^\[\]\d]{1,24}\]|[^\w\s()\[\]]{1,3})\Z"
)
# "4 people found this review helpful", "Did you find this helpful?", "Was the above comment useful
# to you?", "War diese Rezension für Sie hilfreich?", and the answers to that
_HELPFUL = re.compile(
    r"(?:\n[^\n]{0,32}\b(?:(?:found|(?:was|did you find) (?:this|the above)) "
    r"(?:this )?(?:review |comment |answer )?(?:helpful|useful)|"
    r"war diese[rs]? [^\W\d]{4,12} (?:für (?:sie|dich) )?(?:hilfreich|nützlich))\b[^\n]{0,64}"
    r"(?:\n(?:yes|no|ja|nein)\b)*)+\s*\Z",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:this|the above|diese[rs]?)\b")
# "Ort: Kiel"
_FIELD = re.compile(r"([^\W\d]{3,12}):\s\S.{0,40}\Z")
# "URL: http://ann.example/", below a text whose author links there
_ADDRESS = re.compile(r"[^\W\d]{3,12}\s?:\s?(https?://\S{3,200})\Z")
# "Kommentar: "
_LABEL = re.compile(r"([^\W\d]{2,12}:)\s+(?=\S)")
# "#12 I do not think so", "12. I do"
_COUNT = re.compile(r"(?:#(?=\d{1,6}\s)|(?=\d{1,6}[.):]\s))(\d{1,6})[.):]?\s+")
# "14", "1,204", "-8", "48.146"
_NUMBER = re.compile(r"(?:(?<!\S)[+\u2212-])?\d+(?:[.,]\d+)*")


def without_common(comments: Sequence[Comment]) -> None:
    """Cut off what names or texts have in common, and numbers and labels before texts."""
    without_common_words(comments)
    without_handles(comments)
    without_common_lines(comments)
    for comment in comments:
        line = _line(comment.text, at_end=True)
        if (address := _ADDRESS.match(line)) and address[1] == comment.author_url:
            _cut(comment, line, at_end=True)
        end = comment.text[-MAX_END:]
        if _ASKS.search(end[-MAX_END // 2 :]) and (asked := _HELPFUL.search(end)):
            _cut(comment, asked[0], at_end=True)
    _without_ends(comments)
    _without_counts(comments)
    _without_labels(comments)
    _without_fields(comments)


def without_common_lines(comments: Sequence[Comment]) -> None:
    """Cut such lines off; a text that is nothing else stays, and so does somebody's signature."""
    authors = [comment.author for comment in comments]
    for at_end in (True, False):
        for _ in range(MAX_TURNS):
            lines = [_line(comment.text, at_end=at_end) for comment in comments]
            shared = shared_lines(lines, authors, _shape)
            if shared is None:
                break
            for comment, line, common in zip(comments, lines, shared, strict=True):
                if common:
                    _cut(comment, line, at_end=at_end)


def _shape(line: str) -> str:
    return _NUMBER.sub("0", line.lower())


def _without_counts(comments: Sequence[Comment]) -> None:
    """Cut off the posts' numbers, if each text begins with one and they rise or fall by one."""
    heads = [_COUNT.match(comment.text) for comment in comments]
    told = [(comment, head) for comment, head in zip(comments, heads, strict=True) if head]
    numbers = [int(head[1]) for _, head in told]
    steps = {other - one for one, other in pairwise(numbers)}
    if len(told) >= MIN_NUMBERS and len(told) == len(comments) and steps in ({1}, {-1}):
        for comment, head in told:
            _cut(comment, head[0], at_end=False)


def _without_ends(comments: Sequence[Comment]) -> None:
    """Cut off what several names have at their ends and is no part of them: "(guest)"."""
    ends = [_END.search(comment.author or "") for comment in comments]
    times = Counter(end[0].strip() for end in ends if end)
    for comment, end in zip(comments, ends, strict=True):
        if comment.author and end and times[end[0].strip()] >= MIN_NAMES:
            comment.author = comment.author[: end.start()]


def _without_fields(comments: Sequence[Comment]) -> None:
    """Cut off the first lines that tell something of the author: "Town: Hove" in guestbooks."""
    for _ in range(MAX_TURNS):
        lines = [_line(comment.text, at_end=False) for comment in comments]
        fields = [_FIELD.match(line) for line in lines]
        counts = Counter(field[1] for field in fields if field)
        often, count = counts.most_common(1)[0] if counts else ("", 0)
        if count < MIN_POSTS or count < MOSTLY * len(comments):
            break
        for comment, line, field in zip(comments, lines, fields, strict=True):
            if field and field[1] == often:
                _cut(comment, line, at_end=False)


def _without_labels(comments: Sequence[Comment]) -> None:
    """Cut off the label that all texts begin with: "Text:" in the rows of old guestbooks."""
    heads = [_LABEL.match(comment.text) for comment in comments]
    labels = {head[1] for head in heads if head}
    if len(labels) == 1 and all(heads) and len(heads) >= MIN_NUMBERS:
        for comment, head in zip(comments, heads, strict=True):
            _cut(comment, head[0] if head else "", at_end=False)


def without_common_words(comments: Sequence[Comment]) -> None:
    """Take the words from the names that all of them have: "posted by Ann", "posted by Bob"."""
    named = [comment for comment in comments if comment.author is not None]
    names = [comment.author or "" for comment in named]
    if len(set(names)) >= FEW_NAMES:
        for comment, name in zip(named, without_shared(names), strict=True):
            comment.author = name
    bare = bare_names(comment.author for comment in named if comment.author)
    for comment in named:
        comment.author = bare.get(comment.author or "", comment.author)


def without_handles(comments: Sequence[Comment]) -> None:
    """Cut off what stands around all names: "u/ann", "Ann Lee (annlee-7)", "ann #799bf04c"."""
    named = [comment for comment in comments if comment.author]
    for pattern in (_SLASHED, _HANDLE, _TRIP):
        found = [pattern.search(comment.author or "") for comment in named]
        names = {comment.author for comment in named}
        handles = {match[0] for match in found if match}
        told = pattern is not _HANDLE or len(handles) == len(names) > 1
        if named and all(found) and told:
            for comment in named:
                comment.author = pattern.sub("", comment.author or "")


def _line(text: str, *, at_end: bool) -> str:
    """Give the first or last line of a text that has several, else nothing."""
    line, rest = text.partition("\n")[::2] if not at_end else text.rpartition("\n")[::-2]
    return line if rest.strip() and len(line) <= MAX_LINE else ""


def _cut(comment: Comment, line: str, *, at_end: bool) -> None:
    """Leave a line out, and the quotations in it."""
    if at_end:
        comment.text = comment.text.removesuffix(line).rstrip()
        moved = 0
    else:
        kept = comment.text.removeprefix(line).lstrip()
        moved = len(comment.text) - len(kept)
        comment.text = kept
    comment.quotes = [
        replace(quote, start=quote.start - moved, end=quote.end - moved)
        for quote in comment.quotes
        if quote.start >= moved and quote.end - moved <= len(comment.text)
    ]


def without_controls(comments: Sequence[Comment]) -> None:
    """Take a name away that all have, each with a link of its own: a control, "Alert"."""
    links = {comment.author_url for comment in comments} - {None}
    if len({comment.author for comment in comments}) == 1 and len(links) >= max(
        SAME, len(comments)
    ):
        for comment in comments:
            comment.author = comment.author_state = comment.author_url = None
