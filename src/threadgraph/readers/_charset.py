"""Decode pages of HTML, which may say their encoding or be wrong about it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding

from threadgraph.text import encoding_of

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

    `bad` bytes of it could not be decoded and became U+FFFD. `guessed` tells that neither a mark
    nor the page says the encoding, and that it is not UTF-8.
    """

    html: str
    source: bytes
    encoding: str
    bad: int
    guessed: bool = False


def decode_html(data: bytes) -> Charset:
    """Decode by byte order mark, else as UTF-8 if that is valid, else as the page declares.

    Of a page that declares nothing and is not UTF-8 the bytes are asked (see `_guess`).
    """
    encoding, mark = encoding_of(data)
    declared = _declared(data[:HEAD])
    if encoding != "utf-8" or mark:
        return _decoded(data[mark:], encoding)
    if declared and declared.startswith("iso2022"):  # such bytes are valid ASCII as well
        return _decoded(data, declared)
    try:
        return Charset(data.decode("utf-8"), data, "utf-8", 0)
    except UnicodeDecodeError:
        return _decoded(data, declared) if declared else _decoded(data, _guess(data), guessed=True)


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


def _declared(head: bytes) -> str | None:
    match = _XML.search(head) or _DECLARED.search(head)
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
        "a".encode(name)  # not every codec is one of text, and none knows `undefined`
    except (LookupError, UnicodeError):
        return None
    return None if name in _OF_PROGRAMS else _WIDER.get(name, name)


def _decoded(data: bytes, encoding: str, *, guessed: bool = False) -> Charset:
    html = data.decode(encoding, "replace")
    return Charset(html, html.encode("utf-8", "replace"), encoding, html.count("\ufffd"), guessed)
