"""Take an article's text out of a page of HTML, with Resiliparse."""

from __future__ import annotations

from resiliparse.extract.html2text import extract_plain_text

from threadgraph.readers._charset import Charset

__all__ = ["article_text"]


def article_text(charset: Charset, data: bytes, end: int | None) -> str | None:
    """Give the main content of the page up to the byte `end` (the first post), None without any.

    Cutting there keeps the comments, their form and the page's footer out; the parser closes what
    is left open.
    """
    html = charset.html if end is None else data[:end].decode(charset.encoding, "replace")
    text = extract_plain_text(html, main_content=True, comments=False, alt_texts=False)
    return text.strip() or None
