"""Decode pages of HTML, which may say their encoding or be wrong about it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding

from threadgraph.text import encoding_of, show

__all__ = ["Charset", "decode_html"]

HEAD = 4096
_DECLARED = re.compile(
    rb"""<meta[^<>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_XML = re.compile(rb"""\A\s*<\?xml[^<>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
# what browsers read under these labels
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030",
          "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "tis-620": "cp874",
          "iso8859-11": "cp874"}  # fmt: skip
_OF_PROGRAMS = frozenset(("idna", "punycode", "unicode_escape", "raw_unicode_escape"))
"""Codecs of text that no page is written in, and which do not decode any bytes."""
USUAL = "cp1252"
MANY = 30
"""Bytes above ASCII from which on the detector tells Western from Central European letters."""
_LATIN = frozenset(("cp1250", "iso8859-2", "iso8859-16", "cp1257", "iso8859-13", "iso8859-15",
                    "iso8859-10", "iso8859-4", "cp1258", "mac-roman"))  # fmt: skip
"""Encodings that differ from the usual one in few letters."""


@dataclass(frozen=True, slots=True)
class Charset:
    """A page as text, and as `source`, which is the text in UTF-8.

    `bad` bytes of it could not be decoded and became U+FFFD. `guessed` says why the bytes had to
    tell the encoding: no mark does, and the page names none, or none that they are of.
    """

    html: str
    source: bytes
    encoding: str
    bad: int
    guessed: str | None = None


def decode_html(data: bytes) -> Charset:
    """Decode by byte order mark, else as UTF-8 if that is valid, else as the page declares.

    Of a page that declares nothing and is not UTF-8 the bytes are asked (see `_guess`).
    """
    encoding, mark = encoding_of(data)
    named, declared = _declared(data[:HEAD])
    if encoding != "utf-8" or mark:
        unmarked = None if mark or encoding == declared else _why(named, declared)
        return _decoded(data[mark:], encoding, unmarked)
    if declared and declared.startswith("iso2022"):  # such bytes are valid ASCII as well
        return _decoded(data, declared)
    try:
        html = data.decode("utf-8")
    except UnicodeDecodeError:
        if declared and declared != "utf-8":
            return _decoded(data, declared)
        return _decoded(data, declared or _guess(data), None if declared else _why(named, None))
    sure = html.isascii() or named is None or declared == "utf-8"
    return Charset(html, data, "utf-8", 0, None if sure else _why(named, declared))


def _why(named: str | None, declared: str | None) -> str:
    """Say why the bytes had to tell the encoding."""
    if named is None:
        return "no encoding is named"
    return f"{show(named)!r} is named" + (
        "" if declared else ", which is no encoding that is known"
    )


def _guess(data: bytes) -> str:
    """Tell the encoding by uchardet; Windows-1252, as browsers do, where few bytes tell little."""
    told = detect_encoding(data, html5_compatible=False)
    try:
        name = codecs.lookup(told or USUAL).name
        data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return USUAL
    few = name in _LATIN and sum(byte > 0x7F for byte in data) < MANY  # noqa: PLR2004 - ASCII's end
    return USUAL if few or name in ("ascii", "utf-8") else _WIDER.get(name, name)


def _declared(head: bytes) -> tuple[str | None, str | None]:
    """Give the name of the encoding that a page declares, and the codec; None for what is none."""
    match = _XML.search(head) or _DECLARED.search(head)
    if match is None:
        return None, None
    label = match[1].decode("ascii")
    try:
        name = codecs.lookup(label).name
        "a".encode(name)  # not every codec is one of text, and none knows `undefined`
    except (LookupError, UnicodeError):
        return label, None
    return label, None if name in _OF_PROGRAMS else _WIDER.get(name, name)


def _decoded(data: bytes, encoding: str, guessed: str | None = None) -> Charset:
    html = data.decode(encoding, "replace")
    return Charset(html, html.encode("utf-8", "replace"), encoding, html.count("\ufffd"), guessed)
