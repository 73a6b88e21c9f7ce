"""Decode documents without losing a byte, and show foreign text without trusting it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, pairwise

__all__ = [
    "CONTROLS",
    "Decoded",
    "NotText",
    "decode",
    "encoding_of",
    "fold_name",
    "refuse_binary",
    "show",
]

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# texts in ISO-2022 have many of the sign that is left out here
_BINARY = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROLS = tuple(chr(code) for code in (*range(0x20), 0x7F) if _CONTROL.match(chr(code)))
CONTROLS = "".join(_CONTROLS).encode()
"""The control characters that are not white space, as bytes of UTF-8."""
_BINARY_HEADS = (
    b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"%PDF-", b"PK\x03\x04", b"PAR1", b"ARROW1",
    b"\x1f\x8b", b"(\xb5/\xfd", b"\x7fELF", b"BZh9", b"\xfd7zXZ", b"SQLite format 3",
)  # fmt: skip
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_UNSHOWABLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


class NotText(ValueError):  # noqa: N818 - named for what was found
    """Tell that the bytes are no text; the message says why."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A document as text, with the way back to its bytes.

    `text` has one U+FFFD for each byte that could not be decoded; `undecodable` holds their
    places as half-open code point ranges. A byte order mark is not part of the text.
    """

    text: str
    byte_count: int
    undecodable: tuple[tuple[int, int], ...]
    _escaped: str
    _encoding: str
    _base: int
    _plain: bool
    _controls: bool
    _marks: list[int] = field(default_factory=list[int])
    _bytes: list[int] = field(default_factory=list[int])

    def byte_offset(self, place: int) -> int:
        """Give the byte at which the code point `place` begins; the end gives the byte count."""
        if place >= len(self.text):
            return self.byte_count
        if self._plain:
            return self._base + place
        if not self._marks:
            self._index()
        slot = bisect_right(self._marks, place) - 1
        return self._bytes[slot] + _size(self._escaped[self._marks[slot] : place], self._encoding)

    def byte_offsets(self, places: Sequence[int]) -> list[int]:
        """Give the bytes at which code points begin, for places in rising order."""
        last, base = len(self.text), self._base
        if self._plain:
            return [base + p if p < last else self.byte_count for p in places]
        if self._encoding == "utf-8" and not self.undecodable:
            text = self.text
            sizes = [len(text[a:b].encode()) for a, b in pairwise((0, *places))]
        else:
            sizes = [_size(self._escaped[a:b], self._encoding) for a, b in pairwise((0, *places))]
        ends = accumulate(sizes, initial=base)
        next(ends)
        return [o if p < last else self.byte_count for p, o in zip(places, ends, strict=True)]

    def controls(self) -> Iterator[tuple[int, int]]:
        """Give the half-open code point ranges of control characters that are not white space."""
        if not self._controls:
            return iter(())
        return (m.span() for m in re.finditer(rf"(?:{_CONTROL.pattern})+", self.text))

    def _index(self, step: int = 256) -> None:
        """Note the byte offset of every `step`-th code point, so that a look-up is constant."""
        offset = self._base
        for start in range(0, len(self._escaped), step):
            self._marks.append(start)
            self._bytes.append(offset)
            offset += _size(self._escaped[start : start + step], self._encoding)


def _size(text: str, encoding: str) -> int:
    errors = "surrogateescape" if encoding == "utf-8" else "surrogatepass"
    return len(text.encode(encoding, errors))


def decode(data: bytes) -> Decoded:
    """Decode UTF-8, or UTF-16 that says so or shows it, byte for byte.

    Raises NotText for binary data. No other encoding is guessed: a byte that is not valid
    becomes U+FFFD.
    """
    encoding, base = encoding_of(data)
    utf8 = encoding == "utf-8"
    escaped, bad = _escaped(data, encoding, base)
    controls = len(data.translate(None, CONTROLS)) < len(data) if utf8 else _has_control(escaped)
    refuse_binary(data, escaped if controls else "", sum(end - start for start, end in bad))
    text = re.sub(r"[\ud800-\udfff]", "\ufffd", escaped) if bad else escaped
    plain = utf8 and escaped.isascii()
    return Decoded(text, len(data), bad, escaped, encoding, base, plain, controls)


def _escaped(data: bytes, encoding: str, base: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Decode, bytes that are not valid as half surrogate pairs; give the places of those."""
    if encoding == "utf-8":
        try:
            return data[base:].decode(), ()
        except UnicodeDecodeError:
            escaped = data[base:].decode("utf-8", "surrogateescape")
    else:  # an odd last byte is half a code unit: undecodable
        odd = (len(data) - base) % 2
        escaped = data[base : len(data) - odd].decode(encoding, "surrogatepass") + "\udcff" * odd
    return escaped, tuple(m.span() for m in re.finditer(r"[\ud800-\udfff]+", escaped))


def encoding_of(data: bytes) -> tuple[str, int]:
    """Give the encoding that the bytes show, and how many bytes its byte order mark takes."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name, len(mark)
    head = data[: 1 << 16]
    if b"\0" not in head:
        return "utf-8", 0
    half = len(head) // 2
    if half >= 8:  # noqa: PLR2004 - shorter heads show nothing
        even, odd = head[0::2].count(0), head[1::2].count(0)
        if odd > 0.4 * half and even < 0.05 * half:
            return "utf-16-le", 0
        if even > 0.4 * half and odd < 0.05 * half:
            return "utf-16-be", 0
    return "utf-8", 0


def refuse_binary(data: bytes, escaped: str, undecodable: int = 0) -> None:
    """Raise NotText for bytes that begin as a binary format or decode to control characters."""
    if data.startswith(_BINARY_HEADS):
        raise NotText("the first bytes are those of a binary format")
    if not escaped:
        return
    control = sum(1 for _ in _BINARY.finditer(escaped)) if _has_control(escaped) else 0
    size = len(escaped)
    mixed = control > 0.05 * size and control + undecodable > 0.3 * size
    if control > 0.3 * size or mixed:
        raise NotText(f"{control} of {size} characters are control characters")


def _has_control(text: str) -> bool:
    """Tell whether a text has a control character; one search for each is faster than a set's."""
    return any(sign in text for sign in _CONTROLS)


@lru_cache(maxsize=1 << 14)
def fold_name(name: str) -> str:
    """Fold a name to compare it: NFC, case fold, single blanks."""
    if name.isascii():
        return " ".join(name.lower().split())
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def show(text: str, limit: int = 80) -> str:
    """Make foreign text safe to show: one line, nothing that moves or hides, at most `limit`."""
    cut = text[: limit + 1]
    safe = "".join(
        c if unicodedata.category(c) not in _UNSHOWABLE else c.encode("unicode_escape").decode()
        for c in cut
    )
    return safe if len(text) <= limit and len(safe) <= limit else safe[: limit - 1] + "…"
