"""Take an article's text out of a page of HTML, with Resiliparse."""

from __future__ import annotations

from resiliparse.extract.html2text import extract_plain_text

__all__ = ["article_text", "plain_text"]


def article_text(html: str) -> str | None:
    """Give the main content of a page that ends where the first post begins, None without any.

    Cutting there keeps the comments, their form and the page's footer out; the parser closes what
    is left open.
    """
    text = extract_plain_text(html, main_content=True, comments=False, alt_texts=False)
    return text.strip() or None


def plain_text(html: str) -> str:
    """Give all visible text of a page, in lines."""
    return extract_plain_text(html, main_content=False, alt_texts=False)
