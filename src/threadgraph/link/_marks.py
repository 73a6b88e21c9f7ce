"""Find what marks itself in a text: URLs, e-mail addresses, domains, handles, hashtags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from urllib.parse import urlsplit, urlunsplit

__all__ = ["HINT", "Mark", "find_marks"]

MarkKind = Literal["url", "email", "broken_domain", "domain", "handle", "hashtag"]

_TAIL = ".,;:!?'\"»”’…)]}>*"
_TLD = r"(?:com|org|net|edu|gov|mil|co\.uk|org\.uk|gov\.uk|ac\.uk|com\.au)"
_REST = r"[^\s<>\"“”«»]"
# One pass from left to right: what begins first wins, so nothing is found inside a URL.
_MARKS = re.compile(
    # "https://example.org/a(b)", "www.example.org"
    rf"(?P<url>\bhttps?://{_REST}+|\bwww\.{_REST}+\.{_REST}+)"
    r"|(?P<email>(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})"
    # "RT. com", "example [dot] org"
    rf"|(?P<broken_domain>(?<![\w@.-])[A-Za-z0-9-]{{2,63}}"
    rf"(?:\.\ (?=com\b)|\s?[\[(]dot[\])]\s?){_TLD}(?![\w-]))"
    # "antiwar.com", "example.de/path"
    r"|(?P<domain>(?<![\w@.-])(?:[A-Za-z0-9-]{1,63}\.){1,4}"
    rf"(?:{_TLD}(?:/{_REST}*)?(?![\w-])|[a-z]{{2,12}}/{_REST}+))"
    r"|(?P<handle>(?<![\w@./])@[^\W\d][\w.-]{1,63})"
    r"|(?P<hashtag>(?<![\w#&/])\#\w*[^\W\d]\w*)"
)
_DOT = re.compile(r"\.\s|\s?[\[(]dot[\])]\s?")

HINT = r"://|www\.|@|#|[\[(]dot[\])]|\.\s?(?:com|org|net|edu|gov|mil|co\.uk|ac\.uk)|\.[a-z]{2,12}/"
"""A pattern (Rust's dialect) that every text with a mark matches: cheap to ask first."""


class Mark(NamedTuple):
    """A mark, its place in code points, and what it points at in normal form."""

    kind: MarkKind
    start: int
    end: int
    target: str | None


def find_marks(text: str) -> Iterator[Mark]:
    """Give the marks of a text in order; they do not overlap."""
    for match in _MARKS.finditer(text):
        start, end = match.span()
        match match.lastgroup:
            case "url" | "domain" as kind:
                end = start + len(_trim(match[0]))
                yield Mark(kind, start, end, _target(text[start:end]))
            case "broken_domain":
                yield Mark("broken_domain", start, end, _DOT.sub(".", match[0]).lower())
            case "email":
                yield Mark("email", start, end, None)
            case "hashtag":
                yield Mark("hashtag", start, end, match[0].lower())
            case _:
                end = start + len(match[0].rstrip(".-"))
                yield Mark("handle", start, end, text[start:end].lower())


def _trim(url: str) -> str:
    """Cut punctuation of the sentence off the end; keep a bracket that the URL opened."""
    end = len(url)
    closed = url.count(")") - url.count("(")
    while end and url[end - 1] in _TAIL:
        if url[end - 1] == ")":
            if closed <= 0:
                break
            closed -= 1
        end -= 1
    return url[:end]


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
