"""Decode pages of HTML, which may say their encoding or be wrong about it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Charset:
    """A page as text, and as `source`, which is the text in UTF-8.

    `bad` bytes of it could not be decoded and became U+FFFD.
    """

    html: str
    source: bytes
    encoding: str
    bad: int


def decode_html(data: bytes) -> Charset:
    """Decode by byte order mark, else as UTF-8 if that is valid, else as the page declares.

    A page that declares nothing and is not UTF-8 is read as Windows-1252, as browsers do.
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
        return _decoded(data, declared or "cp1252")


def _declared(head: bytes) -> str | None:
    match = _XML.search(head) or _DECLARED.search(head)
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    try:
        "".encode(name)  # not every codec is one of text
    except LookupError:
        return None
    return _WIDER.get(name, name)


def _decoded(data: bytes, encoding: str) -> Charset:
    html = data.decode(encoding, "replace")
    return Charset(html, html.encode("utf-8", "replace"), encoding, html.count("\ufffd"))
