"""Find what marks itself in a text: URLs, e-mail addresses, domains, handles, hashtags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from urllib.parse import urlsplit, urlunsplit

__all__ = ["HINT", "MARKS", "Mark", "find_marks"]

MarkKind = Literal["url", "email", "broken_domain", "domain", "handle", "hashtag"]

CUT = 40
"""Signs of an address from which on sites cut it in what they show: "https://a.example/long-na..."."""

_TAIL = ".,;:!?'\"»”’…)]}>*"
_TLD = r"(?:com|org|net|edu|gov|mil|co\.uk|org\.uk|gov\.uk|ac\.uk|com\.au)"
_REST = r"[^\s<>\"“”«»]"
_FILES = r"(?:jsx?|json|tsx?|css|html?|php|xml|txt|ya?ml|conf|exe|dll)/"  # "node.js/express.js"
# One pass from left to right: what begins first wins, so nothing is found inside a URL.
MARKS = re.compile(
    # "https://example.org/a(b)", "www.example.org"
    rf"(?P<url>\bhttps?://{_REST}+|\bwww\.{_REST}+\.{_REST}+)"
    r"|(?P<email>(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})"
    # "RT. com", "example [dot] org"
    rf"|(?P<broken_domain>(?<![\w@.-])[A-Za-z0-9-]{{2,63}}"
    rf"(?:\.\ (?=com\b)|\s?[\[(]dot[\])]\s?){_TLD}(?![\w-]))"
    # "antiwar.com", "example.de/path"
    r"|(?P<domain>(?<![\w@.-])(?:[A-Za-z0-9-]{1,63}\.){1,4}"
    rf"(?:{_TLD}(?:/{_REST}*)?(?![\w-])|(?!{_FILES})[a-z]{{2,12}}/{_REST}+))"
    r"|(?P<handle>(?<![\w@./\]}])@[^\W\d][\w.-]{1,63})"
    # not the place in "page?#part"
    r"|(?P<hashtag>(?<![\w#&/?])\#\w*[^\W\d]\w*)"
)
_DOT = re.compile(r"\.\s|\s?[\[(]dot[\])]\s?")
# "ann [at] example.org", "ann(at)example.org", "ann <@> example.org", "ann[]example.org"
_AT = re.compile(r"\w\s?[\[({<]\s?(?:at|@)?\s?[\])}>]\s?\Z", re.IGNORECASE)
_MAX_AT = 9

HINT = r"://|www\.|@|#|[\[(]dot[\])]|\.\s?(?:com|org|net|edu|gov|mil|co\.uk|ac\.uk)|\.[a-z]{2,12}/"
"""A pattern (Rust's dialect) that every text with a mark matches: cheap to ask first."""
# The same places, one by one; it leaves the dot of "www. com" to a hint of its own. Each
# alternative begins with a letter of its own, so that Python skips to the next of these.
_HINTS = re.compile(
    r"://|www(?=\.)|@|#|\[dot[\])]|\(dot[\])]"
    r"|\.\s?(?:com|org|net|edu|gov|mil|co\.uk|ac\.uk)|\.[a-z]{2,12}/"
)
_GLUED = re.compile(r"[,;|]https?://")
# "https://example.org/a?b": most URLs
_NORMAL = re.compile(r"https?://[a-z0-9.-]+(?:/[^?#]*(?:\?[^?#]+)?)?")
_BRACKETS = "[("
_BLANK = re.compile(r"\s")


class Mark(NamedTuple):
    """A mark, its place in code points, and what it points at in normal form."""

    kind: MarkKind
    start: int
    end: int
    target: str | None


def find_marks(text: str) -> Iterator[Mark]:
    """Give the marks of a text in order; they do not overlap."""
    for start, end in _stretches(text):
        while match := MARKS.search(text, start, end):
            mark = _mark(match, text)
            yield mark
            done = mark.end if mark.kind == "url" else match.end()
            start = done  # noqa: PLW2901 - the search goes on from there


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Give the parts of a text that may hold marks, whole words: most of a text holds none.

    A mark has no white space, save at a bracketed dot and after the dot of "RT. com".
    """
    begin = end = 0
    for hint in _HINTS.finditer(text):
        start, done = hint.span()
        if done < end:  # in a word that is known: its end is not sought again
            continue
        bracketed = text[start] in _BRACKETS
        before = max(0, start - bracketed)  # a blank may stand there
        first = max(text.rfind(" ", end, before), text.rfind("\n", end, before)) + 1
        if first > end:
            if end:
                yield begin, end
            begin = first
        if bracketed and text[done : done + 1].isspace():
            done += 1
        blank = _BLANK.search(text, done)
        end = max(end, blank.start() if blank else len(text))
    if end:
        yield begin, end


def _mark(match: re.Match[str], text: str) -> Mark:
    start, end = match.span()
    match match.lastgroup:
        case "domain" | "broken_domain" if _AT.search(text, max(0, start - _MAX_AT), start):
            return Mark("email", start, end, None)
        case "url" | "domain" as kind:
            end = start + len(_trim(match[0]))
            is_cut = end - start >= CUT and text.startswith(("...", "…"), end)
            return Mark(kind, start, end, None if is_cut else _target(text[start:end]))
        case "broken_domain":
            return Mark("broken_domain", start, end, _DOT.sub(".", match[0]).lower())
        case "email":
            return Mark("email", start, end, None)
        case "hashtag":
            return Mark("hashtag", start, end, match[0].lower())
        case _:
            end = start + len(match[0].rstrip(".-"))
            return Mark("handle", start, end, text[start:end].lower())


def _trim(url: str) -> str:
    """Cut off punctuation of the sentence and a next URL; keep a bracket that the URL opened."""
    glued = _GLUED.search(url)
    url = url[: glued.start()] if glued else url
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
    if _NORMAL.fullmatch(url):
        return url
    if "://" not in url:
        host, slash, path = url.partition("/")
        return host.lower() + slash + path
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[broken"
        return url
    return urlunsplit(parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower()))
